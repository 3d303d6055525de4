// Figure 1: Y = XW + B cell by cell. State: x, w, b (rows of numbers), focus [row, column], edge [i, j] or null,
// rows (may rows be added to X?).
import {
  add, bar, button, drag, factor, fromRows, h, liveFigure, matrixView, multiply, num, readout,
  rovingGrid, select, short, subscript, svg, toRows,
} from "../shared.js";
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

  const chooseEdge = (i, j) => set({ edge: [i, j], focus: [get("focus")[0], j] });
  const drawing = select(svg("svg", { viewBox: "0 0 320 260", role: "group", "aria-label": t.drawing }));
  const edges = drawing.append("g");
  const labels = drawing.append("g");
  const neurons = drawing.append("g");

  const written = h("p", { class: "mm-sum" });
  const state = readout();
  el.append(
    bar(get("rows") ? [addRow, removeRow] : null, resetButton),
    h(
      "div",
      { class: "nn-columns" },
      h("div", { class: "mm-product", role: "group", "aria-label": t.matrices }, x.el, w.el, b.el, y.el),
      drawing.node(),
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

  function drawNetwork(Y) {
    const [row, column] = get("focus");
    const edge = get("edge");
    const W = get("w");
    const place = (count, k) => 252 * ((k + 0.5) / count) - 4;
    const largest = Math.max(...W.flat().map(Math.abs), 1e-9);
    const all = W.flatMap((line, i) =>
      line.map((weight, j) => ({
        i, j, weight,
        y1: place(W.length, i),
        y2: place(line.length, j),
        chosen: edge?.[0] === i && edge?.[1] === j,
        lit: j === column,
      })),
    );
    const key = (d) => `${d.i},${d.j}`;
    const groups = edges
      .selectAll("g")
      .data(all, key)
      .join((enter) => {
        const g = enter.append("g").attr("class", "mm-edge").attr("role", "button");
        g.append("line").attr("class", "mm-hit");
        g.append("line").attr("class", "mm-line");
        g.on("click", (_, d) => chooseEdge(d.i, d.j));
        g.on("focus", (_, d) => chooseEdge(d.i, d.j));
        g.on("keydown", (event, d) => {
          const change = { "+": 0.1, "=": 0.1, "-": -0.1, "−": -0.1 }[event.key];
          if (change) set(replaced("w", d.i, d.j, Number((d.weight + change).toFixed(4))));
        });
        g.each(function makeDraggable(d) {
          let from;
          drag(this, {
            onStart: () => (from = get("w")[d.i][d.j]),
            onMove: (dx) => {
              const weight = Math.round((from + dx / 60) * 10) / 10;
              if (Math.abs(dx) > 4) set(replaced("w", d.i, d.j, weight));
            },
          });
        });
        return g;
      })
      .attr("data-r", (d) => d.i)
      .attr("data-c", (d) => d.j)
      .attr("aria-pressed", (d) => String(d.chosen))
      .attr("aria-label", (d) => t.edgeLabel(d.i + 1, d.j + 1, num(d.weight)))
      .attr("class", (d) => `mm-edge${d.lit ? " mm-lit" : ""}${d.chosen ? " mm-chosen" : ""}`);
    groups
      .selectAll("line")
      .data((d) => [d, d])
      .attr("x1", 62).attr("y1", (d) => d.y1).attr("x2", 232).attr("y2", (d) => d.y2);
    groups
      .select(".mm-line")
      .attr("stroke-dasharray", (d) => (d.weight < 0 ? "7 5" : null))
      .style("stroke-width", (d) => 1 + (4 * Math.abs(d.weight)) / largest);
    if (edges.attr("data-count") !== String(all.length)) {
      edges.attr("data-count", all.length);
      rovingGrid(edges.node(), ".mm-edge");
    }

    labels
      .selectAll("text")
      .data(all.filter((d) => d.lit || d.chosen), key)
      .join("text")
      .attr("class", "nn-halo mm-weight")
      .attr("text-anchor", "middle")
      .attr("dominant-baseline", "central")
      .attr("x", (d) => 62 + 170 * 0.42)
      .attr("y", (d) => d.y1 + (d.y2 - d.y1) * 0.42)
      .text((d) => `w${subscript(`${d.i + 1}${d.j + 1}`)} = ${num(d.weight)}`);

    const X = get("x")[row];
    const circles = [
      ...X.map((value, i) => ({
        name: `x${subscript(i + 1)}`, value, cx: 36, cy: place(X.length, i), r: 26, side: "row", lit: true,
      })),
      ...Y[row].map((value, j) => ({
        name: `y${subscript(j + 1)}`, value, cx: 258, cy: place(Y[row].length, j), r: 26,
        side: "result", lit: j === column, bias: get("b")[0][j], j,
      })),
    ];
    const groupsOfNeurons = neurons
      .selectAll("g")
      .data(circles, (d) => d.name)
      .join((enter) => {
        const g = enter.append("g");
        g.append("circle");
        g.append("text").attr("class", "mm-name").attr("text-anchor", "middle").attr("y", -6);
        g.append("text").attr("class", "mm-value").attr("text-anchor", "middle").attr("y", 12);
        g.filter((d) => d.bias !== undefined)
          .append("text").attr("class", "mm-bias-text nn-halo").attr("x", 0).attr("y", 40).attr("text-anchor", "middle");
        return g;
      })
      .attr("class", (d) => `mm-neuron${d.lit ? ` mm-${d.side}` : ""}`)
      .attr("transform", (d) => `translate(${d.cx} ${d.cy})`);
    groupsOfNeurons.select("circle").attr("r", (d) => d.r);
    groupsOfNeurons.select(".mm-name").text((d) => d.name);
    groupsOfNeurons.select(".mm-value").text((d) => short(d.value))
      .style("font-size", (d) => (short(d.value).length > 6 ? "11px" : short(d.value).length > 5 ? "12px" : null))
      .style("font-weight", (d) => (short(d.value).length > 6 ? 400 : null));
    groupsOfNeurons.select(".mm-bias-text").text((d) => `b${subscript(d.j + 1)} = ${num(d.bias)}`);
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

  function say() {
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
    state.say(parts.join(" "));
  }

  onChange(["x", "w", "b", "focus", "edge"], () => {
    const Y = toRows(add(multiply(fromRows(get("x")), fromRows(get("w"))), fromRows(get("b"))));
    addRow.disabled = get("x").length >= MOST_ROWS;
    removeRow.disabled = get("x").length <= 1;
    drawMatrices(Y);
    drawNetwork(Y);
    writeSum(Y);
    say();
  });
});
