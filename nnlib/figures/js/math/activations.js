// f and f′ of nnlib.activations; f′ is given the *input* of f.

const sigmoid = (x) => 0.5 * (1 + Math.tanh(0.5 * x));

export const activations = {
  tanh: { f: Math.tanh, fPrime: (x) => 1 - Math.tanh(x) ** 2 },
  sigmoid: { f: sigmoid, fPrime: (x) => sigmoid(x) * (1 - sigmoid(x)) },
  relu: { f: (x) => Math.max(x, 0), fPrime: (x) => (x > 0 ? 1 : 0) },
  identity: { f: (x) => x, fPrime: () => 1 },
};
