const changed = "st:page";

// Runs now and again whenever a live filter has put new content into the page.
export function whenPageChanges(react) {
  react();
  document.addEventListener(changed, react);
}

export function pageChanged() {
  document.dispatchEvent(new Event(changed));
}

const announcer = document.createElement("div");
announcer.className = "st-live";
announcer.setAttribute("role", "status");
announcer.setAttribute("aria-live", "polite");
document.body.append(announcer);

export function announce(text) {
  announcer.textContent = text ?? "";
}
