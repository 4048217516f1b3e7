// The JSON schema pydantic 2.13 writes for the Python type nearest to a column's type. Keys stand in sorted order,
// which is pydantic's own.

import type { ColumnType, ScalarKind, StructField } from "../model/column-type.ts";
import type { ColumnDecl, FieldOptions } from "../model/feature.ts";
import type { Json } from "../model/json.ts";
import { isReference, type Models, referTo, type Schema } from "./models.ts";
import { pythonTitle } from "./python-title.ts";

const string: Schema = { type: "string" };
const integer: Schema = { type: "integer" };
const number: Schema = { type: "number" };

function formatted(format: string): Schema {
  return { format, type: "string" };
}

/**
 * The Python type each kind stands for is `str`, `bool`, `int`, `float`, `date`, `time`, `datetime`, `timedelta`,
 * `UUID`, `Any`, `bytes` and, for `geography`, `str`: Metaxy keeps well-known text there.
 */
const scalarSchemas = {
  string,
  text: string,
  boolean: { type: "boolean" },
  int8: integer,
  int16: integer,
  int32: integer,
  int64: integer,
  uint8: integer,
  uint16: integer,
  uint32: integer,
  uint64: integer,
  float32: number,
  float64: number,
  date: formatted("date"),
  time: formatted("time"),
  timestamp: formatted("date-time"),
  timestamptz: formatted("date-time"),
  interval: formatted("duration"),
  uuid: formatted("uuid"),
  json: {},
  binary: formatted("binary"),
  geography: string,
} as const satisfies Record<ScalarKind, Schema>;

/** Whether the kind is all there is to say of a type. */
export function isScalar({ kind }: ColumnType): boolean {
  return Object.hasOwn(scalarSchemas, kind);
}

const nullableScalars: ReadonlyMap<string, Schema> = new Map(
  Object.entries(scalarSchemas).map(([kind, schema]) => [kind, orNull(schema)]),
);

/** Everything the schemas of common types are made of: the same objects stand in many features. */
export const commonSchemas: readonly Json[] = [
  ...Object.values(scalarSchemas),
  ...[...nullableScalars.values()].map(({ anyOf }) => anyOf ?? null),
];

/**
 * The schema of a type:
 *
 * | kind | Python |
 * |---|---|
 * | varchar | `str` with `max_length` |
 * | decimal | `Decimal` with `max_digits` and `decimal_places` |
 * | enum | `Literal[…]` |
 * | list, map | `list[T]`, `dict[K, V]` |
 * | vector | `list[float]` with `min_length` and `max_length` |
 * | struct | a model; one without a name is written in place |
 *
 * @example typeSchema({ kind: "list", element: { kind: "string" }, nullable: false }, new Map()) // { items: { type: "string" }, type: "array" }
 */
function typeSchema(type: ColumnType, models: Models): Schema {
  switch (type.kind) {
    case "varchar":
      return { maxLength: type.length, type: "string" };
    case "decimal":
      return { anyOf: [number, { pattern: decimalPattern(type.precision, type.scale), type: "string" }] };
    case "enum":
      return type.labels.length === 1
        ? { const: type.labels[0] ?? "", type: "string" }
        : { enum: type.labels, type: "string" };
    case "list":
      return { items: nullableSchema(type.element, type.nullable, models), type: "array" };
    case "map":
      return mapSchema(type.key, nullableSchema(type.value, type.nullable, models));
    case "vector":
      return { items: number, maxItems: type.dimensions, minItems: type.dimensions, type: "array" };
    case "struct":
      return structSchema(type, models);
    default:
      return scalarSchemas[type.kind];
  }
}

function structSchema({ fields, model }: Extract<ColumnType, { kind: "struct" }>, models: Models): Schema {
  const properties = new Map(fields.map((field) => [field.name, fieldSchema(field, models)]));
  const required = fields.filter((field) => field.optional !== true).map((field) => field.name);
  const inPlace = { properties, ...(required.length === 0 ? {} : { required }), type: "object" };
  return (model === undefined ? null : referTo(model, withKeys(inPlace, { title: model }), models)) ?? inPlace;
}

function fieldSchema({ name, type, nullable, optional }: StructField, models: Models): Schema {
  return propertySchema(nullableSchema(type, nullable, models), name, optional === true ? { default: null } : {});
}

/** A property of a class, with notes that belong to it and not to its type. */
export function propertySchema(schema: Schema, name: string, notes: Schema): Schema {
  return withKeys(schema, isReference(schema) ? notes : { ...notes, title: pythonTitle(name) });
}

/**
 * The schema of a column's type with the options that constrain it: `maxLength` on texts, `precision` and `scale` on
 * decimals, which they also make of a plain number.
 */
export function columnTypeSchema({ type, nullable, options }: ColumnDecl, models: Models): Schema {
  const maxLength = options.maxLength?.value;
  if (maxLength !== undefined && (type.kind === "string" || type.kind === "text" || type.kind === "varchar")) {
    return nullableSchema({ kind: "varchar", length: maxLength }, nullable, models);
  }
  return nullableSchema(options.precision || options.scale ? decimalType(type, options) : type, nullable, models);
}

function decimalType(type: ColumnType, { precision, scale }: FieldOptions): ColumnType {
  if (type.kind !== "decimal" && type.kind !== "float64") return type;
  const base = type.kind === "decimal" ? type : { precision: 38, scale: 0 };
  return { kind: "decimal", precision: precision?.value ?? base.precision, scale: scale?.value ?? base.scale };
}

/** A schema with more keys; both have theirs in order, and so has the result. */
export function withKeys(schema: Schema, added: Schema): Schema {
  const merged: Record<string, Json> = {};
  const waiting = Object.keys(added);
  let next = 0;
  for (const key in schema) {
    for (; next < waiting.length && (waiting[next] ?? "") < key; next++) copyKey(added, waiting[next] ?? "", merged);
    copyKey(schema, key, merged);
  }
  for (; next < waiting.length; next++) copyKey(added, waiting[next] ?? "", merged);
  return merged;
}

function copyKey(from: Schema, key: string, to: Record<string, Json>): void {
  to[key] = from[key] ?? null;
}

function nullableSchema(type: ColumnType, nullable: boolean, models: Models): Schema {
  if (!nullable) return typeSchema(type, models);
  return nullableScalars.get(type.kind) ?? orNull(typeSchema(type, models));
}

/** `T | None`: pydantic adds `null` to a union instead of nesting one in another. */
function orNull(schema: Schema): Schema {
  const branches = Array.isArray(schema.anyOf) ? schema.anyOf : [schema];
  return { anyOf: [...branches, { type: "null" }] };
}

/** Keys of a JSON object are strings; pydantic says what is known about them beyond that. */
function mapSchema(key: ColumnType, values: Schema): Schema {
  const { type, ...names } = typeSchema(key, new Map());
  const additionalProperties = Object.keys(values).length === 0 ? true : values;
  const known = type === "string" && Object.keys(names).length > 0;
  return { additionalProperties, ...(known ? { propertyNames: names } : {}), type: "object" };
}

/** Texts that denote a decimal with at most so many digits before and after the point, as pydantic spells them. */
function decimalPattern(precision: number, scale: number): string {
  const whole = `\\d{0,${precision - scale}}`;
  return `^(?!^[-+.]*$)[+-]?0*(?:${whole}|(?=[\\d.]{1,${precision + 1}}0*$)${whole}\\.\\d{0,${scale}}0*$)`;
}
