import { announce } from "./page.js";
import { duration, number, words } from "./words.js";

const often = 1500;
const seldom = 15000;

// Follows a job. The page is complete as it came; this only spares the reader from reloading it.
// <st-job data-url="/jobs/1/state" data-state="running">: see README.md for the parts it fills.
class Job extends HTMLElement {
  connectedCallback() {
    this.wait = often;
    this.onVisible = () => document.hidden || this.poll();
    document.addEventListener("visibilitychange", this.onVisible);
    this.next();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.onVisible);
  }

  next() {
    clearTimeout(this.timer);
    if (this.isConnected && !this.ended) this.timer = setTimeout(() => this.poll(), document.hidden ? seldom : this.wait);
  }

  async poll() {
    clearTimeout(this.timer);
    if (this.asking || this.ended) return;
    this.asking = true;
    try {
      const response = await fetch(this.dataset.url, { headers: { Accept: "application/json" }, cache: "no-store" });
      if (!response.ok) throw new Error();
      this.show(await response.json());
      this.wait = often;
    } catch {
      // A weak link: ask again, less and less often.
      this.wait = Math.min(this.wait * 2, seldom);
    }
    this.asking = false;
    this.next();
  }

  show({ state, done, total, percent, doing, left, finished, url }) {
    const share = percent ?? (total ? (100 * done) / total : null);
    const bar = this.querySelector("progress");
    if (bar && share !== null) {
      bar.max = 100;
      bar.value = share;
    }
    this.write("doing", doing);
    this.write("done", done === undefined || done === null ? null : number(done, 0));
    this.write("total", total === undefined || total === null ? null : number(total, 0));
    this.write("left", this.remaining(share, left));
    if (finished) this.finish(state, url);
  }

  remaining(share, left) {
    const time = typeof left === "number" ? duration(left) : left;
    const parts = [share !== null && `${number(Math.floor(share), 0)}\u00a0%`, time && words.left(time)];
    return parts.filter(Boolean).join(", ");
  }

  finish(state, url) {
    this.ended = true;
    const link = this.querySelector("[data-job=link]");
    if (link && this.dataset.finish === "link") {
      if (url) link.href = url;
      link.hidden = false;
      announce(`${words.finished} ${link.textContent.trim()}`);
    } else if (state !== this.dataset.state) {
      // Without the comparison a page that still says "running" would reload for ever.
      if (url) location.assign(url);
      else location.reload();
    }
  }

  write(part, text) {
    const element = this.querySelector(`[data-job=${part}]`);
    if (element && text !== null && text !== undefined && element.textContent !== text) element.textContent = text;
  }
}

customElements.define("st-job", Job);
