// Bundle the live figures: `make figures` runs this file with Node. With names, only these figures
// are built anew.
//
// nnlib/figures/bundle/NAME.js       one self-contained module per figure, for notebooks (anywidget)
// nnlib/figures/bundle/figures.css   the stylesheet of both
// nnlib/figures/bundle/page/         for the site: loader.js, shared.js, NAME.js, figures.css and the
//                                    licences of what is inside. Classic scripts, not modules, so that
//                                    they also run on pages opened from a folder (file://).
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "nnlib/figures/js");
const target = join(root, "nnlib/figures/bundle");
const fresh = join(target, `.new-${process.pid}`); // moved into place when all is well
const page = join(fresh, "page");
const chosen = process.argv.slice(2);

const figures = (await readdir(join(source, "figures")))
  .filter((file) => file.endsWith(".js"))
  .map((file) => basename(file, ".js"))
  .filter((name) => chosen.length === 0 || chosen.includes(name));

const packages = new Map();
async function bundle(entry, outfile, options) {
  const result = await build({
    stdin: entry.contents && { contents: entry.contents, resolveDir: source, loader: entry.loader ?? "js" },
    entryPoints: entry.file && [entry.file],
    outfile,
    bundle: true,
    minify: true,
    metafile: true,
    charset: "utf8",
    target: "es2022",
    logLevel: "warning",
    absWorkingDir: root,
    ...options,
  });
  const inside = new Set();
  for (const input of Object.keys(result.metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name) inside.add(name);
  }
  const notes = [];
  for (const name of [...inside].sort()) {
    const folder = join(root, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    packages.set(name, { version, license, folder });
    notes.push(`${name} ${version} (${license})`);
  }
  if (notes.length) {
    const code = await readFile(outfile, "utf8");
    await writeFile(outfile, `/*! contains ${notes.join(", ")} */\n${code}`);
  }
}

// On the page, what `./shared.js` exports comes from the script that is loaded once.
const sharedFromPage = {
  name: "shared-from-page",
  setup(builder) {
    builder.onResolve({ filter: /(^|\/)shared\.js$/ }, () => ({ path: "shared", namespace: "page" }));
    builder.onLoad({ filter: /.*/, namespace: "page" }, () => ({
      contents: "module.exports = window.nnFigures.shared;",
    }));
  },
};

// `import packed from "digits-data"`: the digits as tools/build_figures.py has written them.
const digitsData = {
  name: "digits-data",
  setup(builder) {
    builder.onResolve({ filter: /^digits-data$/ }, () => ({ path: process.env.NN_DIGITS }));
  },
};

async function licenceTexts() {
  const texts = [];
  for (const [name, { version, license, folder }] of [...packages].sort()) {
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? await readFile(join(folder, file), "utf8") : "";
    texts.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
  }
  return texts.join("\n----\n\n");
}

async function moveIntoPlace(from, to) {
  await mkdir(to, { recursive: true });
  const files = await readdir(from, { withFileTypes: true });
  for (const file of files) {
    if (file.isDirectory()) await moveIntoPlace(join(from, file.name), join(to, file.name));
    else await rename(join(from, file.name), join(to, file.name));
  }
  const built = new Set(files.map((file) => file.name));
  for (const old of await readdir(to, { withFileTypes: true })) {
    if (chosen.length === 0 && old.isFile() && !built.has(old.name)) await rm(join(to, old.name));
  }
}

await mkdir(page, { recursive: true });
try {
  for (const name of figures) {
    const file = join(source, "figures", `${name}.js`);
    await bundle({ file }, join(fresh, `${name}.js`), { format: "esm", plugins: [digitsData] });
    const contents = `import figure from "./figures/${name}.js"; window.nnFigures.figures["${name}"] = figure;`;
    await bundle({ contents }, join(page, `${name}.js`), {
      format: "iife",
      plugins: [sharedFromPage, digitsData],
    });
  }
  const contents = `import * as shared from "./shared.js"; window.nnFigures.shared = shared;`;
  await bundle({ contents }, join(page, "shared.js"), { format: "iife" });
  await bundle({ file: join(source, "page/loader.js") }, join(page, "loader.js"), { format: "iife" });
  const styles = (await readdir(join(source, "styles"))).filter((file) => file !== "base.css");
  const css = ["base.css", ...styles.sort()].map((file) => `@import "./styles/${file}";`).join("\n");
  for (const folder of [fresh, page]) {
    await bundle({ contents: css, loader: "css" }, join(folder, "figures.css"), {});
  }
  await writeFile(join(page, "LICENSES.txt"), await licenceTexts());
  await moveIntoPlace(fresh, target);
  console.log(`${figures.length} figures: ${figures.join(", ")}`);
} catch (error) {
  console.error(error.message); // esbuild has said where; the old bundle stays
  process.exitCode = 1;
} finally {
  await rm(fresh, { recursive: true, force: true });
}
