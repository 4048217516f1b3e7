// FeatureKey and FieldKey: tuples of parts, written "a/b". Rules: Metaxy 0.1, models/types.py.

import { checkArray } from "./checks.ts";
import { at, describe, refuse } from "./validation-error.ts";

const SEPARATOR = "/";
const FIRST_PART = /^[a-z_][a-z0-9_-]*$/;
const LATER_PART = /^[a-z0-9_][a-z0-9_-]*$/;

/**
 * What names a feature: `"video/raw"`, `["video", "raw"]` or a {@link FeatureKey}.
 */
export type FeatureKeyLike = string | readonly string[] | FeatureKey;

/** What names a field: `"audio/french"`, `["audio", "french"]` or a {@link FieldKey}. */
export type FieldKeyLike = string | readonly string[] | FieldKey;

/**
 * Identifies a feature.
 *
 * @example
 * new FeatureKey(["video", "raw"]).toString() // "video/raw"
 * new FeatureKey("video/raw").parts           // ["video", "raw"]
 */
export class FeatureKey {
  /** `video/raw` is `["video", "raw"]`. */
  readonly parts: readonly string[];

  constructor(key: FeatureKeyLike) {
    this.parts = key instanceof FeatureKey ? key.parts : readParts("FeatureKey", key);
    Object.freeze(this);
  }

  /** Tells feature keys from field keys, in types and when printed. */
  get [Symbol.toStringTag](): "FeatureKey" {
    return "FeatureKey";
  }

  toString(): string {
    return this.parts.join(SEPARATOR);
  }

  toJSON(): string {
    return this.toString();
  }
}

/**
 * Identifies a field of a feature: a logical, versioned part of it, not a column.
 *
 * @example new FieldKey(["audio", "french"]).toString() // "audio/french"
 */
export class FieldKey {
  /** `audio/french` is `["audio", "french"]`. */
  readonly parts: readonly string[];

  constructor(key: FieldKeyLike) {
    this.parts = key instanceof FieldKey ? key.parts : readParts("FieldKey", key);
    Object.freeze(this);
  }

  /** Tells field keys from feature keys, in types and when printed. */
  get [Symbol.toStringTag](): "FieldKey" {
    return "FieldKey";
  }

  toString(): string {
    return this.parts.join(SEPARATOR);
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Field keys from an option, checked one by one. */
export function readFieldKeys(where: string, keys: readonly FieldKeyLike[]): readonly FieldKey[] {
  return Object.freeze(checkArray(where, keys).map((key, index) => at(`${where}[${index}]`, () => new FieldKey(key))));
}

/** Orders keys as Python does: part by part, by code point, shorter first. All parts are ASCII. */
export function compareKeys(a: FieldKey, b: FieldKey): number {
  for (const [index, part] of a.parts.entries()) {
    const other = b.parts[index];
    if (other === undefined) return 1;
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.parts.length - b.parts.length;
}

function readParts(kind: string, key: unknown): readonly string[] {
  const parts: unknown = typeof key === "string" ? key.split(SEPARATOR) : key;
  if (!Array.isArray(parts)) {
    return refuse(kind, `expected "a/b", ["a", "b"] or a ${kind}, found ${describe(key)}`);
  }
  if (parts.length === 0) refuse(kind, "needs at least one part");
  return Object.freeze(parts.map((part: unknown, index) => readPart(kind, part, index)));
}

/** The order of the checks is Python's, so that the first complaint is the same. */
function readPart(kind: string, part: unknown, index: number): string {
  if (typeof part !== "string") return refuse(`${kind}[${index}]`, `expected a string, found ${describe(part)}`);
  if (part === "") refuse(kind, "no part may be empty");
  if (part.includes(SEPARATOR)) refuse(kind, `part '${part}' must not contain '/'`);
  if (part.includes("__")) refuse(kind, `part '${part}' must not contain '__'`);
  const rule = index === 0 ? FIRST_PART : LATER_PART;
  if (!rule.test(part)) refuse(kind, `${index === 0 ? "first part" : "part"} '${part}' must match ${rule.source}`);
  return part;
}
