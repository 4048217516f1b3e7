// A table with one of everything, and the SQL for it by hand: what the proofs in this folder are made of.

import type { Statement } from "../../src/model/output.ts";
import type { Span } from "../../src/model/span.ts";
import type { Table, TableColumn } from "../../src/model/table.ts";
import type { StaticValue } from "../../src/model/value.ts";
import type { ProvableTable } from "../../src/prove/expectation.ts";

const span: Span = { file: "src/video.ts", start: 10, end: 20 };

/** A column with its type as DuckDB and PostgreSQL spell it alike. */
export type TypedColumn = Omit<TableColumn, "sqlType"> & { readonly sqlType: string };

/** A nullable text column without anything, but for what is given. */
export function makeColumn(name: string, sqlType: string, rest: Partial<TableColumn> = {}): TypedColumn {
  const plain = { nullable: true, default: null, generated: null, autoincrement: false, comment: null };
  const flags = { system: false, id: false, key: false, source: span };
  return { name, type: { kind: "string" }, ...plain, ...flags, ...rest, sqlType };
}

/** An empty table, but for what is given. */
export function makeTable(name: string, columns: readonly TypedColumn[], rest: Partial<Table> = {}): ProvableTable {
  const table: Table = {
    name,
    schema: null,
    feature: name,
    kind: "feature",
    comment: null,
    columns: columns.map((column) => ({ ...column, sqlType: null })),
    primaryKey: null,
    indexes: [],
    uniqueConstraints: [],
    checkConstraints: [],
    foreignKeys: [],
    dialectOptions: {},
    source: span,
    ...rest,
  };
  return {
    expressed: table,
    columnTypes: columns.map(({ sqlType }) => sqlType),
    clauses: { body: [], suffix: [], afterwards: [] },
    statements: [],
  };
}

/** The table with these texts as its statements. */
export function withSql(table: ProvableTable, texts: readonly string[]): ProvableTable {
  const { name } = table.expressed;
  const statements = texts.map((sql): Statement => ({ kind: "create-table", table: name, name, sql, source: span }));
  return { ...table, statements };
}

/** A folded literal. */
export function literal(value: string | number | boolean): StaticValue {
  if (typeof value === "string") return { kind: "string", value, span };
  return typeof value === "number" ? { kind: "number", value, span } : { kind: "boolean", value, span };
}

/** The model of {@link videoSql}. */
export const video: ProvableTable = makeTable(
  "video",
  [
    makeColumn("video_id", "VARCHAR", { nullable: false, comment: "It's the id" }),
    makeColumn("size", "BIGINT", { default: { kind: "literal", value: literal(0) }, nullable: false }),
    makeColumn("title", "VARCHAR", { default: { kind: "literal", value: literal('it\'s \\ "new"') } }),
    makeColumn("seen_at", "TIMESTAMP WITH TIME ZONE", { default: { kind: "sql", sql: { value: "now()", span } } }),
    makeColumn("order", "INTEGER"),
  ],
  {
    comment: 'Videos -- "raw"',
    primaryKey: { name: "pk_video", columns: ["video_id", "size"], source: null },
    uniqueConstraints: [{ name: "uq_video_title", columns: ["title"], source: null }],
    checkConstraints: [
      { name: "ck_video_size", expression: { value: "size >= 0 AND title <> 'x'", span }, source: null },
    ],
    indexes: [
      {
        name: "ix_video_lower",
        parts: [
          { column: null, expression: { value: "lower(title)", span }, descending: false },
          { column: "order", expression: null, descending: false },
        ],
        unique: false,
        where: null,
        using: null,
        include: [],
        source: null,
      },
    ],
  },
);

/** SQL that makes {@link video} on DuckDB and on PostgreSQL. */
export const videoSql: readonly string[] = [
  `CREATE TABLE "video" (
  "video_id" VARCHAR NOT NULL,
  "size" BIGINT DEFAULT 0 NOT NULL,
  "title" VARCHAR DEFAULT 'it''s \\ "new"',
  "seen_at" TIMESTAMP WITH TIME ZONE DEFAULT now(),
  "order" INTEGER,
  CONSTRAINT "pk_video" PRIMARY KEY ("video_id", "size"),
  CONSTRAINT "uq_video_title" UNIQUE ("title"),
  CONSTRAINT "ck_video_size" CHECK (size >= 0 AND title <> 'x')
)`,
  'CREATE INDEX "ix_video_lower" ON "video" (lower(title), "order")',
  `COMMENT ON TABLE "video" IS 'Videos -- "raw"'`,
  `COMMENT ON COLUMN "video"."video_id" IS 'It''s the id'`,
];
