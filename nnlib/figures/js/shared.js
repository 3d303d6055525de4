// What figures have in common. On the page this file is loaded once; a notebook's bundle
// contains the parts that its figure uses.
export * from "./math/index.js";
export * from "./ui/index.js";
export { select } from "d3-selection";
export { scaleLinear, scaleLog } from "d3-scale";
export { area, curveMonotoneX, line } from "d3-shape";
