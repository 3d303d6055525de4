// Figure 1: Y = XW + B cell by cell. State: x, w, b (rows of numbers), focus [row, column], edge [i, j] or null,
// rows (may rows be added to X?).
import {
  add, bar, button, enable, factor, fromRows, h, isEntry, isMatrix, isSame, isWhole, liveFigure, matrixView, multiply,
  num, readout, subscript, toRows,
} from "../shared.js";
import { layerDrawing } from "../parts/layer_drawing.js";
import { strings } from "../strings/matrix-microscope.js";

const MOST_ROWS = 4;
const NEW_ROWS = [[1, 2], [0, 1], [-1, 1], [2, -1]]; // the running example's batch, and one more

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  const replaced = (name, r, c, value) => {
    const rows = structuredClone(get(name));
    rows[r][c] = value;
    return { [name]: rows };
  };

  const addRow = button(t.addRow, () => {
    const x = get("x");
    const values = NEW_ROWS[x.length] ?? [];
    const row = x[0].map((_, i) => values[i] ?? 1);
    set({ x: [...x, row], focus: [x.length, get("focus")[1]] });
  });
  const removeRow = button(t.removeRow, () => {
    const x = get("x").slice(0, -1);
    const [row, column] = get("focus");
    set({ focus: [Math.min(row, x.length - 1), column], x });
  });
  const resetButton = button(t.reset, reset, { title: t.resetHint });

  const rowOf = (r) => (get("rows") ? r + 1 : null); // where X stays one row, nothing is said of rows
  const x = matrixView({
    name: "X",
    label: (r, i) => t.xLabel(rowOf(r), i + 1),
    onInput: (r, i, value) => set(replaced("x", r, i, value)),
    onFocus: (r) => set({ focus: [r, get("focus")[1]] }),
  });
  const w = matrixView({
    name: "W",
    label: (i, j) => t.wLabel(i + 1, j + 1),
    onInput: (i, j, value) => set(replaced("w", i, j, value)),
    onFocus: (i, j) => chooseEdge(i, j),
    note: () => t.usedTimes(get("x").length),
  });
  const b = matrixView({
    name: "B",
    label: (_, j) => t.bLabel(j + 1),
    onInput: (_, j, value) => set(replaced("b", 0, j, value)),
    onFocus: (_, j) => set({ focus: [get("focus")[0], j] }),
    note: () => t.usedTimes(get("x").length),
  });
  const y = matrixView({
    name: "Y",
    label: (r, j) => t.yLabel(rowOf(r), j + 1),
    onChoose: (r, j) => set({ focus: [r, j], edge: null }),
  });
  for (const [name, view] of Object.entries({ x, w, b, y })) view.el.classList.add(`mm-${name}`);

  const isChosen = (i, j) => get("edge")?.[0] === i && get("edge")[1] === j && get("focus")[1] === j;
  const chooseEdge = (i, j) => isChosen(i, j) || set({ edge: [i, j], focus: [get("focus")[0], j] });
  const drawing = layerDrawing({
    t, get, chooseEdge,
    weightTo(i, j, value) {
      chooseEdge(i, j);
      if (get("w")[i][j] !== value) set(replaced("w", i, j, value));
    },
  });

  const many = get("w").length + get("w")[0].length > 5; // columns side by side
  const product = h(
    "div",
    { class: `mm-product${many ? " mm-many" : ""}`, role: "group", "aria-label": t.matrices },
    x.el, w.el, b.el, y.el,
  );
  const written = h("p", { class: "mm-sum" });
  const state = readout();
  el.append(
    bar(get("rows") ? [addRow, removeRow] : null, resetButton),
    h(
      "div",
      { class: "nn-columns mm-columns" },
      product,
      drawing.el,
    ),
    written,
    state.el,
  );

  function drawMatrices(Y) {
    const [row, column] = get("focus");
    const edge = get("edge");
    x.update(get("x"), (r, i) => (r === row ? (edge?.[0] === i ? "row chosen" : "row") : ""));
    w.update(get("w"), (i, j) => {
      if (j !== column) return "";
      return edge?.[0] === i && edge[1] === j ? "column chosen" : "column";
    });
    b.update(get("b"), (_, j) => (j === column ? "bias" : ""));
    y.update(Y, (r, j) => (r === row && j === column ? "result chosen" : ""));
  }

  function writeSum(Y) {
    const [row, column] = get("focus");
    const X = get("x");
    const W = get("w");
    const term = (kind, text) => h("span", { class: `nn-term-${kind}` }, text);
    const j = subscript(column + 1);
    const symbols = X[row].flatMap((_, i) => [
      term("row", `x${subscript(i + 1)}`), "·", term("column", `w${subscript(i + 1)}${j}`), " + ",
    ]);
    const numbers = X[row].flatMap((value, i) => [
      term("row", factor(value)), "·", term("column", factor(W[i][column])), " + ",
    ]);
    const result = num(Y[row][column]);
    const bias = get("b")[0][column];
    const parts = [
      X.length > 1 ? t.ofRow(row + 1) : "",
      term("result", `y${j}`), " = ", symbols, term("bias", `b${j}`),
      h("br"), "= ", numbers, term("bias", factor(bias)), " = ", term("result", result),
    ];
    written.replaceChildren(...parts.flat(Infinity));
  }

  let saidOfY = "";
  function say(Y) {
    const [row, column] = get("focus");
    const X = get("x");
    const W = get("w");
    const edge = get("edge");
    const parts = [
      get("rows") ? t.meeting(row + 1, column + 1) : t.inputsMeet(column + 1, subscript(column + 1)),
    ];
    if (edge) parts.push(t.chosenEdge(edge[0] + 1, edge[1] + 1, num(W[edge[0]][edge[1]])));
    parts.push(
      X.length === 1
        ? `${get("rows") ? t.oneRow : ""} ${t.inAndOut(X[0].length, W[0].length)}`.trim()
        : t.manyRows(X.length, W.length * W[0].length, W[0].length),
    );
    const y = (get("rows") ? t.rowOfY : t.allOfY)(row + 1, Y[row].map((value) => num(value)).join(", "));
    state.say(parts.join(" "), y === saidOfY ? "" : y);
    saidOfY = y;
  }

  onChange(["x", "w", "b", "focus", "edge"], () => {
    const Y = toRows(add(multiply(fromRows(get("x")), fromRows(get("w"))), fromRows(get("b"))));
    enable(addRow, get("x").length < MOST_ROWS);
    enable(removeRow, get("x").length > 1);
    drawMatrices(Y);
    drawing.update(Y);
    writeSum(Y);
    say(Y);
  });
}, ({ x, w, b, focus, edge, rows }, start) => {
  const [n, m] = [w?.length, w?.[0]?.length];
  return isMatrix(w, n, m) && isMatrix(b, 1, m) && isMatrix(x, x?.length, n) && isWhole(x.length, 1, rows ? MOST_ROWS : 1)
    && isEntry(focus, x.length, m) && (edge === null || isEntry(edge, n, m)) && isSame(rows, start.rows);
});
