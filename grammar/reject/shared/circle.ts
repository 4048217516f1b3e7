import { SECOND } from "./other-half.js";

export const FIRST: number = SECOND;
