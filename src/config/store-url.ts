// A store's SQLAlchemy URL, as Metaxy's `sqlalchemy_url` gives it, and the form of it that output files may show.

import type { Checked } from "../diagnostics/diagnostic.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { redactDatabase, redactUrl, shieldReferences, splitRedacted } from "./redact.ts";
import type { StoreKind } from "./store-types.ts";
import type { StoreConfig, StoreUrl } from "./stores.ts";
import { decodeUrl, overrideUrl, parseUrl, printUrl, type Url, type UrlOverrides } from "./url.ts";

type UrlSource = Pick<StoreConfig, "kind" | "dialect" | "database" | "connectionString">;

/** ClickHouse's native ports by its HTTP ports; any other port gives way to the default of its security. */
const NATIVE_PORTS: Readonly<Record<string, string>> = { "8443": "9440", "8123": "9000" };

/**
 * The SQLAlchemy URL of a store, secrets included. With neither protocol nor port it is Metaxy's own, untouched.
 *
 * @example sqlalchemyUrl(store, { protocol: "postgresql+psycopg", port: null }).value
 */
export function sqlalchemyUrl(store: StoreConfig, overrides: UrlOverrides): Checked<string | null> {
  if (store.url.kind === "none") {
    const args = { store: store.name, problem: store.url.problem };
    return { value: null, diagnostics: [diagnose("MXC0127", args, store.places.name)] };
  }
  if (store.unsetInUrl.length > 0) {
    const args = { store: store.name, variables: store.unsetInUrl };
    return { value: null, diagnostics: [diagnose("MXC0133", args, store.places.name)] };
  }
  if (overrides.protocol === null && overrides.port === null) return { value: store.url.text, diagnostics: [] };
  const url = parseUrl(store.url.text);
  if (url === null)
    return { value: null, diagnostics: [diagnose("MXC0128", { store: store.name }, store.places.name)] };
  return { value: printUrl(overrideUrl(url, overrides)), diagnostics: [] };
}

/** The URL a store has by itself. */
export function urlOf(store: UrlSource): StoreUrl {
  const { kind, connectionString } = store;
  if (kind === null) return none("unknown type");
  if (store.dialect === "not-sql") return none("file store");
  if (kind === "bigquery") return none("bigquery");
  if (kind === "duckdb") return { kind: "url", text: `duckdb:///${store.database ?? ""}` };
  if (connectionString === null) return none("no connection string");
  if (connectionString === "") return none("empty");
  if (kind === "postgresql") return { kind: "url", text: connectionString };
  const url = parseUrl(connectionString);
  return url === null ? none("not a url") : { kind: "url", text: printUrl(toNativeProtocol(url)) };
}

/**
 * The URL with `***` for passwords and `${VAR}` for what came from the environment. What the environment holds makes no
 * difference, so that every machine writes the same files.
 *
 * @param written the database or connection string before interpolation; empty when there is none
 */
export function displayUrlOf(kind: StoreKind | null, written: string): string | null {
  if (kind === "duckdb") return `duckdb:///${redactDatabase(written)}`;
  if (written === "") return null;
  if (kind === "clickhouse") return displayClickHouse(written);
  return kind === "postgresql" ? redactUrl(written) : null;
}

function displayClickHouse(written: string): string {
  const shielded = shieldReferences(written);
  const parts = splitRedacted(shielded);
  if (parts === null) return redactUrl(written);
  // The mask is not percent-encoded: `***` is no password but a sign.
  return shielded.restore(printUrl(toNativeProtocol(decodeUrl(parts)))).replaceAll("%2A%2A%2A", "***");
}

/** Metaxy reflects ClickHouse over its native protocol. A port that is a reference stays one. */
function toNativeProtocol(url: Url): Url {
  // Only this spelling counts; `secure=true` leaves the connection in the clear, as in Metaxy.
  const secure = url.port === "8443" || url.query.some(([key, value]) => key === "secure" && value === "True");
  const isKnown = url.port === null || /^\d+$/.test(url.port);
  const native = NATIVE_PORTS[url.port ?? ""] ?? (secure ? "9440" : "9000");
  return {
    ...url,
    driver: "clickhouse+native",
    port: isKnown ? native : url.port,
    query: secure ? [...withoutKeys(url.query, ["protocol", "secure"]), ["secure", "True"]] : url.query,
  };
}

function withoutKeys(query: Url["query"], keys: readonly string[]): Url["query"] {
  return query.filter(([key]) => !keys.includes(key));
}

function none(problem: Extract<StoreUrl, { kind: "none" }>["problem"]): StoreUrl {
  return { kind: "none", problem };
}
