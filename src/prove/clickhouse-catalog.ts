// ClickHouse's system tables, read into a Catalog.

import { clickhouse } from "../dialects/clickhouse.ts";
import { compareText } from "../model/text-order.ts";
import type { Catalog, CatalogColumn, CatalogIndex, CatalogKey, CatalogTable } from "./catalog.ts";
import type { SelectRows } from "./clickhouse.ts";
import { readEngineClauses } from "./clickhouse-clauses.ts";
import { bareExpression, sourceText, splitItems, tokenizeSql, withoutBrackets } from "./sql-text.ts";

type Row = ReturnType<SelectRows>[number];

/**
 * Reads the tables of some databases.
 *
 * @param home the database that stands for "no schema"
 */
export function readClickhouseCatalog(select: SelectRows, home: string, schemas: readonly string[]): Catalog {
  const names = [home, ...schemas].map(clickhouse.quoteString).join(", ");
  const where = `WHERE database IN (${names})`;
  const tables = select(`SELECT database, name, comment, primary_key, create_table_query FROM system.tables ${where}`);
  const columns = select(
    `SELECT database, table, name, type, default_kind, default_expression, comment FROM system.columns ${where} ORDER BY position`,
  );
  const checks = select(`SELECT database, table, name, expression FROM system.constraints ${where} ORDER BY name`);
  const indexes = select(
    `SELECT database, table, name, type_full, expr FROM system.data_skipping_indices ${where} ORDER BY name`,
  );
  const read = tables.map((table): CatalogTable => {
    const ofTable = (rows: readonly Row[]) =>
      rows.filter((row) => row.database === table.database && row.table === table.name);
    return {
      schema: table.database === home ? null : String(table.database),
      name: String(table.name),
      comment: textOrNull(table.comment),
      columns: ofTable(columns).map(readColumn),
      primaryKey: readKey(String(table.primary_key)),
      uniqueConstraints: [],
      checkConstraints: ofTable(checks).map(({ name, expression }) => ({
        name: String(name),
        expression: bare(String(expression)),
      })),
      foreignKeys: [],
      indexes: ofTable(indexes).map(readIndex),
      clauses: readEngineClauses(String(table.create_table_query)),
    };
  });
  return { tables: read.sort((a, b) => compareText(a.schema ?? "", b.schema ?? "") || compareText(a.name, b.name)) };
}

function readColumn(row: Row): CatalogColumn {
  const type = String(row.type);
  const expression = bare(String(row.default_expression));
  return {
    name: String(row.name),
    type,
    nullable: /^(LowCardinality\()?Nullable\(/.test(type),
    default: row.default_kind === "DEFAULT" ? expression : null,
    generated: row.default_kind === "MATERIALIZED" ? expression : null,
    autoincrement: false,
    comment: textOrNull(row.comment),
  };
}

/** Without a key of its own a table has its sorting key for one. */
function readKey(text: string): CatalogKey | null {
  const columns = splitItems(withoutBrackets(tokenizeSql(text, clickhouse))).map((item) =>
    unquote(sourceText(text, item)),
  );
  return columns.join("") === "" ? null : { name: null, columns };
}

/** The engine keeps one list of expressions, with brackets around a single one. */
function readIndex(row: Row): CatalogIndex {
  return {
    name: String(row.name),
    parts: [{ text: bare(String(row.expr)), descending: null }],
    unique: false,
    where: null,
    using: String(row.type_full),
    include: [],
  };
}

function bare(expression: string): string {
  return bareExpression(expression, clickhouse);
}

function unquote(name: string): string {
  if (!name.startsWith("`")) return name;
  return name.slice(1, -1).replaceAll(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", "0": "\0" };

function textOrNull(text: string | number | undefined): string | null {
  return text === undefined || text === "" ? null : String(text);
}
