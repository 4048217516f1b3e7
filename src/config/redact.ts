// Keeps secrets out of the URLs that are shown or written to files. When in doubt it hides too much.

import { REFERENCE } from "./interpolate.ts";
import { joinUrl, splitUrl, type UrlParts } from "./url.ts";

const MASK = "***";

/** A text whose references to the environment have been replaced by words that survive URL parsing. */
export interface Shielded {
  readonly text: string;
  /** Puts the references back; defaults of concealed ones, and those that are more than one word, are masked. */
  readonly restore: (text: string) => string;
  /** True for a part that is one reference and nothing else. */
  readonly isReference: (part: string) => boolean;
  /** The default of a part that is one reference; empty where it has none. */
  readonly defaultOf: (part: string) => string;
  /** Marks a part that is one reference: its default is a secret. */
  readonly conceal: (part: string) => string;
}

/** A default that holds no structure, and so no password with its user or host. */
const PLAIN = /^[\p{L}\p{N}_./~-]*$/u;

/** Replaces every `${VAR}` and `${VAR:-default}` by a word, which ends in `e`, or in `s` once it is concealed. */
export function shieldReferences(template: string): Shielded {
  let word = "var";
  while (template.includes(word)) word += "x";
  const references: (readonly [name: string, fallback: string | undefined])[] = [];
  const text = template.replace(
    REFERENCE,
    (_, name: string, fallback: string | undefined) => `${word}${references.push([name, fallback]) - 1}e`,
  );
  const show = (index: number, isSecret: boolean): string => {
    const [name = "", fallback] = references[index] ?? [];
    if (fallback === undefined) return `\${${name}}`;
    const isHarmless = fallback === "" || (!isSecret && PLAIN.test(fallback));
    return `\${${name}:-${isHarmless ? fallback : MASK}}`;
  };
  return {
    text,
    restore: (shielded) =>
      shielded.replace(new RegExp(`${word}(\\d+)([es])`, "g"), (_, index: string, end: string) =>
        show(Number(index), end === "s"),
      ),
    isReference: (part) => new RegExp(`^${word}\\d+e$`).test(part),
    defaultOf: (part) => references[Number(/\d+(?=e$)/.exec(part)?.[0])]?.[1] ?? "",
    conceal: (part) => part.replace(/e$/, "s"),
  };
}

/** The default of a text that is one reference and nothing else, shown by its own rules; null for any other text. */
function redactWhole(template: string, redact: (template: string) => string): string | null {
  const [whole, name = "", fallback] = new RegExp(REFERENCE.source).exec(template) ?? [];
  return whole === template && fallback !== undefined ? `\${${name}:-${redact(fallback)}}` : null;
}

/**
 * A database URL fit for a committed file. What is no URL is hidden as a whole.
 *
 * @example redactUrl("postgresql://app:hunter2@db/prod") // "postgresql://app:***@db/prod"
 * @example redactUrl("postgresql://app:${PGPASSWORD}@db/prod") // unchanged
 */
export function redactUrl(template: string): string {
  const whole = redactWhole(template, redactUrl);
  if (whole !== null) return whole;
  const shielded = shieldReferences(template);
  const parts = splitRedacted(shielded);
  if (parts !== null) return shielded.restore(joinUrl(parts));
  return template === "" || shielded.isReference(shielded.text) ? shielded.restore(shielded.text) : MASK;
}

/** The parts of a URL with its secrets masked, except those that are references; null for what is no URL. */
export function splitRedacted(shielded: Shielded): UrlParts | null {
  const parts = splitSafely(shielded.text, shielded.isReference);
  if (parts === null) return null;
  return {
    ...parts,
    password: parts.password === null ? null : hide(parts.password, shielded),
    port: parts.port === null ? null : hidePort(parts.port, shielded),
    query: parts.query === null ? null : redactParameters(parts.query, shielded),
  };
}

/** What stands for a port may be a password whose `@` is missing. */
function hidePort(port: string, { isReference, defaultOf, conceal }: Shielded): string {
  return isReference(port) && !/^\d*$/.test(defaultOf(port)) ? conceal(port) : port;
}

/** A DuckDB database: a path, or something with parameters such as `md:db?motherduck_token=…`. */
export function redactDatabase(template: string): string {
  const whole = redactWhole(template, redactDatabase);
  if (whole !== null) return whole;
  const shielded = shieldReferences(template);
  const withoutPasswords = shielded.text.replace(
    /(:\/\/[^/@:]*:)(.*)@/s,
    (_, head: string, password: string) => `${head}${hide(password, shielded)}@`,
  );
  return shielded.restore(redactParameters(withoutPasswords, shielded));
}

/**
 * Splits a URL so that no part but the password can hold a piece of it: with another `@` further on, the password is
 * taken to reach there. Null also for a port that is no number, which may be a password whose `@` is missing.
 */
function splitSafely(text: string, isReference: (part: string) => boolean): UrlParts | null {
  const parts = splitUrl(text);
  if (parts === null) return null;
  if (parts.port !== null && !/^\d+$/.test(parts.port) && !isReference(parts.port)) return null;
  if (parts.password === null) return parts;
  const start = `${parts.driver}://${parts.username}:`.length;
  const end = text.lastIndexOf("@");
  if (end === start + parts.password.length) return parts;
  const rest = splitSafely(`${parts.driver}://${text.slice(end + 1)}`, isReference);
  return rest === null ? null : { ...rest, username: parts.username, password: text.slice(start, end) };
}

/** Masks the value of every `name=value` whose name sounds secret, up to the next `&`. */
function redactParameters(text: string, shielded: Shielded): string {
  const parameter = /(?<=^|[?&;,\s])([^?&;,\s=]+)\s*=\s*/g;
  let redacted = "";
  let done = 0;
  for (let match = parameter.exec(text); match !== null; match = parameter.exec(text)) {
    if (!isSecretParameter(match[1] ?? "")) continue;
    const next = text.indexOf("&", parameter.lastIndex);
    const end = next === -1 ? text.length : next;
    redacted += text.slice(done, parameter.lastIndex) + hide(text.slice(parameter.lastIndex, end), shielded);
    done = end;
    parameter.lastIndex = end;
  }
  return redacted + text.slice(done);
}

/** An encoded name is taken for a secret one: there is no honest reason to encode it. */
function isSecretParameter(name: string): boolean {
  return /%|pass|pwd|token|secret|cred|auth|key|sig/i.test(name);
}

function hide(part: string, { isReference, conceal }: Shielded): string {
  if (part === "") return part;
  return isReference(part) ? conceal(part) : MASK;
}
