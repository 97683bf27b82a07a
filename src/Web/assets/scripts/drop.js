import { dropped, folderButton, isLitter, placeOf } from "./folder.js";
import { announce } from "./page.js";
import { size, words } from "./words.js";

// Around <input type="file" multiple>: files and folders may be dropped, are listed with their sizes and can be taken out again.
// data-most and data-bytes are the limits: what is beyond them is said before anything is sent.
class Drop extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input[type=file]");
    if (!this.input || this.list || typeof DataTransfer !== "function") return;
    this.files = [];
    this.classList.add("is-ready");
    this.hint = this.add("p", "st-drop-t", words.dropHere);
    const folder = this.input.multiple && folderButton(words.folder, (files) => this.take(files, true));
    if (folder) this.hint.append(" ", folder);
    this.list = this.add("ul", "st-drop-l");
    this.list.hidden = true;
    this.total = this.add("p", "st-drop-t");
    this.refused = this.add("p", "st-err");
    this.refused.hidden = true;

    this.input.addEventListener("change", () => this.take([...this.input.files]));
    this.input.form?.addEventListener("reset", () => this.keep([]));
    this.addEventListener("dragover", (event) => this.over(event, true));
    this.addEventListener("dragleave", (event) => this.contains(event.relatedTarget) || this.over(event, false));
    this.addEventListener("drop", (event) => {
      this.over(event, false);
      if (event.dataTransfer) dropped(event.dataTransfer).then(({ files, folder }) => this.take(files, folder));
    });
    if (this.input.files.length) this.take([...this.input.files]);
  }

  over(event, isOver) {
    event.preventDefault();
    this.classList.toggle("is-over", isOver);
  }

  // From a folder only its tables are taken; a file that was chosen by itself is told of if it does not fit.
  take(chosen, folder = false) {
    const tables = chosen.filter((file) => this.accepts(file) && !isLitter(file));
    const fits = tables.filter((file) => !this.isTooLarge(file));
    const others = folder ? [] : chosen.filter((file) => !tables.includes(file)).map((file) => file.name);
    const large = tables.filter((file) => this.isTooLarge(file)).map((file) => file.name);
    const known = new Set(this.files.map(keyOf));
    const all = this.input.multiple ? [...this.files, ...fits.filter((f) => !known.has(keyOf(f)))] : fits.slice(-1);
    const most = Number(this.dataset.most) || Infinity;
    this.refused.textContent = [
      others.length && words.refused(words.few(others)), large.length && words.large(words.few(large), size(Number(this.dataset.bytes))), all.length > most && words.most(most),
    ].filter(Boolean).join(" ");
    this.refused.hidden = this.refused.textContent === "";
    this.keep(all.slice(0, most));
    announce([this.total.textContent, this.refused.textContent].filter(Boolean).join(" "));
  }

  // An archive may be larger than a table: it is opened there.
  isTooLarge(file) {
    return file.size > (Number(this.dataset.bytes) || Infinity) && !file.name.toLowerCase().endsWith(".zip");
  }

  accepts(file) {
    const kinds = this.input.accept.split(",").map((k) => k.trim().toLowerCase()).filter(Boolean);
    return kinds.length === 0 || kinds.some((kind) =>
      kind.startsWith(".") ? file.name.toLowerCase().endsWith(kind)
        : kind.endsWith("/*") ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind);
  }

  keep(files) {
    this.files = files;
    const carrier = new DataTransfer();
    for (const file of files) carrier.items.add(file);
    this.input.files = carrier.files;
    this.list.replaceChildren(...files.map((file) => this.row(file)));
    this.list.hidden = files.length === 0;
    this.total.textContent = files.length ? words.total(files.length, size(files.reduce((sum, f) => sum + f.size, 0))) : "";
  }

  row(file) {
    const row = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-quiet btn-sm";
    button.textContent = words.remove;
    button.setAttribute("aria-label", `${words.remove}: ${file.name}`);
    button.addEventListener("click", () => this.takeOut(file));
    row.append(span(placeOf(file)), span(size(file.size)), button);
    return row;
  }

  takeOut(file) {
    const at = this.files.indexOf(file);
    this.keep(this.files.filter((f) => f !== file));
    (this.list.querySelectorAll("button")[Math.min(at, this.files.length - 1)] ?? this.input).focus();
    announce(`${words.removed(file.name)} ${this.total.textContent}`);
  }

  add(tag, className, text = "") {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    this.append(element);
    return element;
  }
}

const keyOf = (file) => `${placeOf(file)}/${file.size}/${file.lastModified}`;

function span(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

// A file that misses the zone must not replace the page and with it what was typed.
for (const type of ["dragover", "drop"]) {
  addEventListener(type, (event) => {
    if (document.querySelector("st-drop") && event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
}

customElements.define("st-drop", Drop);
