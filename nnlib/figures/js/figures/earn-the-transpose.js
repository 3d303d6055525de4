// Figure 7: from one entry's paths to the matrix product. State: wanted, entry, step, view, left, right, square, x, w, g.
import {
  bar, button, choice, factor, h, liveFigure, matrixView, multiply, num, power, readout, relativeError, setText,
  shape, subscript, toggle, toRows,
} from "../shared.js";
import { factorsOf, gradients, nameOf, nudged, operand, paths, sheet, sumOf } from "../parts/fc_paths.js";
import { strings } from "../strings/earn-the-transpose.js";

const LAST = 5;
const FACTORS = ["X", "Xᵀ", "G", "Gᵀ", "W", "Wᵀ", "1", "1ᵀ"];

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
  const go = (step) => set({ step: Math.min(Math.max(step, 0), LAST) });
  const back = button(t.back, () => go(get("step") - 1));
  const next = button(t.next, () => go(get("step") + 1));
  const progress = h("strong", { class: "et-progress" });
  const nav = bar(back, next, progress);
  nav.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    go(get("step") + by);
  });

  const given = Object.fromEntries(
    ["X", "G", "W"].map((name) => [
      name,
      matrixView({ name: name === "G" ? "G = ∂L/∂Y" : name, label: (r, c) => t.cellOf(name, r + 1, c + 1) }),
    ]),
  );
  const results = Object.fromEntries(
    ["W", "B", "X"].map((name) => [
      name,
      matrixView({
        name: `∂L/∂${name}`,
        label: (r, c) => t.entryOf(name, r + 1, c + 1),
        onChoose: (r, c) => set({ entry: [r, c] }),
      }),
    ]),
  );
  const stage = h("div", { class: "et-stage" });
  const written = h("p", { class: "et-sum" });

  const select = (label, trait) => {
    const field = h(
      "select",
      { on: { change: () => set({ [trait]: field.value }) } },
      FACTORS.map((name) => h("option", { value: name }, name)),
    );
    return { el: h("label", { class: "et-factor" }, h("span", {}, label), field), field };
  };
  const left = select(t.left, "left");
  const right = select(t.right, "right");
  const product = matrixView({ name: t.product, label: (r, c) => t.cellOf(t.product, r + 1, c + 1) });
  const truths = Object.fromEntries(
    ["W", "B", "X"].map((name) => [name, matrixView({ name: t.nudged(name), label: () => t.nudged(name) })]),
  );
  const shapes = h("p", { class: "et-shapes" });
  const verdict = h("p", { class: "et-verdict" });
  const answers = h("div", { class: "et-row" }, product.el, Object.values(truths).map((one) => one.el));
  const puzzle = h("div", { class: "et-puzzle" }, h("div", { class: "et-row" }, left.el, right.el), shapes, answers, verdict);

  const derivation = h("div", {}, nav, stage, written);
  const state = readout();
  el.append(
    bar(view.el, wanted.el, square.el, button(t.reset, reset, { title: t.resetHint })),
    h("div", { class: "et-row et-given" }, Object.values(given).map((one) => one.el), Object.values(results).map((one) => one.el)),
    derivation,
    puzzle,
    state.el,
  );

  const small = (name, rows, mark, kind = "") => {
    const one = matrixView({ name, label: (r, c) => t.cellOf(name, r + 1, c + 1) });
    one.update(rows, mark);
    if (kind) one.el.className += ` ${kind}`;
    return one.el;
  };
  const times = ([a, b]) => `${factor(a)}·${factor(b)}`;

  // Which cells of X, G and W belong to the chosen entry, once that is known.
  function markGiven(name, wantedNow, [i, j], step) {
    const on = {
      W: { X: (r, c) => c === i && "row", G: (r, c) => c === j && "column" },
      B: { G: (r, c) => c === j && "column" },
      X: { G: (r) => r === i && "row", W: (r) => r === j && "column" },
    }[wantedNow][name];
    return (r, c) => (step > 0 && on ? on(r, c) || "" : "");
  }

  function drawTerms(data, wantedNow, entry, step) {
    const name = nameOf(wantedNow, entry);
    const rows = paths(data, wantedNow, entry).map((line) =>
      line.map(({ r, k, gradient, there, slope }) => {
        const y = `∂y${subscript(`${r + 1}${k + 1}`)}/∂${name}`;
        const cell = h("td", {}, step === 0 ? `${factor(gradient)} · ${y}` : times([gradient, slope]));
        if (step > 0 && !there) {
          cell.className = "et-gone";
          cell.replaceChildren(h("s", {}, cell.textContent), h("span", { class: "nn-spoken" }, t.notThere));
        } else if (step > 0) cell.className = "et-left";
        return cell;
      }),
    );
    stage.replaceChildren(h("table", { class: "et-terms" }, h("tbody", {}, rows.map((line) => h("tr", {}, line)))));
  }

  function drawSheets(data, wantedNow, entry, step) {
    const count = step === 3 ? 1 : data.x.length;
    const one = wantedNow === "X" ? t.row : t.sample;
    const chosen = (r, c) => (r === (wantedNow === "W" ? entry[0] : 0) && c === entry[1] ? "chosen" : "");
    const parts = Array.from({ length: count }, (_, k) => {
      const r = step === 3 && wantedNow === "X" ? entry[0] : k;
      const cells = sheet(data, wantedNow, r);
      const shown = cells.map((line) =>
        line.map((pairs) => (step === 3 ? pairs.map(times).join(" + ") : sumOf(pairs))),
      );
      const mark = wantedNow === "X" && r !== entry[0] ? () => "" : chosen;
      return small(one(r + 1), shown, mark, step === 3 ? `et-wide et-wide-${wantedNow}` : "");
    });
    const sign = wantedNow === "X" ? null : h("span", { class: "et-sign" }, "+");
    stage.replaceChildren(
      h(
        "div",
        { class: `et-row et-sheets et-sheets-${wantedNow}` },
        parts.flatMap((part, k) => (k > 0 && sign ? [sign.cloneNode(true), part] : [part])),
      ),
    );
  }

  function drawProduct(data, wantedNow, [i, j]) {
    const [first, second] = factorsOf[wantedNow];
    const row = wantedNow === "B" ? 0 : i;
    stage.replaceChildren(
      h(
        "div",
        { class: "et-row et-product" },
        small(first, toRows(operand(data, first)), (r) => (r === row ? "row" : "")),
        h("span", { class: "et-sign" }, "·"),
        small(second, toRows(operand(data, second)), (r, c) => (c === j ? "column" : "")),
      ),
    );
  }

  function drawDerivation(data, wantedNow, entry, step) {
    const all = gradients(data)[wantedNow];
    const name = nameOf(wantedNow, entry);
    const value = all[entry[0]][entry[1]];
    const onlyRow = wantedNow === "X" && step === 3;
    const shown = all.map((line, r) =>
      line.map((number, c) => {
        const own = r === entry[0] && c === entry[1];
        return step >= 4 || (step >= 2 && own) || (onlyRow && r === entry[0]) ? number : "?";
      }),
    );
    results[wantedNow].update(shown, (r, c) => (r === entry[0] && c === entry[1] ? "result chosen" : ""));
    if (step <= 2) drawTerms(data, wantedNow, entry, step);
    else if (step <= 4) drawSheets(data, wantedNow, entry, step);
    else drawProduct(data, wantedNow, entry);

    const left = paths(data, wantedNow, entry).flat().filter((term) => term.there);
    const pairs = left.map(({ gradient, slope }) => times(wantedNow === "X" ? [gradient, slope] : [slope, gradient]));
    const symbols = left.map(({ r, k }) => {
      const g = `g${subscript(`${r + 1}${k + 1}`)}`;
      if (wantedNow === "B") return g;
      const [a, b] = wantedNow === "W" ? [r, entry[0]] : [entry[1], k];
      const other = `${wantedNow === "W" ? "x" : "w"}${subscript(`${a + 1}${b + 1}`)}`;
      return wantedNow === "W" ? `${other}·${g}` : `${g}·${other}`;
    });
    const sum = [`∂L/∂${name} = ${symbols.join(" + ")}`, h("br"), `= ${pairs.join(" + ")} = ${num(value)}`];
    written.replaceChildren(...(step >= 2 ? sum : [`∂L/∂${name} = ${t.sumSign}`]));

    back.setAttribute("aria-disabled", String(step === 0));
    next.setAttribute("aria-disabled", String(step === LAST));
    setText(progress, `${t.progress(step + 1, LAST + 1)}: ${t.titles[step]}`);
    const truth = nudged(data, wantedNow).flat();
    const error = Math.max(...all.flat().map((number, k) => Math.abs(number - truth[k])));
    const r = wantedNow === "X" ? entry[0] + 1 : 1;
    state.say(
      t.say[wantedNow][step]({
        N: data.x.length, m: data.g[0].length, i: entry[0] + 1, j: entry[1] + 1, r,
        entry: name, value: num(value), error: error < 1e-8 ? t.belowRounding : power(error),
      }),
    );
  }

  function drawPuzzle(data, wantedNow) {
    const names = [get("left"), get("right")];
    const [A, C] = names.map((name) => operand(data, name));
    left.field.value = names[0];
    right.field.value = names[1];
    const truth = nudged(data, wantedNow);
    truths[wantedNow].update(truth.map((line) => line.map((value) => Number(value.toFixed(6)))));
    const fits = A.cols === C.rows;
    const result = fits ? toRows(multiply(A, C)) : null;
    setText(shapes, `${names[0]} ${shape(A.rows, A.cols)} · ${names[1]} ${shape(C.rows, C.cols)}`);
    product.el.hidden = !fits;
    const alike = fits && result.length === truth.length && result[0].length === truth[0].length;
    const size = Math.max(...truth.flat().map(Math.abs));
    const errors = alike ? result.map((line, r) => line.map((value, c) => relativeError(value, truth[r][c], size))) : null;
    if (fits) product.update(result, (r, c) => (errors && errors[r][c] < 1e-6 ? "bias" : "wrong"));
    const worst = errors ? Math.max(...errors.flat()) : Infinity;
    const good = worst < 1e-6;
    const text = !fits
      ? t.clash(...names, A.cols, C.rows)
      : !alike
        ? t.wrongShape(shape(A.rows, C.cols), shape(truth.length, truth[0].length), wantedNow)
        : good
          ? t.right_(...names, t.belowRounding, wantedNow)
          : t.wrong(`${num(worst * 100, 0)} %`, wantedNow);
    setText(verdict, `${good ? "✓" : "✗"} ${text}`);
    verdict.className = `et-verdict ${good ? "et-good" : "et-bad"}`;
    state.say(text);
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
    derivation.hidden = solving;
    puzzle.hidden = !solving;
    state.el.classList.toggle("et-spoken-only", solving); // the verdict already says it
    for (const name of ["W", "B", "X"]) {
      results[name].el.hidden = solving || name !== wantedNow;
      truths[name].el.hidden = name !== wantedNow;
    }
    given.W.el.hidden = !solving && wantedNow !== "X";
    given.X.el.hidden = !solving && wantedNow === "X";
    for (const [name, one] of Object.entries(given)) {
      one.update(data[name.toLowerCase()], solving ? () => "" : markGiven(name, wantedNow, entry, step));
    }
    if (solving) drawPuzzle(data, wantedNow);
    else drawDerivation(data, wantedNow, entry, step);
  });
});
