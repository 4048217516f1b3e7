export * from "./media.js";
export type { Id as Identifier } from "./ids.js";
export * as geometry from "./geometry.js";
