// The pictures of the training lab: decision map, loss curve, the hidden layer's own space.
import { fixed, h, num, select, setText, subscript, svg } from "../shared.js";
import { X, Y_STAR, answer } from "./xor_training.js";

const SIZE = 300;
const GRID = 45;
const [LOW, HIGH] = [-0.25, 1.25];
const place = (value) => ((value - LOW) / (HIGH - LOW)) * SIZE;
const POINTS = Array.from(Y_STAR, (target, r) => ({ r, target, x1: X[2 * r], x2: X[2 * r + 1] }));
export const nameOf = ({ x1, x2 }) => `(${x1}, ${x2})`;

// As in nnlib.plots a square has target 1 and a disc target 0; the sample that was used last has a ring.
function drawSamples(layer, points) {
  layer
    .selectAll("g")
    .data(points)
    .join((enter) => {
      const g = enter.append("g");
      g.append("circle").attr("class", "tl-ring").attr("r", 15);
      g.filter((d) => d.target === 0).append("circle").attr("class", "tl-zero").attr("r", 8);
      g.filter((d) => d.target === 1)
        .append("rect").attr("class", "tl-one").attr("x", -7).attr("y", -7).attr("width", 14).attr("height", 14);
      g.append("text").attr("class", "nn-halo");
      return g;
    })
    .attr("class", (d) => (d.used ? "tl-used" : null))
    .attr("transform", (d) => `translate(${d.x.toFixed(2)} ${d.y.toFixed(2)})`)
    .select("text")
    .attr("text-anchor", (d) => d.label?.[0] ?? "middle")
    .attr("x", (d) => d.label?.[1] ?? 0)
    .attr("y", (d) => d.label?.[2] ?? -14)
    .text((d) => d.text);
}

function colorsOf(el) {
  const style = getComputedStyle(el);
  return ["row", "column", "paper"].map((name) => {
    const hex = style.getPropertyValue(`--nn-${name}`).trim();
    return [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
  });
}

// The line where the output is ½, in pieces: one for each cell of the grid that it crosses.
function boundary(values) {
  const at = (c, r) => values[r * GRID + c] - 0.5;
  const above = (k) => (values[k] > 0.5 ? 1 : 0);
  const cell = SIZE / GRID;
  const parts = [];
  for (let r = 0; r < GRID - 1; r++) {
    for (let c = 0; c < GRID - 1; c++) {
      const k = r * GRID + c;
      const high = above(k) + above(k + 1) + above(k + GRID) + above(k + GRID + 1);
      if (high === 0 || high === 4) continue;
      const corners = [[c, r], [c + 1, r], [c + 1, r + 1], [c, r + 1]];
      const crossings = [];
      corners.forEach(([c1, r1], n) => {
        const [c2, r2] = corners[(n + 1) % 4];
        const [a, b] = [at(c1, r1), at(c2, r2)];
        if (a > 0 === b > 0) return;
        const share = a / (a - b);
        const x = (c1 + share * (c2 - c1) + 0.5) * cell;
        const y = (r1 + share * (r2 - r1) + 0.5) * cell;
        crossings.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
      });
      for (let n = 0; n + 1 < crossings.length; n += 2) parts.push(`M${crossings[n]}L${crossings[n + 1]}`);
    }
  }
  return parts.join("");
}

export function decisionMap(t) {
  const canvas = h("canvas", { width: GRID, height: GRID, "aria-hidden": "true" });
  const picture = select(svg("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, role: "img" }));
  const edge = picture.append("path").attr("class", "tl-edge");
  const samples = picture.append("g");
  const el = h("figure", { class: "tl-panel" }, h("figcaption", {}, t.map), h("div", { class: "tl-map" }, canvas, picture.node()));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const values = new Float64Array(GRID * GRID);
  const image = context.createImageData(GRID, GRID);
  let colors = null;
  let painted = null; // the theme that they belong to
  return {
    el,
    draw({ net, used }, theme) {
      if (painted !== theme) colors = colorsOf(canvas);
      painted = theme;
      const [one, zero, paper] = colors;
      for (let r = 0, k = 0; r < GRID; r++) {
        const x2 = HIGH - ((r + 0.5) / GRID) * (HIGH - LOW);
        for (let c = 0; c < GRID; c++, k++) {
          const y = (values[k] = answer(net, LOW + ((c + 0.5) / GRID) * (HIGH - LOW), x2));
          const share = 0.6 * Math.min(1, 2 * Math.abs(y - 0.5));
          const color = y > 0.5 ? one : zero;
          for (let band = 0; band < 3; band++) image.data[4 * k + band] = paper[band] + share * (color[band] - paper[band]);
          image.data[4 * k + 3] = 255;
        }
      }
      context.putImageData(image, 0, 0);
      edge.attr("d", boundary(values));
      const outputs = POINTS.map(({ x1, x2 }) => fixed(answer(net, x1, x2), 3));
      drawSamples(samples, POINTS.map((p) => ({
        ...p, x: place(p.x1), y: SIZE - place(p.x2), text: outputs[p.r], used: used === p.r,
      })));
      picture.attr("aria-label", t.mapAlt(POINTS.map((p) => `${nameOf(p)}: ${outputs[p.r]}`).join(", ")));
    },
  };
}

// Loss by epoch; `right` is the dashed second curve, without the mistake.
export function lossCurve(t) {
  const [left, top, width, height] = [40, 12, 270, 240];
  const picture = select(svg("svg", { viewBox: "0 0 320 300", role: "img" }));
  const axes = picture.append("g").attr("class", "tl-axes");
  const half = picture.append("line").attr("class", "tl-half").attr("x1", left).attr("x2", left + width);
  const halfText = picture.append("text").attr("class", "nn-halo tl-small").attr("x", left + width).attr("text-anchor", "end");
  const rightPath = picture.append("path").attr("class", "tl-right-curve");
  const path = picture.append("path").attr("class", "tl-curve");
  picture.append("text").attr("class", "tl-small").attr("x", left + width).attr("y", 296).attr("text-anchor", "end").text(t.epochAxis);
  const el = h("figure", { class: "tl-panel" }, h("figcaption", {}, t.loss), picture.node());
  let frameOf = "";

  function drawAxes(last, highest) {
    if (frameOf === `${last},${highest}`) return;
    frameOf = `${last},${highest}`;
    const marks = [
      ...[0, 0.25, 0.5, 0.75, 1].map((share) => ({ x: left + share * width, y: top + height + 20, text: num(share * last), anchor: "middle", x2: left + share * width, y2: top + height, y1: top + height + 5, x1: left + share * width })),
      ...[0, 0.25, 0.5, 0.75, 1].map((share) => ({ x: left - 8, y: top + (1 - share) * height + 5, text: num(share * highest, 2), anchor: "end", x1: left - 5, x2: left + width, y1: top + (1 - share) * height, y2: top + (1 - share) * height })),
    ];
    axes.selectAll("line").data(marks).join("line")
      .attr("x1", (d) => d.x1).attr("x2", (d) => d.x2).attr("y1", (d) => d.y1).attr("y2", (d) => d.y2);
    axes.selectAll("text").data(marks).join("text").attr("class", "tl-small")
      .attr("x", (d) => d.x).attr("y", (d) => d.y).attr("text-anchor", (d) => d.anchor).text((d) => d.text);
  }

  return {
    el,
    draw({ losses, rightLosses, settings }) {
      const highest = 0.4 * 2 ** Math.max(0, Math.ceil(Math.log2(largestOf(losses, rightLosses) / 0.4)));
      const last = Math.max(settings.epochs, losses.length);
      drawAxes(last, highest);
      const y = (loss) => top + (1 - Math.min(loss, highest) / highest) * height;
      half.attr("y1", y(0.25)).attr("y2", y(0.25));
      halfText.attr("y", y(0.25) + 16).text(t.halfLine);
      const curve = (values) => {
        const every = Math.max(1, Math.ceil(values.length / 300));
        const shown = [];
        for (let k = 0; k < values.length; k += k < 40 ? 1 : every) shown.push(k);
        if (values.length) shown.push(values.length - 1);
        return shown.map((k, n) => `${n ? "L" : "M"}${(left + ((k + 1) / last) * width).toFixed(1)} ${y(values[k]).toFixed(1)}`).join("");
      };
      path.attr("d", curve(losses));
      rightPath.attr("d", curve(rightLosses));
      picture.attr("aria-label", losses.length ? t.lossAlt(losses.length, num(losses.at(-1))) : t.noLossYet);
    },
  };
}

const largestOf = (...lists) => lists.reduce((max, list) => list.reduce((m, v) => (v > m ? v : m), max), 0.01);

// The four samples where the hidden neurons put them. pair = null looks along the cut of layer 2, so
// that the cut is a vertical line; pair = [i, j] shows two neurons against each other.
const CUT = Math.atanh(0.5);
export function hiddenPoints(net, pair) {
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
