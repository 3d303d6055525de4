// Outputs against their targets, each with its squared error as a square and its slope as an arrow, and
// the loss as a square below.
import { drag, freshId, keys, num, scaleLinear, setText, subscript, svg } from "../shared.js";

export const LOWEST = -0.5;
export const HIGHEST = 1.5;
const UNIT = 72; // pixels for an error of 1, in both directions: a square of the largest error has room
const [LEFT, PITCH] = [26, 102]; // of the first output, and between two
const [TOP, BOTTOM] = [12, 12 + (HIGHEST - LOWEST) * UNIT];
const LOSS_TOP = BOTTOM + 34;
const ROOM = 88; // for the square that is the loss
const heightOf = scaleLinear([HIGHEST, LOWEST], [TOP, BOTTOM]);
const columnOf = (k) => LEFT + PITCH * k;

export const place = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
};

// moveTo(k, value) moves an output, focusOn(k) chooses one; update(…) draws the state.
export function errorDrawing({ t, get, moveTo, focusOn }) {
  const clip = freshId("clip");
  const layers = ["squares", "axes", "front"].map(() => svg("g", {}));
  const [squares, axes, front] = layers;
  const el = svg(
    "svg",
    { viewBox: `0 0 340 ${LOSS_TOP + ROOM}`, role: "group", "aria-label": t.drawing },
    svg("clipPath", { id: clip }, svg("rect", { x: 0, y: LOSS_TOP - 2, width: 340, height: ROOM })),
    ...layers,
  );
  for (const value of [0, 0.5, 1, 1.5, -0.5]) {
    const y = heightOf(value);
    squares.append(svg("line", { class: "es-grid", x1: 0, x2: 340, y1: y, y2: y }));
    if (!Number.isInteger(value)) continue;
    axes.append(svg("text", { class: "es-small nn-halo", x: 340, y: y - 4, "text-anchor": "end" }, value));
  }

  function makeColumn(k) {
    const x = columnOf(k);
    const part = {
      square: svg("rect", { class: "es-square", x }),
      target: svg("line", { class: "es-target", x1: x - 24, x2: x + 58 }),
      targetName: svg("text", { class: "es-small", x: x + 60, "text-anchor": "end" }),
      area: svg("text", { class: "es-small es-area", "dominant-baseline": "central" }),
      slope: svg("text", { class: "es-small es-slope", x: k ? x - 12 : x - 24, y: BOTTOM + 20 }),
      shaft: svg("line", { class: "es-arrow", x1: x - 18, x2: x - 18 }),
      head: svg("path", { class: "es-head" }),
      handle: svg(
        "g",
        { class: "es-handle", role: "slider", tabindex: 0, "aria-label": t.output(k + 1),
          "aria-orientation": "vertical", "aria-valuemin": LOWEST, "aria-valuemax": HIGHEST },
        svg("circle", { class: "es-hit", r: 24 }),
        svg("circle", { class: "es-dot", r: 10 }),
      ),
    };
    let from;
    drag(part.handle, {
      onStart: () => ((from = get("y")[0][k]), focusOn(k)),
      onMove: (_, dy) => moveTo(k, Math.round((from - dy / UNIT) * 50) / 50),
    });
    keys(part.handle, (dx, dy) => moveTo(k, get("y")[0][k] + (dx + dy) * 0.02));
    part.handle.addEventListener("focus", () => focusOn(k));
    squares.append(part.square);
    axes.append(svg("line", { class: "es-axis", x1: x, x2: x, y1: TOP, y2: BOTTOM }));
    front.append(
      part.target, part.area, part.targetName, part.shaft, part.head, part.slope, part.handle,
    );
    return part;
  }
  const columns = get("y")[0].map((_, k) => makeColumn(k));
  const lossSquare = svg("rect", { class: "es-result", x: 8, y: LOSS_TOP, "clip-path": `url(#${clip})` });
  const lossText = svg("text", { class: "es-loss", y: LOSS_TOP + 20 });
  const cutText = svg("text", { class: "es-small", y: LOSS_TOP + 40 }, t.cut);
  el.append(lossSquare, lossText, cutText);

  function drawColumn(part, k, value, target, slope) {
    const [x, side] = [columnOf(k), Math.abs(value - target) * UNIT];
    const area = side > 0 ? num((value - target) ** 2) : "";
    const inside = side > 7 * area.length + 2; // is there room for the number in the square?
    place(part.square, { y: heightOf(Math.max(value, target)), width: side, height: side });
    place(part.target, { y1: heightOf(target), y2: heightOf(target) });
    place(part.targetName, { y: heightOf(target) + (value > target ? 15 : -6) });
    setText(part.targetName, `y*${subscript(k + 1)}`);
    place(part.area, {
      x: inside ? x + side / 2 : x + side + 6,
      y: heightOf((value + target) / 2),
      "text-anchor": inside ? "middle" : "start",
    });
    setText(part.area, area);
    setText(part.slope, k ? num(slope) : t.slope(num(slope))); // the word once, or they run together
    const length = Math.max(-68, Math.min(68, slope * UNIT));
    const tip = Math.max(4, Math.min(BOTTOM + 6, heightOf(value) - length));
    const begin = tip + length; // beside the output, as far as the picture has room
    const back = tip + 8 * Math.sign(length);
    place(part.shaft, { y1: begin, y2: Math.abs(length) > 8 ? back : tip });
    place(part.head, {
      d: Math.abs(length) < 0.5 ? "" : `M${x - 24},${back}L${x - 12},${back}L${x - 18},${tip}Z`,
    });
    place(part.handle, {
      transform: `translate(${x} ${heightOf(value)})`,
      "aria-valuenow": value,
      "aria-valuetext": `y = ${num(value)}, y* = ${num(target)}`,
      class: `es-handle${k === get("focus") ? " es-chosen" : ""}`,
    });
  }

  function drawLoss(loss) {
    const side = Math.sqrt(loss) * UNIT;
    const beside = side < 150; // else the words stand inside
    place(lossSquare, { width: side, height: side });
    setText(lossText, t.area(num(loss)));
    place(lossText, { x: beside ? side + 20 : 20 });
    place(cutText, { x: beside ? side + 20 : 20, visibility: side > ROOM - 4 ? "visible" : "hidden" });
  }

  const update = (values, targets, slopes, loss) => {
    columns.forEach((part, k) => drawColumn(part, k, values[k], targets[k], slopes[k]));
    drawLoss(loss);
  };
  return { el, update };
}
