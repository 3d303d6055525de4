import { plural } from "../ui/plural.js";

const numbers = { one: "number", other: "numbers" };

export const strings = {
  en: {
    chain: "The chain of layers",
    fc: (n, m) => `FCLayer(${n} → ${m})`,
    activation: (name) => `ActivationLayer(${name})`,
    off: "off: numbers pass unchanged",
    fcCount: (n, m) => `${n}·${m} + ${m} = ${n * m + m} parameters`,
    noCount: "0 parameters",
    total: (count) => `${count} ${plural("en", count, { one: "parameter", other: "parameters" })} in all`,
    remove: (layer) => `Take ${layer} out`,
    here: (number, size) => `Joint ${number}, shape ${size}: plug in here`,
    input: "X",
    output: "Y",
    xLabel: (i) => `x${i}`,
    moreRows: (rows) => ` (first of ${rows} rows)`,
    plug: "Plug a layer in",
    inputs: "FC layer, n:",
    inputsLabel: "FC layer, n inputs",
    outputs: "m:",
    outputsLabel: "FC layer, m outputs",
    plugFc: "Plug in",
    plugActivation: (name) => `Plug in ${name}`,
    activations: "Activation:",
    otherCurves: "(sigmoid and relu are other curves; chapter 8)",
    at: (number) => `at joint ${number}, the marked one`,
    refusedHere: (layer, given, expected) =>
      `Refused: ${layer} would be given ${given} ${plural("en", given, numbers)} per sample; expected ${expected}.`,
    refusedMost: (most) => `Refused: the figure holds ${most} layers at most.`,
    plugged: (layer) => `${layer} is in.`,
    pluggedFc: (layer) => `${layer} is in, with random weights and biases.`,
    removed: (layer) => `${layer} is out.`,
    switch: "Activation functions on",
    collapse: "All FC layers as one",
    predict: "Does one FC layer give the same numbers as the chain? Predict first, then compare.",
    compare: "Compare",
    noFc: "There is no FC layer in the chain.",
    oneFc: "There is one FC layer only; plug in a second one.",
    chainGives: "the chain gives",
    oneGives: "one layer gives",
    same: (n, m) =>
      `Equal: without activation functions the chain is one FCLayer(${n} → ${m}), however many layers it has.`,
    different:
      "Different: an activation function changes the numbers on the way, and this one layer cannot do that.",
    atTheEnd: (names, sum) => `Different only by the ${names.join(" and ")} at the end: ${sum}.`,
    equalHere:
      "Equal for this X: here the activation functions change nothing that four decimals show, as relu changes no positive number. Change X and compare again.",
    noActivation: (n, m) =>
      `Equal: no activation function is plugged in, so the chain is one FCLayer(${n} → ${m}).`,
  },
};
