// Figure 8: the gradient check. State: parameter, entry, exponent, mistake, network, x, y_star.
import {
  bar, button, copyNetwork, forward, fromRows, h, isEntry, isMatrix, isSame, liveFigure, matrixView, msePrime,
  networkFrom, num, numericalSlope, power, readout, relativeError, setText, slider,
} from "../shared.js";
import { brief, errorDial, errorPlot } from "../parts/check_pictures.js";
import { MISTAKES, spoiledBackward } from "../parts/spoiled.js";
import { strings } from "../strings/gradient-check-meter.js";

const TOLERANCE = 1e-6;
const EXPONENTS = Array.from({ length: 45 }, (_, k) => -12 + k / 4);
const BEST = EXPONENTS.indexOf(-5); // where neither the chord nor rounding hides a mistake

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
    known = { from, network, x, yStar, entries, slopes, sizes, gradients: new Map() };
    return known;
  }

  // The gradients of a backward pass with a mistake, entry by entry; kept as long as the network stays.
  function backpropagated(mistake) {
    const { network, x, yStar, entries, gradients } = numerical();
    if (gradients.has(mistake)) return gradients.get(mistake);
    const stepped = copyNetwork(network);
    // A real step, as in nnlib's check: weights that are updated too early hide behind α = 0.
    spoiledBackward(stepped, msePrime(forward(stepped, x), yStar), 1, mistake);
    const back = entries.map(({ layer, parameter, entry }) => stepped[layer][`${parameter}Gradient`].data[entry]);
    gradients.set(mistake, back);
    return back;
  }

  // Whoever chooses a mistake sees it: if the chosen entry is right in spite of it, another one is chosen.
  function choose(name) {
    const { network, entries, slopes, sizes } = numerical();
    const back = backpropagated(name);
    const wrong = entries.filter((_, k) => relativeError(back[k], slopes[BEST][k], sizes[BEST]) > TOLERANCE);
    const nameOf = ({ layer, parameter }) => `layer${layer + 1}.${parameter}`;
    const placeOf = ({ layer, parameter, entry }) => {
      const { cols } = network[layer][parameter];
      return [Math.floor(entry / cols), entry % cols];
    };
    const isChosen = (one) => nameOf(one) === get("parameter") && String(placeOf(one)) === String(get("entry"));
    const other = wrong.length && !wrong.some(isChosen) ? { parameter: nameOf(wrong[0]), entry: placeOf(wrong[0]) } : {};
    set({ mistake: name, ...other });
  }

  const field = h(
    "select",
    { on: { change: () => choose(field.value) } },
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
            words: { wrong: t.differs },
            onChoose: (r, c) => set({ parameter: name, entry: [r, c] }),
            note: () => `– ${words[name] ?? ""}`,
          });
          return { name, layer: number, kind, view };
        })
      : [],
  );
  const words = {};

  const plot = errorPlot(t, EXPONENTS, (e) => set({ exponent: e }));
  const dial = errorDial(t, TOLERANCE);
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
      h("div", {}, plot.el, exponent.el, h("p", { class: "gm-title" }, t.meter), dial.el),
    ),
    verdict,
    state.el,
  );
  state.el.classList.add("gm-spoken-only"); // what it says is on the screen, in several places

  onChange(["parameter", "entry", "exponent", "mistake", "network", "x", "y_star"], () => {
    const { network, entries, slopes, sizes } = numerical();
    const back = backpropagated(get("mistake"));
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
    plot.draw(EXPONENTS.map((_, index) => error(k, index)), at);
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
    dial.draw(largest, `${t.meter}: ${size}`);
    const name = t.cell(get("parameter"), row + 1, column + 1);
    const step = power(10 ** get("exponent"), Number.isInteger(get("exponent")) ? 0 : 1);
    const own = brief(errors[k]);
    numbers.replaceChildren(
      `${name}:`, h("br"), `${t.backprop} ${num(back[k], 8)}`, h("br"), `${t.nudged} ${num(slopes[at][k], 8)}`,
      h("br"), `${t.error} ${own}`,
    );
    state.say(
      t.say(name, step, num(back[k], 8), num(slopes[at][k], 8), own, `${wrong.length ? t.wrong(wrong.join(", ")) : t.all} ${t.verdict[kindOf](size)}${elsewhere}`),
    );
  });
}, ({ parameter, entry, exponent, mistake, network, x, y_star }, start) => {
  const [, number, kind] = /^layer(\d+)\.(weights|bias)$/.exec(parameter) ?? [];
  const values = network?.[number - 1]?.[kind];
  return isEntry(entry, values?.length, values?.[0].length) && EXPONENTS.includes(exponent) && MISTAKES.includes(mistake)
    && isSame(network, start.network) && isMatrix(x, x.length, start.x[0].length)
    && isMatrix(y_star, x.length, start.y_star[0].length);
});
