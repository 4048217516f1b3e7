// What a golden case expects of one store, as a proof takes it: the statements of its scripts and the tables of its
// metadata.json. Nothing of it comes from the compiler's own model.

import type { Dialect } from "../src/dialects/dialect.ts";
import type { ColumnType } from "../src/model/column-type.ts";
import type { ReferentialAction } from "../src/model/feature.ts";
import type { Statement } from "../src/model/output.ts";
import type { DialectName } from "../src/model/project.ts";
import type { ForeignKey, Index, Table, TableColumn } from "../src/model/table.ts";
import type { ProvableTable } from "../src/prove/expectation.ts";
import type { GoldenCase } from "./golden-cases.ts";

/** The files of one store. */
export interface ExpectedStore {
  /** `<theme>/<case>: <store>`. */
  readonly name: string;
  readonly metadata: Metadata;
  /** Each without its terminator. */
  readonly statements: readonly string[];
}

interface Metadata {
  readonly store: { readonly dialect: DialectName };
  readonly tables: readonly MetadataTable[];
}

interface MetadataTable {
  readonly name: string;
  readonly schema: string | null;
  readonly kind: "feature" | "system";
  readonly comment: string | null;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly sql_type: string;
    readonly nullable: boolean;
    readonly default: string | null;
    readonly generated?: string;
    readonly autoincrement?: boolean;
    readonly comment: string | null;
  }[];
  readonly primary_key: NamedColumns | null;
  readonly indexes: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly unique: boolean;
    readonly where: string | null;
    readonly parts?: Index["parts"];
    readonly using?: string;
    readonly include?: readonly string[];
  }[];
  readonly unique_constraints: readonly NamedColumns[];
  readonly check_constraints: readonly { readonly name: string | null; readonly expression: string }[];
  readonly foreign_keys: readonly (NamedColumns & {
    readonly referred_schema: string | null;
    readonly referred_table: string;
    readonly referred_columns: readonly string[];
    readonly on_delete: ReferentialAction | null;
    readonly on_update: ReferentialAction | null;
  })[];
}

interface NamedColumns {
  readonly name: string | null;
  readonly columns: readonly string[];
}

/** Stands for every place: metadata.json states places of files, and these are read from the document alone. */
const nowhere = { file: "metadata.json", start: 0, end: 0 };

/** The stores of a case that have both scripts and metadata. */
export function readExpectedStores({ name, expected }: GoldenCase): readonly ExpectedStore[] {
  const folders = [...expected.keys()].flatMap((path) => path.match(/^(.*)\/metadata\.json$/)?.[1] ?? []);
  return folders.flatMap((folder) => {
    const scripts = [...expected].filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith(".sql"));
    if (scripts.length === 0) return [];
    return {
      name: `${name}: ${folder}`,
      metadata: JSON.parse(expected.get(`${folder}/metadata.json`) ?? "") as Metadata,
      statements: scripts.flatMap(([, text]) => splitScript(text)),
    };
  });
}

/** Turns a store into what a proof takes. All statements hang on the first table: one refused fails the case. */
export function toProvable({ metadata, statements }: ExpectedStore, dialect: Dialect): readonly ProvableTable[] {
  return metadata.tables.map((table, place) => {
    const printed = place === 0 ? statements : [];
    const expressed = reduce(toTable(table), dialect);
    return {
      expressed,
      columnTypes: table.columns.map((column) => column.sql_type),
      typeChecks: table.columns.flatMap(({ name, type, nullable }) =>
        dialect.checkType(type, dialect.quoteIdentifier(name), nullable),
      ),
      statements: printed.map((sql): Statement => {
        return { kind: "create-table", table: table.name, name: table.name, sql, source: null };
      }),
    };
  });
}

/** Statements end with `;` at the end of a line, outside quotes and comments. */
function splitScript(script: string): readonly string[] {
  const statements: string[] = [];
  let start = 0;
  for (const { 0: token, index } of script.matchAll(/--.*|'[^']*'|"[^"]*"|;/g)) {
    if (token !== ";") continue;
    statements.push(script.slice(start, index).trim());
    start = index + 1;
  }
  return statements;
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
    checkConstraints: table.check_constraints.map((each) => ({ ...each, source })),
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
      parts: parts ?? columns.map((column) => ({ column, expression: null, descending: false })),
      unique,
      where,
      using: using ?? null,
      include: include ?? [],
      source,
    })),
  };
}

function toColumn(column: MetadataTable["columns"][number]): TableColumn {
  const { name, type, nullable, comment, generated, autoincrement } = column;
  return {
    name,
    type,
    nullable,
    comment,
    sqlType: null,
    default: column.default === null ? null : { kind: "sql", sql: column.default, span: nowhere },
    generated: generated === undefined ? null : { sql: generated, span: nowhere },
    autoincrement: autoincrement ?? false,
    system: false,
    id: false,
    key: false,
    source: null,
  };
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
      using:
        index.using !== null && indexes.methods?.includes(index.using.toLowerCase()) === false ? null : index.using,
    })),
  };
}
