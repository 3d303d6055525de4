// NumPy's `default_rng(seed)`, bit for bit: SeedSequence and PCG64, so that a seed on the page
// gives the network that nnlib makes from it. Only what nnlib uses: random, uniform, permutation.

const MASK32 = 0xffffffffn;
const MASK64 = (1n << 64n) - 1n;
const MASK128 = (1n << 128n) - 1n;
const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;

// SeedSequence(seed).generate_state(4, uint64), for 0 ≤ seed < 2³².
function seedWords(seed) {
  const times = (a, b) => Math.imul(a, b) >>> 0;
  let constant = 0x43b0d7e5;
  const hash = (value) => {
    value = (value ^ constant) >>> 0;
    constant = times(constant, 0x931e8875);
    value = times(value, constant);
    return (value ^ (value >>> 16)) >>> 0;
  };
  const mix = (a, b) => {
    const value = (times(0xca01f9dd, a) - times(0x4973f715, b)) >>> 0;
    return (value ^ (value >>> 16)) >>> 0;
  };
  const pool = [seed, 0, 0, 0].map(hash);
  for (let from = 0; from < 4; from++) {
    for (let to = 0; to < 4; to++) {
      if (from !== to) pool[to] = mix(pool[to], hash(pool[from]));
    }
  }
  constant = 0x8b51f9dd;
  const words = Array.from({ length: 8 }, (_, k) => {
    let value = (pool[k % 4] ^ constant) >>> 0;
    constant = times(constant, 0x58f38ded);
    value = times(value, constant);
    return BigInt((value ^ (value >>> 16)) >>> 0);
  });
  return [0, 1, 2, 3].map((k) => words[2 * k] | (words[2 * k + 1] << 32n));
}

export function defaultRng(seed) {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new Error(`seed is ${seed}; expected a whole number from 0 to 4294967295`);
  }
  const words = seedWords(seed);
  const increment = ((((words[2] << 64n) | words[3]) << 1n) | 1n) & MASK128;
  let state = 0n;
  const advance = () => (state = (state * MULTIPLIER + increment) & MASK128);
  advance();
  state = (state + ((words[0] << 64n) | words[1])) & MASK128;
  advance();

  const next64 = () => {
    advance();
    const value = (state >> 64n) ^ (state & MASK64);
    const turn = state >> 122n;
    return ((value >> turn) | (value << (64n - turn))) & MASK64;
  };
  let half = null; // 32-bit numbers come in pairs, the low half first
  const next32 = () => {
    if (half !== null) {
      const value = half;
      half = null;
      return value;
    }
    const both = next64();
    half = both >> 32n;
    return both & MASK32;
  };
  const upTo = (max) => {
    // NumPy shuffles with the smallest enclosing mask, drawing again when a number is too large.
    const mask = 2 ** (32 - Math.clz32(max)) - 1;
    let value = max + 1;
    while (value > max) value = (Number(next32()) & mask) >>> 0;
    return value;
  };

  const random = () => Number(next64() >> 11n) / 2 ** 53;
  return {
    random,
    uniform: (low, high, count) =>
      Float64Array.from({ length: count }, () => low + (high - low) * random()),
    permutation(count) {
      const order = Array.from({ length: count }, (_, k) => k);
      for (let k = count - 1; k > 0; k--) {
        const other = upTo(k);
        [order[k], order[other]] = [order[other], order[k]];
      }
      return order;
    },
  };
}

// The starting values of nnlib's FCLayer(nIn, nOut, rng=rng, scale=scale).
export function randomFcLayer(nIn, nOut, rng, scale = 0.5) {
  const matrix = (rows, cols) => ({ rows, cols, data: rng.uniform(-scale, scale, rows * cols) });
  const weights = matrix(nIn, nOut); // first the weights, then the bias: the order of nnlib
  return { weights, bias: matrix(1, nOut) };
}
