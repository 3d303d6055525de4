// What a figure takes from a link, which anybody may have written. (In a notebook Python checks the settings.)
export const isWithin = (value, low, high) => Number.isFinite(value) && value >= low && value <= high;
export const isWhole = (value, low, high) => Number.isInteger(value) && isWithin(value, low, high);
export const isEntry = (place, rows, columns) =>
  place?.length === 2 && isWhole(place[0], 0, rows - 1) && isWhole(place[1], 0, columns - 1);
export const isMatrix = (value, rows, columns, low = -1000, high = 1000) =>
  Array.isArray(value) && value.length === rows
  && value.every((row) => row?.length === columns && row.every((number) => isWithin(number, low, high)));
