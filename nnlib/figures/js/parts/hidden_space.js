// The hidden layer's own space: the samples as points of what the hidden neurons make of them.
import { fixed, h, select, setText, subscript, svg } from "../shared.js";
import { POINTS, SIZE, drawSamples, nameOf } from "./training_pictures.js";
import { answer } from "./xor_training.js";

// The four samples where the hidden neurons put them. pair = null looks along the cut of layer 2, so
// that the cut is a vertical line; pair = [i, j] shows two neurons against each other.
const CUT = Math.atanh(0.5);
function hiddenPoints(net, pair) {
  const { k, w2, b2 } = net;
  const H = POINTS.map(({ x1, x2 }) => {
    const hidden = new Float64Array(k);
    answer(net, x1, x2, hidden);
    return hidden;
  });
  if (pair) {
    const [i, j] = pair;
    return { points: H.map((row) => [row[i], row[j]]), line: k === 2 ? [w2[i], w2[j], CUT - b2[0]] : null, range: 1 };
  }
  const dot = (a, b) => a.reduce((sum, value, n) => sum + value * b[n], 0);
  const length = Math.sqrt(dot(w2, w2)) || 1;
  const along = w2.map((w) => w / length);
  const between = H[1].map((value, n) => value - H[2][n]);
  const part = dot(between, along);
  const across = between.map((value, n) => value - part * along[n]);
  const size = Math.sqrt(dot(across, across));
  const unit = size > 1e-9 ? across.map((value) => value / size) : across.fill(0);
  return { points: H.map((row) => [dot(row, along), dot(row, unit)]), line: [length, 0, CUT - b2[0]], range: Math.sqrt(k) };
}

// Points that meet keep labels that can be read: (0, 0) left, (0, 1) above, (1, 0) below, (1, 1) right.
const LABELS = [["end", -12, 5], ["middle", 0, -14], ["middle", 0, 24], ["start", 12, 5]];
let clips = 0;
export function hiddenSpace(t, onPair) {
  const picture = select(svg("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, role: "img" }));
  const clip = `tl-clip-${++clips}`;
  picture.append("clipPath").attr("id", clip).append("rect").attr("width", SIZE).attr("height", SIZE);
  picture.append("rect").attr("class", "tl-frame").attr("width", SIZE).attr("height", SIZE);
  const inside = picture.append("g").attr("clip-path", `url(#${clip})`);
  const side = inside.append("path").attr("class", "tl-side");
  const cut = inside.append("path").attr("class", "tl-edge");
  const xText = picture.append("text").attr("class", "tl-small nn-halo").attr("x", SIZE - 6).attr("y", SIZE - 8).attr("text-anchor", "end");
  const yText = picture.append("text").attr("class", "tl-small nn-halo").attr("x", 6).attr("y", 16);
  const samples = picture.append("g");
  const picker = h("select", { class: "tl-select", "aria-label": t.hiddenAxes, on: { change: () => onPair(JSON.parse(picker.value)) } });
  const el = h("figure", { class: "tl-panel" }, h("figcaption", {}, t.hidden, " ", picker), picture.node());
  let width = 0;
  return {
    el,
    draw({ net, used }, pair) {
      if (width !== net.k) {
        width = net.k;
        const pairs = [];
        for (let i = 0; i < width; i++) for (let j = i + 1; j < width; j++) pairs.push([i, j]);
        picker.replaceChildren(
          h("option", { value: "null" }, t.alongCut),
          ...pairs.map((one) => h("option", { value: JSON.stringify(one) }, t.pair(one[0] + 1, one[1] + 1))),
        );
      }
      picker.value = JSON.stringify(pair);
      const { points, line, range } = hiddenPoints(net, pair);
      const x = (value) => SIZE / 2 + (value / range) * 0.42 * SIZE;
      const y = (value) => SIZE / 2 - (value / range) * 0.42 * SIZE;
      const square = line && line[0] ** 2 + line[1] ** 2;
      if (line && square > 0) {
        const [a, b, c] = line;
        const corner = (along, across) => {
          const far = 40 / Math.sqrt(square);
          const px = (a * c) / square + along * far * a - across * far * b;
          const py = (b * c) / square + along * far * b + across * far * a;
          return `${x(px).toFixed(1)} ${y(py).toFixed(1)}`;
        };
        cut.attr("d", `M${corner(0, -1)}L${corner(0, 1)}`);
        side.attr("d", `M${corner(0, -1)}L${corner(0, 1)}L${corner(1, 1)}L${corner(1, -1)}Z`);
      } else {
        cut.attr("d", null);
        side.attr("d", null);
      }
      setText(xText.node(), pair ? t.neuronAxis(subscript(pair[0] + 1)) : t.towardOne);
      setText(yText.node(), pair ? t.neuronAxis(subscript(pair[1] + 1)) : "");
      const spots = POINTS.map((p) => ({ ...p, x: x(points[p.r][0]), y: y(points[p.r][1]), text: nameOf(p), used: used === p.r, label: LABELS[p.r] }));
      drawSamples(samples, spots);
      picture.attr("aria-label", t.hiddenAlt(spots.map((s, r) => `${s.text}: ${points[r].map((v) => fixed(v, 2)).join(", ")}`).join("; ")));
    },
  };
}
