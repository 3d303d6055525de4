// The pictures of the training lab: decision map and loss curve; hidden_space.js has the third.
import { colorsOf, fixed, h, num, select, svg } from "../shared.js";
import { X, Y_STAR, answer } from "./xor_training.js";

export const SIZE = 300;
const GRID = 45;
const [LOW, HIGH] = [-0.25, 1.25];
const place = (value) => ((value - LOW) / (HIGH - LOW)) * SIZE;
export const POINTS = Array.from(Y_STAR, (target, r) => ({ r, target, x1: X[2 * r], x2: X[2 * r + 1] }));
export const nameOf = ({ x1, x2 }) => `(${x1}, ${x2})`;

// As in nnlib.plots a square has target 1 and a disc target 0; the sample that was used last has a ring.
export function drawSamples(layer, points) {
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
      if (painted !== theme) colors = colorsOf(canvas, ["row", "column", "paper"]);
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
      picture.attr("aria-label", losses.length ? t.lossAlt(losses.length, num(losses.at(-1)), rightLosses.length ? num(rightLosses.at(-1)) : null) : t.noLossYet);
    },
  };
}

const largestOf = (...lists) => lists.reduce((max, list) => list.reduce((m, v) => (v > m ? v : m), max), 0.01);
