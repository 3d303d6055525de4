const NAME = { W: "∂L/∂W", B: "∂L/∂B", X: "∂L/∂X" };
export const strings = {
  en: {
    wanted: "Gradient of",
    derive: "Derivation",
    puzzle: "Order puzzle",
    view: "Show",
    square: "Square: n = m = N = 2",
    back: "Back",
    next: "Next",
    progress: (step, of) => `Step ${step} of ${of}`,
    entryOf: (name, r, c) => `${NAME[name]}, row ${r}, column ${c}`,
    cellOf: (name, r, c) => `${name}, row ${r}, column ${c}`,
    chooseEntry: "choose an entry",
    left: "Left factor",
    right: "Right factor",
    product: "your product",
    nudged: (name) => `${NAME[name]} by nudging`,
    sample: (r) => `sample ${r}`,
    row: (r) => `row ${r}`,
    notThere: "no path",
    sumSign: "the sum of all these terms",
    belowRounding: "below 10⁻⁸, rounding only",
    titles: [
      "List all paths",
      "Strike out the zeros",
      "Add what is left",
      "Do it for one sample, all entries at once",
      "Take all samples",
      "Write it as a matrix product",
    ],
    say: {
      W: [
        ({ N, m, entry }) =>
          `${entry} could reach L through each of the ${N} · ${m} outputs. All paths add up.`,
        ({ N, m, j }) =>
          `The edge ends in column ${j}. The outputs in other columns do not contain this weight: ` +
          `${N * m - N} terms are 0, ${N} are left, and there ∂y/∂w is the x that enters the edge.`,
        ({ i, j, value }) => `Column ${i} of X meets column ${j} of G, sample by sample: ${value}.`,
        ({ r }) =>
          `For sample ${r} alone: row index from x, column index from g. Every product of the two ` +
          "lists: an outer product.",
        ({ N }) => `Each sample has its own sheet. The ${N} sheets add up to ∂L/∂W.`,
        ({ i, j, error }) =>
          `The sum over samples must run inside the product, so X is transposed: row ${i} of Xᵀ is ` +
          `column ${i} of X. It meets column ${j} of G. Largest error against nudging: ${error}.`,
      ],
      B: [
        ({ N, m, entry }) =>
          `${entry} could reach L through each of the ${N} · ${m} outputs. All paths add up.`,
        ({ N, m, j }) =>
          `This bias is in column ${j} alone: ${N * m - N} terms are 0, ${N} are left, and there ` +
          "∂y/∂b is 1.",
        ({ j, value }) => `What is left is column ${j} of G, added up: ${value}.`,
        ({ r }) => `For sample ${r} alone, ∂L/∂B is row ${r} of G.`,
        ({ N }) => `The same bias works in all ${N} rows, so the rows of G add up.`,
        ({ j, error }) =>
          `A row of ones meets column ${j} of G: the column sums, written as a product. X is ` +
          `replaced by ones. Largest error against nudging: ${error}.`,
      ],
      X: [
        ({ N, m, entry }) =>
          `${entry} could reach L through each of the ${N} · ${m} outputs. All paths add up.`,
        ({ N, m, i }) =>
          `An input of row ${i} is in row ${i} of Y alone: ${N * m - m} terms are 0. In its own row ` +
          `it is in every output: ${m} terms are left, and there ∂y/∂x is the weight of the edge.`,
        ({ i, j, value }) =>
          `Row ${i} of G meets row ${j} of W, the edges that leave x${j}: ${value}.`,
        ({ r }) => `For sample ${r} alone: the same row of G meets every row of W.`,
        ({ N }) => `Each of the ${N} samples makes its own row. Nothing is added over the samples.`,
        ({ i, j, error }) =>
          `Row ${i} of G meets row ${j} of W, and a product wants a column there, so W is ` +
          `transposed. Largest error against nudging: ${error}.`,
      ],
    },
    clash: (left, right, a, b) =>
      `Refused: ${left} times ${right} does not exist, because the inner numbers ${a} and ${b} differ.`,
    wrongShape: (got, want, name) =>
      `Refused: the product has shape ${got}, but ${NAME[name]} has shape ${want}.`,
    wrong: (error, name) =>
      `Refused by nudging: the shape fits, but the numbers are not ${NAME[name]}. ` +
      `Relative error up to ${error}.`,
    right_: (left, right, error, name) =>
      `Right: ${left} · ${right} is ${NAME[name]}. Largest relative error against nudging: ${error}.`,
  },
};
