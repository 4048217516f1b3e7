// A JSON file as a module: its value is the default export, and each property of a top-level object a named one.
// Comments and trailing commas are let through, as bundlers and TypeScript do.

import { findLineStarts, type Range } from "../model/span.ts";
import type { ConstDeclaration, ExportBinding, Expression, ModuleSummary } from "../model/summary.ts";
import type { Parsed } from "./parse.ts";
import type { Reader } from "./reader.ts";

/** Reads a parsed `.json` file. */
export function readJsonModule({ file, syntaxErrors }: Parsed, reader: Reader): ModuleSummary {
  const statement = file?.statements[0];
  const root =
    statement !== undefined && reader.ts.isExpressionStatement(statement)
      ? reader.readExpression(statement.expression, reader)
      : null;
  const constants = root === null ? [] : readConstants(root);
  return {
    lineStarts: findLineStarts(reader.text),
    syntaxErrors: syntaxErrors.length > 0 ? syntaxErrors : findStrangers(root, reader.text),
    specifiers: [],
    imports: [],
    exports: root === null ? [] : [defaultExport(root), ...constants.map(namedExport)],
    starExports: [],
    scope: { declarations: constants },
    hazards: [],
    ignores: [],
  };
}

function defaultExport(value: Expression): ExportBinding {
  return { kind: "expression", exported: "default", value, range: value.range };
}

function namedExport({ name, range }: ConstDeclaration): ExportBinding {
  return { kind: "local", exported: name, local: name, range };
}

/** The properties of the top-level object; of those with the same name the last, as `JSON.parse` has it. */
function readConstants(root: Expression): readonly ConstDeclaration[] {
  const constants = new Map<string, ConstDeclaration>();
  if (root.kind !== "object") return [];
  for (const property of root.properties) {
    if (property.kind !== "property" || property.key === "default") continue;
    const { key: name, keyRange: range, value: init } = property;
    constants.set(name, { kind: "const", name, range, exported: true, init, type: null, path: [], end: init.range[1] });
  }
  return [...constants.values()];
}

/** The first thing that JSON does not have, as an error: TypeScript's parser lets any expression pass. */
function findStrangers(root: Expression | null, text: string): ModuleSummary["syntaxErrors"] {
  const range = root === null ? ([0, 0] as const) : findStranger(root, text);
  return range === null ? [] : [{ message: "this is not JSON", range }];
}

function findStranger(value: Expression, text: string): Range | null {
  if (value.kind === "array") {
    return first(value.items, (item) => (item.spread ? item.value.range : findStranger(item.value, text)));
  }
  if (value.kind === "object") {
    return first(value.properties, (property) => {
      if (property.kind !== "property" || text[property.keyRange[0]] !== '"') return property.keyRange;
      return findStranger(property.value, text);
    });
  }
  const operand = value.kind === "unary" && value.operator === "-" ? value.operand : value;
  const known = operand.kind === "string" ? text[operand.range[0]] === '"' : JSON_KINDS.has(operand.kind);
  return known ? null : value.range;
}

const JSON_KINDS: ReadonlySet<Expression["kind"]> = new Set(["number", "boolean", "null"]);

function first<T>(items: readonly T[], find: (item: T) => Range | null): Range | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
