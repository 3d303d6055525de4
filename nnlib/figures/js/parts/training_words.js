// The state of a training in words: how far, how well, and what the last step used.
import { fixed } from "../shared.js";
import { nameOf } from "./training_pictures.js";
import { MOST_STEPS, X, Y_STAR, answers, loss, stepsPerEpoch } from "./xor_training.js";

export function inWords(t, { net, used, steps, lastLoss, settings }, playing) {
  const each = stepsPerEpoch(settings);
  const outputs = answers(net);
  const right = outputs.filter((y, r) => y > 0.5 === Y_STAR[r] > 0.5).length;
  const epoch = `${Math.floor(steps / each)}${steps % each ? ` + ${t.ofEpoch(steps % each, each)}` : ""}`;
  const parts = [t.state(epoch, right, fixed(loss(net)))];
  if (playing) parts.unshift(t.running);
  else if (steps === 0) parts.push(t.atStart);
  else if (used === null) parts.push(t.usedAll(fixed(lastLoss)));
  else {
    const sample = { x1: X[2 * used], x2: X[2 * used + 1] };
    parts.push(t.used(nameOf(sample), Y_STAR[used], fixed(net.output), fixed(lastLoss), fixed(net.slope)));
  }
  if (right === 4) parts.push(t.solvedIt);
  else if (steps >= 500 * each && outputs.every((y) => Math.abs(y - 0.5) < 0.15)) parts.push(t.stuck);
  if (steps === MOST_STEPS) parts.push(t.atEnd(t.again));
  if (settings.mistake !== "none") parts.push(t.withMistake(t.mistakes[settings.mistake][0]));
  return parts.join(" ");
}
