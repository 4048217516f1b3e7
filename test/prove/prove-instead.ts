// Proves a table whose statements were changed: what the proof says shows whether it noticed.

import { findingsOf } from "../../src/diagnostics/finding.ts";
import type { Dialect } from "../../src/dialects/dialect.ts";
import type { Engine } from "../../src/prove/engine.ts";
import type { ProvableTable } from "../../src/prove/expectation.ts";
import { prove } from "../../src/prove/prove.ts";

/**
 * @param from what to replace, once, in the statements; it has to be there
 * @param before tables that it refers to
 * @returns the codes and messages of what was found
 */
export async function proveInstead(
  table: ProvableTable | undefined,
  from: string | RegExp,
  to: string,
  dialect: Dialect,
  engine: Engine,
  ...before: readonly (ProvableTable | undefined)[]
): Promise<readonly string[]> {
  if (table === undefined) throw new Error("nothing was printed");
  const statements = table.statements.map((statement) => ({
    ...statement,
    sql: statement.sql.replace(from, () => to),
  }));
  if (from !== to && statements.every(({ sql }, place) => sql === table.statements[place]?.sql)) {
    throw new Error(`nothing to replace: ${from} in\n${table.statements.map(({ sql }) => sql).join("\n")}`);
  }
  const tables = [...before.filter((each) => each !== undefined), { ...table, statements }];
  const { diagnostics } = await prove({ dialect, tables, engine });
  return findingsOf(diagnostics, () => null).map(({ code, message }) => `${code} ${message}`);
}
