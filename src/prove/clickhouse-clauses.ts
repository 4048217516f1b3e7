// The clauses of a CREATE TABLE as ClickHouse lays it out: indexes from between the brackets, the engine and what follows it.

import { clickhouse } from "../dialects/clickhouse.ts";
import type { Clauses } from "./catalog.ts";
import { bodyOf, findAtTop, type SqlToken, sourceText, splitItems, tokenizeSql } from "./sql-text.ts";

/** Words that begin a clause after the columns. Comments are compared by themselves. */
const WORDS = ["engine", "partition", "primary", "order", "sample", "ttl", "settings", "comment"];

/**
 * Reads a statement in ClickHouse's own layout.
 *
 * @example readEngineClauses("CREATE TABLE t (a String) ENGINE = MergeTree ORDER BY a") // { ENGINE: "MergeTree", "ORDER BY": "a" }
 */
export function readEngineClauses(sql: string): Clauses {
  const tokens = tokenizeSql(sql, clickhouse);
  const body = bodyOf(tokens);
  const last = body.at(-1);
  const rest = last === undefined ? [] : tokens.slice(tokens.indexOf(last) + 2);
  const indexes = splitItems(body).filter(([first]) => first?.text === "INDEX");
  return Object.fromEntries([
    ...indexes.map((item) => [`INDEX ${item[1]?.text}`, sourceText(sql, item.slice(2))]),
    ...splitClauses(rest).flatMap((clause) => readClause(clause, sql)),
  ]);
}

function splitClauses(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const [first, ...rest] = tokens;
  if (first === undefined) return [];
  const next = findAtTop(rest, WORDS);
  return next === -1 ? [tokens] : [[first, ...rest.slice(0, next)], ...splitClauses(rest.slice(next))];
}

/** `ENGINE = x`, `ORDER BY x`; each setting is a clause of its own, because the engine adds some. */
function readClause(clause: readonly SqlToken[], sql: string): readonly (readonly [string, string])[] {
  const [first, second] = clause;
  if (first === undefined || second === undefined || first.text === "COMMENT") return [];
  if (first.text === "SETTINGS") {
    return splitItems(clause.slice(1)).map((item) => [`SETTING ${item[0]?.text}`, sourceText(sql, item.slice(2))]);
  }
  if (first.text === "PRIMARY") return [["PRIMARY KEY", sourceText(sql, clause.slice(2))]];
  if (second.text === "BY") return [[`${first.text} BY`, sourceText(sql, clause.slice(2))]];
  return [[first.text, sourceText(sql, clause.slice(second.text === "=" ? 2 : 1))]];
}
