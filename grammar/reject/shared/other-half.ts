import { FIRST } from "./circle.js";

export const SECOND: number = FIRST;
