// A JSON file as a module: its value is the default export, and each property of a top-level object a named one.
// Comments and trailing commas are let through, as bundlers and TypeScript do.

import { findLineStarts, rangeEnd, rangeFrom } from "../model/span.ts";
import type { ConstDeclaration, ExportBinding, Expression, ModuleSummary } from "../model/summary.ts";
import type { Parsed } from "./parse.ts";
import type { Reader } from "./reader.ts";

/** The one thing that the parser does not mind. */
const EMPTY: ModuleSummary["syntaxErrors"][number] = { message: "a JSON value expected", range: rangeFrom(0, 0) };

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
    syntaxErrors: root === null && syntaxErrors.length === 0 ? [EMPTY] : syntaxErrors,
    imports: [],
    exports: root === null ? [] : [defaultExport(root), ...constants.map(namedExport)],
    starExports: [],
    scope: { declarations: constants },
    hazards: [],
    hiddenClasses: [],
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
    constants.set(name, {
      kind: "const",
      name,
      range,
      exported: true,
      init,
      type: null,
      path: [],
      end: rangeEnd(init.range),
    });
  }
  return [...constants.values()];
}
