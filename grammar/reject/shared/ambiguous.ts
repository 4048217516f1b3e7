export * from "./constants.js";
export * from "./other-constants.js";
