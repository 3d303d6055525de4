// Figure 4: errors as squares. State: y, y_star (1 × m), constant, focus (an output).
import {
  bar, button, choice, fromRows, h, isMatrix, isWhole, liveFigure, matrixView, mse, msePrime, num, readout,
  scale, toRows,
} from "../shared.js";
import { HIGHEST, LOWEST, errorDrawing } from "../parts/error_drawing.js";
import { lossCurves } from "../parts/loss_curves.js";
import { strings } from "../strings/error-squares.js";

const CONSTANTS = {
  sum: () => 1,
  mean: (m) => 1 / m,
  "half-sum": () => 1 / 2,
  "half-mean": (m) => 1 / (2 * m),
};

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  const within = (value, low, high) => Math.round(Math.min(high, Math.max(low, value)) * 1000) / 1000;
  const replaced = (name, k, value) => ({ [name]: [get(name)[0].map((old, j) => (j === k ? value : old))] });
  const moveTo = (k, value) => set({ ...replaced("y", k, within(value, LOWEST, HIGHEST)), focus: k });

  const constant = choice({
    label: t.constant,
    options: Object.keys(CONSTANTS).map((name) => [name, t.names[name]]),
    value: get("constant"),
    onChange: (name) => set({ constant: name }),
  });

  const focusOn = (k) => get("focus") === k || set({ focus: k });
  const drawing = errorDrawing({ t, get, moveTo, focusOn });
  const curves = lossCurves({ t, get, constants: CONSTANTS });

  // --- the same as numbers
  const y = matrixView({
    name: "Y",
    label: (_, k) => t.outputLabel(k + 1),
    onInput: (_, k, value) => value >= LOWEST && value <= HIGHEST && set({ ...replaced("y", k, value), focus: k }),
    onFocus: (_, k) => focusOn(k),
  });
  const yStar = matrixView({
    name: "Y*",
    label: (_, k) => t.targetLabel(k + 1),
    onInput: (_, k, value) => value >= 0 && value <= 1 && set({ ...replaced("y_star", k, value), focus: k }),
    onFocus: (_, k) => focusOn(k),
  });
  y.el.classList.add("es-y");
  yStar.el.classList.add("es-star");

  const state = readout();
  constant.el.append(button(t.reset, reset, { title: t.resetHint }));
  el.append(
    bar(constant.el),
    h("div", { class: "nn-columns" }, drawing.el,
      h("div", {}, curves.el, h("div", { class: "es-numbers" }, y.el, yStar.el))),
    state.el,
  );

  function say(Y, Target, slope, factor, loss) {
    const k = get("focus");
    const error = Y[k] - Target[k];
    const parts = [
      Math.abs(error) < 1e-12
        ? t.right(k + 1)
        : (error < 0 ? t.tooLow : t.tooHigh)(k + 1, num(error), num(slope[k])),
    ];
    const sum = Y.reduce((total, value, j) => total + (value - Target[j]) ** 2, 0);
    if (sum > 0) parts.push(t.share(k + 1, num((100 * error ** 2) / sum, 0)));
    parts.push(factor === 1 ? t.ofMean : t.compared(t.names[get("constant")], num(factor)));
    state.say(parts.join(" "), t.lossNow(num(loss)));
  }

  onChange(["y", "y_star", "constant", "focus"], () => {
    const [Y, Target] = [fromRows(get("y")), fromRows(get("y_star"))];
    const factor = CONSTANTS[get("constant")](Y.cols) * Y.cols;
    const loss = factor * mse(Y, Target);
    const [slopes] = toRows(scale(msePrime(Y, Target), factor));
    const [values, targets] = [get("y")[0], get("y_star")[0]];
    const mark = (kind) => (_, k) => (k === get("focus") ? kind : "");
    y.update([values], mark("row"));
    yStar.update([targets], mark("row"));
    constant.update(get("constant"));
    drawing.update(values, targets, slopes, loss);
    curves.update(values, targets, slopes, loss);
    say(values, targets, slopes, factor, loss);
  });
}, ({ y, y_star, constant, focus }) => {
  const m = y?.[0]?.length;
  return isMatrix(y, 1, m, LOWEST, HIGHEST) && isMatrix(y_star, 1, m, 0, 1) && Object.hasOwn(CONSTANTS, constant) && isWhole(focus, 0, m - 1);
});
