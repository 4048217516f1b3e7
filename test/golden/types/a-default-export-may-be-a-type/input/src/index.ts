export { default as Status } from "./status.js";
export { type default as Point } from "./point.js";
