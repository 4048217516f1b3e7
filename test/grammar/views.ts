// What a feature says, seen from the compiler's side and from the side of the running program: the same plain data.

import type { BaseFeature, BaseSQLModelFeature } from "metaxy-compile/dsl";
import * as dsl from "metaxy-compile/dsl";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { Feature, FeatureDecl, FieldOptions, ForeignKeyTarget, TableArg } from "../../src/model/feature.ts";
import { PythonFloat } from "../../src/model/json.ts";
import type { SqlPiece, SqlText } from "../../src/model/sql-text.ts";
import type { StaticValue } from "../../src/model/value.ts";

/** See the head of the file. Numbers that Python would hold as floats are written `float(1)`. */
export interface FeatureView {
  readonly spec: unknown;
  readonly statics: unknown;
  readonly tableArgs: unknown;
  /** Options by property, base classes first. */
  readonly columns: readonly (readonly [property: string, options: unknown])[];
}

/** A feature class of the running program. */
export type FeatureClass = typeof BaseFeature & Partial<typeof BaseSQLModelFeature>;

/** The key of a feature by its class. */
export type KeyOf<T> = (of: T) => string;

/** What the compiler read. */
export function viewOfDecl({ spec }: Feature, decl: FeatureDecl, keyOf: KeyOf<FeatureDecl["id"]>): FeatureView {
  return {
    spec: plain(spec),
    statics: {
      table: decl.table,
      tableName: decl.tableName?.value ?? null,
      project: decl.project?.value ?? null,
      injectPrimaryKey: decl.injection.primaryKey?.value ?? null,
      injectIndex: decl.injection.index?.value ?? null,
    },
    tableArgs: {
      args: decl.tableArgs.map((arg) => declaredArg(arg, keyOf)),
      comment: decl.tableOptions.comment?.value ?? null,
      schema: decl.tableOptions.schema?.value ?? null,
      dialects: Object.entries(decl.tableOptions.dialects).map(([name, value]) => [name, plain(fold(value, keyOf))]),
    },
    columns: decl.columns.map(({ property, options }) => [property, declaredOptions(options, keyOf)]),
  };
}

/** What the running program built. */
export function viewOfClass(feature: FeatureClass, keyOf: KeyOf<FeatureClass>): FeatureView {
  const { spec } = feature;
  if (spec === undefined) throw new Error("a class without a spec");
  const injection = feature.featureConfig?.ext?.sqlmodel;
  const args = [feature.tableArgs ?? []].flat();
  const isOptions = (arg: unknown) => Object.getPrototypeOf(arg) === Object.prototype;
  const { comment = null, schema = null, ...dialects } = (args.find(isOptions) ?? {}) as Record<string, unknown>;
  const instance = new feature() as unknown as Record<string, unknown>;
  return {
    spec: plain((spec instanceof dsl.FeatureSpec ? spec : new dsl.FeatureSpec(spec)).toJSON()),
    statics: {
      table: feature.table ?? false,
      tableName: feature.tableName ?? null,
      project: feature.project ?? null,
      injectPrimaryKey: injection?.injectPrimaryKey ?? null,
      injectIndex: injection?.injectIndex ?? null,
    },
    tableArgs: {
      args: args.filter((arg) => !isOptions(arg)).map((arg) => builtArg(arg, keyOf)),
      comment,
      schema,
      dialects: Object.entries(dialects).map(([name, value]) => [name, plain(value)]),
    },
    columns: Object.entries(instance).map(([property, value]) => [property, builtOptions(value, keyOf)]),
  };
}

/** Data as text, with the order of properties. */
function plain(value: unknown): string {
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (value instanceof PythonFloat || isBuiltFloat(value)) return `float(${(value as PythonFloat).value})`;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? String(value) : `${value}n`;
  if (Array.isArray(value)) return `[${value.map(plain).join(", ")}]`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(JSON.stringify(value));
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{ ${entries.map(([key, inner]) => `${JSON.stringify(key)}: ${plain(inner)}`).join(", ")} }`;
}

function isBuiltFloat(value: unknown): boolean {
  return typeof value === "object" && value?.constructor.name === "PythonFloat";
}

/** A folded value as JavaScript holds it. */
function fold(value: StaticValue, keyOf: KeyOf<FeatureDecl["id"]>): unknown {
  switch (value.kind) {
    case "undefined":
      return undefined;
    case "null":
      return null;
    case "bigint":
      return BigInt(value.value);
    case "array":
      return value.items.map((item) => fold(item, keyOf));
    case "object":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, fold(entry.value, keyOf)]));
    case "class":
      return `class ${keyOf(value.id)}`;
    case "dsl": {
      const [number] = value.args;
      return new PythonFloat(number?.kind === "number" ? number.value : Number.NaN);
    }
    case "all-fields":
      return dsl.SpecialFieldDep.ALL;
    default:
      return value.value;
  }
}

function declaredOptions(options: FieldOptions, keyOf: KeyOf<FeatureDecl["id"]>): unknown {
  const { default: literal, foreignKey, ...located } = options;
  const view: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(located))
    view[name] = plain(declaredValue((option as { readonly value: unknown }).value));
  if (literal !== undefined) view.default = plain(fold(literal, keyOf));
  if (foreignKey !== undefined) view.foreignKey = declaredTarget(foreignKey, keyOf);
  return view;
}

function builtOptions(value: unknown, keyOf: KeyOf<FeatureClass>): unknown {
  if (value === undefined) return {};
  if (!(value instanceof dsl.FieldInfo)) return { default: plain(value) };
  const { foreignKey, ...plainOptions } = value.options;
  const view: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(plainOptions)) view[name] = plain(option);
  if (foreignKey !== undefined) view.foreignKey = builtTarget(foreignKey, keyOf);
  return view;
}

function declaredTarget(target: ForeignKeyTarget, keyOf: KeyOf<FeatureDecl["id"]>): string {
  return target.kind === "table" ? `${target.table}.${target.column}` : `class ${keyOf(target.id)}, ${target.column}`;
}

function builtTarget(target: dsl.ColumnReference, keyOf: KeyOf<FeatureClass>): string {
  if (typeof target === "string") return target;
  const [feature, column] = target;
  return `class ${keyOf(feature as unknown as FeatureClass)}, ${column}`;
}

function declaredArg(arg: TableArg, keyOf: KeyOf<FeatureDecl["id"]>): unknown {
  const name = arg.kind === "check" || "name" in arg ? (arg.name?.value ?? null) : null;
  switch (arg.kind) {
    case "index": {
      const columns = arg.columns.map(({ column, expression, descending, nulls, opclass }) => [
        column?.value ?? null,
        declaredSql(expression),
        descending,
        nulls ?? null,
        opclass?.value ?? null,
      ]);
      const rest = { where: declaredSql(arg.where), using: arg.using?.value ?? null, include: texts(arg.include) };
      return { kind: arg.kind, name, columns, unique: arg.unique, ...rest };
    }
    case "check":
      return { kind: arg.kind, name, expression: declaredSql(arg.expression) };
    case "foreign-key": {
      const targets = arg.targets.map((target) => declaredTarget(target, keyOf));
      return {
        kind: arg.kind,
        name,
        columns: texts(arg.columns),
        targets,
        onDelete: arg.onDelete,
        onUpdate: arg.onUpdate,
      };
    }
    default:
      return { kind: arg.kind, name, columns: texts(arg.columns) };
  }
}

function declaredSql(sql: SqlText | null): unknown {
  return sql === null ? null : declaredValue(sql.value);
}

/** SQL by dialect has a place for each. */
function declaredValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, SqlPiece>>).map(([dialect, piece]) => [dialect, piece.value]),
  );
}

function texts(located: readonly { readonly value: string }[]): readonly string[] {
  return located.map(({ value }) => value);
}

function builtArg(arg: unknown, keyOf: KeyOf<FeatureClass>): unknown {
  if (arg instanceof dsl.Index) {
    const columns = arg.columns.map((member) =>
      typeof member === "string"
        ? [member, null, false, null, null]
        : [
            "column" in member ? member.column : null,
            "expression" in member ? member.expression : null,
            member.descending ?? false,
            member.nulls ?? null,
            member.opclass ?? null,
          ],
    );
    const { name, unique, where, using, include } = arg;
    return { kind: "index", name, columns, unique, where, using, include };
  }
  if (arg instanceof dsl.CheckConstraint) return { kind: "check", name: arg.name, expression: arg.expression };
  if (arg instanceof dsl.ForeignKeyConstraint) {
    const { name, columns, onDelete, onUpdate } = arg;
    const targets = arg.references.map((target) => builtTarget(target, keyOf));
    return { kind: "foreign-key", name, columns, targets, onDelete, onUpdate };
  }
  if (arg instanceof dsl.UniqueConstraint) return { kind: "unique", name: arg.name, columns: arg.columns };
  if (arg instanceof dsl.PrimaryKeyConstraint) return { kind: "primary-key", name: arg.name, columns: arg.columns };
  throw new Error("not a table argument");
}

/** A column type and whether it admits null, as the compiler found them, without what its parts are called. */
export function columnTypes(
  decl: FeatureDecl,
): ReadonlyMap<string, { readonly type: ColumnType; readonly nullable: boolean }> {
  return new Map(decl.columns.map(({ property, type, nullable }) => [property, { type: structureOf(type), nullable }]));
}

function structureOf(type: ColumnType): ColumnType {
  return JSON.parse(
    JSON.stringify(type, (key, value) => (key === "model" || key === "optional" ? undefined : value)),
  ) as ColumnType;
}
