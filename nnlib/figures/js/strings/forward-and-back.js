import { plural } from "../ui/plural.js";

export const strings = {
  en: {
    next: "Next step",
    previous: "Step back",
    end: "To the end",
    drawing: "The network with its values and slopes",
    wires: "Weights",
    values: "Values",
    fc: "FC",
    valueLabel: (name, value, slope) =>
      `${name} ${value === null ? "not computed yet" : `= ${value}`}` +
      (slope === null ? "" : `, slope of the loss ${slope}`),
    weightLabel: (name, value, slope) =>
      `${name} = ${value}` + (slope === null ? "" : `, slope of the loss ${slope}`),
    pathsTitle: (name) => `Paths from ${name} to L`,
    choose: "Choose a weight or a value in the drawing: its paths to L are listed here.",
    forwardFirst: (n) =>
      `${n} ${plural("en", n, { one: "path leads", other: "paths lead" })} to L. Step forward to the loss first: local ` +
      "slopes depend on the values.",
    slopeOf: (activation) => `${activation}′`,
    sum: (value) => `Sum: ${value}`,
    one: (value) => `One path, so this is all: ${value}`,
    equal: (name, value) => `The backward pass gives ${name} = ${value}: the same.`,
    notYet: "The backward pass has not come here yet.",
    into: "in",
    out: "out",
    remembers: "stores",
    uses: "uses",
    gradient: "and",
    cardForward: (layer) => `${layer}, forward`,
    cardBackward: (layer) => `${layer}, backward`,
    cardLoss: "The loss",
    cardStart: "Start",
    target: "target",
    sample: "sample",
    layer: (number, kind) => `Layer ${number} (${kind})`,
    saidStart: (x) => `The sample ${x} waits at the input. Nothing is computed yet.`,
    saidForward: (layer, from, to) =>
      `Forward: ${layer} takes ${from}, stores it, and gives ${to}.`,
    saidLoss: (loss) => `The output is compared with the target: L = ${loss}. Now back.`,
    saidGradient: (name, value) => `The backward pass starts with (7): ${name} = ${value}.`,
    saidBackwardFc: (layer, into, input, out, isFirst) =>
      `Backward: ${layer} takes ${into} and the ${input} that it remembers. It gives ∂L/∂W and ` +
      "∂L/∂B of its own, and " +
      (isFirst ? `${out}, which no layer needs.` : `hands ${out} to the layer before.`),
    saidBackwardActivation: (layer, into, input, out, isFirst) =>
      `Backward: ${layer} takes ${into} and the ${input} that it remembers, and ` +
      (isFirst ? `gives ${out}, which no layer needs.` : `hands ${out} to the layer before.`) +
      " It has no weights.",
    saidEnd: (count) =>
      `Done: ${count} slopes for ${count} weights and biases. None of them has moved; that would ` +
      "be gradient descent.",
  },
};
