import { map, subtract, scale } from "./matrix.js";

// Mean squared error over all N · m entries, equation (6), and its gradient (7).
export function mse(y, yStar) {
  const squares = map(subtract(yStar, y), (error) => error * error);
  return squares.data.reduce((sum, value) => sum + value, 0) / squares.data.length;
}

export const msePrime = (y, yStar) => scale(subtract(y, yStar), 2 / y.data.length);
