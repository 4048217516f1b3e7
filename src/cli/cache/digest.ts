// Content hashes, the names of everything cached.

import { hash } from "node:crypto";

/** SHA-256, hex. */
export function digest(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}
