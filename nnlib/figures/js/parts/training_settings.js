// The settings of the training lab. A change takes the training back to its start.
import { choice, h, num, numberInput, slider } from "../shared.js";

// Without a seed the weights are the chapter's, which have one width only.
const seedFor = (get) => get("seed") ?? 1;

// "Transpose forgotten" needs a square H⁽¹⁾: as many hidden neurons as samples in a step.
const SQUARE = "no-transpose";
const SIDE = 4;

export function trainingSettings(t, { get, set, change }) {
  let before = null; // what this mistake has replaced
  function broughtBack() {
    if (!before) return {};
    const untouched = get("seed") === before.taken && get("scale") === before.scale;
    return { width: before.width, batch: before.batch, seed: untouched ? before.seed : get("seed") };
  }

  // The changes a reader wants, and what has to follow from them.
  function fitting(wanted) {
    const now = { width: get("width"), batch: get("batch"), seed: get("seed"), mistake: get("mistake") };
    let next = { ...now, ...wanted };
    const square = next.mistake === SQUARE && next.width === SIDE && next.batch === SIDE;
    if (now.mistake === SQUARE && !square) {
      next = { ...next, mistake: "none", ...broughtBack(), ...wanted };
    } else if (wanted.mistake === SQUARE) {
      before = { ...now, scale: get("scale"), taken: seedFor(get) };
      next = { ...next, width: SIDE, batch: SIDE, seed: before.taken };
    }
    const pair = get("pair");
    return { ...next, pair: pair && Math.max(...pair) < next.width ? pair : null };
  }

  const chapterWidth = () => get("start")[0].weights[0].length;
  const start = choice({
    label: t.start,
    options: [["chapter", t.chapter], ["seed", t.drawn]],
    value: get("seed") === null ? "chapter" : "seed",
    onChange: (which) => change(which === "chapter" ? fitting({ width: chapterWidth(), seed: null }) : { seed: seedFor(get) }),
  });
  const seed = numberInput({
    label: t.seed, hidden: true, value: get("seed") ?? 1, step: 1, min: 0, max: 1e6, digits: 0,
    onInput: (value) => Number.isInteger(value) && change({ seed: value }),
  });
  start.el.append(seed.el);
  const width = slider({
    label: t.width, min: 1, max: 8, step: 1, value: get("width"),
    onInput: (value) => change(fitting({ width: value, seed: seedFor(get) })),
  });
  const alpha = slider({
    label: t.alpha, min: 0.01, max: 1, step: 0.01, value: get("alpha"), format: (value) => num(value),
    onInput: (value) => change({ alpha: value }),
  });
  const scale = slider({
    label: t.scale, min: 0.1, max: 10, step: 0.1, value: get("scale"), format: (value) => num(value),
    onInput: (value) => change({ scale: value, seed: seedFor(get) }),
  });
  const batch = choice({
    label: t.batch, options: [[1, t.one], [4, t.four]], value: get("batch"),
    onChange: (value) => change(fitting({ batch: value })),
  });
  const epochs = choice({
    label: t.epochs, options: [[1000, t.epochsOf(1000)], [5000, t.epochsOf(5000)]], value: get("epochs"),
    onChange: (value) => set({ epochs: value }),
  });
  const el = h(
    "div",
    { class: "tl-settings", role: "group", "aria-label": t.settings },
    start.el, width.el, alpha.el, scale.el, batch.el, epochs.el,
  );
  return {
    el,
    choose: (mistake) => change(fitting({ mistake })),
    update() {
      if (get("mistake") !== SQUARE) before = null;
      start.update(get("seed") === null ? "chapter" : "seed");
      if (get("seed") !== null) seed.update(get("seed"));
      for (const [name, control] of Object.entries({ width, alpha, scale, batch, epochs })) control.update(get(name));
    },
  };
}
