// MySQL 8. No server was at hand: its statements were run on MariaDB 10.11 with MariaDB's collation; what differs is from
// the reference manual (dev.mysql.com/doc/refman/8.4). No Metaxy store: reached with --dialect.

import { noClauses } from "./clauses.ts";
import type { Dialect, TableClauses, TableContext } from "./dialect.ts";
import { checkMysqlTable } from "./mysql-check.ts";
import { MYSQL_OVERFLOW } from "./mysql-room.ts";
import { backquoted, hexDigits } from "./quoting.ts";
import { CHANGES, type ReferenceRules } from "./reference-rules.ts";
import { isNested, sqlalchemyTypes } from "./sqlalchemy.ts";
import type { TypeTable } from "./type-table.ts";

/**
 * Backslashes escape unless the server runs with NO_BACKSLASH_ESCAPES, which is not the default (refman: string literals).
 * Line ends are escaped to keep a literal on one line.
 */
function quoteMysqlString(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return `'${escaped}'`;
}

const MYSQL_COLLATION = "utf8mb4_0900_bin";

/** Keys compare bytes: the server's own collation takes `A`, `a` and `a ` for one id. TEXT cannot be a key. */
const KEY_LENGTH = 255;
const stringKey = (collation: string) => `VARCHAR(${KEY_LENGTH}) CHARACTER SET utf8mb4 COLLATE ${collation}`;

/** Types by the collation that keys compare with. */
export function mysqlTypes(collation: string): TypeTable {
  return {
    // TEXT ends at 64 KB.
    string: { plain: "LONGTEXT", key: stringKey(collation) },
    text: { plain: "LONGTEXT", key: stringKey(collation) },
    boolean: "BOOLEAN",
    int8: "TINYINT",
    int16: "SMALLINT",
    int32: "INT",
    int64: "BIGINT",
    uint8: "TINYINT UNSIGNED",
    uint16: "SMALLINT UNSIGNED",
    uint32: "INT UNSIGNED",
    uint64: "BIGINT UNSIGNED",
    float32: "FLOAT",
    float64: "DOUBLE",
    date: "DATE",
    time: "TIME(6)",
    // Without (6) fractions of seconds are cut. TIMESTAMP ends in 2038 and follows the session's zone.
    timestamp: "DATETIME(6)",
    timestamptz: "DATETIME(6)",
    // Microseconds.
    interval: "BIGINT",
    uuid: "CHAR(36)",
    json: "JSON",
    binary: { plain: "LONGBLOB", key: `VARBINARY(${KEY_LENGTH})` },
    geography: "GEOMETRY",
    varchar: ({ length }) => `VARCHAR(${length})`,
    decimal: ({ precision, scale }) => `DECIMAL(${precision}, ${scale})`,
    enum: ({ labels }) => `ENUM(${labels.map(quoteMysqlString).join(", ")})`,
    list: () => "JSON",
    map: () => "JSON",
    struct: () => "JSON",
    // VECTOR came with MySQL 9.
    vector: () => "JSON",
  };
}

/** What stands after the column list; each part can be chosen in `tableArgs`. */
export function mysqlClauses(collation: string): (table: unknown, context: TableContext) => TableClauses {
  return (_table, { options }) => {
    const charset = word(options.charset) ?? "utf8mb4";
    const collate = word(options.collate) ?? (charset === "utf8mb4" ? collation : null);
    const suffix = [
      `ENGINE = ${word(options.engine) ?? "InnoDB"}`,
      `DEFAULT CHARACTER SET = ${charset}`,
      collate === null ? "" : `COLLATE = ${collate}`,
      options.rowFormat === undefined ? "" : `ROW_FORMAT = ${word(options.rowFormat) ?? "DEFAULT"}`,
    ];
    return { ...noClauses, suffix: suffix.filter((clause) => clause !== "") };
  };
}

/** Tried on MySQL 9.7.4 and MariaDB 10.11.19, which differ where a record says so. */
export function mysqlReferences(collation: string): ReferenceRules {
  return {
    circular: "alter",
    target: "index",
    // "Missing unique key for constraint", "Foreign key constraint is incorrectly formed".
    keyOrder: true,
    acrossSchemas: true,
    // A table without a database is looked for in the database of the referring table.
    reachesHome: false,
    schemaWord: "database",
    namesSchema: true,
    homeSchema: null,
    ownTable: true,
    maxKeys: null,
    typeClass: (sqlType, { charset, collate }) => mysqlTypeClass(sqlType, charsetOf({ charset, collate }, collation)),
    widens: {},
    refusedActions: {
      // "Cannot define foreign key with ON UPDATE CASCADE clause on a generated column".
      generated: CHANGES,
      // "Cannot add foreign key constraint".
      computedFrom: ["ON DELETE CASCADE", ...CHANGES],
      // "Column 'x' cannot be used in a check constraint …: needed in a foreign key constraint … referential action".
      checked: CHANGES,
    },
    // Other engines read FOREIGN KEY and forget it; InnoDB does "not open the referenced table" there.
    hindrance: ({ engine }) =>
      (word(engine) ?? "InnoDB").toLowerCase() === "innodb" ? null : `the engine '${engine}'`,
    addAgain: null,
  };
}

/**
 * Numbers and moments have to be of one type; strings of one character set and collation, whatever their length. Labels of
 * enums are compared by their numbers, decimals by bytes that depend on their scale: both have to be the same all the same.
 */
function mysqlTypeClass(sqlType: string, tableCharset: string): string {
  if (sqlType === "BOOLEAN" || sqlType === "BOOL") return "TINYINT";
  if (sqlType.startsWith("VARBINARY(")) return "VARBINARY";
  const string = /^(?:VAR)?CHAR\(\d+\)(?: CHARACTER SET (\w+) COLLATE (\w+))?$/.exec(sqlType);
  if (string === null) return sqlType;
  const [, charset, collate] = string;
  return charset === undefined ? `text, ${tableCharset}` : `text, ${charset} ${collate}`;
}

/** What strings of a table without a collation of their own have. */
function charsetOf(options: Readonly<Record<string, unknown>>, collation: string): string {
  const charset = word(options.charset) ?? "utf8mb4";
  return `${charset} ${word(options.collate) ?? (charset === "utf8mb4" ? collation : "by default")}`;
}

/** Names of engines and the like are words; anything else is not printed. */
function word(value: unknown): string | null {
  return typeof value === "string" && /^\w+$/.test(value) ? value : null;
}

const UNKEYABLE = ["json", "list", "map", "struct", "vector", "geography"] as const;

export const mysql: Dialect = {
  name: "mysql",
  title: "MySQL",
  sources: [
    "https://dev.mysql.com/doc/refman/8.4/en/",
    "MySQL 9.7.4 (foreign keys)",
    "MariaDB 10.11.19 with its collation",
  ],
  engine: "mysql",
  answersTo: ["mysql"],
  quoteIdentifier: backquoted,
  quoteString: quoteMysqlString,
  quoteBytes: (bytes) => `X'${hexDigits(bytes)}'`,
  lexical: {
    // refman: literal values, comments; tried on MariaDB 10.11.19 with its client. Without ANSI_QUOTES, which is the default.
    doubleQuotes: "string",
    backticks: true,
    bracketNames: false,
    doubledQuotes: true,
    backslashEscapes: true,
    backslashEscapesInNames: false,
    stringPrefixes: ["b", "x", "n"],
    escapePrefixes: [],
    digitPrefixes: ["b", "x"],
    unicodeEscapes: false,
    tripleQuotes: false,
    dollarQuotes: false,
    lineComments: ["#"],
    nestedComments: false,
    parameters: /[?@]/y,
  },

  names: {
    identifierLimit: 64,
    tableLimit: 64,
    limitUnit: "characters",
    indexScope: "table",
    indexesShareNamespaceWithTables: false,
    keyScope: "table",
    keysShareNamespaceWithIndexes: true,
    // An index of that name is made for it: "Duplicate key name", on MySQL 9.7.4 and MariaDB 10.11.19.
    foreignKeysShareNamespaceWithIndexes: true,
    foreignKeyScope: "database",
    checkScope: "database",
    caseInsensitiveColumns: true,
    // Depends on lower_case_table_names; the strict answer holds everywhere.
    caseInsensitiveTables: true,
    reservedTablePrefixes: [],
    reservedColumnPrefixes: [],
    // InnoDB's: "Incorrect column name 'DB_ROW_ID'" on MariaDB 10.11, whatever the case; `FTS_DOC_ID` may be a number of its own type only.
    reservedColumns: ["DB_ROLL_PTR", "DB_ROW_ID", "DB_TRX_ID", "FTS_DOC_ID"],
    // "Incorrect index name".
    reservedIndexes: ["GEN_CLUST_INDEX", "PRIMARY"],
    // Names are utf8mb3 and may not end with a blank.
    forbiddenInTables: /[\u{10000}-\u{10ffff}]| $/u,
    forbiddenInColumns: /[\u{10000}-\u{10ffff}]| $/u,
  },

  types: mysqlTypes(MYSQL_COLLATION),
  sqlmodel: {
    nameLimit: 64,
    // SQLAlchemy 2.0.54; SQLModel gives strings a length there.
    types: {
      ...sqlalchemyTypes,
      string: "VARCHAR(255)",
      boolean: "BOOL",
      time: "TIME",
      timestamp: "DATETIME",
      timestamptz: "DATETIME",
      interval: "DATETIME",
      uuid: "CHAR(32)",
      binary: "BLOB",
      list: () => "JSON",
    },
    unkeyable: ["text", "binary"],
    lossy: {
      float64: "FLOAT, which has 4 bytes here",
      timestamp: "DATETIME, which has whole seconds here",
      timestamptz: "DATETIME, which has whole seconds here",
      binary: "BLOB, which ends at 64 KB here",
      text: "TEXT, which ends at 64 KB here",
    },
    serialTypes: null,
  },
  typeLimits: {
    decimal: { precision: 65, scale: 30, integerDigits: null, exactPrecision: null },
    // "Column length too big for column (max = 16383)", with four bytes a character.
    varcharLength: 16_383,
    vectorDimensions: null,
    mapKeys: null,
    enum: { labels: 65_535, labelLength: 255, trimsTrailingBlanks: true },
  },
  isDocument: (type) => isNested(type) || type.kind === "vector",
  structField: (name) => name,
  nullability: { wrap: null, admits: null, nullless: [], inLists: true },
  checkType: () => [],

  literals: {
    true: "TRUE",
    false: "FALSE",
    number: (digits) => digits,
    special: null,
    typed: (quoted) => quoted,
    keepsZones: false,
    list: null,
    map: null,
    struct: null,
    vector: null,
  },
  utcNow: "UTC_TIMESTAMP(6)",
  defaults: {
    expressions: true,
    // Only CURRENT_TIMESTAMP goes without (refman: data type defaults).
    alwaysParenthesized: true,
    // BLOB, TEXT, GEOMETRY and JSON take no literals.
    parenthesizedKinds: ["string", "text", "binary", "json", "list", "map", "struct", "vector", "geography"],
    beforeNotNull: false,
  },
  generated: {
    clause: (expression) => `GENERATED ALWAYS AS (${expression}) STORED`,
    notNull: true,
    refusedIn: [],
  },
  // "there can be only one auto column and it must be defined as a key".
  autoincrement: {
    clause: "AUTO_INCREMENT",
    type: null,
    numbers: /^(TINY|SMALL|MEDIUM|BIG)?INT(EGER)?( UNSIGNED)?$/i,
    needs: "key",
    isPrimaryKey: false,
  },

  constraints: {
    primaryKey: "enforced",
    // Its name is always PRIMARY; another is ignored with a warning.
    namedPrimaryKey: false,
    primaryKeyInColumnList: true,
    unique: "enforced",
    // Since 8.0.16.
    check: "enforced",
    namelessChecks: true,
    // MySQL 9.7 takes them there, MariaDB 10.11 does not.
    checksAtColumns: false,
    foreignKey: "enforced",
    references: mysqlReferences(MYSQL_COLLATION),
    namedForeignKey: true,
    // MySQL keeps SET DEFAULT and refuses the delete, MariaDB forgets it.
    referentialActions: ["CASCADE", "SET NULL", "RESTRICT", "NO ACTION"],
    // refman: foreign key constraints; MariaDB's catalog calls both RESTRICT.
    restrictIsNoAction: true,
    notEnforced: "",
    // "used in key specification without a key length".
    unkeyable: UNKEYABLE,
    nullableKeys: true,
    maxKeyColumns: 16,
  },
  indexes: {
    style: "statement",
    unique: true,
    partial: false,
    include: false,
    // Since 8.0.13.
    expressions: true,
    descending: true,
    nulls: false,
    opclasses: false,
    // InnoDB takes USING HASH and makes a btree.
    methods: ["btree"],
    usingBeforeOn: true,
    schemaOnIndex: false,
    unindexable: UNKEYABLE,
    maxColumns: 16,
    extensions: {},
  },
  comments: {
    style: "inline",
    columnClause: (quoted) => `COMMENT ${quoted}`,
    tableClause: (quoted) => `COMMENT = ${quoted}`,
    columnLimit: 1024,
    tableLimit: 2048,
    // The dictionary is utf8mb3: MySQL refuses such a comment, MariaDB writes `?`.
    losesAstral: true,
  },

  ifNotExists: { table: true, index: false },
  transactionalDdl: false,
  limits: { columns: 1017 },
  extensions: () => [],
  tableOptions: { engine: "string", charset: "string", collate: "string", rowFormat: "string" },
  targetOptions: {},
  tableClauses: mysqlClauses(MYSQL_COLLATION),
  checkTable: checkMysqlTable(MYSQL_OVERFLOW),
  formatterLanguage: "mysql",
};
