// Figure 10: the XOR network trained on the page. State: the settings and `steps`, the number of steps
// taken; the weights follow from these, so that a link or Python can ask for any moment of a training.
import { bar, button, choice, fixed, h, liveFigure, num, numberInput, readout, setText, slider } from "../shared.js";
import { strings } from "../strings/training-lab.js";
import { decisionMap, hiddenSpace, lossCurve, nameOf } from "../parts/training_pictures.js";
import { bench, seedStrip, weightsTable } from "../parts/training_sections.js";
import { X, Y_STAR, advance, answers, loss, newRun, stepsPerEpoch } from "../parts/xor_training.js";
import { inSlices } from "../parts/slices.js";

const SETTINGS = ["start", "seed", "width", "alpha", "scale", "batch", "mistake"];
const EPOCHS_PER_FRAME = 2;
const SYNC_EVERY = 300; // milliseconds between two messages to Python while running

export default liveFigure(strings, ({ el, t, get, set, reset, onChange, cleanup }) => {
  const settings = () => Object.fromEntries([...SETTINGS, "epochs"].map((name) => [name, get(name)]));
  const keyOf = () => JSON.stringify(SETTINGS.map(get));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const slices = inSlices(cleanup);
  let run = newRun(settings());
  let key = keyOf();
  let synced = 0; // what `steps` was when this figure set it last
  let playing = false;
  let theme = 0;

  const tell = () => set({ steps: (synced = run.steps) });
  function stop() {
    slices.stop();
    playing = false;
    tell();
    draw();
  }
  // Go on to a number of steps: at once as far as the time allows, or a few epochs for each frame.
  function goTo(goal, slowly) {
    playing = slowly;
    let told = performance.now();
    let drawn = 0;
    let computed = false; // in this slice
    let resting = false;
    const perFrame = EPOCHS_PER_FRAME * stepsPerEpoch(run.settings);
    slices.start(
      () => {
        if (run.steps >= goal) return computed ? "later" : false;
        if (resting) return "later";
        advance(run);
        return (computed = true);
      },
      (more) => {
        const now = performance.now();
        if (!more) return stop();
        // Where a slice computes as long as it may, drawing has a frame of its own.
        resting = computed && !slowly;
        computed = false;
        if (resting || run.steps >= goal) return;
        if (now - told > SYNC_EVERY) {
          told = now;
          tell();
        }
        if (calm && now - drawn < 400) return;
        drawn = now;
        draw();
      },
      { most: slowly ? perFrame : Infinity },
    );
  }

  const again = () => {
    slices.stop();
    playing = false;
    run = newRun(settings());
    tell();
    draw();
  };
  const move = (count) => () => {
    slices.stop();
    playing = false;
    for (let left = count(); left > 0; left--) advance(run);
    tell();
    draw();
  };
  const change = (changes) => set({ ...changes, steps: 0 });
  // Without a seed the weights are the chapter's, which have one width only.
  const seedFor = () => get("seed") ?? 1;
  const chapterWidth = () => get("start")[0].weights[0].length;

  const toEpochEnd = () => stepsPerEpoch(run.settings) - (run.steps % stepsPerEpoch(run.settings));
  const stepButton = button(t.step, move(() => 1));
  const epochButton = button(t.epoch, move(toEpochEnd));
  const runButton = button(t.run, () => {
    if (playing) return stop();
    const all = get("epochs") * stepsPerEpoch(run.settings);
    goTo((Math.floor(run.steps / all) + 1) * all, true);
  });
  const againButton = button(t.again, again);
  const resetButton = button(t.reset, () => {
    stop();
    reset();
  }, { title: t.resetHint });

  const start = choice({
    label: t.start,
    options: [["chapter", t.chapter], ["seed", t.drawn]],
    value: get("seed") === null ? "chapter" : "seed",
    onChange: (which) => change(which === "chapter" ? { ...sized(chapterWidth(), get("batch")), seed: null } : { seed: seedFor() }),
  });
  const seed = numberInput({
    label: t.seed, hidden: true, value: get("seed") ?? 1, step: 1, min: 0, max: 1e6, digits: 0,
    onInput: (value) => Number.isInteger(value) && change({ seed: value }),
  });
  start.el.append(seed.el);
  const sized = (width, batch) => ({
    width,
    batch,
    pair: get("pair") && Math.max(...get("pair")) < width ? get("pair") : null,
    mistake: get("mistake") === "no-transpose" && (width !== 4 || batch !== 4) ? "none" : get("mistake"),
  });
  const width = slider({
    label: t.width, min: 1, max: 8, step: 1, value: get("width"),
    onInput: (value) => change({ ...sized(value, get("batch")), seed: seedFor() }),
  });
  const alpha = slider({
    label: t.alpha, min: 0.01, max: 1, step: 0.01, value: get("alpha"), format: (value) => num(value),
    onInput: (value) => change({ alpha: value }),
  });
  const scale = slider({
    label: t.scale, min: 0.1, max: 10, step: 0.1, value: get("scale"), format: (value) => num(value),
    onInput: (value) => change({ scale: value, seed: seedFor() }),
  });
  const batch = choice({
    label: t.batch, options: [[1, t.one], [4, t.four]], value: get("batch"),
    onChange: (value) => change(sized(get("width"), value)),
  });
  const epochs = choice({
    label: t.epochs, options: [[1000, t.epochsOf(1000)], [5000, t.epochsOf(5000)]], value: get("epochs"),
    onChange: (value) => set({ epochs: value }),
  });

  const map = decisionMap(t);
  const curve = lossCurve(t);
  const hidden = hiddenSpace(t, (pair) => set({ pair }));
  const state = readout();
  const weights = weightsTable(t);
  const strip = seedStrip(t, {
    settings,
    cleanup,
    onChoose: (chosen) => set({ seed: chosen, steps: get("epochs") * stepsPerEpoch(settings()) }),
  });
  const mistakes = bench(t, (mistake) =>
    change(mistake === "no-transpose" ? { mistake, width: 4, batch: 4, seed: seedFor() } : { mistake }),
  );
  el.append(
    bar(stepButton, epochButton, runButton, againButton, resetButton),
    h("div", { class: "tl-state" }, state.el),
    h("div", { class: "tl-main" },
      map.el,
      curve.el,
      hidden.el,
      h("div", { class: "tl-settings", role: "group", "aria-label": t.settings },
        start.el, width.el, alpha.el, scale.el, batch.el, epochs.el),
    ),
    weights.el,
    strip.el,
    mistakes.el,
  );

  function say() {
    const { net, used, steps } = run;
    const each = stepsPerEpoch(run.settings);
    const parts = [];
    const outputs = answers(net);
    const right = outputs.filter((y, r) => y > 0.5 === Y_STAR[r] > 0.5).length;
    parts.push(t.state(`${Math.floor(steps / each)}${steps % each ? ` + ${t.ofEpoch(steps % each, each)}` : ""}`, right, fixed(loss(net))));
    if (playing) parts.unshift(t.running);
    else if (steps === 0) parts.push(t.atStart);
    else if (used === null) parts.push(t.usedAll(fixed(run.lastLoss)));
    else {
      const sample = { x1: X[2 * used], x2: X[2 * used + 1] };
      parts.push(t.used(nameOf(sample), Y_STAR[used], fixed(net.output), fixed(run.lastLoss), fixed(net.slope)));
    }
    if (right === 4) parts.push(t.solvedIt);
    else if (steps >= 500 * each && outputs.every((y) => Math.abs(y - 0.5) < 0.15)) parts.push(t.stuck);
    if (run.settings.mistake !== "none") parts.push(t.withMistake(t.mistakes[run.settings.mistake][0]));
    state.say(parts.join(" "));
  }

  // Several causes in one task, a step and the state that it sets, are one drawing.
  let waiting = false;
  function draw() {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      drawNow();
    });
  }

  function drawNow() {
    run.settings.epochs = get("epochs");
    setText(runButton, playing ? t.pause : t.run);
    map.draw(run, theme);
    curve.draw(run);
    hidden.draw(run, get("pair"));
    weights.draw(run);
    mistakes.draw(run);
    say();
  }

  function follow() {
    start.update(get("seed") === null ? "chapter" : "seed");
    if (get("seed") !== null) seed.update(get("seed"));
    for (const [name, control] of Object.entries({ width, alpha, scale, batch, epochs })) control.update(get(name));
    strip.draw();
    const fresh = key !== keyOf();
    if (fresh || get("steps") !== synced) {
      slices.stop();
      playing = false;
      if (fresh || get("steps") < run.steps) run = newRun(settings());
      key = keyOf();
      synced = get("steps");
      if (run.steps < synced) return goTo(synced, false);
    }
    draw();
  }

  // The map is painted, so it must be painted again when the colors change.
  const themes = new MutationObserver(() => {
    theme += 1;
    draw();
  });
  for (const root of [document.documentElement, document.body]) {
    themes.observe(root, { attributes: true, attributeFilter: ["data-theme", "theme", "data-jp-theme-light", "class"] });
  }
  cleanup(() => themes.disconnect());
  onChange([...SETTINGS, "epochs", "steps", "pair"], follow);
});
