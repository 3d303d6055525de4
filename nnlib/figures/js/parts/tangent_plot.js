// f above, with its points and the tangent at one of them; f′ below, taken at the input and at the output.
import { activations, drag, keys, line, num, scaleLinear, select, subscript, svg } from "../shared.js";

export const LIMIT = 4;
const [WIDTH, HEIGHT] = [340, 350];
const SAMPLES = Array.from({ length: 81 }, (_, k) => -LIMIT + k / 10);
const RANGES = { tanh: [-1.3, 1.3], sigmoid: [-0.3, 1.3], relu: [-1, 4] };

// setX(i, value) moves a point, set({ chosen }) chooses it.
export function tangentPlot(t, { get, set, setX }) {
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
  const front = picture.append("circle").attr("class", "td-front").attr("r", 6);
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
  let shown = null; // the function whose curves are drawn

  function drawCurves(f) {
    const { f: value, fPrime } = activations[f];
    const range = RANGES[f];
    top.domain(range);
    level.attr("y1", top(0)).attr("y2", top(0));
    const ticks = f === "relu" ? [0, 1, 2, 3, 4] : f === "tanh" ? [-1, 0, 1] : [0, 0.5, 1];
    heights
      .selectAll("text")
      .data(ticks)
      .join("text")
      .attr("x", 28).attr("text-anchor", "end").attr("dominant-baseline", "central")
      .attr("y", (tick) => top(tick))
      .text((tick) => num(tick));
    curve.attr("d", line((at) => x(at), (at) => top(value(at)))(SAMPLES));
    const jump = f === "relu"; // two pieces: f′ jumps
    const pieces = jump ? [SAMPLES.filter((at) => at <= 0), [1e-9, LIMIT]] : [SAMPLES];
    slopeCurve.attr("d", pieces.map((piece) => line((at) => x(at), (at) => low(fPrime(at)))(piece)).join(""));
  }

  return {
    el: plot,
    draw(f, X, chosen) {
      const { f: value, fPrime } = activations[f];
      if (shown !== f) drawCurves((shown = f));
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
      points.selectAll(".td-dot").attr("r", 4.5);
      front.attr("cx", x(at)).attr("cy", top(y));
      // The name of a point stays clear of the large dot beside it.
      points.selectAll("text")
        .attr("x", (d) => 9 * Math.sign(d.number - at))
        .attr("y", (d) => (d.i % 2 ? 27 : -16));
      return { at, y, slope, atOutput: fPrime(y) };
    },
  };
}
