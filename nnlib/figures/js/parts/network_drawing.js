// The drawing of figure 6: stations of values with the layers' wires between them, from left to
// right, or from top to bottom where the screen is narrow.
import { num, rovingGrid, setText, svg } from "../shared.js";
import { H, W, labelsAlong, layout, nearestLabel, nearestWire } from "./network_layout.js";

const place = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
};

// names: { station(s, i), layer(l), weight(l, i, j) } are the labels; choose(chosen) is called.
export function networkDrawing({ layers, sizes, wide, names, label, choose }) {
  const { stations, lossAt, length } = layout(sizes, layers, wide);
  const point = (along, across) => (wide ? [along, across] : [across, along]);
  const el = svg("svg", {
    viewBox: wide ? `0 0 ${length} 384` : `0 0 340 ${length}`,
    role: "group", "aria-label": label, class: wide ? "fb-wide" : "fb-tall",
  });
  const back = svg("g");
  const wires = svg("g", { role: "group", "aria-label": names.wires });
  const boxes = svg("g", { role: "group", "aria-label": names.values });
  // The numbers lie above; for a screen reader they are in the labels of what can be chosen.
  const words = svg("g", { class: "fb-words", "aria-hidden": "true" });
  el.append(back, wires, boxes, words);

  const pressable = (element, chosen) => {
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(chosen);
    });
  };
  const text = (className, attributes) =>
    svg("text", { class: className, "text-anchor": "middle", "dominant-baseline": "central", ...attributes });
  const on = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

  // --- layers: name and memory
  const memories = layers.map((layer, l) => {
    const { end, gap } = stations[l];
    const middle = end + gap / 2;
    const frame = wide
      ? { x: end + 3, y: 30, width: gap - 6, height: 322 }
      : { x: 0, y: end + 3, width: 340, height: gap - 6 };
    const box = svg("rect", { class: "fb-layer", rx: 6, ...frame });
    const name = text("fb-small", wide ? { x: middle, y: 14 } : { x: 4, y: middle - (layer.weights ? 12 : 9), "text-anchor": "start" });
    const memory = text("fb-small fb-memory", wide ? { x: middle, y: 368 } : { x: 4, y: middle + (layer.weights ? 8 : 9), "text-anchor": "start" });
    setText(name, names.layer(l));
    back.append(box, name, memory);
    return { box, memory };
  });

  // --- wires
  const lines = [];
  let rows = 0;
  layers.forEach((layer, l) => {
    const [from, to] = [stations[l], stations[l + 1]];
    const largest = layer.weights ? Math.max(...layer.weights.flat().map(Math.abs), 1e-9) : 1;
    from.across.forEach((a, i) => {
      to.across.forEach((b, j) => {
        if (!layer.weights && i !== j) return;
        const [p, q] = [point(from.end, a), point(to.start, b)];
        const ends = { x1: p[0], y1: p[1], x2: q[0], y2: q[1] };
        const line = svg("line", { class: "fb-line", ...ends });
        const wire = { l, i, j, p, q, line, g: svg("g", { class: "fb-wire" }, line) };
        if (layer.weights) {
          const weight = layer.weights[i][j];
          place(line, { "stroke-dasharray": weight < 0 ? "7 5" : "none" });
          line.style.setProperty("--fb-width", `${1 + (3 * Math.abs(weight)) / largest}px`);
          const at = labelsAlong(stations[l], i, j, to.across.length, wide);
          const [w, d] = [on(p, q, at.weight), on(p, q, at.slope)];
          wire.weight = text("nn-halo fb-weight", { x: w[0], y: w[1] });
          wire.slope = text("nn-halo fb-slope", { x: d[0], y: d[1] });
          setText(wire.weight, num(weight));
          wire.g.prepend(svg("line", { class: "fb-hit", ...ends }));
          words.append(svg("g", { "data-weight": `${l},${i},${j}` }, wire.weight, wire.slope));
          place(wire.g, { role: "button", "data-r": rows + i, "data-c": j, class: "fb-wire fb-choice" });
          wire.chosen = ["weight", l, i, j];
          pressable(wire.g, wire.chosen);
        } else {
          const [x, y] = wide ? [(p[0] + q[0]) / 2, p[1] - 40] : [p[0] - 7, (p[1] + q[1]) / 2];
          wire.local = text("nn-halo fb-local", { x, y, "text-anchor": wide ? "middle" : "end" });
          words.append(wire.local);
        }
        wires.append(wire.g);
        lines.push(wire);
      });
    });
    if (layer.weights) rows += from.across.length;
  });
  const last = stations.at(-1);
  const lossMiddle = wide ? 190 : 207;
  last.across.forEach((a, i) => {
    const [p, q] = [point(last.end, a), point(lossAt, lossMiddle)];
    const line = svg("line", { class: "fb-line", x1: p[0], y1: p[1], x2: q[0], y2: q[1] });
    wires.append(line);
    lines.push({ l: layers.length, i, j: 0, line, g: line });
  });

  // --- values
  const values = stations.flatMap(({ middle, across }, s) =>
    across.map((a, i) => {
      const [x, y] = point(middle, a);
      const parts = {
        s, i,
        name: text("fb-name", { y: -18 }),
        value: text("fb-value", { y: -1 }),
        slope: text("fb-slope", { y: 17 }),
        under: svg("rect", { class: "fb-under", x: -W / 2 + 4, y: 8, width: W - 8, height: 18, rx: 3 }),
        g: svg("g", { class: "fb-node fb-choice", role: "button", "data-r": i, "data-c": s, transform: `translate(${x} ${y})` }),
      };
      setText(parts.name, names.station(s, i));
      parts.g.append(
        svg("rect", { class: "fb-box", x: -W / 2, y: -H / 2, width: W, height: H, rx: 6 }), parts.under,
      );
      words.append(
        svg("g", { "data-station": s, transform: `translate(${x} ${y})` }, parts.name, parts.value, parts.slope),
      );
      pressable(parts.g, ["value", s, i]);
      parts.g.addEventListener("click", () => choose(["value", s, i]));
      boxes.append(parts.g);
      return parts;
    }),
  );
  // The loss: its name stands in the box from the start, in the narrow drawing before the value.
  const [lx, ly] = wide ? [lossAt + 32, lossMiddle] : [lossMiddle, lossAt + 20];
  const loss = text("fb-value", { x: lx, y: wide ? ly + 9 : ly, "data-what": "loss" });
  const lossName = text("fb-name", { x: lx, y: wide ? ly - 11 : ly });
  const lossBox = svg("rect", { x: lx - (wide ? 32 : 48), y: ly - (wide ? 26 : 18), width: wide ? 64 : 96, height: wide ? 52 : 36, rx: 6 });
  boxes.append(lossBox);
  words.append(loss, lossName);
  rovingGrid(wires, ".fb-choice");
  rovingGrid(boxes, ".fb-choice");

  // A finger or the mouse means the number under it, or else the nearest wire: where wires come
  // together, the one drawn last would hide the others.
  const choosable = lines.filter(({ chosen }) => chosen);
  el.addEventListener("click", (event) => {
    if (event.target.closest(".fb-node")) return;
    const box = el.getBoundingClientRect();
    const { width, height } = el.viewBox.baseVal;
    const at = [((event.clientX - box.x) * width) / box.width, ((event.clientY - box.y) * height) / box.height];
    const labels = choosable.flatMap(({ weight, slope, chosen }) =>
      [weight, slope].filter((one) => one.textContent).map((one) => ({
        x: Number(one.getAttribute("x")), y: Number(one.getAttribute("y")),
        width: 7.5 * one.textContent.length, chosen,
      })),
    );
    // A screen reader presses a wire without a place.
    const own = event.detail === 0 && choosable.find(({ g }) => g.contains(event.target));
    const meant = own || nearestLabel(labels, at) || nearestWire(choosable, at);
    if (meant) choose(meant.chosen);
  });

  // shown answers what to show for a station's entry, a wire or a layer; null means "not yet".
  function update(shown) {
    for (const { s, i, g, value, slope, under } of values) {
      const v = shown.value(s, i);
      const d = shown.gradient(s, i);
      setText(value, v === null ? "" : num(v));
      setText(slope, d === null ? "" : num(d));
      place(under, { visibility: d === null ? "hidden" : "visible" });
      const chosen = shown.isChosen("value", s, i);
      place(g, {
        class: `fb-node fb-choice${v === null ? "" : " fb-known"}${shown.nodeLit(s, i) ? " fb-lit" : ""}${chosen ? " fb-chosen" : ""}`,
        "aria-pressed": String(chosen),
        "aria-label": names.valueLabel(s, i, v, d),
      });
    }
    const L = shown.loss();
    setText(loss, L === null ? "" : wide ? num(L) : `L = ${num(L)}`);
    setText(lossName, wide || L === null ? "L" : "");
    place(lossBox, { class: `fb-box${L === null ? " fb-waits" : ""}` });
    for (const { l, i, j, g, weight, slope, local } of lines) {
      const lit = shown.wireLit(l, i, j);
      const base = weight ? "fb-wire fb-choice" : "fb-wire";
      const chosen = weight && shown.isChosen("weight", l, i, j);
      if (weight) {
        const d = shown.weightGradient(l, i, j);
        setText(slope, d === null ? "" : num(d));
        place(g, { "aria-pressed": String(chosen), "aria-label": names.weightLabel(l, i, j, d) });
      }
      if (local) setText(local, lit && shown.local(l, i) !== null ? num(shown.local(l, i)) : "");
      place(g, { class: `${base}${l === layers.length ? " fb-line" : ""}${lit ? " fb-lit" : ""}${chosen ? " fb-chosen" : ""}` });
    }
    memories.forEach(({ box, memory }, l) => {
      setText(memory, shown.memory(l));
      place(box, { class: `fb-layer${shown.active(l) ? " fb-active" : ""}` });
    });
  }
  return { el, update };
}
