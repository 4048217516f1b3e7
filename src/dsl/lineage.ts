// LineageRelationship: how many rows of this feature come from how many rows of an upstream feature.

import { checkOptions, checkPresent, checkString, checkTexts, orDefault } from "./checks.ts";
import type { LineageRelationshipJson } from "./spec-json.ts";

/** Options of {@link LineageRelationship.aggregation}. */
export interface AggregationOptions {
  /** The columns to group by; `null`, the default, stands for this feature's id columns. */
  readonly on?: readonly string[] | null | undefined;
}

/** Options of {@link LineageRelationship.expansion}. */
export interface ExpansionOptions {
  /** The columns that identify the upstream row. */
  readonly on: readonly string[];
  /** How the new ids are made, for people to read. Default `null`. */
  readonly idGenerationPattern?: string | null | undefined;
}

/** What a {@link LineageRelationship} holds. */
export type LineageKind =
  | { readonly type: "1:1" }
  | { readonly type: "N:1"; readonly on: readonly string[] | null }
  | { readonly type: "1:N"; readonly on: readonly string[]; readonly idGenerationPattern: string | null };

/**
 * The relation between upstream rows and rows of this feature.
 *
 * @example
 * LineageRelationship.identity()                         // one row from one row
 * LineageRelationship.aggregation({ on: ["speaker_id"] }) // one row from many
 * LineageRelationship.expansion({ on: ["video_id"] })     // many rows from one
 */
export class LineageRelationship {
  readonly relationship: LineageKind;

  private constructor(relationship: LineageKind) {
    this.relationship = Object.freeze(relationship);
    Object.freeze(this);
  }

  /** One row from one row. */
  static identity(): LineageRelationship {
    return new LineageRelationship({ type: "1:1" });
  }

  /** One row from many. */
  static aggregation(options: AggregationOptions = {}): LineageRelationship {
    const where = "LineageRelationship.aggregation";
    checkOptions(where, options, ["on"]);
    return new LineageRelationship({
      type: "N:1",
      on: orDefault(options.on, null, (on) => (on === null ? null : checkTexts(`${where}.on`, on))),
    });
  }

  /** Many rows from one. */
  static expansion(options: ExpansionOptions): LineageRelationship {
    const where = "LineageRelationship.expansion";
    checkOptions(where, options, ["on", "idGenerationPattern"]);
    return new LineageRelationship({
      type: "1:N",
      on: checkTexts(`${where}.on`, checkPresent(`${where}.on`, options.on)),
      idGenerationPattern: orDefault(options.idGenerationPattern, null, (pattern) =>
        pattern === null ? null : checkString(`${where}.idGenerationPattern`, pattern),
      ),
    });
  }

  toJSON(): LineageRelationshipJson {
    const { relationship } = this;
    if (relationship.type !== "1:N") return { relationship };
    const { type, on, idGenerationPattern } = relationship;
    return { relationship: { type, on, id_generation_pattern: idGenerationPattern } };
  }
}
