// <form data-guard> asks before the page is left with something typed and not sent.
const dirty = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form && "guard" in form.dataset) dirty.add(form);
});

document.addEventListener("reset", (event) => dirty.delete(event.target));

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) dirty.delete(event.target);
});

addEventListener("beforeunload", (event) => {
  if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
});
