// A feature's specification as declared, with the place of every part. Defaults are already filled in as Python fills
// them (source: Metaxy 0.1, `models/feature_spec.py`, `models/field.py`, `models/lineage.py`, `models/fields_mapping.py`).

import type { Located, Span } from "./span.ts";
import type { ClassId, StaticValue } from "./value.ts";

/** The marker Python writes for "all fields" (`SpecialFieldDep.ALL`). */
export const ALL_FIELDS = "__METAXY_ALL_DEP__";

/** The code version of a field that states none. */
export const INITIAL_CODE_VERSION = "__metaxy_initial__";

/** The parts of a feature key or a field key, unchecked; `a/b` is `["a", "b"]`. */
export interface KeyDecl {
  readonly parts: readonly Located<string>[];
  readonly span: Span;
}

/** How a dependency names its feature: by key, or by class. */
export type FeatureRef =
  | { readonly kind: "key"; readonly key: KeyDecl; readonly span: Span }
  | { readonly kind: "class"; readonly id: ClassId; readonly span: Span };

/** `FieldDep`: a field's explicit parents in one upstream feature. */
export interface FieldDepDecl {
  readonly feature: FeatureRef;
  readonly fields: "all" | readonly KeyDecl[];
  readonly span: Span;
}

/** `FieldSpec`. */
export interface FieldSpecDecl {
  readonly key: KeyDecl;
  readonly codeVersion: Located<string>;
  readonly deps: "all" | readonly FieldDepDecl[];
  readonly span: Span;
}

/** `FieldsMapping`. */
export type FieldsMappingDecl =
  | {
      readonly kind: "default";
      readonly matchSuffix: boolean;
      readonly excludeFields: readonly KeyDecl[];
      readonly span: Span;
    }
  | { readonly kind: "specific"; readonly mapping: readonly SpecificMapping[]; readonly span: Span }
  | { readonly kind: "all"; readonly span: Span }
  | { readonly kind: "none"; readonly span: Span };

/** One entry of `FieldsMapping.specific`: a downstream field and its upstream fields. */
export interface SpecificMapping {
  readonly field: KeyDecl;
  readonly upstream: readonly KeyDecl[];
}

/** `LineageRelationship`. */
export type LineageDecl =
  | { readonly kind: "identity"; readonly span: Span }
  | { readonly kind: "aggregation"; readonly on: readonly Located<string>[] | null; readonly span: Span }
  | {
      readonly kind: "expansion";
      readonly on: readonly Located<string>[];
      readonly idGenerationPattern: string | null;
      readonly span: Span;
    };

/** `FeatureDep`. */
export interface FeatureDepDecl {
  readonly feature: FeatureRef;
  readonly select: readonly Located<string>[] | null;
  readonly rename: readonly { readonly from: Located<string>; readonly to: Located<string> }[] | null;
  readonly fieldsMapping: FieldsMappingDecl;
  readonly filters: readonly Located<string>[] | null;
  readonly lineage: LineageDecl;
  readonly optional: boolean;
  readonly span: Span;
}

/** `FeatureSpec`. */
export interface FeatureSpecDecl {
  readonly key: KeyDecl;
  readonly idColumns: readonly Located<string>[];
  /** The whole list, where a diagnostic about its being empty points. */
  readonly idColumnsSpan: Span;
  readonly deps: readonly FeatureDepDecl[];
  readonly fields: readonly FieldSpecDecl[];
  /** Always an `object` value. */
  readonly metadata: StaticValue & { readonly kind: "object" };
  readonly description: Located<string> | null;
  readonly span: Span;
}
