import { largest } from "./matrix.js";
import { copyNetwork, backward, forward } from "./network.js";
import { mse, msePrime } from "./losses.js";

// (L(entry + h) − L(entry − h)) / 2h for one entry of one parameter of one layer.
export function numericalSlope(network, x, yStar, { layer, parameter, entry }, h = 1e-5) {
  const values = network[layer][parameter].data;
  const kept = values[entry];
  values[entry] = kept + h;
  const above = mse(forward(network, x), yStar);
  values[entry] = kept - h;
  const below = mse(forward(network, x), yStar);
  values[entry] = kept;
  return (above - below) / (2 * h);
}

// nnlib's relative error: entries far below `size` are compared with a hundredth of it.
export function relativeError(a, b, size) {
  const divisor = Math.max(Math.abs(a), Math.abs(b), size / 100);
  const error = divisor > 0 ? Math.abs(a - b) / divisor : 0;
  return Number.isFinite(error) ? error : Infinity;
}

// Every parameter entry: [{layer, parameter, entry, backpropagated, numerical, error}].
// `backwardPass` may be a wrong one, to see the check find it; it takes a real step, as in
// nnlib, because weights that are updated too early hide behind α = 0.
export function gradientCheck(network, x, yStar, { h = 1e-5, backwardPass = backward } = {}) {
  const stepped = copyNetwork(network);
  backwardPass(stepped, msePrime(forward(stepped, x), yStar), 0.1);
  const probe = copyNetwork(network);
  const entries = [];
  probe.forEach((_, layer) => {
    for (const parameter of ["weights", "bias"]) {
      if (!probe[layer][parameter]) continue;
      stepped[layer][`${parameter}Gradient`].data.forEach((backpropagated, entry) => {
        const numerical = numericalSlope(probe, x, yStar, { layer, parameter, entry }, h);
        entries.push({ layer, parameter, entry, backpropagated, numerical });
      });
    }
  });
  const size = largest({ data: entries.map(({ numerical }) => numerical) });
  return entries.map((one) => ({
    ...one,
    error: relativeError(one.backpropagated, one.numerical, size),
  }));
}
