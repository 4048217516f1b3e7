// BigQuery, from its manual (cloud.google.com/bigquery/docs: data definition language, data types, lexical structure,
// primary and foreign keys, clustered tables, quotas); the statements were read by two parsers, no service was at hand.

import { checkBigqueryTable } from "./bigquery-check.ts";
import { bigqueryClauses } from "./bigquery-table.ts";
import type { Dialect } from "./dialect.ts";
import { backslashQuoted, hexDigits } from "./quoting.ts";
import { noHindrance, withoutParameters } from "./reference-rules.ts";
import type { OfKind, TypeTable } from "./type-table.ts";

/** Strings and names escape alike; doubling a quote ends both. */
const quoteIdentifier = (name: string) => backslashQuoted(name, "`");
const quoteString = (text: string) => backslashQuoted(text, '"');

/** Digits that NUMERIC holds before and after the point; BIGNUMERIC holds 38 of each. */
const NUMERIC = { whole: 29, fraction: 9 };

function isNumeric({ precision, scale }: OfKind<"decimal">): boolean {
  return precision - scale <= NUMERIC.whole && scale <= NUMERIC.fraction;
}

/** Digits alone are an INT64, however many. */
function floatLiteral(digits: string): string {
  return /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}

/** Fields of structs hold letters, digits, `_` and `-`. */
const structField = (name: string) => name.replaceAll(/[^\p{L}\p{M}\p{N}_-]/gu, "_");

const types = {
  string: "STRING",
  text: "STRING",
  boolean: "BOOL",
  int8: "INT64",
  int16: "INT64",
  int32: "INT64",
  int64: "INT64",
  uint8: "INT64",
  uint16: "INT64",
  uint32: "INT64",
  uint64: "NUMERIC",
  float32: "FLOAT64",
  float64: "FLOAT64",
  date: "DATE",
  time: "TIME",
  // DATETIME is the one without a zone, TIMESTAMP the one with.
  timestamp: "DATETIME",
  timestamptz: "TIMESTAMP",
  interval: "INTERVAL",
  uuid: "STRING",
  json: "JSON",
  binary: "BYTES",
  geography: "GEOGRAPHY",
  varchar: ({ length }) => `STRING(${length})`,
  decimal: (type) => `${isNumeric(type) ? "NUMERIC" : "BIGNUMERIC"}(${type.precision}, ${type.scale})`,
  enum: () => "STRING",
  // Arrays of arrays do not exist; a struct between them does.
  list: ({ element }, { spell }) => {
    const spelled = spell(element, false);
    return spelled.startsWith("ARRAY<") ? `ARRAY<STRUCT<\`value\` ${spelled}>>` : `ARRAY<${spelled}>`;
  },
  map: ({ key, value }, { spell }) => `ARRAY<STRUCT<\`key\` ${spell(key, false)}, \`value\` ${spell(value, false)}>>`,
  struct: ({ fields }, { spell }) => {
    const members = fields.map(({ name, type }) => `${quoteIdentifier(structField(name))} ${spell(type, false)}`);
    return `STRUCT<${members.join(", ")}>`;
  },
  vector: () => "ARRAY<FLOAT64>",
} satisfies TypeTable;

/** Text literals of these kinds say their type. */
const LITERAL_WORDS: Readonly<Partial<Record<string, string>>> = {
  date: "DATE ",
  time: "TIME ",
  timestamp: "DATETIME ",
  timestamptz: "TIMESTAMP ",
  json: "JSON ",
};

export const bigquery: Dialect = {
  name: "bigquery",
  title: "BigQuery",
  sources: [
    "https://cloud.google.com/bigquery/docs/reference/standard-sql/data-definition-language",
    "https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types",
    "https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical",
    "https://cloud.google.com/bigquery/docs/clustered-tables",
    "https://cloud.google.com/bigquery/docs/nested-repeated",
    "https://cloud.google.com/bigquery/quotas",
  ],
  engine: null,
  answersTo: ["bigquery"],
  quoteIdentifier,
  quoteString,
  quoteBytes: (bytes) => `b"${hexDigits(bytes, "\\x")}"`,
  lexical: {
    // The manual's page on lexical structure.
    doubleQuotes: "string",
    backticks: true,
    bracketNames: false,
    doubledQuotes: false,
    backslashEscapes: true,
    backslashEscapesInNames: true,
    stringPrefixes: ["r", "b", "rb", "br"],
    escapePrefixes: [],
    digitPrefixes: [],
    unicodeEscapes: false,
    tripleQuotes: true,
    dollarQuotes: false,
    lineComments: ["#"],
    nestedComments: false,
    parameters: /[?@]/y,
  },

  names: {
    identifierLimit: 300,
    // 1024 bytes of UTF-8; names of tables are ASCII unless the user wrote one.
    tableLimit: 1024,
    limitUnit: "characters",
    indexScope: null,
    indexesShareNamespaceWithTables: false,
    // Primary keys have no names, unique constraints do not exist.
    keyScope: null,
    keysShareNamespaceWithIndexes: false,
    foreignKeysShareNamespaceWithIndexes: false,
    foreignKeyScope: "table",
    checkScope: null,
    caseInsensitiveColumns: true,
    caseInsensitiveTables: false,
    reservedTablePrefixes: [],
    reservedColumnPrefixes: [
      "_TABLE_",
      "_FILE_",
      "_PARTITION",
      "_ROW_TIMESTAMP",
      "__ROOT__",
      "_COLIDENTIFIER",
      "_CHANGE_",
    ],
    reservedColumns: [],
    reservedIndexes: [],
    forbiddenInTables: /[^\p{L}\p{M}\p{N}\p{Pc}\p{Pd}\p{Zs}]/u,
    forbiddenInColumns: /[!"$()*,./;?@[\\\]^`{}~]/,
  },

  types,
  // sqlalchemy-bigquery 1.16 has no JSON: CompileError.
  sqlmodel: null,
  typeLimits: {
    decimal: { precision: 76, scale: 38, integerDigits: 38, exactPrecision: null },
    varcharLength: null,
    vectorDimensions: null,
    mapKeys: null,
    enum: null,
  },
  isDocument: () => false,
  structField,
  // An array is neither NULL nor NOT NULL; NULL is stored as [].
  // Writing an array that holds NULL is an error.
  nullability: { wrap: null, admits: null, nullless: ["list", "map", "vector"], inLists: false },
  checkType: () => [],

  literals: {
    true: "TRUE",
    false: "FALSE",
    // Arrays are not coerced, so that each number has to be of its array's type.
    number: (digits, type) => {
      if (type.kind === "uint64") return `NUMERIC ${quoteString(digits)}`;
      if (type.kind === "decimal") return `${isNumeric(type) ? "NUMERIC" : "BIGNUMERIC"} ${quoteString(digits)}`;
      return type.kind.startsWith("float") ? floatLiteral(digits) : digits;
    },
    special: (word) => `CAST(${quoteString(word)} AS FLOAT64)`,
    typed: (quoted, kind) => `${LITERAL_WORDS[kind] ?? ""}${quoted}`,
    keepsZones: true,
    list: (items, sqlType) => {
      // A struct stands between nested arrays; one of the user's is there already.
      const nests = sqlType.startsWith("ARRAY<STRUCT<`value` ARRAY<");
      return `[${items.map((item) => (nests && item.startsWith("[") ? `STRUCT(${item} AS \`value\`)` : item)).join(", ")}]`;
    },
    map: (entries) =>
      `[${entries.map(([key, value]) => `STRUCT(${key} AS \`key\`, ${value} AS \`value\`)`).join(", ")}]`,
    struct: (fields) =>
      `STRUCT(${fields.map(([name, value]) => `${value} AS ${quoteIdentifier(structField(name))}`).join(", ")})`,
    vector: (components) => `[${components.map((component) => floatLiteral(String(component))).join(", ")}]`,
  },
  utcNow: "CURRENT_DATETIME('UTC')",
  defaults: { expressions: true, alwaysParenthesized: false, parenthesizedKinds: [], beforeNotNull: true },
  generated: null,
  autoincrement: null,

  constraints: {
    primaryKey: "informational",
    namedPrimaryKey: false,
    primaryKeyInColumnList: true,
    unique: "absent",
    check: "absent",
    namelessChecks: true,
    checksAtColumns: false,
    foreignKey: "informational",
    // Limitations of keys: cloud.google.com/bigquery/docs/information-schema-table-constraints.
    references: {
      circular: "alter",
      target: "primary key",
      keyOrder: false,
      acrossSchemas: false,
      reachesHome: false,
      schemaWord: "dataset",
      namesSchema: true,
      homeSchema: null,
      // "A foreign key cannot refer to a column in the same table".
      ownTable: false,
      maxKeys: 64,
      typeClass: withoutParameters,
      widens: {},
      // There are no actions.
      refusedActions: { generated: [], computedFrom: [], checked: [] },
      hindrance: noHindrance,
      addAgain: (name, columns, references) =>
        `ADD CONSTRAINT IF NOT EXISTS ${name} FOREIGN KEY ${columns} ${references}`,
    },
    namedForeignKey: true,
    referentialActions: [],
    restrictIsNoAction: false,
    notEnforced: " NOT ENFORCED",
    // Keys take BIGNUMERIC, BOOLEAN, DATE, DATETIME, INT64, NUMERIC, STRING and TIMESTAMP.
    unkeyable: [
      "list",
      "map",
      "struct",
      "vector",
      "json",
      "geography",
      "float32",
      "float64",
      "interval",
      "time",
      "binary",
    ],
    nullableKeys: true,
    maxKeyColumns: 16,
  },
  indexes: {
    style: "absent",
    unique: false,
    partial: false,
    include: false,
    expressions: false,
    descending: false,
    nulls: false,
    opclasses: false,
    methods: [],
    usingBeforeOn: false,
    schemaOnIndex: false,
    unindexable: [],
    maxColumns: null,
    extensions: {},
  },
  comments: {
    style: "inline",
    columnClause: (quoted) => `OPTIONS (description = ${quoted})`,
    // One of the table's OPTIONS, with the others.
    tableClause: () => "",
    columnLimit: 1024,
    tableLimit: 16_384,
    losesAstral: false,
  },

  ifNotExists: { table: true, index: false },
  transactionalDdl: false,
  limits: { columns: 10_000 },
  extensions: () => [],
  tableOptions: { partitionBy: "sql", clusterBy: "columns", options: "settings" },
  targetOptions: {},
  tableClauses: bigqueryClauses,
  checkTable: checkBigqueryTable,
  formatterLanguage: "bigquery",
};
