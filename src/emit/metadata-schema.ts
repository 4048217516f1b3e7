// The shape of metadata.json. The printer does not use it: tests hold printed documents against it, and
// `npm run generate` writes it to grammar/metadata.schema.json for the document's readers.

import { z } from "zod";
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

const columnType: z.ZodType<ColumnType> = z
  .lazy(() =>
    z.union([
      z.strictObject({ kind: z.enum(scalarKinds) }),
      z.strictObject({ kind: z.literal("varchar"), length: z.int().positive() }),
      z.strictObject({ kind: z.literal("decimal"), precision: z.int().positive(), scale: z.int().nonnegative() }),
      z.strictObject({ kind: z.literal("enum"), labels: z.array(z.string()) }),
      z.strictObject({ kind: z.literal("list"), element: columnType, nullable: z.boolean() }),
      z.strictObject({ kind: z.literal("map"), key: columnType, value: columnType, nullable: z.boolean() }),
      z.strictObject({
        kind: z.literal("struct"),
        fields: z.array(z.strictObject({ name: z.string(), type: columnType, nullable: z.boolean() })),
      }),
      z.strictObject({ kind: z.literal("vector"), dimensions: z.int().positive() }),
    ]),
  )
  .meta({ id: "ColumnType", description: "The logical type, before a dialect spells it" });

const position = z
  .strictObject({
    path: z.string().describe("Relative to the configuration file, with /"),
    line: z.int().positive(),
    column: z.int().positive().describe("In UTF-16 units"),
  })
  .meta({ id: "Position", description: "A place in the source, counted from 1" });

const version = z.string().regex(/^[0-9a-f]+$/);

const feature = z
  .strictObject({
    project: z.string(),
    class_name: z.string().nullable(),
    table: z.string().nullable().describe("Null for a feature without a table of its own"),
    source: position.nullable(),
    spec: z.record(z.string(), z.json()).describe("The spec as Python Metaxy writes it"),
    feature_version: version,
    feature_version_by_field: z.record(z.string(), version),
    code_version: version,
    feature_spec_version: version,
    definition_version: version,
    feature_schema: z.record(z.string(), z.json()).describe("The JSON schema pydantic writes for the class"),
    upstream: z.array(z.string()).describe("Keys of the features it depends on, in declaration order"),
    downstream: z.array(z.string()).describe("Keys of the features that depend on it, sorted"),
  })
  .meta({ id: "Feature" });

const column = z
  .strictObject({
    name: z.string(),
    type: columnType,
    sql_type: z.string(),
    nullable: z.boolean(),
    default: z.string().nullable().describe("What follows DEFAULT"),
    comment: z.string().nullable(),
    system: z.boolean().describe("Written by Metaxy itself"),
    id: z.boolean().describe("Identifies a sample"),
    source: position.nullable(),
    generated: z.string().optional().describe("The expression of a stored generated column"),
    autoincrement: z.literal(true).optional(),
  })
  .meta({ id: "Column" });

const namedColumns = z.strictObject({ name: z.string().nullable(), columns: z.array(z.string()) });

const index = z
  .strictObject({
    name: z.string(),
    columns: z.array(z.string()).describe("The members that are plain columns"),
    unique: z.boolean(),
    where: z.string().nullable(),
    parts: z
      .array(
        z.strictObject({ column: z.string().nullable(), expression: z.string().nullable(), descending: z.boolean() }),
      )
      .optional()
      .describe("All members, where one is an expression or descending"),
    using: z.string().optional(),
    include: z.array(z.string()).optional(),
  })
  .meta({ id: "Index" });

const action = z.enum(["CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"]);

const foreignKey = z
  .strictObject({
    name: z.string().nullable(),
    columns: z.array(z.string()),
    referred_schema: z.string().nullable(),
    referred_table: z.string(),
    referred_columns: z.array(z.string()),
    on_delete: action.nullable(),
    on_update: action.nullable(),
  })
  .meta({ id: "ForeignKey" });

const table = z
  .strictObject({
    name: z.string(),
    schema: z.string().nullable(),
    feature: z.string().nullable().describe("The feature's key; null for a system table"),
    kind: z.enum(["feature", "system"]),
    comment: z.string().nullable(),
    columns: z.array(column),
    primary_key: namedColumns.nullable(),
    indexes: z.array(index).describe("Sorted by name"),
    unique_constraints: z.array(namedColumns),
    check_constraints: z.array(z.strictObject({ name: z.string().nullable(), expression: z.string() })),
    foreign_keys: z.array(foreignKey),
    omitted: z.array(z.string()).optional().describe("What the dialect has no room for"),
  })
  .meta({ id: "Table" });

/** The whole document. */
export const metadataSchema = z
  .strictObject({
    schema_version: z.literal(1),
    generator: z.literal("metaxy-compile"),
    project: z.string().nullable().describe("Null when the features of all projects are compiled"),
    project_version: z.string().nullable(),
    store: z.strictObject({
      name: z.string(),
      dialect: z.string(),
      table_prefix: z.string(),
      sqlalchemy_url: z.string().nullable().describe("Without passwords"),
    }),
    files: z.array(z.string()),
    features: z.record(z.string(), feature),
    tables: z.array(table).describe("In the order in which they are created"),
  })
  .meta({ title: "metaxy-compile metadata.json" });

/** A document as its readers see it. */
export type Metadata = z.infer<typeof metadataSchema>;
