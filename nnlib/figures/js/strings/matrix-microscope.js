import { subscript } from "../ui/format.js";
import { plural } from "../ui/plural.js";

const numbers = { one: "number", other: "numbers" };

export const strings = {
  en: {
    addRow: "Add a row to X",
    removeRow: "Take a row away",
    matrices: "The layer as matrices",
    drawing: "The layer as a drawing",
    xLabel: (r, i) => `X,${r ? ` row ${r},` : ""} input ${i}`,
    wLabel: (i, j) => `W, weight from input ${i} to output ${j}`,
    bLabel: (j) => `B, bias of output ${j}`,
    yLabel: (r, j) => `Y,${r ? ` row ${r},` : ""} output ${j}`,
    edgeLabel: (i, j, value) => `weight w ${i} ${j} = ${value}, from x ${i} to y ${j}`,
    usedTimes: (n) => (n === 1 ? "" : `used\u00a0${n}\u00a0times`), // one line of its own, or none
    ofRow: (r) => `Row ${r}: `,
    meeting: (r, j) => `Row ${r} of X meets column ${j} of W; then b of column ${j} is added.`,
    inputsMeet: (column, j) => `The inputs meet column ${column} of W; then b${j} is added.`,
    oneRow: "One sample:",
    inAndOut: (n, m) => `${n} ${plural("en", n, numbers)} in, ${m} ${plural("en", m, numbers)} out.`,
    manyRows: (rows, weights, biases) =>
      `${rows} rows in X give ${rows} rows in Y. W and B have not grown: every row meets the ` +
      `same ${weights === 1 ? "weight" : `${weights} weights`}, and the same ` +
      `${biases === 1 ? "bias is" : `${biases} biases are`} added to each row.`,
    allOfY: (_, numbers) => `Y = (${numbers}).`,
    rowOfY: (r, numbers) => `Row ${r} of Y is (${numbers}).`,
    chosenEdge: (i, j, value) =>
      `The chosen edge from x${subscript(i)} to y${subscript(j)} carries ${value}: row ${i}, column ${j} of W.`,
  },
};
