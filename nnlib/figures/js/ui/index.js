export * from "./controls.js";
export * from "./dom.js";
export * from "./drag.js";
export * from "./format.js";
export * from "./keyboard.js";
export * from "./live_figure.js";
export * from "./number_input.js";
export * from "./matrix_view.js";
