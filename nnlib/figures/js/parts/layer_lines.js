// What each line of nnlib's layers does. The lines are told apart by their own text, which comes from
// Python; a line that is not known here is an error, so that the figure cannot show what nnlib does not do.
import {
  activations, add, hadamard, map, multiply, scale, subtract, sumRows, transpose,
} from "../shared.js";

// Each effect: the text that it belongs to, what it reads and writes, and what it does to
// { given: { x, output_gradient, alpha }, self, local, returned }.
const effects = [
  {
    id: "callForward",
    text: /^def forward_propagation\(/,
    writes: "local.input",
    run: (s) => (s.local = { input: s.given.x }),
  },
  {
    id: "storeInput",
    text: /^self\.input = check_rows\("input", input/,
    reads: ["local.input"],
    writes: "self.input",
    run: (s) => (s.self.input = s.local.input),
  },
  {
    id: "returnFc",
    text: /^return input @ self\.weights \+ self\.bias$/,
    reads: ["local.input", "self.weights", "self.bias"],
    writes: "returned",
    run: (s) => leave(s, add(multiply(s.local.input, s.self.weights), s.self.bias)),
  },
  {
    id: "returnActivation",
    text: /^return self\.f\(input\)$/,
    reads: ["local.input"],
    writes: "returned",
    run: (s) => leave(s, map(s.local.input, activations.tanh.f)),
  },
  {
    id: "callBackward",
    text: /^def backward_propagation\(/,
    writes: "local.output_gradient",
    run(s) {
      s.local = { output_gradient: s.given.output_gradient };
      s.returned = null;
    },
  },
  {
    id: "recall",
    text: /^input = self\.remembered_input\(\)$/,
    reads: ["self.input"],
    writes: "local.input",
    run: (s) => (s.local.input = s.self.input),
  },
  {
    id: "check",
    text: /^check_rows\("output_gradient", output_gradient/,
    reads: ["local.output_gradient", "local.input"],
    run: () => {},
  },
  {
    id: "inputGradient",
    text: /^input_gradient = output_gradient @ self\.weights\.T$/,
    reads: ["local.output_gradient", "self.weights"],
    writes: "local.input_gradient",
    run: (s) =>
      (s.local.input_gradient = multiply(s.local.output_gradient, transpose(s.self.weights))),
  },
  {
    id: "weightsGradient",
    text: /^self\.weights_gradient = input\.T @ output_gradient$/,
    reads: ["local.input", "local.output_gradient"],
    writes: "self.weights_gradient",
    run: (s) =>
      (s.self.weights_gradient = multiply(transpose(s.local.input), s.local.output_gradient)),
  },
  {
    id: "biasGradient",
    text: /^self\.bias_gradient = output_gradient\.sum\(axis=0, keepdims=True\)$/,
    reads: ["local.output_gradient"],
    writes: "self.bias_gradient",
    run: (s) => (s.self.bias_gradient = sumRows(s.local.output_gradient)),
  },
  {
    id: "updateWeights",
    text: /^self\.weights -= alpha \* self\.weights_gradient$/,
    reads: ["self.weights_gradient"],
    writes: "self.weights",
    run: (s) => descend(s, "weights"),
  },
  {
    id: "updateBias",
    text: /^self\.bias -= alpha \* self\.bias_gradient$/,
    reads: ["self.bias_gradient"],
    writes: "self.bias",
    run: (s) => descend(s, "bias"),
  },
  {
    id: "returnInputGradient",
    text: /^return input_gradient$/,
    reads: ["local.input_gradient"],
    writes: "returned",
    run: (s) => leave(s, s.local.input_gradient),
  },
  {
    id: "returnActivationGradient",
    text: /^return output_gradient \* self\.f_prime\(input\)$/,
    reads: ["local.output_gradient", "local.input"],
    writes: "returned",
    run: (s) =>
      leave(s, hadamard(s.local.output_gradient, map(s.local.input, activations.tanh.fPrime))),
  },
];

function leave(s, value) {
  s.returned = value;
  s.local = null;
}

function descend(s, name) {
  s.self[name] = subtract(s.self[name], scale(s.self[`${name}_gradient`], s.given.alpha));
}

// The code's lines as [{ text, effect }]; empty lines have no effect.
export function readCode(code) {
  return code.map((text) => {
    const bare = text.replace(/\s+#.*$/, "").trim();
    if (bare === "") return { text, effect: null };
    const effect = effects.find((one) => one.text.test(bare));
    if (!effect) throw new Error(`no such line is known: ${bare}`);
    return { text, effect };
  });
}

// The state after the first `count` effects.
export function runLines(lines, count, given, parameters) {
  const s = {
    given,
    self: { input: null, ...parameters },
    local: null,
    returned: null,
  };
  const done = lines.filter((line) => line.effect).slice(0, count);
  done.forEach(({ effect }) => effect.run(s));
  return s;
}
