// What makes a feature key or a field key unusable (Metaxy 0.1, `models/types.py`). One regular expression less than
// Python's: `$` there also stands before a final line feed, which nobody wants in a key.

import type { Located } from "./span.ts";
import type { KeyDecl } from "./spec.ts";

/** The first thing wrong with a key. */
export type KeyFault =
  | { readonly kind: "no-parts" }
  | {
      readonly kind: "empty-part" | "slash" | "double-underscore" | "first-part" | "later-part";
      readonly part: Located<string>;
    };

const firstPart = /^[a-z_][a-z0-9_-]*$/;
const laterPart = /^[a-z0-9_][a-z0-9_-]*$/;

/** Checks the parts in Python's order; null when the key is fine. */
export function findKeyFault(key: KeyDecl): KeyFault | null {
  if (key.parts.length === 0) return { kind: "no-parts" };
  let first = true;
  for (const part of key.parts) {
    const kind = findPartFault(part.value, first);
    if (kind !== null) return { kind, part };
    first = false;
  }
  return null;
}

function findPartFault(part: string, first: boolean) {
  if ((first ? firstPart : laterPart).test(part) && !part.includes("__")) return null;
  if (part === "") return "empty-part";
  if (part.includes("/")) return "slash";
  if (part.includes("__")) return "double-underscore";
  return first ? "first-part" : "later-part";
}
