import { h, setText } from "./dom.js";
import { shape, short } from "./format.js";
import { rovingGrid } from "./keyboard.js";
import { numberInput } from "./number_input.js";

// Long numbers are written smaller, so that they stay in their cell: the stylesheet divides the
// cell's width by the text's, which is told here in em (a digit is 0.64 wide in a wide font).
function fit(cell, text) {
  const em = [...text].reduce((sum, c) => sum + ({ ".": 0.32, "−": 0.84 }[c] ?? 0.64), 0);
  cell.style.setProperty("--nn-em", em.toFixed(2));
  cell.toggleAttribute("data-long", em > 2.8);
}

// A matrix with its name and shape above it. Each cell is
//   an input     if `onInput(r, c, value)` is given,
//   a button     if `onChoose(r, c)` is given (one tab stop, arrow keys inside),
//   plain text   otherwise.
// label(r, c) names a cell for a screen reader, and `words` its marks, as in { wrong: "differs" }. update(rows, mark) shows new numbers; mark(r, c)
// returns the class names of a cell ("row", "column", "bias", "result", "chosen"; several with spaces).
export function matrixView({ name, label, onInput, onChoose, onFocus, step = 0.1, digits = 4, note, words = {} }) {
  const caption = h("caption", {});
  const body = h("tbody", {});
  const el = h("table", { class: "nn-matrix" }, caption, body);
  let cells = [];

  function makeCell(r, c) {
    if (onInput) {
      const field = numberInput({
        label: label(r, c),
        hidden: true,
        value: 0,
        step,
        digits,
        onInput: (value) => onInput(r, c, value),
      });
      if (onFocus) field.input.addEventListener("focus", () => onFocus(r, c));
      let fitted;
      const show = (value) => {
        field.update(value);
        const { value: text } = field.input;
        if (text !== fitted) fit(field.input, (fitted = text));
      };
      return { node: field.el, show };
    }
    const tag = onChoose ? "button" : "span";
    const node = h(tag, onChoose ? { type: "button", "data-r": r, "data-c": c } : {});
    if (onChoose) node.addEventListener("click", () => onChoose(r, c));
    const show = (value) => {
      const text = typeof value === "string" ? value : short(value, digits);
      if (node.textContent === text) return;
      node.textContent = text;
      fit(node, text);
    };
    return { node, show };
  }

  function nameCell(node, r, c, marks) {
    const said = marks.split(" ").flatMap((one) => words[one] ?? []);
    const full = [`${label(r, c)} = ${node.textContent}`, ...said].join(", ");
    if (node.getAttribute("aria-label") !== full) node.setAttribute("aria-label", full);
  }

  // Rows that stay are kept, with what has the focus in them.
  function resize(rows, cols) {
    if (cells[0]?.length !== cols) {
      cells = [];
      body.replaceChildren();
    }
    for (; cells.length > rows; cells.pop()) body.lastChild.remove();
    for (let r = cells.length; r < rows; r++) {
      const line = Array.from({ length: cols }, (_, c) => {
        const { node, show } = makeCell(r, c);
        return { node, show, td: h("td", {}, node) };
      });
      cells.push(line);
      body.append(h("tr", {}, line.map(({ td }) => td)));
    }
    if (onChoose) rovingGrid(body, "button", { onMove: onChoose });
  }

  function update(rows, mark = () => "") {
    if (cells.length !== rows.length || cells[0].length !== rows[0].length) {
      resize(rows.length, rows[0].length);
    }
    const extra = note?.(rows.length, rows[0].length);
    setText(caption, `${name} ${shape(rows.length, rows[0].length)}${extra ? ` ${extra}` : ""}`);
    cells.forEach((line, r) =>
      line.forEach((cell, c) => {
        const { td, node, show } = cell;
        show(rows[r][c]);
        const marks = mark(r, c) ?? "";
        if (onChoose) nameCell(node, r, c, marks);
        if (cell.marks === marks) return; // a class that is set again costs a new style
        cell.marks = marks;
        td.className = marks && marks.split(" ").map((one) => `nn-${one}`).join(" ");
        if (onChoose) node.setAttribute("aria-pressed", String(marks.includes("chosen")));
      }),
    );
  }
  return { el, update };
}
