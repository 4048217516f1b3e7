// Reading untyped TOML tables. Whoever reads gets something of the right type in any case; what is wrong is noted, and one
// note is enough to refuse the entry.

import type { LockPath } from "./places.ts";
import { isTable, isTextList, type Table } from "./toml-value.ts";

/** Something wrong, and where. */
export interface Problem {
  readonly text: string;
  readonly path: LockPath;
  readonly part: "key" | "value";
}

/** A table under the path messages have for it, and where mistakes are noted. */
export interface TableReader {
  readonly table: Table;
  /** `["camera", "data", "spec"]`. */
  readonly path: LockPath;
  readonly problems: Problem[];
}

/** Starts reading a value as a table that has no other keys than these. */
export function openTable(value: unknown, path: LockPath, keys: readonly string[], problems: Problem[]): TableReader {
  const name = nameOf(path);
  if (!isTable(value)) {
    problems.push({ text: `expected a table '${name}'`, path, part: "value" });
    return { table: {}, path, problems: [] };
  }
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    problems.push({ text: `unknown key '${unknown}' in '${name}'`, path: [...path, unknown], part: "key" });
  }
  return { table: value, path, problems };
}

/** A table within a table. */
export function readTable({ table, path, problems }: TableReader, key: string, keys: readonly string[]): TableReader {
  return openTable(table[key], [...path, key], keys, problems);
}

/** Tables in an array. */
export function readTables(reader: TableReader, key: string, keys: readonly string[]): readonly TableReader[] {
  const value = reader.table[key] ?? [];
  if (!Array.isArray(value)) return note(reader, key, "an array of tables", []);
  return value.map((item, index) => openTable(item, [...reader.path, key, index], keys, reader.problems));
}

/** A text that must be there. */
export function readText(reader: TableReader, key: string): string {
  const value = reader.table[key];
  return typeof value === "string" ? value : note(reader, key, "a string", "");
}

/** A text, or null when it is absent. JSON says null where TOML leaves out. */
export function readOptionalText(reader: TableReader, key: string): string | null {
  return (reader.table[key] ?? null) === null ? null : readText(reader, key);
}

/** Texts that must be there. */
export function readTexts(reader: TableReader, key: string): readonly string[] {
  const value = reader.table[key];
  return isTextList(value) ? value : note(reader, key, "an array of strings", []);
}

/** Texts, or null when they are absent. */
export function readOptionalTexts(reader: TableReader, key: string): readonly string[] | null {
  return (reader.table[key] ?? null) === null ? null : readTexts(reader, key);
}

/** A truth value; false when it is absent. */
export function readFlag(reader: TableReader, key: string): boolean {
  const value = reader.table[key] ?? false;
  return typeof value === "boolean" ? value : note(reader, key, "true or false", false);
}

/** Any entries of a table; none when it is absent. */
export function readEntries(reader: TableReader, key: string): readonly (readonly [key: string, value: unknown])[] {
  const value = reader.table[key] ?? {};
  return isTable(value) ? Object.entries(value) : note(reader, key, "a table", []);
}

/** Notes what was expected; gives the value to go on with. */
export function note<T = void>(reader: TableReader, key: string, expected: string, instead?: T): T {
  const path = [...reader.path, key];
  reader.problems.push({ text: `expected ${expected} at '${nameOf(path)}'`, path, part: "value" });
  return instead as T;
}

/** `camera.data.spec`: positions in arrays are left to the place that is shown. */
function nameOf(path: LockPath): string {
  return path.filter((step) => typeof step === "string").join(".");
}
