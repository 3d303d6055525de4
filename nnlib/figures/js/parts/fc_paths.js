// The paths from one entry of W, B or X to the loss L = Σ g·y, through Y = XW + B.
import { fromRows, multiply, subscript, sumRows, toRows, transpose } from "../shared.js";

const ones = (count) => Array.from({ length: count }, () => [1]);

// The gradients, as rows.
export function gradients({ x, w, g }) {
  const [X, W, G] = [x, w, g].map(fromRows);
  return {
    W: toRows(multiply(transpose(X), G)),
    B: toRows(sumRows(G)),
    X: toRows(multiply(G, transpose(W))),
  };
}

// One term for each output y_rk: g_rk · ∂y_rk/∂entry. `there` is whether the path exists.
export function paths({ x, w, g }, wanted, [i, j]) {
  return g.map((row, r) =>
    row.map((gradient, k) => {
      const there = wanted === "X" ? r === i : k === j;
      const slope = { W: x[r][i], B: 1, X: w[j]?.[k] }[wanted];
      return { r, k, gradient, there, slope: there ? slope : 0 };
    }),
  );
}

// What sample r adds to the gradient: pairs of factors in the gradient's shape (X: its one row).
export function sheet({ x, w, g }, wanted, r) {
  if (wanted === "W") return x[r].map((value) => g[r].map((gradient) => [[value, gradient]]));
  if (wanted === "B") return [g[r].map((gradient) => [[1, gradient]])];
  return [w.map((edges) => edges.map((weight, k) => [g[r][k], weight]))];
}

export const sumOf = (products) => products.reduce((sum, [a, b]) => sum + a * b, 0);

export const factorsOf = { W: ["Xᵀ", "G"], B: ["1ᵀ", "G"], X: ["G", "Wᵀ"] };

// "X", "Gᵀ", "1" (a column of ones) and so on, as a matrix.
export function operand({ x, w, g }, name) {
  const matrix = fromRows({ X: x, W: w, G: g, 1: ones(x.length) }[name[0]]);
  return name.endsWith("ᵀ") ? transpose(matrix) : matrix;
}

// ∂L/∂W, ∂L/∂B or ∂L/∂X by central differences, without any formula of the derivation.
export function nudged({ x, w, g }, wanted, h = 1e-5) {
  const values = { x, w, b: [g[0].map(() => 0)] };
  const loss = (changed) => {
    const { x: X, w: W, b } = { ...values, ...changed };
    const Y = toRows(multiply(fromRows(X), fromRows(W)));
    return Y.reduce(
      (sum, row, r) => sum + row.reduce((part, y, k) => part + (y + b[0][k]) * g[r][k], 0),
      0,
    );
  };
  const name = wanted.toLowerCase();
  const with_ = (r, c, value) => ({ [name]: values[name].with(r, values[name][r].with(c, value)) });
  return values[name].map((row, r) =>
    row.map((value, c) => (loss(with_(r, c, value + h)) - loss(with_(r, c, value - h))) / (2 * h)),
  );
}

// w₃₂, b₂, x₁₃ and so on; all indices count from 1.
export const nameOf = (wanted, [i, j]) =>
  wanted === "B" ? `b${subscript(j + 1)}` : `${wanted.toLowerCase()}${subscript(`${i + 1}${j + 1}`)}`;
