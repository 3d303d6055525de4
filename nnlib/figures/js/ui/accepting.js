// What a figure takes from a link, which anybody may have written. (In a notebook Python checks the settings.)
export const isWithin = (value, low, high) => Number.isFinite(value) && value >= low && value <= high;
export const isWhole = (value, low, high) => Number.isInteger(value) && isWithin(value, low, high);
export const isEntry = (place, rows, columns) =>
  place?.length === 2 && isWhole(place[0], 0, rows - 1) && isWhole(place[1], 0, columns - 1);
export const isMatrix = (value, rows, columns, low = -1000, high = 1000) =>
  Array.isArray(value) && value.length === rows && rows > 0
  && value.every((row) => row?.length === columns && row.every((number) => isWithin(number, low, high)));

// Is a value of the kind that it has at the start? null may stand for what is not chosen: a figure judges it.
export function isAlike(value, start) {
  if (value === null || start === null) return true;
  if (typeof value !== typeof start || Array.isArray(value) !== Array.isArray(start)) return false;
  if (!Array.isArray(value)) return typeof value !== "number" || Number.isFinite(value);
  return start.length === 0 || value.every((one) => start.some((other) => isAlike(one, other)));
}

// For what only Python sets: the reader has no control for it, so no link asks for another.
export const isSame = (value, start) => JSON.stringify(value) === JSON.stringify(start);
