// Defaults, and the options that compete with them.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnDecl, FieldOptions } from "../model/feature.ts";
import { isPiece } from "../model/sql-text.ts";
import type { ColumnDefault } from "../model/table.ts";
import type { StaticValue } from "../model/value.ts";
import { checkSql, checkValueText } from "./identifier.ts";

/** Pairs of options that cannot both be meant. That a value has one source is checked where options are read. */
const EXCLUSIVE: readonly (readonly [keyof FieldOptions, keyof FieldOptions])[] = [
  ["default", "autoincrement"],
  ["defaultSql", "autoincrement"],
  ["generatedSql", "autoincrement"],
  ["type", "maxLength"],
  ["type", "precision"],
  ["type", "scale"],
];

/** The first two options of a column that contradict each other, reported at the second. */
export function checkExclusiveOptions({ options }: ColumnDecl, report: Diagnostic[]): void {
  if (!hasOptions(options)) return;
  const clash = EXCLUSIVE.find(([first, second]) => isSet(options, first) && isSet(options, second));
  if (clash === undefined) return;
  const [first, second] = clash;
  report.push(diagnose("MXC2632", { first, second }, options[second]?.span ?? null));
}

/** Most columns have none. */
function hasOptions(options: FieldOptions): boolean {
  for (const _ in options) return true;
  return false;
}

function isSet(options: FieldOptions, name: keyof FieldOptions): boolean {
  if (name === "autoincrement") return options.autoincrement?.value === true;
  // A type for some dialects leaves the others to the remaining options.
  if (name === "type") return options.type !== undefined && isPiece(options.type);
  return options[name] !== undefined;
}

/**
 * The column's DEFAULT: an expression, a literal, or none. A null that the column gets anyway is none. Whether a literal is
 * a value of the column's type is for those to say who write it.
 */
export function lowerDefault(column: ColumnDecl, nullable: boolean, report: Diagnostic[]): ColumnDefault | null {
  const { default: literal, defaultSql } = column.options;
  if (defaultSql !== undefined) {
    checkSql("defaultSql", defaultSql, report);
    return { kind: "sql", sql: defaultSql };
  }
  if (literal === undefined || literal.kind === "undefined") return null;
  if (literal.kind === "null" && nullable) return null;
  const value = withoutFloats(literal);
  checkValueText("the default", value, report);
  return { kind: "literal", value };
}

/** `float(1)` matters to Python's JSON only: to a column it is the number 1. */
function withoutFloats(value: StaticValue): StaticValue {
  switch (value.kind) {
    case "dsl":
      return value.name === "float" && value.args[0]?.kind === "number"
        ? { ...value.args[0], span: value.span }
        : value;
    case "array":
      return { ...value, items: value.items.map(withoutFloats) };
    case "object":
      return {
        ...value,
        entries: value.entries.map((entry) => ({ ...entry, value: withoutFloats(entry.value) })),
      };
    default:
      return value;
  }
}
