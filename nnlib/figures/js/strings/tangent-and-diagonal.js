export const strings = {
  en: {
    f: "f",
    functions: { tanh: "tanh", sigmoid: "sigmoid", relu: "ReLU" },
    plot: "f with the tangent, and f′ below",
    point: (i) => `x${i}, a point on f; arrow keys move it`,
    pointValue: (x, y) => `x = ${x}, f(x) = ${y}`,
    xLabel: (i) => `X, input ${i}`,
    gLabel: (i) => `G, upstream gradient ${i}`,
    resultLabel: (i) => `∂L/∂X, input ${i}`,
    atInput: "f′ at the input",
    atOutput: "f′ wrongly at the output",
    fold: "Fold",
    unfold: "Unfold",
    jacobian: "J",
    slopes: "f′(X)",
    jacobianLabel: (m) => `Jacobian, ${m} rows and ${m} columns, zeros off the diagonal`,
    slopesLabel: (m) => `f′(X), one row of ${m} slopes`,
    products: "The backward pass of the layer",
    unfolded: (m) => `${m * m} products, ${m * m - m} of them with 0.`,
    folded: (m) => `${m} products; the zeros are gone, the result is the same.`,
    flat: "The curve is flat here: next to nothing gets through.",
    dead: "The slope is 0: nothing gets through, whatever G is.",
    kink: "ReLU has a kink at 0 and no slope there; nnlib takes 0.",
    say: (i, x, y, slope, wrong, result) =>
      `x${i} = ${x}, y${i} = f(x${i}) = ${y}. Slope at the input: ${slope}. Slope wrongly taken at ` +
      `the output: ${wrong}. ∂L/∂x${i} = ${result}.`,
  },
};
