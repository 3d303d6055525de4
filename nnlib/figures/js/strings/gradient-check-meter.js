export const strings = {
  en: {
    mistake: "Mistake in the backward pass",
    mistakes: {
      none: "none, nnlib's own",
      "no-transpose": "X·G instead of Xᵀ·G, where N = n",
      "bias-sign": "wrong sign on the bias",
      "no-sum": "bias: row 1 alone, no sum",
      output: "wrong slope of tanh (chapter 8)",
      early: "update before ∂L/∂X",
      factor: "the factor 2 is missing",
    },
    nudge: "Nudge h",
    arrays: "Gradients from backpropagation; choose an entry",
    cell: (name, r, c) => `${name}, row ${r}, column ${c}`,
    agrees: "agrees",
    differs: "differs",
    plot: (left, lowest, h, right) =>
      `Relative error of the chosen entry against h: ${left} at h = 10⁻¹², lowest, ${lowest}, near h = ${h}, ` +
      `${right} at h = 0.1.`,
    axisH: "nudge h",
    axisError: "relative error",
    tolerance: "tolerance 10⁻⁶",
    meter: "Largest relative error of all entries",
    passes: "passes",
    fails: "fails",
    backprop: "by backpropagation",
    nudged: "by nudging",
    error: "relative error",
    verdict: {
      pass: (error) => `Passed: the largest relative error is ${error}.`,
      zero: () => "Nothing checked: every gradient is zero.",
      large: (error) =>
        `Failed: the largest relative error is ${error}. With this mistake no h helps; the gradient is wrong.`,
      chord: (error) =>
        `Failed: the largest relative error is ${error}. The formulas are right, but h is too large: ` +
        "a chord is not the slope.",
      rounding: (error) =>
        `Failed: the largest relative error is ${error}. The formulas are right, but h is too small: ` +
        "rounding drowns the difference.",
    },
    elsewhere: "The chosen entry is not touched by it; choose one that differs, in a double red frame.",
    say: (name, h, back, nudged, error, wrong) =>
      `${name} with h = ${h}: backpropagation says ${back}, nudging says ${nudged}, relative error ` +
      `${error}. ${wrong}`,
    all: "All arrays agree.",
    wrong: (names) => `Differing: ${names}.`,
  },
};
