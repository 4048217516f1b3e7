// JSON files other than modules: `tsconfig.json` (with comments) and `package.json`. Broken files read as far as they go.

import { parse } from "jsonc-parser";
import type { Host } from "../../model/host.ts";

/** A JSON object whose members are unchecked. */
export type Members = Readonly<Record<string, unknown>>;

/** The object in a JSON file, comments and trailing commas allowed; null without such a file or object. */
export function readJsonObject(host: Host, path: string): Members | null {
  const text = host.readFile(path);
  return text === null ? null : asObject(parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return parse(text, [], { allowTrailingComma: true });
  } catch {
    // Thousands of brackets in one another: the parser is recursive.
    return null;
  }
}

/** The value as an object; null for arrays and everything else. */
export function asObject(value: unknown): Members | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : null;
}

/** The strings of a value that may be a string or an array. */
export function asStrings(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string");
}
