// Figure 8: the gradient check. State: parameter, entry, exponent, mistake, network, x, y_star.
import {
  bar, button, copyNetwork, drag, forward, fromRows, h, line, liveFigure, matrixView, msePrime, networkFrom,
  num, numericalSlope, power, readout, relativeError, scaleLinear, select, setText, slider, superscript, svg,
} from "../shared.js";
import { MISTAKES, spoiledBackward } from "../parts/spoiled.js";
import { strings } from "../strings/gradient-check-meter.js";

const TOLERANCE = 1e-6;
const EXPONENTS = Array.from({ length: 45 }, (_, k) => -12 + k / 4);
const LOWEST = 1e-13; // an error of 0 has no place on a logarithmic axis
const [WIDTH, HEIGHT] = [330, 230];

// One digit: 0.7, but 2 · 10⁻⁷.
const brief = (error) => (error === 0 || error >= 0.01 ? num(error, 2) : power(error, 0));

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  // Numerical gradients for every h, once for a network and its batch: interactions only look up.
  let known = null;
  function numerical() {
    const from = [get("network"), get("x"), get("y_star")];
    if (known?.from.every((one, k) => one === from[k])) return known;
    const network = networkFrom(from[0]);
    const [x, yStar] = [fromRows(from[1]), fromRows(from[2])];
    const entries = network.flatMap((layer, number) =>
      ["weights", "bias"].flatMap((parameter) =>
        Array.from(layer[parameter]?.data ?? [], (_, entry) => ({ layer: number, parameter, entry })),
      ),
    );
    const slopes = EXPONENTS.map((e) =>
      entries.map((one) => numericalSlope(network, x, yStar, one, 10 ** e)),
    );
    const sizes = slopes.map((at) => Math.max(...at.map(Math.abs)));
    known = { from, network, x, yStar, entries, slopes, sizes };
    return known;
  }

  const field = h(
    "select",
    { on: { change: () => set({ mistake: field.value }) } },
    MISTAKES.map((name) => h("option", { value: name }, t.mistakes[name])),
  );
  const mistake = h("label", { class: "gm-mistake" }, h("span", {}, t.mistake), field);
  const exponent = slider({
    label: t.nudge,
    min: -12,
    max: -1,
    step: 0.25,
    value: get("exponent"),
    format: (e) => power(10 ** e, Number.isInteger(e) ? 0 : 1),
    onInput: (e) => set({ exponent: e }),
  });

  const arrays = numerical().network.flatMap((layer, number) =>
    layer.weights
      ? ["weights", "bias"].map((kind) => {
          const name = `layer${number + 1}.${kind}`;
          const view = matrixView({
            name,
            label: (r, c) => t.cell(name, r + 1, c + 1),
            onChoose: (r, c) => set({ parameter: name, entry: [r, c] }),
            note: () => `– ${words[name] ?? ""}`,
          });
          return { name, layer: number, kind, view };
        })
      : [],
  );
  const words = {};

  const x = scaleLinear([-12, -1], [48, WIDTH - 10]);
  const y = scaleLinear([-13, 1], [HEIGHT - 36, 12]);
  const place = (error) => y(Math.log10(Math.min(Math.max(error, LOWEST), 10)));
  const plot = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": t.plot, class: "gm-plot" });
  const picture = select(plot);
  const axis = picture.append("g").attr("class", "gm-axis");
  axis.append("path").attr("d", `M48 ${y(1)}V${y(-13)}H${WIDTH - 10}`);
  for (const e of [-12, -9, -6, -3]) {
    axis.append("text").attr("x", x(e)).attr("y", y(-13) + 16).attr("text-anchor", "middle").text(`10${superscript(e)}`);
  }
  for (const e of [0, -3, -6, -9, -12]) {
    axis.append("line").attr("x1", 48).attr("x2", WIDTH - 10).attr("y1", y(e)).attr("y2", y(e));
    axis.append("text").attr("x", 44).attr("y", y(e)).attr("text-anchor", "end").attr("dominant-baseline", "central").text(`10${superscript(e)}`);
  }
  axis.append("text").attr("x", WIDTH - 10).attr("y", HEIGHT - 3).attr("text-anchor", "end").text(t.axisH);
  axis.append("text").attr("x", 52).attr("y", 4).attr("dominant-baseline", "hanging").attr("class", "nn-halo").text(t.axisError);
  picture.append("line").attr("class", "gm-tolerance").attr("x1", 48).attr("x2", WIDTH - 10).attr("y1", y(-6)).attr("y2", y(-6));
  picture.append("text").attr("class", "nn-halo gm-tolerance-text").attr("x", x(-7.6)).attr("y", y(-6) - 9).attr("text-anchor", "middle").text(t.tolerance);
  const curve = picture.append("path").attr("class", "gm-curve");
  const guide = picture.append("line").attr("class", "gm-guide").attr("y1", y(1)).attr("y2", y(-13));
  const dot = picture.append("circle").attr("class", "gm-dot").attr("r", 7);
  const choose = (event) => {
    const box = plot.getBoundingClientRect();
    const e = x.invert(((event.clientX - box.left) * WIDTH) / box.width);
    set({ exponent: Math.min(Math.max(Math.round(e * 4) / 4, -12), -1) });
  };
  const surface = picture.append("rect").attr("class", "gm-surface").attr("x", 40).attr("width", WIDTH - 40).attr("height", HEIGHT - 36);
  drag(surface.node(), { onStart: choose, onMove: (_dx, _dy, event) => choose(event) });

  // The meter: a dial from 10⁻¹² (left) to 10 (right), green up to the tolerance.
  const angle = (error) => {
    const at = Math.log10(Math.min(Math.max(error, 1e-12), 10));
    return Math.PI * (1 - (at + 12) / 13);
  };
  const polar = (error, r) => [150 + r * Math.cos(angle(error)), 118 - r * Math.sin(angle(error))];
  const arc = (from, to) => `M${polar(from, 96)}A96 96 0 0 1 ${polar(to, 96)}`;
  const dial = svg("svg", { viewBox: "-14 -8 324 136", role: "img", class: "gm-dial" });
  const meter = select(dial);
  meter.append("path").attr("class", "gm-pass").attr("d", arc(1e-12, TOLERANCE));
  meter.append("path").attr("class", "gm-fail").attr("d", arc(TOLERANCE, 10));
  for (const e of [-12, -9, -6, -3, 0]) {
    const [tx, ty] = polar(10 ** e, e === -12 ? 126 : 118);
    meter.append("text").attr("x", tx).attr("y", ty).attr("text-anchor", "middle").attr("dominant-baseline", "central").text(`10${superscript(e)}`);
  }
  for (const [words_, at] of [[t.passes, 1e-9], [t.fails, 10 ** -2.5]]) {
    const [tx, ty] = polar(at, 66);
    meter.append("text").attr("x", tx).attr("y", ty).attr("text-anchor", "middle").attr("dominant-baseline", "central").text(words_);
  }
  const needle = meter.append("line").attr("class", "gm-needle").attr("x1", 150).attr("y1", 118);
  meter.append("circle").attr("class", "gm-hub").attr("cx", 150).attr("cy", 118).attr("r", 6);
  const verdict = h("p", { class: "gm-verdict" });
  const numbers = h("p", { class: "gm-numbers" });

  const state = readout();
  el.append(
    bar(mistake, button(t.reset, reset, { title: t.resetHint })),
    h(
      "div",
      { class: "nn-columns" },
      h(
        "div",
        {},
        h("p", { class: "gm-title" }, t.arrays),
        h("div", { class: "gm-arrays" }, arrays.map(({ view }) => view.el)),
        numbers,
      ),
      h("div", {}, plot, exponent.el, h("p", { class: "gm-title" }, t.meter), dial),
    ),
    verdict,
    state.el,
  );
  state.el.classList.add("gm-spoken-only"); // what it says is on the screen, in several places

  onChange(["parameter", "entry", "exponent", "mistake", "network", "x", "y_star"], () => {
    const { network, x: X, yStar, entries, slopes, sizes } = numerical();
    const stepped = copyNetwork(network);
    // A real step, as in nnlib's check: weights that are updated too early hide behind α = 0.
    spoiledBackward(stepped, msePrime(forward(stepped, X), yStar), 1, get("mistake"));
    const back = entries.map(({ layer, parameter, entry }) => stepped[layer][`${parameter}Gradient`].data[entry]);
    const at = EXPONENTS.indexOf(get("exponent"));
    const error = (k, e) => relativeError(back[k], slopes[e][k], sizes[e]);
    const errors = entries.map((_, k) => error(k, at));
    const largest = Math.max(...errors);
    const zero = sizes[at] < 1e-10;

    const wrong = [];
    for (const { name, layer, kind, view } of arrays) {
      const own = entries.flatMap((one, k) => (one.layer === layer && one.parameter === kind ? [k] : []));
      const { rows, cols } = network[layer][kind];
      const agrees = own.every((k) => errors[k] <= TOLERANCE);
      if (!agrees) wrong.push(name);
      words[name] = agrees ? t.agrees : t.differs;
      const index = (r, c) => own[r * cols + c];
      view.update(
        Array.from({ length: rows }, (_, r) => Array.from({ length: cols }, (_, c) => back[index(r, c)])),
        (r, c) => {
          const bad = errors[index(r, c)] > TOLERANCE ? "wrong" : "";
          const chosen = name === get("parameter") && r === get("entry")[0] && c === get("entry")[1];
          return [bad, chosen && "result chosen"].filter(Boolean).join(" ");
        },
      );
    }

    const { layer, kind } = arrays.find(({ name }) => name === get("parameter"));
    const [row, column] = get("entry");
    const place_ = row * network[layer][kind].cols + column;
    const k = entries.findIndex((one) => one.layer === layer && one.parameter === kind && one.entry === place_);
    const points = EXPONENTS.map((e, index) => [x(e), place(error(k, index))]);
    curve.attr("d", line()(points));
    guide.attr("x1", points[at][0]).attr("x2", points[at][0]);
    dot.attr("cx", points[at][0]).attr("cy", points[at][1]);

    const [nx, ny] = polar(largest, 86);
    needle.attr("x2", nx).attr("y2", ny);
    field.value = get("mistake");
    exponent.update(get("exponent"));
    const size = brief(largest);
    const kindOf = zero
      ? "zero"
      : largest <= TOLERANCE
        ? "pass"
        : get("mistake") !== "none"
          ? "large"
          : get("exponent") > -5
            ? "chord"
            : "rounding";
    const good = kindOf === "pass";
    const elsewhere = kindOf === "large" && errors[k] <= TOLERANCE ? ` ${t.elsewhere}` : "";
    setText(verdict, `${good ? "✓" : "✗"} ${t.verdict[kindOf](size)}${elsewhere}`);
    verdict.className = `gm-verdict ${good ? "gm-good" : "gm-bad"}`;
    dial.setAttribute("aria-label", `${t.meter}: ${size}`);
    const name = t.cell(get("parameter"), row + 1, column + 1);
    const step = power(10 ** get("exponent"), Number.isInteger(get("exponent")) ? 0 : 1);
    const own = brief(errors[k]);
    numbers.replaceChildren(
      `${name}:`, h("br"), `${t.backprop} ${num(back[k], 8)}`, h("br"), `${t.nudged} ${num(slopes[at][k], 8)}`,
      h("br"), `${t.error} ${own}`,
    );
    state.say(
      t.say(name, step, num(back[k], 8), num(slopes[at][k], 8), own, `${wrong.length ? t.wrong(wrong.join(", ")) : t.all} ${t.verdict[kindOf](size)}`),
    );
  });
});
