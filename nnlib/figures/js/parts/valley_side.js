// What stands beside the walk of figure 5: the samples with their line, and the latest steps.
import { freshId, h, num, scaleLinear, setText, svg } from "../shared.js";
import { SAMPLES } from "./valley_math.js";
import { cut, place, tick } from "./valley_pictures.js";

export function lineFit({ t }) {
  const across = scaleLinear([-0.3, 3.3], [20, 334]);
  const up = scaleLinear([-0.6, 5], [180, 8]);
  const clip = freshId("clip");
  const el = svg("svg", { viewBox: "0 0 340 206", role: "img", "aria-label": t.samples });
  const fitted = svg("line", { class: "va-line" });
  const errors = SAMPLES.map(() => svg("line", { class: "va-error" }));
  const points = SAMPLES.map(([x, y]) => svg("circle", { class: "va-sample", r: 6, cx: across(x), cy: up(y) }));
  el.append(
    svg("clipPath", { id: clip }, svg("rect", { x: 20, y: 0, width: 316, height: 184 })),
    svg("line", { class: "va-axis", x1: 20, x2: 334, y1: up(0), y2: up(0) }),
    svg("g", { "clip-path": `url(#${clip})` }, ...errors, fitted), ...points,
  );
  for (const x of [0, 1, 2, 3]) el.append(tick(across(x), 200, num(x)));
  el.append(tick(across(3.25), 200, "x"));
  for (const y of [0, 2, 4]) el.append(tick(14, up(y) + 5, num(y), "end"));
  return {
    el,
    update([w, b], rows) {
      const at = (x) => cut(up(w * x + b));
      place(fitted, { x1: across(-0.3), x2: across(3.3), y1: at(-0.3), y2: at(3.3) });
      SAMPLES.forEach(([x, y], r) => {
        place(errors[r], { x1: across(x), x2: across(x), y1: up(y), y2: at(x) });
        const seen = rows.includes(r) ? " va-seen" : "";
        place(points[r], { class: `va-sample${seen}` });
        place(errors[r], { class: `va-error${seen}` });
      });
    },
  };
}

// The latest steps as numbers.
export function stepTable({ t, rows }) {
  const body = h("tbody", {});
  const cells = Array.from({ length: rows }, () => t.columns.map(() => h("td", {})));
  body.append(...cells.map((line) => h("tr", {}, line)));
  const heads = t.columns.map((name) => h("th", { scope: "col" }, name));
  return {
    el: h("table", { class: "va-steps", "aria-label": t.table }, h("thead", {}, h("tr", {}, heads)), body),
    update(table) {
      cells.forEach((line, r) => line.forEach((cell, c) => setText(cell, table[r]?.[c] ?? "")));
    },
  };
}
