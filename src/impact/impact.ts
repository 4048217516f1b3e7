// Two documents of one store in, everything that differs out: versions that data depends on first, then tables.

import type { Metadata } from "../metadata/schema.ts";
import type { Impact } from "./change.ts";
import { compareFeatures } from "./features.ts";
import { compareTables } from "./tables.ts";

/**
 * Compares an earlier metadata.json with the one of now.
 *
 * @example compareDocuments(committed, compiled).features.map(({ key }) => key) // ["video", "video/crop"]
 */
export function compareDocuments(before: Metadata, after: Metadata): Impact {
  return {
    store: after.store.name,
    project_version: { before: before.project_version, after: after.project_version },
    features: compareFeatures(before, after),
    tables: compareTables(before, after),
  };
}
