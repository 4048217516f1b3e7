// Where the configuration is: METAXY_CONFIG, else the file that was named, else the nearest one upwards.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Environment } from "./interpolate.ts";
import { ancestors, type PathRules } from "./paths.ts";
import { readToml } from "./toml.ts";
import { tableUnder } from "./tree.ts";

/** What finding and reading configuration files takes. */
export interface ConfigInput {
  readonly env: Environment;
  /** `--config`, relative to the working directory or absolute; null when not given. */
  readonly explicitPath: string | null;
  /** Absolute. */
  readonly workingDirectory: string;
  /** The text of a file by absolute path; null when there is no such readable file. */
  readonly readFile: (path: string) => string | null;
  /** `node:path`. */
  readonly paths: PathRules;
}

/** The absolute path of the configuration file, or null when there is none. */
export function findConfig(input: ConfigInput, asked: Set<string>): Checked<string | null> {
  const fromEnvironment = input.env.METAXY_CONFIG || null;
  if (fromEnvironment !== null) asked.add("METAXY_CONFIG");
  const named = fromEnvironment ?? input.explicitPath;
  if (named === null) return { value: searchUpwards(input), diagnostics: [] };
  const path = input.paths.resolve(input.workingDirectory, named);
  const diagnostics: Diagnostic[] = [];
  if (readText(path, input) === null) {
    const origin = fromEnvironment === null ? "--config" : "METAXY_CONFIG";
    diagnostics.push(diagnose("MXC0100", { path: named, origin }, null));
  }
  return { value: diagnostics.length === 0 ? path : null, diagnostics };
}

/** The text of a file without a byte order mark, or null. */
export function readText(path: string, { readFile }: ConfigInput): string | null {
  return readFile(path)?.replace(/^\uFEFF/, "") ?? null;
}

/** True when the file keeps Metaxy's settings under `[tool.metaxy]`. */
export function isPyproject(path: string, paths: PathRules): boolean {
  return paths.basename(path) === "pyproject.toml";
}

/** `metaxy.toml` wins over a `pyproject.toml` beside it, which counts only with a `[tool.metaxy]` that holds something. */
function searchUpwards(input: ConfigInput): string | null {
  for (const directory of ancestors(input.paths, input.workingDirectory)) {
    const own = input.paths.resolve(directory, "metaxy.toml");
    if (readText(own, input) !== null) return own;
    const shared = input.paths.resolve(directory, "pyproject.toml");
    const text = readText(shared, input);
    if (text !== null && mayHoldSettings(text)) return shared;
  }
  return null;
}

/** A broken `pyproject.toml` counts when it mentions Metaxy's table, so that its mistake is reported. */
function mayHoldSettings(text: string): boolean {
  if (!text.includes("metaxy")) return false;
  const document = readToml(text, "pyproject.toml");
  if (document.kind === "invalid") return /^\s*\[+\s*tool\s*\.\s*metaxy\b/m.test(text);
  return (tableUnder(tableUnder(document.root, "tool"), "metaxy")?.entries.size ?? 0) > 0;
}
