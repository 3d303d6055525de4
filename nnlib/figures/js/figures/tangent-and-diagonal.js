// Figure 9: tangents on f and the Jacobian that folds into ⊙. State: f, x, g (1 × m), chosen, folded.
import {
  activations, bar, button, choice, drag, factor, fixed, h, keys, line, liveFigure, matrixView, num, readout,
  scaleLinear, select, setText, shape, subscript, svg,
} from "../shared.js";
import { strings } from "../strings/tangent-and-diagonal.js";

const LIMIT = 4;
const [WIDTH, HEIGHT] = [340, 350];
const SAMPLES = Array.from({ length: 161 }, (_, k) => -LIMIT + k / 20);
const RANGES = { tanh: [-1.3, 1.3], sigmoid: [-0.3, 1.3], relu: [-1, 4] };

export default liveFigure(strings, ({ el, t, get, set, reset, onChange }) => {
  const clamp = (value) => Math.min(Math.max(Math.round(value * 1e4) / 1e4, -LIMIT), LIMIT);
  const setX = (i, value) => set({ x: [get("x")[0].with(i, clamp(value))], chosen: i });

  const f = choice({
    label: t.f,
    options: Object.entries(t.functions),
    value: get("f"),
    onChange: (name) => set({ f: name }),
  });

  // --- f above, f′ below -------------------------------------------------------------------
  const x = scaleLinear([-LIMIT, LIMIT], [34, WIDTH - 8]);
  const top = scaleLinear([-1, 1], [196, 12]);
  const low = scaleLinear([-0.1, 1.1], [326, 226]);
  const plot = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": t.plot, class: "td-plot" });
  const picture = select(plot);
  const clip = `td-clip-${Math.random().toString(36).slice(2)}`;
  picture.append("clipPath").attr("id", clip).append("rect")
    .attr("x", 34).attr("y", 6).attr("width", WIDTH - 42).attr("height", 194);
  const axes = picture.append("g").attr("class", "td-axes");
  const axis = (y1, y2) => axes.append("line").attr("x1", x(0)).attr("x2", x(0)).attr("y1", y1).attr("y2", y2);
  axis(6, 200);
  axis(220, 330);
  const level = axes.append("line").attr("x1", 34).attr("x2", WIDTH - 8);
  axes.append("line").attr("x1", 34).attr("x2", WIDTH - 8).attr("y1", low(0)).attr("y2", low(0));
  for (const value of [-4, -2, 2, 4]) {
    axes.append("text").attr("x", x(value)).attr("y", 344).attr("text-anchor", "middle").text(num(value));
  }
  for (const value of [0, 0.5, 1]) {
    axes.append("text").attr("x", 28).attr("y", low(value)).attr("text-anchor", "end").attr("dominant-baseline", "central").text(num(value));
  }
  const heights = axes.append("g");
  axes.append("text").attr("x", 38).attr("y", 16).text("f(x)");
  axes.append("text").attr("x", 38).attr("y", 230).text("f′(x)");
  const inside = picture.append("g").attr("clip-path", `url(#${clip})`);
  const curve = inside.append("path").attr("class", "td-curve");
  const tangent = inside.append("line").attr("class", "td-tangent");
  const slopeCurve = picture.append("path").attr("class", "td-slope-curve");
  const guide = picture.append("line").attr("class", "td-guide");
  const wrongGuide = picture.append("line").attr("class", "td-guide");
  const wrong = picture.append("rect").attr("class", "td-wrong").attr("width", 12).attr("height", 12);
  const right = picture.append("circle").attr("class", "td-right").attr("r", 6);
  const points = picture.append("g").attr("class", "td-points");
  const front = picture.append("circle").attr("class", "td-front").attr("r", 9);
  // Points may lie on top of each other: a drag takes the one that is nearest.
  const surface = picture.append("rect").attr("class", "td-surface")
    .attr("x", 34).attr("y", 6).attr("width", WIDTH - 42).attr("height", 194);
  surface.on("mousedown", (event) => event.preventDefault()); // keeps the focus on the point
  let from;
  drag(surface.node(), {
    onStart: (event) => {
      const box = plot.getBoundingClientRect();
      const at = x.invert(((event.clientX - box.left) * WIDTH) / box.width);
      const distances = get("x")[0].map((value) => Math.abs(value - at));
      const chosen = distances.indexOf(Math.min(...distances));
      from = get("x")[0][chosen];
      set({ chosen });
      points.node().children[chosen].focus();
    },
    onMove: (dx) => setX(get("chosen"), Math.round((from + x.invert(x(0) + dx)) * 20) / 20),
  });

  // --- X, numbers, and the product ---------------------------------------------------------
  const inputs = matrixView({
    name: "X",
    label: (_, i) => t.xLabel(i + 1),
    onInput: (_, i, value) => setX(i, value),
    onFocus: (_, i) => set({ chosen: i }),
  });
  const facts = h("dl", { class: "td-facts" });
  const gradient = matrixView({
    name: "G",
    label: (_, i) => t.gLabel(i + 1),
    onInput: (_, i, value) => set({ g: [get("g")[0].with(i, value)] }),
    onFocus: (_, i) => set({ chosen: i }),
  });
  const result = matrixView({
    name: "∂L/∂X",
    label: (_, i) => t.resultLabel(i + 1),
    onChoose: (_, i) => set({ chosen: i }),
  });
  const jacobianName = h("div", { class: "td-name", "aria-hidden": "true" });
  const grid = h("div", { class: "td-grid", role: "img" });
  const sign = h("span", { class: "td-sign" });
  const fold = button("", () => set({ folded: !get("folded") }));
  const count = h("span", {});
  const written = h("p", { class: "td-sum" });
  const remark = h("p", { class: "td-remark" });
  const state = readout();
  state.el.classList.add("td-spoken-only"); // its numbers are on the screen
  el.append(
    bar(f.el, button(t.reset, reset, { title: t.resetHint })),
    h("div", { class: "nn-columns" }, plot, h("div", {}, inputs.el, facts, state.el)),
    h("div", { class: "nn-bar td-fold" }, fold, count),
    h(
      "div",
      { class: "td-product", role: "group", "aria-label": t.products },
      gradient.el,
      h("div", { class: "td-factor" }, sign, h("div", {}, jacobianName, grid)),
      h("div", { class: "td-factor td-result" }, h("span", { class: "td-sign" }, "="), result.el),
    ),
    written,
    remark,
  );

  function drawPlot(X, chosen) {
    const { f: value, fPrime } = activations[get("f")];
    const range = RANGES[get("f")];
    top.domain(range);
    level.attr("y1", top(0)).attr("y2", top(0));
    const ticks = get("f") === "relu" ? [0, 1, 2, 3, 4] : get("f") === "tanh" ? [-1, 0, 1] : [0, 0.5, 1];
    heights
      .selectAll("text")
      .data(ticks)
      .join("text")
      .attr("x", 28).attr("text-anchor", "end").attr("dominant-baseline", "central")
      .attr("y", (tick) => top(tick))
      .text((tick) => num(tick));
    curve.attr("d", line((at) => x(at), (at) => top(value(at)))(SAMPLES));
    const jump = get("f") === "relu"; // two pieces: f′ jumps
    const pieces = jump ? [SAMPLES.filter((at) => at <= 0), [1e-9, LIMIT]] : [SAMPLES];
    slopeCurve.attr("d", pieces.map((piece) => line((at) => x(at), (at) => low(fPrime(at)))(piece)).join(""));

    const [at, y] = [X[chosen], value(X[chosen])];
    const slope = fPrime(at);
    tangent
      .attr("x1", x(-LIMIT)).attr("y1", top(y + slope * (-LIMIT - at)))
      .attr("x2", x(LIMIT)).attr("y2", top(y + slope * (LIMIT - at)));
    guide.attr("x1", x(at)).attr("x2", x(at)).attr("y1", top(y)).attr("y2", low(slope));
    wrongGuide.attr("x1", x(y)).attr("x2", x(y)).attr("y1", low(0)).attr("y2", low(fPrime(y)));
    right.attr("cx", x(at)).attr("cy", low(slope));
    wrong.attr("x", x(y) - 6).attr("y", low(fPrime(y)) - 6);

    points
      .selectAll("g")
      .data(X.map((number, i) => ({ number, i })))
      .join((enter) => {
        const g = enter.append("g").attr("tabindex", "0").attr("role", "slider");
        g.attr("aria-valuemin", -LIMIT).attr("aria-valuemax", LIMIT).attr("aria-label", (d) => t.point(d.i + 1));
        g.append("circle").attr("class", "td-hit").attr("r", 18);
        g.append("circle").attr("class", "td-dot");
        g.append("text").attr("class", "nn-halo").attr("text-anchor", "middle").text((d) => `x${subscript(d.i + 1)}`);
        g.on("focus", (_, d) => set({ chosen: d.i }));
        g.each(function connect(d) {
          keys(this, (dx, dy) => setX(d.i, get("x")[0][d.i] + (dx + dy) * 0.1));
        });
        return g;
      })
      .attr("class", (d) => `td-point${d.i === chosen ? " td-chosen" : ""}`)
      .attr("transform", (d) => `translate(${x(d.number)} ${top(value(d.number))})`)
      .attr("aria-valuenow", (d) => d.number)
      .attr("aria-valuetext", (d) => t.pointValue(num(d.number), num(value(d.number))));
    points.selectAll(".td-dot").attr("r", 6);
    front.attr("cx", x(at)).attr("cy", top(y));
    points.selectAll("text").attr("y", (_, i) => (i % 2 ? 27 : -16));
    return { at, y, slope, atOutput: fPrime(y) };
  }

  function drawProduct(X, slopes, chosen) {
    const m = X.length;
    const folded = get("folded");
    if (grid.childElementCount !== m * m) {
      grid.style.setProperty("--m", m);
      grid.replaceChildren(
        ...Array.from({ length: m * m }, (_, k) =>
          h("span", { class: Math.floor(k / m) === k % m ? "td-diagonal" : "td-zero", style: `--row:${Math.floor(k / m)}` }),
        ),
      );
    }
    [...grid.children].forEach((cell, k) => {
      setText(cell, Math.floor(k / m) === k % m ? num(slopes[k % m]) : "0");
      cell.classList.toggle("td-lit", k % m === chosen);
    });
    grid.classList.toggle("td-folded", folded);
    grid.setAttribute("aria-label", folded ? t.slopesLabel(m) : t.jacobianLabel(m));
    setText(jacobianName, folded ? `${t.slopes} ${shape(1, m)}` : `${t.jacobian} ${shape(m, m)}`);
    setText(sign, folded ? "⊙" : "·");
    setText(fold, folded ? t.unfold : t.fold);
    setText(count, folded ? t.folded(m) : t.unfolded(m));
    gradient.update(get("g"), (_, i) => (i === chosen || !folded ? "row" : ""));
    const G = get("g")[0];
    const products = G.map((g, i) => g * slopes[i]);
    result.update([products], (_, i) => (i === chosen ? "result chosen" : ""));
    const terms = folded
      ? `${factor(G[chosen])}·${factor(slopes[chosen])}`
      : G.map((g, k) => `${factor(g)}·${k === chosen ? factor(slopes[k]) : "0"}`).join(" + ");
    setText(written, `∂L/∂x${subscript(chosen + 1)} = ${terms} = ${num(products[chosen])}`);
    return products[chosen];
  }

  onChange(["f", "x", "g", "chosen", "folded"], () => {
    const X = get("x")[0];
    const chosen = get("chosen");
    const i = subscript(chosen + 1);
    const slopes = X.map(activations[get("f")].fPrime);
    const { at, y, slope, atOutput } = drawPlot(X, chosen);
    const product = drawProduct(X, slopes, chosen);
    f.update(get("f"));
    inputs.update(get("x"), (_, k) => (k === chosen ? "row" : ""));
    const fact = (kind, name, value) => [h("dt", { class: `td-${kind}-text` }, name), h("dd", {}, value)];
    facts.replaceChildren(
      ...fact("x", `x${i}`, fixed(at)),
      ...fact("y", `y${i} = f(x${i})`, fixed(y)),
      ...fact("right", `● ${t.atInput}, f′(x${i})`, fixed(slope)),
      ...fact("wrong", `□ ${t.atOutput}, f′(y${i})`, fixed(atOutput)),
    );
    const text =
      get("f") === "relu" && at === 0 ? t.kink : slope === 0 ? t.dead : slope < 0.05 ? t.flat : "";
    setText(remark, text);
    state.say(`${t.say(chosen + 1, num(at), num(y), num(slope), num(atOutput), num(product))} ${text}`.trim());
  });
});
