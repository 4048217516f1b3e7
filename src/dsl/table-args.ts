// Entries of `static readonly tableArgs`: indexes and constraints over several columns. Each class takes one options
// object, and all but ForeignKeyConstraint also SQLAlchemy's argument order for the common case.

import {
  checkArray,
  checkBoolean,
  checkDistinct,
  checkOneOf,
  checkOptions,
  checkPresent,
  checkText,
  checkTexts,
  orDefault,
} from "./checks.ts";
import { type ColumnReference, checkReference, type ReferentialAction, referentialActions } from "./foreign-key.ts";
import { checkSql, type Sql } from "./sql.ts";
import type { DialectTableOptions } from "./table-options.ts";
import { describe, refuse } from "./validation-error.ts";

/** How an index keeps a member. */
interface IndexOrder {
  /** Default `false`. */
  readonly descending?: boolean | undefined;
  /** Where null comes; the default is the engine's. */
  readonly nulls?: "first" | "last" | undefined;
  /** PostgreSQL's operator class, such as `"vector_cosine_ops"` or `"jsonb_path_ops"`. */
  readonly opclass?: string | undefined;
}

/** A member of an index: a column by name, a column with an order, or an SQL expression. */
export type IndexMember =
  | string
  | ({ readonly column: string } & IndexOrder)
  | ({ readonly expression: Sql } & IndexOrder);

/** Options of {@link Index}. */
export interface IndexOptions {
  readonly columns: readonly IndexMember[];
  /** `null`, the default, leaves it to the naming convention. */
  readonly name?: string | null | undefined;
  /** Default `false`. */
  readonly unique?: boolean | undefined;
  /** The SQL condition of a partial index. */
  readonly where?: Sql | undefined;
  /** The index method, such as `"gin"`. */
  readonly using?: string | undefined;
  /** Columns stored in the index without being part of its order. Default `[]`. */
  readonly include?: readonly string[] | undefined;
}

/**
 * A secondary index.
 *
 * @example
 * new Index({ columns: ["owner", { column: "uploaded_at", descending: true }], where: "deleted = false" })
 * new Index("ix_video_owner", "owner", "uploaded_at")
 * new Index({ columns: [{ column: "embedding", opclass: "vector_cosine_ops" }], using: "hnsw" })
 */
export class Index {
  readonly name: string | null;
  readonly columns: readonly IndexMember[];
  readonly unique: boolean;
  readonly where: Sql | null;
  readonly using: string | null;
  readonly include: readonly string[];

  constructor(options: IndexOptions);
  constructor(name: string | null, ...columns: readonly IndexMember[]);
  constructor(first: IndexOptions | string | null, ...rest: readonly IndexMember[]) {
    const options = typeof first === "string" || first === null ? { name: first, columns: rest } : first;
    checkOptions("Index", options, ["columns", "name", "unique", "where", "using", "include"]);
    this.name = readName("Index.name", options.name);
    this.columns = readIndexMembers(checkPresent("Index.columns", options.columns));
    this.unique = orDefault(options.unique, false, (value) => checkBoolean("Index.unique", value));
    this.where = orDefault(options.where, null, (sql) => checkSql("Index.where", sql));
    this.using = orDefault(options.using, null, (method) => checkText("Index.using", method));
    this.include = orDefault(options.include, Object.freeze([]), (names) => checkTexts("Index.include", names));
    Object.freeze(this);
  }
}

/** Options of {@link UniqueConstraint} and {@link PrimaryKeyConstraint}. */
export interface KeyConstraintOptions {
  readonly columns: readonly string[];
  /** `null`, the default, leaves it to the naming convention. */
  readonly name?: string | null | undefined;
}

/**
 * No two rows have the same values in these columns.
 *
 * @example
 * new UniqueConstraint({ name: "uq_video_path", columns: ["bucket", "path"] })
 * new UniqueConstraint("bucket", "path")
 */
export class UniqueConstraint {
  readonly name: string | null;
  readonly columns: readonly string[];

  constructor(options: KeyConstraintOptions);
  constructor(...columns: readonly string[]);
  constructor(...args: readonly (KeyConstraintOptions | string)[]) {
    const options = readKeyConstraint("UniqueConstraint", args);
    this.name = options.name;
    this.columns = options.columns;
    Object.freeze(this);
  }

  /** Tells it from a primary key in types: both have the same properties. */
  get [Symbol.toStringTag](): "UniqueConstraint" {
    return "UniqueConstraint";
  }
}

/**
 * The primary key, where it has several columns or a name of its own.
 *
 * @example
 * new PrimaryKeyConstraint({ columns: ["video_id", "frame"] })
 * new PrimaryKeyConstraint("video_id", "frame")
 */
export class PrimaryKeyConstraint {
  readonly name: string | null;
  readonly columns: readonly string[];

  constructor(options: KeyConstraintOptions);
  constructor(...columns: readonly string[]);
  constructor(...args: readonly (KeyConstraintOptions | string)[]) {
    const options = readKeyConstraint("PrimaryKeyConstraint", args);
    this.name = options.name;
    this.columns = options.columns;
    Object.freeze(this);
  }

  /** Tells it from a unique constraint in types: both have the same properties. */
  get [Symbol.toStringTag](): "PrimaryKeyConstraint" {
    return "PrimaryKeyConstraint";
  }
}

/** Options of {@link CheckConstraint}. */
export interface CheckConstraintOptions {
  /** The SQL condition that every row meets. */
  readonly expression: Sql;
  /** `null`, the default, leaves it to the naming convention. */
  readonly name?: string | null | undefined;
}

/**
 * A condition that every row meets, in SQL.
 *
 * @example
 * new CheckConstraint({ name: "positive_duration", expression: "duration > 0" })
 * new CheckConstraint("duration > 0")
 */
export class CheckConstraint {
  readonly name: string | null;
  readonly expression: Sql;

  constructor(options: CheckConstraintOptions);
  constructor(expression: string);
  constructor(first: CheckConstraintOptions | string) {
    const options = typeof first === "string" ? { expression: first } : first;
    checkOptions("CheckConstraint", options, ["expression", "name"]);
    this.name = readName("CheckConstraint.name", options.name);
    this.expression = checkSql("CheckConstraint.expression", options.expression);
    Object.freeze(this);
  }
}

/** Options of {@link ForeignKeyConstraint}. */
export interface ForeignKeyConstraintOptions {
  readonly columns: readonly string[];
  /** As many as `columns`: `"table.column"` or `[Class, "column"]`, all of one table. */
  readonly references: readonly ColumnReference[];
  /** `null`, the default, leaves it to the naming convention. */
  readonly name?: string | null | undefined;
  readonly onDelete?: ReferentialAction | undefined;
  readonly onUpdate?: ReferentialAction | undefined;
}

/**
 * A foreign key, where it has several columns or a name of its own.
 *
 * @example
 * new ForeignKeyConstraint({
 *   columns: ["video_id", "scene"],
 *   references: [[Scene, "video_id"], [Scene, "number"]],
 *   onDelete: "CASCADE",
 * })
 */
export class ForeignKeyConstraint {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly references: readonly ColumnReference[];
  readonly onDelete: ReferentialAction | null;
  readonly onUpdate: ReferentialAction | null;

  constructor(options: ForeignKeyConstraintOptions) {
    const where = "ForeignKeyConstraint";
    checkOptions(where, options, ["columns", "references", "name", "onDelete", "onUpdate"]);
    this.name = readName(`${where}.name`, options.name);
    this.columns = readColumns(`${where}.columns`, options.columns);
    this.references = readReferences(options.references, this.columns.length);
    this.onDelete = orDefault(options.onDelete, null, (action) => readAction(`${where}.onDelete`, action));
    this.onUpdate = orDefault(options.onUpdate, null, (action) => readAction(`${where}.onUpdate`, action));
    Object.freeze(this);
  }
}

/**
 * The last entry of `tableArgs` may be a plain object with the table's comment, its schema, and options that only one
 * dialect reads.
 *
 * The schema (in MySQL, MariaDB and ClickHouse a database, in BigQuery a dataset, in SQLite an attached database) has to
 * exist when the SQL runs: like SQLAlchemy, the compiler makes tables and no places for them.
 *
 * @example { comment: "one row per video", schema: "media", clickhouse: { partitionBy: "toYYYYMM(uploaded_at)" } }
 */
export type TableOptions = {
  readonly comment?: string | undefined;
  readonly schema?: string | undefined;
} & DialectTableOptions;

/** An entry of `tableArgs`. */
export type TableArg =
  | Index
  | UniqueConstraint
  | CheckConstraint
  | PrimaryKeyConstraint
  | ForeignKeyConstraint
  | TableOptions;

function readName(where: string, name: string | null | undefined): string | null {
  return orDefault(name, null, (given) => (given === null ? null : checkText(where, given)));
}

function readColumns(where: string, columns: readonly string[] | undefined): readonly string[] {
  const names = checkTexts(where, checkPresent(where, columns));
  if (names.length === 0) refuse(where, "needs at least one column");
  checkDistinct(where, names, "column");
  return names;
}

/** Both forms: one options object, or column names, which are checked like the option. */
function readKeyConstraint(where: string, args: readonly (KeyConstraintOptions | string)[]) {
  const [first] = args;
  const isOptions = typeof first === "object" && first !== null;
  if (isOptions && args.length > 1) refuse(where, "an options object is the only argument");
  const options: KeyConstraintOptions = isOptions ? first : { columns: args as readonly string[] };
  checkOptions(where, options, ["columns", "name"]);
  return { name: readName(`${where}.name`, options.name), columns: readColumns(`${where}.columns`, options.columns) };
}

function readIndexMembers(members: readonly IndexMember[]): readonly IndexMember[] {
  const where = "Index.columns";
  if (checkArray(where, members).length === 0) refuse(where, "needs at least one column");
  const read = members.map((member, index) => readIndexMember(`${where}[${index}]`, member));
  checkDistinct(
    where,
    read.map(columnOf).filter((column) => column !== null),
    "column",
  );
  return Object.freeze(read);
}

function readIndexMember(where: string, member: IndexMember): IndexMember {
  if (typeof member === "string") return checkText(where, member);
  if (typeof member !== "object" || member === null) {
    return refuse(where, `expected "column", { column } or { expression }, found ${describe(member)}`);
  }
  const name = "expression" in member ? "expression" : "column";
  checkOptions(where, member, [name, "descending", "nulls", "opclass"]);
  if ("expression" in member) checkSql(`${where}.expression`, member.expression);
  else checkText(`${where}.column`, member.column);
  orDefault(member.descending, false, (value) => checkBoolean(`${where}.descending`, value));
  orDefault(member.nulls, null, (value) => checkOneOf(`${where}.nulls`, value, ["first", "last"]));
  orDefault(member.opclass, null, (value) => checkText(`${where}.opclass`, value));
  return Object.freeze({ ...member });
}

function columnOf(member: IndexMember): string | null {
  if (typeof member === "string") return member;
  return "column" in member ? member.column : null;
}

function readReferences(references: readonly ColumnReference[] | undefined, count: number): readonly ColumnReference[] {
  const where = "ForeignKeyConstraint.references";
  const given = checkArray(where, checkPresent(where, references));
  if (given.length !== count) refuse(where, `expected as many as columns (${count}), found ${given.length}`);
  return Object.freeze(given.map((reference, index) => checkReference(`${where}[${index}]`, reference)));
}

function readAction(where: string, action: ReferentialAction): ReferentialAction {
  return checkOneOf(where, action, referentialActions);
}
