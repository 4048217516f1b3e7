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
import { indexPlaces, type LockPlaces, placeOf, placesOfTopLevel } from "./places.ts";
import { readEntry } from "./read-entry.ts";
import { isTable } from "./toml-value.ts";

/** What a lock file holds. */
export interface Lock {
  readonly features: readonly LockedFeature[];
  /** Keys of entries that were reported and left out; null when nobody knows what else the file holds. */
  readonly brokenKeys: readonly string[] | null;
}

/**
 * Reads a lock file; entries with mistakes are reported and left out.
 *
 * @param file relative to the project's root; null when there is none
 */
export function readLock(file: string | null, host: Host): Checked<Lock> {
  const text = file === null ? null : host.readFile(file);
  if (file === null || text === null) return { value: { features: [], brokenKeys: [] }, diagnostics: [] };
  const parsed = parseToml(text, file);
  if ("code" in parsed) return unreadable(parsed);
  const { features, ...others } = parsed.data;
  if (!isTable(features)) {
    return unreadable(notALock("it has no [features]", { file, start: 0, end: 0 }));
  }
  const places = indexPlaces(text, file);
  const keys = Object.keys(others);
  const unknown = placesOfTopLevel(places, keys).map((place, at) => notALock(`unknown key '${keys[at]}'`, place));
  const { value, diagnostics } = readEntries(features, places);
  return { value, diagnostics: [...unknown, ...diagnostics] };
}

function unreadable(diagnostic: Diagnostic): Checked<Lock> {
  return { value: { features: [], brokenKeys: null }, diagnostics: [diagnostic] };
}

function notALock(problem: string, span: Span): Diagnostic {
  return diagnose("MXC2100", { file: span.file, problem }, span);
}

function readEntries(entries: Readonly<Record<string, unknown>>, places: LockPlaces): Checked<Lock> {
  const features: LockedFeature[] = [];
  const brokenKeys: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const key of Object.keys(entries).sort(compareText)) {
    const entry = readEntry(key, entries[key], places);
    if ("versions" in entry) {
      features.push(entry);
      continue;
    }
    brokenKeys.push(key);
    diagnostics.push(diagnose("MXC2101", { key, problem: entry.text }, placeOf(places, entry.path, entry.part)));
  }
  return { value: { features, brokenKeys }, diagnostics };
}

/** Integers come as bigints, so that every number left is a Python float. */
function parseToml(text: string, file: string): { readonly data: Readonly<Record<string, unknown>> } | Diagnostic {
  try {
    return { data: parse(text, { integersAsBigInt: true }) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const start = (findLineStarts(text)[error.line - 1] ?? 0) + error.column - 1;
    const [problem = ""] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    return notALock(problem, { file, start, end: start });
  }
}
