// What the compiler knows about one SQL dialect: a record that the writers in emit/ ask, so that they never ask for a
// dialect's name. Every record says beside each fact which engine it was tried on or which page of its manual says so.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ColumnKind, ColumnType } from "../model/column-type.ts";
import type { DialectName } from "../model/dialect-name.ts";
import type { Span } from "../model/span.ts";
import type { SqlPiece } from "../model/sql-text.ts";
import type { Index, Table } from "../model/table.ts";
import type { LexicalRules } from "../sql/lexical-rules.ts";
import type { OptionShape } from "./options.ts";
import type { ReferenceRules } from "./reference-rules.ts";
import type { TypeTable } from "./type-table.ts";

/** One SQL dialect. */
export interface Dialect {
  readonly name: DialectName;
  /** As its makers write it, for diagnostics and headers: `PostgreSQL`. */
  readonly title: string;
  /** Where its facts are from: engines they were tried on, pages of its manual. */
  readonly sources: readonly string[];
  /** What runs its SQL in `prove` and in tests; null where nothing does but its own service. */
  readonly engine: "duckdb" | "ducklake" | "postgresql" | "sqlite" | "clickhouse" | "mysql" | null;
  /** Names under which users may address it, its own first: what they write for MySQL holds for MariaDB too. */
  readonly answersTo: readonly DialectName[];

  // Text into SQL. Only these three put a name or a text of the user's between quotes. NUL and lone surrogates, which no
  // engine takes, are refused before anything is printed.

  /** A name, always quoted: reserved words differ per version, and case survives only in quotes. */
  readonly quoteIdentifier: (name: string) => string;
  /** A string literal. */
  readonly quoteString: (text: string) => string;
  /** A literal of binary data, one number of 0 to 255 per byte. */
  readonly quoteBytes: (bytes: readonly number[]) => string;
  /** How its engine cuts SQL into tokens. */
  readonly lexical: LexicalRules;

  readonly names: NameRules;

  // Types.

  /** How each kind of column is spelled. */
  readonly types: TypeTable;
  /** What `compat = "sqlmodel"` changes; null where no SQLAlchemy dialect can print a Metaxy table. */
  readonly sqlmodel: SqlmodelRules | null;
  readonly typeLimits: TypeLimits;
  /** True for a type that is kept as one JSON document, so that nothing inside it is spelled or limited. */
  readonly isDocument: (type: ColumnType) => boolean;
  /** The name that a member of an object gets, where not every name will do. */
  readonly structField: (name: string) => string;
  /** How a column (or a nested value) that admits NULL differs from one that does not. */
  readonly nullability: Nullability;
  /**
   * Conditions that make the engine keep what the type alone does not, e.g. the labels of an enum kept as text.
   * `column` is quoted. Printed as CHECK constraints with names by the convention.
   */
  readonly checkType: (type: ColumnType, column: string, nullable: boolean) => readonly string[];

  readonly literals: LiteralRules;
  /** The time it is, in UTC and without a time zone, as a value of kind `timestamp`. */
  readonly utcNow: string;
  readonly defaults: DefaultRules;
  readonly generated: GeneratedRules | null;
  readonly autoincrement: AutoincrementRules | null;

  // Constraints, indexes, comments.

  readonly constraints: ConstraintRules;
  readonly indexes: IndexRules;
  readonly comments: CommentRules;

  // The statement.

  /** Where IF NOT EXISTS may stand. */
  readonly ifNotExists: { readonly table: boolean; readonly index: boolean };
  /** Whether a failed script can be rolled back; otherwise each statement commits by itself. */
  readonly transactionalDdl: boolean;
  readonly limits: TableLimits;
  /** Statements that a column of this type needs before any table, e.g. CREATE EXTENSION. */
  readonly extensions: (type: ColumnType, options: TargetOptions) => readonly Extension[];
  /** What `static tableArgs` may say under the dialect's name. */
  readonly tableOptions: OptionShape;
  /** What `[ext.compile.<dialect>]` may say. */
  readonly targetOptions: OptionShape;
  /** What stands around the column list and nowhere else: engines, sorting keys, clustering, further tables. */
  readonly tableClauses: (table: Table, context: TableContext) => TableClauses;
  /** Mistakes that only this engine makes of a table, e.g. keys longer than its pages hold. */
  readonly checkTable: (table: Table, context: TableContext) => readonly Diagnostic[];
  /** The dialect's name in sql-formatter. */
  readonly formatterLanguage: "duckdb" | "postgresql" | "sqlite" | "clickhouse" | "bigquery" | "mysql" | "mariadb";
}

/** Options of a store as they stand in the configuration, checked against {@link Dialect.targetOptions}. */
export type TargetOptions = Readonly<Record<string, unknown>>;

/** Where names have to differ from each other. */
type NameScope = "table" | "schema" | "database";

/** What an engine accepts as a name. Read by `lower/names.ts`. */
interface NameRules {
  /** Longest name of a column, index or constraint, in `limitUnit`; null where none is known. */
  readonly identifierLimit: number | null;
  /** Longest name of a table, in `limitUnit`. */
  readonly tableLimit: number | null;
  readonly limitUnit: "bytes" | "characters";
  /** Where two indexes may not have one name; null where there are no indexes. */
  readonly indexScope: NameScope | null;
  /** Indexes and tables share one namespace. */
  readonly indexesShareNamespaceWithTables: boolean;
  /** Where primary keys and unique constraints may not have one name; null where their names are discarded. */
  readonly keyScope: NameScope | null;
  /** A primary key or unique constraint takes a name among the indexes. */
  readonly keysShareNamespaceWithIndexes: boolean;
  /** A foreign key takes a name among the indexes. */
  readonly foreignKeysShareNamespaceWithIndexes: boolean;
  readonly foreignKeyScope: NameScope | null;
  readonly checkScope: NameScope | null;
  /** `Foo` and `foo` are one column. */
  readonly caseInsensitiveColumns: boolean;
  /** `Foo` and `foo` are one table (or index). */
  readonly caseInsensitiveTables: boolean;
  /** A table's name may not start with one of these, whatever the case. */
  readonly reservedTablePrefixes: readonly string[];
  /** A column's name may not start with one of these, whatever the case. */
  readonly reservedColumnPrefixes: readonly string[];
  /** Columns that the engine has in every table; whether case matters is as with columns. */
  readonly reservedColumns: readonly string[];
  /** Names of indexes that the engine keeps for itself, whatever the case. */
  readonly reservedIndexes: readonly string[];
  /** Matches a character that a table's name may not hold, though quoted; null where all may. */
  readonly forbiddenInTables: RegExp | null;
  /** Matches a character that a column's name may not hold. */
  readonly forbiddenInColumns: RegExp | null;
}

/** Bounds of parametrised types; null where the engine has none that matters. */
interface TypeLimits {
  readonly decimal: {
    readonly precision: number;
    readonly scale: number;
    /** Most digits before the point, where that is bounded apart from the precision. */
    readonly integerDigits: number | null;
    /** Digits up to which the engine keeps decimals exactly. */
    readonly exactPrecision: number | null;
  };
  readonly varcharLength: number | null;
  readonly vectorDimensions: number | null;
  /** Kinds that keys of maps may have; null where all may. */
  readonly mapKeys: readonly ColumnKind[] | null;
  readonly enum: {
    readonly labels: number;
    /** In characters. */
    readonly labelLength: number;
    readonly trimsTrailingBlanks: boolean;
  } | null;
}

/** How NULL is admitted and refused. */
interface Nullability {
  /** Wraps a type that admits NULL (ClickHouse); null where types admit it anyway and NOT NULL refuses it. */
  readonly wrap: ((sqlType: string) => string) | null;
  /** Matches the types written as SQL that admit NULL; null where all do. */
  readonly admits: RegExp | null;
  /** Kinds of columns that have no NULL of their own: it is stored as an empty value, and NOT NULL is not accepted. */
  readonly nullless: readonly ColumnKind[];
  /** Whether lists hold NULL. */
  readonly inLists: boolean;
}

/** How values stand in DEFAULT clauses. */
interface LiteralRules {
  readonly true: string;
  readonly false: string;
  /** A number of the given type, from its decimal digits; those of floats may have an exponent. */
  readonly number: (digits: string, type: ColumnType) => string;
  /** NaN and the infinities as `NaN`, `Infinity`, `-Infinity`; null where a column cannot hold them. */
  readonly special: ((word: string) => string) | null;
  /** Text of a type that is not text: date, time, uuid, json, … from its quoted text. */
  readonly typed: (quoted: string, kind: ColumnKind) => string;
  /** Values with a time zone keep it; otherwise only UTC can be stored, without its `Z`. */
  readonly keepsZones: boolean;
  /** Lists, maps and structs, from literals of their parts and the column's type; null where there are none, or only documents. */
  readonly list: ((items: readonly string[], sqlType: string) => string) | null;
  readonly map: ((entries: readonly (readonly [key: string, value: string])[], sqlType: string) => string) | null;
  readonly struct: ((fields: readonly (readonly [name: string, value: string])[], sqlType: string) => string) | null;
  /** Components of a vector; null where a vector has no literal. */
  readonly vector: ((components: readonly number[], sqlType: string) => string) | null;
}

/** What may follow DEFAULT. */
interface DefaultRules {
  /** False where only literals may. */
  readonly expressions: boolean;
  /** Whether an expression needs parentheses even when it is a single call. */
  readonly alwaysParenthesized: boolean;
  /** Kinds whose literals need parentheses too, because the engine takes only expressions for them. */
  readonly parenthesizedKinds: readonly ColumnKind[];
  /** Whether DEFAULT stands before NOT NULL. */
  readonly beforeNotNull: boolean;
}

/** How a column computed from others is spelled. */
interface GeneratedRules {
  /** Between the type and the end of the column. `expression` is not parenthesized yet. */
  readonly clause: (expression: string) => string;
  /** Whether NOT NULL may stand beside it. */
  readonly notNull: boolean;
  /** Where it may not stand, in words that follow "part of". */
  readonly refusedIn: readonly GeneratedUse[];
}

/** What a generated column may be part of. */
export type GeneratedUse = "the primary key" | "a unique constraint" | "a check" | "a foreign key";

/** How a column numbered by the engine is spelled. */
interface AutoincrementRules {
  /** After the type. */
  readonly clause: string;
  /** Instead of the type; null keeps the type's own spelling. */
  readonly type: string | null;
  /** Matches the spelled types that can be numbered. */
  readonly numbers: RegExp;
  /** Which columns may have it. */
  readonly needs: "nothing" | "key" | "sole-primary-key";
  /** Whether the clause makes the column the primary key, so that the table must not say so again. */
  readonly isPrimaryKey: boolean;
}

/** How SQLAlchemy spells what Python Metaxy declares. */
interface SqlmodelRules {
  readonly types: TypeTable;
  /**
   * The longest name of an index or a constraint that SQLAlchemy leaves whole, in characters: its own opinion (DuckDB's dialect
   * inherits PostgreSQL's), not what the engine takes.
   */
  readonly nameLimit: number;
  /** Kinds whose SQLAlchemy type cannot be part of a key or an index, besides those that cannot anyway. */
  readonly unkeyable: readonly ColumnKind[];
  /** Kinds whose SQLAlchemy type keeps less than the kind holds, and what it keeps. */
  readonly lossy: Readonly<Partial<Record<ColumnKind, string>>>;
  /** Instead of the type of a single integer primary key without a default, which SQLAlchemy lets the engine number. */
  readonly serialTypes: Readonly<Partial<Record<ColumnKind, string>>> | null;
}

/**
 * What becomes of a constraint: `enforced` by the engine, `informational` (kept or used for layout, never checked), or
 * `absent` from the dialect.
 */
type Support = "enforced" | "informational" | "absent";

/** Constraints of a dialect. */
interface ConstraintRules {
  readonly primaryKey: Support;
  /** Whether a primary key may have a name. */
  readonly namedPrimaryKey: boolean;
  /** False where the primary key is one of the {@link TableClauses}. */
  readonly primaryKeyInColumnList: boolean;
  readonly unique: Support;
  readonly check: Support;
  /** False where a check constraint needs a name. */
  readonly namelessChecks: boolean;
  /** Whether a check constraint with a name may stand at its column; otherwise after the columns only. */
  readonly checksAtColumns: boolean;
  readonly foreignKey: Support;
  /** What they may join and lead to; null where there are none. */
  readonly references: ReferenceRules | null;
  /** Whether foreign keys may have a name. */
  readonly namedForeignKey: boolean;
  /** Referential actions that the dialect takes. */
  readonly referentialActions: readonly string[];
  /** Whether RESTRICT is only another word for NO ACTION. */
  readonly restrictIsNoAction: boolean;
  /** Follows an informational key: ` NOT ENFORCED`. */
  readonly notEnforced: string;
  /** Kinds that cannot be part of a primary key, a unique constraint or a foreign key. */
  readonly unkeyable: readonly ColumnKind[];
  /** Whether a key may hold columns that admit NULL. */
  readonly nullableKeys: boolean;
  /** Most columns of a primary key. */
  readonly maxKeyColumns: number | null;
}

/** Secondary indexes of a dialect. */
interface IndexRules {
  /** A CREATE INDEX statement, a line of the column list, or nothing. */
  readonly style: "statement" | "inline" | "absent";
  readonly unique: boolean;
  readonly partial: boolean;
  readonly include: boolean;
  readonly expressions: boolean;
  readonly descending: boolean;
  /** Whether a member may say where null comes. */
  readonly nulls: boolean;
  /** Whether a member may name an operator class. */
  readonly opclasses: boolean;
  /** Methods that USING may name; null where any name goes, empty where there is no USING. */
  readonly methods: readonly string[] | null;
  /** Whether USING stands before ON. */
  readonly usingBeforeOn: boolean;
  /** Whether the schema stands before the index's name and not before the table's. */
  readonly schemaOnIndex: boolean;
  /** Kinds that cannot be indexed. */
  readonly unindexable: readonly ColumnKind[];
  readonly maxColumns: number | null;
  /** What has to be installed for a method. */
  readonly extensions: Readonly<Record<string, Extension>>;
}

/** Comments of a dialect. Limits are in characters. */
interface CommentRules {
  /**
   * `statement`: COMMENT ON after the table. `inline`: a clause of the column and of the table. `line`: the engine keeps
   * none, so they stand in the script as `-- ` lines for its readers.
   */
  readonly style: "statement" | "inline" | "line";
  /** The clause from the quoted comment, for `inline`. */
  readonly columnClause: (quoted: string) => string;
  readonly tableClause: (quoted: string) => string;
  readonly columnLimit: number | null;
  readonly tableLimit: number | null;
  /** Characters beyond the basic plane are lost. */
  readonly losesAstral: boolean;
}

/** How large a table may be. */
interface TableLimits {
  readonly columns: number | null;
}

/** Something to install before the tables. */
interface Extension {
  readonly name: string;
  readonly sql: string;
}

/** What a record's functions may know beyond the table. */
export interface TableContext {
  readonly dialect: Dialect;
  /** Options of the store. */
  readonly target: TargetOptions;
  /** Options of the table under the dialect's name, checked: strings, numbers, booleans, arrays and objects of them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where an option of the table is written, or the item at a place of its list. */
  readonly optionSpan: (name: string, item?: number) => Span | null;
  /** The spelled type of each column, in order. */
  readonly columnTypes: readonly string[];
  /** SQL in an option of the table, by the names and places that lead to it; null where there is none. */
  readonly sqlOption: (...path: readonly (string | number)[]) => SqlPiece | null;
  /**
   * Checks and tidies SQL written by the user, with its columns as the dialect writes them; reports what is wrong with it and gives
   * null then. `lenient` is for SQL in which a word by itself may be something else than a column.
   */
  readonly fragment: (sql: SqlPiece, lenient?: boolean) => string | null;
}

/** Parts of CREATE TABLE that only some dialects have. Each text is one line. */
export interface TableClauses {
  /** The name to create instead of the table's own. */
  readonly name: string | null;
  /** After the name: ` ON CLUSTER …`. */
  readonly afterName: string;
  /** Lines at the end of the column list. */
  readonly body: readonly string[];
  /** Lines after the column list. */
  readonly suffix: readonly string[];
  /** Statements after the table: a second table over it. */
  readonly further: readonly { readonly name: string; readonly sql: string }[];
  /** Statements that change the finished table. */
  readonly afterwards: readonly string[];
  /** Indexes that `suffix` expresses by the order of rows. */
  readonly indexes: readonly string[];
  /** What becomes of the other indexes in `body`: their method by their name. */
  readonly methods: Readonly<Record<string, string>>;
  /** Indexes in `body` that only options ask for. */
  readonly furtherIndexes: readonly Index[];
  /** Why there is no room for the table's primary key; null where there is. */
  readonly lostKey: Diagnostic | null;
  /** What has no indexes, where that is not the dialect: `ClickHouse's engine Memory`. */
  readonly withoutIndexes: string | null;
  readonly diagnostics: readonly Diagnostic[];
}
