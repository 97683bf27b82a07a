import { announce, pageChanged } from "./page.js";

const pause = 300;
let timer, request;
let shown = location.pathname + location.search;

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!isLive(form) || event.isComposing) return;
  stop();
  timer = setTimeout(() => show(addressOf(form)), isTyped(event.target) ? pause : 0);
});

document.addEventListener("compositionend", (event) => {
  const form = event.target.form;
  if (!isLive(form)) return;
  stop();
  timer = setTimeout(() => show(addressOf(form)), pause);
});

document.addEventListener("submit", (event) => {
  if (isLive(event.target)) stop();
});

addEventListener("popstate", () => {
  if (location.pathname + location.search === shown || !document.querySelector("form[data-live]")) return;
  stop();
  show(location.href);
});

function isLive(form) {
  return form?.matches?.("form[data-live]") && document.querySelector("main")?.contains(form);
}

function isTyped(field) {
  return field.matches("textarea, input:not([type=checkbox], [type=radio], [type=range], [type=color])");
}

function stop() {
  clearTimeout(timer);
  request?.abort();
}

// Empty fields are left out so that the address can be read and shared.
function addressOf(form) {
  const url = new URL(form.getAttribute("action") || location.pathname, location.href);
  const filled = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value !== "");
  url.search = new URLSearchParams(filled).toString();
  return url.href;
}

async function show(url) {
  const mine = (request = new AbortController());
  const main = document.querySelector("main");
  main.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { signal: mine.signal, headers: { Accept: "text/html" } });
    const html = await response.text();
    const page = new DOMParser().parseFromString(html, "text/html");
    const next = page.querySelector("main");
    // Another address means the session has ended or the page has moved: let the browser go there itself.
    if (!response.ok || !next || new URL(response.url).pathname !== new URL(url, location.href).pathname) throw new Error();
    swap(main, next);
    document.title = page.title;
    history.replaceState(history.state, "", url);
    shown = location.pathname + location.search;
    main.removeAttribute("aria-busy");
    announce(main.querySelector("[data-live-count]")?.textContent.trim());
    pageChanged();
  } catch {
    if (!mine.signal.aborted) location.assign(url);
  }
}

// The focused field and the boxes around it stay where they are, so that caret, selection, on-screen keyboard and screen
// reader notice nothing; everything else is replaced.
function swap(main, next) {
  const y = scrollY;
  const open = [...main.querySelectorAll("details[id]")].map((d) => [d.id, d.open]);
  const kept = path(main, document.activeElement);
  const same = kept && path(next, twin(next, document.activeElement));
  if (same && same.length === kept.length && kept.every((el, i) => el.localName === same[i].localName)) {
    for (let i = 0; i < kept.length - 1; i++) replaceAround(kept[i], kept[i + 1], same[i], same[i + 1]);
  } else {
    const from = document.activeElement;
    main.replaceChildren(...next.childNodes);
    if (kept) twin(main, from)?.focus({ preventScroll: true });
  }
  for (const [id, isOpen] of open) {
    const details = document.getElementById(id);
    if (details) details.open = isOpen;
  }
  scrollTo({ top: y, behavior: "instant" });
}

function path(root, element) {
  if (!element || element === root || !root.contains(element)) return null;
  const steps = [];
  for (let el = element; el !== root; el = el.parentElement) steps.unshift(el);
  return [root, ...steps];
}

function twin(root, element) {
  if (element?.id) return root.querySelector(`#${CSS.escape(element.id)}`);
  const { name, value, type } = element ?? {};
  if (!name) return null;
  const fields = [...root.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  return fields.find((f) => !["radio", "checkbox"].includes(type) || f.value === value) ?? null;
}

function replaceAround(parent, kept, nextParent, nextKept) {
  for (const child of [...parent.childNodes]) if (child !== kept) child.remove();
  let before = true;
  for (const child of [...nextParent.childNodes]) {
    if (child === nextKept) before = false;
    else if (before) kept.before(child);
    else parent.append(child);
  }
}
