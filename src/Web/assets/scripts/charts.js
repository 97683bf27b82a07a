import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent } from "echarts/components";
import { init, registerLocale, use } from "echarts/core";
import langRU from "echarts/lib/i18n/langRU.js";
import { SVGRenderer } from "echarts/renderers";
import { legend } from "./chart-legend.js";
import { options } from "./chart-options.js";
import { read } from "./chart-table.js";

use([BarChart, CustomChart, LineChart, ScatterChart, AriaComponent, GridComponent, MarkLineComponent, SVGRenderer]);
registerLocale("RU", langRU);

class Chart extends HTMLElement {
  connectedCallback() {
    const table = document.getElementById(this.dataset.table);
    if (!table?.tHead || this.canvas) return;
    this.data = read(table);
    this.canvas = document.createElement("div");
    this.keys = document.createElement("ul");
    this.keys.className = "st-legend";
    // The library's own tooltip is either HTML with style attributes, which our pages forbid, or drawn without our font.
    this.tip = document.createElement("div");
    this.tip.className = "st-tip";
    this.tip.hidden = true;
    this.append(this.canvas, this.keys, this.tip);
    this.canvas.setAttribute("role", "img");
    if (this.dataset.title) this.canvas.setAttribute("aria-label", this.dataset.title);
    this.classList.add("is-drawn");
    // The table is open for readers without script; beside its picture it waits behind "data".
    const twin = table.closest("details.st-twin");
    if (twin) twin.open = false;

    this.onEscape = (event) => event.key === "Escape" && this.tell();
    document.addEventListener("keydown", this.onEscape);
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(this);
    this.schemes = new MutationObserver(() => this.draw());
    this.schemes.observe(document.documentElement, { attributeFilter: ["data-scheme", "data-size", "data-spacing"] });
    document.fonts?.ready.then(() => this.draw());
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onEscape);
    this.sizes?.disconnect();
    this.schemes?.disconnect();
    this.chart?.dispose();
    this.chart = null;
    this.canvas?.remove();
    this.keys?.remove();
    this.tip?.remove();
    this.canvas = null;
  }

  draw() {
    const width = this.clientWidth;
    if (!this.canvas || width === 0) return;
    const { option, height, keys } = options(this.dataset, this.data, look(this), width);
    this.tell();
    this.canvas.style.setProperty("height", `${height}px`);
    if (!this.chart) {
      const locale = document.documentElement.lang.startsWith("en") ? "EN" : "RU";
      this.chart = init(this.canvas, null, { renderer: "svg", locale });
      this.chart.on("click", ({ data }) => data?.href && location.assign(data.href));
      this.chart.on("mouseover", ({ data, event }) => this.tell(data?.tip, event));
      this.chart.on("mouseout", () => this.tell());
    }
    this.chart.resize({ width, height });
    this.chart.setOption(option, { notMerge: true });
    this.keys.hidden = keys.length === 0;
    this.keys.replaceChildren(...keys.map(legend));
  }

  tell(text = "", at) {
    this.tip.textContent = text;
    this.tip.hidden = text === "";
    if (!text) return;
    const left = Math.max(0, Math.min(at.offsetX + 12, this.clientWidth - this.tip.offsetWidth));
    const above = at.offsetY - this.tip.offsetHeight - 12;
    this.tip.style.setProperty("left", `${left}px`);
    this.tip.style.setProperty("top", `${above < 0 ? at.offsetY + 16 : above}px`);
  }
}

// The tokens as they stand now, so that the low-vision schemes and sizes reach the chart.
function look(element) {
  const style = getComputedStyle(element);
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const scheme = element.closest("[data-scheme]")?.dataset.scheme ?? "base";
  return {
    token: (name) => style.getPropertyValue(`--st-${name}`).trim(),
    font: style.fontFamily,
    size: rem * 0.8125,
    scale: rem / 16,
    oneColour: scheme !== "base",
  };
}

customElements.define("st-chart", Chart);
