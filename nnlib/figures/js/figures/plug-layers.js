// Figure 2: layers plugged together. State: layers (plain), x (rows), activations_on, joint (where the next layer goes),
// collapse (is there the part "All FC layers as one"?), compared (has the reader asked for its answer?).
import {
  bar, button, forward, fromRows, h, isMatrix, isSame, isWhole, liveFigure, networkFrom, numberInput, setText, shape,
  subscript, toggle, toRows,
} from "../shared.js";
import { collapseView, list } from "../parts/collapse_view.js";
import { countParameters, isFc, misfit, newFc, sizes } from "../parts/layer_chain.js";
import { strings } from "../strings/plug-layers.js";

const MOST_LAYERS = 6;
const SIZES = [1, 2, 3, 4];
const ACTIVATIONS = ["tanh", "sigmoid", "relu"];

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  const nameOf = (layer) => (isFc(layer) ? t.fc(...sizes(layer)) : t.activation(layer.activation));
  const chain = h("ol", { class: "pl-chain", "aria-label": t.chain });
  const total = h("p", { class: "pl-total" });
  const message = h("p", { class: "pl-message", role: "alert" });
  const said = h("div", { class: "pl-said" }, message);
  // What is refused is said where it was asked for: on a phone the panel is far below the chain.
  const tell = (text, refused = false, place = said) => {
    place.append(message);
    message.classList.toggle("pl-refused", refused);
    setText(message, text);
  };

  function change(layers, joint, done, place) {
    const problem = misfit(layers, get("x")[0].length);
    if (problem) {
      tell(t.refusedHere(nameOf(problem.layer), problem.given, problem.expected), true, place);
    } else if (layers.length > MOST_LAYERS) {
      tell(t.refusedMost(MOST_LAYERS), true);
    } else {
      tell(done);
      set(layers.length > get("layers").length ? { layers, joint } : { joint, layers });
    }
  }
  const plug = (layer) => {
    const at = get("joint");
    change(get("layers").toSpliced(at, 0, layer), at + 1, (isFc(layer) ? t.pluggedFc : t.plugged)(nameOf(layer)));
  };
  function takeOut(k) {
    const layers = get("layers").toSpliced(k, 1);
    const joint = get("joint") - (get("joint") > k ? 1 : 0);
    change(layers, joint, t.removed(nameOf(get("layers")[k])), chain.querySelectorAll(".pl-layer")[k]);
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
    said,
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
  const comparing = get("collapse") ? collapseView({ t, get, set }) : null;
  const restart = button(t.reset, () => (tell(""), reset()), { title: t.resetHint });
  el.append(
    bar(fields.map((field) => field.el), comparing && onOff.el, restart),
    h(
      "div",
      { class: "nn-columns" },
      h("div", {}, chain, total),
      h("div", {}, panel, comparing?.el),
    ),
  );

  // Whoever points at a joint needs the panel next, which a phone shows elsewhere.
  function chooseJoint(k, byPointer) {
    set({ joint: k });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (byPointer) panel.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  function jointItem(k, values, name) {
    const size = shape(values.length, values[0].length);
    const more = values.length > 1 ? t.moreRows(values.length) : "";
    const chosen = get("joint") === k;
    const choose = button("+", ({ detail }) => chooseJoint(k, detail > 0), {
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
      (again ?? chain.querySelector(".pl-chosen button")).focus({ preventScroll: true });
    }
    return values;
  }

  onChange(["layers", "x", "activations_on", "joint", "compared"], () => {
    const layers = get("layers");
    fields.forEach((field, i) => field.update(get("x")[0][i]));
    onOff.update(get("activations_on"));
    const y = drawChain(layers)[0];
    setText(total, t.total(countParameters(layers)));
    setText(where, t.at(get("joint")));
    comparing?.update(y);
  });
}, ({ layers, x, activations_on, joint, compared, collapse }, start) =>
  isMatrix(x, x?.length, x?.[0]?.length) && layers?.length <= MOST_LAYERS && !misfit(layers, x[0].length)
  && isWhole(joint, 0, layers.length) && [activations_on, compared].every((one) => typeof one === "boolean")
  && isSame(collapse, start.collapse));
