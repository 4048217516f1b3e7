// FieldsMapping: which upstream fields a field depends on when it does not say so itself.

import { checkArray, checkBoolean, checkOptions, orDefault } from "./checks.ts";
import { compareKeys, FieldKey, type FieldKeyLike, readFieldKeys } from "./key.ts";
import type { FieldsMappingJson } from "./spec-json.ts";
import { at, describe, refuse } from "./validation-error.ts";

/** Options of {@link FieldsMapping.default}. */
export interface DefaultMappingOptions {
  /** Also match upstream fields whose last parts are the field's key: `french` matches `audio/french`. Default `false`. */
  readonly matchSuffix?: boolean | undefined;
  /** Upstream fields that are never matched. Default `[]`. */
  readonly excludeFields?: readonly FieldKeyLike[] | undefined;
}

/** A field key of this feature to the upstream fields it depends on. */
export type SpecificMapping = Readonly<Record<string, readonly FieldKeyLike[]>>;

/** What a {@link FieldsMapping} holds. */
export type FieldsMappingKind =
  | { readonly type: "default"; readonly matchSuffix: boolean; readonly excludeFields: readonly FieldKey[] }
  | { readonly type: "specific"; readonly mapping: ReadonlyMap<string, readonly FieldKey[]> }
  | { readonly type: "all" }
  | { readonly type: "none" };

/**
 * How a dependency's fields map to the fields of this feature.
 *
 * @example
 * FieldsMapping.default({ matchSuffix: true, excludeFields: ["thumbnail"] })
 * FieldsMapping.specific({ faces: ["frames", "frames/keyframes"] })
 * FieldsMapping.all()
 * FieldsMapping.none()
 */
export class FieldsMapping {
  readonly mapping: FieldsMappingKind;

  private constructor(mapping: FieldsMappingKind) {
    this.mapping = Object.freeze(mapping);
    Object.freeze(this);
  }

  /** Fields with equal keys; where none is equal, all upstream fields. */
  static default(options: DefaultMappingOptions = {}): FieldsMapping {
    const where = "FieldsMapping.default";
    checkOptions(where, options, ["matchSuffix", "excludeFields"]);
    return new FieldsMapping({
      type: "default",
      matchSuffix: orDefault(options.matchSuffix, false, (value) => checkBoolean(`${where}.matchSuffix`, value)),
      excludeFields: readFieldKeys(
        `${where}.excludeFields`,
        orDefault(options.excludeFields, [], (keys) => keys),
      ),
    });
  }

  /** Exactly the fields that are listed. A field that is not listed depends on none. */
  static specific(mapping: SpecificMapping): FieldsMapping {
    const where = "FieldsMapping.specific";
    if (typeof mapping !== "object" || mapping === null || Array.isArray(mapping)) {
      refuse(where, `expected an object of field keys, found ${describe(mapping)}`);
    }
    const entries = Object.entries(mapping).map(([key, upstream]) => {
      const field = at(`${where} key`, () => new FieldKey(key));
      return [field.toString(), readFieldSet(`${where}['${key}']`, upstream)] as const;
    });
    return new FieldsMapping({ type: "specific", mapping: new Map(entries) });
  }

  /** Every upstream field. */
  static all(): FieldsMapping {
    return new FieldsMapping({ type: "all" });
  }

  /** No upstream field. */
  static none(): FieldsMapping {
    return new FieldsMapping({ type: "none" });
  }

  toJSON(): FieldsMappingJson {
    return { mapping: mappingJson(this.mapping) };
  }
}

/** Python holds these as a set and writes them sorted. */
function readFieldSet(where: string, keys: readonly FieldKeyLike[]): readonly FieldKey[] {
  const byText = new Map(readFieldKeys(where, checkArray(where, keys)).map((key) => [key.toString(), key]));
  return Object.freeze([...byText.values()].sort(compareKeys));
}

function mappingJson(mapping: FieldsMappingKind): FieldsMappingJson["mapping"] {
  switch (mapping.type) {
    case "default":
      return {
        type: "default",
        match_suffix: mapping.matchSuffix,
        exclude_fields: mapping.excludeFields.map(String),
      };
    case "specific": {
      const entries = [...mapping.mapping].map(([field, keys]) => [field, keys.map((key) => [...key.parts])] as const);
      return { type: "specific", mapping: Object.fromEntries(entries) };
    }
    default:
      return { type: mapping.type };
  }
}
