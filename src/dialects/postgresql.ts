// PostgreSQL. Tried on PostgreSQL 15 and on 18 (PGlite) unless a line says otherwise.

import type { Dialect } from "./dialect.ts";
import { checkPostgresqlIndexes } from "./postgresql-indexes.ts";
import { postgresqlClauses } from "./postgresql-table.ts";
import { doubleQuoted, hexDigits, singleQuoted } from "./quoting.ts";
import { CHANGES, noHindrance } from "./reference-rules.ts";
import { holdsDocument, sqlalchemyTypes } from "./sqlalchemy.ts";
import type { OfKind, TypeTable } from "./type-table.ts";

const types = {
  string: "TEXT",
  text: "TEXT",
  boolean: "BOOLEAN",
  int8: "SMALLINT",
  int16: "SMALLINT",
  int32: "INTEGER",
  int64: "BIGINT",
  uint8: "SMALLINT",
  uint16: "INTEGER",
  uint32: "BIGINT",
  uint64: "NUMERIC(20, 0)",
  float32: "REAL",
  float64: "DOUBLE PRECISION",
  date: "DATE",
  time: "TIME WITHOUT TIME ZONE",
  timestamp: "TIMESTAMP WITHOUT TIME ZONE",
  timestamptz: "TIMESTAMP WITH TIME ZONE",
  interval: "INTERVAL",
  uuid: "UUID",
  // JSON has no equality and no btree.
  json: "JSONB",
  binary: "BYTEA",
  // PostGIS is an extension; well-known text needs none.
  geography: "TEXT",
  varchar: ({ length }) => `VARCHAR(${length})`,
  decimal: ({ precision, scale }) => `NUMERIC(${precision}, ${scale})`,
  // A type of its own would need a name, has no IF NOT EXISTS and limits labels to 63 bytes: TEXT with a check.
  enum: () => "TEXT",
  list: ({ element }, { spell }) => (holdsDocument(element) ? "JSONB" : `${spell(element, false)}[]`),
  map: () => "JSONB",
  struct: () => "JSONB",
  vector: ({ dimensions }, { target }) => (target.vector === "array" ? "REAL[]" : `vector(${dimensions})`),
} satisfies TypeTable;

const vectorExtension = { name: "vector", sql: "CREATE EXTENSION IF NOT EXISTS vector" };

export const postgresql: Dialect = {
  name: "postgresql",
  title: "PostgreSQL",
  sources: ["PostgreSQL 15", "PostgreSQL 18"],
  engine: "postgresql",
  answersTo: ["postgresql"],
  quoteIdentifier: doubleQuoted,
  // standard_conforming_strings is on since 9.1: a backslash is a backslash.
  quoteString: singleQuoted,
  quoteBytes: (bytes) => `'\\x${hexDigits(bytes)}'`,
  lexical: {
    // The manual's page on lexical structure; tried on 15.20 and 18 (PGlite).
    doubleQuotes: "name",
    backticks: false,
    bracketNames: false,
    doubledQuotes: true,
    backslashEscapes: false,
    backslashEscapesInNames: false,
    stringPrefixes: ["e", "b", "x", "n"],
    escapePrefixes: ["e"],
    digitPrefixes: ["b", "x"],
    unicodeEscapes: true,
    tripleQuotes: false,
    dollarQuotes: true,
    lineComments: [],
    nestedComments: true,
    // Variables of psql, which replaces them in scripts, too.
    parameters: /:(?:[\p{L}\p{N}_]+|['"]|\{\?)/uy,
  },

  names: {
    // Longer names are cut with a NOTICE.
    identifierLimit: 63,
    tableLimit: 63,
    limitUnit: "bytes",
    indexScope: "schema",
    indexesShareNamespaceWithTables: true,
    keyScope: "schema",
    keysShareNamespaceWithIndexes: true,
    foreignKeysShareNamespaceWithIndexes: false,
    foreignKeyScope: "table",
    checkScope: "table",
    caseInsensitiveColumns: false,
    caseInsensitiveTables: false,
    reservedTablePrefixes: [],
    reservedColumnPrefixes: [],
    // pg_attribute: "column name "xmin" conflicts with a system column name"; `XMIN` is another name.
    reservedColumns: ["cmax", "cmin", "ctid", "tableoid", "xmax", "xmin"],
    reservedIndexes: [],
    forbiddenInTables: null,
    forbiddenInColumns: null,
  },

  types,
  sqlmodel: {
    nameLimit: 63,
    types: { ...sqlalchemyTypes, vector: types.vector },
    // "data type json has no default operator class for access method btree".
    unkeyable: ["json", "map", "struct"],
    lossy: {},
    serialTypes: { int8: "SMALLSERIAL", int16: "SMALLSERIAL", int32: "SERIAL", int64: "BIGSERIAL" },
  },
  typeLimits: {
    decimal: { precision: 1000, scale: 1000, integerDigits: null, exactPrecision: null },
    varcharLength: 10_485_760,
    // pgvector's limit for `vector`.
    vectorDimensions: 16_000,
    mapKeys: null,
    enum: null,
  },
  isDocument: holdsDocument,
  structField: (name) => name,
  nullability: { wrap: null, admits: null, nullless: [], inLists: true },
  checkType: (type, column) => {
    if (type.kind === "enum") return [`${column} IN (${type.labels.map(singleQuoted).join(", ")})`];
    return type.kind === "list" ? checkElements(type, column) : [];
  },

  literals: {
    true: "TRUE",
    false: "FALSE",
    number: (digits) => digits,
    special: (word) => singleQuoted(word),
    typed: (quoted) => quoted,
    keepsZones: true,
    list: (items, sqlType) => `CAST(ARRAY[${items.join(", ")}] AS ${sqlType})`,
    // Maps and structs are documents.
    map: null,
    struct: null,
    vector: (components, sqlType) =>
      sqlType === "REAL[]" ? `'{${components.join(",")}}'` : `'[${components.join(",")}]'`,
  },
  utcNow: "clock_timestamp() AT TIME ZONE 'UTC'",
  defaults: { expressions: true, alwaysParenthesized: false, parenthesizedKinds: [], beforeNotNull: false },
  generated: {
    clause: (expression) => `GENERATED ALWAYS AS (${expression}) STORED`,
    notNull: true,
    refusedIn: [],
  },
  autoincrement: {
    clause: "GENERATED BY DEFAULT AS IDENTITY",
    type: null,
    // "identity column type must be smallint, integer, or bigint".
    numbers: /^(SMALLINT|INTEGER|BIGINT|INT[248]?)$/i,
    needs: "nothing",
    isPrimaryKey: false,
  },

  constraints: {
    primaryKey: "enforced",
    namedPrimaryKey: true,
    primaryKeyInColumnList: true,
    unique: "enforced",
    check: "enforced",
    namelessChecks: true,
    checksAtColumns: true,
    foreignKey: "enforced",
    references: {
      circular: "alter",
      target: "index",
      keyOrder: false,
      acrossSchemas: true,
      reachesHome: true,
      schemaWord: "schema",
      namesSchema: true,
      homeSchema: null,
      ownTable: true,
      maxKeys: null,
      typeClass: postgresqlTypeClass,
      // "foreign key constraint … cannot be implemented" for every other pair, and the other way round.
      widens: { integer: ["numeric", "float"], numeric: ["float"] },
      // "invalid ON DELETE action for foreign key constraint containing generated column".
      refusedActions: { generated: CHANGES, computedFrom: [], checked: [] },
      hindrance: noHindrance,
      // No IF NOT EXISTS; one statement does both or nothing.
      addAgain: (name, columns, references) =>
        `DROP CONSTRAINT IF EXISTS ${name}, ADD CONSTRAINT ${name} FOREIGN KEY ${columns} ${references}`,
    },
    namedForeignKey: true,
    referentialActions: ["CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"],
    restrictIsNoAction: false,
    notEnforced: "",
    unkeyable: [],
    nullableKeys: true,
    maxKeyColumns: 32,
  },
  indexes: {
    style: "statement",
    unique: true,
    partial: true,
    include: true,
    expressions: true,
    descending: true,
    nulls: true,
    opclasses: true,
    // Extensions add their own; what each takes is checked with the table (postgresql-indexes.ts).
    methods: null,
    usingBeforeOn: false,
    schemaOnIndex: false,
    unindexable: [],
    maxColumns: 32,
    extensions: { hnsw: vectorExtension, ivfflat: vectorExtension },
  },
  comments: {
    style: "statement",
    columnClause: () => "",
    tableClause: () => "",
    columnLimit: null,
    tableLimit: null,
    losesAstral: false,
  },

  ifNotExists: { table: true, index: true },
  transactionalDdl: true,
  limits: { columns: 1600 },
  extensions: (type, target) => (holdsVector(type) && target.vector !== "array" ? [vectorExtension] : []),
  tableOptions: { partitionBy: "sql" },
  // `array` needs no pgvector.
  targetOptions: { vector: { oneOf: ["pgvector", "array"] } },
  tableClauses: postgresqlClauses,
  checkTable: checkPostgresqlIndexes,
  formatterLanguage: "postgresql",
};

/**
 * Elements at any depth: `<@` looks at them all. It takes NULL for none of the labels, and only arrays of one dimension lose it
 * (PostgreSQL 15: "removing elements from multidimensional arrays is not supported").
 */
function checkElements(type: OfKind<"list">, column: string): readonly string[] {
  const { element, nullable } = type;
  if (element.kind === "list" && !nullable && !holdsNull(element)) return checkElements(element, column);
  if (element.kind !== "enum") return [];
  const elements = nullable ? `array_remove(${column}, NULL)` : column;
  return [`${elements} <@ ARRAY[${element.labels.map(singleQuoted).join(", ")}]::TEXT[]`];
}

function holdsNull({ element, nullable }: OfKind<"list">): boolean {
  return nullable || (element.kind === "list" && holdsNull(element));
}

/** What one operator of equality compares, of the types that are spelled here. */
function postgresqlTypeClass(sqlType: string): string {
  if (/^(TEXT|VARCHAR(\(\d+\))?)$/.test(sqlType)) return "text";
  if (/^(SMALL|BIG)?(INT|INTEGER|SERIAL)$/.test(sqlType)) return "integer";
  if (/^NUMERIC\(/.test(sqlType)) return "numeric";
  if (/^(REAL|FLOAT|DOUBLE PRECISION)$/.test(sqlType)) return "float";
  return /^(DATE$|TIMESTAMP )/.test(sqlType) ? "date" : sqlType;
}

function holdsVector(type: Parameters<Dialect["extensions"]>[0]): boolean {
  return type.kind === "vector" || (type.kind === "list" && holdsVector(type.element));
}
