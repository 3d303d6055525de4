// Figure 4: errors as squares. State: y, y_star (1 × m), constant, focus (an output).
import {
  bar, button, choice, drag, freshId, fromRows, h, keys, line, liveFigure, matrixView, mse, msePrime, num,
  readout, scale, scaleLinear, setText, subscript, svg, toRows,
} from "../shared.js";
import { strings } from "../strings/error-squares.js";

const CONSTANTS = {
  sum: () => 1,
  mean: (m) => 1 / m,
  "half-sum": () => 1 / 2,
  "half-mean": (m) => 1 / (2 * m),
};
const LOWEST = -0.5;
const HIGHEST = 1.5;
const UNIT = 100; // pixels for an error of 1, in both directions
const PITCH = 112;
const ROOM = 118; // for the square that is L
const heightOf = scaleLinear([HIGHEST, LOWEST], [12, 12 + (HIGHEST - LOWEST) * UNIT]);
const columnOf = (k) => 36 + PITCH * k;

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  const m = () => get("y")[0].length;
  const within = (value, low, high) => Math.round(Math.min(high, Math.max(low, value)) * 1000) / 1000;
  const replaced = (name, k, value) => ({ [name]: [get(name)[0].map((old, j) => (j === k ? value : old))] });
  const moveTo = (k, value) => set({ ...replaced("y", k, within(value, LOWEST, HIGHEST)), focus: k });

  const constant = choice({
    label: t.constant,
    options: Object.keys(CONSTANTS).map((name) => [name, t.names[name]]),
    value: get("constant"),
    onChange: (name) => set({ constant: name }),
  });

  // --- outputs, targets, squares, arrows
  const drawing = svg("svg", { viewBox: "0 0 340 366", role: "group", "aria-label": t.drawing });
  const clip = freshId("clip");
  drawing.append(
    svg("clipPath", { id: clip }, svg("rect", { x: 0, y: 250, width: 340, height: ROOM - 4 })),
  );
  for (const value of [0, 0.5, 1, 1.5, -0.5]) {
    const mark = svg("text", { class: "es-small", x: 340, y: heightOf(value) - 4, "text-anchor": "end" });
    if (Number.isInteger(value)) mark.textContent = value;
    drawing.append(
      mark,
      svg("line", { class: "es-grid", x1: 0, x2: 340, y1: heightOf(value), y2: heightOf(value) }),
    );
  }
  const columns = Array.from({ length: m() }, (_, k) => {
    const x = columnOf(k);
    const part = {
      square: svg("rect", { class: "es-square", x }),
      target: svg("line", { class: "es-target", x1: x - 28, x2: x + 62 }),
      targetName: svg("text", { class: "es-small", x: x + 66, "text-anchor": "end" }),
      area: svg("text", { class: "es-small nn-halo", "dominant-baseline": "central" }),
      slope: svg("text", { class: "es-small es-slope", x: x - 28, y: 232 }),
      shaft: svg("line", { class: "es-arrow", x1: x - 20, x2: x - 20 }),
      head: svg("path", { class: "es-head" }),
      handle: svg(
        "g",
        { class: "es-handle", role: "slider", tabindex: 0, "aria-label": t.output(k + 1),
          "aria-orientation": "vertical", "aria-valuemin": LOWEST, "aria-valuemax": HIGHEST },
        svg("circle", { class: "es-hit", r: 24 }),
        svg("circle", { class: "es-dot", r: 10 }),
      ),
    };
    let from;
    drag(part.handle, {
      onStart: () => ((from = get("y")[0][k]), set({ focus: k })),
      onMove: (_, dy) => moveTo(k, Math.round((from - dy / UNIT) * 50) / 50),
    });
    keys(part.handle, (dx, dy) => moveTo(k, get("y")[0][k] + (dx + dy) * 0.02));
    part.handle.addEventListener("focus", () => set({ focus: k }));
    drawing.append(
      part.square, svg("line", { class: "es-axis", x1: x, x2: x, y1: 12, y2: 12 + 2 * UNIT }),
      part.area, part.target, part.targetName, part.shaft, part.head, part.slope, part.handle,
    );
    return part;
  });
  const lossText = svg("text", { class: "es-loss", y: 270 });
  const cutText = svg("text", { class: "es-small", x: 150, y: 292 }, t.cut);
  const lossSquare = svg("rect", { class: "es-result", x: 16, "clip-path": `url(#${clip})` });
  drawing.append(lossSquare, lossText, cutText);

  // --- the loss as one output moves, for all four constants
  const across = scaleLinear([LOWEST, HIGHEST], [16, 324]);
  const up = scaleLinear([0, 1], [180, 10]);
  const plot = svg("svg", { viewBox: "0 0 340 222", role: "img" });
  const clipPlot = freshId("clip");
  const inside = svg("g", { "clip-path": `url(#${clipPlot})` });
  plot.append(
    svg("clipPath", { id: clipPlot }, svg("rect", { x: 16, y: 0, width: 308, height: 182 })),
    svg("line", { class: "es-grid", x1: 16, x2: 324, y1: up(0), y2: up(0) }), inside,
  );
  const lowest = svg("line", { class: "es-target", y1: 6, y2: up(0) });
  const curves = Object.keys(CONSTANTS).map((name) => [name, svg("path", { fill: "none" })]);
  const tangent = svg("line", { class: "es-tangent" });
  const here = svg("circle", { class: "es-here", r: 7 });
  inside.append(lowest, ...curves.map(([, path]) => path), tangent, here);
  const lowestText = svg("text", { class: "es-small nn-halo", y: 198, "text-anchor": "middle" });
  const axisText = svg("text", { class: "es-small", x: 170, y: 217, "text-anchor": "middle" });
  plot.append(lowestText, axisText);
  for (const value of [-0.5, 0.5, 1.5]) {
    plot.append(svg("text", { class: "es-small", x: across(value), y: 198, "text-anchor": "middle" }, num(value)));
  }

  // --- the same as numbers
  const y = matrixView({
    name: "Y",
    label: (_, k) => t.outputLabel(k + 1),
    onInput: (_, k, value) => value >= LOWEST && value <= HIGHEST && set({ ...replaced("y", k, value), focus: k }),
    onFocus: (_, k) => set({ focus: k }),
  });
  const yStar = matrixView({
    name: "Y*",
    label: (_, k) => t.targetLabel(k + 1),
    onInput: (_, k, value) => value >= 0 && value <= 1 && set({ ...replaced("y_star", k, value), focus: k }),
    onFocus: (_, k) => set({ focus: k }),
  });
  y.el.classList.add("es-y");
  yStar.el.classList.add("es-star");

  const state = readout();
  el.append(
    bar(constant.el, button(t.reset, reset, { title: t.resetHint })),
    h("div", { class: "nn-columns" }, drawing,
      h("div", {}, plot, h("div", { class: "es-numbers" }, y.el, yStar.el))),
    state.el,
  );

  const place = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };

  function drawSquares(Y, Target, slope, loss) {
    columns.forEach((part, k) => {
      const [value, target] = [Y[k], Target[k]];
      const side = Math.abs(value - target) * UNIT;
      place(part.square, { y: heightOf(Math.max(value, target)), width: side, height: side });
      place(part.target, { y1: heightOf(target), y2: heightOf(target) });
      place(part.targetName, { y: heightOf(target) + (value > target ? 15 : -6) });
      setText(part.targetName, `y*${subscript(k + 1)}`);
      place(part.area, { x: columnOf(k) + side + 6, y: heightOf((value + target) / 2) });
      setText(part.area, side > 0 ? num((value - target) ** 2) : "");
      setText(part.slope, t.slope(num(slope[k])));
      const length = Math.max(-95, Math.min(95, slope[k] * UNIT));
      const tip = Math.max(4, Math.min(218, heightOf(value) - length));
      const from = tip + length; // beside the output, as far as the picture has room
      const back = tip + 8 * Math.sign(length);
      place(part.shaft, { y1: from, y2: Math.abs(length) > 8 ? back : tip });
      const x = columnOf(k) - 20;
      place(part.head, {
        d: Math.abs(length) < 0.5 ? "" : `M${x - 6},${back}L${x + 6},${back}L${x},${tip}Z`,
      });
      place(part.handle, {
        transform: `translate(${columnOf(k)} ${heightOf(value)})`,
        "aria-valuenow": value,
        "aria-valuetext": `y = ${num(value)}, y* = ${num(target)}`,
        class: `es-handle${k === get("focus") ? " es-chosen" : ""}`,
      });
    });
    const side = Math.sqrt(loss) * UNIT;
    place(lossSquare, { y: 252, width: side, height: side });
    setText(lossText, t.area(num(loss)));
    const cut = side > ROOM - 6;
    cutText.setAttribute("visibility", cut ? "visible" : "hidden");
    place(lossText, { x: Math.min(150, side + 28) });
  }

  function drawCurves(Y, Target, slope, loss) {
    const k = get("focus");
    up.domain([0, Math.max(1, 1.15 * loss)]);
    const rest = Y.reduce((sum, value, j) => sum + (j === k ? 0 : (value - Target[j]) ** 2), 0);
    const values = Array.from({ length: 81 }, (_, i) => LOWEST + (i / 80) * (HIGHEST - LOWEST));
    for (const [name, path] of curves) {
      const factor = CONSTANTS[name](Y.length);
      const chosen = name === get("constant");
      place(path, {
        d: line((v) => across(v), (v) => up(factor * ((v - Target[k]) ** 2 + rest)))(values),
        class: chosen ? "es-curve es-curve-chosen" : "es-curve",
      });
    }
    place(lowest, { x1: across(Target[k]), x2: across(Target[k]) });
    place(lowestText, { x: across(Target[k]) });
    setText(lowestText, t.lowest);
    setText(axisText, t.axis(subscript(k + 1), t.names[get("constant")]));
    place(here, { cx: across(Y[k]), cy: up(loss) });
    const reach = 0.3;
    place(tangent, {
      x1: across(Y[k] - reach), x2: across(Y[k] + reach),
      y1: up(loss - reach * slope[k]), y2: up(loss + reach * slope[k]),
    });
    plot.setAttribute("aria-label", t.curves(k + 1));
  }

  function say(Y, Target, slope, factor) {
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
    state.say(parts.join(" "));
  }

  onChange(["y", "y_star", "constant", "focus"], () => {
    const [Y, Target] = [fromRows(get("y")), fromRows(get("y_star"))];
    const factor = CONSTANTS[get("constant")](Y.cols) * Y.cols;
    const loss = factor * mse(Y, Target);
    const gradient = toRows(scale(msePrime(Y, Target), factor));
    const [values, targets] = [get("y")[0], get("y_star")[0]];
    const mark = (kind) => (_, k) => (k === get("focus") ? kind : "");
    y.update([values], mark("row"));
    yStar.update([targets], mark("row"));
    constant.update(get("constant"));
    drawSquares(values, targets, gradient[0], loss);
    drawCurves(values, targets, gradient[0], loss);
    say(values, targets, gradient[0], factor);
  });
});
