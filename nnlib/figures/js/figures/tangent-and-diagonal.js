// Figure 9: tangents on f and the Jacobian that folds into ⊙. State: f, x, g (1 × m), chosen, folded.
import {
  activations, bar, button, choice, factor, fixed, h, isMatrix, isWhole, liveFigure, matrixView, num, readout,
  setText, shape, subscript,
} from "../shared.js";
import { LIMIT, tangentPlot } from "../parts/tangent_plot.js";
import { strings } from "../strings/tangent-and-diagonal.js";

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  const clamp = (value) => Math.min(Math.max(Math.round(value * 1e4) / 1e4, -LIMIT), LIMIT);
  const setX = (i, value) => set({ x: [get("x")[0].with(i, clamp(value))], chosen: i });

  const f = choice({
    label: t.f,
    options: Object.entries(t.functions),
    value: get("f"),
    onChange: (name) => set({ f: name }),
  });

  const plot = tangentPlot(t, { get, set, setX });
  const inputs = matrixView({
    name: "X",
    label: (_, i) => t.xLabel(i + 1),
    onInput: (_, i, value) => setX(i, value),
    onFocus: (_, i) => set({ chosen: i }),
  });
  const kinds = ["x", "y", "right", "wrong"];
  const names = kinds.map((kind) => h("dt", { class: `td-${kind}-text` }));
  const values = kinds.map(() => h("dd", {}));
  const facts = h("dl", { class: "td-facts" }, names.map((name, k) => [name, values[k]]));
  const gradient = matrixView({
    name: "G",
    label: (_, i) => t.gLabel(i + 1),
    onInput: (_, i, value) => set({ g: [get("g")[0].with(i, value)] }),
    onFocus: (_, i) => set({ chosen: i }),
  });
  const result = matrixView({
    name: "∂L/∂X",
    label: (_, i) => t.resultLabel(i + 1),
    onChoose: (_, i) => set({ chosen: i }),
  });
  const jacobianName = h("div", { class: "td-name", "aria-hidden": "true" });
  const grid = h("div", { class: "td-grid", role: "img" });
  const sign = h("span", { class: "td-sign" });
  const fold = button("", () => set({ folded: !get("folded") }));
  const count = h("p", { class: "td-count" });
  const written = h("p", { class: "td-sum" });
  const remark = h("p", { class: "td-remark" });
  const state = readout();
  state.el.classList.add("td-spoken-only"); // its numbers are on the screen
  el.append(
    bar(f.el, button(t.reset, reset, { title: t.resetHint })),
    h("div", { class: "nn-columns" }, plot.el, h("div", {}, inputs.el, facts, state.el)),
    h("div", { class: "nn-bar td-fold" }, fold),
    h(
      "div",
      { class: "td-product", role: "group", "aria-label": t.products },
      gradient.el,
      h("div", { class: "td-factor" }, sign, h("div", { class: "td-jacobian" }, jacobianName, grid, count)),
      h("div", { class: "td-factor td-result" }, h("span", { class: "td-sign" }, "="), result.el),
    ),
    written,
    remark,
  );

  function drawProduct(X, slopes, chosen) {
    const m = X.length;
    const folded = get("folded");
    if (grid.childElementCount !== m * m) {
      grid.parentElement.style.setProperty("--m", m);
      grid.replaceChildren(
        ...Array.from({ length: m * m }, (_, k) =>
          h("span", { class: Math.floor(k / m) === k % m ? "td-diagonal" : "td-zero", style: `--row:${Math.floor(k / m)}` }),
        ),
      );
    }
    [...grid.children].forEach((cell, k) => {
      setText(cell, Math.floor(k / m) === k % m ? num(slopes[k % m]) : "0");
      cell.classList.toggle("td-lit", k % m === chosen);
    });
    grid.classList.toggle("td-folded", folded);
    grid.setAttribute("aria-label", folded ? t.slopesLabel(m) : t.jacobianLabel(m));
    setText(jacobianName, folded ? `${t.slopes} ${shape(1, m)}` : `${t.jacobian} ${shape(m, m)}`);
    setText(sign, folded ? "⊙" : "·");
    setText(fold, folded ? t.unfold : t.fold);
    setText(count, folded ? t.folded(m) : t.unfolded(m));
    gradient.update(get("g"), (_, i) => (i === chosen || !folded ? "row" : ""));
    const G = get("g")[0];
    const products = G.map((g, i) => g * slopes[i]);
    result.update([products], (_, i) => (i === chosen ? "result chosen" : ""));
    const terms = folded
      ? `${factor(G[chosen])}·${factor(slopes[chosen])}`
      : G.map((g, k) => `${factor(g)}·${k === chosen ? factor(slopes[k]) : "0"}`).join(" + ");
    setText(written, `∂L/∂x${subscript(chosen + 1)} = ${terms} = ${num(products[chosen])}`);
    return products[chosen];
  }

  onChange(["f", "x", "g", "chosen", "folded"], () => {
    const X = get("x")[0];
    const chosen = get("chosen");
    const i = subscript(chosen + 1);
    const slopes = X.map(activations[get("f")].fPrime);
    const { at, y, slope, atOutput } = plot.draw(get("f"), X, chosen);
    const product = drawProduct(X, slopes, chosen);
    f.update(get("f"));
    inputs.update(get("x"), (_, k) => (k === chosen ? "row" : ""));
    const said = [`x${i}`, `y${i} = f(x${i})`, `● ${t.atInput}, f′(x${i})`, `□ ${t.atOutput}, f′(y${i})`];
    names.forEach((name, k) => setText(name, said[k]));
    [at, y, slope, atOutput].forEach((value, k) => setText(values[k], fixed(value)));
    const text =
      get("f") === "relu" && at === 0 ? t.kink : slope === 0 ? t.dead : slope < 0.05 ? t.flat : "";
    setText(remark, text || t.through(i, num(slope)));
    state.say(`${t.say(chosen + 1, num(at), num(y), num(slope), num(atOutput), num(product))} ${text}`.trim());
  });
}, ({ f, x, g, chosen, folded }) => {
  const m = x?.[0]?.length;
  return ["tanh", "sigmoid", "relu"].includes(f) && isMatrix(x, 1, m, -LIMIT, LIMIT) && isMatrix(g, 1, m) && isWhole(chosen, 0, m - 1)
    && typeof folded === "boolean";
});
