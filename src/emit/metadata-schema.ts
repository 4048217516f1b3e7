// The shape of metadata.json. The printer does not use it: tests hold printed documents against it, and
// `npm run generate` writes it to grammar/metadata.schema.json for the document's readers.

import * as z from "zod/mini";
import type { ColumnType } from "../model/column-type.ts";

/** Kinds of types without parameters. */
const scalarKinds = [
  "string",
  "text",
  "boolean",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "float32",
  "float64",
  "date",
  "time",
  "timestamp",
  "timestamptz",
  "interval",
  "uuid",
  "json",
  "binary",
  "geography",
] as const;

const positive = z.int().check(z.positive());

const columnType: z.ZodMiniType<ColumnType> = z
  .lazy(() =>
    z.union([
      z.strictObject({ kind: z.enum(scalarKinds) }),
      z.strictObject({ kind: z.literal("varchar"), length: positive }),
      z.strictObject({ kind: z.literal("decimal"), precision: positive, scale: z.int().check(z.nonnegative()) }),
      z.strictObject({ kind: z.literal("enum"), labels: z.array(z.string()) }),
      z.strictObject({ kind: z.literal("list"), element: columnType, nullable: z.boolean() }),
      z.strictObject({ kind: z.literal("map"), key: columnType, value: columnType, nullable: z.boolean() }),
      z.strictObject({
        kind: z.literal("struct"),
        fields: z.array(
          z.strictObject({
            name: z.string(),
            type: columnType,
            nullable: z.boolean(),
            optional: z.exactOptional(z.literal(true)).check(z.describe("Set when it may be left out")),
          }),
        ),
        model: z
          .exactOptional(z.string())
          .check(z.describe("The name of the interface or type; absent for one without")),
      }),
      z.strictObject({ kind: z.literal("vector"), dimensions: positive }),
    ]),
  )
  .check(z.meta({ id: "ColumnType", description: "The logical type, before a dialect spells it" }));

const position = z
  .strictObject({
    path: z.string().check(z.describe("Relative to the configuration file, with /")),
    line: positive,
    column: positive.check(z.describe("In UTF-16 units")),
  })
  .check(z.meta({ id: "Position", description: "A place in the source, counted from 1" }));

const version = z.string().check(z.regex(/^[0-9a-f]+$/));

const feature = z
  .strictObject({
    project: z.string(),
    class_name: z.nullable(z.string()),
    table: z.nullable(z.string()).check(z.describe("Null for a feature without a table of its own")),
    source: z.nullable(position),
    spec: z.record(z.string(), z.json()).check(z.describe("The spec as Python Metaxy writes it")),
    feature_version: version,
    feature_version_by_field: z.record(z.string(), version),
    code_version: version,
    feature_spec_version: version,
    definition_version: version,
    feature_schema: z.record(z.string(), z.json()).check(z.describe("The JSON schema pydantic writes for the class")),
    upstream: z.array(z.string()).check(z.describe("Keys of the features it depends on, in declaration order")),
    downstream: z.array(z.string()).check(z.describe("Keys of the features that depend on it, sorted")),
  })
  .check(z.meta({ id: "Feature" }));

const column = z
  .strictObject({
    name: z.string(),
    type: columnType,
    sql_type: z.string(),
    nullable: z.boolean(),
    default: z.nullable(z.string()).check(z.describe("What follows DEFAULT")),
    comment: z.nullable(z.string()),
    system: z.boolean().check(z.describe("Written by Metaxy itself")),
    id: z.boolean().check(z.describe("Identifies a sample")),
    source: z.nullable(position),
    generated: z.optional(z.string()).check(z.describe("The expression of a stored generated column")),
    autoincrement: z.optional(z.literal(true)),
  })
  .check(z.meta({ id: "Column" }));

const namedColumns = z.strictObject({ name: z.nullable(z.string()), columns: z.array(z.string()) });

const index = z
  .strictObject({
    name: z.string(),
    columns: z.array(z.string()).check(z.describe("The members that are plain columns")),
    unique: z.boolean(),
    where: z.nullable(z.string()),
    parts: z
      .optional(
        z.array(
          z.strictObject({
            column: z.nullable(z.string()),
            expression: z.nullable(z.string()),
            descending: z.boolean(),
          }),
        ),
      )
      .check(z.describe("All members, where one is an expression or descending")),
    using: z.optional(z.string()),
    include: z.optional(z.array(z.string())),
  })
  .check(z.meta({ id: "Index" }));

const action = z.enum(["CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"]);

const foreignKey = z
  .strictObject({
    name: z.nullable(z.string()),
    columns: z.array(z.string()),
    referred_schema: z.nullable(z.string()),
    referred_table: z.string(),
    referred_columns: z.array(z.string()),
    on_delete: z.nullable(action),
    on_update: z.nullable(action),
  })
  .check(z.meta({ id: "ForeignKey" }));

const table = z
  .strictObject({
    name: z.string(),
    schema: z.nullable(z.string()),
    feature: z.nullable(z.string()).check(z.describe("The feature's key; null for a system table")),
    kind: z.enum(["feature", "system"]),
    comment: z.nullable(z.string()),
    columns: z.array(column),
    primary_key: z.nullable(namedColumns),
    indexes: z.array(index).check(z.describe("Sorted by name")),
    unique_constraints: z.array(namedColumns),
    check_constraints: z.array(z.strictObject({ name: z.nullable(z.string()), expression: z.string() })),
    foreign_keys: z.array(foreignKey),
    omitted: z.optional(z.array(z.string())).check(z.describe("What the dialect has no room for")),
  })
  .check(z.meta({ id: "Table" }));

/** The whole document. */
export const metadataSchema = z
  .strictObject({
    schema_version: z.literal(1),
    generator: z.literal("metaxy-compile"),
    project: z.nullable(z.string()).check(z.describe("Null when the features of all projects are compiled")),
    project_version: z.nullable(z.string()),
    store: z.strictObject({
      name: z.string(),
      dialect: z.string(),
      table_prefix: z.string(),
      sqlalchemy_url: z.nullable(z.string()).check(z.describe("Without passwords")),
    }),
    files: z.array(z.string()),
    features: z.record(z.string(), feature),
    tables: z.array(table).check(z.describe("In the order in which they are created")),
  })
  .check(z.meta({ title: "metaxy-compile metadata.json" }));

/** A document as its readers see it. */
export type Metadata = z.infer<typeof metadataSchema>;
