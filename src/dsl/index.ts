// The authoring library: what user code imports from `metaxy-compile/dsl`. The compiler reads these names as text.

export type {
  Bytes,
  DateOnly,
  Decimal,
  Float32,
  Float64,
  Geography,
  Int8,
  Int16,
  Int32,
  Int64,
  Interval,
  Json,
  Text,
  TimeOnly,
  Timestamp,
  TimestampTz,
  UInt8,
  UInt16,
  UInt32,
  UInt64,
  Uuid,
  Varchar,
  Vector,
} from "./column-types.ts";
export type { DialectName } from "./dialect-name.ts";
export { BaseFeature, BaseSQLModelFeature, type FeatureConfig } from "./feature.ts";
export { FeatureDep, type FeatureDepOptions } from "./feature-dep.ts";
export type { FeatureClass, FeatureRef } from "./feature-ref.ts";
export { FeatureSpec, type FeatureSpecOptions } from "./feature-spec.ts";
export { Field, FieldInfo, type FieldOptions } from "./field.ts";
export {
  type AllFields,
  FieldDep,
  type FieldDepOptions,
  FieldSpec,
  type FieldSpecOptions,
  SpecialFieldDep,
} from "./field-spec.ts";
export {
  type DefaultMappingOptions,
  FieldsMapping,
  type FieldsMappingKind,
  type SpecificMapping,
} from "./fields-mapping.ts";
export type { ColumnReference, ReferentialAction, TableClass } from "./foreign-key.ts";
export type { JsonMap, JsonValue } from "./json-value.ts";
export { FeatureKey, type FeatureKeyLike, FieldKey, type FieldKeyLike } from "./key.ts";
export { type AggregationOptions, type ExpansionOptions, type LineageKind, LineageRelationship } from "./lineage.ts";
export { float, PythonFloat } from "./python-float.ts";
export type {
  FeatureDepJson,
  FeatureSpecJson,
  FieldDepJson,
  FieldSpecJson,
  FieldsMappingJson,
  LineageRelationshipJson,
} from "./spec-json.ts";
export type { Sql } from "./sql.ts";
export {
  CheckConstraint,
  type CheckConstraintOptions,
  ForeignKeyConstraint,
  type ForeignKeyConstraintOptions,
  Index,
  type IndexMember,
  type IndexOptions,
  type KeyConstraintOptions,
  PrimaryKeyConstraint,
  type TableArg,
  type TableOptions,
  UniqueConstraint,
} from "./table-args.ts";
export type { DialectTableOptions } from "./table-options.ts";
export { ValidationError } from "./validation-error.ts";
