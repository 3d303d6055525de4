import { add, copy, fromRows, hadamard, map, multiply, scale, subtract, sumRows, transpose } from "./matrix.js";
import { activations } from "./activations.js";
import { mse, msePrime } from "./losses.js";

// A network is an array of layers, each {weights, bias} (fully connected) or {activation}.
// A pass stores in each layer what nnlib's layers keep: `input`, and after a backward pass
// `weightsGradient` and `biasGradient`.

const fcLayer = (weights, bias) => ({ weights: fromRows(weights), bias: fromRows(bias) });
const activationLayer = (activation) => ({ activation });

// The plain form that Python's figures send: [{weights: [[…]], bias: [[…]]}, {activation: "tanh"}].
export const networkFrom = (layers) =>
  layers.map((layer) =>
    layer.weights ? fcLayer(layer.weights, layer.bias) : activationLayer(layer.activation),
  );

export const copyNetwork = (network) =>
  network.map((layer) =>
    layer.weights
      ? { weights: copy(layer.weights), bias: copy(layer.bias) }
      : { activation: layer.activation },
  );

function layerForward(layer, input) {
  layer.input = input;
  if (layer.weights) return add(multiply(input, layer.weights), layer.bias); // (5)
  return map(input, activations[layer.activation].f); // (2)
}

export function layerBackward(layer, outputGradient, alpha) {
  const { input } = layer;
  if (!layer.weights) {
    return hadamard(outputGradient, map(input, activations[layer.activation].fPrime)); // (11)
  }
  const inputGradient = multiply(outputGradient, transpose(layer.weights)); // (iii)
  layer.weightsGradient = multiply(transpose(input), outputGradient); // (i)
  layer.biasGradient = sumRows(outputGradient); // (ii), over all rows
  if (alpha !== 0) {
    layer.weights = subtract(layer.weights, scale(layer.weightsGradient, alpha));
    layer.bias = subtract(layer.bias, scale(layer.biasGradient, alpha));
  }
  return inputGradient;
}

export function forward(network, x) {
  return network.reduce((input, layer) => layerForward(layer, input), x);
}

export function backward(network, outputGradient, alpha = 0) {
  return network.reduceRight((gradient, layer) => layerBackward(layer, gradient, alpha), outputGradient);
}

// One step of gradient descent on one batch; returns the loss before the step.
export function step(network, x, yStar, alpha) {
  const y = forward(network, x);
  backward(network, msePrime(y, yStar), alpha);
  return mse(y, yStar);
}
