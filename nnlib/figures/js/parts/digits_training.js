// The network 64 → 32 → 10 on the 1,797 digits, trained as nnlib's `fit` does it: mini-batches of 32 in
// a new order for each epoch. Work comes in small pieces, so that it can be spread over many frames.
import { defaultRng, forward, pickRows, step, zeros } from "../shared.js";

const COUNT = 1797;
export const N_TRAIN = 1400;
export const N_TEST = COUNT - N_TRAIN;
const BATCH = 32;
const STEPS = Math.ceil(N_TRAIN / BATCH);
const ROWS_AT_ONCE = 64; // for one piece of measuring
const WEIGHTS_AT_ONCE = 256; // for one piece of drawing the starting weights

// The build packs the images as text: "A" is 0 … "Q" is 16, first the training set, then the test set.
export function unpack({ pixels, labels }) {
  return {
    pixels: Uint8Array.from(pixels, (letter) => letter.charCodeAt(0) - 65),
    labels: Uint8Array.from(labels, Number),
  };
}

export const imageOf = (digits, n) => Array.from(digits.pixels.subarray(64 * n, 64 * n + 64));

// X and Y* of all digits, made once for scaled and once for unscaled pixels, some rows at a time.
const known = new Map();
function arraysOf(scaled) {
  if (!known.has(scaled)) known.set(scaled, { x: zeros(COUNT, 64), y: zeros(COUNT, 10), filled: 0 });
  return known.get(scaled);
}
function fillMore({ arrays, digits, scaled }) {
  const end = Math.min(arrays.filled + ROWS_AT_ONCE, COUNT);
  const share = scaled ? 1 / 16 : 1; // a power of 2: no rounding
  for (let k = 64 * arrays.filled; k < 64 * end; k++) arrays.x.data[k] = share * digits.pixels[k];
  for (let n = arrays.filled; n < end; n++) arrays.y.data[10 * n + digits.labels[n]] = 1;
  arrays.filled = end;
}

// The order in which nnlib draws: FCLayer(64, 32, rng=rng), then FCLayer(32, 10, rng=rng).
function piecesOf(network) {
  const arrays = network.flatMap(({ weights, bias }) => (weights ? [weights.data, bias.data] : []));
  return arrays.flatMap((data) =>
    Array.from({ length: Math.ceil(data.length / WEIGHTS_AT_ONCE) }, (_, k) =>
      data.subarray(k * WEIGHTS_AT_ONCE, (k + 1) * WEIGHTS_AT_ONCE)));
}

export function newTraining(digits, { seed, alpha, scaled }) {
  const layer = (n, m) => ({ weights: zeros(n, m), bias: zeros(1, m) });
  const network = [layer(64, 32), { activation: "tanh" }, layer(32, 10), { activation: "tanh" }];
  return {
    digits, network, rng: defaultRng(seed), alpha, scaled,
    undrawn: piecesOf(network), // the first pieces draw the starting weights
    arrays: arraysOf(scaled),
    order: Array.from({ length: N_TRAIN }, (_, n) => n),
    start: null,
    epoch: -1, // the next pieces measure the network before training
    step: STEPS,
    measured: 0,
    total: 0,
    found: new Uint8Array(COUNT),
    answers: null, // what the network said after the last whole epoch
    history: [], // {loss, train, test} after each epoch
  };
}

// Whether the network has its starting weights, so that it can be asked.
export const isReady = (run) => run.undrawn.length === 0;

// Do one piece: some weights, a step, or measure some rows. Returns whether an epoch is complete.
export function advance(run) {
  if (!isReady(run)) {
    const piece = run.undrawn.shift();
    piece.set(run.rng.uniform(-0.5, 0.5, piece.length));
    if (isReady(run)) run.start = run.network[0].weights.data.slice();
    return false;
  }
  const { x, y, filled } = run.arrays;
  if (filled < COUNT) {
    fillMore(run);
    return false;
  }
  if (run.step < STEPS) {
    if (run.step === 0) {
      const shuffled = run.rng.permutation(N_TRAIN);
      run.order = shuffled.map((n) => run.order[n]);
    }
    const rows = run.order.slice(run.step * BATCH, (run.step + 1) * BATCH);
    run.total += step(run.network, pickRows(x, rows), pickRows(y, rows), run.alpha) * rows.length;
    run.step += 1;
    return false;
  }
  const end = Math.min(run.measured + ROWS_AT_ONCE, COUNT);
  const rows = Array.from({ length: end - run.measured }, (_, k) => run.measured + k);
  const output = forward(run.network, pickRows(x, rows));
  rows.forEach((n, k) => (run.found[n] = largestOf(output.data.subarray(10 * k, 10 * k + 10))));
  run.measured = end;
  if (end < COUNT) return false;
  run.answers = run.found.slice();
  const right = (from, to) => {
    let count = 0;
    for (let n = from; n < to; n++) count += run.answers[n] === run.digits.labels[n];
    return count;
  };
  run.epoch += 1;
  run.history.push({
    loss: run.epoch === 0 ? null : run.total / N_TRAIN,
    train: right(0, N_TRAIN) / N_TRAIN,
    test: right(N_TRAIN, COUNT) / N_TEST,
  });
  Object.assign(run, { step: 0, measured: 0, total: 0 });
  return true;
}

export const largestOf = (values) => values.reduce((best, value, k) => (value > values[best] ? k : best), 0);

// What the network says to a drawing of 64 whole numbers from 0 to 16.
export function outputsFor(run, drawing) {
  const x = zeros(1, 64);
  x.data.set(drawing.map((value) => (run.scaled ? value / 16 : value)));
  return Array.from(forward(run.network, x).data);
}

// Held-out digits that are an i and were read as a j.
export function behindCell(run, [i, j]) {
  const found = [];
  for (let n = N_TRAIN; n < COUNT; n++) {
    if (run.digits.labels[n] === i && run.answers[n] === j) found.push(n);
  }
  return found;
}

export function confusion(run) {
  const counts = Array.from({ length: 10 }, () => Array(10).fill(0));
  for (let n = N_TRAIN; n < COUNT; n++) counts[run.digits.labels[n]][run.answers[n]] += 1;
  return counts;
}
