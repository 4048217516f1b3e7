import { prefix } from "./names.js";

export const videoKey = `${prefix}/raw`;
