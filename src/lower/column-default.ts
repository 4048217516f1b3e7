// Defaults and the options that compete with them. Whether a literal fits the column is decided on logical types; a raw
// `type` or `defaultSql` is the author's own responsibility.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnKind, ColumnType } from "../model/column-type.ts";
import type { ColumnDecl, FieldOptions } from "../model/feature.ts";
import type { ColumnDefault } from "../model/table.ts";
import type { StaticValue } from "../model/value.ts";
import { describeType } from "./column-type.ts";
import { checkText } from "./identifier.ts";

/** Pairs of options that cannot both be meant. */
const EXCLUSIVE: readonly (readonly [keyof FieldOptions, keyof FieldOptions])[] = [
  ["default", "defaultSql"],
  ["default", "generatedSql"],
  ["default", "autoincrement"],
  ["defaultSql", "generatedSql"],
  ["defaultSql", "autoincrement"],
  ["generatedSql", "autoincrement"],
  ["type", "maxLength"],
  ["type", "precision"],
  ["type", "scale"],
];

const INTEGERS: ReadonlySet<ColumnKind> = new Set([
  "int8",
  "int16",
  "int32",
  "int64",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
]);

/** Kinds whose literals are written as strings. */
const WRITTEN_AS_TEXT: ReadonlySet<ColumnKind> = new Set([
  "string",
  "text",
  "varchar",
  "date",
  "time",
  "timestamp",
  "timestamptz",
  "interval",
  "uuid",
  "decimal",
  "geography",
]);

/** The first two options of a column that contradict each other, reported at the second. */
export function checkExclusiveOptions({ options }: ColumnDecl, report: Diagnostic[]): void {
  const isSet = (name: keyof FieldOptions) =>
    name in options && (name !== "autoincrement" || options.autoincrement?.value);
  const clash = EXCLUSIVE.find(([first, second]) => isSet(first) && isSet(second));
  if (clash === undefined) return;
  const [first, second] = clash;
  report.push(diagnose("MXC2632", { first, second }, options[second]?.span ?? null));
}

/** The column's DEFAULT: an expression, a literal, or none. A null that the column gets anyway is none. */
export function lowerDefault(
  column: ColumnDecl,
  type: ColumnType,
  nullable: boolean,
  report: Diagnostic[],
): ColumnDefault | null {
  const { default: literal, defaultSql } = column.options;
  if (defaultSql !== undefined) {
    report.push(...checkText("defaultSql", defaultSql.value, defaultSql.span));
    return { kind: "sql", sql: defaultSql.value, span: defaultSql.span };
  }
  if (literal === undefined || literal.kind === "undefined") return null;
  if (literal.kind === "null") {
    if (!nullable) report.push(diagnose("MXC2634", { name: column.property }, literal.span));
    return null;
  }
  const value = withoutFloats(literal);
  checkLiteralText(value, report);
  if (column.options.type === undefined && !fits(value, type)) {
    report.push(diagnose("MXC2633", { found: describeValue(value), type: describeType(type) }, value.span));
  }
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

/** Whether a literal is one of a type's values. Elements of lists, maps and structs are checked too. */
function fits(value: StaticValue, type: ColumnType): boolean {
  if (type.kind === "json") return value.kind !== "class" && value.kind !== "dsl" && value.kind !== "all-fields";
  switch (value.kind) {
    case "null":
    case "undefined":
      return true;
    case "boolean":
      return type.kind === "boolean";
    case "number":
      return Number.isFinite(value.value) && fitsNumber(value.value, type);
    case "bigint":
      return INTEGERS.has(type.kind) || type.kind === "decimal";
    case "string":
      return type.kind === "enum" ? type.labels.includes(value.value) : WRITTEN_AS_TEXT.has(type.kind);
    case "array":
      return fitsArray(value.items, type);
    case "object":
      return value.entries.every((entry) => fitsMember(entry.key, entry.value, type));
    default:
      return false;
  }
}

function fitsNumber(value: number, type: ColumnType): boolean {
  if (INTEGERS.has(type.kind)) return Number.isInteger(value);
  return type.kind === "float32" || type.kind === "float64" || type.kind === "decimal";
}

function fitsArray(items: readonly StaticValue[], type: ColumnType): boolean {
  if (type.kind === "list") return items.every((item) => fits(item, type.element));
  return type.kind === "vector" && items.length === type.dimensions && items.every((item) => item.kind === "number");
}

function fitsMember(key: string, value: StaticValue, type: ColumnType): boolean {
  if (type.kind === "map") return fits(value, type.value);
  const field = type.kind === "struct" ? type.fields.find(({ name }) => name === key) : undefined;
  return field !== undefined && fits(value, field.type);
}

function checkLiteralText(value: StaticValue, report: Diagnostic[]): void {
  if (value.kind === "string") report.push(...checkText("the default", value.value, value.span));
  else if (value.kind === "array") for (const item of value.items) checkLiteralText(item, report);
  else if (value.kind === "object") {
    for (const entry of value.entries) {
      report.push(...checkText("the default", entry.key, entry.keySpan));
      checkLiteralText(entry.value, report);
    }
  }
}

/** How a value reads in a message. */
function describeValue(value: StaticValue): string {
  switch (value.kind) {
    case "number":
      return `the number ${value.value}`;
    case "bigint":
      return `the bigint ${value.value}n`;
    case "string":
      return `the string ${JSON.stringify(value.value)}`;
    case "boolean":
      return `${value.value}`;
    case "array":
    case "object":
      return `an ${value.kind}`;
    default:
      return "no literal";
  }
}
