// Matrices of double-precision numbers, stored row after row: {rows, cols, data}.
// Names and shapes are nnlib's: X is (N × n), W is (n × m), B is (1 × m).

export const zeros = (rows, cols) => ({ rows, cols, data: new Float64Array(rows * cols) });

export function fromRows(rows) {
  const result = zeros(rows.length, rows[0].length);
  rows.forEach((row, r) => {
    if (row.length !== result.cols) throw new Error("rows of unequal length");
    result.data.set(row, r * result.cols);
  });
  return result;
}

export function toRows({ rows, cols, data }) {
  return Array.from({ length: rows }, (_, r) => Array.from(data.subarray(r * cols, (r + 1) * cols)));
}

export const copy = (a) => ({ rows: a.rows, cols: a.cols, data: a.data.slice() });

export function map(a, f) {
  return { rows: a.rows, cols: a.cols, data: a.data.map((value) => f(value)) };
}

export function multiply(a, b) {
  if (a.cols !== b.rows) {
    throw new Error(`(${a.rows} × ${a.cols}) times (${b.rows} × ${b.cols}) does not fit`);
  }
  const result = zeros(a.rows, b.cols);
  for (let r = 0; r < a.rows; r++) {
    for (let k = 0; k < a.cols; k++) {
      const factor = a.data[r * a.cols + k];
      if (factor === 0) continue;
      for (let c = 0, from = k * b.cols, to = r * b.cols; c < b.cols; c++) {
        result.data[to + c] += factor * b.data[from + c];
      }
    }
  }
  return result;
}

export function transpose(a) {
  const result = zeros(a.cols, a.rows);
  for (let r = 0; r < a.rows; r++) {
    for (let c = 0; c < a.cols; c++) result.data[c * a.rows + r] = a.data[r * a.cols + c];
  }
  return result;
}

// Entry by entry; a (1 × m) row `b` is used again for every row of `a`, as NumPy does.
function combine(a, b, f) {
  if (a.cols !== b.cols || (b.rows !== a.rows && b.rows !== 1)) {
    throw new Error(`(${a.rows} × ${a.cols}) and (${b.rows} × ${b.cols}) do not fit`);
  }
  const data = a.data.map((value, k) => f(value, b.data[b.rows === 1 ? k % b.cols : k]));
  return { rows: a.rows, cols: a.cols, data };
}

export const add = (a, b) => combine(a, b, (p, q) => p + q);
export const subtract = (a, b) => combine(a, b, (p, q) => p - q);
export const hadamard = (a, b) => combine(a, b, (p, q) => p * q);
export const scale = (a, factor) => map(a, (value) => factor * value);

// The (1 × m) row of column sums: what ∂L/∂B is for a batch.
export function sumRows(a) {
  const result = zeros(1, a.cols);
  a.data.forEach((value, k) => (result.data[k % a.cols] += value));
  return result;
}

export const pickRows = (a, rows) => fromRows(rows.map((r) => a.data.subarray(r * a.cols, (r + 1) * a.cols)));
