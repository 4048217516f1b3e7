// What a folder of outputs says of one store, as a proof takes it: the statements of its scripts and the tables of its
// metadata.json. Nothing of it comes from the compiler's own model.

import { quoteTable } from "../src/dialects/clauses.ts";
import type { Dialect } from "../src/dialects/dialect.ts";
import { dialects } from "../src/dialects/index.ts";
import { readDocument } from "../src/metadata/read.ts";
import type { DocumentType, Metadata } from "../src/metadata/schema.ts";
import type { ColumnType } from "../src/model/column-type.ts";
import type { Statement } from "../src/model/output.ts";
import type { SqlText } from "../src/model/sql-text.ts";
import type { ForeignKey, Table, TableColumn } from "../src/model/table.ts";
import type { ProvableTable } from "../src/prove/expectation.ts";
import { tokenizeSql } from "../src/prove/sql-text.ts";
import type { GoldenCase } from "./golden-cases.ts";

type MetadataTable = Metadata["tables"][number];

/** The files of one store. */
export interface ExpectedStore {
  /** `<theme>/<case>: <store>`. */
  readonly name: string;
  readonly dialect: Dialect;
  /** Null where only scripts were asked for. */
  readonly metadata: Metadata | null;
  /** In the order in which scripts are run, each without its terminator. */
  readonly statements: readonly string[];
}

/** The scripts of a store in the order in which they are run. */
const SCRIPTS = ["system.sql", "features.sql", "push.sql"];

/** The stores of a case that have scripts. */
export function readExpectedStores({
  name,
  expected,
}: Pick<GoldenCase, "name" | "expected">): readonly ExpectedStore[] {
  const folders = [...expected.keys()].flatMap((path) => /^(.*)\/[^/]+\.sql$/.exec(path)?.[1] ?? []);
  return [...new Set(folders)].map((folder) => {
    const scripts = SCRIPTS.flatMap((script) => expected.get(`${folder}/${script}`) ?? []);
    const dialect = dialectOf(scripts[0] ?? "");
    const metadata = expected.get(`${folder}/metadata.json`);
    return {
      name: `${name}: ${folder}`,
      dialect,
      metadata: metadata === undefined ? null : documentOf(metadata),
      statements: scripts.flatMap((script) => splitScript(script, dialect)),
    };
  });
}

function documentOf(text: string): Metadata {
  const read = readDocument(text);
  if ("problem" in read) throw new Error(read.problem);
  return read.document;
}

/** The header of every script names its dialect. */
function dialectOf(script: string): Dialect {
  const title = /^-- Store .*, (\w+)\.$/m.exec(script)?.[1];
  const found = Object.values(dialects).find((dialect) => dialect.title === title);
  if (found === undefined) throw new Error(`no dialect in the header of: ${script.slice(0, 80)}`);
  return found;
}

/** Statements end with `;` outside quotes and comments. */
function splitScript(script: string, dialect: Dialect): readonly string[] {
  const ends = tokenizeSql(script, dialect).filter(({ text }) => text === ";");
  return ends.map(({ start }, place) => script.slice(ends[place - 1]?.end ?? 0, start).trim());
}

/** Turns a store into what a proof takes. */
export function toProvable({ dialect, statements }: ExpectedStore, metadata: Metadata): readonly ProvableTable[] {
  const owned = assignStatements(statements, metadata.tables, dialect);
  const scriptOrder = [...metadata.tables].sort((a, b) => Number(b.kind === "system") - Number(a.kind === "system"));
  return scriptOrder.map((table) => {
    const own = owned.filter((statement) => statement.table === table.name);
    return {
      expressed: reduce(toTable(table), dialect),
      columnTypes: table.columns.map((column) => column.sql_type),
      clauses: {
        ...readClauses(own.find(({ kind }) => kind === "create-table")?.sql ?? ""),
        afterwards: own.flatMap(({ kind, sql }) => (kind === "alter-table" ? [sql] : [])),
      },
      statements: own,
    };
  });
}

/**
 * Each statement belongs to the table that was made last; what stands before the first table belongs to it. Foreign keys that
 * come after all tables are no part of how their own table is made.
 */
function assignStatements(
  statements: readonly string[],
  tables: readonly MetadataTable[],
  dialect: Dialect,
): readonly Statement[] {
  let table = tables[0]?.name ?? "";
  return statements.map((sql) => {
    const text = sql.replaceAll(/^--.*\n/gm, "").trim();
    const made = tables.find(({ schema, name }) =>
      ["", "IF NOT EXISTS "].some((words) =>
        text.startsWith(`CREATE TABLE ${words}${quoteTable(dialect, schema, name)} `),
      ),
    );
    table = made?.name ?? table;
    return { kind: made === undefined ? kindOf(text) : "create-table", table, name: table, sql, source: null };
  });
}

function kindOf(sql: string): Statement["kind"] {
  if (/^CREATE EXTENSION/.test(sql)) return "create-extension";
  if (/^CREATE (UNIQUE )?INDEX/.test(sql)) return "create-index";
  if (/^ALTER TABLE .* FOREIGN KEY /.test(sql)) return "foreign-key";
  if (/^ALTER TABLE/.test(sql)) return "alter-table";
  return /^INSERT/.test(sql) ? "insert" : "comment";
}

/** Lines of CREATE TABLE that are about no column: inside the brackets, and after them. */
function readClauses(sql: string): Omit<ProvableTable["clauses"], "afterwards"> {
  const [body = "", suffix = ""] = sql.split("\n)\n");
  return {
    body: body.split("\n").flatMap((line) => /^ +(INDEX .*?),?$/.exec(line)?.[1] ?? []),
    suffix: suffix.split("\n").filter((line) => line !== "" && !line.startsWith("COMMENT ")),
  };
}

function toTable(table: MetadataTable): Table {
  const source = null;
  return {
    ...table,
    feature: null,
    source,
    dialectOptions: {},
    columns: table.columns.map(toColumn),
    primaryKey: table.primary_key === null ? null : { ...table.primary_key, source },
    uniqueConstraints: table.unique_constraints.map((each) => ({ ...each, source })),
    checkConstraints: table.check_constraints.map(({ name, expression }) => ({
      name,
      expression: toSql(expression),
      source,
    })),
    foreignKeys: table.foreign_keys.map((key) => ({
      name: key.name,
      columns: key.columns,
      referredSchema: key.referred_schema,
      referredTable: key.referred_table,
      referredColumns: key.referred_columns,
      onDelete: key.on_delete,
      onUpdate: key.on_update,
      source,
    })),
    indexes: table.indexes.map(({ name, columns, unique, where, parts, using, include }) => ({
      name,
      parts:
        parts.length > 0
          ? parts.map(({ nulls, opclass, ...part }) => ({
              ...part,
              expression: toSql(part.expression),
              ...(nulls === null ? {} : { nulls }),
              ...(opclass === null ? {} : { opclass: { value: opclass, span: null } }),
            }))
          : columns.map((column) => ({ column, expression: null, descending: false })),
      unique,
      where: toSql(where),
      using,
      include,
      source,
    })),
  };
}

/** metadata.json states no places of expressions. */
function toSql(text: string): SqlText;
function toSql(text: string | null): SqlText | null;
function toSql(text: string | null): SqlText | null {
  return text === null ? null : { value: text, span: null };
}

function toColumn(column: MetadataTable["columns"][number]): TableColumn {
  const { name, type, nullable, comment, generated, autoincrement } = column;
  return {
    name,
    type: toType(type),
    nullable,
    comment,
    sqlType: null,
    default: column.default === null ? null : { kind: "sql", sql: toSql(column.default) },
    generated: toSql(generated),
    autoincrement,
    system: false,
    id: false,
    key: false,
    source: null,
  };
}

function toType(type: DocumentType): ColumnType {
  if (typeof type === "string") return { kind: type };
  switch (type.kind) {
    case "list":
      return { ...type, element: toType(type.element) };
    case "map":
      return { ...type, key: toType(type.key), value: toType(type.value) };
    case "struct": {
      const fields = type.fields.map(({ optional, ...field }) => ({ ...field, type: toType(field.type) }));
      return { kind: type.kind, fields, ...(type.model === undefined ? {} : { model: type.model }) };
    }
    default:
      return type;
  }
}

/** metadata.json says what was asked for; what the dialect lacks stands in its diagnostics. */
function reduce(table: Table, { constraints, indexes }: Dialect): Table {
  const action = (asked: ForeignKey["onDelete"]) =>
    asked !== null && constraints.referentialActions.includes(asked) ? asked : null;
  return {
    ...table,
    primaryKey: constraints.primaryKey === "absent" ? null : table.primaryKey,
    uniqueConstraints: constraints.unique === "absent" ? [] : table.uniqueConstraints,
    checkConstraints: constraints.check === "absent" ? [] : table.checkConstraints,
    foreignKeys: (constraints.foreignKey === "absent" ? [] : table.foreignKeys).map((key) => ({
      ...key,
      onDelete: action(key.onDelete),
      onUpdate: action(key.onUpdate),
    })),
    indexes: (indexes.style === "absent" ? [] : table.indexes).map((index) => ({
      ...index,
      where: indexes.partial ? index.where : null,
      include: indexes.include ? index.include : [],
      using: index.using !== null && losesMethod(index.using, indexes) ? null : index.using,
    })),
  };
}

/** Of indexes that are no statements metadata.json says how they are made, with the method's parameters. */
function losesMethod(using: string, { style, methods }: Dialect["indexes"]): boolean {
  return style === "statement" && methods?.includes(using.toLowerCase()) === false;
}
