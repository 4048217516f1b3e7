// BigQuery's grammar as two parsers know it; no engine of it runs outside of its service. sql-parser-cst is licensed under
// the GPL and therefore stays in tests.

import { init, parse as parseRust } from "@guanmingchiu/sqlparser-ts";
import { parse } from "sql-parser-cst";

/** What the parsers say against a statement, one sentence each. */
export async function parseBigquery(sql: string): Promise<readonly string[]> {
  await init();
  return [
    ...complaint("sql-parser-cst", () => parse(sql, { dialect: "bigquery" })),
    // It knows no IF NOT EXISTS there.
    ...complaint("sqlparser", () =>
      parseRust(sql.replace("ADD CONSTRAINT IF NOT EXISTS", "ADD CONSTRAINT"), "bigquery"),
    ),
  ];
}

function complaint(parser: string, work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (cause) {
    return [`${parser}: ${cause instanceof Error ? cause.message : String(cause)}`];
  }
}
