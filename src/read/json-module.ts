// A JSON file as a module: its value is the default export, and each property of a top-level object a named one.
// Comments and trailing commas are let through, as bundlers and TypeScript do.

import { findLineStarts } from "../model/span.ts";
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
  const stranger = root === null ? null : findStranger(root);
  return {
    lineStarts: findLineStarts(reader.text),
    syntaxErrors:
      stranger === null ? syntaxErrors : [...syntaxErrors, { message: "this is not JSON", range: stranger.range }],
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

/** The first expression that JSON does not have: TypeScript's parser lets any pass. */
function findStranger(value: Expression): Expression | null {
  if (value.kind === "array")
    return first(value.items.map((item) => (item.spread ? item.value : findStranger(item.value))));
  if (value.kind === "object") {
    return first(
      value.properties.map((property) => (property.kind === "property" ? findStranger(property.value) : value)),
    );
  }
  const operand = value.kind === "unary" && value.operator === "-" ? value.operand : value;
  return JSON_KINDS.has(operand.kind) ? null : value;
}

const JSON_KINDS: ReadonlySet<Expression["kind"]> = new Set(["string", "number", "boolean", "null"]);

function first(found: readonly (Expression | null)[]): Expression | null {
  return found.find((value) => value !== null) ?? null;
}
