// ClickHouse. Tried on ClickHouse 26.7.2 (chdb) unless a line says otherwise.

import { checkClickhouseTable } from "./clickhouse-check.ts";
import { clickhouseClauses } from "./clickhouse-table.ts";
import type { Dialect } from "./dialect.ts";
import { backslashQuoted, hexDigits } from "./quoting.ts";
import type { TypeTable } from "./type-table.ts";

/** Backslashes escape in names too. */
const quoteIdentifier = (name: string) => backslashQuoted(name, "`");
const quoteString = (text: string) => backslashQuoted(text, "'");

// Names of types are case-sensitive, those that are not aliases.
const types = {
  string: "String",
  text: "String",
  boolean: "Bool",
  int8: "Int8",
  int16: "Int16",
  int32: "Int32",
  int64: "Int64",
  uint8: "UInt8",
  uint16: "UInt16",
  uint32: "UInt32",
  uint64: "UInt64",
  float32: "Float32",
  float64: "Float64",
  // Date ends in 2149 and starts in 1970.
  date: "Date32",
  time: "Time64(6)",
  // DateTime has whole seconds.
  timestamp: "DateTime64(6)",
  timestamptz: "DateTime64(6, 'UTC')",
  // Microseconds.
  interval: "Int64",
  uuid: "UUID",
  json: "JSON",
  binary: "String",
  geography: "String",
  varchar: () => "String",
  decimal: ({ precision, scale }) => `Decimal(${precision}, ${scale})`,
  enum: ({ labels }) => {
    const values = labels.map((label, index) => `${quoteString(label)} = ${index + 1}`);
    // Enum8 numbers end at 127.
    return `${labels.length > 127 ? "Enum16" : "Enum8"}(${values.join(", ")})`;
  },
  list: ({ element, nullable }, { spell }) => `Array(${spell(element, nullable)})`,
  map: ({ key, value, nullable }, { spell }) => `Map(${spell(key, false)}, ${spell(value, nullable)})`,
  struct: ({ fields }, { spell }) =>
    `Tuple(${fields.map(({ name, type, nullable }) => `${quoteIdentifier(name)} ${spell(type, nullable)}`).join(", ")})`,
  vector: () => "Array(Float32)",
} satisfies TypeTable;

const cast = (sql: string, sqlType: string) => `CAST(${sql} AS ${sqlType})`;

export const clickhouse: Dialect = {
  name: "clickhouse",
  title: "ClickHouse",
  sources: ["ClickHouse 26.7.2"],
  engine: "clickhouse",
  answersTo: ["clickhouse"],
  quoteIdentifier,
  quoteString,
  quoteBytes: (bytes) => `unhex('${hexDigits(bytes)}')`,
  lexical: {
    // src/Parsers/Lexer.cpp; tried on 26.7. It takes typographic quotes and U+2212, which are refused everywhere.
    doubleQuotes: "name",
    backticks: true,
    bracketNames: false,
    doubledQuotes: true,
    backslashEscapes: true,
    backslashEscapesInNames: true,
    stringPrefixes: ["b", "x"],
    escapePrefixes: [],
    digitPrefixes: ["b", "x"],
    unicodeEscapes: false,
    tripleQuotes: false,
    dollarQuotes: true,
    lineComments: ["#", "//"],
    nestedComments: true,
    // `{name:Type}`.
    parameters: /\{\s*\w+\s*:/y,
  },

  names: {
    identifierLimit: null,
    // "max length of table name for database d is 212": 213 less the name of the database, here `default`.
    tableLimit: 206,
    limitUnit: "characters",
    indexScope: "table",
    indexesShareNamespaceWithTables: false,
    // Primary keys have no names, unique constraints do not exist.
    keyScope: null,
    keysShareNamespaceWithIndexes: false,
    foreignKeysShareNamespaceWithIndexes: false,
    foreignKeyScope: null,
    checkScope: "table",
    caseInsensitiveColumns: false,
    caseInsensitiveTables: false,
    reservedTablePrefixes: [],
    reservedColumnPrefixes: [],
    // "reserved for persistent virtual column"; others, such as `_part`, give way to a column of the table.
    reservedColumns: ["_block_number", "_block_offset", "_row_exists"],
    reservedIndexes: [],
    forbiddenInTables: null,
    // `a.b` is a column nested in `a`.
    forbiddenInColumns: /\./,
  },

  types,
  // clickhouse-sqlalchemy 0.3.2 and clickhouse-connect have no JSON: CompileError.
  sqlmodel: null,
  typeLimits: {
    decimal: { precision: 76, scale: 76, integerDigits: null, exactPrecision: null },
    varcharLength: null,
    vectorDimensions: null,
    mapKeys: null,
    enum: { labels: 32_767, labelLength: Number.MAX_SAFE_INTEGER, trimsTrailingBlanks: false },
  },
  isDocument: () => false,
  structField: (name) => name,
  nullability: {
    wrap: (sqlType) => `Nullable(${sqlType})`,
    // `LowCardinality(Nullable(String))` does too; inside of lists, maps and tuples it says nothing of the column.
    admits: /^(LowCardinality\()?Nullable\(|^(Variant|Dynamic)\b/,
    // "Nested type … cannot be inside Nullable type"; Nullable(Tuple) is behind a setting.
    nullless: ["list", "map", "struct", "vector"],
    inLists: true,
  },
  checkType: (type, column, nullable) => {
    if (type.kind !== "vector") return [];
    return [nullable ? `length(${column}) IN (0, ${type.dimensions})` : `length(${column}) = ${type.dimensions}`];
  },

  literals: {
    true: "true",
    false: "false",
    // A number with a point is a Float64: 0.29 would be kept as 0.28. Text is read digit by digit.
    number: (digits, { kind }) => (kind === "decimal" ? quoteString(digits) : digits),
    special: (word) => word.replace("Infinity", "inf").toLowerCase(),
    typed: (quoted) => quoted,
    keepsZones: false,
    list: (items, sqlType) => cast(`[${items.join(", ")}]`, sqlType),
    map: (entries, sqlType) => cast(`map(${entries.flat().join(", ")})`, sqlType),
    struct: (fields, sqlType) => cast(`tuple(${fields.map(([, value]) => value).join(", ")})`, sqlType),
    vector: (components, sqlType) => cast(`[${components.join(", ")}]`, sqlType),
  },
  utcNow: "now64(6, 'UTC')",
  defaults: { expressions: true, alwaysParenthesized: false, parenthesizedKinds: [], beforeNotNull: false },
  // Computed when a row is written, and not part of SELECT *.
  generated: { clause: (expression) => `MATERIALIZED ${expression}`, notNull: true, refusedIn: [] },
  autoincrement: null,

  constraints: {
    // A sparse index over the sorting key; rows may repeat.
    primaryKey: "informational",
    namedPrimaryKey: false,
    primaryKeyInColumnList: false,
    // A syntax error.
    unique: "absent",
    check: "enforced",
    namelessChecks: false,
    checksAtColumns: false,
    // Parsed and forgotten.
    foreignKey: "absent",
    references: null,
    namedForeignKey: false,
    referentialActions: [],
    restrictIsNoAction: false,
    notEnforced: "",
    // "JSON is not allowed in key expression".
    unkeyable: ["json"],
    // "Sorting key contains nullable columns, but merge tree setting `allow_nullable_key` is disabled".
    nullableKeys: false,
    maxKeyColumns: null,
  },
  indexes: {
    // Data-skipping indexes; CREATE INDEX is for existing data.
    style: "inline",
    unique: false,
    partial: false,
    include: false,
    expressions: true,
    descending: false,
    nulls: false,
    opclasses: false,
    methods: ["minmax", "set", "bloom_filter"],
    usingBeforeOn: false,
    schemaOnIndex: false,
    unindexable: ["json"],
    maxColumns: null,
    extensions: {},
  },
  comments: {
    style: "inline",
    columnClause: (quoted) => `COMMENT ${quoted}`,
    tableClause: (quoted) => `COMMENT ${quoted}`,
    columnLimit: null,
    tableLimit: null,
    losesAstral: false,
  },

  ifNotExists: { table: true, index: true },
  transactionalDdl: false,
  limits: { columns: null },
  extensions: () => [],
  tableOptions: {
    engine: "sql",
    shardingKey: "sql",
    orderBy: "columns",
    partitionBy: "sql",
    ttl: "sql",
    settings: "settings",
    indexes: { items: { name: "string", expression: "sql", type: "sql", granularity: "integer" } },
  },
  targetOptions: { cluster: "string", distributed: "boolean", sharding_key: "sql" },
  tableClauses: clickhouseClauses,
  checkTable: checkClickhouseTable,
  formatterLanguage: "clickhouse",
};
