// The authoring library as the compiler knows it: a virtual module whose exports are known by name and never read.
// The forms are those of `src/dsl/README.md`.

import type { ScalarKind } from "../../model/column-type.ts";
import type { DslName } from "../../model/value.ts";

/** Specifiers of the authoring library. */
export const DSL_SPECIFIERS: ReadonlySet<string> = new Set(["metaxy-compile/dsl", "metaxy-compile"]);

/** The base classes of features. */
export type RootClass = "BaseFeature" | "BaseSQLModelFeature";

/** Used with `new`. */
const DSL_CLASSES = [
  "FeatureKey",
  "FieldKey",
  "FeatureSpec",
  "FieldSpec",
  "FieldDep",
  "FeatureDep",
  "Index",
  "UniqueConstraint",
  "CheckConstraint",
  "PrimaryKeyConstraint",
  "ForeignKeyConstraint",
] as const satisfies readonly DslName[];

/** Called without `new`. */
const DSL_FUNCTIONS = ["Field", "float"] as const satisfies readonly DslName[];

/** Objects whose members are called. */
const DSL_FACTORIES = {
  FieldsMapping: ["default", "specific", "all", "none"],
  LineageRelationship: ["identity", "aggregation", "expansion"],
} as const;

/** Type names without arguments. */
export const DSL_SCALAR_TYPES = {
  Int8: "int8",
  Int16: "int16",
  Int32: "int32",
  Int64: "int64",
  UInt8: "uint8",
  UInt16: "uint16",
  UInt32: "uint32",
  UInt64: "uint64",
  Float32: "float32",
  Float64: "float64",
  Text: "text",
  DateOnly: "date",
  TimeOnly: "time",
  Timestamp: "timestamp",
  TimestampTz: "timestamptz",
  Interval: "interval",
  Uuid: "uuid",
  Json: "json",
  Bytes: "binary",
  Geography: "geography",
} as const satisfies Record<string, ScalarKind>;

/** Type names with numbers as arguments. */
const DSL_SIZED_TYPES = ["Decimal", "Varchar", "Vector"] as const;

export const ROOT_CLASSES: readonly string[] = ["BaseFeature", "BaseSQLModelFeature"] satisfies RootClass[];

/** Whether a name of the authoring library is a base class of features. */
export function isRootClass(name: string): name is RootClass {
  return ROOT_CLASSES.includes(name);
}

/** Whether a name of the authoring library is a class to use with `new`. */
export function isDslClass(name: string): name is (typeof DSL_CLASSES)[number] {
  return (DSL_CLASSES as readonly string[]).includes(name);
}

/** The callable an export, or a member of one, stands for: `Field`, `FieldsMapping.all`; null for anything else. */
export function findDslFunction(name: string, member: string | null): DslName | null {
  if (member === null) return DSL_FUNCTIONS.find((known) => known === name) ?? null;
  if (name === "FieldsMapping" && isMember(DSL_FACTORIES.FieldsMapping, member)) return `FieldsMapping.${member}`;
  const lineage = name === "LineageRelationship" && isMember(DSL_FACTORIES.LineageRelationship, member);
  return lineage ? `LineageRelationship.${member}` : null;
}

function isMember<T extends string>(members: readonly T[], name: string): name is T {
  return (members as readonly string[]).includes(name);
}

/** Exports that have no meaning in a declaration: option types for annotations, classes for run time. */
const OTHER_EXPORTS = [
  ..."AggregationOptions AllFields CheckConstraintOptions ColumnReference DefaultMappingOptions DialectName".split(" "),
  "DialectTableOptions",
  ..."ExpansionOptions FeatureClass FeatureConfig FeatureDepJson FeatureDepOptions FeatureKeyLike FeatureRef".split(
    " ",
  ),
  ..."FeatureSpecJson FeatureSpecOptions FieldDepJson FieldDepOptions FieldInfo FieldKeyLike FieldOptions".split(" "),
  ..."FieldSpecJson FieldSpecOptions FieldsMappingJson FieldsMappingKind ForeignKeyConstraintOptions".split(" "),
  ..."IndexMember IndexOptions JsonMap JsonValue KeyConstraintOptions LineageKind LineageRelationshipJson".split(" "),
  ..."PythonFloat ReferentialAction SpecificMapping Sql TableArg TableClass TableOptions ValidationError".split(" "),
];

/** Every name the library exports. */
export const DSL_EXPORTS: ReadonlySet<string> = new Set([
  ...ROOT_CLASSES,
  ...DSL_CLASSES,
  ...DSL_FUNCTIONS,
  ...Object.keys(DSL_FACTORIES),
  "SpecialFieldDep",
  ...Object.keys(DSL_SCALAR_TYPES),
  ...DSL_SIZED_TYPES,
  ...OTHER_EXPORTS,
]);
