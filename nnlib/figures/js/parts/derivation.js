// The derivation of figure 7, step by step: the terms of all paths, the sheets of the samples, the product.
import { bar, button, enable, factor, h, matrixView, num, power, setText, subscript, toRows } from "../shared.js";
import { factorsOf, gradients, nameOf, nudged, operand, paths, sheet, sumOf } from "./fc_paths.js";
import { whole } from "./whole.js";

export const LAST = 5; // its last step, counted from 0

// step() is where the reader is, go(step) moves on; update(…) draws and returns what to say, and what before it
// to those who listen.
export function derivation({ t, step: stepNow, go: goTo }) {
  const go = (step) => goTo(Math.min(Math.max(step, 0), LAST));
  const back = button(t.back, () => go(stepNow() - 1));
  const next = button(t.next, () => go(stepNow() + 1));
  const progress = h("strong", { class: "et-progress" });
  const nav = bar(back, next, progress);
  nav.classList.add("et-nav");
  nav.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(stepNow() + by);
  });

  const stage = h("div", { class: "et-stage" });
  const written = h("p", { class: "et-sum" });

  const small = (name, rows, mark, kind = "") => {
    const one = matrixView({ name: whole(name), label: (r, c) => t.cellOf(name, r + 1, c + 1) });
    one.update(rows, mark);
    if (kind) one.el.className += ` ${kind}`;
    return one.el;
  };
  const times = ([a, b]) => `${factor(a)}·${factor(b)}`;

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

  function againstNudging(data, wantedNow, all) {
    const truth = nudged(data, wantedNow).flat();
    const error = Math.max(...all.flat().map((number, k) => Math.abs(number - truth[k])));
    return error < 1e-8 ? t.belowRounding : power(error);
  }

  function update(data, wantedNow, entry, step) {
    const all = gradients(data)[wantedNow];
    const name = nameOf(wantedNow, entry);
    const value = all[entry[0]][entry[1]];
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

    enable(back, step > 0);
    enable(next, step < LAST);
    const title = `${t.progress(step + 1, LAST + 1)}: ${t.titles[step]}`;
    setText(progress, title);
    const r = wantedNow === "X" ? entry[0] + 1 : 1;
    const text = t.say[wantedNow][step]({
      N: data.x.length, m: data.g[0].length, i: entry[0] + 1, j: entry[1] + 1, r,
      entry: name, value: num(value), error: step === LAST ? againstNudging(data, wantedNow, all) : "",
    });
    return [text, `${title}.`];
  }
  return { el: h("div", {}, nav, stage, written), update };
}

// The gradient as far as a step has come: numbers, and "?" where it is not known yet.
export function known(data, wanted, [i, j], step) {
  return gradients(data)[wanted].map((line, r) =>
    line.map((number, c) => {
      const own = r === i && c === j;
      const itsRow = wanted === "X" && step === 3 && r === i;
      return step >= 4 || (step >= 2 && own) || itsRow ? number : "?";
    }),
  );
}
