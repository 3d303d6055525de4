// Figure 5: gradient descent. State: mode, alpha, curvature, start [w, b], steps, batch_size.
// The path is computed from these, so that another α shows at once where it would have led.
import {
  bar, button, choice, enable, h, isMatrix, isWhole, isWithin, liveFigure, num, power, readout, setText, slider,
} from "../shared.js";
import { strings } from "../strings/valley.js";
import {
  curvatures, lossOne, lossTwo, rowsOfStep, SAMPLES, slopeOne, slopesTwo, steepest, walk,
} from "../parts/valley_math.js";
import { map, parabola } from "../parts/valley_pictures.js";
import { lineFit, stepTable } from "../parts/valley_side.js";

const NAMES = ["mode", "alpha", "curvature", "start", "steps", "batch_size"];
const MOST_STEPS = 100;
const ALPHA = { one: { max: 1.25, step: 0.01 }, two: { max: 0.3, step: 0.002 } };

export default liveFigure(strings, ({ el, t, get, set, reset, onChange, cleanup }) => {
  const state = () => Object.fromEntries(NAMES.map((name) => [name, get(name)]));
  let timer = null;

  const mode = choice({
    label: t.mode,
    options: [["one", t.one], ["two", t.two]],
    value: get("mode"),
    onChange: (value) => {
      stop();
      set({ mode: value, alpha: 0.1, start: [0, 0], steps: 0 });
    },
  });
  const batch = choice({
    label: t.batch,
    options: [[4, "4"], [2, "2"], [1, "1"]],
    value: get("batch_size"),
    onChange: (value) => set({ batch_size: value, steps: 0 }),
  });
  const alpha = slider({
    label: t.alpha, min: 0, max: 1.25, step: 0.01, value: get("alpha"),
    format: (value) => num(value, 3),
    onInput: (value) => set({ alpha: Math.max(value, ALPHA[get("mode")].step) }),
  });
  const curvature = slider({
    label: t.curvature, min: 0.5, max: 4, step: 0.1, value: get("curvature"),
    format: (value) => num(value, 1),
    onInput: (value) => set({ curvature: value }),
  });
  const zones = Array.from({ length: 3 }, () => h("span", {}));
  const marks = Array.from({ length: 2 }, () => h("span", { class: "va-mark" }));
  const scale = h("div", { class: "va-scale", "aria-hidden": "true" }, h("div", { class: "va-zones" }, zones), marks);

  // --- stepping and running
  const canStep = () => get("steps") < MOST_STEPS;
  const stepButton = button(t.step, () => (stop(), set({ steps: get("steps") + 1 })));
  const runButton = button(t.run, () => (timer ? stop() : run()));
  const restart = button(t.restart, () => (stop(), set({ steps: 0 })));
  const resetButton = button(t.reset, () => (stop(), reset()), { title: t.resetHint });

  function stop() {
    clearInterval(timer);
    timer = null;
    setText(runButton, t.run);
  }
  function run() {
    if (!canStep()) set({ steps: 0 });
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return set({ steps: MOST_STEPS });
    setText(runButton, t.stop);
    timer = setInterval(() => {
      set({ steps: get("steps") + 1 });
      if (!canStep() || !insidePicture) stop();
    }, 150);
  }
  cleanup(stop);

  // --- pictures
  const moveStart = (start) => set({ start });
  const tools = { t, start: () => get("start"), moveStart };
  const views = { one: parabola(tools), two: map(tools) };
  const fit = lineFit(tools);
  const table = stepTable({ t, rows: 6 });
  const side = { one: [curvature.el, table.el], two: [batch.el, fit.el] };
  const left = h("div", {}, views.one.el, views.two.el);
  const right = h("div", { class: "va-side" }, Object.values(side).flat());
  const said = readout();
  let insidePicture = true;
  alpha.el.classList.add("va-alpha");
  said.el.classList.add("va-said");
  el.append(
    bar(mode.el, resetButton),
    h("div", { class: "va-rate" }, alpha.el, scale),
    bar(stepButton, runButton, restart),
    h("div", { class: "nn-columns" }, left, right),
    said.el,
  );

  function drawScale({ mode: chosen, batch_size: size }, c) {
    const { max } = ALPHA[chosen];
    const limits = [1 / c, 2 / c].map((limit) => Math.min(1, limit / max));
    const names =
      chosen === "one"
        ? [t.zones.creeps, t.zones.swings, t.zones.leaves]
        : [t.zones.calm, t.zones.across, size === 4 ? t.zones.leaves : t.zones.farther];
    const edges = [0, ...limits, 1];
    zones.forEach((zone, k) => {
      zone.style.width = `${100 * (edges[k + 1] - edges[k])}%`;
      setText(zone, names[k]);
    });
    marks.forEach((mark, k) => {
      mark.style.left = `${100 * limits[k]}%`;
      mark.hidden = (k + 1) / c > max;
      setText(mark, `${k + 1}/c = ${num((k + 1) / c, 3)}`);
      mark.classList.toggle("va-mark-end", limits[k] > 0.72);
    });
  }

  const after = (steps) => t.steps(steps);
  const near = (a, b) => Math.abs(a - b) < 1e-9;
  const size = (value) => (Math.abs(value) >= 1e5 ? power(value) : num(value));

  function sayOne(now, path) {
    const c = now.curvature;
    const [w] = path.at(-1);
    const factor = 1 - now.alpha * c;
    const kind = near(factor, 0) ? "arrives" : near(factor, -1) ? "ever"
      : factor > 0 ? "creeps" : factor > -1 ? "swings" : "leaves";
    table.update(
      path.map(([v], k) => [String(k), size(v), size(lossOne(c, v)), size(slopeOne(c, v))]).slice(-6),
    );
    return [
      t.atOne(after(now.steps), size(w), size(lossOne(c, w)), size(slopeOne(c, w))),
      t.factor(num(factor), t.kinds[kind]),
    ];
  }

  function sayTwo(now, path, rows, slopes, c) {
    const [w, b] = path.at(-1);
    const parts = [t.atTwo(after(now.steps), size(w), size(b), size(lossTwo(w, b)))];
    if (now.batch_size === 4) {
      const [flat, steep] = curvatures(rows);
      parts.push(
        t.slopes(...slopes.map(size)),
        t.factors(num(1 - now.alpha * steep, 3), num(1 - now.alpha * flat, 3)),
      );
    } else {
      const [first, last] = [rows[0], rows.at(-1)].map((r) => num(SAMPLES[r][0]));
      parts.push(t.next(first, last, ...slopes.map(size)));
      if (now.alpha * c > 2) parts.push(t.tooFar(num(c, 2)));
    }
    return parts;
  }

  function drawOne(now, path) {
    insidePicture = views.one.update(now, path);
    return sayOne(now, path);
  }
  function drawTwo(now, path, c) {
    const rows = rowsOfStep(now.steps, now.batch_size);
    const slopes = slopesTwo(path.at(-1), rows);
    insidePicture = views.two.update(now, path, slopes);
    fit.update(path.at(-1), rows);
    return sayTwo(now, path, rows, slopes, c);
  }
  // The map is drawn once before anyone asks for it, so that the first change to it is as fast as all others.
  const first = { ...state(), mode: "two", alpha: 0.1, start: [0, 0], steps: 0 };
  drawTwo(first, walk(first), steepest(first.batch_size));

  onChange(NAMES, () => {
    const now = state();
    const path = walk(now);
    const two = now.mode === "two";
    const c = two ? steepest(now.batch_size) : now.curvature;
    for (const [name, view] of Object.entries(views)) view.el.toggleAttribute("hidden", name !== now.mode);
    for (const [name, parts] of Object.entries(side)) {
      for (const part of parts) part.toggleAttribute("hidden", name !== now.mode);
    }
    alpha.input.max = ALPHA[now.mode].max;
    alpha.input.step = ALPHA[now.mode].step;
    alpha.update(now.alpha);
    curvature.update(now.curvature);
    mode.update(now.mode);
    batch.update(now.batch_size);
    enable(stepButton, canStep());
    drawScale(now, c);
    const parts = two ? drawTwo(now, path, c) : drawOne(now, path);
    if (!insidePicture) parts.push(t.outside);
    said.say(parts.join(" "));
  });
}, ({ mode, alpha, curvature, start, steps, batch_size }) => {
  const [low, high] = mode === "two" ? [-0.6, 2.4] : [-4, 10];
  return Object.hasOwn(ALPHA, mode) && alpha > 0 && isWithin(alpha, 0, ALPHA[mode].max) && isWithin(curvature, 0.5, 4)
    && isMatrix([start], 1, 2, low, high) && isWhole(steps, 0, MOST_STEPS) && [1, 2, 4].includes(batch_size);
});
