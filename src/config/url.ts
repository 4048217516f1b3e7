// Database URLs, read and printed as SQLAlchemy 2.0 does (`make_url`, `URL.set`, `render_as_string`), not as browsers
// do: nothing is normalised but percent-encoding of user, password and query, and the order of query keys.

import { compareText } from "../model/text-order.ts";

/** The parts of a URL as written, still percent-encoded; null for a part that is absent. */
export interface UrlParts {
  readonly driver: string;
  readonly username: string | null;
  readonly password: string | null;
  /** With the brackets of an IPv6 address. */
  readonly host: string | null;
  readonly port: string | null;
  readonly database: string | null;
  readonly query: string | null;
}

/** A decoded URL. */
export interface Url {
  readonly driver: string;
  readonly username: string | null;
  readonly password: string | null;
  /** An IPv6 address stands without brackets. */
  readonly host: string | null;
  /** Digits. */
  readonly port: string | null;
  /** Never percent-decoded. */
  readonly database: string | null;
  /** In order of appearance; a key may repeat. */
  readonly query: readonly (readonly [key: string, value: string])[];
}

/** Parts that replace those of a URL; null keeps the URL's own. */
export interface UrlOverrides {
  /** e.g. `postgresql+psycopg`. */
  readonly protocol: string | null;
  readonly port: number | null;
}

/**
 * Splits a URL. A password runs to the first `@`, a database to the first `?`.
 *
 * @returns null when there is no `driver://` at the start
 */
export function splitUrl(text: string): UrlParts | null {
  const driver = /^[\p{L}\p{N}_+]+(?=:\/\/)/u.exec(text)?.[0];
  if (driver === undefined) return null;
  const { username, password, rest } = splitUser(text.slice(driver.length + 3));
  const host = /^\[[^/?]+\]|^[^/:?]+/.exec(rest)?.[0] ?? null;
  let tail = rest.slice(host?.length ?? 0);
  const port = /^:([^/?]*)/.exec(tail)?.[1] ?? null;
  if (port !== null) tail = tail.slice(port.length + 1);
  const database = /^\/([^?]*)/.exec(tail)?.[1] ?? null;
  if (database !== null) tail = tail.slice(database.length + 1);
  const query = /^\?(.*)/.exec(tail)?.[1] ?? null;
  return { driver, username, password, host, port, database, query };
}

/** Puts the parts together again, as written. */
export function joinUrl(parts: UrlParts): string {
  return [
    `${parts.driver}://`,
    parts.username ?? "",
    parts.password === null ? "" : `:${parts.password}`,
    parts.username === null ? "" : "@",
    parts.host ?? "",
    parts.port === null ? "" : `:${parts.port}`,
    parts.database === null ? "" : `/${parts.database}`,
    parts.query === null ? "" : `?${parts.query}`,
  ].join("");
}

/** Decodes the parts of a URL. Query parameters without a value are dropped. */
export function decodeUrl(parts: UrlParts): Url {
  return {
    driver: parts.driver,
    username: parts.username === null ? null : decodePercent(parts.username),
    password: parts.password === null ? null : decodePercent(parts.password),
    host: parts.host?.replace(/^\[(.+)\]$/s, "$1") ?? null,
    port: parts.port,
    database: parts.database,
    query: (parts.query ?? "").split("&").flatMap((pair) => {
      const [key = "", ...value] = pair.replaceAll("+", " ").split("=");
      return value.join("=") === "" ? [] : [[decodePercent(key), decodePercent(value.join("="))] as const];
    }),
  };
}

/**
 * Reads a URL.
 *
 * @example parseUrl("postgresql://app:p%40ss@db/prod")?.password // "p@ss"
 * @returns null for what SQLAlchemy refuses: no driver, or a port that is no number
 */
export function parseUrl(text: string): Url | null {
  const parts = splitUrl(text);
  if (parts === null) return null;
  if (parts.port !== null && !/^\s*[+-]?\d+(?:_\d+)*\s*$/.test(parts.port)) return null;
  const port = parts.port === null ? null : String(BigInt(parts.port.replaceAll("_", "").trim().replace(/^\+/, "")));
  return decodeUrl({ ...parts, port });
}

/** Prints a URL with its password visible and its query sorted by key. */
export function printUrl(url: Url): string {
  const query = [...url.query].sort(([a], [b]) => compareText(a, b));
  return joinUrl({
    driver: url.driver,
    username: url.username === null ? null : encodePercent(url.username, " +"),
    password: url.username === null || url.password === null ? null : encodePercent(url.password, " +"),
    host: url.host?.includes(":") ? `[${url.host}]` : url.host,
    port: url.port,
    database: url.database,
    query:
      query.length === 0
        ? null
        : query.map(([key, value]) => `${encodeParameter(key)}=${encodeParameter(value)}`).join("&"),
  });
}

/** Replaces driver and port. */
export function overrideUrl(url: Url, overrides: UrlOverrides): Url {
  return {
    ...url,
    driver: overrides.protocol ?? url.driver,
    port: overrides.port === null ? url.port : String(overrides.port),
  };
}

/** `user`, `user:password`, or neither before the `@`. A user name holds no `:` and no `/`. */
function splitUser(text: string): { username: string | null; password: string | null; rest: string } {
  const stop = /[:/]/.exec(text)?.index ?? text.length;
  const afterPassword = text[stop] === ":" ? text.indexOf("@", stop) : -1;
  if (afterPassword !== -1) {
    const password = text.slice(stop + 1, afterPassword);
    return { username: text.slice(0, stop), password, rest: text.slice(afterPassword + 1) };
  }
  const at = text.slice(0, stop).lastIndexOf("@");
  if (at === -1) return { username: null, password: null, rest: text };
  return { username: text.slice(0, at), password: null, rest: text.slice(at + 1) };
}

/** Decodes `%41` and the like as UTF-8; what is no such escape stays. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    const bytes = escapes.slice(1).split("%");
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)),
    );
  });
}

/** Encodes everything but letters, digits, `_.-~` and the given characters. */
function encodePercent(text: string, keep: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9_.~-]/.test(character) || keep.includes(character)) return character;
    return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}

function encodeParameter(text: string): string {
  return encodePercent(text, " ").replaceAll(" ", "+");
}
