// "All FC layers as one": first the question, then the same lines with the numbers in them.
import {
  add, bar, button, fromRows, h, multiply, num, setText, shape, superscript, toRows,
} from "../shared.js";
import { collapse, isFc } from "./layer_chain.js";

export const list = (row) => `[${row.map((value) => num(value)).join(", ")}]`;
const oneOrList = (row) => (row.length === 1 ? num(row[0]) : list(row));

// update(y) draws the state; y is what the chain makes of the first row of x.
export function collapseView({ t, get, set }) {
  const formula = h("div", { class: "pl-formula" });
  const question = h("p", {}, t.predict);
  const compare = button(t.compare, () => {
    set({ compared: true });
    verdict.hidden = false;
    verdict.focus(); // the button that was pressed goes away
  });
  const asking = h("div", { class: "pl-asking" }, question, bar(compare));
  const verdict = h("p", { class: "pl-verdict", role: "status", tabindex: "-1" });
  const el = h(
    "div",
    {},
    h("p", { class: "pl-title" }, h("strong", {}, t.collapse)),
    formula,
    h("div", { class: "pl-answer" }, asking, verdict),
  );

  // The numbers keep their room while the question stands, so that nothing moves when they come.
  function line(left, right) {
    const known = get("compared");
    return h(
      "p",
      {},
      left,
      known ? null : h("span", { class: "pl-unknown" }, "?"),
      h("span", { class: known ? "" : "pl-hidden" }, right),
    );
  }

  function formulas(one, count, y, asOne) {
    const numbers = Array.from({ length: count }, (_, k) => `⁽${superscript(k + 1)}⁾`);
    const product = numbers.map((k) => `W${k}`).join("");
    const bias = numbers
      .slice(1)
      .reduce((text, k) => `${text.includes("+") ? `(${text})` : text}W${k} + B${k}`, "B⁽¹⁾");
    const rows = (matrix) => toRows(matrix).map(list).join(", ");
    return [
      line(`W = ${product} = `, `[${rows(one.W)}] ${shape(one.W.rows, one.W.cols)}`),
      line(`B = ${bias} = `, `${rows(one.B)} ${shape(1, one.B.cols)}`),
      h("p", {}, `${t.chainGives} ${list(y)}`),
      line(`${t.oneGives} XW + B = `, list(asOne)),
    ];
  }

  // What is said of the comparison, and whether the numbers are the same.
  function judge(layers, one, y, asOne) {
    const last = layers.findLastIndex(isFc);
    const working = (part) => part.filter((layer) => !isFc(layer) && get("activations_on"));
    const [before, after] = [working(layers.slice(0, last)), working(layers.slice(last))];
    if (before.length + after.length > 0 && list(y) === list(asOne)) return { text: t.equalHere, same: true };
    if (before.length) return { text: t.different, same: false };
    if (after.length) {
      const names = after.map((layer) => layer.activation);
      const bent = names.reduce((inside, name) => `${name}(${inside})`, oneOrList(asOne));
      return { text: t.atTheEnd(names, `${bent} = ${oneOrList(y)}`), same: false };
    }
    const say = layers.every(isFc) ? t.noActivation : t.same;
    return { text: say(one.W.rows, one.W.cols), same: true };
  }

  function update(y) {
    const layers = get("layers");
    const one = collapse(layers);
    const count = layers.filter(isFc).length;
    asking.hidden = get("compared");
    verdict.hidden = !get("compared");
    verdict.className = "pl-verdict";
    if (count < 2) {
      formula.replaceChildren();
      setText(verdict, count === 0 ? t.noFc : t.oneFc);
      return;
    }
    const asOne = toRows(add(multiply(fromRows(get("x")), one.W), one.B))[0];
    formula.replaceChildren(...formulas(one, count, y, asOne));
    if (!get("compared")) return;
    const { text, same } = judge(layers, one, y, asOne);
    verdict.classList.add(same ? "pl-same" : "pl-different");
    setText(verdict, text);
  }
  return { el, update };
}
