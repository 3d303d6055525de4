// Figure 10: the XOR network trained on the page. State: the settings and `steps`, the number of steps
// taken; the weights follow from these, so that a link or Python can ask for any moment of a training.
import {
  bar, button, enable, h, isEntry, isSame, isWhole, isWithin, liveFigure, oncePerTask, readout, setText, whenColorsChange,
} from "../shared.js";
import { strings } from "../strings/training-lab.js";
import { hiddenSpace } from "../parts/hidden_space.js";
import { decisionMap, lossCurve } from "../parts/training_pictures.js";
import { MISTAKES } from "../parts/spoiled.js";
import { bench, seedStrip, weightsTable } from "../parts/training_sections.js";
import { trainingSettings } from "../parts/training_settings.js";
import { inWords } from "../parts/training_words.js";
import { MOST_STEPS, advance, newRun, stepsPerEpoch } from "../parts/xor_training.js";
import { inSlices } from "../parts/slices.js";

const SETTINGS = ["start", "seed", "width", "alpha", "scale", "batch", "mistake"];
const EPOCHS_PER_FRAME = 2;
const SYNC_EVERY = 300; // milliseconds between two messages to Python while running

export default liveFigure(strings, ({ el, t, get, set, reset, onChange, cleanup }) => {
  const draw = oncePerTask(drawNow);
  const settings = () => Object.fromEntries([...SETTINGS, "epochs"].map((name) => [name, get(name)]));
  const keyOf = () => JSON.stringify(SETTINGS.map(get));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const slices = inSlices(cleanup);
  let run = newRun(settings());
  let key = keyOf();
  let synced = 0; // what `steps` was when this figure set it last
  let playing = false;
  let theme = 0;
  let behind = null; // the frame that draws what is unfolded

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
        if (behind !== null || (calm && now - drawn < 400)) return;
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

  const controls = trainingSettings(t, { get, set, change });

  const map = decisionMap(t);
  const curve = lossCurve(t);
  const hidden = hiddenSpace(t, (pair) => set({ pair }));
  const state = readout();
  const weights = weightsTable(t, drawSections);
  const strip = seedStrip(t, {
    settings,
    cleanup,
    onChoose: (chosen) => set({ seed: chosen, steps: get("epochs") * stepsPerEpoch(settings()) }),
  });
  const mistakes = bench(t, { onOpen: drawSections, onChoose: controls.choose });
  el.append(
    bar(stepButton, epochButton, runButton, againButton, resetButton),
    h("div", { class: "tl-state" }, state.el),
    h("div", { class: "tl-main" },
      map.el,
      curve.el,
      hidden.el,
      controls.el,
    ),
    weights.el,
    strip.el,
    mistakes.el,
  );

  function drawNow() {
    run.settings.epochs = get("epochs");
    setText(runButton, playing ? t.pause : t.run);
    for (const one of [stepButton, epochButton, runButton]) enable(one, run.steps < MOST_STEPS);
    map.draw(run, theme);
    curve.draw(run);
    hidden.draw(run, get("pair"));
    state.say(inWords(t, run, playing));
    drawSections();
  }

  // What is unfolded is drawn in the next frame; while it waits, a training draws nothing else.
  function drawSections() {
    if (behind !== null || !(weights.el.open || mistakes.el.open)) return;
    behind = requestAnimationFrame(() => {
      behind = requestAnimationFrame(() => {
        behind = null;
        weights.draw(run);
        mistakes.draw(run);
      });
    });
  }
  cleanup(() => cancelAnimationFrame(behind));

  function follow() {
    controls.update();
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

  whenColorsChange(el, cleanup, () => {
    theme += 1;
    draw();
  });
  onChange([...SETTINGS, "epochs", "steps", "pair"], follow);
}, ({ seed, width, alpha, scale, batch, epochs, steps, mistake, pair, start }, given) => {
  return isSame(start, given.start) && isWhole(width, 1, 8)
    && (seed === null ? width === start[0].weights[0].length : isWhole(seed, 0, 2 ** 32 - 1))
    && alpha > 0 && isWithin(alpha, 0, 1) && scale > 0 && isWithin(scale, 0, 10)
    && [1, 4].includes(batch) && [1000, 5000].includes(epochs) && isWhole(steps, 0, MOST_STEPS)
    && MISTAKES.includes(mistake) && (mistake !== "no-transpose" || (width === 4 && batch === 4))
    && (pair === null || (isEntry(pair, width, width) && pair[0] !== pair[1]));
});
