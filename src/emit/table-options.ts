// Options for one dialect, from `tableArgs` and from the configuration, checked against the shape the dialect gives.

import { diagnose } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { TableContext } from "../dialects/dialect.ts";
import { findOptionMistake, type OptionShape } from "../dialects/options.ts";
import type { SqlPiece } from "../model/sql-text.ts";
import type { Table } from "../model/table.ts";
import type { StaticEntry, StaticValue } from "../model/value.ts";
import { columnNamesOf } from "./column-names.ts";
import { expressionOf, type Printer } from "./printer.ts";

/** What the dialect's functions may know about a table; mistakes in its options are reported. */
export function tableContext(table: Table, columnTypes: readonly string[], printer: Printer): TableContext {
  const entries = readOptions(table, printer);
  return {
    dialect: printer.dialect,
    target: printer.dialectOptions,
    options: Object.fromEntries(entries.map(({ key, value }) => [key, toPlain(value)])),
    optionSpan: (name, item) => {
      const value = entries.find(({ key }) => key === name)?.value;
      const part = item !== undefined && value?.kind === "array" ? value.items[item] : value;
      return part?.span ?? null;
    },
    columnTypes,
    sqlOption: (...path) => sqlOption(entries, path),
    fragment: (sql, lenient = false) =>
      expressionOf(sql, "an option of the table", columnNamesOf(table), { own: true, lenient }, printer),
  };
}

/** The options of a table under the dialect's name, unchecked. */
export function tableOptions(table: Table, printer: Printer): Readonly<Record<string, unknown>> {
  return Object.fromEntries(writtenOptions(table, printer).map(({ key, value }) => [key, toPlain(value)]));
}

function writtenOptions({ dialectOptions }: Table, { dialect }: Printer): readonly StaticEntry[] {
  const name = dialect.answersTo.find((each) => Object.hasOwn(dialectOptions, each));
  return (name === undefined ? undefined : dialectOptions[name])?.entries ?? [];
}

/** The options that are right. */
function readOptions(table: Table, printer: Printer): readonly StaticEntry[] {
  const { dialect, report } = printer;
  return writtenOptions(table, printer).filter(({ key, keySpan, value }) => {
    const type = Object.hasOwn(dialect.tableOptions, key) ? dialect.tableOptions[key] : undefined;
    if (type === undefined) {
      const words = { dialect: dialect.title, option: key, suggestion: suggestOption(key, dialect.tableOptions) };
      report(diagnose("MXC3050", words, keySpan));
      return false;
    }
    const expected = findOptionMistake(toPlain(value), type);
    if (expected !== null) {
      report(diagnose("MXC3051", { option: key, expected }, value.span));
      return false;
    }
    if (type === "columns") checkColumns(key, value, table, report, dialect.title);
    return true;
  });
}

function checkColumns(
  option: string,
  value: StaticValue,
  table: Table,
  report: Printer["report"],
  dialect: string,
): void {
  const names = table.columns.map(({ name }) => name);
  const seen = new Set<string>();
  for (const item of value.kind === "array" ? value.items : []) {
    if (item.kind !== "string") continue;
    if (seen.has(item.value)) report(diagnose("MXC1015", { key: item.value }, item.span));
    seen.add(item.value);
    if (names.includes(item.value)) continue;
    const suggestion = didYouMean(item.value, names);
    report(diagnose("MXC3053", { dialect, option, column: item.value, suggestion }, item.span));
  }
}

/** Reports what is wrong with the options of the store. */
export function checkTargetOptions({ dialect, dialectOptions, report }: Printer): void {
  const { name, targetOptions } = dialect;
  for (const [option, value] of Object.entries(dialectOptions)) {
    const type = Object.hasOwn(targetOptions, option) ? targetOptions[option] : undefined;
    const expected = type === undefined ? null : findOptionMistake(value, type);
    if (type === undefined) {
      report(diagnose("MXC3054", { dialect: name, option, suggestion: suggestOption(option, targetOptions) }, null));
    } else if (expected !== null) {
      report(diagnose("MXC3055", { dialect: name, option, expected }, null));
    }
  }
}

function suggestOption(option: string, shape: OptionShape): string {
  const known = Object.keys(shape);
  if (known.length === 0) return "it takes none; remove it";
  return didYouMean(option, known) || `expected one of ${known.join(", ")}`;
}

/** The SQL of an option, or of a member of one, with its place. */
function sqlOption(entries: readonly StaticEntry[], [name, ...members]: readonly (string | number)[]): SqlPiece | null {
  const value = members.reduce<StaticValue | undefined>(
    (outer, member) => {
      if (outer?.kind === "array") return outer.items[Number(member)];
      return outer?.kind === "object" ? outer.entries.find(({ key }) => key === member)?.value : undefined;
    },
    entries.find(({ key }) => key === name)?.value,
  );
  return value?.kind === "string" ? value : null;
}

/** A folded value as plain data; what is no data becomes undefined, which no option takes. */
function toPlain(value: StaticValue): unknown {
  switch (value.kind) {
    case "null":
      return null;
    case "string":
    case "number":
    case "boolean":
      return value.value;
    case "array":
      return value.items.map(toPlain);
    case "object":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, toPlain(entry.value)]));
    default:
      return undefined;
  }
}
