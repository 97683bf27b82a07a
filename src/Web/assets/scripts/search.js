// Ctrl+K, or "/" outside a field, goes to the search. A reader whose assistant types single keys can switch "/" off with
// <html data-keys="off">.
document.addEventListener("keydown", (event) => {
  const isCtrlK = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyK";
  const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey
    && document.documentElement.dataset.keys !== "off" && !isField(event.target);
  if (!isCtrlK && !isSlash) return;

  const field = [...document.querySelectorAll(".st-search input")].find((f) => f.checkVisibility?.() ?? f.offsetParent);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

function isField(element) {
  return element.isContentEditable || element.matches("input, textarea, select");
}
