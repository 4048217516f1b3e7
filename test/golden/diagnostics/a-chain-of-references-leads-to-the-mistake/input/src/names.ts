import { compute } from "./compute.js";

export const prefix = compute();
