// Literal defaults: the engine evaluates what its catalog says, and the value has to be the one the model holds. That does
// not depend on how the literal was printed.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
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
    if (sameValue(expected, actual) || (dialect.isDocument(column.type) && sameValue(expected, unwrap(actual))))
      continue;
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
  switch (value.kind) {
    case "array":
    case "object":
      return JSON.stringify(toPlain(value));
    case "boolean":
      if (dialect.isDocument(column.type)) return JSON.stringify(value.value);
      return evaluate(dialect.literals[value.value ? "true" : "false"], type, engine);
    case "number":
    case "bigint":
    case "string":
      if (dialect.isDocument(column.type)) return JSON.stringify(value.value);
      return evaluate(dialect.quoteString(String(value.value)), type, engine);
    default:
      return "none";
  }
}

async function evaluate(expression: string, type: string, engine: Engine): Promise<string> {
  const answer = await engine.evaluate(expression, type);
  return answer.ok ? (answer.value ?? "none") : `an expression that fails: ${answer.error}`;
}

/** Equal as JSON data: engines differ in blanks, in the order of keys and in `1` and `1.0`. */
function sameValue(expected: string, found: string): boolean {
  return expected === found || canonical(expected) === canonical(found);
}

/** A document kept as text is a JSON string that holds a JSON text. */
function unwrap(json: string): string {
  const value: unknown = json.startsWith('"') ? JSON.parse(json) : null;
  return typeof value === "string" ? value : json;
}

function canonical(text: string): string {
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
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sortKeys(item)]);
}

function toPlain(value: StaticValue): unknown {
  switch (value.kind) {
    case "array":
      return value.items.map(toPlain);
    case "object":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, toPlain(entry.value)]));
    case "bigint":
      return Number(value.value);
    case "boolean":
    case "number":
    case "string":
      return value.value;
    default:
      return null;
  }
}
