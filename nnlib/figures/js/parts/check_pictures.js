// The pictures of the gradient check: one entry's error at every nudge, and the dial of the largest error.
import { drag, line, num, power, scaleLinear, select, superscript, svg } from "../shared.js";

const LOWEST = 1e-13; // an error of 0 has no place on a logarithmic axis
const [WIDTH, HEIGHT] = [330, 230];

// One digit: 0.7, but 2 · 10⁻⁷.
export const brief = (error) => (error === 0 || error >= 0.01 ? num(error, 2) : power(error, 0));

// Error against h = 10^exponent, both logarithmic; a click or a drag chooses the exponent.
export function errorPlot(t, exponents, onExponent) {
  const x = scaleLinear([-12, -1], [48, WIDTH - 10]);
  const y = scaleLinear([-13, 1], [HEIGHT - 36, 12]);
  const place = (error) => y(Math.log10(Math.min(Math.max(error, LOWEST), 10)));
  const plot = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "gm-plot" });
  const picture = select(plot);
  const axis = picture.append("g").attr("class", "gm-axis");
  axis.append("path").attr("d", `M48 ${y(1)}V${y(-13)}H${WIDTH - 10}`);
  for (const e of [-12, -9, -6, -3]) {
    axis.append("text").attr("x", x(e)).attr("y", y(-13) + 16).attr("text-anchor", "middle").text(`10${superscript(e)}`);
  }
  for (const e of [0, -3, -6, -9, -12]) {
    axis.append("line").attr("x1", 48).attr("x2", WIDTH - 10).attr("y1", y(e)).attr("y2", y(e));
    axis.append("text").attr("x", 44).attr("y", y(e)).attr("text-anchor", "end").attr("dominant-baseline", "central").text(`10${superscript(e)}`);
  }
  axis.append("text").attr("x", WIDTH - 10).attr("y", HEIGHT - 3).attr("text-anchor", "end").text(t.axisH);
  axis.append("text").attr("x", 52).attr("y", 4).attr("dominant-baseline", "hanging").attr("class", "nn-halo").text(t.axisError);
  picture.append("line").attr("class", "gm-tolerance").attr("x1", 48).attr("x2", WIDTH - 10).attr("y1", y(-6)).attr("y2", y(-6));
  picture.append("text").attr("class", "nn-halo gm-tolerance-text").attr("x", x(-7.6)).attr("y", y(-6) - 9).attr("text-anchor", "middle").text(t.tolerance);
  const curve = picture.append("path").attr("class", "gm-curve");
  const guide = picture.append("line").attr("class", "gm-guide").attr("y1", y(1)).attr("y2", y(-13));
  const dot = picture.append("circle").attr("class", "gm-dot").attr("r", 7);
  const choose = (event) => {
    const box = plot.getBoundingClientRect();
    const e = x.invert(((event.clientX - box.left) * WIDTH) / box.width);
    onExponent(Math.min(Math.max(Math.round(e * 4) / 4, -12), -1));
  };
  const surface = picture.append("rect").attr("class", "gm-surface").attr("x", 40).attr("width", WIDTH - 40).attr("height", HEIGHT - 36);
  drag(surface.node(), { onStart: choose, onMove: (_dx, _dy, event) => choose(event) });
  return {
    el: plot,
    draw(errors, at) {
      const points = exponents.map((e, k) => [x(e), place(errors[k])]);
      curve.attr("d", line()(points));
      guide.attr("x1", points[at][0]).attr("x2", points[at][0]);
      dot.attr("cx", points[at][0]).attr("cy", points[at][1]);
      const best = errors.indexOf(Math.min(...errors));
      const label = t.plot(brief(errors[0]), brief(errors[best]), power(10 ** exponents[best], 0), brief(errors.at(-1)));
      plot.setAttribute("aria-label", label);
    },
  };
}

// From 10⁻¹² (left) to 10 (right), solid up to the tolerance.
export function errorDial(t, tolerance) {
  const angle = (error) => {
    const at = Math.log10(Math.min(Math.max(error, 1e-12), 10));
    return Math.PI * (1 - (at + 12) / 13);
  };
  const polar = (error, r) => [150 + r * Math.cos(angle(error)), 118 - r * Math.sin(angle(error))];
  const arc = (from, to) => `M${polar(from, 96)}A96 96 0 0 1 ${polar(to, 96)}`;
  const dial = svg("svg", { viewBox: "-14 -8 324 136", role: "img", class: "gm-dial" });
  const meter = select(dial);
  meter.append("path").attr("class", "gm-pass").attr("d", arc(1e-12, tolerance));
  meter.append("path").attr("class", "gm-fail").attr("d", arc(tolerance, 10));
  for (const e of [-12, -9, -6, -3, 0]) {
    const [tx, ty] = polar(10 ** e, e === -12 ? 126 : 118);
    meter.append("text").attr("x", tx).attr("y", ty).attr("text-anchor", "middle").attr("dominant-baseline", "central").text(`10${superscript(e)}`);
  }
  // The words stand inside the circle that the needle moves around.
  for (const [words, x] of [[t.passes, 116], [t.fails, 186]]) {
    meter.append("text").attr("x", x).attr("y", 108).attr("text-anchor", "middle").attr("dominant-baseline", "central").text(words);
  }
  const needle = meter.append("line").attr("class", "gm-needle");
  return {
    el: dial,
    draw(error, label) {
      const [[x1, y1], [x2, y2]] = [polar(error, 74), polar(error, 101)];
      needle.attr("x1", x1).attr("y1", y1).attr("x2", x2).attr("y2", y2);
      dial.setAttribute("aria-label", label);
    },
  };
}
