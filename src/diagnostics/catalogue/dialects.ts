// 30xx and 31xx. What a dialect cannot do, or can do only otherwise. `dialect` is the dialect's title, `table` and
// `column` are SQL names.

import { error, warning } from "../message.ts";

/** Each warning about something left out says so in the same words. */
function leftOut(dialect: string, lacking: string, what: string, table: string): string {
  return `${dialect} has no ${lacking}, so table '${table}' goes without ${what}`;
}

/** `a, b or c`. */
function enumerate(items: readonly string[], last: "and" | "or"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

export const dialectMessages = {
  // Types

  MXC3001: error<{ dialect: string; column: string; type: string; reason: string }>({
    message: (a) => `${a.dialect} has no type for column '${a.column}', ${a.type}: ${a.reason}`,
    label: (a) => a.reason,
    help: () => 'change the column\'s type, or write the SQL type yourself, e.g. `Field({ type: "TEXT" })`',
  }),
  MXC3002: error<{ dialect: string; column: string; found: string; limit: string }>({
    message: (a) => `column '${a.column}' has ${a.found}, ${a.dialect} takes at most ${a.limit}`,
    label: (a) => `at most ${a.limit}`,
    help: (a) => `stay within ${a.limit}`,
  }),
  MXC3003: error<{ dialect: string; column: string; label: string; reason: string }>({
    message: (a) =>
      `${a.dialect} cannot keep the label ${JSON.stringify(a.label)} of column '${a.column}': ${a.reason}`,
    label: (a) => a.reason,
    help: () => "change the label, or declare the column as `string`",
  }),
  MXC3004: error<{ dialect: string; column: string; type: string; use: string }>({
    message: (a) => `${a.dialect} cannot have column '${a.column}' in ${a.use}, because its type is ${a.type}`,
    label: (a) => `${a.type} cannot be in ${a.use}`,
    help: (a) => `take the column out of ${a.use}, or give it a plain type such as \`string\``,
  }),
  MXC3005: warning<{ dialect: string; column: string; type: string }>({
    message: (a) =>
      `${a.dialect} cannot tell null from empty in column '${a.column}', ${a.type}: null is stored as an empty value`,
    label: () => "null becomes empty",
    help: (a) =>
      `take '| null' or '?' away from '${a.column}', so that the type says what is stored, or write an SQL type that admits null`,
  }),
  MXC3006: warning<{ dialect: string; column: string; type: string; kept: string }>({
    message: (a) => `${a.dialect} keeps column '${a.column}', ${a.type}, as ${a.kept}`,
    label: (a) => a.kept,
    help: (a) => `if that is not exact enough, write the SQL type for '${a.column}' yourself: \`Field({ type: "…" })\``,
  }),
  MXC3007: error<{ column: string; expected: string; found: string }>({
    message: (a) => `the default of column '${a.column}' is ${a.found}, expected ${a.expected}`,
    label: (a) => `expected ${a.expected}`,
    help: () => "write a value of the column's type, or an SQL expression as `defaultSql`",
  }),
  MXC3008: error<{ dialect: string; column: string }>({
    message: (a) => `${a.dialect} cannot write this default of column '${a.column}' as a literal`,
    label: () => "has no literal",
    help: () => "write it as an SQL expression in `defaultSql`, or remove the default",
  }),
  MXC3009: warning<{ dialect: string; column: string; field: string; renamed: string }>({
    message: (a) =>
      `${a.dialect} does not take '${a.field}' as a field's name in column '${a.column}', so it is named '${a.renamed}'`,
    label: () => "a field is renamed",
    help: (a) => `rename the member '${a.field}' to '${a.renamed}'`,
  }),

  // SQL written by the user

  MXC3010: error<{ dialect: string; what: string; problem: string }>({
    message: (a) => `${a.what} ${a.problem}, so it is not printed for ${a.dialect}`,
    label: (a) => a.problem,
    help: () => "write one plain SQL expression, without comments and without a semicolon",
  }),
  MXC3011: error<{ dialect: string; column: string }>({
    message: (a) => `${a.dialect} takes only literals as defaults, and column '${a.column}' has an expression`,
    label: () => "an expression",
    help: () => "write a literal as `default`, or fill the column when rows are written",
  }),

  MXC3060: warning<{ dialect: string; name: string; what: string }>({
    message: (a) => `${a.what} has SQL for other dialects only, so ${a.dialect} goes without it`,
    label: (a) => `nothing for ${a.dialect}`,
    help: (a) => `add \`${a.name}: "…"\`, or write one text for every dialect`,
  }),
  MXC3061: error<{ dialect: string; name: string; what: string }>({
    message: (a) => `${a.what} has SQL for other dialects only, and ${a.dialect} cannot do without it`,
    label: (a) => `nothing for ${a.dialect}`,
    help: (a) => `add \`${a.name}: "…"\`, or write one text for every dialect`,
  }),

  // Columns

  MXC3012: error<{ dialect: string; column: string; alternative: string }>({
    message: (a) => `${a.dialect} cannot number column '${a.column}' by itself`,
    label: () => "autoincrement",
    help: (a) => a.alternative,
  }),
  MXC3013: error<{ dialect: string; column: string; reason: string }>({
    message: (a) => `${a.dialect} cannot generate column '${a.column}': ${a.reason}`,
    label: (a) => a.reason,
    help: () => "compute the value when rows are written, or in a view",
  }),
  MXC3014: error<{ dialect: string; table: string; count: number; limit: number }>({
    message: (a) => `table '${a.table}' has ${a.count} columns, ${a.dialect} takes at most ${a.limit}`,
    label: (a) => `${a.count} columns`,
    help: () => "split the feature, or gather columns in an object or a list",
  }),

  // Keys and constraints

  MXC3020: warning<{ dialect: string; table: string; columns: string }>({
    message: (a) => leftOut(a.dialect, "primary keys", `(${a.columns})`, a.table),
    label: () => "left out",
    help: () => "nothing refuses duplicate rows there; compile for another store to have the key",
  }),
  MXC3021: warning<{ dialect: string; table: string; names: string }>({
    message: (a) => leftOut(a.dialect, "unique constraints", a.names, a.table),
    label: () => "left out",
    help: () => "nothing refuses duplicate values there; check them when rows are written",
  }),
  MXC3022: warning<{ dialect: string; table: string; names: string }>({
    message: (a) => leftOut(a.dialect, "check constraints", a.names, a.table),
    label: () => "left out",
    help: () => "check the condition when rows are written",
  }),
  MXC3023: warning<{ dialect: string; table: string; lacking: string; names: string }>({
    message: (a) => leftOut(a.dialect, a.lacking, a.names, a.table),
    label: () => "left out",
    help: () => "check the reference when rows are written",
  }),
  MXC3024: warning<{ dialect: string; table: string; actions: readonly string[] }>({
    message: (a) => leftOut(a.dialect, `${enumerate(a.actions, "or")} for foreign keys`, "it", a.table),
    label: (a) => `without ${enumerate(a.actions, "and")}`,
    help: () => "delete or update the referring rows yourself",
  }),
  MXC3025: warning<{ dialect: string; table: string; names: string; what: string }>({
    message: (a) => leftOut(a.dialect, a.what, a.names, a.table),
    label: () => "left out",
    help: () => "queries work without it, only slower",
  }),
  MXC3026: warning<{ dialect: string; index: string; parts: readonly string[] }>({
    message: (a) => `${a.dialect} has no ${enumerate(a.parts, "or")} in indexes; index '${a.index}' is made without`,
    label: (a) => `without ${enumerate(a.parts, "and")}`,
    help: () => "the index works without it; remove it to have the same index everywhere",
  }),
  MXC3027: error<{ dialect: string; index: string; what: string }>({
    message: (a) => `${a.dialect} has no ${a.what}, and without it unique index '${a.index}' would refuse other rows`,
    label: () => "cannot be left out",
    help: () => "make the index not unique, or keep what is to be unique in a column of its own",
  }),
  MXC3028: error<{ dialect: string; table: string; use: string; count: number; limit: number }>({
    message: (a) => `${a.use} of table '${a.table}' has ${a.count} columns, ${a.dialect} takes at most ${a.limit}`,
    label: (a) => `${a.count} columns`,
    help: (a) => `name at most ${a.limit} columns`,
  }),
  MXC3029: error<{ dialect: string; column: string; use: string }>({
    message: (a) => `column '${a.column}' admits null, which ${a.dialect} refuses in ${a.use}`,
    label: () => "admits null",
    help: () => "take '| null' or '?' away from the column's type",
  }),
  MXC3030: error<{ dialect: string; table: string; columns: string }>({
    message: (a) =>
      `foreign key refers to (${a.columns}) of '${a.table}', which is neither its primary key nor unique, as ${a.dialect} demands`,
    label: () => "not a key there",
    help: (a) =>
      `leave the foreign key out between features, whose rows repeat (MXC2720), or refer to the key of '${a.table}'`,
  }),
  MXC3031: error<{ dialect: string; what: string; size: string; limit: string; remedy: string }>({
    message: (a) => `${a.what} needs ${a.size}, ${a.dialect} has room for ${a.limit}`,
    label: (a) => `${a.size} of ${a.limit}`,
    help: (a) => a.remedy,
  }),
  MXC3032: error<{ dialect: string; what: string; reason: string }>({
    message: (a) => `${a.dialect} cannot keep ${a.what} over the partitions of a table: ${a.reason}`,
    label: (a) => a.reason,
    help: () => "put every column of `partitionBy` into it, or divide the table by columns that it has",
  }),
  MXC3033: error<{ dialect: string; table: string; count: number; limit: number }>({
    message: (a) => `table '${a.table}' has ${a.count} keys and indexes, ${a.dialect} takes at most ${a.limit}`,
    label: (a) => `${a.count} keys and indexes`,
    help: () => "remove indexes that no query uses, or let one index serve several: it serves its first columns, too",
  }),

  // Foreign keys

  MXC3070: error<{ dialect: string; table: string; columns: string }>({
    message: (a) =>
      `foreign key refers to (${a.columns}) of '${a.table}', which only an index makes unique; ${a.dialect} demands a primary key or a unique constraint`,
    label: () => "unique by an index only",
    help: (a) =>
      `make (${a.columns}) of '${a.table}' unique by a UniqueConstraint, or by \`unique: true\` without \`index\``,
  }),
  MXC3071: error<{ dialect: string; column: string; type: string; target: string; targetType: string }>({
    message: (a) =>
      `${a.dialect} does not compare foreign key column '${a.column}', ${a.type}, with '${a.target}', ${a.targetType}`,
    label: (a) => `expected ${a.targetType}`,
    help: () => "give both columns the same type",
  }),
  MXC3072: error<{
    dialect: string;
    word: string;
    table: string;
    target: string;
    /** Where the key leads; null for tables that name none. */
    schema: string | null;
    /** Where the key starts, if it could lead elsewhere by name. */
    from: string | null;
  }>({
    message: (a) =>
      a.from === null
        ? `foreign key leads into ${a.schema === null ? `the default ${a.word}` : `${a.word} '${a.schema}'`}, and ${a.dialect} keeps foreign keys within one ${a.word}`
        : `foreign key leads to '${a.target}', which names no ${a.word}, and ${a.dialect} would look for it in '${a.from}'`,
    label: (a) => `'${a.target}' is elsewhere`,
    help: (a) =>
      a.from === null
        ? `put '${a.table}' and '${a.target}' into one ${a.word}, or check the reference when rows are written`
        : `give '${a.target}' a \`schema\`, too`,
  }),
  MXC3073: error<{ dialect: string; action: string; column: string; reason: string }>({
    message: (a) => `${a.dialect} cannot carry out ${a.action} on column '${a.column}', because it ${a.reason}`,
    label: (a) => a.action,
    help: () => 'choose "RESTRICT" or "NO ACTION", or refer from another column',
  }),
  MXC3074: error<{ dialect: string; table: string; count: number; limit: number }>({
    message: (a) => `table '${a.table}' has ${a.count} foreign keys, ${a.dialect} takes at most ${a.limit}`,
    label: (a) => `${a.count} foreign keys`,
    help: () => "keep those that queries join by",
  }),
  MXC3075: error<{ dialect: string; table: string; hindrance: string }>({
    message: (a) => `table '${a.table}' has ${a.hindrance}, with which ${a.dialect} keeps no foreign keys`,
    label: () => "neither kept nor checked",
    help: () => "leave out the engine, or the foreign key",
  }),
  MXC3076: warning<{ dialect: string; columns: string; table: string; named: boolean }>({
    message: (a) =>
      a.named
        ? `${a.dialect} has no IF NOT EXISTS for the foreign key (${a.columns}) of '${a.table}', so the script stops there when it is run again`
        : `foreign key (${a.columns}) of '${a.table}' has no name by which it could be found when the script is run again`,
    label: () => "added after the tables",
    help: (a) =>
      a.named ? "run the script once; when it stops at this statement, everything is there" : "give it a name",
  }),

  // Comments

  MXC3040: warning<{ dialect: string; of: string; length: number; limit: number }>({
    message: (a) =>
      `the comment of ${a.of} has ${a.length} characters, ${a.dialect} takes at most ${a.limit}, so it is cut`,
    label: () => "its comment is cut",
    help: (a) => `say it in ${a.limit} characters`,
  }),
  MXC3041: warning<{ dialect: string; of: string; character: string }>({
    message: (a) =>
      `${a.dialect} keeps no '${a.character}' in comments, so a '?' stands for it in the comment of ${a.of}`,
    label: (a) => `'${a.character}' is lost`,
    help: (a) => `write the comment without '${a.character}'`,
  }),

  // Engines and layouts

  MXC3080: error<{ dialect: string; engine: string; suggestion: string }>({
    message: (a) => `${a.dialect} has no table engine '${a.engine}'`,
    label: () => "no such engine",
    help: (a) => a.suggestion || "write the name of an engine, such as ReplacingMergeTree; case matters",
  }),
  MXC3081: error<{ engine: string; problem: string }>({
    message: (a) => `ClickHouse's engine ${a.engine} ${a.problem}`,
    label: (a) => a.problem,
    help: () => "take one of the two away, or choose an engine of the MergeTree family",
  }),
  MXC3082: warning<{ table: string; order: string; key: string }>({
    message: (a) =>
      `ClickHouse keeps a primary key only where rows are sorted by it, and table '${a.table}' is sorted by (${a.order}), so it goes without (${a.key})`,
    label: () => "left out",
    help: () =>
      'reads are as fast without it, and it would refuse no row; to sort by the key instead, write `clickhouse: { orderBy: […] }` into tableArgs, or key_layout = "feature_version" for injected keys',
  }),
  MXC3083: warning<{ table: string; engine: string; fault: string }>({
    message: (a) => `table '${a.table}' has ClickHouse's engine ${a.engine}, where ${a.fault}`,
    label: (a) => a.fault,
    help: () => "choose an engine of the MergeTree family for what Metaxy writes",
  }),
  MXC3084: error<{ table: string; problem: string }>({
    message: (a) => `the sharding key ${a.problem} table '${a.table}'`,
    label: () => "chooses no server",
    help: () => "write a whole number made of the table's columns, such as cityHash64(video_id)",
  }),
  MXC3085: warning<{ table: string; problem: string }>({
    message: (a) =>
      `sharding_key of [ext.compile.clickhouse] ${a.problem} table '${a.table}', so its rows go to any server, by rand()`,
    label: () => "by rand()",
    help: () =>
      'write the key of this table into tableArgs, e.g. `clickhouse: { shardingKey: "cityHash64(video_id)" }`',
  }),

  // Indexes

  MXC3087: error<{ dialect: string; index: string; method: string; suggestion: string }>({
    message: (a) => `${a.dialect} has no index method '${a.method}', which index '${a.index}' uses`,
    label: () => "no such method",
    help: (a) => a.suggestion,
  }),
  MXC3088: error<{ dialect: string; index: string; method: string; problem: string }>({
    message: (a) => `index '${a.index}' uses ${a.dialect}'s method ${a.method}, which ${a.problem}`,
    label: (a) => `${a.method} ${a.problem}`,
    help: () => "take it away, or let the index be a btree by removing `using`",
  }),
  MXC3089: error<{ dialect: string; index: string; method: string; what: string; remedy: string }>({
    message: (a) => `index '${a.index}' has ${a.what}, which ${a.dialect}'s method ${a.method} does not take`,
    label: (a) => `not taken by ${a.method}`,
    help: (a) => a.remedy,
  }),
  MXC3090: warning<{ dialect: string; index: string; opclass: string; extension: string | null }>({
    message: (a) =>
      `index '${a.index}' needs operator class ${a.opclass}, which comes with ${a.extension === null ? "an extension" : `the extension ${a.extension}`} and not with ${a.dialect}`,
    label: () => "not there by itself",
    help: (a) => `run CREATE EXTENSION ${a.extension ?? "…"} before the script`,
  }),

  // Names

  MXC3086: error<{ dialect: string; what: string; name: string }>({
    message: (a) =>
      `${a.dialect} has ${a.what === "column" ? "a column" : "an index"} '${a.name}' of its own in every table`,
    label: () => "taken by the engine",
    help: (a) =>
      a.what === "column"
        ? 'rename the property, or give the column another name in SQL: `Field({ name: "…" })`'
        : "choose another name",
  }),

  // Options

  MXC3050: error<{ dialect: string; option: string; suggestion: string }>({
    message: (a) => `${a.dialect} has no table option '${a.option}'`,
    label: () => "unknown option",
    help: (a) => a.suggestion,
  }),
  MXC3051: error<{ option: string; expected: string }>({
    message: (a) => `option '${a.option}' is not ${a.expected}`,
    label: (a) => `expected ${a.expected}`,
    help: (a) => `write ${a.expected}`,
  }),
  MXC3053: error<{ dialect: string; option: string; column: string; suggestion: string }>({
    message: (a) => `option '${a.option}' for ${a.dialect} names '${a.column}', which is no column of the table`,
    label: () => "no such column",
    help: (a) => a.suggestion,
  }),
  MXC3054: error<{ dialect: string; option: string; suggestion: string }>({
    message: (a) => `[ext.compile.${a.dialect}] has no option '${a.option}'`,
    help: (a) => a.suggestion,
  }),
  MXC3055: error<{ dialect: string; option: string; expected: string }>({
    message: (a) => `'${a.option}' in [ext.compile.${a.dialect}] is not ${a.expected}`,
    help: (a) => `write ${a.option} = followed by ${a.expected}`,
  }),
  MXC3056: warning<{ dialect: string }>({
    message: (a) =>
      `compat = "sqlmodel" has no meaning for ${a.dialect}: SQLAlchemy cannot print Metaxy's tables there, so its own types are used`,
    help: () => 'set compat = "native" in [ext.compile], or choose a store on DuckDB or PostgreSQL',
  }),
} as const;
