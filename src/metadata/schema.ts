// The shape of metadata.json. The printer does not use it: tests hold printed documents against it, and
// `npm run generate` writes it to grammar/metadata.schema.json for the document's readers. What is left out of a document
// has its default here, so that who reads through the schema finds every key.

import * as z from "zod/mini";

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

/** A key that is left out when it is false. */
const flag = z._default(z.boolean(), false);

/** A key that is left out when there is nothing to say. */
const text = z._default(z.nullable(z.string()), null);

/** A key that is left out when the list is empty. */
function list<T extends z.ZodMiniType>(item: T) {
  return z._default(z.array(item), []);
}

/** The logical type of a column, or of something nested in one. */
export type DocumentType =
  | (typeof scalarKinds)[number]
  | { kind: "varchar"; length: number }
  | { kind: "decimal"; precision: number; scale: number }
  | { kind: "enum"; labels: string[] }
  | { kind: "list"; element: DocumentType; nullable: boolean }
  | { kind: "map"; key: DocumentType; value: DocumentType; nullable: boolean }
  | { kind: "struct"; fields: DocumentField[]; model?: string }
  | { kind: "vector"; dimensions: number };

/** A member of a struct. */
interface DocumentField {
  name: string;
  type: DocumentType;
  nullable: boolean;
  optional: boolean;
}

const columnType: z.ZodMiniType<DocumentType> = z
  .lazy(() =>
    z.union([
      z.enum(scalarKinds),
      z.strictObject({ kind: z.literal("varchar"), length: positive }),
      z.strictObject({ kind: z.literal("decimal"), precision: positive, scale: z.int().check(z.nonnegative()) }),
      z.strictObject({ kind: z.literal("enum"), labels: z.array(z.string()) }),
      z.strictObject({
        kind: z.literal("list"),
        element: columnType,
        nullable: flag.check(z.describe("Whether elements may be NULL")),
      }),
      z.strictObject({
        kind: z.literal("map"),
        key: columnType,
        value: columnType,
        nullable: flag.check(z.describe("Whether values may be NULL")),
      }),
      z.strictObject({
        kind: z.literal("struct"),
        fields: z.array(
          z.strictObject({
            name: z.string(),
            type: columnType,
            nullable: flag,
            optional: flag.check(z.describe("Whether it may be left out")),
          }),
        ),
        model: z
          .exactOptional(z.string())
          .check(z.describe("The name of the interface or type; absent for one without")),
      }),
      z.strictObject({ kind: z.literal("vector"), dimensions: positive }),
    ]),
  )
  .check(
    z.meta({
      id: "ColumnType",
      description: "The logical type, before a dialect spells it: a word, or an object where it has parameters",
    }),
  );

const version = z.string().check(z.regex(/^[0-9a-f]+$/));

const feature = z
  .strictObject({
    project: z.string().check(z.describe("The project that owns the feature")),
    class_name: z.nullable(z.string()).check(z.describe("The class that declares it")),
    module: z
      .nullable(z.string())
      .check(z.describe("The file with that class, relative to the configuration file, with /")),
    table: z.nullable(z.string()).check(z.describe("Null for a feature without a table of its own")),
    spec: z.record(z.string(), z.json()).check(z.describe("The spec as Python Metaxy writes it")),
    feature_version: version.check(z.describe("Another one means that data must be computed again")),
    feature_version_by_field: z.record(z.string(), version).check(z.describe("The version of each field")),
    code_version: version,
    feature_spec_version: version,
    definition_version: version.check(z.describe("The version of the spec together with the columns")),
    upstream: z.array(z.string()).check(z.describe("Keys of the features it depends on, in declaration order")),
  })
  .check(z.meta({ id: "Feature" }));

const column = z
  .strictObject({
    name: z.string().check(z.describe("As the database knows it")),
    type: columnType,
    sql_type: z.string().check(z.describe("The type as the dialect spells it")),
    nullable: flag.check(z.describe("Whether it may be NULL")),
    default: text.check(z.describe("What follows DEFAULT")),
    comment: text,
    system: flag.check(z.describe("Written by Metaxy itself, and not the same in every table")),
    id: flag.check(z.describe("Identifies a sample")),
    generated: text.check(z.describe("The expression of a stored generated column")),
    autoincrement: flag.check(z.describe("Numbered by the engine")),
  })
  .check(z.meta({ id: "Column" }));

const namedColumns = z.strictObject({
  name: text.check(z.describe("Absent where the naming convention gives none")),
  columns: z.array(z.string()),
});

const index = z
  .strictObject({
    name: z.string(),
    columns: z.array(z.string()).check(z.describe("The members that are plain columns")),
    unique: flag,
    where: text.check(z.describe("Which rows are indexed, as SQL")),
    parts: list(
      z.strictObject({
        column: text,
        expression: text,
        descending: flag,
        nulls: z._default(z.nullable(z.enum(["first", "last"])), null),
        opclass: text,
      }),
    ).check(z.describe("All members, where one is more than a column")),
    using: text.check(z.describe("The index method")),
    include: list(z.string()).check(z.describe("Columns that are stored beside the members")),
  })
  .check(z.meta({ id: "Index" }));

const action = z._default(z.nullable(z.enum(["CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"])), null);

const foreignKey = z
  .strictObject({
    name: text,
    columns: z.array(z.string()),
    referred_schema: text,
    referred_table: z.string(),
    referred_columns: z.array(z.string()),
    on_delete: action,
    on_update: action,
  })
  .check(z.meta({ id: "ForeignKey" }));

const checkConstraint = z
  .strictObject({
    name: text,
    expression: z.string(),
    derived: z.optional(z.literal(true)).check(z.describe("The type of a column brings it along; nobody wrote it")),
  })
  .check(z.meta({ id: "CheckConstraint" }));

const table = z
  .strictObject({
    name: z.string().check(z.describe("With the store's prefix")),
    schema: text.check(z.describe("Absent for the store's own")),
    feature: text.check(z.describe("The feature's key; absent for a system table")),
    kind: z._default(z.enum(["feature", "system"]), "feature"),
    comment: text,
    columns: list(column).check(
      z.describe("What a feature table has besides the system columns that stand once for all tables"),
    ),
    primary_key: z._default(z.nullable(namedColumns), null),
    indexes: list(index).check(z.describe("Sorted by name")),
    unique_constraints: list(namedColumns),
    check_constraints: list(checkConstraint),
    foreign_keys: list(foreignKey),
    omitted: list(z.string()).check(z.describe("What the dialect has no room for")),
  })
  .check(z.meta({ id: "Table" }));

/** The whole document. */
export const metadataSchema = z
  .strictObject({
    schema_version: z.literal(2).check(z.describe("The layout of this document")),
    generator: z.literal("metaxy-compile"),
    project: z.nullable(z.string()).check(z.describe("Null when the features of all projects are compiled")),
    project_version: z.nullable(z.string()).check(z.describe("Null for features of several projects")),
    store: z.strictObject({
      name: z.string().check(z.describe("The store's name, or the dialect's where there is no store")),
      dialect: z.nullable(z.string()).check(z.describe("Null for a store without SQL tables")),
      table_prefix: z.string().check(z.describe("What every table's name starts with")),
      sqlalchemy_url: z.nullable(z.string()).check(z.describe("Without passwords")),
    }),
    files: z.array(z.string()).check(z.describe("The files that were written beside this one")),
    features: z.record(z.string(), feature).check(z.describe("By key, sorted")),
    system_columns: z
      .array(column)
      .check(z.describe("The columns that every feature table begins with and that are the same in each")),
    tables: z.array(table).check(z.describe("In the order in which they are created")),
  })
  .check(z.meta({ title: "metaxy-compile metadata.json" }));

/** A document as its readers see it, with nothing left out. */
export type Metadata = z.infer<typeof metadataSchema>;
