// SQLite. Tried on SQLite 3.54.1 unless a line says otherwise. No Metaxy store: reached with --dialect.
//
// The words of a type only choose an affinity (sqlite.org/datatype3.html): `JSON`, `UUID` or `STRING` would turn '007' into
// 7, so whatever is text says TEXT or CHAR.

import { noClauses } from "./clauses.ts";
import type { Dialect } from "./dialect.ts";
import { doubleQuoted, floatBytes, hexDigits, singleQuoted } from "./quoting.ts";
import { CHANGES, noHindrance } from "./reference-rules.ts";
import { isNested, sqlalchemyTypes } from "./sqlalchemy.ts";
import type { TypeTable } from "./type-table.ts";

const types = {
  string: "TEXT",
  text: "TEXT",
  boolean: "BOOLEAN",
  int8: "INTEGER",
  int16: "INTEGER",
  int32: "INTEGER",
  int64: "INTEGER",
  uint8: "INTEGER",
  uint16: "INTEGER",
  uint32: "INTEGER",
  // Integers have 64 bits with a sign; beyond that they become floats.
  uint64: "TEXT",
  float32: "REAL",
  float64: "REAL",
  date: "DATE",
  time: "TIME",
  timestamp: "DATETIME",
  timestamptz: "DATETIME",
  // Microseconds. The word INTERVAL holds "INT" and would give the affinity of integers too.
  interval: "INTEGER",
  uuid: "CHAR(36)",
  json: "TEXT",
  binary: "BLOB",
  geography: "BLOB",
  varchar: ({ length }) => `VARCHAR(${length})`,
  decimal: ({ precision, scale }) => `NUMERIC(${precision}, ${scale})`,
  enum: () => "TEXT",
  list: () => "TEXT",
  map: () => "TEXT",
  struct: () => "TEXT",
  vector: () => "BLOB",
} satisfies TypeTable;

export const sqlite: Dialect = {
  name: "sqlite",
  title: "SQLite",
  sources: ["SQLite 3.54.1", "https://sqlite.org/datatype3.html", "https://sqlite.org/limits.html"],
  engine: "sqlite",
  answersTo: ["sqlite"],
  quoteIdentifier: doubleQuoted,
  quoteString: singleQuoted,
  quoteBytes: (bytes) => `X'${hexDigits(bytes)}'`,
  lexical: {
    // sqlite3GetToken in tokenize.c; tried on 3.54 (sql.js).
    doubleQuotes: "name",
    backticks: true,
    bracketNames: true,
    doubledQuotes: true,
    backslashEscapes: false,
    backslashEscapesInNames: false,
    stringPrefixes: ["x"],
    escapePrefixes: [],
    digitPrefixes: ["x"],
    unicodeEscapes: false,
    tripleQuotes: false,
    dollarQuotes: false,
    lineComments: [],
    nestedComments: false,
    // With anything in brackets after it: `:a('b)` is one token.
    parameters: /[?:@#]/y,
  },

  names: {
    identifierLimit: null,
    tableLimit: null,
    limitUnit: "characters",
    indexScope: "database",
    indexesShareNamespaceWithTables: true,
    // Names of constraints may repeat.
    keyScope: null,
    keysShareNamespaceWithIndexes: false,
    foreignKeysShareNamespaceWithIndexes: false,
    foreignKeyScope: null,
    checkScope: null,
    caseInsensitiveColumns: true,
    caseInsensitiveTables: true,
    // "object name reserved for internal use".
    reservedTablePrefixes: ["sqlite_"],
    reservedColumnPrefixes: [],
    // Columns named `rowid`, `oid` or `_rowid_` take the place of the hidden one.
    reservedColumns: [],
    reservedIndexes: [],
    forbiddenInTables: null,
    forbiddenInColumns: null,
  },

  types,
  sqlmodel: {
    // SQLAlchemy says nothing.
    nameLimit: 9999,
    // SQLAlchemy 2.0.54.
    types: {
      ...sqlalchemyTypes,
      time: "TIME",
      timestamp: "DATETIME",
      timestamptz: "DATETIME",
      interval: "DATETIME",
      uuid: "CHAR(32)",
      binary: "BLOB",
      list: () => "JSON",
    },
    unkeyable: [],
    lossy: {},
    serialTypes: null,
  },
  typeLimits: {
    // A decimal is a float; 15 digits survive (sqlite.org/floatingpoint.html).
    decimal: { precision: 1000, scale: 1000, integerDigits: null, exactPrecision: 15 },
    varcharLength: null,
    vectorDimensions: null,
    mapKeys: null,
    enum: null,
  },
  isDocument: isNested,
  structField: (name) => name,
  nullability: { wrap: null, admits: null, nullless: [], inLists: true },
  checkType: (type, column) => {
    if (type.kind === "enum") return [`${column} IN (${type.labels.map(singleQuoted).join(", ")})`];
    return type.kind === "json" || isNested(type) ? [`json_valid(${column})`] : [];
  },

  literals: {
    true: "TRUE",
    false: "FALSE",
    number: (digits, { kind }) => (kind === "uint64" ? singleQuoted(digits) : digits),
    special: null,
    typed: (quoted) => quoted,
    keepsZones: false,
    list: null,
    map: null,
    struct: null,
    vector: (components) => `X'${hexDigits(floatBytes(components))}'`,
  },
  // Six digits after the point, as SQLAlchemy writes and reads them.
  utcNow: "strftime('%Y-%m-%d %H:%M:%f000', 'now')",
  defaults: { expressions: true, alwaysParenthesized: true, parenthesizedKinds: [], beforeNotNull: false },
  generated: {
    clause: (expression) => `GENERATED ALWAYS AS (${expression}) STORED`,
    notNull: true,
    // "generated columns cannot be part of the PRIMARY KEY".
    refusedIn: ["the primary key"],
  },
  autoincrement: {
    clause: "PRIMARY KEY AUTOINCREMENT",
    // "AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY".
    type: "INTEGER",
    numbers: /^INTEGER$/i,
    needs: "sole-primary-key",
    isPrimaryKey: true,
  },

  constraints: {
    primaryKey: "enforced",
    namedPrimaryKey: true,
    primaryKeyInColumnList: true,
    unique: "enforced",
    check: "enforced",
    namelessChecks: true,
    checksAtColumns: true,
    // With PRAGMA foreign_keys = ON.
    foreignKey: "enforced",
    references: {
      // What a key leads to is looked for when rows are written.
      circular: "forward",
      target: "index",
      keyOrder: false,
      // `REFERENCES "s"."t"` is a syntax error; "no such table: main.t".
      acrossSchemas: false,
      reachesHome: false,
      schemaWord: "schema",
      namesSchema: false,
      homeSchema: "main",
      ownTable: true,
      maxKeys: null,
      // Values are compared with the affinity of the column referred to, whatever was declared.
      typeClass: () => "any",
      widens: {},
      // Not refused, but "cannot UPDATE generated column" when a row goes.
      refusedActions: { generated: CHANGES, computedFrom: [], checked: [] },
      hindrance: noHindrance,
      addAgain: null,
    },
    namedForeignKey: true,
    referentialActions: ["CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"],
    restrictIsNoAction: false,
    notEnforced: "",
    unkeyable: [],
    nullableKeys: true,
    maxKeyColumns: null,
  },
  indexes: {
    style: "statement",
    unique: true,
    partial: true,
    include: false,
    expressions: true,
    descending: true,
    // "unsupported use of NULLS FIRST".
    nulls: false,
    opclasses: false,
    methods: [],
    usingBeforeOn: false,
    // An index belongs to the schema of its table, which only its own name may say.
    schemaOnIndex: true,
    unindexable: [],
    maxColumns: null,
    extensions: {},
  },
  comments: {
    // `COMMENT` is a syntax error.
    style: "line",
    columnClause: () => "",
    tableClause: () => "",
    columnLimit: null,
    tableLimit: null,
    losesAstral: false,
  },

  ifNotExists: { table: true, index: true },
  transactionalDdl: true,
  // SQLITE_MAX_COLUMN (sqlite.org/limits.html).
  limits: { columns: 2000 },
  extensions: () => [],
  tableOptions: { withoutRowid: "boolean" },
  targetOptions: {},
  tableClauses: (_table, { options }) =>
    options.withoutRowid === true ? { ...noClauses, suffix: ["WITHOUT ROWID"] } : noClauses,
  checkTable: () => [],
  formatterLanguage: "sqlite",
};
