import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, registerLocale, use } from "echarts/core";
import langRU from "echarts/lib/i18n/langRU.js";
import { SVGRenderer } from "echarts/renderers";
import { legend } from "./chart-legend.js";
import { options } from "./chart-options.js";
import { read } from "./chart-table.js";

use([BarChart, CustomChart, LineChart, ScatterChart, AriaComponent, GridComponent, MarkLineComponent,
  TooltipComponent, SVGRenderer]);
registerLocale("RU", langRU);

class Chart extends HTMLElement {
  connectedCallback() {
    const table = document.getElementById(this.dataset.table);
    if (!table?.tHead || this.canvas) return;
    this.data = read(table);
    this.canvas = document.createElement("div");
    this.keys = document.createElement("ul");
    this.keys.className = "st-legend";
    this.append(this.canvas, this.keys);
    this.canvas.setAttribute("role", "img");
    if (this.dataset.title) this.canvas.setAttribute("aria-label", this.dataset.title);
    this.classList.add("is-drawn");
    // The table is open for readers without script; beside its picture it waits behind "data".
    const twin = table.closest("details.st-twin");
    if (twin) twin.open = false;

    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(this);
    this.schemes = new MutationObserver(() => this.draw());
    this.schemes.observe(document.documentElement, { attributeFilter: ["data-scheme", "data-size", "data-spacing"] });
    document.fonts?.ready.then(() => this.draw());
  }

  disconnectedCallback() {
    this.sizes?.disconnect();
    this.schemes?.disconnect();
    this.chart?.dispose();
    this.chart = null;
    this.canvas?.remove();
    this.keys?.remove();
    this.canvas = null;
  }

  draw() {
    const width = this.clientWidth;
    if (!this.canvas || width === 0) return;
    const { option, height, keys } = options(this.dataset, this.data, look(this), width);
    this.canvas.style.setProperty("height", `${height}px`);
    if (!this.chart) {
      const locale = document.documentElement.lang.startsWith("en") ? "EN" : "RU";
      this.chart = init(this.canvas, null, { renderer: "svg", locale });
      this.chart.on("click", ({ data }) => data?.href && location.assign(data.href));
    }
    this.chart.resize({ width, height });
    this.chart.setOption(option, { notMerge: true });
    this.keys.hidden = keys.length === 0;
    this.keys.replaceChildren(...keys.map(legend));
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
