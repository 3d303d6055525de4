// Typesets one formula a line: JSON {latex, display} in, JSON {html} or {error} out.
const katex = require("katex");
// KaTeX writes "min" in an index as a function that is applied to nothing; the index then has two
// parts, which is no MathML: L_{\min}.
const APPLIED_TO_NOTHING = /(<mi>[^<]*<\/mi>)<mo>\u2061<\/mo>(?=<\/m(?:sub|sup|subsup|under|over)>)/g;
const lines = require("node:readline").createInterface({ input: process.stdin });

lines.on("line", (line) => {
  const { latex, display } = JSON.parse(line);
  let answer;
  try {
    const typeset = katex.renderToString(latex, { displayMode: display, strict: "ignore" });
    answer = { html: typeset.replace(APPLIED_TO_NOTHING, "$1") };
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
