// What people write for a number: 0.25, 0,25, .5, −3, 1 210, 1e-3, 3/4. Anything else is NaN and not a guess:
// in "12l0" or "1 2" a key was missed.
const NUMBER = /^[+-]?\s*(?:[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d*)?|(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?)$/i;
const THOUSANDS = /^[+-]?\s*[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const NAME = /^(?:\p{L}[\p{L}\p{N}_]*\s*)?=\s*/u; // "y = 0.4"
const FULL_STOP = /(\d)\.$/;

const withoutSpaces = (text) => text.replace(/\s/g, "");
const valueOf = (text) => (NUMBER.test(text) ? Number(withoutSpaces(text).replace(",", ".")) : NaN);

// A number, or one divided by another; of the dashes, phones write the longer ones.
export function readNumber(text) {
  const [above, below, ...more] = text.replace(/[−–]/g, "-").split("/").map((part) => valueOf(part.trim()));
  return more.length ? NaN : above / (below ?? 1);
}

// All that an answer may mean. In 1,210 the comma may mark thousands or be a decimal point: both readings count.
export function readingsOf(text) {
  const plain = text.trim().replace(/[−–]/g, "-").replace(NAME, "").replace(FULL_STOP, "$1");
  const thousands = THOUSANDS.test(plain) ? Number(withoutSpaces(plain).replaceAll(",", "")) : NaN;
  return [readNumber(plain), thousands].filter(Number.isFinite);
}
