// What SHOW CREATE TABLE says of expressions. MySQL and MariaDB write them alike there; in information_schema each escapes
// them in its own way.

import { mysql } from "../dialects/mysql.ts";
import { bodyOf, expressionsAfter, findAtTop, type SqlToken, sourceText, splitItems, tokenizeSql } from "./sql-text.ts";

/** What only the text of a table says. */
export interface MysqlTableText {
  readonly columns: ReadonlyMap<string, { readonly default: string | null; readonly generated: string | null }>;
  /** In order; a check of a column has no name. */
  readonly checks: readonly { readonly name: string | null; readonly expression: string }[];
}

/** Words that follow a default. */
const AFTER_DEFAULT = ["on", "auto_increment", "comment", "check", "column_format", "storage", "references"];

/** Reads the answer of SHOW CREATE TABLE. */
export function readMysqlTableText(sql: string): MysqlTableText {
  const items = splitItems(bodyOf(tokenizeSql(sql, mysql)));
  const columns = items.flatMap((item) => {
    const [name] = item;
    if (name === undefined || !name.text.startsWith("`")) return [];
    const [generated] = expressionsAfter(item, "as").map((tokens) => sourceText(sql, tokens));
    return [[unquote(name.text), { default: readDefault(item, sql), generated: generated ?? null }] as const];
  });
  return { columns: new Map(columns), checks: items.flatMap((item) => readChecks(item, sql)) };
}

function readDefault(item: readonly SqlToken[], sql: string): string | null {
  const start = findAtTop(item, ["default"]);
  if (start === -1) return null;
  const rest = item.slice(start + 1);
  const end = findAtTop(rest, AFTER_DEFAULT);
  const text = sourceText(sql, end === -1 ? rest : rest.slice(0, end));
  return text === "NULL" ? null : text;
}

function readChecks(item: readonly SqlToken[], sql: string): MysqlTableText["checks"] {
  const name = item[0]?.text === "CONSTRAINT" ? unquote(item[1]?.text ?? "") : null;
  return expressionsAfter(item, "check").map((tokens) => ({ name, expression: sourceText(sql, tokens) }));
}

function unquote(name: string): string {
  return name.slice(1, -1).replaceAll("``", "`");
}
