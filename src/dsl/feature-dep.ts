// FeatureDep: a dependency on an upstream feature, and what is taken from it. Rules: Metaxy 0.1, models/feature_spec.py.

import { checkBoolean, checkOptions, checkText, checkTexts, orDefault } from "./checks.ts";
import { type FeatureRef, readFeatureRef } from "./feature-ref.ts";
import { FieldsMapping } from "./fields-mapping.ts";
import type { FeatureKey } from "./key.ts";
import { LineageRelationship } from "./lineage.ts";
import type { FeatureDepJson } from "./spec-json.ts";
import { isSystemColumn } from "./system-names.ts";
import { describe, refuse } from "./validation-error.ts";

/** Options of {@link FeatureDep}. */
export interface FeatureDepOptions {
  /** The upstream feature: its class or its key. */
  readonly feature: FeatureRef;
  /** The columns to take, by the names they have after `rename`; `null`, the default, takes all, `[]` none. */
  readonly select?: readonly string[] | null | undefined;
  /** Upstream column name to the name it gets here. Default `null`. */
  readonly rename?: Readonly<Record<string, string>> | null | undefined;
  /** Which upstream fields the fields of this feature depend on. Default `FieldsMapping.default()`. */
  readonly fieldsMapping?: FieldsMapping | undefined;
  /** SQL conditions on upstream rows, all of which must hold. Default `null`. */
  readonly filters?: readonly string[] | null | undefined;
  /** How rows correspond. Default `LineageRelationship.identity()`. */
  readonly lineage?: LineageRelationship | undefined;
  /** Keep rows without an upstream row. Default `false`. */
  readonly optional?: boolean | undefined;
}

const OPTIONS = ["feature", "select", "rename", "fieldsMapping", "filters", "lineage", "optional"];

/**
 * A dependency on a feature.
 *
 * @example
 * new FeatureDep({
 *   feature: Video,
 *   rename: { path: "video_path" },
 *   select: ["video_path"],
 *   filters: ["duration > 10"],
 * })
 */
export class FeatureDep {
  readonly feature: FeatureKey;
  readonly select: readonly string[] | null;
  readonly rename: Readonly<Record<string, string>> | null;
  readonly fieldsMapping: FieldsMapping;
  readonly filters: readonly string[] | null;
  readonly lineage: LineageRelationship;
  readonly optional: boolean;

  constructor(options: FeatureDepOptions) {
    checkOptions("FeatureDep", options, OPTIONS);
    this.feature = readFeatureRef("FeatureDep.feature", options.feature);
    this.select = readNames("FeatureDep.select", options.select);
    this.rename = orDefault(options.rename, null, (rename) => (rename === null ? null : readRename(rename)));
    this.fieldsMapping = orDefault(options.fieldsMapping, FieldsMapping.default(), readFieldsMapping);
    this.filters = readNames("FeatureDep.filters", options.filters);
    this.lineage = orDefault(options.lineage, LineageRelationship.identity(), readLineage);
    this.optional = orDefault(options.optional, false, (value) => checkBoolean("FeatureDep.optional", value));
    checkSelectAfterRename(this.select ?? [], this.rename ?? {});
    Object.freeze(this);
  }

  toJSON(): FeatureDepJson {
    return {
      feature: this.feature.toString(),
      select: this.select,
      rename: this.rename,
      fields_mapping: this.fieldsMapping.toJSON(),
      sql_filters: this.filters,
      lineage: this.lineage.toJSON(),
      optional: this.optional,
    };
  }
}

function readNames(where: string, names: readonly string[] | null | undefined): readonly string[] | null {
  return orDefault(names, null, (given) => (given === null ? null : checkTexts(where, given)));
}

/** Python refuses the last two when a plan is made; here they are refused where they are written. */
function readRename(rename: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const where = "FeatureDep.rename";
  if (typeof rename !== "object" || Array.isArray(rename)) {
    refuse(where, `expected an object from old to new column names, found ${describe(rename)}`);
  }
  const seen = new Set<string>();
  for (const [from, to] of Object.entries(rename)) {
    checkText(`${where} key`, from);
    checkText(`${where}.${from}`, to);
    if (isSystemColumn(to)) refuse(`${where}.${from}`, `'${to}' is a system column`);
    if (seen.has(to)) refuse(`${where}.${from}`, `another column is already renamed to '${to}'`);
    seen.add(to);
  }
  return Object.freeze({ ...rename });
}

/** `select` names columns as they are called after `rename`. A name that is both an old and a new one is fine. */
function checkSelectAfterRename(select: readonly string[], rename: Readonly<Record<string, string>>): void {
  const targets = Object.values(rename);
  const old = select.find((name) => Object.hasOwn(rename, name) && !targets.includes(name));
  if (old !== undefined) refuse("FeatureDep.select", `'${old}' is renamed to '${rename[old]}'; select that name`);
}

function readFieldsMapping(mapping: FieldsMapping): FieldsMapping {
  if (mapping instanceof FieldsMapping) return mapping;
  return refuse("FeatureDep.fieldsMapping", `expected a FieldsMapping, found ${describe(mapping)}`);
}

function readLineage(lineage: LineageRelationship): LineageRelationship {
  if (lineage instanceof LineageRelationship) return lineage;
  return refuse("FeatureDep.lineage", `expected a LineageRelationship, found ${describe(lineage)}`);
}
