// DuckDB. Tried on DuckDB 1.5.6 unless a line says otherwise.

import { noClauses } from "./clauses.ts";
import type { Dialect } from "./dialect.ts";
import { doubleQuoted, hexDigits, singleQuoted } from "./quoting.ts";
import { noHindrance } from "./reference-rules.ts";
import { sqlalchemyTypes } from "./sqlalchemy.ts";
import type { TypeTable } from "./type-table.ts";

const types = {
  string: "VARCHAR",
  text: "VARCHAR",
  boolean: "BOOLEAN",
  int8: "TINYINT",
  int16: "SMALLINT",
  int32: "INTEGER",
  int64: "BIGINT",
  uint8: "UTINYINT",
  uint16: "USMALLINT",
  uint32: "UINTEGER",
  uint64: "UBIGINT",
  float32: "FLOAT",
  // FLOAT has four bytes.
  float64: "DOUBLE",
  date: "DATE",
  time: "TIME",
  timestamp: "TIMESTAMP",
  timestamptz: "TIMESTAMP WITH TIME ZONE",
  interval: "INTERVAL",
  uuid: "UUID",
  json: "JSON",
  binary: "BLOB",
  // A core type since 1.5; the spatial extension's before.
  geography: "GEOMETRY",
  // The length is accepted and not enforced.
  varchar: ({ length }) => `VARCHAR(${length})`,
  decimal: ({ precision, scale }) => `DECIMAL(${precision}, ${scale})`,
  enum: ({ labels }) => `ENUM(${labels.map(singleQuoted).join(", ")})`,
  list: ({ element }, { spell }) => `${spell(element, false)}[]`,
  map: ({ key, value }, { spell }) => `MAP(${spell(key, false)}, ${spell(value, false)})`,
  struct: ({ fields }, { spell }) =>
    `STRUCT(${fields.map(({ name, type }) => `${doubleQuoted(name)} ${spell(type, false)}`).join(", ")})`,
  vector: ({ dimensions }) => `FLOAT[${dimensions}]`,
} satisfies TypeTable;

export const duckdb: Dialect = {
  name: "duckdb",
  title: "DuckDB",
  sources: ["DuckDB 1.5.6"],
  engine: "duckdb",
  answersTo: ["duckdb"],
  quoteIdentifier: doubleQuoted,
  quoteString: singleQuoted,
  quoteBytes: (bytes) => `'${hexDigits(bytes, "\\x")}'::BLOB`,
  lexical: {
    // The lexer of PostgreSQL 9 (third_party/libpg_query/src_backend_parser_scan.cpp); tried on 1.5.6.
    doubleQuotes: "name",
    backticks: false,
    bracketNames: false,
    doubledQuotes: true,
    backslashEscapes: false,
    backslashEscapesInNames: false,
    stringPrefixes: ["e", "b", "x", "n"],
    escapePrefixes: ["e"],
    digitPrefixes: ["b", "x"],
    unicodeEscapes: false,
    tripleQuotes: false,
    dollarQuotes: true,
    lineComments: [],
    nestedComments: true,
    parameters: null,
  },

  names: {
    // 5000 characters went through.
    identifierLimit: null,
    tableLimit: null,
    limitUnit: "characters",
    indexScope: "schema",
    indexesShareNamespaceWithTables: false,
    // Names of constraints are accepted and discarded.
    keyScope: null,
    keysShareNamespaceWithIndexes: false,
    foreignKeysShareNamespaceWithIndexes: false,
    foreignKeyScope: null,
    checkScope: null,
    // Only ASCII letters fold.
    caseInsensitiveColumns: true,
    caseInsensitiveTables: true,
    reservedTablePrefixes: [],
    reservedColumnPrefixes: [],
    // A column named `rowid` takes the place of the hidden one.
    reservedColumns: [],
    reservedIndexes: [],
    forbiddenInTables: null,
    forbiddenInColumns: null,
  },

  types,
  sqlmodel: {
    nameLimit: 63,
    types: { ...sqlalchemyTypes, vector: types.vector },
    unkeyable: [],
    lossy: { float64: "FLOAT, which has 4 bytes here" },
    // SQLAlchemy prints SERIAL, which DuckDB has not; the integer type is what loads.
    serialTypes: null,
  },
  typeLimits: {
    decimal: { precision: 38, scale: 38, integerDigits: null, exactPrecision: null },
    varcharLength: null,
    vectorDimensions: 100_000,
    mapKeys: null,
    enum: null,
  },
  isDocument: () => false,
  structField: (name) => name,
  nullability: { wrap: null, admits: null, nullless: [], inLists: true },
  checkType: () => [],

  literals: {
    true: "TRUE",
    false: "FALSE",
    number: (digits) => digits,
    special: (word) => singleQuoted(word),
    typed: (quoted) => quoted,
    keepsZones: true,
    list: (items, sqlType) => `CAST([${items.join(", ")}] AS ${sqlType})`,
    map: (entries, sqlType) =>
      `CAST(MAP {${entries.map(([key, value]) => `${key}: ${value}`).join(", ")}} AS ${sqlType})`,
    struct: (fields, sqlType) =>
      `CAST({${fields.map(([name, value]) => `${singleQuoted(name)}: ${value}`).join(", ")}} AS ${sqlType})`,
    vector: (components, sqlType) => `CAST([${components.join(", ")}] AS ${sqlType})`,
  },
  // `AT TIME ZONE` and casts need the ICU extension; this does not.
  utcNow: "make_timestamp(epoch_us(now()))",
  defaults: { expressions: true, alwaysParenthesized: false, parenthesizedKinds: [], beforeNotNull: false },
  // "Can not create a STORED generated column!"; "Constraints on generated columns are not supported yet".
  generated: {
    clause: (expression) => `GENERATED ALWAYS AS (${expression}) VIRTUAL`,
    notNull: false,
    refusedIn: ["the primary key", "a unique constraint", "a check", "a foreign key"],
  },
  // Neither SERIAL nor IDENTITY.
  autoincrement: null,

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
      // "Table with name … does not exist"; "No support for that ALTER TABLE option yet".
      circular: "refused",
      // "there is no primary key or unique constraint for referenced table", though there is a unique index.
      target: "constraint",
      // "does not have a primary key or unique constraint on the columns b,a".
      keyOrder: true,
      // "Creating foreign keys across different schemas or catalogs is not supported".
      acrossSchemas: false,
      reachesHome: false,
      schemaWord: "schema",
      namesSchema: true,
      homeSchema: "main",
      ownTable: true,
      maxKeys: null,
      // "incompatible types" for every pair of types but equal ones; the length of a VARCHAR is none of its type.
      typeClass: (sqlType) => sqlType.replace(/^(VARCHAR\(\d+\)|TEXT)$/, "VARCHAR"),
      widens: {},
      // There are no actions.
      refusedActions: { generated: [], computedFrom: [], checked: [] },
      hindrance: noHindrance,
      addAgain: null,
    },
    namedForeignKey: true,
    // "FOREIGN KEY constraints cannot use CASCADE, SET NULL or SET DEFAULT".
    referentialActions: ["RESTRICT", "NO ACTION"],
    // Nothing can be deferred, and no catalog tells the two apart.
    restrictIsNoAction: true,
    notEnforced: "",
    // "Invalid type for index key".
    unkeyable: ["list", "map", "struct", "vector", "interval"],
    nullableKeys: true,
    maxKeyColumns: null,
  },
  indexes: {
    style: "statement",
    unique: true,
    // "Creating partial indexes is not supported currently".
    partial: false,
    include: false,
    expressions: true,
    // Accepted; the catalog does not keep it.
    descending: true,
    nulls: true,
    opclasses: false,
    // "Unknown index type: BTREE".
    methods: ["art"],
    usingBeforeOn: false,
    schemaOnIndex: false,
    unindexable: ["list", "map", "struct", "vector", "interval"],
    maxColumns: null,
    extensions: {},
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
  // 10 000 columns went through.
  limits: { columns: null },
  extensions: () => [],
  tableOptions: {},
  targetOptions: {},
  tableClauses: () => noClauses,
  checkTable: () => [],
  formatterLanguage: "duckdb",
};
