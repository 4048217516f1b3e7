// FieldSpec and FieldDep: the fields of a feature, and their explicit parents. Rules: Metaxy 0.1, models/field.py.

import { checkArray, checkOptions, checkString, orDefault } from "./checks.ts";
import { type FeatureRef, readFeatureRef } from "./feature-ref.ts";
import { type FeatureKey, FieldKey, type FieldKeyLike, readFieldKeys } from "./key.ts";
import type { FieldDepJson, FieldSpecJson } from "./spec-json.ts";
import { at, refuse } from "./validation-error.ts";

/** The code version of a field that states none. */
const INITIAL_CODE_VERSION = "__metaxy_initial__";

/**
 * Stands for all fields.
 *
 * @example
 * new FieldSpec({ key: "summary", deps: SpecialFieldDep.ALL })
 * new FieldDep({ feature: Video, fields: SpecialFieldDep.ALL })
 */
export const SpecialFieldDep = Object.freeze({ ALL: "__METAXY_ALL_DEP__" } as const);

/** {@link SpecialFieldDep.ALL}. */
export type AllFields = typeof SpecialFieldDep.ALL;

/** Options of {@link FieldDep}. */
export interface FieldDepOptions {
  /** The upstream feature: its class or its key. */
  readonly feature: FeatureRef;
  /** Its fields that are depended on. Default {@link SpecialFieldDep.ALL}. */
  readonly fields?: AllFields | readonly FieldKeyLike[] | undefined;
}

/**
 * Explicit parents of a field in one upstream feature.
 *
 * @example new FieldDep({ feature: Video, fields: ["frames"] })
 */
export class FieldDep {
  readonly feature: FeatureKey;
  readonly fields: AllFields | readonly FieldKey[];

  constructor(options: FieldDepOptions) {
    checkOptions("FieldDep", options, ["feature", "fields"]);
    this.feature = readFeatureRef("FieldDep.feature", options.feature);
    this.fields = orDefault(options.fields, SpecialFieldDep.ALL, (fields) =>
      isAllFields("FieldDep.fields", fields) ? fields : readFieldKeys("FieldDep.fields", fields),
    );
    Object.freeze(this);
  }

  toJSON(): FieldDepJson {
    return {
      feature: this.feature.toString(),
      fields: this.fields === SpecialFieldDep.ALL ? this.fields : this.fields.map(String),
    };
  }
}

/** Options of {@link FieldSpec}. */
export interface FieldSpecOptions {
  /** Default `"default"`. */
  readonly key?: FieldKeyLike | undefined;
  /** Change it when the code that computes the field changes. Default `"__metaxy_initial__"`. */
  readonly codeVersion?: string | undefined;
  /** Explicit parents, which replace those that the features' dependencies give. Default `[]`. */
  readonly deps?: AllFields | readonly FieldDepOptions[] | undefined;
}

/**
 * A field of a feature: a logical part with a version of its own.
 *
 * @example
 * new FieldSpec({ key: "frames", codeVersion: "2" })
 * new FieldSpec({ key: "faces", deps: [new FieldDep({ feature: Video, fields: ["frames"] })] })
 */
export class FieldSpec {
  readonly key: FieldKey;
  readonly codeVersion: string;
  readonly deps: AllFields | readonly FieldDep[];

  constructor(options: FieldSpecOptions) {
    checkOptions("FieldSpec", options, ["key", "codeVersion", "deps"]);
    this.key = at("FieldSpec.key", () => new FieldKey(orDefault(options.key, "default", (key) => key)));
    this.codeVersion = orDefault(options.codeVersion, INITIAL_CODE_VERSION, (version) =>
      checkString("FieldSpec.codeVersion", version),
    );
    this.deps = orDefault(options.deps, Object.freeze([]), readFieldDeps);
    Object.freeze(this);
  }

  toJSON(): FieldSpecJson {
    return {
      key: this.key.toString(),
      code_version: this.codeVersion,
      deps: this.deps === SpecialFieldDep.ALL ? this.deps : this.deps.map((dep) => dep.toJSON()),
    };
  }
}

function readFieldDeps(deps: AllFields | readonly FieldDepOptions[]): AllFields | readonly FieldDep[] {
  const where = "FieldSpec.deps";
  if (isAllFields(where, deps)) return deps;
  return Object.freeze(
    checkArray(where, deps).map((dep, index) =>
      dep instanceof FieldDep ? dep : at(`${where}[${index}]`, () => new FieldDep(dep)),
    ),
  );
}

/** True for the marker; any other string is refused, because it is not a list of one. */
function isAllFields(where: string, value: unknown): value is AllFields {
  if (typeof value !== "string") return false;
  return value === SpecialFieldDep.ALL || refuse(where, `expected SpecialFieldDep.ALL or an array, found '${value}'`);
}
