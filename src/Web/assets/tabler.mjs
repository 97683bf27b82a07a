import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

// The classes of Tabler that pages may use. Its element rules (the reboot) are kept whole.
const classes = new Set([
  "btn", "btn-primary", "btn-danger", "btn-sm",
  "form-label", "form-hint", "form-control", "form-select", "form-check", "form-check-input", "form-check-label",
]);

// `@import "tabler-subset"` in a style sheet gives Tabler without the nine tenths that no page uses.
export function tablerSubset(here) {
  return {
    name: "tabler-subset",
    setup(build) {
      build.onResolve({ filter: /^tabler-subset$/ }, () => ({ path: "tabler-subset", namespace: "tabler-subset" }));
      build.onLoad({ filter: /.*/, namespace: "tabler-subset" }, async () => {
        const css = await readFile(path.join(here, "node_modules/@tabler/core/dist/css/tabler.css"), "utf8");
        const own = await Promise.all(
          (await readdir(path.join(here, "styles"))).map((f) => readFile(path.join(here, "styles", f), "utf8")));
        return { contents: subset(css, own.join("\n")), loader: "css" };
      });
    },
  };
}

function subset(css, own) {
  const rules = keep(parse(css.replace(/\/\*[\s\S]*?\*\//g, "")));
  const wanted = wantedProperties(rules, own);
  return print(rules, wanted);
}

function parse(css) {
  const nodes = [];
  let start = 0;
  for (let i = 0; i < css.length; i++) {
    if (css[i] === '"' || css[i] === "'") i = css.indexOf(css[i], i + 1);
    else if (css[i] === ";") start = i + 1;
    else if (css[i] === "{") {
      const end = closing(css, i);
      nodes.push({ head: css.slice(start, i).trim(), body: css.slice(i + 1, end) });
      i = end;
      start = end + 1;
    }
  }
  return nodes;
}

function closing(css, open) {
  for (let i = open, depth = 0; i < css.length; i++) {
    if (css[i] === '"' || css[i] === "'") i = css.indexOf(css[i], i + 1);
    else if (css[i] === "{") depth++;
    else if (css[i] === "}" && --depth === 0) return i;
  }
  throw new Error("tabler.css: a brace is not closed");
}

function keep(nodes) {
  return nodes.flatMap((node) => {
    if (/^@(media|supports|container)/.test(node.head)) {
      const inner = keep(parse(node.body));
      return inner.length ? [{ head: node.head, inner }] : [];
    }
    if (node.head.startsWith("@")) return [];
    const head = split(node.head, ",").filter(isWanted).join(", ");
    return head ? [{ head, declarations: split(node.body, ";") }] : [];
  });
}

function isWanted(selector) {
  // Themes are ours, by data-scheme; scroll bars stay as the reader's system draws them.
  if (/data-bs|::-webkit-scrollbar|:host|\[dir/.test(selector)) return false;
  return [...selector.matchAll(/\.(-?[a-z_][\w-]*)/gi)].every(([, name]) => classes.has(name));
}

function wantedProperties(rules, own) {
  const uses = (text) => [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1]);
  const declarations = flat(rules).flatMap((r) => r.declarations);
  const wanted = new Set(uses(own));
  for (const d of declarations) if (!d.startsWith("--")) uses(d).forEach((u) => wanted.add(u));
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const d of declarations) if (d.startsWith("--") && wanted.has(nameOf(d))) uses(d).forEach((u) => wanted.add(u));
  }
  return wanted;
}

function print(rules, wanted) {
  return rules.map((rule) => {
    if (rule.inner) {
      const inner = print(rule.inner, wanted);
      return inner && `${rule.head} {\n${inner}\n}`;
    }
    const body = rule.declarations.filter((d) => !d.startsWith("--") || wanted.has(nameOf(d)));
    return body.length && `${rule.head} { ${body.join("; ")} }`;
  }).filter(Boolean).join("\n");
}

const nameOf = (declaration) => declaration.slice(0, declaration.indexOf(":")).trim();
const flat = (rules) => rules.flatMap((r) => r.inner ? flat(r.inner) : [r]);

function split(text, separator) {
  const parts = [];
  let depth = 0, start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"' || text[i] === "'") i = text.indexOf(text[i], i + 1);
    else if ("([".includes(text[i])) depth++;
    else if (")]".includes(text[i])) depth--;
    else if (text[i] === separator && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)].map((p) => p.trim()).filter(Boolean);
}
