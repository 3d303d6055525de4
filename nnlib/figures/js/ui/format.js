// Numbers as the book prints them: at most four decimals, a true minus sign, no trailing zeros.

export function num(value, digits = 4) {
  if (!Number.isFinite(value)) return String(value).replace("-", "−").replace("Infinity", "∞");
  const text = String(Number(value.toFixed(digits)));
  return (text === "-0" ? "0" : text).replace("-", "−");
}

// A number for a narrow cell: four decimals, or fewer where it would be longer than seven characters.
export function short(value, digits = 4) {
  const text = num(value, digits);
  return text.length > 7 && digits > 0 && Number.isFinite(value) ? short(value, digits - 1) : text;
}

// Always the same number of decimals, for columns of numbers and read-outs that change.
export function fixed(value, digits = 4) {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? (0).toFixed(digits) : text).replace("-", "−");
}

// 1.2e-7 as 1.2 · 10⁻⁷
export function power(value, digits = 1) {
  if (value === 0) return "0";
  const [mantissa, exponent] = value.toExponential(digits).split("e");
  return `${mantissa.replace("-", "−")} · 10${superscript(Number(exponent))}`;
}

// A factor in a product: negative numbers in parentheses.
export const factor = (value, digits = 4) =>
  num(value, digits).startsWith("−") ? `(${num(value, digits)})` : num(value, digits);

const pick = (digits) => (value) =>
  [...String(value)].map((c) => (c === "-" ? "⁻" : (digits[Number(c)] ?? c))).join("");
export const subscript = pick("₀₁₂₃₄₅₆₇₈₉");
export const superscript = pick("⁰¹²³⁴⁵⁶⁷⁸⁹");

export const shape = (rows, cols) => `(${rows} × ${cols})`;
