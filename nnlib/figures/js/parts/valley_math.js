// The walks of figure 5. A place is [w] or [w, b].
import { forward, fromRows, layerBackward, mse, msePrime, pickRows } from "../shared.js";

export const LOWEST = 3; // the minimum of the one-weight valley
export const SAMPLES = [[0, 1], [1, 2], [2, 2], [3, 4]];
const X = fromRows(SAMPLES.map(([x]) => [x]));
const TARGETS = fromRows(SAMPLES.map(([, y]) => [y]));

export const lossOne = (c, w) => (c / 2) * (w - LOWEST) ** 2;
export const slopeOne = (c, w) => c * (w - LOWEST);

const line = (w, b) => ({ weights: fromRows([[w]]), bias: fromRows([[b]]) });
export const lossTwo = (w, b) => mse(forward([line(w, b)], X), TARGETS);

export function rowsOfStep(step, size) {
  const first = (step * size) % SAMPLES.length;
  return Array.from({ length: size }, (_, k) => first + k);
}

// Move the layer by one step; returns the slopes [∂L/∂w, ∂L/∂b] at the old place.
function move(layer, rows, alpha) {
  const gradient = msePrime(forward([layer], pickRows(X, rows)), pickRows(TARGETS, rows));
  layerBackward(layer, gradient, alpha);
  return [layer.weightsGradient.data[0], layer.biasGradient.data[0]];
}

export const slopesTwo = ([w, b], rows) => move(line(w, b), rows, 0);

export function walk({ mode, alpha, curvature, start, steps, batch_size: size }) {
  const path = [mode === "one" ? [start[0]] : [...start]];
  const layer = line(...start);
  for (let step = 0; step < steps; step++) {
    if (mode === "one") {
      const [w] = path.at(-1);
      path.push([w - alpha * slopeOne(curvature, w)]);
    } else {
      move(layer, rowsOfStep(step, size), alpha);
      path.push([layer.weights.data[0], layer.bias.data[0]]);
    }
  }
  return path;
}

// Smallest and largest curvature of the line's loss over these rows: the eigenvalues of its
// second derivatives [[2 mean x², 2 mean x], [2 mean x, 2]].
export function curvatures(rows) {
  const mean = (f) => rows.reduce((sum, r) => sum + f(SAMPLES[r][0]), 0) / rows.length;
  const [a, d, off] = [2 * mean((x) => x * x), 2, 2 * mean((x) => x)];
  const root = Math.sqrt(((a - d) / 2) ** 2 + off ** 2);
  return [(a + d) / 2 - root, (a + d) / 2 + root];
}

export function steepest(size) {
  const batches = Array.from({ length: SAMPLES.length / size }, (_, k) => rowsOfStep(k, size));
  return Math.max(...batches.map((rows) => curvatures(rows)[1]));
}
