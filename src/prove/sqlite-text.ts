// The text SQLite keeps of a CREATE statement, as its user wrote it: what the pragmas leave out.

import { sqlite } from "../dialects/sqlite.ts";
import type { CatalogCheck } from "./catalog.ts";
import {
  bodyOf,
  canonicalText,
  clausesOf,
  expressionsAfter,
  findAtTop,
  splitItems,
  tokenizeSql,
  withoutBrackets,
} from "./sql-text.ts";

/** What only the text of a table says. */
export interface TableText {
  readonly columns: ReadonlyMap<string, { readonly generated: string | null; readonly autoincrement: boolean }>;
  /** Checks of the table and of its columns, in order. */
  readonly checks: readonly CatalogCheck[];
}

/** What only the text of an index says. */
export interface IndexText {
  readonly parts: readonly string[];
  readonly where: string | null;
}

/** Reads `CREATE TABLE name (…) …`. */
export function readTableText(sql: string): TableText {
  const items = splitItems(bodyOf(tokenizeSql(sql, sqlite)));
  const columns = items.map((item) => {
    const first = item[0]?.text ?? "";
    const isKey = /^(constraint|primary|unique|check|foreign)$/i.test(first);
    const autoincrement = item.some(({ text }) => /^autoincrement$/i.test(text));
    const [generated] = expressionsAfter(item, "as").map(canonicalText);
    return isKey ? null : ([unquote(first), { generated: generated ?? null, autoincrement }] as const);
  });
  return {
    columns: new Map(columns.filter((column) => column !== null)),
    checks: items.flatMap((item) =>
      clausesOf(item, "check").map(({ name, expression }) => ({
        name: name === null ? null : unquote(name),
        expression: canonicalText(expression),
      })),
    ),
  };
}

/** Reads `CREATE INDEX name ON table (…) WHERE …`. */
export function readIndexText(sql: string): IndexText {
  const tokens = tokenizeSql(sql, sqlite);
  const parts = splitItems(bodyOf(tokens)).map((item) => {
    const direction = /^(asc|desc)$/i.test(item.at(-1)?.text ?? "");
    return canonicalText(withoutBrackets(direction ? item.slice(0, -1) : item));
  });
  const where = findAtTop(tokens, ["where"]);
  return { parts, where: where === -1 ? null : canonicalText(withoutBrackets(tokens.slice(where + 1))) };
}

function unquote(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
