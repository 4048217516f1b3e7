// PostgreSQL's catalog, read with one query per kind of thing; PGlite and servers share it.

import type { ReferentialAction } from "../model/feature.ts";
import { compareText } from "../model/text-order.ts";
import type { Catalog, CatalogColumn, CatalogForeignKey, CatalogIndex, CatalogTable } from "./catalog.ts";

/** Runs a query with `$1` bound to the names of the schemas, and returns its rows. */
export type QueryRows = <Row>(sql: string, schemas: readonly string[]) => Promise<readonly Row[]>;

interface TableRow {
  readonly schema: string;
  readonly name: string;
  readonly comment: string | null;
  /** `RANGE (uploaded_at)`; null for a table in one piece. */
  readonly partition: string | null;
}

interface ColumnRow extends Omit<CatalogColumn, "default" | "generated"> {
  readonly schema: string;
  readonly table: string;
  readonly expression: string | null;
  readonly is_generated: boolean;
}

interface ConstraintRow {
  readonly schema: string;
  readonly table: string;
  readonly kind: "p" | "u" | "c" | "f";
  readonly name: string;
  readonly columns: readonly string[];
  readonly expression: string | null;
  readonly referred_schema: string | null;
  readonly referred_table: string | null;
  readonly referred_columns: readonly string[];
  readonly on_delete: string;
  readonly on_update: string;
}

interface IndexRow extends CatalogIndex {
  readonly schema: string;
  readonly table: string;
}

/** `relkind` of tables, partitioned tables, views, materialized views and foreign tables. */
const RELATIONS = "('r', 'p', 'v', 'm', 'f')";

const TABLES = `
  SELECT n.nspname AS schema, c.relname AS name, obj_description(c.oid, 'pg_class') AS comment,
    pg_get_partkeydef(c.oid) AS partition
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY ($1::text[]) AND c.relkind IN ${RELATIONS}`;

const COLUMNS = `
  SELECT n.nspname AS schema, c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
    NOT a.attnotnull AS nullable, pg_get_expr(d.adbin, d.adrelid) AS expression, a.attgenerated <> '' AS is_generated,
    pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) IS NOT NULL AS autoincrement, col_description(c.oid, a.attnum) AS comment
  FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE n.nspname = ANY ($1::text[]) AND c.relkind IN ${RELATIONS} AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY a.attnum`;

const CONSTRAINTS = `
  SELECT n.nspname AS schema, c.relname AS table, k.contype AS kind, k.conname AS name,
    ARRAY (
      SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u (attnum, place)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum ORDER BY u.place
    ) AS columns,
    pg_get_expr(k.conbin, k.conrelid) AS expression,
    rn.nspname AS referred_schema, r.relname AS referred_table,
    ARRAY (
      SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u (attnum, place)
        JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum ORDER BY u.place
    ) AS referred_columns,
    k.confdeltype AS on_delete, k.confupdtype AS on_update
  FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_class r ON r.oid = k.confrelid
    LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
  WHERE n.nspname = ANY ($1::text[]) AND k.contype IN ('p', 'u', 'c', 'f')`;

const INDEXES = `
  SELECT n.nspname AS schema, c.relname AS table, i.relname AS name, x.indisunique AS unique, m.amname AS using,
    pg_get_expr(x.indpred, x.indrelid) AS where,
    ARRAY (SELECT pg_get_indexdef(x.indexrelid, p, true) FROM generate_series(x.indnkeyatts + 1, x.indnatts) p) AS include,
    (
      SELECT json_agg(json_build_object(
        'text', pg_get_indexdef(x.indexrelid, p, true) || CASE WHEN o.opcdefault THEN '' ELSE ' ' || o.opcname END,
        'descending', (x.indoption[p - 1] & 1) = 1, 'nullsFirst', (x.indoption[p - 1] & 2) = 2) ORDER BY p)
      FROM generate_series(1, x.indnkeyatts) p JOIN pg_opclass o ON o.oid = x.indclass[p - 1]
    ) AS parts
  FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_class c ON c.oid = x.indrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_am m ON m.oid = i.relam
  WHERE n.nspname = ANY ($1::text[]) AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.oid AND k.contype IN ('p', 'u', 'x'))`;

/**
 * Reads the tables of some schemas.
 *
 * @param home the schema that stands for "no schema"
 */
export async function readPostgresqlCatalog(
  query: QueryRows,
  home: string,
  schemas: readonly string[],
): Promise<Catalog> {
  const names = [home, ...schemas];
  const tables = await query<TableRow>(TABLES, names);
  const columns = groupByTable(await query<ColumnRow>(COLUMNS, names));
  const constraints = groupByTable(await query<ConstraintRow>(CONSTRAINTS, names));
  const indexes = groupByTable(await query<IndexRow>(INDEXES, names));
  const schemaOf = (name: string) => (name === home ? null : name);
  return {
    tables: tables
      .map(({ schema, name, comment, partition }): CatalogTable => {
        const id = tableId(schema, name);
        return {
          schema: schemaOf(schema),
          name,
          comment,
          columns: (columns.get(id) ?? []).map(readColumn),
          ...readConstraints(constraints.get(id) ?? [], schemaOf),
          indexes: (indexes.get(id) ?? []).map(readIndex).sort(byName),
          clauses: partition === null ? {} : { "PARTITION BY": partition },
        };
      })
      .sort((a, b) => compareText(a.schema ?? "", b.schema ?? "") || byName(a, b)),
  };
}

function readColumn(row: ColumnRow): CatalogColumn {
  const { name, type, nullable, autoincrement, comment, expression, is_generated: isGenerated } = row;
  return {
    name,
    type,
    nullable,
    // The default of a serial column only names its sequence.
    default: isGenerated || autoincrement ? null : expression,
    generated: isGenerated ? expression : null,
    autoincrement,
    comment,
  };
}

function readConstraints(rows: readonly ConstraintRow[], schemaOf: (name: string) => string | null) {
  const ofKind = (kind: ConstraintRow["kind"]) => rows.filter((row) => row.kind === kind).sort(byName);
  const readKey = ({ name, columns }: ConstraintRow) => ({ name, columns });
  return {
    primaryKey: ofKind("p").map(readKey)[0] ?? null,
    uniqueConstraints: ofKind("u").map(readKey),
    checkConstraints: ofKind("c").map(({ name, expression }) => ({ name, expression: expression ?? "" })),
    foreignKeys: ofKind("f").map(
      (row): CatalogForeignKey => ({
        name: row.name,
        columns: row.columns,
        referredSchema: schemaOf(row.referred_schema ?? ""),
        referredTable: row.referred_table ?? "",
        referredColumns: row.referred_columns,
        onDelete: ACTIONS[row.on_delete] ?? null,
        onUpdate: ACTIONS[row.on_update] ?? null,
      }),
    ),
  };
}

/** `confdeltype` and `confupdtype`. */
const ACTIONS: Readonly<Record<string, ReferentialAction>> = {
  a: "NO ACTION",
  r: "RESTRICT",
  c: "CASCADE",
  n: "SET NULL",
  d: "SET DEFAULT",
};

function readIndex({ name, parts, unique, where, using, include }: IndexRow): CatalogIndex {
  return { name, parts, unique, where, using, include };
}

function groupByTable<Row extends { readonly schema: string; readonly table: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = tableId(row.schema, row.table);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
}

function tableId(schema: string, table: string): string {
  return JSON.stringify([schema, table]);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compareText(a.name, b.name);
}
