// The layer of the matrix microscope as a drawing: neurons, and edges that can be chosen and dragged.
import { drag, num, rovingGrid, select, short, subscript, svg } from "../shared.js";

const WIDTH = 320;
const EDGE = { from: 62, to: 232 }; // where edges begin and end
const NAMED_AT = 0.42; // how far along its edge a weight is written
const RADIUS = 26;
const NARROWEST = 80; // between two neurons below each other, with the bias between them

// Of the same elements with new data, those whose data are new, and remember them.
const changed = (selection) =>
  selection.filter(function isNew(d) {
    const now = JSON.stringify(d);
    const old = this.shown;
    this.shown = now;
    return now !== old;
  });

const put = (element, name, value) => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

// weightTo(i, j, value) changes a weight, chooseEdge(i, j) chooses one; update(Y) draws the state again.
export function layerDrawing({ t, get, weightTo, chooseEdge }) {
  const drawing = select(svg("svg", { role: "group", "aria-label": t.drawing }));
  const edges = drawing.append("g");
  const labels = drawing.append("g");
  const neurons = drawing.append("g");

  function newEdge(enter) {
    const g = enter.append("g").attr("role", "button").attr("data-r", (d) => d.i).attr("data-c", (d) => d.j);
    for (const kind of ["mm-hit", "mm-line"]) {
      g.append("line").attr("class", kind).attr("x1", EDGE.from).attr("x2", EDGE.to);
    }
    g.on("click", (_, d) => chooseEdge(d.i, d.j));
    g.on("focus", (_, d) => chooseEdge(d.i, d.j));
    g.on("keydown", (event, d) => {
      const change = { "+": 0.1, "=": 0.1, "-": -0.1, "−": -0.1 }[event.key];
      const zoom = event.ctrlKey || event.metaKey;
      if (change && !zoom) weightTo(d.i, d.j, Number((d.weight + change).toFixed(4)));
    });
    g.each(function makeDraggable(d) {
      let from;
      drag(this, {
        onStart: () => (from = get("w")[d.i][d.j]),
        onMove: (dx) => {
          if (Math.abs(dx) > 4) weightTo(d.i, d.j, Math.round((from + dx / 60) * 10) / 10);
        },
      });
    });
    return g;
  }

  function drawEdges(all, key) {
    changed(edges.selectAll("g").data(all, key).join(newEdge)).each(function drawEdge(d) {
      put(this, "class", `mm-edge${d.lit ? " mm-lit" : ""}${d.chosen ? " mm-chosen" : ""}`);
      put(this, "aria-pressed", String(d.chosen));
      put(this, "aria-label", t.edgeLabel(d.i + 1, d.j + 1, num(d.weight)));
      const [hit, line] = this.children;
      for (const one of [hit, line]) {
        put(one, "y1", String(d.y1));
        put(one, "y2", String(d.y2));
      }
      put(line, "stroke-dasharray", d.weight < 0 ? "7 5" : "none");
      put(line, "stroke-width", (1 + 4 * d.share).toFixed(1));
    });
    if (edges.attr("data-count") !== String(all.length)) {
      edges.attr("data-count", all.length);
      rovingGrid(edges.node(), ".mm-edge");
    }
  }

  function drawWeights(named, key) {
    changed(labels.selectAll("text").data(named, key).join("text"))
      .attr("class", "nn-halo mm-weight")
      .attr("text-anchor", "middle")
      .attr("dominant-baseline", "central")
      .attr("x", EDGE.from + (EDGE.to - EDGE.from) * NAMED_AT)
      .attr("y", (d) => d.y1 + (d.y2 - d.y1) * NAMED_AT)
      .text((d) => `w${subscript(`${d.i + 1}${d.j + 1}`)} = ${num(d.weight)}`);
  }

  function newNeuron(enter) {
    const g = enter.append("g");
    g.append("circle").attr("r", RADIUS);
    g.append("text").attr("class", "mm-name").attr("text-anchor", "middle").attr("y", -6);
    g.append("text").attr("class", "mm-value").attr("text-anchor", "middle").attr("y", 12);
    g.filter((d) => d.bias !== undefined)
      .append("text").attr("class", "mm-bias-text nn-halo").attr("y", 40).attr("text-anchor", "middle");
    return g;
  }

  function drawNeurons(circles) {
    const groups = changed(neurons.selectAll("g").data(circles, (d) => d.name).join(newNeuron))
      .attr("class", (d) => `mm-neuron${d.lit ? ` mm-${d.side}` : ""}`)
      .attr("transform", (d) => `translate(${d.cx} ${d.cy})`);
    groups.select(".mm-name").text((d) => d.name);
    groups.select(".mm-value").text((d) => short(d.value))
      .style("font-size", (d) => (short(d.value).length > 6 ? "11px" : short(d.value).length > 5 ? "12px" : null))
      .style("font-weight", (d) => (short(d.value).length > 6 ? 400 : null));
    groups.select(".mm-bias-text").text((d) => `b${subscript(d.j + 1)} = ${num(d.bias)}`);
  }

  function update(Y) {
    const [row, column] = get("focus");
    const [chosenRow, chosenColumn] = get("edge") ?? [];
    const [X, W, B] = [get("x")[row], get("w"), get("b")[0]];
    const height = Math.max(252, NARROWEST * Math.max(X.length, B.length));
    const place = (count, k) => height * ((k + 0.5) / count) - 4;
    drawing.attr("viewBox", `0 0 ${WIDTH} ${height + 8}`);
    const largest = Math.max(...W.flat().map(Math.abs), 1e-9);
    const all = W.flatMap((line, i) =>
      line.map((weight, j) => ({
        i, j, weight,
        share: Math.abs(weight) / largest,
        y1: place(X.length, i),
        y2: place(B.length, j),
        chosen: i === chosenRow && j === chosenColumn,
        lit: j === column,
      })),
    );
    const key = (d) => `${d.i},${d.j}`;
    drawEdges(all, key);
    drawWeights(all.filter((d) => d.lit || d.chosen), key);
    drawNeurons([
      ...X.map((value, i) => ({
        name: `x${subscript(i + 1)}`, value, cx: 36, cy: place(X.length, i), side: "row", lit: true,
      })),
      ...Y[row].map((value, j) => ({
        name: `y${subscript(j + 1)}`, value, cx: 258, cy: place(B.length, j),
        side: "result", lit: j === column, bias: B[j], j,
      })),
    ]);
  }
  return { el: drawing.node(), update };
}
