// What a chart draws is what the table beside it says. Column heads carry the roles: data-x, data-y, data-lo, data-hi,
// data-interval (both bounds in one cell), data-n, data-series (the name of the row's series).
export function read(table) {
  const heads = [...table.tHead.rows].at(-1).cells;
  const columns = [...heads].map((th, index) => ({ index, name: th.textContent.trim(), roles: th.dataset }));
  const having = (role) => columns.filter((c) => role in c.roles);
  const x = having("x")[0] ?? columns[0];
  const ys = having("y").length ? having("y") : [columns.find((c) => c !== x)];
  const [los, his, intervals, ns] = ["lo", "hi", "interval", "n"].map(having);
  const split = having("series")[0];

  const series = new Map();
  const categories = [];
  for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
    const label = text(row.cells[x.index]);
    if (!categories.includes(label)) categories.push(label);
    ys.forEach((y, k) => {
      const cell = row.cells[y.index];
      const bounds = intervals[k] ? numbers(row.cells[intervals[k].index]) : [];
      const n = ns[k] ?? ns[0];
      const name = split ? text(row.cells[split.index]) : y.name;
      if (!series.has(name)) series.set(name, { name, points: [] });
      series.get(name).points.push({
        label,
        name: text(row.querySelector("th") ?? row.cells[0]),
        x: number(row.cells[x.index]),
        y: number(cell),
        lo: los[k] ? number(row.cells[los[k].index]) : bounds[0] ?? null,
        hi: his[k] ? number(row.cells[his[k].index]) : bounds[1] ?? null,
        n: n ? number(row.cells[n.index]) : null,
        group: row.dataset.group ?? "rest",
        href: cell?.dataset.href ?? row.dataset.href ?? row.querySelector("a[href]")?.href,
      });
    });
  }
  return { x: x.name, y: ys[0].name, ys: ys.length, categories, series: [...series.values()] };
}

const text = (cell) => cell?.textContent.trim().replace(/\s+/g, " ") ?? "";

function number(cell) {
  return cell?.dataset.v !== undefined && cell.dataset.v !== "" ? Number(cell.dataset.v) : numbers(cell)[0] ?? null;
}

// "1 204,5", "−7,8 п. п." and "21,2–57,3" with whatever spaces and joiners the page puts between.
function numbers(cell) {
  const plain = text(cell).replace(/[\s\u00a0\u202f\u2060]/g, "").replace(/,/g, ".").replace(/−/g, "-");
  return [...plain.matchAll(/(?<![\d.])-?\d+(?:\.\d+)?/g)].map((m) => Number(m[0]));
}
