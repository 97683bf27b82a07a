import { readFile } from "node:fs/promises";
import path from "node:path";

// One SVG sprite of the icons named in icons.txt, and the brand mark.
export async function sprite(here) {
  const names = (await readFile(path.join(here, "icons.txt"), "utf8")).split("\n").map((l) => l.trim()).filter(Boolean);
  const twice = names.filter((n, i) => names.indexOf(n) !== i);
  if (twice.length) throw new Error(`icons.txt names an icon twice: ${twice.join(", ")}`);

  const symbols = await Promise.all(names.map((name) => symbol(here, name)));
  symbols.push(brand(await readFile(path.join(here, "images", "brand.svg"), "utf8")));
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}

async function symbol(here, name) {
  const filled = name.endsWith("-f");
  const file = path.join(
    here, "node_modules/@tabler/icons/icons", filled ? "filled" : "outline", `${filled ? name.slice(0, -2) : name}.svg`);
  const svg = await readFile(file, "utf8").catch(() => {
    throw new Error(`icons.txt: there is no Tabler icon "${name}"`);
  });
  const shapes = inside(svg).replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, "");
  const paint = filled ? ' fill="currentColor" stroke="none"' : "";
  return `<symbol id="i-${name}" viewBox="0 0 24 24"${paint}>${shapes.replace(/\s*\n\s*/g, "").replace(/ \/>/g, "/>")}</symbol>`;
}

function brand(svg) {
  return `<symbol id="i-stupeni" viewBox="0 0 28 28" fill="currentColor" stroke="none">${inside(svg).trim()}</symbol>`;
}

function inside(svg) {
  return svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
}
