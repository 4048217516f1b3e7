// `metaxy.lock` in, features of other code bases out. The file is Python Metaxy's (0.1, `utils/lock_file.py`): TOML with
// one table per feature, specs without their nulls, JSON schemas as text. Whether versions are right is checked later.

import { parse, TomlError } from "smol-toml";
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { LockedFeature } from "../model/feature.ts";
import type { Host } from "../model/host.ts";
import type { Span } from "../model/span.ts";
import { findLineStarts } from "../model/span.ts";
import { compareText } from "../model/text-order.ts";
import { readEntry } from "./read-entry.ts";
import { isTable } from "./toml-value.ts";

const nothing: Checked<readonly LockedFeature[]> = { value: [], diagnostics: [] };

/**
 * Reads a lock file; entries with mistakes are reported and left out.
 *
 * @param file relative to the project's root; null when there is none
 */
export function readLock(file: string | null, host: Host): Checked<readonly LockedFeature[]> {
  const text = file === null ? null : host.readFile(file);
  if (file === null || text === null) return nothing;
  const parsed = parseToml(text, file);
  if ("code" in parsed) return { value: [], diagnostics: [parsed] };
  const { features } = parsed.data;
  if (!isTable(features)) {
    const args = { file, problem: "it has no [features]" };
    return { value: [], diagnostics: [diagnose("MXC2100", args, { file, start: 0, end: 0 })] };
  }
  return readEntries(features, text, file);
}

function readEntries(
  features: Readonly<Record<string, unknown>>,
  text: string,
  file: string,
): Checked<LockedFeature[]> {
  const value: LockedFeature[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const key of Object.keys(features).sort(compareText)) {
    const span = spanOfEntry(key, text, file);
    const entry = readEntry(key, features[key], span);
    if (typeof entry === "string") diagnostics.push(diagnose("MXC2101", { key, problem: entry }, span));
    else value.push(entry);
  }
  return { value, diagnostics };
}

/** Integers come as bigints, so that every number left is a Python float. */
function parseToml(text: string, file: string): { readonly data: Readonly<Record<string, unknown>> } | Diagnostic {
  try {
    return { data: parse(text, { integersAsBigInt: true }) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const start = (findLineStarts(text)[error.line - 1] ?? 0) + error.column - 1;
    const [problem = ""] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    return diagnose("MXC2100", { file, problem }, { file, start, end: start });
  }
}

/** The key in the entry's first header, bare or quoted. */
function spanOfEntry(key: string, text: string, file: string): Span {
  const quoted = /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
  const header = text.indexOf(`[features.${quoted}`);
  if (header < 0) return { file, start: 0, end: 0 };
  const start = header + "[features.".length;
  return { file, start, end: start + quoted.length };
}
