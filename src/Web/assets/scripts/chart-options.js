import { number, words } from "./words.js";

const nb = "\u00a0";
const few = 10;
// Series differ by mark and dash as well as by colour.
const marks = ["circle", "diamond", "rect", "triangle", "emptyCircle", "emptyRect"];
const thresholdDash = [4, 3];
const dashes = ["solid", [6, 4], [2, 3], [8, 3, 2, 3], "solid", [4, 2]];

export function options(set, data, look, width) {
  const kind = kinds[set.kind] ?? kinds.bars;
  const { height, legend = data.series.length > 1, ...own } = kind(set, data, look, width);
  const keys = own.series.filter((s) => s.key && (legend || s.key.always)).map((s) => ({ name: s.name, ...s.key }));
  for (const s of own.series) delete s.key;
  const named = own.yAxis.name || set.threshold !== undefined ? 1.6 : 0.6;
  return {
    height: Math.round(height),
    keys,
    option: {
      animation: false,
      textStyle: { fontFamily: look.font, fontSize: look.size, color: look.token("ink-2") },
      aria: { enabled: true, label: { enabled: false } },
      grid: {
        left: 4, right: look.size * 1.5, top: look.size * named + 8, bottom: 4,
        outerBoundsMode: "same", outerBoundsContain: "all",
      },
      ...own,
    },
  };
}

const kinds = {
  bars(set, data, look, width) {
    const lying = set.dir === "row";
    const category = categoryAxis(data, look, lying, width);
    const value = valueAxis(set, look, lying ? "x" : "y", measure(data, set));
    return {
      height: lying ? rows(data, look) : tall(look),
      xAxis: lying ? value : { ...category, name: set.xTitle ?? data.x },
      yAxis: lying ? category : value,
      series: [
        ...data.series.map((s, k) => ({
          type: "bar", name: s.name, barMaxWidth: 36 * look.scale, barGap: "15%", cursor: cursor(s),
          itemStyle: fill(look, k), key: { box: fill(look, k) },
          data: inOrder(data, s).map((p) => p && datum(p, p.y, s, set)),
        })),
        ...data.series.flatMap((s) => (data.series.length === 1 ? whiskers(data, s, look, lying, 0, look.token("ink")) : [])),
        ...threshold(set, look, lying),
      ],
    };
  },

  line(set, data, look, width) {
    return {
      height: tall(look),
      xAxis: { ...categoryAxis(data, look, false, width), boundaryGap: true, name: set.xTitle ?? data.x },
      yAxis: valueAxis(set, look, "y", measure(data, set)),
      series: [
        ...data.series.map((s, k) => ({
          type: "line", name: s.name, connectNulls: false, symbol: marks[k], symbolSize: 9 * look.scale, showAllSymbol: true,
          lineStyle: { color: colour(look, k), width: 2, type: dashes[k] }, itemStyle: { color: colour(look, k) },
          cursor: cursor(s), emphasis: { scale: false }, key: { line: colour(look, k), dash: dashes[k], mark: marks[k], fill: colour(look, k) },
          data: inOrder(data, s).map((p) => (p?.y === null || !p ? "-" : datum(p, p.y, s, set))),
        })),
        ...data.series.flatMap((s, k) => whiskers(data, s, look, false, 0, colour(look, k))),
        ...threshold(set, look, false),
      ],
    };
  },

  scatter(set, data, look) {
    const points = data.series.flatMap((s) => s.points.filter((p) => p.x !== null && p.y !== null).map((p) => ({ s, p })));
    const names = (set.names ?? "||").split("|");
    const c = look.token;
    const styles = {
      rest: { name: names[2], symbol: "circle", symbolSize: look.oneColour ? 4 : 6, itemStyle: look.oneColour ? { opacity: 1, color: c("ground"), borderColor: c("c6"), borderWidth: 1 } : { color: c("c6"), opacity: 0.5 } },
      peer: { name: names[1], symbol: look.oneColour ? "rect" : "circle", symbolSize: 9, itemStyle: hollow(look, c("c1")) },
      me: { name: names[0], symbol: look.oneColour ? "diamond" : "circle", symbolSize: 13, itemStyle: { opacity: 1, color: c("c2"), borderColor: c("ground"), borderWidth: 1.5 } },
    };
    return {
      height: tall(look) * 1.15,
      legend: Boolean(set.names),
      xAxis: { ...valueAxis(set, look, "x", set.xTitle ?? data.x), scale: true, min: bound(set.xMin), max: bound(set.xMax) },
      yAxis: { ...valueAxis(set, look, "y", measure(data, set)), scale: set.min === undefined },
      series: [
        ...Object.entries(styles).map(([group, style]) => ({
          type: "scatter", ...style, symbolSize: style.symbolSize * look.scale, cursor: cursor(data.series[0]), emphasis: { scale: false },
          key: { mark: style.symbol, fill: style.itemStyle.color, line: style.itemStyle.borderColor, size: style.symbolSize, opacity: style.itemStyle.opacity },
          label: { show: group === "me", position: "right", distance: 8, formatter: (d) => d.data.name, ...halo(look), fontWeight: 600 },
          data: points.filter(({ p }) => p.group === group)
            .map(({ s, p }) => ({ ...datum(p, [p.x, p.y], s, set), name: p.name, tip: tip(p, s, set, data) })),
        })),
        ...expected(set, look, points.map(({ p }) => p.x)),
        ...threshold(set, look, false),
      ],
    };
  },

  distribution(set, data, look) {
    const [first, ...others] = data.series;
    const points = first.points.filter((p) => p.x !== null);
    const xs = points.map((p) => p.x);
    const step = Math.min(...xs.slice(1).map((v, i) => v - xs[i]).filter((d) => d > 0), xs.length > 1 ? Infinity : 1);
    const bar = look.oneColour && others.length
      ? { color: look.token("ground"), borderColor: look.token("ink"), borderWidth: 1 } : fill(look, 0);
    const boundaries = (set.boundaries ?? "").split(";").filter(Boolean).map((b) => b.split(":"));
    return {
      height: tall(look),
      xAxis: {
        ...valueAxis(set, look, "x", set.xTitle ?? data.x), splitLine: { show: false },
        min: Math.min(...xs) - step / 2, max: Math.max(...xs) + step / 2, minInterval: step,
        axisLabel: { ...label(look), formatter: (v) => (Number.isInteger(v) ? number(v) : ""), showMinLabel: false, showMaxLabel: false },
      },
      yAxis: valueAxis(set, look, "y", measure(data, set)),
      series: [
        {
          type: "custom", name: first.name, cursor: cursor(first), key: { box: bar },
          encode: { x: 0, y: 1 },
          renderItem: (_, api) => {
            const [left, top] = api.coord([api.value(0) - step / 2, api.value(1)]);
            const [right, foot] = api.coord([api.value(0) + step / 2, 0]);
            return {
              type: "rect",
              shape: { x: left + 1, y: top, width: Math.max(1, right - left - 2), height: foot - top },
              style: { fill: bar.color, stroke: bar.borderColor, lineWidth: bar.borderWidth },
            };
          },
          data: points.map((p) => datum(p, [p.x, p.y ?? 0], first, set)),
        },
        ...others.map((s, k) => ({
          type: "line", name: s.name, step: "middle", symbol: "none", emphasis: { scale: false },
          lineStyle: { color: colour(look, k + 1), width: 2, type: dashes[k + 1] }, itemStyle: { color: colour(look, k + 1) },
          key: { line: colour(look, k + 1), dash: dashes[k + 1] },
          data: s.points.map((p) => [p.x, p.y ?? "-"]),
        })),
        ...markLines(look, boundaries.map(([at, name]) => ({ xAxis: Number(at) - step / 2, name }))),
      ],
    };
  },

  intervals(set, data, look, width) {
    const space = 14 * look.scale;
    const at = (k) => (k - (data.series.length - 1) / 2) * space;
    return {
      height: rows(data, look),
      xAxis: valueAxis(set, look, "x", measure(data, set)),
      yAxis: { ...categoryAxis(data, look, true, width), splitLine: { show: false } },
      series: [
        ...threshold(set, look, true),
        ...data.series.flatMap((s, k) => whiskers(data, s, look, true, at(k), shade(look, k))),
        ...data.series.map((s, k) => ({
          type: "scatter", name: s.name, symbol: "circle", symbolSize: (k ? 9 : 11) * look.scale, symbolOffset: [0, at(k)],
          cursor: cursor(s), emphasis: { scale: false }, z: 5,
          key: { line: shade(look, k), through: true, mark: "circle", fill: k ? look.token("ground") : shade(look, k) },
          itemStyle: k ? hollow(look, shade(look, k)) : { opacity: 1, color: shade(look, k), borderColor: look.token("ground"), borderWidth: 1.5 },
          data: inOrder(data, s).map((p, i) => p && p.y !== null && {
            ...datum(p, [p.y, i], s, set),
            ...(p.n !== null && p.n < few && { itemStyle: hollow(look, shade(look, k)) }),
          }).filter(Boolean),
        })),
      ],
    };
  },
};

const colour = (look, k) => look.token(`c${Math.min(k, 5) + 1}`);
// A second interval is last year: the background colour, a hollow dot.
const shade = (look, k) => (k ? look.token("c6") : look.token("c1"));
// In one colour the first series is solid, the second hollow, further ones striped.
function fill(look, k) {
  if (!look.oneColour) return { color: colour(look, k), borderWidth: 0 };
  const ink = look.token("ink");
  return {
    color: k ? look.token("ground") : ink, borderColor: ink, borderWidth: 1,
    ...(k > 1 && { decal: { symbol: "rect", color: ink, dashArrayX: [1, 0], dashArrayY: [2, 2 + 2 * k], rotation: -Math.PI / 4 } }),
  };
}
const hollow = (look, border) => ({ opacity: 1, color: look.token("ground"), borderColor: border, borderWidth: 2 });
const tall = (look) => 280 * look.scale;
const rows = (data, look) => (data.categories.length * (30 + 14 * (data.series.length - 1)) + 64) * look.scale;
const label = (look) => ({ color: look.token("ink-2"), fontSize: look.size, fontFamily: look.font });
const halo = (look) => ({ ...label(look), color: look.token("ink"), textBorderColor: look.token("ground"), textBorderWidth: 4 });
const cursor = (series) => (series.points.some((p) => p.href) ? "pointer" : "default");
const bound = (value) => (value === undefined ? undefined : Number(value));

// One column names its axis; of several each is named in the legend and the axis carries what they share, the unit.
function measure(data, set) {
  if (set.yTitle !== undefined) return set.yTitle;
  if (data.ys > 1) return set.unit;
  return set.unit && !data.y.includes(set.unit) ? `${data.y}, ${set.unit}` : data.y;
}

function inOrder(data, series) {
  return data.categories.map((name) => series.points.find((p) => p.label === name) ?? null);
}

function categoryAxis(data, look, lying, width) {
  const room = lying ? Math.min(width * 0.4, 220 * look.scale) : (width - 60) / data.categories.length - 6;
  return {
    type: "category", data: data.categories, inverse: lying, nameLocation: "middle", nameGap: look.size * 1.1,
    nameTextStyle: label(look), axisTick: { show: false }, axisLine: { lineStyle: { color: look.token("control") } },
    axisLabel: { ...label(look), interval: lying ? 0 : "auto", ...(lying || room > 80 * look.scale ? { width: room, overflow: "break" } : { hideOverlap: true }), lineHeight: look.size * 1.25 },
  };
}

function valueAxis(set, look, side, name) {
  return {
    type: "value", name, min: bound(set.min), max: bound(set.max),
    nameLocation: side === "x" ? "middle" : "end", nameGap: look.size * (side === "x" ? 1.9 : 0.8),
    nameTextStyle: { ...label(look), align: side === "x" ? "center" : "left", padding: side === "x" ? 0 : [0, 0, 0, -look.size * 2] },
    axisLine: { show: side === "x", lineStyle: { color: look.token("control") } }, axisTick: { show: false },
    splitLine: { lineStyle: { color: look.token("line"), type: look.oneColour ? [1, 4] : "solid" } },
    axisLabel: { ...label(look), formatter: (v) => number(v), hideOverlap: true },
  };
}

function datum(point, value, series, set) {
  return { value, href: point.href, tip: tip(point, series, set) };
}

function tip(p, series, set, axes) {
  const unit = set.unit ? nb + set.unit : "";
  const lines = axes
    ? [p.name, `${axes.x}: ${number(p.x)}`, `${axes.y}: ${number(p.y)}${unit}`]
    : [p.label, p.y === null ? null : `${series.name}: ${number(p.y)}${unit}`];
  if (p.lo !== null && p.hi !== null) lines.push(`${words.interval}: ${words.from}${nb}${number(p.lo)} ${words.to}${nb}${number(p.hi)}`);
  if (p.n !== null) lines.push(`N${nb}=${nb}${number(p.n, 0)}`);
  return lines.filter(Boolean).join("\n");
}

function whiskers(data, series, look, lying, offset, stroke) {
  const points = inOrder(data, series);
  if (!points.some((p) => p && p.lo !== null && p.hi !== null)) return [];
  return [{
    type: "custom", silent: true, z: 4, encode: lying ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
    renderItem: (_, api) => {
      const i = api.value(0);
      const [a, b] = [1, 2].map((d) => api.coord(lying ? [api.value(d), i] : [i, api.value(d)]));
      const shape = lying
        ? { x1: a[0], x2: b[0], y1: a[1] + offset, y2: a[1] + offset }
        : { x1: a[0] + offset, x2: a[0] + offset, y1: a[1], y2: b[1] };
      return { type: "line", shape, style: { stroke, lineWidth: 2, fill: null } };
    },
    data: points.map((p, i) => p && p.lo !== null && p.hi !== null && [i, p.lo, p.hi]).filter(Boolean),
  }];
}

// Between lying marks the name of a threshold stands above its line; over standing ones it would cover data, so the
// legend tells it.
function threshold(set, look, lying) {
  if (set.threshold === undefined) return [];
  const at = Number(set.threshold);
  const name = set.thresholdLabel ?? number(at);
  const [line] = markLines(look, [{ [lying ? "xAxis" : "yAxis"]: at, name }], "start");
  if (lying) return [line];
  line.markLine.label.show = false;
  return [{ ...line, name, key: { always: true, line: look.token("warm-mark"), dash: thresholdDash } }];
}

function markLines(look, lines, position = "end") {
  if (lines.length === 0) return [];
  return [{
    type: "line", data: [], silent: true,
    markLine: {
      silent: true, animation: false, symbol: "none",
      lineStyle: { color: look.token("warm-mark"), width: 1.5, type: thresholdDash },
      label: { ...label(look), color: look.token("warm"), formatter: "{b}", position, textBorderColor: look.token("ground"), textBorderWidth: 3 },
      data: lines,
    },
  }];
}

// data-fit="a b": the line y = a + b·x.
function expected(set, look, xs) {
  if (!set.fit || xs.length === 0) return [];
  const [a, b] = set.fit.trim().split(/\s+/).map(Number);
  const ends = [Math.min(...xs), Math.max(...xs)];
  return [{
    type: "line", symbol: "none", silent: true, emphasis: { scale: false },
    lineStyle: { color: look.token("ink-3"), width: 1.5, type: "solid" },
    endLabel: { show: Boolean(set.fitLabel), formatter: set.fitLabel, ...halo(look), color: look.token("ink-2"), align: "right", offset: [0, -look.size] },
    data: ends.map((x) => [x, a + b * x]),
  }];
}
