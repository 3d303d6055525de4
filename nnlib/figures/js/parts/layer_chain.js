// What a chain of layers is, in plain layers as Python sends them: where it does not fit, and what its
// FC layers are together.
import { add, defaultRng, fromRows, multiply, randomFcLayer, toRows } from "../shared.js";

export const sizes = (layer) => [layer.weights.length, layer.weights[0].length];
export const isFc = (layer) => layer.weights !== undefined;

// The first joint where a layer does not fit: {layer, given, expected}, or null. nnlib's rule.
export function misfit(layers, width) {
  for (const layer of layers) {
    if (!isFc(layer)) continue;
    const [n, m] = sizes(layer);
    if (n !== width) return { layer, given: width, expected: n };
    width = m;
  }
  return null;
}

// W⁽¹⁾W⁽²⁾… and the bias that goes with it: B⁽¹⁾W⁽²⁾ + B⁽²⁾ and so on.
export function collapse(layers) {
  return layers.filter(isFc).reduce((one, { weights, bias }) => {
    const W = fromRows(weights);
    const B = fromRows(bias);
    return one ? { W: multiply(one.W, W), B: add(multiply(one.B, W), B) } : { W, B };
  }, null);
}

// nnlib's FCLayer(n, m, rng=np.random.default_rng(seed)), rounded so that it is easy to read.
export function newFc(n, m, seed) {
  const { weights, bias } = randomFcLayer(n, m, defaultRng(seed));
  const rounded = (matrix) => toRows(matrix).map((row) => row.map((v) => Number(v.toFixed(1))));
  return { weights: rounded(weights), bias: rounded(bias) };
}

export const countParameters = (layers) =>
  layers.filter(isFc).reduce((sum, layer) => {
    const [n, m] = sizes(layer);
    return sum + n * m + m;
  }, 0);
