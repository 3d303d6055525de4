// The puzzle of figure 7: which product of two factors is the gradient? Nudging decides.
import { h, matrixView, multiply, num, relativeError, setText, shape, toRows } from "../shared.js";
import { nudged, operand } from "./fc_paths.js";
import { whole } from "./whole.js";

const FACTORS = ["X", "Xᵀ", "G", "Gᵀ", "W", "Wᵀ", "1", "1ᵀ"];

// choose("left" or "right", factor) is called; update(data, wanted, [left, right]) draws and returns
// what to say.
export function orderPuzzle({ t, choose }) {
  const select = (label, trait) => {
    const field = h(
      "select",
      { on: { change: () => choose(trait, field.value) } },
      FACTORS.map((name) => h("option", { value: name }, name)),
    );
    return { el: h("label", { class: "et-factor" }, h("span", {}, label), field), field };
  };
  const left = select(t.left, "left");
  const right = select(t.right, "right");
  const product = matrixView({ name: whole(t.product), label: (r, c) => t.cellOf(t.product, r + 1, c + 1) });
  const truths = Object.fromEntries(
    ["W", "B", "X"].map((name) => [name, matrixView({ name: t.nudged(name), label: () => t.nudged(name) })]),
  );
  const shapes = h("p", { class: "et-shapes" });
  const verdict = h("p", { class: "et-verdict" });
  const answers = h("div", { class: "et-row" }, product.el, Object.values(truths).map((one) => one.el));
  const el = h(
    "div", { class: "et-puzzle" },
    h("div", { class: "et-row et-factors" }, left.el, right.el), shapes, answers, verdict,
  );

  function update(data, wantedNow, names) {
    const [A, C] = names.map((name) => operand(data, name));
    left.field.value = names[0];
    right.field.value = names[1];
    const truth = nudged(data, wantedNow);
    for (const [name, one] of Object.entries(truths)) one.el.hidden = name !== wantedNow;
    truths[wantedNow].update(truth.map((line) => line.map((value) => Number(value.toFixed(6)))));
    const fits = A.cols === C.rows;
    const result = fits ? toRows(multiply(A, C)) : null;
    setText(shapes, `${names[0]} ${shape(A.rows, A.cols)} · ${names[1]} ${shape(C.rows, C.cols)}`);
    product.el.hidden = !fits;
    const alike = fits && result.length === truth.length && result[0].length === truth[0].length;
    const size = Math.max(...truth.flat().map(Math.abs));
    const errors = alike ? result.map((line, r) => line.map((value, c) => relativeError(value, truth[r][c], size))) : null;
    if (fits) product.update(result, (r, c) => (errors && errors[r][c] < 1e-6 ? "bias" : "wrong"));
    const worst = errors ? Math.max(...errors.flat()) : Infinity;
    const good = worst < 1e-6;
    const text = !fits
      ? t.clash(...names, A.cols, C.rows)
      : !alike
        ? t.wrongShape(shape(A.rows, C.cols), shape(truth.length, truth[0].length), wantedNow)
        : good
          ? t.right_(...names, t.belowRounding, wantedNow)
          : t.wrong(`${num(worst * 100, 0)} %`, wantedNow);
    setText(verdict, `${good ? "✓" : "✗"} ${text}`);
    verdict.className = `et-verdict ${good ? "et-good" : "et-bad"}`;
    return text;
  }
  return { el, update };
}
