// Reading untyped TOML tables. Whoever reads gets something of the right type in any case; what is wrong is noted, and one
// note is enough to refuse the entry.

import { isTable, isTextList, type Table } from "./toml-value.ts";

/** A table under the name messages have for it, and where mistakes are noted. */
export interface TableReader {
  readonly table: Table;
  /** `data.spec`, for messages. */
  readonly name: string;
  readonly problems: string[];
}

/** Starts reading a value as a table that has no other keys than these. */
export function openTable(value: unknown, name: string, keys: readonly string[], problems: string[]): TableReader {
  if (!isTable(value)) {
    problems.push(`expected a table '${name}'`);
    return { table: {}, name, problems: [] };
  }
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) problems.push(`unknown key '${unknown}' in '${name}'`);
  return { table: value, name, problems };
}

/** A table within a table. */
export function readTable({ table, name, problems }: TableReader, key: string, keys: readonly string[]): TableReader {
  return openTable(table[key], `${name}.${key}`, keys, problems);
}

/** Tables in an array. */
export function readTables(reader: TableReader, key: string, keys: readonly string[]): readonly TableReader[] {
  const value = reader.table[key] ?? [];
  if (Array.isArray(value)) return value.map((item) => openTable(item, `${reader.name}.${key}`, keys, reader.problems));
  note(reader, key, "an array of tables");
  return [];
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
  reader.problems.push(`expected ${expected} at '${reader.name}.${key}'`);
  return instead as T;
}
