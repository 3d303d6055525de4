// The loss as one output moves, for all four constants, with the tangent at the output.
import { freshId, num, scaleLinear, setText, subscript, svg } from "../shared.js";
import { HIGHEST, LOWEST, place } from "./error_drawing.js";

const REACH = 0.3; // of the tangent, to both sides

// constants: { name: m => factor }; update(…) draws the state.
export function lossCurves({ t, get, constants }) {
  const across = scaleLinear([LOWEST, HIGHEST], [16, 324]);
  const up = scaleLinear([0, 1], [180, 10]);
  const clip = freshId("clip");
  const inside = svg("g", { "clip-path": `url(#${clip})` });
  const lowest = svg("line", { class: "es-target", y1: 6, y2: up(0) });
  const curves = Object.keys(constants).map((name) => [name, svg("path", { fill: "none" })]);
  const tangent = svg("line", { class: "es-tangent" });
  const here = svg("circle", { class: "es-here", r: 7 });
  inside.append(lowest, ...curves.map(([, path]) => path), tangent, here);
  const lowestText = svg("text", { class: "es-small nn-halo", y: 198, "text-anchor": "middle" });
  const axisText = svg("text", { class: "es-small", x: 170, y: 217, "text-anchor": "middle" });
  const marks = [-0.5, 0.5, 1.5].map((value) =>
    svg("text", { class: "es-small", x: across(value), y: 198, "text-anchor": "middle" }, num(value)),
  );
  const el = svg(
    "svg",
    { viewBox: "0 0 340 222", role: "img" },
    svg("clipPath", { id: clip }, svg("rect", { x: 8, y: 0, width: 324, height: 182 })),
    svg("line", { class: "es-grid", x1: 16, x2: 324, y1: up(0), y2: up(0) }),
    inside,
    ...marks,
    lowestText,
    axisText,
  );

  // A parabola is one quadratic curve; its control point is where the two end tangents meet.
  function parabola(factor, target, rest) {
    const value = (v) => factor * ((v - target) ** 2 + rest);
    const middle = (LOWEST + HIGHEST) / 2;
    const control = value(LOWEST) + 2 * factor * (LOWEST - target) * (middle - LOWEST);
    const point = (v, height) => `${across(v)},${up(height)}`;
    return `M${point(LOWEST, value(LOWEST))}Q${point(middle, control)} ${point(HIGHEST, value(HIGHEST))}`;
  }

  function update(values, targets, slopes, loss) {
    const k = get("focus");
    const [value, target] = [values[k], targets[k]];
    up.domain([0, Math.max(1, 1.15 * loss)]);
    const rest = values.reduce((sum, one, j) => sum + (j === k ? 0 : (one - targets[j]) ** 2), 0);
    for (const [name, path] of curves) {
      const chosen = name === get("constant");
      place(path, {
        d: parabola(constants[name](values.length), target, rest),
        class: chosen ? "es-curve es-curve-chosen" : "es-curve",
      });
    }
    place(lowest, { x1: across(target), x2: across(target) });
    place(lowestText, { x: across(target) });
    setText(lowestText, t.lowest);
    setText(axisText, t.axis(subscript(k + 1), t.names[get("constant")]));
    place(here, { cx: across(value), cy: up(loss) });
    place(tangent, {
      x1: across(value - REACH), x2: across(value + REACH),
      y1: up(loss - REACH * slopes[k]), y2: up(loss + REACH * slopes[k]),
    });
    place(el, { "aria-label": t.curves(k + 1, num(loss), num(slopes[k]), num(target)) });
  }
  return { el, update };
}
