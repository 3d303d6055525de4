// Figure 6: both passes, step by step. State: layers, x, y_star, step, chosen (see the Python class).
import {
  bar, button, enable, factor, h, isMatrix, isSame, isWhole, liveFigure, num, readout, toRows,
} from "../shared.js";
import { strings } from "../strings/forward-and-back.js";
import { exists, gradientOf, passes, pathsOf } from "../parts/passes.js";
import { networkDrawing } from "../parts/network_drawing.js";
import { passNames } from "../parts/pass_names.js";
import { unbroken } from "../parts/whole.js";

const WIDE = 580;

export default liveFigure(strings, ({ el, t, get, set, reset, onChange, cleanup }) => {
  const count = () => get("layers").length;
  const last = () => 2 * count() + 2;
  const move = (step) => set({ step: Math.max(0, Math.min(last(), step)) });
  const next = button(t.next, () => move(get("step") + 1));
  const previous = button(t.previous, () => move(get("step") - 1));
  const end = button(t.end, () => move(last()));
  const stage = h("div", { class: "fb-stage" });
  const card = h("div", { class: "fb-card" });
  const paths = h("div", { class: "fb-paths" });
  const said = readout();
  el.append(
    bar(next, previous, end, button(t.reset, reset, { title: t.resetHint })),
    stage, said.el, h("div", { class: "nn-columns" }, card, paths),
  );

  const name = passNames({ layers: () => get("layers"), t });
  const list = (values) => `[${values.map((value) => num(value)).join(", ")}]`;

  // --- the drawing, built anew for another network or another width
  let drawing = null;
  let built = "";
  let wide = null;
  const isWide = () => el.clientWidth >= WIDE;
  function build(all) {
    wide = isWide();
    const key = JSON.stringify([get("layers"), get("x")[0].length, wide]);
    if (key === built) return;
    built = key;
    const sizes = all.values.map((station) => station.length);
    drawing = networkDrawing({
      layers: get("layers"), sizes, wide, label: t.drawing, choose,
      names: {
        wires: t.wires,
        values: t.values,
        layer: name.kind,
        station: (s, i) => name.entry(s, i, sizes[s]),
        valueLabel: (s, i, v, d) =>
          t.valueLabel(name.entry(s, i, sizes[s]), v === null ? null : num(v), d === null ? null : num(d)),
        weightLabel: (l, i, j, d) =>
          t.weightLabel(name.weight(l, i, j), num(get("layers")[l].weights[i][j]), d === null ? null : num(d)),
      },
    });
    stage.replaceChildren(drawing.el);
  }
  const choose = (chosen) => set({ chosen: isSame(chosen, get("chosen")) ? null : chosen });

  // --- how far the passes have come
  const n = count;
  const knows = (s) => get("step") >= s;
  const hasLoss = () => get("step") > n();
  const hasGradient = (s) => get("step") >= n() + 2 + (n() - s); // of a station; of layer s its weights

  function shownOf(all, found) {
    const lit = new Set(found.flatMap((path) => path.map(({ layer, from, to }) => `${layer},${from},${to}`)));
    const nodes = new Set(
      found.flatMap((path) =>
        path.flatMap(({ layer, from, to, own }) => [own ? "" : `${layer},${from}`, `${layer + 1},${to}`]),
      ),
    );
    return {
      value: (s, i) => (knows(s) ? all.values[s][i] : null),
      gradient: (s, i) => (hasGradient(s) ? all.gradients[s][i] : null),
      weightGradient: (l, i, j) =>
        hasGradient(l) ? gradientOf(all, ["weight", l, i, j]) : null,
      local: (l, i) => (hasLoss() ? all.local[l][i] : null),
      loss: () => (hasLoss() ? all.loss : null),
      isChosen: (...what) => isSame(what, get("chosen")),
      wireLit: (l, i, j) => lit.has(`${l},${i},${j}`),
      nodeLit: (s, i) => nodes.has(`${s},${i}`),
      memory: (l) => (hasGradient(l) ? `✓ ${name.station(l)}` : knows(l + 1) ? `■ ${name.station(l)}` : "□"),
      active: (l) => get("step") === l + 1 || get("step") === n() + 2 + (n() - l),
    };
  }

  // --- the layer at work
  const lines = (...entries) =>
    h("dl", {}, entries.filter(Boolean).map(([what, symbol, rows]) => [
      h("dt", {}, what, " ", h("span", { class: "fb-symbol" }, symbol)),
      h("dd", {}, rows.map((values) => h("span", { class: "fb-row" }, list(values)))),
    ]));
  function drawCard(all) {
    const step = get("step");
    const station = (what, s) => [what, name.station(s), [all.values[s]]];
    const slope = (what, s) => [what, name.slope(name.station(s)), [all.gradients[s]]];
    let title;
    let body;
    if (step === 0) {
      [title, body] = [t.cardStart, lines(station(t.sample, 0), [t.target, "Y*", get("y_star")])];
    } else if (step <= n()) {
      title = t.cardForward(name.layer(step - 1));
      body = lines(station(t.into, step - 1), station(t.out, step), station(t.remembers, step - 1));
    } else if (step <= n() + 2) {
      title = t.cardLoss;
      body = lines(
        station(t.into, n()), [t.target, "Y*", get("y_star")], [t.out, "L", [[all.loss]]],
        step === n() + 2 && slope(t.gradient, n()),
      );
    } else {
      const l = 2 * n() + 2 - step;
      const layer = all.network[l];
      title = t.cardBackward(name.layer(l));
      body = lines(
        slope(t.into, l + 1), station(t.uses, l), slope(t.out, l),
        layer.weights && [t.gradient, "∂L/∂W", toRows(layer.weightsGradient)],
        layer.weights && [t.gradient, "∂L/∂B", toRows(layer.biasGradient)],
      );
    }
    card.replaceChildren(h("p", { class: "fb-title" }, title), body);
  }

  // --- all paths of what is chosen
  function drawPaths(all, found) {
    const chosen = get("chosen");
    if (!chosen) return paths.replaceChildren(h("p", {}, t.choose));
    const own = name.chosen(chosen, all.values);
    const title = h("p", { class: "fb-title" }, t.pathsTitle(own));
    if (!hasLoss()) return paths.replaceChildren(title, h("p", {}, t.forwardFirst(found.length)));
    const products = found.map((path) => path.reduce((product, one) => product * one.factor, 1));
    const items = found.map((path, k) =>
      h("li", {},
        h("span", { class: "fb-names" }, unbroken(path.map((one) => name.factor(one, all.values)).join(" · "))), h("br"),
        `= ${path.map((one) => factor(one.factor)).join(" · ")} = `,
        h("strong", {}, num(products[k]))),
    );
    const sum = products.reduce((total, one) => total + one, 0);
    const [station, gradient] = [chosen[1], gradientOf(all, chosen)];
    paths.replaceChildren(
      title, h("ol", {}, items),
      h("p", { class: "fb-sum" }, found.length === 1 ? t.one(num(sum)) : t.sum(num(sum))),
      h("p", { class: "fb-equal" },
        hasGradient(station) ? unbroken(t.equal(name.slope(own), num(gradient))) : t.notYet),
    );
  }

  function sentence(all) {
    const step = get("step");
    if (step === 0) return t.saidStart(list(all.values[0]));
    if (step <= n()) {
      return t.saidForward(name.layer(step - 1), name.station(step - 1), name.station(step));
    }
    if (step === n() + 1) return t.saidLoss(num(all.loss));
    if (step === n() + 2) {
      return t.saidGradient(name.slope(name.station(n())), list(all.gradients[n()]));
    }
    const l = 2 * n() + 2 - step;
    const words = all.network[l].weights ? t.saidBackwardFc : t.saidBackwardActivation;
    const [into, input] = [name.slope(name.station(l + 1)), name.station(l)];
    const text = words(name.layer(l), into, input, name.slope(input), l === 0);
    const parameters = all.network.reduce(
      (total, { weights, bias }) => total + (weights ? weights.data.length + bias.data.length : 0), 0,
    );
    return step === last() ? `${text} ${t.saidEnd(parameters)}` : text;
  }

  function draw() {
    const all = passes({ layers: get("layers"), x: get("x"), y_star: get("y_star") });
    const found = pathsOf(all, get("chosen"));
    build(all);
    drawing.update(shownOf(all, found));
    drawCard(all);
    drawPaths(all, found);
    said.say(unbroken(sentence(all)));
    for (const one of [next, end]) enable(one, get("step") < last());
    enable(previous, get("step") > 0);
  }
  onChange(["layers", "x", "y_star", "step", "chosen"], draw);
  const watcher = new ResizeObserver(() => el.clientWidth && isWide() !== wide && draw());
  watcher.observe(el);
  cleanup(() => watcher.disconnect());
}, ({ layers, x, y_star, step, chosen }, start) =>
  isSame(layers, start.layers) && isMatrix(x, 1, start.x[0].length) && isMatrix(y_star, 1, start.y_star[0].length)
  && isWhole(step, 0, 2 * layers.length + 2) && (chosen === null || exists(chosen, layers, x)));
