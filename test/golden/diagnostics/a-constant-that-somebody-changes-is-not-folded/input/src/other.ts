import { columns, options } from "./shared.js";

columns.push("more");
options.key = "other";
