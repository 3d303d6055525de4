// Bundle the site's style sheet and scripts: node bundle.mjs TARGET. book/_ext/book_style.py calls it.
import { build } from "esbuild";

await build({
  entryPoints: ["site.css", "site.js", "search.js"].map((name) => `${import.meta.dirname}/${name}`),
  outdir: process.argv[2],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  assetNames: "fonts/[name]",
  // Every browser of the last ten years reads WOFF2.
  loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" },
});
