// What an expression of the static subset folds to. Every value carries the place it was written, so that a check
// on `spec.key[1]` can point at the part and not at the class.

import type { Span } from "./span.ts";

/** Identity of a class: the module that declares it and its name there (dotted inside namespaces). */
export interface ClassId {
  readonly module: string;
  readonly name: string;
}

/** The DSL's classes and factories that the compiler knows by identity, never by text. */
export type DslName =
  | "FeatureKey"
  | "FieldKey"
  | "FeatureSpec"
  | "FieldSpec"
  | "FieldDep"
  | "FeatureDep"
  | "FieldsMapping.default"
  | "FieldsMapping.specific"
  | "FieldsMapping.all"
  | "FieldsMapping.none"
  | "LineageRelationship.identity"
  | "LineageRelationship.aggregation"
  | "LineageRelationship.expansion"
  | "Field"
  | "Index"
  | "UniqueConstraint"
  | "CheckConstraint"
  | "PrimaryKeyConstraint"
  | "ForeignKeyConstraint"
  | "float";

/** One property of a folded object. */
export interface StaticEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: StaticValue;
}

/** A folded value. `undefined` is a value of its own: TypeScript tells it from `null`. */
export type StaticValue =
  | { readonly kind: "undefined"; readonly span: Span }
  | { readonly kind: "null"; readonly span: Span }
  | { readonly kind: "boolean"; readonly value: boolean; readonly span: Span }
  | { readonly kind: "number"; readonly value: number; readonly span: Span }
  /** Decimal digits with an optional sign, without the `n`. */
  | { readonly kind: "bigint"; readonly value: string; readonly span: Span }
  /** `verbatim`: the source has the value letter for letter between two quotes. */
  | { readonly kind: "string"; readonly value: string; readonly span: Span; readonly verbatim?: true }
  | { readonly kind: "array"; readonly items: readonly StaticValue[]; readonly span: Span }
  | { readonly kind: "object"; readonly entries: readonly StaticEntry[]; readonly span: Span }
  /** A class used as a value, e.g. a dependency. */
  | { readonly kind: "class"; readonly id: ClassId; readonly span: Span }
  /** `new FeatureSpec(…)`, `Field(…)`, `FieldsMapping.default(…)`: the arguments as written. */
  | { readonly kind: "dsl"; readonly name: DslName; readonly args: readonly StaticValue[]; readonly span: Span }
  /** `SpecialFieldDep.ALL`. */
  | { readonly kind: "all-fields"; readonly span: Span };
