// Where in an output each feature and table stands, so that a later run can replace the parts that an edit touches.

import type { Chunk } from "../../model/output.ts";
import type { Measure } from "../bytes.ts";

/** A run of bytes: those of a unit, or those between units (null). */
export type Section = readonly [unit: string | null, bytes: number];

/** The sections of each output, by its path below the output folder. */
export type Layout = ReadonlyMap<string, readonly Section[]>;

/** Learns layouts while outputs are encoded. */
export interface LayoutRecorder {
  /** Begins an output; a second walk over the same one starts again. */
  readonly begin: (path: string) => Measure;
  readonly layout: Layout;
}

/** Makes a recorder. */
export function recordLayout(): LayoutRecorder {
  const layout = new Map<string, Section[]>();
  return {
    layout,
    begin(path) {
      const sections: [string | null, number][] = [];
      layout.set(path, sections);
      return (chunk, bytes) => {
        const unit = typeof chunk === "string" ? null : chunk.unit;
        const last = sections.at(-1);
        if (unit === null && last?.[0] === null) last[1] += bytes;
        else sections.push([unit, bytes]);
      };
    },
  };
}

/**
 * The old text with some units replaced, or null when nothing in it changes.
 *
 * @param old the output's bytes, laid out as `sections` says
 * @param replacement the new text of a unit; null keeps the old one
 */
export function spliceUnits(
  old: Buffer,
  sections: readonly Section[],
  replacement: (unit: string) => string | null,
): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  let offset = 0;
  let changed = false;
  for (const [unit, bytes] of sections) {
    const before = old.toString("utf8", offset, offset + bytes);
    const after = unit === null ? null : replacement(unit);
    changed ||= after !== null && after !== before;
    chunks.push(unit === null ? before : { unit, text: after ?? before });
    offset += bytes;
  }
  return changed ? chunks : null;
}
