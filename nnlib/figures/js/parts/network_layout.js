// Where everything stands in the drawing of figure 6, from left to right, or from top to bottom
// where the screen is narrow; and which weight is meant by a place in it.

export const [W, H] = [74, 56]; // a value's box

// start, end: where a station's boxes begin and end along the drawing; across: their middles.
export function layout(sizes, layers, wide) {
  const node = wide ? W : H;
  let along = 2;
  const stations = sizes.map((count, s) => {
    const start = along;
    const fc = s < layers.length && layers[s].weights;
    const crossing = fc && count > 1 && sizes[s + 1] > 1;
    const gap = fc ? (wide ? (crossing ? 180 : 140) : crossing ? 140 : 96) : wide ? 26 : 48;
    along += node + gap;
    const across = Array.from({ length: count }, (_, k) =>
      wide ? 190 + 112 * (k - (count - 1) / 2) : 207 + 90 * (k - (count - 1) / 2),
    );
    return { start, end: start + node, gap, crossing, middle: start + node / 2, across };
  });
  const lossAt = along;
  return { stations, lossAt, length: lossAt + (wide ? 66 : 42) };
}

// How far along its wire from i to j, from 0 to 1, a weight stands and its slope: so that neither
// meets those of other wires, which are nearer to each other at the boxes than between them.
export function labelsAlong({ crossing, across }, i, j, targets, wide) {
  const odd = i % 2 === 1;
  if (wide) return { weight: 0.18, slope: targets === 1 ? 0.62 : odd ? 0.8 : 0.42 };
  if (crossing) {
    const slopes = across.length === 2 ? [0.7, 0.88] : [0.68, 0.8, 0.92];
    // From two to three there are places near the source that no other wire crosses.
    const clear = across.length === 2 && targets === 3;
    const weight = clear ? [0.2, 0.32, 0.46][odd ? j : 2 - j] : 0.13 + 0.157 * j;
    return { weight, slope: slopes[i] };
  }
  return targets === 1 ? { weight: 0.2, slope: odd ? 0.44 : 0.66 } : { weight: 0.3, slope: 0.8 };
}

// The label nearest to a place: [{ x, y, width, … }, …] are all labels; null if none is near.
export function nearestLabel(labels, [x, y], near = 8) {
  let best = null;
  for (const label of labels) {
    const dx = Math.max(0, Math.abs(x - label.x) - label.width / 2);
    const dy = Math.max(0, Math.abs(y - label.y) - 8);
    const distance = Math.hypot(dx, dy);
    if (distance <= (best?.distance ?? near)) best = { label, distance };
  }
  return best?.label ?? null;
}

// The wire nearest to a place: [{ p, q, … }, …] with their two ends; null if none is near.
export function nearestWire(wires, [x, y], near = 14) {
  let best = null;
  for (const wire of wires) {
    const [[x1, y1], [x2, y2]] = [wire.p, wire.q];
    const [dx, dy] = [x2 - x1, y2 - y1];
    const t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
    const distance = Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
    if (distance <= (best?.distance ?? near)) best = { wire, distance };
  }
  return best?.wire ?? null;
}
