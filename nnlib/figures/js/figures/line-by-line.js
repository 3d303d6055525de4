// Figure 3: nnlib's code line by line. State: layer, direction, code (lines), x, w, b, output_gradient, alpha, step.
import {
  bar, button, enable, fromRows, h, isMatrix, isSame, isWhole, isWithin, liveFigure, matrixView, readout, rovingGrid,
  setText, shape, toRows,
} from "../shared.js";
import { readCode, runLines } from "../parts/layer_lines.js";
import { strings } from "../strings/line-by-line.js";

const SYMBOLS = {
  "self.input": "X",
  "self.weights": "W",
  "self.bias": "B",
  "self.weights_gradient": "∂L/∂W",
  "self.bias_gradient": "∂L/∂B",
  "local.input": "X",
  "local.output_gradient": "∂L/∂Y",
  "local.input_gradient": "∂L/∂X",
};

// Browsers break a line behind the hyphen of an arrow.
const unbrokenArrow = (code) =>
  code.split(/(->)/).map((part) => (part === "->" ? h("span", { class: "ll-arrow" }, part) : part));

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  const fc = get("layer") === "FCLayer";
  const both = get("direction") === "both";
  const lines = readCode(get("code"));
  const steps = lines.filter((line) => line.effect);

  const go = (step) => set({ step: Math.min(Math.max(step, 0), steps.length) });
  const back = button(t.back, () => go(get("step") - 1));
  const forth = button(t.step, () => go(get("step") + 1));
  const progress = h("span", { class: "ll-progress" });

  const listing = h("ol", { class: "ll-code", "aria-label": t.code });
  const rows = lines.map((line) => {
    if (!line.effect) return h("li", { class: "ll-blank", "aria-hidden": "true" });
    const number = steps.indexOf(line);
    const [, code, comment] = /^(.*?)(\s+#.*)?$/.exec(line.text);
    const indent = code.length - code.trimStart().length;
    line.button = h(
      "button",
      {
        type: "button",
        class: "ll-line",
        style: `--indent:${indent}`,
        "data-r": number,
        "data-c": 0,
        on: { click: () => go(number + 1) },
      },
      h("code", {}, ...unbrokenArrow(code.trimStart()), comment ? h("span", { class: "ll-comment" }, comment) : null),
    );
    return h("li", {}, line.button);
  });
  listing.append(...rows);
  const grid = rovingGrid(listing, ".ll-line", { onMove: (r) => go(r + 1) });

  // One array with its name; null shows `without`. The space that the array will need is kept free.
  function variable(path, without, source) {
    const name = path.replace(/^local\./, "");
    const symbol = SYMBOLS[path] ? ` = ${SYMBOLS[path]}` : "";
    const view = matrixView({ name: name + symbol, label: () => name });
    const title = h("div", { class: "ll-name", "aria-hidden": "true" });
    const nothing = h("span", { class: "ll-none" }, `${name} = ${without}`);
    const box = h("div", { class: "ll-var" }, title, view.el, nothing);
    const update = (matrix, mark) => {
      const free = get(source);
      box.style.setProperty("--rows", free.length);
      title.hidden = view.el.hidden = !matrix;
      nothing.hidden = Boolean(matrix);
      if (matrix) {
        view.update(toRows(matrix));
        const size = h("span", { class: "ll-size" }, shape(matrix.rows, matrix.cols));
        title.replaceChildren(`${name}${symbol} `, size, mark ? ` – ${t[mark]}` : "");
      }
      box.className = `ll-var${mark ? ` ll-${mark}` : ""}`;
    };
    return { path, el: box, update };
  }

  const make = (where, without, table) =>
    Object.entries(table).map(([name, source]) => variable(`${where}.${name}`, without, source));
  const kept = make("self", t.none, {
    input: "x",
    ...(fc && { weights: "w", bias: "b" }),
    ...(fc && both && { weights_gradient: "w", bias_gradient: "b" }),
  });
  const local = make("local", t.empty, {
    input: "x",
    ...(both && { output_gradient: "output_gradient" }),
    ...(fc && both && { input_gradient: "x" }),
  });
  const returned = variable("returned", t.empty, "output_gradient");

  const editable = (name, title, label) => {
    const view = matrixView({
      name: title,
      label: (r, c) => label(r + 1, c + 1),
      onInput: (r, c, value) => set({ [name]: get(name).with(r, get(name)[r].with(c, value)) }),
    });
    return view;
  };
  const x = editable("x", "input = X", t.xLabel);
  const gradient = editable("output_gradient", "output_gradient = ∂L/∂Y", t.gradientLabel);
  const alpha = h("span", { class: "ll-alpha" });

  const box = (title, kind, ...content) =>
    h(
      "div",
      { class: `ll-box ll-${kind}`, role: "group", "aria-label": title },
      h("p", {}, h("strong", {}, title)),
      ...content,
    );
  const state = readout();
  const boxes = h(
    "div",
    { class: "ll-boxes" },
    box(t.kept, "self", h("div", { class: "ll-vars" }, kept.map((one) => one.el))),
    box(
      t.given,
      "given",
      h("div", { class: "ll-vars" }, x.el, both ? gradient.el : null, both && fc ? alpha : null),
    ),
    box(t.call, "local", h("div", { class: "ll-vars" }, local.map((one) => one.el), returned.el)),
  );
  const controls = bar(back, forth, button(t.reset, reset, { title: t.resetHint }), progress);
  el.append(h("div", { class: "ll-main" }, listing, h("div", {}, controls, state.el, boxes)));

  onChange(["x", "w", "b", "output_gradient", "alpha", "step"], () => {
    const step = get("step");
    const given = {
      x: fromRows(get("x")),
      output_gradient: fromRows(get("output_gradient")),
      alpha: get("alpha"),
    };
    const parameters = fc
      ? { weights: fromRows(get("w")), bias: fromRows(get("b")), weights_gradient: null, bias_gradient: null }
      : {};
    const now = runLines(lines, step, given, parameters);
    const effect = step > 0 ? steps[step - 1].effect : null;

    const markOf = (path, value) => {
      if (effect?.writes === path) return "written";
      if (effect?.reads?.includes(path)) return "read";
      return path === "self.input" && value ? "remembered" : "";
    };
    // The line that returns reads its locals before they are gone: they are shown once more.
    const before =
      effect?.writes === "returned" ? runLines(lines, step - 1, given, parameters) : now;
    for (const one of [...kept, ...local, returned]) {
      const [where, name] = one.path.split(".");
      const from = where === "local" ? before : now;
      const value = name ? (from[where]?.[name] ?? null) : from.returned;
      one.update(value, markOf(one.path, value));
    }
    x.update(get("x"));
    gradient.update(get("output_gradient"));
    setText(alpha, `alpha = α = ${get("alpha")}`);

    steps.forEach((line, k) => {
      const current = k === step - 1;
      line.button.classList.toggle("ll-current", current);
      line.button.classList.toggle("ll-done", k < step - 1);
      if (current) line.button.setAttribute("aria-current", "step");
      else line.button.removeAttribute("aria-current");
    });
    if (step > 0 && !listing.contains(document.activeElement)) grid.makeStop(step - 1, 0);
    enable(back, step > 0);
    enable(forth, step < steps.length);
    setText(progress, t.progress(step, steps.length));
    requestAnimationFrame(() => {
      // On a narrow screen the listing scrolls by itself: keep the current line in sight.
      const middle = (steps[step - 1] ?? steps[0]).button.offsetTop - listing.clientHeight / 2;
      if (listing.scrollHeight > listing.clientHeight) listing.scrollTop = middle;
    });
    state.say(effect ? t[effect.id] : fc ? t.start : t.startActivation);
  });
}, ({ layer, direction, code, alpha, step, ...arrays }, start) =>
  isSame([layer, direction, code], [start.layer, start.direction, start.code])
  && ["x", "w", "b", "output_gradient"].every((one) => isMatrix(arrays[one], start[one].length, start[one][0].length))
  && isWithin(alpha, 0, 10)
  && isWhole(step, 0, readCode(code).filter((line) => line.effect).length));
