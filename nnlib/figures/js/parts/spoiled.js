// A backward pass with one classic mistake, for any network of the figures. The names and what
// they do are those of nnlib/figures/spoiled.py.
import {
  activations, hadamard, layerBackward, map, multiply, pickRows, scale, subtract, transpose,
} from "../shared.js";

export const MISTAKES = ["none", "no-transpose", "bias-sign", "no-sum", "output", "early", "factor"];

function spoiledLayer(layer, gradient, alpha, mistake) {
  const { input, weights } = layer;
  if (!weights) {
    if (mistake !== "output") return layerBackward(layer, gradient, alpha);
    const { f, fPrime } = activations[layer.activation];
    return hadamard(gradient, map(input, (x) => fPrime(f(x))));
  }
  const inputGradient = layerBackward(layer, gradient, 0);
  if (mistake === "bias-sign") layer.biasGradient = scale(layer.biasGradient, -1);
  if (mistake === "no-sum") layer.biasGradient = pickRows(gradient, [0]);
  if (mistake === "no-transpose" && input.rows === input.cols) {
    layer.weightsGradient = multiply(input, gradient);
  }
  if (mistake !== "early") return inputGradient;
  const updated = subtract(weights, scale(layer.weightsGradient, alpha));
  return multiply(gradient, transpose(updated));
}

// Pass ∂L/∂Y back; the layers keep their gradients, as after `backward`. The weights stay, `early`
// alone computes with those that a step of α would make.
export function spoiledBackward(network, outputGradient, alpha, mistake) {
  const start = mistake === "factor" ? scale(outputGradient, 0.5) : outputGradient;
  return network.reduceRight((gradient, layer) => spoiledLayer(layer, gradient, alpha, mistake), start);
}
