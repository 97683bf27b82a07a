import { whenPageChanges } from "./page.js";

// <input type="checkbox" data-check-all> in a table's head ticks the boxes of its body;
// data-check-all="ids" only those with that name.
document.addEventListener("change", (event) => {
  const box = event.target;
  if (box.type !== "checkbox") return;
  const table = box.closest("table");
  const all = table?.querySelector("input[data-check-all]");
  if (!all) return;
  if (box === all) for (const one of boxes(all)) set(one, all.checked);
  reflect(all);
});

whenPageChanges(() => {
  for (const all of document.querySelectorAll("input[data-check-all]")) reflect(all);
});

function boxes(all) {
  const name = all.dataset.checkAll;
  return [...all.closest("table").querySelectorAll("tbody input[type=checkbox]:not(:disabled)")]
    .filter((box) => !name || box.name === name);
}

function set(box, checked) {
  if (box.checked === checked) return;
  box.checked = checked;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function reflect(all) {
  const ticked = boxes(all).map((box) => box.checked);
  all.checked = ticked.length > 0 && ticked.every(Boolean);
  all.indeterminate = !all.checked && ticked.some(Boolean);
}
