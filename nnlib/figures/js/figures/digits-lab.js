// Figure 11: the digits, read by a network that is trained on the page. State: the settings, `epochs`
// (how many were trained; the weights follow), the drawing, the chosen cell and the weights to show.
import {
  bar, button, choice, enable, fixed, h, isEntry, isMatrix, isWhole, isWithin, liveFigure, numberInput,
  oncePerTask, readout, setText, speaker, toggle, whenColorsChange,
} from "../shared.js";
import packed from "digits-data"; // made by tools/build_figures.py
import { strings } from "../strings/digits-lab.js";
import { drawPad, moved } from "../parts/draw_pad.js";
import { accuracyCurve, confusionMatrix, outputBars, percent, weightImages } from "../parts/digits_pictures.js";
import { N_TEST, N_TRAIN, advance, imageOf, isReady, newTraining, outputsFor, unpack } from "../parts/digits_training.js";
import { inSlices } from "../parts/slices.js";

const SETTINGS = ["seed", "alpha", "scaled"];
const MOST = 60;
const SYNC_EVERY = 300; // milliseconds between two messages to Python while training
const digits = unpack(packed);

export default liveFigure(strings, ({ el, t, get, set, reset, onChange, cleanup }) => {
  const draw = oncePerTask(drawNow);
  const settings = () => Object.fromEntries(SETTINGS.map((name) => [name, get(name)]));
  const slices = inSlices(cleanup);
  let run = newTraining(digits, settings());
  let key = JSON.stringify(settings());
  let goal = -1;
  let synced = null; // what `epochs` was when this figure set it last
  let example = 0;
  let theme = 0;

  const tell = () => set({ epochs: (synced = Math.max(0, run.epoch)) });
  // An epoch that is complete is drawn in a frame of its own: the frame before has computed enough.
  function goTo(epochs) {
    goal = epochs;
    let told = performance.now();
    let undrawn = 0; // frames until the epoch is drawn
    slices.start(
      () => {
        if (undrawn === 0 && run.epoch < goal && advance(run)) undrawn = 2;
        return undrawn > 0 ? "later" : run.epoch < goal;
      },
      (more) => {
        if (!more) tell();
        if (undrawn === 0 && more) return;
        undrawn = Math.max(0, undrawn - 1);
        if (undrawn > 0) return;
        if (more && performance.now() - told > SYNC_EVERY) {
          told = performance.now();
          tell();
        }
        draw();
      },
    );
    draw();
  }
  // An epoch that has begun is finished, so that the state is a whole number of epochs.
  const pause = () => goTo(run.step === 0 && run.measured === 0 ? run.epoch : run.epoch + 1);
  const change = (changes) => set({ ...changes, epochs: 0 });

  const epochButton = button(t.epoch, () => goTo(Math.min(MOST, Math.max(0, run.epoch) + 1)));
  const trainButton = button("", () => (slices.busy && goal > run.epoch + 1 ? pause() : goTo(MOST)));
  const againButton = button(t.again, () => {
    restart();
    goTo(0);
  });
  const resetButton = button(t.reset, () => {
    slices.stop();
    tell();
    reset();
  }, { title: t.resetHint });
  const seed = numberInput({
    label: t.seed, value: get("seed"), step: 1, min: 0, max: 1e6, digits: 0,
    onInput: (value) => Number.isInteger(value) && change({ seed: value }),
  });
  const scaled = toggle({ label: t.scaled, value: get("scaled"), onChange: (on) => change({ scaled: on }) });

  const onDraw = (drawing) => set({ drawing });
  const pad = drawPad(t, { get: () => get("drawing"), onDraw });
  const move = (name, sign, right, down) =>
    button(sign, () => onDraw(moved(get("drawing"), right, down)), { "aria-label": `${t.moves}: ${t[name]}`, class: "nn-button dl-move" });
  const bars = outputBars(t);
  const curve = accuracyCurve(t, MOST);
  const matrix = confusionMatrix(t, { onCell: (cell) => set({ cell }), onImage: onDraw, cleanup });
  const images = weightImages(t);
  const which = choice({
    label: t.whichLabel, options: Object.entries(t.which), value: get("weights"),
    onChange: (value) => set({ weights: value }),
  });
  const section = h("details", { class: "tl-section" }, h("summary", {}, t.weights), h("p", {}, t.weightsHint), which.el, images.el);
  section.addEventListener("toggle", () => drawWeights());
  const state = readout();
  const answer = speaker();
  let heard = null; // of what the network says
  let quiet = true; // until the figure has measured, or the reader has done something
  el.addEventListener("click", () => (quiet = false), { capture: true });
  el.append(
    bar(epochButton, trainButton, againButton, resetButton),
    h("div", { class: "dl-settings" }, seed.el, scaled.el),
    h("div", { class: "dl-state" }, state.el),
    h("div", { class: "nn-columns dl-main" },
      h("figure", { class: "dl-panel" },
        h("figcaption", {}, t.drawHere), pad.el,
        bar(
          button(t.clear, () => onDraw(Array(64).fill(0))),
          button(t.example, () => onDraw(imageOf(digits, N_TRAIN + (example = (example + 1) % N_TEST)))),
        ),
        bar(
          move("left", "←", -1, 0), move("right", "→", 1, 0), move("up", "↑", 0, -1), move("down", "↓", 0, 1),
        )),
      h("div", {}, bars.el, answer.el),
    ),
    h("div", { class: "nn-columns dl-main" }, curve.el, matrix.el),
    matrix.behind,
    section,
  );

  function drawWeights() {
    if (section.open && isReady(run)) images.draw(run, get("weights"), theme);
  }

  function say() {
    const last = run.history.at(-1);
    const tellState = quiet ? state.show : state.say;
    if (!last) return tellState(t.measuring);
    const parts = [t.state(run.epoch, percent(last.test), Math.round((1 - last.test) * N_TEST), percent(last.train))];
    if (slices.busy) parts.unshift(t.training);
    parts.push(run.epoch === 0 ? t.untrained : t.loss(fixed(last.loss)));
    if (!run.scaled) parts.push(t.unscaled);
    tellState(parts.join(" "));
  }

  function drawAnswer() {
    pad.draw(get("drawing"));
    if (!isReady(run)) return;
    const says = bars.draw(outputsFor(run, get("drawing")));
    if (!quiet && says !== heard) answer.say(says);
    heard = says;
  }

  function drawNow() {
    setText(trainButton, slices.busy && goal > run.epoch + 1 ? t.pause : t.train(MOST));
    enable(epochButton, run.epoch < MOST);
    enable(trainButton, run.epoch < MOST);
    curve.draw(run);
    matrix.draw(run, get("cell"), theme);
    drawWeights();
    drawAnswer();
    say();
    if (isReady(run) && !slices.busy) quiet = false;
  }

  function restart() {
    slices.stop();
    run = newTraining(digits, settings());
    key = JSON.stringify(settings());
  }

  function follow() {
    seed.update(get("seed"));
    scaled.update(get("scaled"));
    const fresh = key !== JSON.stringify(settings());
    if (fresh || get("epochs") !== synced) {
      if (fresh || get("epochs") < run.epoch) restart();
      synced = get("epochs");
      return goTo(synced);
    }
    draw();
  }

  whenColorsChange(el, cleanup, () => {
    theme += 1;
    draw();
  });
  onChange([...SETTINGS, "epochs"], follow);
  onChange(["drawing"], drawAnswer);
  onChange(["cell"], () => matrix.draw(run, get("cell"), theme));
  onChange(["weights"], () => {
    which.update(get("weights"));
    drawWeights();
  });
}, ({ seed, alpha, scaled, epochs, drawing, cell, weights }) =>
  isWhole(seed, 0, 2 ** 32 - 1) && alpha > 0 && isWithin(alpha, 0, 5) && typeof scaled === "boolean"
  && isWhole(epochs, 0, MOST) && isMatrix([drawing], 1, 64, 0, 16) && (cell === null || isEntry(cell, 10, 10))
  && ["before", "after", "added"].includes(weights));
