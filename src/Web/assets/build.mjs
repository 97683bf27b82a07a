// Bundles styles, scripts, fonts and icons into ../wwwroot/assets. Does nothing when no input has changed.
import { createHash } from "node:crypto";
import { access, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, "..", "wwwroot", "assets");
const stampFile = path.join(out, ".stamp");
const started = performance.now();

const stamp = await hashOfInputs();
if ((await lastBuild()).stamp === stamp) {
  console.log("assets: unchanged");
} else {
  await build();
  console.log(`assets: built in ${Math.round(performance.now() - started)} ms`);
}

async function build() {
  const esbuild = await import("esbuild");
  const { tablerSubset } = await import("./tabler.mjs");
  const { sprite } = await import("./icons.mjs");

  const result = await esbuild.build({
    absWorkingDir: here,
    entryPoints: ["styles/app.css", "scripts/app.js", "scripts/charts.js"],
    outdir: out,
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: ["es2020"],
    charset: "utf8",
    legalComments: "none",
    loader: { ".woff2": "file" },
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [tablerSubset(here)],
    metafile: true,
    write: false,
    logLevel: "warning",
  });

  const files = new Map(result.outputFiles.map((f) => [path.basename(f.path), Buffer.from(f.contents)]));
  const manifest = {};
  for (const [file, output] of Object.entries(result.metafile.outputs)) {
    const source = output.entryPoint ?? (file.endsWith(".woff2") ? Object.keys(output.inputs)[0] : null);
    if (source) manifest[path.basename(source)] = path.basename(file);
  }

  add("icons.svg", Buffer.from(await sprite(here)));
  add("favicon.svg", await readFile(path.join(here, "images", "favicon.svg")));

  const ordered = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
  files.set("manifest.json", Buffer.from(JSON.stringify(ordered, null, 2) + "\n"));
  await write(files);

  function add(name, content) {
    const { name: stem, ext } = path.parse(name);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
    manifest[name] = `${stem}.${hash}${ext}`;
    files.set(manifest[name], content);
  }
}

async function write(files) {
  await mkdir(out, { recursive: true });
  const written = [];
  // A name holds the hash of its content, so the twins of an earlier finished build are still right.
  const finished = new Set((await lastBuild()).files);
  await Promise.all(
    [...files].map(async ([name, content]) => {
      await put(name, content);
      if (finished.has(name + ".br") && finished.has(name + ".gz")) return written.push(name + ".br", name + ".gz");
      if (name.endsWith(".woff2") || name === "manifest.json") return;
      const br = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
      await put(name + ".br", await promisify(brotliCompress)(content, br));
      await put(name + ".gz", await promisify(gzip)(content, { level: 9 }));
    }),
  );
  const keep = new Set([...written, ".stamp"]);
  for (const old of await readdir(out)) if (!keep.has(old)) await rm(path.join(out, old), { recursive: true });
  await writeFile(stampFile, JSON.stringify({ stamp, files: written.sort() }));

  async function put(name, content) {
    written.push(name);
    await writeFile(path.join(out, name), content);
  }
}

// The lock file stands for the packages: they change only with it.
async function hashOfInputs() {
  const hash = createHash("sha256");
  const names = (await readdir(here, { recursive: true, withFileTypes: true }))
    .filter((e) => e.isFile() && !e.name.endsWith(".md"))
    .map((e) => path.relative(here, path.join(e.parentPath ?? e.path, e.name)))
    .filter((n) => !n.startsWith("node_modules") && n !== ".npmrc")
    .sort();
  for (const name of names) hash.update(name).update("\0").update(await readFile(path.join(here, name)));
  return hash.digest("hex");
}

async function lastBuild() {
  try {
    const last = JSON.parse(await readFile(stampFile, "utf8"));
    await Promise.all(last.files.map((f) => access(path.join(out, f))));
    return last;
  } catch {
    return { stamp: null, files: [] };
  }
}
