// A second press while the first is on its way sends nothing. The button itself stays as it is: a disabled button would
// lose its name and value. A form that answers with a file says data-repeat, for its page stays.
let sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  const method = event.submitter?.getAttribute("formmethod") ?? form.getAttribute("method") ?? "get";
  if (event.defaultPrevented || method.toLowerCase() !== "post" || "repeat" in form.dataset) return;
  if (sent.has(form)) {
    event.preventDefault();
  } else {
    sent.add(form);
    form.setAttribute("aria-busy", "true");
  }
});

addEventListener("pageshow", () => {
  sent = new WeakSet();
  for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
});
