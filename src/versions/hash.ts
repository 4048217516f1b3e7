// SHA-256 as Metaxy uses it: over UTF-8 text without separators, in lower-case hex, cut short.

import { hash } from "node:crypto";

/**
 * Hashes a text. Metaxy truncates at every level, before a version enters the next one.
 *
 * @param length how many hex digits to keep (`hash_truncation_length`)
 * @example hashText("", 8) // "e3b0c442"
 */
export function hashText(text: string, length: number): string {
  return hash("sha256", text, "hex").slice(0, length);
}
