// The legend is a list of the page, so that it wraps and can be read; each entry shows the mark its series is drawn with.
export function legend({ name, box, line, dash, mark, fill, through, size = 9, opacity }) {
  const item = document.createElement("li");
  const isDot = mark && !dash && !through;
  const width = isDot ? 14 : 26;
  const svg = element("svg", { width, height: 12, "aria-hidden": "true" });
  if (box) {
    svg.append(element("rect", { x: 1, y: 1, width: 18, height: 10, fill: box.color, stroke: box.borderColor, "stroke-width": box.borderWidth }));
  }
  if (line && !isDot) {
    svg.append(element("line", {
      x1: 0, x2: width, y1: 6, y2: 6, stroke: line, "stroke-width": 2, "stroke-dasharray": Array.isArray(dash) ? dash.join(" ") : null,
    }));
  }
  if (mark) svg.append(shape(mark, width / 2, Math.min(size, 11) / 2, { fill, stroke: line ?? fill, "stroke-width": 1.5, opacity }));
  item.append(svg, name);
  return item;
}

function shape(mark, x, r, paint) {
  if (mark === "diamond") return element("path", { d: `M${x} ${6 - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`, ...paint });
  if (mark === "triangle") return element("path", { d: `M${x} ${6 - r}l${r} ${2 * r}h${-2 * r}z`, ...paint });
  if (mark === "rect" || mark === "emptyRect") return element("rect", { x: x - r, y: 6 - r, width: 2 * r, height: 2 * r, ...paint });
  return element("circle", { cx: x, cy: 6, r, ...paint });
}

function element(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value);
  return made;
}
