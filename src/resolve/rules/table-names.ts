// Every feature must have a table of its own: two keys may not make one table name, and none the name of a system
// table.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { FeatureDecl } from "../../model/feature.ts";
import { findKeyFault } from "../../model/key-fault.ts";
import { tableNameOf } from "../../model/names.ts";
import type { Span } from "../../model/span.ts";
import type { Context } from "../context.ts";
import { keyText } from "../context.ts";

const systemPart = "metaxy-system";
const systemTables: ReadonlySet<string> = new Set(["metaxy_system__feature_versions", "metaxy_system__events"]);

/** Reports names that two features share, and names that are Metaxy's. */
export function* checkTableNames(context: Context): Iterable<Diagnostic> {
  const seen = new Map<string, FeatureDecl>();
  for (const decl of context.decls) {
    const key = keyText(decl.spec.key);
    if (findKeyFault(decl.spec.key) !== null || context.known.get(key)?.decl !== decl) continue;
    const table = tableOf(decl);
    const schema = decl.tableOptions.schema?.value ?? "";
    if (isSystem(decl, table)) {
      yield diagnose("MXC2011", { key, table }, placeOf(decl));
      continue;
    }
    const first = seen.get(`${schema}\0${table}`);
    if (first === undefined) seen.set(`${schema}\0${table}`, decl);
    else yield clash(first, decl, table);
  }
}

function clash(first: FeatureDecl, second: FeatureDecl, table: string): Diagnostic {
  const [key, other] = [keyText(second.spec.key), keyText(first.spec.key)];
  return diagnose("MXC2010", { key, other, table }, placeOf(second), [
    { message: `'${other}' makes it too`, span: placeOf(first) },
  ]);
}

function isSystem(decl: FeatureDecl, table: string): boolean {
  return decl.spec.key.parts[0]?.value === systemPart || systemTables.has(table);
}

function tableOf(decl: FeatureDecl): string {
  const custom = decl.table ? decl.tableName : null;
  return custom?.value ?? tableNameOf(decl.spec.key.parts.map((part) => part.value));
}

/** What decides the name. */
function placeOf(decl: FeatureDecl): Span {
  return (decl.table ? decl.tableName?.span : undefined) ?? decl.spec.key.span;
}
