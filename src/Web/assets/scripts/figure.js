// The explanation of a figure opens beside it. The browser opens, closes and moves the focus; where it has no popovers,
// that is done here.
const native = "popover" in HTMLElement.prototype;
const gap = 6;
let pressed;

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[popovertarget]");
  if (button) pressed = button;
  if (!native) toggle(button, event.target);
}, true);

document.addEventListener("toggle", (event) => {
  if (event.newState !== "open" || !event.target.matches(".st-pop")) return;
  const button = event.source ?? pressed;
  if (button?.getAttribute("popovertarget") === event.target.id) place(event.target, button);
}, true);

if (!native) {
  document.documentElement.classList.add("st-no-popover");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && close()) pressed?.focus();
  });
}

function toggle(button, clicked) {
  const target = button && document.getElementById(button.getAttribute("popovertarget"));
  const wasOpen = target?.classList.contains("is-open");
  if (clicked.closest(".st-pop.is-open")) return;
  close();
  if (!target || wasOpen) return;
  button.after(target);
  target.classList.add("is-open");
  button.setAttribute("aria-expanded", "true");
  place(target, button);
}

function close() {
  const open = document.querySelectorAll(".st-pop.is-open");
  for (const pop of open) pop.classList.remove("is-open");
  for (const button of document.querySelectorAll("[popovertarget][aria-expanded]")) button.setAttribute("aria-expanded", "false");
  return open.length > 0;
}

function place(pop, button) {
  pop.classList.add("is-placed");
  const at = button.getBoundingClientRect();
  const box = pop.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const below = at.bottom + gap;
  const above = at.top - gap - box.height;
  const top = below + box.height > innerHeight && above >= 0 ? above : below;
  const left = Math.max(gap, Math.min(at.left, width - box.width - gap));
  // In the top layer the page is the frame; the fallback stands inside whatever box is positioned around it.
  const frame = native ? null : pop.offsetParent?.getBoundingClientRect();
  const isBody = !frame || pop.offsetParent === document.body;
  pop.style.setProperty("left", `${left - (isBody ? -scrollX : frame.left)}px`);
  pop.style.setProperty("top", `${top - (isBody ? -scrollY : frame.top)}px`);
}
