// The text of a configuration file with its secrets starred out at the same length, so that a code frame can show the
// line around a mistake. When in doubt it hides too much.

import { redactDatabase, redactUrl, shieldReferences } from "./redact.ts";
import type { ConfigNode, TableNode } from "./tree.ts";

const SECRET_WORDS = new Set(["password", "passwd", "pass", "pwd", "passphrase", "token", "secret", "key", "auth"]);

/** Settings whose names sound secret and are not. */
const HARMLESS = new Set(["inject_primary_key", "key_layout", "secret_name"]);

/** Masks by meaning where the text could be read, by the look of each line where it could not (`root` null). */
export function maskSecrets(text: string, root: TableNode | null): string {
  if (root === null) return text.split("\n").map(maskLine).join("\n");
  let masked = text;
  for (const [start, end] of secretPlaces(root, false)) {
    masked = masked.slice(0, start) + stars(text.slice(start, end)) + masked.slice(end);
  }
  return masked.replace(/(?<=:\/\/[^\s"'/@:]*:)(?!\$\{[^}]*\}@)[^\s"']+(?=@)/g, stars);
}

/** Places of strings that hold a secret, or stand below a key that says so. */
function secretPlaces(node: ConfigNode, below: boolean): readonly (readonly [start: number, end: number])[] {
  if (node.kind === "list") return node.items.flatMap((item) => secretPlaces(item, below));
  if (node.kind === "table") {
    return [...node.entries].flatMap(([key, child]) => secretPlaces(child, below || isSecretKey(key)));
  }
  const place = node.origin.value;
  if (place === null || typeof node.value !== "string") return [];
  return (below && !isReference(node.value)) || holdsSecret(node.value) ? [[place.start, place.end]] : [];
}

function isSecretKey(key: string): boolean {
  const words = key.toLowerCase().split(/[^a-z]+/);
  return (
    !HARMLESS.has(key) && words.some((word) => SECRET_WORDS.has(word) || /passw|token|secret|credential/.test(word))
  );
}

function isReference(text: string): boolean {
  const shielded = shieldReferences(text);
  return shielded.isReference(shielded.text);
}

/** A default counts as a secret in a URL: it may be the password. */
function holdsSecret(text: string): boolean {
  if (text.includes("://")) return redactUrl(text) !== text;
  return redactDatabase(text) !== text && /[=@]/.test(text);
}

/** A line that mentions a secret shows only its key; so does the rest of a value that began on a line before. */
function maskLine(line: string): string {
  if (/^\s*(?:$|[[#])/.test(line)) return line.includes("://") ? stars(line) : line;
  if (!line.includes("=")) return stars(line);
  const secret = /:\/\/|pass|pwd|token|secret|cred|auth|key/i.test(line);
  return secret ? line.replace(/(?<=^[^=]*=).*/s, stars) : line;
}

/** Keeps quotes and line ends, and the length. */
function stars(text: string): string {
  return text.replace(/[^\r\n"']/g, "*");
}
