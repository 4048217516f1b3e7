// SQLite's pragmas, and for what they leave out the text of the table that it keeps, cut into tokens.

import type { Database } from "sql.js";
import { doubleQuoted } from "../dialects/quoting.ts";
import { sqlite } from "../dialects/sqlite.ts";
import type { ReferentialAction } from "../model/feature.ts";
import { compareText } from "../model/text-order.ts";
import type { Catalog, CatalogForeignKey, CatalogIndex, CatalogKey, CatalogTable } from "./catalog.ts";
import { bareExpression } from "./sql-text.ts";
import { readIndexText, readTableText } from "./sqlite-text.ts";

type Row = Readonly<Record<string, string | number | null>>;

/** Runs a query with parameters. */
type Query = (sql: string, ...parameters: readonly string[]) => readonly Row[];

/** Reads `main`, which stands for "no schema", and the attached schemas. */
export function readSqliteCatalog(database: Database, schemas: readonly string[]): Catalog {
  const query: Query = (sql, ...parameters) => {
    const [result] = database.exec(sql, [...parameters]);
    return (result?.values ?? []).map((values) =>
      Object.fromEntries(
        (result?.columns ?? []).map((column, place) => [column, values[place] as string | number | null]),
      ),
    );
  };
  const tables = [null, ...schemas].flatMap((schema) => {
    const master = `${doubleQuoted(schema ?? "main")}.sqlite_master`;
    return query(
      `SELECT name, sql FROM ${master} WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    ).map((row) => readTable(query, schema, String(row.name), String(row.sql)));
  });
  return { tables: tables.sort((a, b) => compareText(a.schema ?? "", b.schema ?? "") || compareText(a.name, b.name)) };
}

function readTable(query: Query, schema: string | null, name: string, sql: string): CatalogTable {
  const place = schema ?? "main";
  const columns = query("SELECT * FROM pragma_table_xinfo(?, ?) ORDER BY cid", name, place);
  const indexes = query("SELECT * FROM pragma_index_list(?, ?)", name, place);
  const text = readTableText(sql);
  const key = columns.filter(({ pk }) => Number(pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk));
  return {
    schema,
    name,
    comment: null,
    columns: columns.map((column) => {
      const own = text.columns.get(String(column.name));
      return {
        name: String(column.name),
        type: String(column.type),
        nullable: column.notnull === 0,
        default: readDefault(column),
        // `hidden` is 2 for a virtual and 3 for a stored generated column.
        generated: Number(column.hidden) >= 2 ? (own?.generated ?? "") : null,
        autoincrement: own?.autoincrement ?? false,
        comment: null,
      };
    }),
    primaryKey: key.length === 0 ? null : { name: null, columns: key.map((column) => String(column.name)) },
    uniqueConstraints: indexes
      .filter(({ origin }) => origin === "u")
      .map((index): CatalogKey => ({ name: null, columns: columnsOf(query, index, place) }))
      .reverse(),
    checkConstraints: text.checks,
    foreignKeys: readForeignKeys(query, name, schema),
    indexes: indexes
      .filter(({ origin }) => origin === "c")
      .map((index) => readIndex(query, index, place))
      .sort((a, b) => compareText(a.name, b.name)),
    clauses: isWithoutRowid(query, name, place) ? { "WITHOUT ROWID": "yes" } : {},
  };
}

/** As it was written, but for brackets that some need and others do not. */
function readDefault({ dflt_value: text }: Row): string | null {
  return text === null || text === undefined ? null : bareExpression(String(text), sqlite);
}

function isWithoutRowid(query: Query, name: string, place: string): boolean {
  const [row] = query("SELECT wr FROM pragma_table_list WHERE name = ? AND schema = ?", name, place);
  return row?.wr === 1;
}

function columnsOf(query: Query, index: Row, place: string): readonly string[] {
  return query("SELECT name FROM pragma_index_info(?, ?) ORDER BY seqno", String(index.name), place).map((row) =>
    String(row.name),
  );
}

function readIndex(query: Query, index: Row, place: string): CatalogIndex {
  const name = String(index.name);
  const [master] = query(
    `SELECT sql FROM ${doubleQuoted(place)}.sqlite_master WHERE type = 'index' AND name = ?`,
    name,
  );
  const text = readIndexText(String(master?.sql ?? ""));
  const parts = query("SELECT * FROM pragma_index_xinfo(?, ?) WHERE key = 1 ORDER BY seqno", name, place);
  return {
    name,
    unique: index.unique === 1,
    // Only an expression has no column; its text is all there is.
    parts: parts.map((part, place) => ({
      text: part.name === null ? (text.parts[place] ?? "") : doubleQuoted(String(part.name)),
      descending: part.desc === 1,
    })),
    where: index.partial === 1 ? text.where : null,
    using: null,
    include: [],
  };
}

function readForeignKeys(query: Query, table: string, schema: string | null): readonly CatalogForeignKey[] {
  const rows = query("SELECT * FROM pragma_foreign_key_list(?, ?) ORDER BY id, seq", table, schema ?? "main");
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.map((id) => {
    const members = rows.filter((row) => row.id === id);
    return {
      name: null,
      columns: members.map((row) => String(row.from)),
      referredSchema: schema,
      referredTable: String(members[0]?.table),
      referredColumns: members.map((row) => String(row.to)),
      onDelete: String(members[0]?.on_delete) as ReferentialAction,
      onUpdate: String(members[0]?.on_update) as ReferentialAction,
    };
  });
}
