import { placeOf } from "./folder.js";
import { announce } from "./page.js";
import { words } from "./words.js";

// <form data-send="address"> with an <st-drop>: each file goes in a request of its own, so that a weak link loses only the file at which it broke.
// The address tells where to send them and which are there already, by their hashes. Without script the form sends all at once.
const tries = 4;

document.addEventListener("submit", (event) => {
  const form = event.target;
  const drop = form.querySelector?.("st-drop.is-ready");
  if (!drop || !form.dataset.send || drop.files.length === 0 || event.defaultPrevented) return;
  event.preventDefault();
  if (!form.sending) new Sending(form, drop).run();
}, true);

class Sending {
  constructor(form, drop) {
    Object.assign(this, { form, left: [...drop.files], sent: 0, target: form.sendsTo });
    form.sending = true;
    form.querySelector("[data-sending]")?.remove();
    this.makePlace();
  }

  async run() {
    this.busy(true);
    let why = "";
    try {
      await this.begin();
      for (const file of [...this.left]) {
        this.tell(file);
        const refused = await this.deliver(file);
        if (refused) {
          why = refused;
          break;
        }
        this.left.splice(this.left.indexOf(file), 1);
        this.sent++;
      }
    } catch {
      why = words.link;
    }
    this.busy(false);
    if (this.left.length === 0) await this.finish();
    else this.stopped(why);
  }

  async begin() {
    const begins = this.target === undefined && /Begin$/.test(this.form.dataset.send);
    const answer = await this.ask(begins ? this.form.dataset.send : `${this.target ?? this.form.dataset.send.split("?")[0]}?handler=Known`, begins ? this.fields() : null);
    this.target = this.form.sendsTo = answer.url;
    const known = new Set(answer.known);
    if (known.size === 0 || !crypto.subtle) return;
    for (const file of [...this.left]) {
      if (!known.has(await hash(file))) continue;
      this.left.splice(this.left.indexOf(file), 1);
      this.sent++;
    }
  }

  // Says why the server will not have it; a broken link is tried again after a pause.
  async deliver(file) {
    for (let attempt = 1; ; attempt++) {
      const body = this.fields();
      body.set("Form.Files", file, file.name);
      body.set("Form.Path", placeOf(file));
      try {
        const answer = await fetch(`${this.target}?handler=One`, { method: "POST", body });
        if (answer.ok) return null;
        if (answer.status === 422) return (await answer.json()).message;
      } catch {
        // The link: see below.
      }
      if (attempt === tries) throw new Error();
      await new Promise((over) => setTimeout(over, 400 * 2 ** attempt));
    }
  }

  async finish() {
    this.text.textContent = words.sent(this.sent);
    try {
      location.assign((await this.ask(`${this.target}?handler=Done`, this.fields())).url);
    } catch {
      this.stopped(words.link);
    }
  }

  // What is left stays chosen: the same button sends it, and what was sent can be checked without it.
  stopped(why) {
    this.form.sending = false;
    this.text.textContent = words.lost(this.left.length, why);
    announce(this.text.textContent);
    const again = button(words.again, "btn btn-primary", () => this.form.requestSubmit());
    const rest = button(words.goOn, "btn", () => this.finish());
    this.actions.replaceChildren(again, ...(this.sent && this.target ? [rest] : []));
    again.focus();
  }

  tell(file) {
    const total = this.sent + this.left.length;
    this.bar.max = total;
    this.bar.value = this.sent;
    this.text.textContent = words.sending(this.sent + 1, total, placeOf(file));
  }

  busy(is) {
    this.actions.replaceChildren();
    this.bar.hidden = !is;
    for (const one of this.form.querySelectorAll("button:not([type=button])")) one.disabled = is;
  }

  async ask(url, body) {
    const answer = await fetch(url, body ? { method: "POST", body } : { headers: { Accept: "application/json" }, cache: "no-store" });
    if (!answer.ok || answer.redirected) throw new Error();
    return answer.json();
  }

  fields() {
    const fields = new FormData(this.form);
    fields.delete("Form.Files");
    return fields;
  }

  makePlace() {
    const place = document.createElement("div");
    place.dataset.sending = "";
    place.className = "st-mt-4";
    this.text = document.createElement("p");
    this.bar = document.createElement("progress");
    this.bar.className = "st-bar";
    this.bar.setAttribute("aria-label", words.sends);
    this.actions = document.createElement("div");
    this.actions.className = "btn-row";
    place.append(this.text, this.bar, this.actions);
    this.form.append(place);
  }
}

function button(text, className, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

async function hash(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
