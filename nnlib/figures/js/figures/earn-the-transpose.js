// Figure 7: from one entry's paths to the matrix product. State: wanted, entry, step, view, left, right, square, x, w, g.
import {
  bar, button, choice, h, isEntry, isMatrix, isSame, isWhole, liveFigure, matrixView, readout, toggle,
} from "../shared.js";
import { LAST, derivation, known } from "../parts/derivation.js";
import { gradients } from "../parts/fc_paths.js";
import { orderPuzzle } from "../parts/order_puzzle.js";
import { whole } from "../parts/whole.js";
import { strings } from "../strings/earn-the-transpose.js";

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  const numbers = (square = get("square")) =>
    square ? get("square_case") : { x: get("x"), w: get("w"), g: get("g") };
  // An entry that a smaller matrix also has.
  const kept = (wanted, square) => {
    const sizes = gradients(numbers(square))[wanted];
    const [i, j] = get("entry");
    return [Math.min(i, sizes.length - 1), Math.min(j, sizes[0].length - 1)];
  };

  const wanted = choice({
    label: t.wanted,
    options: ["W", "B", "X"].map((name) => [name, name]),
    value: get("wanted"),
    onChange: (name) => set({ entry: kept(name), wanted: name, step: 0 }),
  });
  const view = choice({
    label: t.view,
    options: [["derivation", t.derive], ["puzzle", t.puzzle]],
    value: get("view"),
    onChange: (name) => set({ view: name }),
  });
  const square = toggle({
    label: t.square,
    value: get("square"),
    onChange: (on) => set({ entry: kept(get("wanted"), on), square: on }),
  });

  const given = Object.fromEntries(
    ["X", "G", "W"].map((name) => [
      name,
      matrixView({ name: whole(name === "G" ? "G = ∂L/∂Y" : name), label: (r, c) => t.cellOf(name, r + 1, c + 1) }),
    ]),
  );
  const results = Object.fromEntries(
    ["W", "B", "X"].map((name) => [
      name,
      matrixView({
        name: whole(`∂L/∂${name}`),
        label: (r, c) => t.entryOf(name, r + 1, c + 1),
        onChoose: (r, c) => set({ entry: [r, c] }),
      }),
    ]),
  );
  const derived = derivation({ t, step: () => get("step"), go: (step) => set({ step }) });
  const puzzle = orderPuzzle({ t, choose: (side, name) => set({ [side]: name }) });
  const state = readout();
  el.append(
    bar(view.el, wanted.el, square.el, button(t.reset, reset, { title: t.resetHint })),
    h("div", { class: "et-row et-given" }, Object.values(given).map((one) => one.el), Object.values(results).map((one) => one.el)),
    derived.el,
    puzzle.el,
    state.el,
  );

  // Which cells of X, G and W belong to the chosen entry, once that is known.
  function markGiven(name, wantedNow, [i, j], step) {
    const on = {
      W: { X: (r, c) => c === i && "row", G: (r, c) => c === j && "column" },
      B: { G: (r, c) => c === j && "column" },
      X: { G: (r) => r === i && "row", W: (r) => r === j && "column" },
    }[wantedNow][name];
    return (r, c) => (step > 0 && on ? on(r, c) || "" : "");
  }

  onChange(["wanted", "entry", "step", "view", "left", "right", "square", "x", "w", "g"], () => {
    const data = numbers();
    const wantedNow = get("wanted");
    const entry = get("entry");
    const step = get("step");
    const solving = get("view") === "puzzle";
    wanted.update(wantedNow);
    view.update(get("view"));
    square.update(get("square"));
    derived.el.hidden = solving;
    puzzle.el.hidden = !solving;
    state.el.classList.toggle("et-spoken-only", solving); // the verdict already says it
    for (const [name, one] of Object.entries(results)) one.el.hidden = solving || name !== wantedNow;
    given.W.el.hidden = !solving && wantedNow !== "X";
    given.X.el.hidden = !solving && wantedNow === "X";
    for (const [name, one] of Object.entries(given)) {
      one.update(data[name.toLowerCase()], solving ? () => "" : markGiven(name, wantedNow, entry, step));
    }
    if (solving) return state.say(puzzle.update(data, wantedNow, [get("left"), get("right")]));
    const own = (r, c) => (r === entry[0] && c === entry[1] ? "result chosen" : "");
    results[wantedNow].update(known(data, wantedNow, entry, step), own);
    state.say(...derived.update(data, wantedNow, entry, step));
  });
}, ({ wanted, entry, step, view, left, right, square, x, w, g, square_case }, start) => {
  const [N, n, m] = square ? [2, 2, 2] : [x?.length, w?.length, w?.[0]?.length];
  const size = { W: [n, m], B: [1, m], X: [N, n] }[wanted];
  return size !== undefined && isEntry(entry, ...size) && isWhole(step, 0, LAST) && ["derivation", "puzzle"].includes(view)
    && [left, right].every((name) => /^[XGW1]ᵀ?$/.test(name)) && typeof square === "boolean"
    && isMatrix(x, x?.length, w?.length) && isMatrix(w, w?.length, w?.[0].length) && isMatrix(g, x.length, w[0].length)
    && isSame(square_case, start.square_case);
});
