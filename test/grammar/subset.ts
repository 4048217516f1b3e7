// The grammar of the static subset, and the little sources beside it.

import { readdirSync, readFileSync } from "node:fs";
import { readGrammar } from "./ebnf.ts";

const folder = new URL("../../grammar/", import.meta.url);

/** `grammar/static-subset.ebnf`. */
export const subset = readGrammar(readFileSync(new URL("static-subset.ebnf", folder), "utf8"));

/** What a whole file is. */
export const START = "Module";

/** One file of `grammar/accept` or `grammar/reject`. */
export interface Sample {
  /** Its path below `grammar/`. */
  readonly path: string;
  readonly text: string;
}

/** The files of `grammar/accept` or `grammar/reject`, those below `shared/` among them, by path. */
export function readSamples(kind: "accept" | "reject"): readonly Sample[] {
  const names = readdirSync(new URL(`${kind}/`, folder), { recursive: true, encoding: "utf8" });
  const paths = names
    .map((name) => `${kind}/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.(?:[cm]?ts|tsx|json)$/.test(path));
  return paths.sort().map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }));
}

/** The diagnostic that a file of `grammar/reject` gets, by its first line. */
export function codeOf(text: string): string {
  return /^\/\/ (MXC\d{4})\n/.exec(text)?.[1] ?? "no code in the first line";
}

/** Whether a file is there for others to import. */
export function isShared({ path }: Sample): boolean {
  return path.includes("/shared/") || path.endsWith(".json");
}
