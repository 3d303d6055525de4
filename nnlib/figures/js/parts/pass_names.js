// How figure 6 calls things: X, Y⁽¹⁾, H⁽¹⁾ are the stations, x₁, y₁⁽¹⁾, h₁⁽¹⁾ their entries. A superscript
// counts the pairs of an FC and an activation layer. layers() gives the network as it is now.
import { subscript, superscript } from "../shared.js";

export function passNames({ layers, t }) {
  const fcBefore = (l) => layers().slice(0, l).filter((layer) => layer.weights).length;
  const above = (s) => superscript(fcBefore(s)).replace(/(.+)/, "⁽$1⁾");
  const letter = (s) => (s === 0 ? "x" : layers()[s - 1].weights ? "y" : "h");
  const station = (s) => letter(s).toUpperCase() + (s === 0 ? "" : above(s));
  const entry = (s, i, size) =>
    letter(s) + (size > 1 || s === 0 ? subscript(i + 1) : "") + (s === 0 ? "" : above(s));
  const weight = (l, i, j) => `w${subscript(`${i + 1}${j + 1}`)}${above(l + 1)}`;
  const slope = (name) => `∂L/∂${name}`;
  const kind = (l) => {
    const layer = layers()[l];
    return layer.weights ? `${t.fc} ${layer.weights.length} → ${layer.weights[0].length}` : layer.activation;
  };
  const layer = (l) => t.layer(l + 1, kind(l));
  // What is chosen, and a factor of a path (see passes.js); values are those of all stations.
  const chosen = ([what, a, b, c], values) =>
    what === "value" ? entry(a, b, values[a].length) : weight(a, b, c);
  function factor({ layer: l, from, to, own }, values) {
    const name = own || l === layers().length ? entry(l, from, values[l].length) : null;
    if (name) return own ? name : slope(name);
    return layers()[l].weights ? weight(l, from, to) : t.slopeOf(layers()[l].activation);
  }
  return { station, entry, weight, slope, kind, layer, chosen, factor };
}
