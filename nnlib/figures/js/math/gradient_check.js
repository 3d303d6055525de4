import { forward } from "./network.js";
import { mse } from "./losses.js";

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
