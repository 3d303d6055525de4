// The two pictures of figure 5 in which the walk is: the parabola and the map.
import { contours } from "d3-contour";
import { drag, freshId, keys, line, num, scaleLinear, svg } from "../shared.js";
import { LOWEST, lossOne, lossTwo, slopeOne } from "./valley_math.js";

export const place = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};
const inside = (scale, value) => {
  const [from, to] = scale.domain();
  return Math.min(to, Math.max(from, value));
};
export const cut = (value) => Math.max(-1e4, Math.min(1e4, value)); // what SVG can still draw
const dots = (points) =>
  points.map(([x, y]) => `M${cut(x) - 3.5},${cut(y)}a3.5,3.5 0 1,0 7,0a3.5,3.5 0 1,0 -7,0`).join("");
export const tick = (x, y, text, anchor = "middle") =>
  svg("text", { class: "va-small", x, y, "text-anchor": anchor }, text);

function arrow() {
  const shaft = svg("line", { class: "va-arrow" });
  const head = svg("path", { class: "va-head" });
  const point = (x1, y1, x2, y2) => {
    const length = Math.hypot(x2 - x1, y2 - y1);
    const [ux, uy] = length > 0 ? [(x2 - x1) / length, (y2 - y1) / length] : [0, 0];
    const back = Math.min(10, length);
    const [bx, by] = [x2 - back * ux, y2 - back * uy];
    place(shaft, { x1: cut(x1), y1: cut(y1), x2: cut(bx), y2: cut(by) });
    const w = back / 2;
    const corners = [[bx - w * uy, by + w * ux], [bx + w * uy, by - w * ux], [x2, y2]];
    place(head, { d: length < 0.5 ? "" : `M${corners.map((xy) => xy.map(cut)).join("L")}Z` });
  };
  return { parts: [shaft, head], point };
}

// A picture with a frame, a draggable start, a path and the arrow of the next step.
function picture({ height, label, t, across, up, start, moveStart, step }) {
  const clip = freshId("clip");
  const [left, right] = across.range();
  const [bottom, top] = up.range();
  const frame = { x: left, y: top, width: right - left, height: bottom - top };
  const el = svg("svg", { viewBox: `0 0 340 ${height}`, role: "group", "aria-label": label });
  const ground = svg("rect", { class: "va-ground", ...frame });
  const back = svg("g", { "clip-path": `url(#${clip})` });
  const way = svg("path", { class: "va-way" });
  const visited = svg("path", { class: "va-dots" });
  const here = svg("circle", { class: "va-here", r: 7 });
  const next = arrow();
  const handle = svg(
    "g",
    { class: "va-start", role: "slider", tabindex: 0, "aria-label": t.start,
      "aria-valuemin": across.domain()[0], "aria-valuemax": across.domain()[1] },
    svg("circle", { class: "va-hit", r: 22 }),
    svg("rect", { x: -7, y: -7, width: 14, height: 14 }),
  );
  const front = svg("g", { "clip-path": `url(#${clip})` }, way, visited, ...next.parts, here);
  el.append(svg("clipPath", { id: clip }, svg("rect", frame)), ground, back, front, handle);
  ground.addEventListener("click", (event) => {
    const box = ground.getBoundingClientRect();
    moveStart(
      across.invert(left + ((event.clientX - box.x) / box.width) * (right - left)),
      up.invert(top + ((event.clientY - box.y) / box.height) * (bottom - top)),
    );
  });
  let from;
  drag(handle, {
    onStart: () => (from = start()),
    onMove: (dx, dy) =>
      moveStart(across.invert(across(from[0]) + dx), up.invert(up(from[1]) + dy)),
  });
  keys(handle, step);
  const drawWalk = (points, [x, y], arrowFrom, arrowTo, value, text) => {
    place(way, { d: points.length > 1 ? `M${points.map((xy) => xy.map(cut)).join("L")}` : "" });
    place(visited, { d: dots(points) });
    const last = points.at(-1).map(cut);
    place(here, { cx: last[0], cy: last[1] });
    next.point(...arrowFrom, ...arrowTo);
    place(handle, { transform: `translate(${x} ${y})`, "aria-valuenow": value, "aria-valuetext": text });
  };
  const contains = (points) =>
    points.at(-1).every((v, k) => (k ? v >= top - 1 && v <= bottom + 1 : v >= left && v <= right));
  return { el, back, drawWalk, contains };
}

export function parabola({ t, start, moveStart }) {
  const across = scaleLinear([-4, 10], [20, 330]);
  const up = scaleLinear([-3.6, 50], [250, 10]);
  const moveW = (w) => moveStart([Math.round(4 * inside(across, w)) / 4, start()[1]]);
  const view = picture({
    height: 290, label: t.parabola, t, across, up, moveStart: moveW,
    start: () => [start()[0], 0],
    step: (dx, dy) => moveW(start()[0] + (dx + dy) * 0.25),
  });
  const curve = svg("path", { class: "va-curve" });
  const tangent = svg("line", { class: "va-tangent" });
  view.back.append(curve, tangent);
  for (const w of [-4, 0, LOWEST, 6, 10]) view.el.append(tick(across(w), 268, num(w)));
  view.el.append(tick(across(LOWEST), 286, `w (${t.lowest}: 3)`));
  const many = Array.from({ length: 101 }, (_, k) => -4 + (14 * k) / 100);
  return {
    el: view.el,
    update(state, path) {
      const c = state.curvature;
      const at = ([w]) => [across(w), up(lossOne(c, w))];
      const [w] = path.at(-1);
      const slope = slopeOne(c, w);
      place(curve, { d: line((v) => across(v), (v) => up(lossOne(c, v)))(many) });
      const reach = 2;
      place(tangent, {
        x1: cut(across(w - reach)), y1: cut(up(lossOne(c, w) - reach * slope)),
        x2: cut(across(w + reach)), y2: cut(up(lossOne(c, w) + reach * slope)),
      });
      const y = up(-1.8); // below the valley, so that it covers no step
      const points = path.map(at);
      view.drawWalk(
        points, at(path[0]), [across(w), y], [across(w - state.alpha * slope), y],
        path[0][0], t.startOne(num(path[0][0])),
      );
      return view.contains(points);
    },
  };
}

const LEVELS = [0.2, 0.3, 0.5, 1, 2, 4, 8, 16, 32];
const GRID = 61;

export function map({ t, start, moveStart }) {
  const across = scaleLinear([-0.6, 2.4], [26, 326]);
  const up = scaleLinear([-0.6, 2.4], [310, 10]);
  const move = (...to) => moveStart(
    [across, up].map((scale, k) => Math.round(100 * inside(scale, to[k])) / 100),
  );
  const view = picture({
    height: 346, label: t.map, t, across, up, start, moveStart: move,
    step: (dx, dy) => move(start()[0] + dx * 0.05, start()[1] + dy * 0.05),
  });
  const at = (k) => -0.6 + (3 * k) / (GRID - 1);
  const values = Array.from({ length: GRID * GRID }, (_, k) => lossTwo(at(k % GRID), at(Math.floor(k / GRID))));
  for (const { coordinates } of contours().size([GRID, GRID]).thresholds(LEVELS)(values)) {
    const rings = coordinates.flat().map((ring) =>
      ring.map(([x, y]) => `${across(at(x - 0.5)).toFixed(1)},${up(at(y - 0.5)).toFixed(1)}`).join("L"),
    );
    view.back.append(svg("path", { class: "va-contour", d: rings.map((ring) => `M${ring}Z`).join("") }));
  }
  const [x, y] = [across(0.9), up(0.9)];
  view.back.append(svg("path", { class: "va-cross", d: `M${x - 7},${y}h14M${x},${y - 7}v14` }));
  for (const value of [0, 1, 2]) {
    view.el.append(tick(across(value), 328, num(value)), tick(20, up(value) + 5, num(value), "end"));
  }
  view.el.append(tick(across(1.5), 328, "w"), tick(20, up(1.5) + 5, "b", "end"));
  return {
    el: view.el,
    update(state, path, slopes) {
      const points = path.map(([w, b]) => [across(w), up(b)]);
      const last = path.at(-1);
      const to = last.map((value, k) => value - state.alpha * slopes[k]);
      view.drawWalk(
        points, points[0], points.at(-1), [across(to[0]), up(to[1])],
        path[0][0], t.startTwo(...path[0].map((value) => num(value))),
      );
      return view.contains(points);
    },
  };
}
