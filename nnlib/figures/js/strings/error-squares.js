import { subscript } from "../ui/format.js";

export const strings = {
  en: {
    drawing: "Outputs, targets and squared errors",
    curves: (k, loss, slope, lowest) =>
      `The loss as output ${k} moves: now ${loss} with slope ${slope}, lowest at ${lowest}`,
    output: (k) => `Output ${k}`,
    outputLabel: (k) => `Y, output ${k}`,
    targetLabel: (k) => `Y*, target ${k}`,
    slope: (value) => `slope ${value}`,
    constant: "L =",
    names: { sum: "sum", mean: "mean", "half-sum": "½ sum", "half-mean": "½ mean" },
    lossNow: (loss) => `L = ${loss}.`,
    area: (loss) => `L = ${loss}, as an area`,
    cut: "(larger than this picture)",
    axis: (k, name) => `output y${k} (thick: ${name}; dotted: other constants)`,
    lowest: "lowest",
    tooLow: (k, error, slope) =>
      `Output ${k} is too low (error ${error}): its slope is ${slope}, so L falls if y${subscript(k)} grows.`,
    tooHigh: (k, error, slope) =>
      `Output ${k} is too high (error ${error}): its slope is ${slope}, so L falls if y${subscript(k)} shrinks.`,
    right: (k) => `Output ${k} is on its target: slope 0, a small move changes nothing.`,
    ofMean: "L is the mean squared error, the loss of this book.",
    compared: (name, times) =>
      `With the ${name}, L and every slope are ${times} times those of the mean; the lowest place ` +
      `stays. Divide each step by ${times}, and it is as before.`,
    share: (k, percent) => `Output ${k} makes ${percent} % of L.`,
  },
};
