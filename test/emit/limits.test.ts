// What dialects cannot do: each case is one mistake and gets one diagnostic, at the place that shows it.

import { describe, expect, it } from "vitest";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import { dialects } from "../../src/dialects/index.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import type { PrintOptions } from "../../src/emit/printer.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import type { ForeignKey, Table, TableColumn } from "../../src/model/table.ts";
import { column, folded, index, literal, printOptions, span, sql, sqlDefault, table } from "./tables.ts";

/** Code and message of everything reported, in order. */
function complaints(
  name: DialectName,
  tables: readonly Table[],
  options: Partial<PrintOptions> = {},
): readonly string[] {
  const { diagnostics } = printTables(tables, dialects[name], { ...printOptions, ...options });
  return findingsOf(diagnostics, () => "").map(({ code, message }) => `${code} ${message}`);
}

const withColumn = (type: ColumnType, rest: Partial<TableColumn> = {}) => [table("t", [column("c", type, rest)])];
const withKey = (columns: readonly TableColumn[]) => [
  table("t", columns, { primaryKey: { name: null, columns: columns.map(({ name }) => name), source: span } }),
];
/** A unique constraint, an index and a unique index over the same strings. */
const withIndexes = (...names: readonly string[]) => [
  table(
    "t",
    names.map((name) => column(name, "string", { key: true })),
    {
      uniqueConstraints: [{ name: null, columns: names, source: span }],
      indexes: [index("ix", names), index("ux", names, { unique: true })],
    },
  ),
];
const withOptions = (
  dialect: string,
  options: unknown,
  columns: readonly TableColumn[] = [column("a", "int64"), column("b", "string")],
) => {
  const value = folded(options);
  return [table("t", columns, { dialectOptions: value.kind === "object" ? { [dialect]: value } : {} })];
};
/** A table whose rows ClickHouse sorts by this column. */
const sortedBy = (only: TableColumn) => withOptions("clickhouse", { orderBy: [only.name] }, [only]);
const decimal = (precision: number, scale: number): ColumnType => ({ kind: "decimal", precision, scale });
const struct = (...names: readonly string[]): ColumnType => ({
  kind: "struct",
  fields: names.map((name) => ({ name, type: { kind: "string" }, nullable: false })),
});
const list: ColumnType = { kind: "list", element: { kind: "string" }, nullable: false };
const foreignKey: ForeignKey = {
  name: "fk",
  columns: ["a"],
  referredSchema: null,
  referredTable: "other",
  referredColumns: ["id"],
  onDelete: null,
  onUpdate: null,
  source: span,
};
const other = table("other", [column("id", "int64", { key: true }), column("x", "int64", { key: true })], {
  primaryKey: { name: null, columns: ["id"], source: null },
});

/** A table that refers to as many others. */
function withForeignKeys(count: number): readonly Table[] {
  const names = Array.from({ length: count }, (_, place) => `c${place}`);
  const keys = names.map((name) => ({ ...foreignKey, name: `fk_${name}`, columns: [name] }));
  const columns = names.map((name) => column(name, "int64", { key: true }));
  return [other, table("t", columns, { foreignKeys: keys })];
}

const cases: readonly (readonly [dialect: DialectName, tables: readonly Table[], expected: readonly string[]])[] = [
  // Types
  [
    "duckdb",
    withColumn(struct()),
    ["MXC3001 DuckDB has no type for column 'c', an object: an object without members has no columns"],
  ],
  [
    "duckdb",
    withColumn(struct("a", "A")),
    ["MXC3001 DuckDB has no type for column 'c', an object: two of its members are both named 'A' there"],
  ],
  ["clickhouse", withColumn(struct("a", "A")), []],
  ["postgresql", withColumn(struct("a", "A")), []],
  ["postgresql", withColumn(struct()), []],
  [
    "bigquery",
    withColumn(struct("a b", "a_b")),
    [
      "MXC3009 BigQuery does not take 'a b' as a field's name in column 'c', so it is named 'a_b'",
      "MXC3001 BigQuery has no type for column 'c', an object: two of its members are both named 'a_b' there",
    ],
  ],
  [
    "duckdb",
    withColumn(decimal(39, 0)),
    ["MXC3002 column 'c' has a precision of 39, DuckDB takes at most a precision of 38"],
  ],
  ["postgresql", withColumn(decimal(39, 0)), []],
  ["mysql", withColumn(decimal(40, 31)), ["MXC3002 column 'c' has a scale of 31, MySQL takes at most a scale of 30"]],
  [
    "bigquery",
    withColumn(decimal(50, 5)),
    ["MXC3002 column 'c' has 45 digits before the point, BigQuery takes at most 38 digits before the point"],
  ],
  [
    "clickhouse",
    withColumn({ kind: "list", element: decimal(77, 0), nullable: false }),
    ["MXC3002 column 'c' has a precision of 77, ClickHouse takes at most a precision of 76"],
  ],
  ["mysql", withColumn({ kind: "list", element: decimal(77, 0), nullable: false }), []],
  [
    "mysql",
    withColumn({ kind: "varchar", length: 16_384 }),
    ["MXC3002 column 'c' has a length of 16384, MySQL takes at most a length of 16383"],
  ],
  [
    "duckdb",
    withColumn({ kind: "vector", dimensions: 100_001 }),
    ["MXC3002 column 'c' has 100001 dimensions, DuckDB takes at most 100000 dimensions"],
  ],
  [
    "postgresql",
    withColumn({ kind: "vector", dimensions: 16_001 }),
    ["MXC3002 column 'c' has 16001 dimensions, PostgreSQL takes at most 16000 dimensions"],
  ],
  [
    "mariadb",
    withColumn({ kind: "enum", labels: ["x".repeat(256)] }),
    [
      `MXC3003 MariaDB cannot keep the label "${"x".repeat(256)}" of column 'c': it has 256 characters, at most 255 fit`,
    ],
  ],
  [
    "mysql",
    withColumn({ kind: "enum", labels: ["a "] }),
    [`MXC3003 MySQL cannot keep the label "a " of column 'c': trailing blanks are cut off`],
  ],
  [
    "clickhouse",
    withColumn({ kind: "enum", labels: Array.from({ length: 32_768 }, (_, place) => `l${place}`) }),
    ["MXC3002 column 'c' has 32768 labels, ClickHouse takes at most 32767 labels"],
  ],
  [
    "clickhouse",
    withColumn(list, { nullable: true }),
    ["MXC3005 ClickHouse cannot tell null from empty in column 'c', a list: null is stored as an empty value"],
  ],
  [
    "clickhouse",
    withColumn({ kind: "string" }, { nullable: true, sqlType: sql("FixedString(3)") }),
    ["MXC3005 ClickHouse cannot tell null from empty in column 'c', FixedString(3): null is stored as an empty value"],
  ],
  [
    "clickhouse",
    withColumn({ kind: "string" }, { nullable: true, sqlType: sql("LowCardinality(Nullable(String))") }),
    [],
  ],
  ["duckdb", withColumn({ kind: "string" }, { nullable: true, sqlType: sql("HUGEINT") }), []],
  ["bigquery", withColumn(struct("a"), { nullable: true }), []],
  [
    "sqlite",
    withColumn(decimal(18, 4)),
    ["MXC3006 SQLite keeps column 'c', a decimal(18, 4), as a number with 15 exact digits"],
  ],
  ["sqlite", withColumn(decimal(15, 4)), []],
  ["sqlite", withColumn(decimal(18, 4), { sqlType: { value: { sqlite: sql("TEXT") }, span } }), []],

  // Keys
  [
    "duckdb",
    withKey([column("c", list, { key: true })]),
    ["MXC3004 DuckDB cannot have column 'c' in the primary key, because its type is a list"],
  ],
  [
    "bigquery",
    withKey([column("c", "float64", { key: true })]),
    ["MXC3004 BigQuery cannot have column 'c' in the primary key, because its type is a float64"],
  ],
  [
    "mysql",
    [table("t", [column("c", "json", { key: true })], { indexes: [index("ix", ["c"])] })],
    ["MXC3004 MySQL cannot have column 'c' in index 'ix', because its type is JSON"],
  ],
  [
    "postgresql",
    [table("t", [column("c", "json", { key: true })], { indexes: [index("ix", ["c"], { using: "gin" })] })],
    [],
  ],
  [
    "clickhouse",
    sortedBy(column("c", "string", { nullable: true })),
    ["MXC3029 column 'c' admits null, which ClickHouse refuses in ORDER BY"],
  ],
  [
    "clickhouse",
    sortedBy(column("c", { kind: "list", element: { kind: "string" }, nullable: true })),
    ["MXC3029 column 'c' admits null, which ClickHouse refuses in ORDER BY"],
  ],
  [
    "postgresql",
    withKey(Array.from({ length: 33 }, (_, place) => column(`c${place}`, "int64", { key: true }))),
    ["MXC3028 the primary key of table 't' has 33 columns, PostgreSQL takes at most 32"],
  ],
  [
    "bigquery",
    withKey(Array.from({ length: 17 }, (_, place) => column(`c${place}`, "int64", { key: true }))),
    ["MXC3028 the primary key of table 't' has 17 columns, BigQuery takes at most 16"],
  ],
  [
    "mysql",
    withKey(["a", "b", "c", "d"].map((name) => column(name, "string", { key: true }))),
    ["MXC3031 the primary key needs 4080 bytes, MySQL has room for 3072 bytes"],
  ],
  ["mysql", withKey(["a", "b", "c"].map((name) => column(name, "string", { key: true }))), []],
  [
    "mysql",
    withIndexes("a", "b", "c", "d"),
    [
      "MXC3031 unique (a, b, c, d) needs 4080 bytes, MySQL has room for 3072 bytes",
      "MXC3031 index 'ix' needs 4080 bytes, MySQL has room for 3072 bytes",
      "MXC3031 unique index 'ux' needs 4080 bytes, MySQL has room for 3072 bytes",
    ],
  ],
  [
    "postgresql",
    withIndexes("a", "b").map((each) => {
      const options = folded({ partitionBy: "RANGE (c)" });
      const columns = [...each.columns, column("c", "timestamptz")];
      return { ...each, columns, dialectOptions: options.kind === "object" ? { postgresql: options } : {} };
    }),
    ["unique (a, b)", "unique index 'ux'"].map(
      (what) =>
        `MXC3032 PostgreSQL cannot keep ${what} over the partitions of a table: it lacks column 'c', by which the table is divided`,
    ),
  ],
  [
    "mariadb",
    withKey([column("a", "string", { key: true })]).map((each) => {
      const options = folded({ rowFormat: "COMPACT" });
      return { ...each, dialectOptions: options.kind === "object" ? { mariadb: options } : {} };
    }),
    ["MXC3031 a column of the primary key needs 1020 bytes, MariaDB has room for 767 bytes"],
  ],
  [
    "clickhouse",
    [table("é".repeat(40), [column("a", "int64")])],
    [`MXC3031 the file of table '${"é".repeat(40)}' needs 240 characters, ClickHouse has room for 206 characters`],
  ],
  [
    "postgresql",
    [
      table(
        "t",
        Array.from({ length: 1601 }, (_, place) => column(`c${place}`, "int8")),
      ),
    ],
    ["MXC3014 table 't' has 1601 columns, PostgreSQL takes at most 1600"],
  ],

  // Columns
  [
    "duckdb",
    withColumn({ kind: "int64" }, { autoincrement: true }),
    ["MXC3012 DuckDB cannot number column 'c' by itself"],
  ],
  [
    "postgresql",
    withColumn({ kind: "string" }, { autoincrement: true }),
    ["MXC3012 PostgreSQL cannot number column 'c' by itself"],
  ],
  [
    "sqlite",
    withColumn({ kind: "int64" }, { autoincrement: true }),
    ["MXC3012 SQLite cannot number column 'c' by itself"],
  ],
  [
    "mysql",
    [table("t", [column("c", "int64", { autoincrement: true, key: true })], { indexes: [index("ix", ["c"])] })],
    ["MXC3012 MySQL cannot number column 'c' by itself"],
  ],
  [
    "bigquery",
    withColumn({ kind: "string" }, { generated: sql("1") }),
    ["MXC3013 BigQuery cannot generate column 'c': it has no generated columns"],
  ],
  [
    "duckdb",
    withKey([column("c", "int64", { key: true, generated: sql("1") })]),
    ["MXC3013 DuckDB cannot generate column 'c': a generated column cannot be part of the primary key there"],
  ],
  [
    "ducklake",
    withColumn({ kind: "timestamptz" }, { default: sqlDefault("now()") }),
    ["MXC3011 DuckLake takes only literals as defaults, and column 'c' has an expression"],
  ],
  ["ducklake", withColumn({ kind: "int64" }, { default: sqlDefault("-1") }), []],
  [
    "duckdb",
    withColumn({ kind: "string" }, { default: sqlDefault("1; DROP TABLE x") }),
    [
      "MXC3010 the default of column 'c' holds a semicolon, which would end the statement, so it is not printed for DuckDB",
    ],
  ],
  [
    "duckdb",
    withColumn({ kind: "string" }, { sqlType: sql("INT, b INT") }),
    ["MXC3010 the type of column 'c' is a list where one expression was expected, so it is not printed for DuckDB"],
  ],

  // Defaults
  [
    "duckdb",
    withColumn({ kind: "boolean" }, { default: literal("yes") }),
    [`MXC3007 the default of column 'c' is the string "yes", expected true or false`],
  ],
  [
    "duckdb",
    withColumn({ kind: "int8" }, { default: literal(128) }),
    ["MXC3007 the default of column 'c' is the number 128, expected a whole number from -128 to 127"],
  ],
  [
    "duckdb",
    withColumn({ kind: "int64" }, { default: literal(1.5) }),
    [
      "MXC3007 the default of column 'c' is the number 1.5, expected a whole number from -9223372036854775808 to 9223372036854775807",
    ],
  ],
  [
    "duckdb",
    withColumn({ kind: "date" }, { default: literal("2023-02-29") }),
    [`MXC3007 the default of column 'c' is the string "2023-02-29", expected a date such as "2024-01-31"`],
  ],
  [
    "duckdb",
    withColumn({ kind: "timestamptz" }, { default: literal("2024-01-31 12:00:00") }),
    [
      `MXC3007 the default of column 'c' is the string "2024-01-31 12:00:00", expected a date and time with a zone such as "2024-01-31T12:30:00Z"`,
    ],
  ],
  [
    "sqlite",
    withColumn({ kind: "timestamptz" }, { default: literal("2024-01-31T12:00:00+02:00") }),
    [
      "MXC3007 the default of column 'c' is a time in another zone, expected a time in UTC, ending in Z, because SQLite keeps no zone",
    ],
  ],
  [
    "duckdb",
    withColumn({ kind: "enum", labels: ["a", "b"] }, { default: literal("c") }),
    [`MXC3007 the default of column 'c' is the string "c", expected one of "a", "b"`],
  ],
  [
    "duckdb",
    withColumn(decimal(4, 2), { default: literal("123.4") }),
    [
      `MXC3007 the default of column 'c' is the string "123.4", expected a decimal with at most 2 digits before the point and 2 after it`,
    ],
  ],
  [
    "duckdb",
    withColumn(list, { default: literal(["a", 1]) }),
    ["MXC3007 the default of column 'c' is the number 1, expected a string"],
  ],
  [
    "duckdb",
    withColumn(struct("a"), { default: literal({ a: "x", b: "y" }) }),
    [`MXC3007 the default of column 'c' is "b", expected only "a"`],
  ],
  [
    "duckdb",
    withColumn({ kind: "string" }, { default: literal(null) }),
    ["MXC3007 the default of column 'c' is null, expected a value other than null"],
  ],
  [
    "mysql",
    withColumn({ kind: "float64" }, { default: literal(Number.NaN) }),
    ["MXC3008 MySQL cannot write this default of column 'c' as a literal"],
  ],
  ...[{ a: null }, { a: { b: {} } }, { "a.b": 1 }, { a: [{ b: null }] }, [1], "text"].map(
    (value) =>
      [
        "clickhouse",
        withColumn({ kind: "json" }, { default: literal(value) }),
        ["MXC3008 ClickHouse cannot write this default of column 'c' as a literal"],
      ] as const,
  ),
  ...[{}, { a: [] }, { a: [null, 1, {}] }].map(
    (value) => ["clickhouse", withColumn({ kind: "json" }, { default: literal(value) }), []] as const,
  ),
  ["postgresql", withColumn({ kind: "float64" }, { default: literal(Number.NaN) }), []],
  ["postgresql", withColumn(struct("a"), { default: literal({ a: "x" }) }), []],

  // Constraints
  [
    "ducklake",
    withKey([column("a", "int64", { key: true })]),
    ["MXC3020 DuckLake has no primary keys, so table 't' goes without (a)"],
  ],
  [
    "clickhouse",
    [
      table("t", [column("a", "int64", { key: true })], {
        uniqueConstraints: [{ name: "uq", columns: ["a"], source: span }],
        indexes: [index("ix", ["a"], { unique: true })],
      }),
    ],
    [
      "MXC3021 ClickHouse has no unique constraints, so table 't' goes without unique (a) and what is unique about index 'ix'",
    ],
  ],
  [
    "bigquery",
    [
      table("t", [column("a", "int64")], {
        checkConstraints: [{ name: "ck", expression: sql("a > 0"), source: span }],
      }),
    ],
    ["MXC3022 BigQuery has no check constraints, so table 't' goes without check 'ck'"],
  ],
  [
    "clickhouse",
    [other, table("t", [column("a", "int64")], { foreignKeys: [foreignKey] })],
    ["MXC3023 ClickHouse has no foreign keys, so table 't' goes without the foreign key (a) to 'other'"],
  ],
  [
    "duckdb",
    [other, table("t", [column("a", "int64")], { foreignKeys: [{ ...foreignKey, onDelete: "CASCADE" }] })],
    ["MXC3024 DuckDB has no ON DELETE CASCADE for foreign keys, so table 't' goes without it"],
  ],
  [
    "duckdb",
    [other, table("t", [column("a", "int64")], { foreignKeys: [{ ...foreignKey, onDelete: "RESTRICT" }] })],
    [],
  ],
  [
    "postgresql",
    [other, table("t", [column("a", "int64")], { foreignKeys: [{ ...foreignKey, referredColumns: ["x"] }] })],
    [
      "MXC3030 foreign key refers to (x) of 'other', which is neither its primary key nor unique, as PostgreSQL demands",
    ],
  ],
  ["bigquery", withForeignKeys(64), []],
  ["bigquery", withForeignKeys(65), ["MXC3074 table 't' has 65 foreign keys, BigQuery takes at most 64"]],
  ["postgresql", withForeignKeys(65), []],
  [
    "bigquery",
    withKey([column("c", "binary", { key: true })]),
    ["MXC3004 BigQuery cannot have column 'c' in the primary key, because its type is bytes"],
  ],
  [
    "bigquery",
    [
      table("t", [column("a", "binary", { key: true })], {
        foreignKeys: [{ ...foreignKey, referredTable: "elsewhere" }],
      }),
    ],
    ["MXC3004 BigQuery cannot have column 'a' in a foreign key, because its type is bytes"],
  ],
  [
    "mysql",
    [
      table("other", [column("id", "int64", { key: true })], { primaryKey: other.primaryKey }),
      table("t", [column("a", "int64")], { schema: "s", foreignKeys: [foreignKey] }),
    ],
    ["MXC3072 foreign key leads to 'other', which names no database, and MySQL would look for it in 's'"],
  ],

  // Indexes
  [
    "bigquery",
    [table("t", [column("a", "int64", { key: true })], { indexes: [index("ix", ["a"])] })],
    ["MXC3025 BigQuery has no indexes, so table 't' goes without index 'ix'"],
  ],
  [
    "mariadb",
    [
      table("t", [column("a", "int64")], {
        indexes: [index("ix", [], { parts: [{ column: null, expression: sql("a + 1"), descending: false }] })],
      }),
    ],
    ["MXC3025 MariaDB has no indexes on expressions, so table 't' goes without index 'ix'"],
  ],
  [
    "duckdb",
    [
      table("t", [column("a", "int64", { key: true })], {
        indexes: [index("ix", ["a"], { where: sql("a > 0"), include: ["a"], using: "gin" })],
      }),
    ],
    ["MXC3025 DuckDB has no gin indexes, so table 't' goes without index 'ix'"],
  ],
  [
    "duckdb",
    [
      table("t", [column("a", "int64", { key: true })], {
        indexes: [index("ix", ["a"], { where: sql("a > 0"), unique: true })],
      }),
    ],
    ["MXC3027 DuckDB has no partial indexes, and without it unique index 'ix' would refuse other rows"],
  ],
  [
    "postgresql",
    [table("t", [column("a", "int64", { key: true })], { indexes: [index("ix", ["a"], { using: "gin (a); --" })] })],
    ["MXC3010 the method of index 'ix' is not a name, so it is not printed for PostgreSQL"],
  ],

  [
    "mysql",
    [table("t", [column("a", "int64", { key: true })], { indexes: [index("ix", ["a"], { using: "hash" })] })],
    ["MXC3026 MySQL has no USING hash in indexes; index 'ix' is made without"],
  ],

  // Comments
  [
    "mysql",
    withColumn({ kind: "string" }, { comment: "x".repeat(1025) }),
    ["MXC3040 the comment of column 'c' has 1025 characters, MySQL takes at most 1024, so it is cut"],
  ],
  ["postgresql", withColumn({ kind: "string" }, { comment: "x".repeat(5000) }), []],
  [
    "mariadb",
    [table("t", [column("c", "string")], { comment: "fun 😀" })],
    ["MXC3041 MariaDB keeps no '😀' in comments, so a '?' stands for it in the comment of table 't'"],
  ],

  // Options
  ["clickhouse", withOptions("clickhouse", { orderby: ["a"] }), ["MXC3050 ClickHouse has no table option 'orderby'"]],
  [
    "clickhouse",
    withOptions("clickhouse", { orderBy: "a" }),
    ["MXC3051 option 'orderBy' is not a list of column names"],
  ],
  [
    "clickhouse",
    withOptions("clickhouse", { orderBy: ["c"] }),
    ["MXC3053 option 'orderBy' for ClickHouse names 'c', which is no column of the table"],
  ],
  ["duckdb", withOptions("clickhouse", { orderBy: "a" }), []],
  [
    "bigquery",
    withOptions(
      "bigquery",
      { clusterBy: [..."abcde"] },
      [..."abcde"].map((name) => column(name, "int64")),
    ),
    ["MXC3028 CLUSTER BY of table 't' has 5 columns, BigQuery takes at most 4"],
  ],
];

describe("printTables", () => {
  it.each(cases)("on %s, case %#", (name, tables, expected) => {
    expect(complaints(name, tables)).toEqual(expected);
  });

  it("checks the options of the store", () => {
    const [tables] = [withColumn({ kind: "string" })];
    expect(complaints("clickhouse", tables, { dialectOptions: { clusters: "x", distributed: "yes" } })).toEqual([
      "MXC3054 [ext.compile.clickhouse] has no option 'clusters'",
      "MXC3055 'distributed' in [ext.compile.clickhouse] is not true or false",
    ]);
    expect(complaints("duckdb", tables, { dialectOptions: { cluster: "x" } })).toEqual([
      "MXC3054 [ext.compile.duckdb] has no option 'cluster'",
    ]);
  });

  it("says that SQLAlchemy has no tables for ClickHouse and BigQuery", () => {
    for (const name of ["clickhouse", "bigquery"] as const) {
      expect(complaints(name, withColumn({ kind: "string" }), { compat: "sqlmodel" })[0]).toMatch(/^MXC3056/);
    }
  });

  it("names what SQLAlchemy's types lose", () => {
    expect(complaints("duckdb", withColumn({ kind: "float64" }), { compat: "sqlmodel" })).toEqual([
      "MXC3006 DuckDB keeps column 'c', a float64, as FLOAT, which has 4 bytes here",
    ]);
  });

  it("points at the columns, indexes and options themselves", () => {
    const place = { file: "src/other.ts", start: 3, end: 4 };
    const { diagnostics } = printTables(withColumn(decimal(39, 0), { source: place }), dialects.duckdb, printOptions);
    expect(diagnostics.map(({ primary }) => primary)).toEqual([place]);
  });
});
