// Both passes of figure 6, station by station, and the paths from a number to L.
import { activations, forward, fromRows, isEntry, isWhole, layerBackward, mse, msePrime, networkFrom } from "../shared.js";

const row = (matrix) => Array.from(matrix.data);

export function passes({ layers, x, y_star: yStar }) {
  const network = networkFrom(layers);
  const target = fromRows(yStar);
  const output = forward(network, fromRows(x));
  const values = [...network.map((layer) => row(layer.input)), row(output)];
  const gradients = [msePrime(output, target)];
  for (const layer of [...network].reverse()) gradients.unshift(layerBackward(layer, gradients[0], 0));
  const local = network.map((layer) =>
    layer.weights ? null : row(layer.input).map(activations[layer.activation].fPrime),
  );
  return { network, values, local, gradients: gradients.map(row), loss: mse(output, target) };
}

// Every path from entry i of a station to L: [{ factor, layer, from, to }, …], the last step being
// the slope of L for an output.
function pathsFrom({ network, values, local, gradients }, station, i) {
  if (station === network.length) return [[{ factor: gradients.at(-1)[i], layer: station, from: i, to: 0 }]];
  const layer = network[station];
  const nexts = layer.weights ? values[station + 1].map((_, k) => k) : [i];
  return nexts.flatMap((k) => {
    const factor = layer.weights ? layer.weights.data[i * layer.weights.cols + k] : local[station][i];
    const rest = pathsFrom({ network, values, local, gradients }, station + 1, k);
    return rest.map((steps) => [{ factor, layer: station, from: i, to: k }, ...steps]);
  });
}

export function pathsOf(all, chosen) {
  if (!chosen) return [];
  const [kind, a, b, c] = chosen;
  if (kind === "value") return pathsFrom(all, a, b);
  const first = { factor: all.values[a][b], layer: a, from: b, to: c, own: true };
  return pathsFrom(all, a + 1, c).map((steps) => [first, ...steps]);
}

// Do these layers have this weight or value?
export function exists([kind, at, ...where], layers, x) {
  const sizes = [x[0].length];
  for (const { weights } of layers) sizes.push(weights?.[0].length ?? sizes.at(-1));
  if (kind === "value") return isWhole(at, 0, layers.length) && isEntry([0, ...where], 1, sizes[at]);
  return kind === "weight" && Boolean(layers[at]?.weights) && isEntry(where, sizes[at], sizes[at + 1]);
}

export function gradientOf(all, [kind, a, b, c]) {
  if (kind === "value") return all.gradients[a][b];
  const { data, cols } = all.network[a].weightsGradient;
  return data[b * cols + c];
}
