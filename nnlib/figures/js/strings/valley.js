import { plural } from "../ui/plural.js";

export const strings = {
  en: {
    mode: "Valley of",
    one: "one weight",
    two: "a line: w and b",
    batch: "Batch size",
    alpha: "Learning rate α",
    curvature: "Curvature c",
    step: "Step",
    run: "Run",
    stop: "Stop",
    restart: "Back to the start",
    zones: {
      creeps: "creeps",
      swings: "oscillates",
      leaves: "diverges",
      calm: "calm",
      across: "zigzags",
      farther: "overshoots",
    },
    map: "Map of the loss over w and b",
    parabola: "The loss over w",
    samples: "The samples and the line",
    start: "Start of the walk",
    startOne: (w) => `start at w = ${w}`,
    startTwo: (w, b) => `start at w = ${w}, b = ${b}`,
    columns: ["step", "w", "loss", "slope"],
    table: "The latest steps",
    steps: (n) => `After ${n} ${plural("en", n, { one: "step", other: "steps" })}`,
    atOne: (after, w, loss, slope) => `${after}: w = ${w}, loss ${loss}, slope ${slope}.`,
    atTwo: (after, w, b, loss) => `${after}: w = ${w}, b = ${b}, loss ${loss}.`,
    factor: (factor, what) =>
      `Each step multiplies the distance to w = 3 by 1 − αc = ${factor}: ${what}.`,
    kinds: {
      creeps: "it creeps, always on the same side",
      arrives: "it arrives in one step",
      swings: "it changes sides each time and comes closer",
      ever: "it jumps back and forth at the same height for ever",
      leaves: "each step ends farther out",
    },
    factors: (across, along) =>
      `A step multiplies the distance across the valley by ${across}, along its floor by ${along}.`,
    slopes: (w, b) => `Slopes here: ${w} for w, ${b} for b.`,
    next: (first, last, w, b) =>
      first === last
        ? `The next step sees the sample with x = ${first} alone: slopes ${w} for w, ${b} for b.`
        : `The next step sees the samples with x = ${first} and x = ${last}: slopes ${w} for w, ` +
          `${b} for b.`,
    tooFar: (c) => `α is past 2/c of the steepest batch (c = ${c}).`,
    outside: "The walk has left the picture.",
    lowest: "lowest",
  },
};
