// The network 2 → k → 1 with tanh on the four samples of XOR, written out for speed: the training
// lab trains a hundred of them. The formulas are nnlib's, the tests compare them; `mistake` spoils one.
import { defaultRng, randomFcLayer, relativeError } from "../shared.js";

export const X = Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1);
export const Y_STAR = Float64Array.of(0, 1, 1, 0);
const CHECK_ROWS = 4;
// Python's limit, too; whole epochs and whole runs, so that each button ends there or before.
export const MOST_STEPS = 40_000;

const parameters = (k) => ({
  w1: new Float64Array(2 * k),
  b1: new Float64Array(k),
  w2: new Float64Array(k),
  b2: new Float64Array(1),
});
export const NAMES = ["w1", "b1", "w2", "b2"];

// A network from a seed, drawn as FCLayer(2, k, rng=rng), FCLayer(k, 1, rng=rng), or from `start`.
function startNetwork({ seed, width, scale, start }) {
  let layers = start.filter((layer) => layer.weights);
  let flat = (rows) => rows.flat();
  if (seed !== null) {
    const rng = defaultRng(seed);
    layers = [randomFcLayer(2, width, rng, scale), randomFcLayer(width, 1, rng, scale)];
    flat = ({ data }) => data;
  }
  const net = { k: width, ...parameters(width), grad: parameters(width) };
  net.w1.set(flat(layers[0].weights));
  net.b1.set(flat(layers[0].bias));
  net.w2.set(flat(layers[1].weights));
  net.b2.set(flat(layers[1].bias));
  return net;
}

export function copyOf(net) {
  const other = { k: net.k, ...parameters(net.k), grad: parameters(net.k) };
  for (const name of NAMES) other[name].set(net[name]);
  return other;
}

// The output for one input; the hidden outputs go into `hidden`, from place `at`.
export function answer(net, x1, x2, hidden = null, at = 0) {
  const { k, w1, b1, w2, b2 } = net;
  let sum = b2[0];
  for (let j = 0; j < k; j++) {
    const h = Math.tanh(x1 * w1[j] + x2 * w1[k + j] + b1[j]);
    if (hidden) hidden[at + j] = h;
    sum += h * w2[j];
  }
  return Math.tanh(sum);
}

export const answers = (net) => Array.from(Y_STAR, (_, r) => answer(net, X[2 * r], X[2 * r + 1]));
export const solved = (net) => answers(net).every((y, r) => y > 0.5 === Y_STAR[r] > 0.5);

export function loss(net, x = X, yStar = Y_STAR) {
  let sum = 0;
  for (let r = 0; r < yStar.length; r++) sum += (yStar[r] - answer(net, x[2 * r], x[2 * r + 1])) ** 2;
  return sum / yStar.length;
}

const hidden = new Float64Array(32);
const g = new Float64Array(CHECK_ROWS);

// One step on the rows from `first` on; returns the loss before it. The gradients stay in net.grad.
export function step(net, alpha, mistake = "none", x = X, yStar = Y_STAR, first = 0, rows = yStar.length) {
  const { k, w1, b1, w2, b2, grad } = net;
  let total = 0;
  for (let r = 0; r < rows; r++) {
    const y = answer(net, x[2 * (first + r)], x[2 * (first + r) + 1], hidden, r * k);
    const error = y - yStar[first + r];
    total += error * error;
    const inside = mistake === "output" ? Math.tanh(y) : y; // f′ = 1 − tanh²
    g[r] = (mistake === "factor" ? 1 : 2) / rows * error * (1 - inside * inside); // (7), (11)
    net.output = y;
    net.slope = 2 / rows * error;
  }
  const summed = mistake === "no-sum" ? 1 : rows;
  const sign = mistake === "bias-sign" ? -1 : 1;
  grad.b2[0] = 0;
  for (let r = 0; r < summed; r++) grad.b2[0] += sign * g[r]; // (ii)
  for (let j = 0; j < k; j++) {
    grad.w2[j] = 0;
    for (let r = 0; r < rows; r++) grad.w2[j] += hidden[mistake === "no-transpose" ? j * k + r : r * k + j] * g[r]; // (i)
  }
  if (mistake === "early") for (let j = 0; j < k; j++) w2[j] -= alpha * grad.w2[j];
  for (let j = 0; j < k; j++) {
    let sum1 = 0;
    let sum2 = 0;
    let sumB = 0;
    for (let r = 0; r < rows; r++) {
      const h = hidden[r * k + j];
      const inside = mistake === "output" ? Math.tanh(h) : h;
      const back = g[r] * w2[j] * (1 - inside * inside); // (iii), (11)
      sum1 += x[2 * (first + r)] * back;
      sum2 += x[2 * (first + r) + 1] * back;
      if (r < summed) sumB += sign * back;
    }
    grad.w1[j] = sum1;
    grad.w1[k + j] = sum2;
    grad.b1[j] = sumB;
  }
  for (let j = 0; j < k; j++) {
    w1[j] -= alpha * grad.w1[j];
    w1[k + j] -= alpha * grad.w1[k + j];
    b1[j] -= alpha * grad.b1[j];
    if (mistake !== "early") w2[j] -= alpha * grad.w2[j];
  }
  b2[0] -= alpha * grad.b2[0];
  return total / rows;
}

// nnlib's gradient check at the present weights, on four rows of random numbers: the largest
// relative error of each array, {w1, b1, w2, b2}. The backward pass takes a real step, on a copy.
const checkRng = defaultRng(0);
const CHECK_X = checkRng.uniform(-1, 1, 2 * CHECK_ROWS);
const CHECK_Y = checkRng.uniform(-1, 1, CHECK_ROWS);

export function check(net, mistake) {
  const spoiled = copyOf(net);
  step(spoiled, 1, mistake, CHECK_X, CHECK_Y);
  const probe = copyOf(net);
  const h = 1e-5;
  const numerical = Object.fromEntries(
    NAMES.map((name) => [
      name,
      Array.from(probe[name], (kept, k) => {
        probe[name][k] = kept + h;
        const above = loss(probe, CHECK_X, CHECK_Y);
        probe[name][k] = kept - h;
        const below = loss(probe, CHECK_X, CHECK_Y);
        probe[name][k] = kept;
        return (above - below) / (2 * h);
      }),
    ]),
  );
  const size = Math.max(...NAMES.flatMap((name) => numerical[name].map(Math.abs)));
  return Object.fromEntries(
    NAMES.map((name) => [
      name,
      Math.max(...numerical[name].map((slope, k) => relativeError(spoiled.grad[name][k], slope, size))),
    ]),
  );
}

// A training that is under way: settings, the network, and beside a mistake the right one.
export function newRun(settings) {
  const net = startNetwork(settings);
  const right = settings.mistake === "none" ? null : copyOf(net);
  return { settings, net, right, steps: 0, losses: [], rightLosses: [], sums: [0, 0] };
}

export const stepsPerEpoch = ({ batch }) => 4 / batch;

export function advance(run) {
  const { alpha, batch, mistake } = run.settings;
  const number = run.steps % stepsPerEpoch(run.settings);
  run.lastLoss = step(run.net, alpha, mistake, X, Y_STAR, number * batch, batch);
  run.sums[0] += run.lastLoss;
  if (run.right) run.sums[1] += step(run.right, alpha, "none", X, Y_STAR, number * batch, batch);
  run.used = batch === 1 ? number : null;
  run.steps += 1;
  if (run.steps % stepsPerEpoch(run.settings) === 0) {
    run.losses.push((run.sums[0] * batch) / 4);
    if (run.right) run.rightLosses.push((run.sums[1] * batch) / 4);
    run.sums = [0, 0];
  }
}
