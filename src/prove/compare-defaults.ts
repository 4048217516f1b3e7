// Literal defaults: the engine evaluates what its catalog says, and the value has to be the one the model holds. That does
// not depend on how the literal was printed.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { fillNulls } from "../emit/fill-nulls.ts";
import { decimalDigits } from "../emit/misfit.ts";
import { splitTimestamp } from "../emit/moments.ts";
import type { ColumnType } from "../model/column-type.ts";
import type { TableColumn } from "../model/table.ts";
import type { StaticValue } from "../model/value.ts";
import type { CatalogTable } from "./catalog.ts";
import type { Engine } from "./engine.ts";
import type { ProvableTable } from "./expectation.ts";

/** Compares the default of each column that has a literal one. */
export async function compareDefaults(
  { expressed: table, columnTypes }: ProvableTable,
  found: CatalogTable,
  engine: Engine,
  dialect: Dialect,
): Promise<readonly Diagnostic[]> {
  const differences: Diagnostic[] = [];
  for (const [place, column] of table.columns.entries()) {
    const counterpart = found.columns.find(({ name }) => name === column.name);
    if (counterpart === undefined || column.default?.kind !== "literal") continue;
    const type = columnTypes[place] ?? "";
    const expected = await expectedValue(column, column.default.value, type, engine, dialect);
    const actual = counterpart.default === null ? "none" : await evaluate(counterpart.default, type, engine);
    if (sameValue(expected, actual) || (isDocument(column, dialect) && sameValue(expected, unwrap(actual)))) continue;
    const what = `default of '${table.name}.${column.name}'`;
    differences.push(diagnose("MXC3912", { what, engine: engine.name, expected, found: actual }, column.source));
  }
  return differences;
}

/** The JSON text of the value that the model holds, `none` for no default. */
async function expectedValue(
  column: TableColumn,
  value: StaticValue,
  type: string,
  engine: Engine,
  dialect: Dialect,
): Promise<string> {
  if (value.kind === "null" || value.kind === "undefined") return "none";
  if (isDocument(column, dialect)) return toJson(value, null);
  const literal = findLiteral(column, value, type, dialect);
  return literal === null
    ? toJson(fillNulls(value, column.type, dialect), column.type)
    : evaluate(literal, type, engine);
}

/** Kept as one JSON text. */
function isDocument({ type }: TableColumn, dialect: Dialect): boolean {
  return type.kind === "json" || dialect.isDocument(type);
}

/** SQL for what engines show in their own ways; null for lists, maps and structs, which all show as JSON. */
function findLiteral(
  { type: { kind } }: TableColumn,
  value: StaticValue,
  type: string,
  { literals, quoteBytes, quoteString }: Dialect,
): string | null {
  switch (value.kind) {
    case "boolean":
      return value.value ? literals.true : literals.false;
    case "number":
    case "bigint":
      return quoteString(String(value.value));
    case "string": {
      const moment = literals.keepsZones ? null : splitTimestamp(value.value);
      return quoteString(moment === null ? value.value : `${moment.date} ${moment.time}`);
    }
    case "array": {
      const numbers = value.items.flatMap((item) => (item.kind === "number" ? [item.value] : []));
      if (kind === "binary") return quoteBytes(numbers);
      return kind === "vector" ? (literals.vector?.(numbers, type) ?? null) : null;
    }
    default:
      return null;
  }
}

async function evaluate(expression: string, type: string, engine: Engine): Promise<string> {
  const answer = await engine.evaluate(expression, type);
  return answer.ok ? (answer.value ?? "none") : `an expression that fails: ${answer.error}`;
}

/** Equal as data: engines differ in blanks, in the order of keys, in `1` and `1.0`, in members that are null. */
function sameValue(expected: string, found: string): boolean {
  return expected === found || canonical(expected) === canonical(found);
}

/** A document kept as text is a JSON string that holds a JSON text. */
function unwrap(json: string): string {
  const value: unknown = json.startsWith('"') ? JSON.parse(json) : null;
  return typeof value === "string" ? value : json;
}

function canonical(text: string): string {
  // Numbers of JavaScript do not hold all whole numbers.
  if (/^-?\d+$/.test(text)) return text;
  try {
    return JSON.stringify(sortKeys(JSON.parse(text)));
  } catch {
    return text;
  }
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .filter(([, item]) => item !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sortKeys(item)]);
}

/** @param type of the value, where engines show that type in a way of their own; null inside of documents */
function toJson(value: StaticValue, type: ColumnType | null): string {
  if (type?.kind === "decimal") return decimalDigits(value) ?? "null";
  switch (value.kind) {
    case "array":
      return `[${value.items.map((item) => toJson(item, type?.kind === "list" ? type.element : null)).join(", ")}]`;
    case "object": {
      const members = value.entries.map(
        ({ key, value: item }) => `${JSON.stringify(key)}: ${toJson(item, memberType(key, type))}`,
      );
      return `{${members.join(", ")}}`;
    }
    case "bigint":
      return String(value.value);
    case "boolean":
    case "number":
    case "string":
      return JSON.stringify(value.value);
    default:
      return "null";
  }
}

function memberType(name: string, type: ColumnType | null): ColumnType | null {
  if (type?.kind === "map") return type.value;
  return (type?.kind === "struct" && type.fields.find((field) => field.name === name)?.type) || null;
}
