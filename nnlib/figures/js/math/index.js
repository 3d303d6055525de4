export * from "./matrix.js";
export * from "./activations.js";
export * from "./losses.js";
export * from "./network.js";
export * from "./random.js";
export * from "./gradient_check.js";
