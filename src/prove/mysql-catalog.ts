// information_schema of MySQL and MariaDB, read into a Catalog. Expressions come from SHOW CREATE TABLE.

import { quoteTable } from "../dialects/clauses.ts";
import { mysql } from "../dialects/mysql.ts";
import type { ReferentialAction } from "../model/feature.ts";
import { compareText } from "../model/text-order.ts";
import type { Catalog, CatalogCheck, CatalogColumn, CatalogForeignKey, CatalogIndex, CatalogTable } from "./catalog.ts";
import { type MysqlTableText, readMysqlTableText } from "./mysql-text.ts";

/** Values come as text or null, as bytes where they are no text, and as numbers where they are small. */
export type MysqlRow = Readonly<Record<string, string | number | Uint8Array | null>>;

/** Runs a query with `?` bound to the values, and returns its rows. */
export type QueryMysql = (sql: string, values: readonly unknown[]) => Promise<readonly MysqlRow[]>;

/** Everything about the tables of some databases, not yet by table. */
interface Rows {
  readonly columns: readonly MysqlRow[];
  readonly indexes: readonly MysqlRow[];
  readonly keys: readonly MysqlRow[];
  readonly rules: readonly MysqlRow[];
}

// Names of columns come in the server's case: MySQL's own tables have capitals.
const TABLES = `
  SELECT table_schema AS place, table_name AS name, table_type AS type, table_comment AS comment, engine AS engine,
    table_collation AS collation, row_format AS row_format
  FROM information_schema.tables WHERE table_schema IN (?)`;

const COLUMNS = `
  SELECT table_schema AS place, table_name AS \`table\`, column_name AS name, column_type AS type,
    is_nullable AS nullable, collation_name AS collation, extra AS extra, column_comment AS comment
  FROM information_schema.columns WHERE table_schema IN (?) ORDER BY ordinal_position`;

// MySQL also has the expression of a part; asking MariaDB for it is a mistake.
const INDEXES = `
  SELECT s.*, table_schema AS place, table_name AS \`table\`, index_name AS name, column_name AS \`column\`,
    collation AS direction, sub_part AS length, non_unique AS non_unique, index_type AS type
  FROM information_schema.statistics s WHERE table_schema IN (?) ORDER BY index_name, seq_in_index`;

const KEYS = `
  SELECT table_schema AS place, table_name AS \`table\`, constraint_name AS name, column_name AS \`column\`,
    referenced_table_schema AS referred_schema, referenced_table_name AS referred_table,
    referenced_column_name AS referred_column
  FROM information_schema.key_column_usage WHERE table_schema IN (?) ORDER BY constraint_name, ordinal_position`;

const RULES = `
  SELECT constraint_schema AS place, table_name AS \`table\`, constraint_name AS name, delete_rule AS on_delete,
    update_rule AS on_update
  FROM information_schema.referential_constraints WHERE constraint_schema IN (?)`;

/**
 * Reads the tables of some databases.
 *
 * @param home the database that stands for "no schema"
 */
export async function readMysqlCatalog(query: QueryMysql, home: string, schemas: readonly string[]): Promise<Catalog> {
  const names = [[home, ...schemas]];
  const tables = await query(TABLES, names);
  const rows: Rows = {
    columns: await query(COLUMNS, names),
    indexes: await query(INDEXES, names),
    keys: await query(KEYS, names),
    rules: await query(RULES, names),
  };
  const read: CatalogTable[] = [];
  for (const table of tables) {
    const text = table.type === "BASE TABLE" ? await readText(table, query) : readMysqlTableText("");
    const ofTable = (all: readonly MysqlRow[]) =>
      all.filter((row) => row.place === table.place && row.table === table.name);
    const own = {
      columns: ofTable(rows.columns),
      indexes: ofTable(rows.indexes),
      keys: ofTable(rows.keys),
      rules: ofTable(rows.rules),
    };
    read.push(assemble(table, own, text, home));
  }
  return { tables: read.sort((a, b) => compareText(a.schema ?? "", b.schema ?? "") || compareText(a.name, b.name)) };
}

async function readText({ place, name }: MysqlRow, query: QueryMysql): Promise<MysqlTableText> {
  const table = quoteTable(mysql, String(place), String(name));
  const [row] = await query(`SHOW CREATE TABLE ${table}`, []);
  const text = readMysqlTableText(String(row?.["Create Table"]));
  const values = await readLostDefaults(table, text, query);
  const columns = [...text.columns].map(
    ([column, own]) => [column, { ...own, default: values.get(column) ?? own.default }] as const,
  );
  return { ...text, columns: new Map(columns) };
}

/** MariaDB writes its catalog with three bytes for a character: what takes four, or is no character, is `?` there. */
async function readLostDefaults(
  table: string,
  text: MysqlTableText,
  query: QueryMysql,
): Promise<ReadonlyMap<string, string>> {
  const lost = [...text.columns].filter(([, own]) => /^'[\s\S]*[?\ufffd][\s\S]*'$/.test(own.default ?? ""));
  if (lost.length === 0) return new Map();
  const values = lost.map(([column], place) => `DEFAULT(it.${mysql.quoteIdentifier(column)}) AS \`${place}\``);
  // The table has no rows.
  const [row] = await query(`SELECT ${values.join(", ")} FROM (SELECT 1) AS one LEFT JOIN ${table} AS it ON FALSE`, []);
  return new Map(lost.map(([column], place) => [column, quoteValue(row?.[place])]));
}

function quoteValue(value: MysqlRow[string] | undefined): string {
  return value instanceof Uint8Array ? mysql.quoteBytes([...value]) : mysql.quoteString(String(value));
}

function assemble(table: MysqlRow, own: Rows, text: MysqlTableText, home: string): CatalogTable {
  const columns = own.columns.map((row) => readColumn(row, text));
  const indexes = groupByName(own.indexes).map(readIndex);
  const foreignKeys = groupByName(own.keys.filter((row) => row.referred_table !== null)).map((members) =>
    readForeignKey(members, own.rules, home),
  );
  const key = own.keys.filter(({ name, referred_table }) => name === "PRIMARY" && referred_table === null);
  return {
    schema: table.place === home ? null : String(table.place),
    name: String(table.name),
    comment: textOrNull(table.comment),
    columns: columns.map((column) => (isJson(column, text) ? { ...column, type: "json" } : column)),
    // Its name is always PRIMARY.
    primaryKey: key.length === 0 ? null : { name: null, columns: key.map((row) => String(row.column)) },
    uniqueConstraints: null,
    checkConstraints: text.checks.filter((check) => !columns.some((column) => isJsonCheck(check, column))),
    foreignKeys,
    indexes: indexes.filter((index) => index.name !== "PRIMARY" && !servesForeignKey(index, foreignKeys)),
    clauses: readClauses(table),
  };
}

function readColumn(row: MysqlRow, text: MysqlTableText): CatalogColumn {
  const name = String(row.name);
  const own = text.columns.get(name);
  return {
    name,
    type: row.collation === null ? String(row.type) : `${row.type} collate ${row.collation}`,
    nullable: row.nullable === "YES",
    default: own?.default ?? null,
    generated: own?.generated ?? null,
    autoincrement: String(row.extra).includes("auto_increment"),
    comment: textOrNull(row.comment),
  };
}

/** MariaDB's JSON is a text with a check. */
function isJson(column: CatalogColumn, { checks }: MysqlTableText): boolean {
  return column.type.startsWith("longtext") && checks.some((check) => isJsonCheck(check, column));
}

function isJsonCheck({ name, expression }: CatalogCheck, column: CatalogColumn): boolean {
  return name === null && expression === `json_valid(${mysql.quoteIdentifier(column.name)})`;
}

function readIndex(members: readonly MysqlRow[]): CatalogIndex {
  const [first] = members;
  return {
    name: String(first?.name),
    parts: members.map((row) => {
      const column = row.column === null ? `(${row.EXPRESSION})` : mysql.quoteIdentifier(String(row.column));
      // A length means that only the beginning of a value is indexed.
      return { text: row.length === null ? column : `${column}(${row.length})`, descending: row.direction === "D" };
    }),
    unique: Number(first?.non_unique) === 0,
    where: null,
    using: String(first?.type).toLowerCase(),
    include: [],
  };
}

function readForeignKey(members: readonly MysqlRow[], rules: readonly MysqlRow[], home: string): CatalogForeignKey {
  const [first] = members;
  const rule = rules.find(({ name }) => name === first?.name);
  return {
    name: String(first?.name),
    columns: members.map((row) => String(row.column)),
    referredSchema: first?.referred_schema === home ? null : String(first?.referred_schema),
    referredTable: String(first?.referred_table),
    referredColumns: members.map((row) => String(row.referred_column)),
    onDelete: String(rule?.on_delete) as ReferentialAction,
    onUpdate: String(rule?.on_update) as ReferentialAction,
  };
}

/** The engine makes an index for each foreign key that has none yet, under the key's name. */
function servesForeignKey({ name, parts }: CatalogIndex, foreignKeys: readonly CatalogForeignKey[]): boolean {
  const columns = parts.map(({ text }) => text).join();
  return foreignKeys.some((key) => key.name === name && key.columns.map(mysql.quoteIdentifier).join() === columns);
}

/** In the words in which tables ask for them. */
function readClauses({ engine, collation, row_format: format }: MysqlRow): Readonly<Record<string, string>> {
  const clauses = {
    ENGINE: engine,
    "DEFAULT CHARACTER SET": collation === null ? null : String(collation).split("_", 1)[0],
    COLLATE: collation,
    ROW_FORMAT: format,
  };
  return Object.fromEntries(Object.entries(clauses).map(([words, value]) => [words, String(value).toLowerCase()]));
}

function groupByName(rows: readonly MysqlRow[]): readonly (readonly MysqlRow[])[] {
  const groups = new Map<unknown, MysqlRow[]>();
  for (const row of rows) groups.set(row.name, [...(groups.get(row.name) ?? []), row]);
  return [...groups.values()];
}

function textOrNull(text: MysqlRow[string] | undefined): string | null {
  return text === undefined || text === null || text === "" ? null : String(text);
}
