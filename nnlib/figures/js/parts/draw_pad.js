// A square of 8 × 8 pixels to draw on: with the pointer like a soft pen, with the keys pixel by pixel.
import { h, rovingGrid } from "../shared.js";

const SIDE = 8;

export function drawPad(t, { get, onDraw }) {
  const pixels = Array.from({ length: SIDE * SIDE }, (_, k) =>
    h("button", { type: "button", "data-r": Math.floor(k / SIDE), "data-c": k % SIDE, tabindex: "-1" }));
  // An application gets the arrow keys from a screen reader, which would read pixel after pixel with them.
  const el = h("div", { class: "dl-pad", role: "application", "aria-label": t.pad }, pixels);
  pixels.forEach((pixel, k) =>
    pixel.addEventListener("click", (event) => {
      if (event.detail !== 0) return; // the pointer draws below; this is Enter or the space bar
      const drawing = [...get()];
      drawing[k] = drawing[k] ? 0 : 16;
      onDraw(drawing);
    }),
  );
  rovingGrid(el, "button");

  // The nearer a pixel is to the pen, the more ink it takes; pixels under it are full.
  let erasing = null;
  function ink(event) {
    const box = el.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * SIDE - 0.5;
    const y = ((event.clientY - box.top) / box.height) * SIDE - 0.5;
    const drawing = get().map((value, k) => {
      const distance = Math.hypot((k % SIDE) - x, Math.floor(k / SIDE) - y);
      if (erasing) return distance < 0.7 ? 0 : value;
      return Math.max(value, Math.round(16 * Math.min(1, Math.max(0, 1.5 - 1.2 * distance))));
    });
    onDraw(drawing);
  }
  el.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 && event.button !== 2) return;
    erasing = event.button === 2 || event.shiftKey;
    el.setPointerCapture(event.pointerId);
    ink(event);
  });
  el.addEventListener("pointermove", (event) => {
    if (erasing !== null) ink(event);
  });
  for (const end of ["pointerup", "pointercancel"]) el.addEventListener(end, () => (erasing = null));
  // Without this a quick stroke is a fling to the browser, and it drops the tap that follows.
  el.addEventListener("touchmove", (event) => event.preventDefault(), { passive: false });
  el.addEventListener("contextmenu", (event) => event.preventDefault());

  return {
    el,
    draw(drawing) {
      drawing.forEach((value, k) => {
        const pixel = pixels[k];
        if (pixel.dataset.ink === String(value)) return;
        pixel.dataset.ink = value;
        pixel.style.setProperty("--ink", `${(100 * value) / 16}%`);
        pixel.setAttribute("aria-label", t.pixel(Math.floor(k / SIDE) + 1, (k % SIDE) + 1, value));
      });
    },
  };
}

// The drawing moved by whole pixels; what leaves the square is lost.
export function moved(drawing, right, down) {
  return drawing.map((_, k) => {
    const row = Math.floor(k / SIDE) - down;
    const column = (k % SIDE) - right;
    return row >= 0 && row < SIDE && column >= 0 && column < SIDE ? drawing[row * SIDE + column] : 0;
  });
}
