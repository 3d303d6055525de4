// Figure 2: layers plugged together. State: layers (plain), x (rows), activations_on, joint (where the next layer goes),
// collapse (is there the part "All FC layers as one"?), compared (has the reader asked for its answer?).
import {
  add, bar, button, defaultRng, forward, fromRows, h, liveFigure, multiply, networkFrom, num,
  numberInput, randomFcLayer, setText, shape, subscript, superscript, toggle, toRows,
} from "../shared.js";
import { strings } from "../strings/plug-layers.js";

const MOST_LAYERS = 6;
const SIZES = [1, 2, 3, 4];
const ACTIVATIONS = ["tanh", "sigmoid", "relu"];

const sizes = (layer) => [layer.weights.length, layer.weights[0].length];
const isFc = (layer) => layer.weights !== undefined;

// The first joint where a layer does not fit: {layer, given, expected}, or null. nnlib's rule.
function misfit(layers, width) {
  for (const layer of layers) {
    if (!isFc(layer)) continue;
    const [n, m] = sizes(layer);
    if (n !== width) return { layer, given: width, expected: n };
    width = m;
  }
  return null;
}

// W⁽¹⁾W⁽²⁾… and the bias that goes with it: B⁽¹⁾W⁽²⁾ + B⁽²⁾ and so on.
function collapse(layers) {
  return layers.filter(isFc).reduce((one, { weights, bias }) => {
    const W = fromRows(weights);
    const B = fromRows(bias);
    return one ? { W: multiply(one.W, W), B: add(multiply(one.B, W), B) } : { W, B };
  }, null);
}

// nnlib's FCLayer(n, m, rng=np.random.default_rng(seed)), rounded so that it is easy to read.
function newFc(n, m, seed) {
  const { weights, bias } = randomFcLayer(n, m, defaultRng(seed));
  const rounded = (matrix) => toRows(matrix).map((row) => row.map((v) => Number(v.toFixed(1))));
  return { weights: rounded(weights), bias: rounded(bias) };
}

const list = (row) => `[${row.map((value) => num(value)).join(", ")}]`;
const oneOrList = (row) => (row.length === 1 ? num(row[0]) : list(row));

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  const nameOf = (layer) => (isFc(layer) ? t.fc(...sizes(layer)) : t.activation(layer.activation));
  const chain = h("ol", { class: "pl-chain", "aria-label": t.chain });
  const total = h("p", { class: "pl-total" });
  const message = h("p", { class: "pl-message", role: "alert" });
  const tell = (text, refused = false) => {
    message.classList.toggle("pl-refused", refused);
    setText(message, text);
  };

  function change(layers, joint, done) {
    const problem = misfit(layers, get("x")[0].length);
    if (problem) {
      tell(t.refusedHere(nameOf(problem.layer), problem.given, problem.expected), true);
    } else if (layers.length > MOST_LAYERS) {
      tell(t.refusedMost(MOST_LAYERS), true);
    } else {
      tell(done);
      set(layers.length > get("layers").length ? { layers, joint } : { joint, layers });
    }
  }
  const plug = (layer) => {
    const at = get("joint");
    change(get("layers").toSpliced(at, 0, layer), at + 1, t.plugged(nameOf(layer)));
  };
  function takeOut(k) {
    const layers = get("layers").toSpliced(k, 1);
    const joint = get("joint") - (get("joint") > k ? 1 : 0);
    change(layers, joint, t.removed(nameOf(get("layers")[k])));
  }

  const select = (label, spoken, value) => {
    const box = h("select", { class: "pl-select", "aria-label": spoken }, SIZES.map((size) => h("option", { value: size }, size)));
    box.value = value;
    return { box, el: h("label", { class: "nn-field" }, h("span", {}, label), box) };
  };
  const inputs = select(t.inputs, t.inputsLabel, 1);
  const outputs = select(t.outputs, t.outputsLabel, 2);
  const where = h("span", {});
  const plugFc = button(t.plugFc, () => {
    const n = Number(inputs.box.value);
    const m = Number(outputs.box.value);
    plug(newFc(n, m, 100 * get("layers").filter(isFc).length + 10 * n + m));
  });
  const panel = h(
    "div",
    { class: "pl-panel", role: "group", "aria-label": t.plug },
    h("p", {}, h("strong", {}, t.plug), " ", where),
    bar(inputs.el, outputs.el, plugFc),
    bar(
      h("span", {}, t.activations),
      ACTIVATIONS.map((name) =>
        button(name, () => plug({ activation: name }), { "aria-label": t.plugActivation(name) }),
      ),
      h("span", { class: "pl-note" }, t.otherCurves),
    ),
    message,
  );

  const fields = get("x")[0].map((value, i) =>
    numberInput({
      label: t.xLabel(subscript(i + 1)),
      value,
      step: 0.5,
      onInput: (number) => set({ x: get("x").map((row, r) => (r ? row : row.with(i, number))) }),
    }),
  );
  const onOff = toggle({
    label: t.switch,
    value: get("activations_on"),
    onChange: (on) => set({ activations_on: on }),
  });
  const formula = h("div", { class: "pl-formula" });
  const verdict = h("p", { class: "pl-verdict", role: "status", tabindex: "-1" });
  const compare = bar(button(t.compare, () => {
    set({ compared: true });
    verdict.focus(); // the button that was pressed goes away
  }));
  const comparing = get("collapse")
    ? [h("p", { class: "pl-title" }, h("strong", {}, t.collapse)), compare, formula, verdict]
    : null;
  const restart = button(t.reset, () => (tell(""), reset()), { title: t.resetHint });
  el.append(
    bar(fields.map((field) => field.el), comparing && onOff.el, restart),
    h(
      "div",
      { class: "nn-columns" },
      h("div", {}, chain, total),
      h("div", {}, panel, comparing),
    ),
  );

  function jointItem(k, values, name) {
    const size = shape(values.length, values[0].length);
    const more = values.length > 1 ? t.moreRows(values.length) : "";
    const chosen = get("joint") === k;
    const choose = button("+", () => set({ joint: k }), {
      class: "nn-button pl-plus",
      "aria-pressed": String(chosen),
      "aria-label": t.here(k, size),
    });
    return h(
      "li",
      { class: `pl-joint${chosen ? " pl-chosen" : ""}` },
      choose,
      h("span", { class: "pl-values" }, `${name ? `${name} ` : ""}${size}: ${list(values[0])}${more}`),
    );
  }

  function layerItem(layer, k) {
    const off = !isFc(layer) && !get("activations_on");
    const count = isFc(layer) ? t.fcCount(...sizes(layer)) : off ? t.off : t.noCount;
    const remove = button("×", () => takeOut(k), {
      class: "nn-button pl-remove",
      "aria-label": t.remove(nameOf(layer)),
    });
    return h(
      "li",
      { class: `pl-layer ${isFc(layer) ? "pl-fc" : "pl-activation"}${off ? " pl-off" : ""}` },
      h("span", {}, h("strong", {}, nameOf(layer)), h("br"), h("span", { class: "pl-count" }, count)),
      remove,
    );
  }

  // The chain is built anew; keyboard focus stays on the control of the same name.
  function drawChain(layers) {
    const focused = chain.contains(document.activeElement) && document.activeElement.getAttribute("aria-label");
    const active = get("activations_on");
    let values = get("x");
    const items = [jointItem(0, values, t.input)];
    layers.forEach((layer, k) => {
      if (isFc(layer) || active) values = toRows(forward(networkFrom([layer]), fromRows(values)));
      const last = k === layers.length - 1;
      items.push(layerItem(layer, k), jointItem(k + 1, values, last ? t.output : ""));
    });
    chain.replaceChildren(...items);
    if (focused) {
      const again = [...chain.querySelectorAll("button")].find((b) => b.getAttribute("aria-label") === focused);
      (again ?? chain.querySelector(".pl-chosen button")).focus();
    }
    return values;
  }

  function drawCollapse(layers, y) {
    const one = collapse(layers);
    const count = layers.filter(isFc).length;
    compare.hidden = get("compared");
    if (!get("compared")) {
      formula.replaceChildren();
      verdict.className = "pl-verdict";
      setText(verdict, t.predict);
      return;
    }
    if (count < 2) {
      formula.replaceChildren();
      verdict.className = "pl-verdict";
      setText(verdict, count === 0 ? t.noFc : t.oneFc);
      return;
    }
    const numbers = Array.from({ length: count }, (_, k) => `⁽${superscript(k + 1)}⁾`);
    const product = numbers.map((k) => `W${k}`).join("");
    const bias = numbers.slice(1).reduce((text, k) => `${text.includes("+") ? `(${text})` : text}W${k} + B${k}`, "B⁽¹⁾");
    const asOne = toRows(add(multiply(fromRows(get("x")), one.W), one.B))[0];
    const rows = (matrix) => toRows(matrix).map(list).join(", ");
    const line = (left, right) => h("p", {}, h("span", { class: "pl-left" }, left), right);
    formula.replaceChildren(
      line(`W = ${product} = `, `[${rows(one.W)}] ${shape(one.W.rows, one.W.cols)}`),
      line(`B = ${bias} = `, `${rows(one.B)} ${shape(1, one.B.cols)}`),
      line(`${t.chainGives} `, list(y)),
      line(`${t.oneGives} XW + B = `, list(asOne)),
    );
    const last = layers.findLastIndex(isFc);
    const working = (part) => part.filter((layer) => !isFc(layer) && get("activations_on"));
    const [before, after] = [working(layers.slice(0, last)), working(layers.slice(last))];
    const names = after.map((layer) => layer.activation);
    const bent = names.reduce((inside, name) => `${name}(${inside})`, oneOrList(asOne));
    const [n, m] = [one.W.rows, one.W.cols];
    const text = before.length ? t.different
      : after.length ? t.atTheEnd(names, `${bent} = ${oneOrList(y)}`)
        : layers.every(isFc) ? t.noActivation(n, m) : t.same(n, m);
    verdict.className = `pl-verdict ${before.length || after.length ? "pl-different" : "pl-same"}`;
    setText(verdict, text);
  }

  onChange(["layers", "x", "activations_on", "joint", "compared"], () => {
    const layers = get("layers");
    fields.forEach((field, i) => field.update(get("x")[0][i]));
    onOff.update(get("activations_on"));
    const y = drawChain(layers)[0];
    const count = layers.filter(isFc).reduce((sum, layer) => {
      const [n, m] = sizes(layer);
      return sum + n * m + m;
    }, 0);
    setText(total, t.total(count));
    setText(where, t.at(get("joint")));
    drawCollapse(layers, y);
  });
});
