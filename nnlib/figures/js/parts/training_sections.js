// What the training lab can unfold: weights and gradients, a hundred seeds, the bench of mistakes.
import { bar, button, choice, enable, fixed, h, num, power, rovingGrid, scaleLog, setText, speaker, subscript, svg } from "../shared.js";
import { lossCurve } from "./training_pictures.js";
import { NAMES, advance, check, copyOf, newRun, solved, step, stepsPerEpoch } from "./xor_training.js";
import { inSlices } from "./slices.js";

export function section(title, onOpen, ...children) {
  const el = h("details", { class: "tl-section" }, h("summary", {}, title), ...children);
  el.addEventListener("toggle", () => el.open && onOpen?.());
  return el;
}

// Each parameter with ∂L/∂w for all four samples, as a number and as a bar from the middle.
export function weightsTable(t, onOpen) {
  const body = h("tbody", {});
  const head = [t.neuron, t.fromX(subscript(1)), t.fromX(subscript(2)), t.bias, t.toOutput];
  const table = h("table", { class: "tl-weights" }, h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col" }, text)))), body);
  let cells = [];
  function build(k) {
    const cell = (name, at) => {
      const value = h("span", { class: "tl-value" });
      const slope = h("span", { class: "tl-slope" });
      const mark = h("i", { "aria-hidden": "true" });
      cells.push({ name, at, value, slope, mark });
      return h("td", {}, value, h("span", { class: "tl-track", "aria-hidden": "true" }, mark), slope);
    };
    cells = [];
    const rows = Array.from({ length: k }, (_, j) =>
      h("tr", {}, h("th", { scope: "row" }, String(j + 1)), cell("w1", j), cell("w1", k + j), cell("b1", j), cell("w2", j)));
    rows.push(h("tr", {}, h("th", { scope: "row" }, t.outputRow), h("td"), h("td"), cell("b2", 0), h("td")));
    body.replaceChildren(...rows);
  }
  let width = 0;
  const el = section(t.weights, onOpen, h("p", {}, t.weightsHint), table);
  function draw(run) {
    if (!el.open) return;
    const { net, settings } = run;
    if (width !== net.k) build((width = net.k));
    const looked = copyOf(net);
    step(looked, settings.alpha, settings.mistake);
    const most = Math.max(1e-12, ...NAMES.flatMap((name) => [...looked.grad[name]].map(Math.abs)));
    for (const { name, at, value, slope, mark } of cells) {
      const gradient = looked.grad[name][at];
      setText(value, fixed(net[name][at]));
      setText(slope, fixed(gradient));
      const width = `${((50 * Math.abs(gradient)) / most).toFixed(1)}%`;
      if (mark.style.width !== width) mark.style.width = width;
      const side = gradient < 0 ? "tl-minus" : "tl-plus";
      if (mark.className !== side) mark.className = side;
    }
  }
  return { el, draw };
}

// A hundred seeds, trained with the present settings; choose one to load it.
export function seedStrip(t, { settings, onChoose, cleanup }) {
  const slices = inSlices(cleanup);
  const spots = Array.from({ length: 100 }, (_, seed) =>
    h("button", { type: "button", "data-r": Math.floor(seed / 10), "data-c": seed % 10, on: { click: () => onChoose(seed) } }));
  // An application gets the arrow keys from a screen reader, which would read button after button with them.
  const strip = h("div", { class: "tl-strip", role: "application", "aria-label": t.strip }, spots);
  const verdict = h("p", { class: "tl-verdict" });
  const spoken = speaker(); // the result alone: the count changes with every frame
  const earlier = h("ul", { class: "tl-earlier" });
  const go = button(t.trainAll, () => train());
  const el = section(t.seeds, null, h("p", {}, t.seedsHint), bar(go), strip, verdict, spoken.el, earlier);
  let key = "";
  let results = [];
  const marked = [];
  let pressed = null;
  spots.forEach((spot) => spot.setAttribute("aria-pressed", "false"));
  const keyOf = ({ width, alpha, scale, batch, mistake, epochs }) => JSON.stringify({ width, alpha, scale, batch, mistake, epochs });
  const mark = (seed) => {
    const state = results[seed] === undefined ? "waiting" : results[seed] ? "solved" : "stuck";
    if (marked[seed] === state) return;
    marked[seed] = state;
    spots[seed].className = `tl-${state}`;
    setText(spots[seed], { waiting: "·", solved: "●", stuck: "✕" }[state]);
    spots[seed].setAttribute("aria-label", t.spot(seed, { waiting: t.waiting, solved: t.solved, stuck: t.stuckSpot }[state]));
  };
  const count = () => results.filter(Boolean).length;
  function clear() {
    slices.stop();
    enable(go, true);
    results = [];
    spots.forEach((_, seed) => mark(seed));
    setText(verdict, "");
  }
  function train() {
    const now = settings();
    clear();
    enable(go, false);
    let run = null;
    const total = now.epochs * stepsPerEpoch(now);
    const mistake = now.mistake === "none" ? null : t.mistakes[now.mistake][0];
    const order = t.settingsText({ ...now, mistake });
    slices.start(
      () => {
        run ??= newRun({ ...now, seed: results.length });
        run.right = null;
        for (let n = 0; n < 100 && run.steps < total; n++) advance(run);
        if (run.steps < total) return true;
        results.push(solved(run.net));
        mark(results.length - 1);
        run = null;
        return results.length < 100;
      },
      (more) => {
        if (more) return setText(verdict, t.trainedSoFar(results.length));
        enable(go, true);
        setText(verdict, t.solvedOf(count(), order));
        spoken.say(verdict.textContent);
        earlier.prepend(h("li", {}, t.solvedShort(count(), order)));
        if (earlier.children.length > 6) earlier.lastChild.remove();
      },
    );
  }
  clear();
  rovingGrid(strip, "button");
  return {
    el,
    draw() {
      const now = settings();
      if (key !== keyOf(now)) {
        key = keyOf(now);
        clear();
      }
      if (pressed === now.seed) return;
      spots[pressed]?.setAttribute("aria-pressed", "false");
      spots[(pressed = now.seed)]?.setAttribute("aria-pressed", "true");
    },
  };
}

// Spoil one formula; the loss on one side, the gradient check on the other.
export function bench(t, { onOpen, onChoose }) {
  const names = Object.keys(t.mistakes);
  const picker = choice({
    label: t.mistake,
    options: names.map((name) => [name, t.mistakes[name][0]]),
    value: "none",
    onChange: onChoose,
  });
  picker.el.classList.add("tl-mistakes");
  const about = h("p", { class: "tl-about" });
  const curve = lossCurve(t);
  const x = scaleLog([1e-12, 10], [16, 304]).clamp(true);
  const needle = svg("path", { class: "tl-needle", d: "M0 -4L9 -22L-9 -22Z" });
  const meter = svg(
    "svg", { viewBox: "0 0 320 84", role: "img" },
    svg("rect", { class: "tl-good", x: x(1e-12), y: 34, width: x(1e-6) - x(1e-12), height: 16 }),
    svg("rect", { class: "tl-bad", x: x(1e-6), y: 34, width: x(10) - x(1e-6), height: 16 }),
    [-12, -9, -6, -3, 0].map((e) => svg("text", { class: "tl-small", x: x(10 ** e), y: 70, "text-anchor": "middle" }, e ? power(10 ** e, 0).replace("1 · ", "") : "1")),
    needle,
  );
  const lines = h("ul", { class: "tl-checks" });
  const verdict = h("p", { class: "tl-verdict", role: "status" });
  const panel = h("figure", { class: "tl-panel" }, h("figcaption", {}, t.meter), meter, lines, verdict);
  const el = section(t.bench, onOpen, h("p", {}, t.benchHint), picker.el, about, h("div", { class: "nn-columns" }, curve.el, panel));
  function draw(run) {
    if (!el.open) return;
    const { mistake } = run.settings;
    picker.update(mistake);
    setText(about, t.mistakes[mistake][1]);
    curve.draw(run);
    const errors = check(run.net, mistake);
    const worst = Math.max(...Object.values(errors));
    needle.setAttribute("transform", `translate(${x(Math.max(worst, 1e-12)).toFixed(1)} 36)`);
    meter.setAttribute("aria-label", t.meterAlt(power(worst)));
    const rows = NAMES.map((name) => t.checkLine(t.arrays[name], errors[name] <= 1e-6 ? null : power(errors[name], 0)));
    if (lines.dataset.shown !== rows.join()) {
      lines.dataset.shown = rows.join();
      lines.replaceChildren(...rows.map((row) => h("li", {}, row)));
    }
    const wrong = NAMES.filter((name) => errors[name] > 1e-6).map((name) => t.arrays[name]);
    setText(verdict, wrong.length ? t.checkFailed(wrong.join(", ")) : t.checkPassed(num(1e-6, 6)));
  }
  return { el, draw };
}
