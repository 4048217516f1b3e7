// `[stores.<name>]` → what the compiler knows of a store: its dialect, prefix, fallbacks and URL.

import type { UrlProblem } from "../diagnostics/catalogue/config.ts";
import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { DialectName } from "../model/dialect-name.ts";
import type { Span } from "../model/span.ts";
import { compareText } from "../model/text-order.ts";
import type { Environment } from "./interpolate.ts";
import { REQUIRED_KEYS, type StoreSettings, storeKeys, storeSchema } from "./schema-stores.ts";
import { isFileStore, type StoreKind, storeKind } from "./store-types.ts";
import { displayUrlOf, urlOf } from "./store-url.ts";
import { type ConfigNode, childOf, NOWHERE, tableOf } from "./tree.ts";
import { checkVariablesAt, unsetIn } from "./unset-variables.ts";
import { isMisspelt, validate } from "./validate.ts";

/** A configured store. Never print it: it holds secrets. */
export interface StoreConfig {
  readonly name: string;
  /** The import path, as written. */
  readonly type: string;
  /** Null for a class that is not Metaxy's own. */
  readonly kind: StoreKind | null;
  readonly dialect: DialectName | "not-sql" | "unknown";
  readonly tablePrefix: string;
  readonly fallbackStores: readonly string[];
  /** DuckDB's database, as written. */
  readonly database: string | null;
  readonly connectionString: string | null;
  /** The SQLAlchemy URL with its secrets, or why there is none. */
  readonly url: StoreUrl;
  /** The URL fit for a committed file; null when there is none. */
  readonly displayUrl: string | null;
  /** Variables that the URL refers to while they are not set. */
  readonly unsetInUrl: readonly string[];
  /** What is wrong with it once it is selected. */
  readonly problems: readonly Diagnostic[];
  /** The key without which Metaxy cannot open it, if it has none; else null. */
  readonly lacks: string | null;
  /** The environment variable that made it; null for a file. */
  readonly variable: string | null;
  /** The environment variable that Python Metaxy would take for the prefix, which is not configured; else null. */
  readonly strayPrefix: string | null;
  readonly places: StorePlaces;
}

/** The settings of a store that tables depend on. */
const NAMES = [["type"], ["config", "table_prefix"], ["config", "fallback_stores"]] as const;

/** A URL, or the reason why a store has none. */
export type StoreUrl =
  | { readonly kind: "url"; readonly text: string }
  | { readonly kind: "none"; readonly problem: UrlProblem };

/** The environment, and the names that were asked of it. */
export interface Variables {
  readonly env: Environment;
  readonly asked: Set<string>;
}

/** Where parts of a store are written; null for what is not written in a file. */
interface StorePlaces {
  readonly name: Span | null;
  readonly type: Span | null;
  readonly tablePrefix: Span | null;
  readonly fallbackStores: Span | null;
}

/** Reads a store from its validated `type` and the tree of its table. */
export function readStore(name: string, type: string, node: ConfigNode, world: Variables): Checked<StoreConfig> {
  const kind = storeKind(type);
  const config = childOf(node, "config") ?? tableOf([], { ...NOWHERE, key: node.origin.key });
  const settings = kind === null ? unknownSettings() : readSettings(name, kind, config);
  const { table_prefix, fallback_stores, database, connection_string, ducklake } = settings.value;
  const address = childOf(config, kind === "duckdb" ? "database" : "connection_string");
  const lacks = kind === null ? null : findLack(kind, config);
  const known = {
    name,
    type,
    kind,
    dialect: dialectOf(kind, database ?? "", ducklake !== undefined),
    tablePrefix: table_prefix ?? "",
    fallbackStores: fallback_stores ?? [],
    database: database ?? null,
    connectionString: connection_string ?? null,
  };
  const store = {
    ...known,
    url: urlOf(known),
    displayUrl: displayUrlOf(kind, writtenText(address)),
    unsetInUrl: unsetIn(address, world.env),
    problems: [
      ...checkVariablesAt(NAMES, node, ["stores", name], world.env),
      ...(kind === "duckdb" ? checkDatabase(name, address, world.env) : []),
      ...(lacks === null ? [] : [missingKey(name, lacks, config)]),
    ],
    lacks,
    variable: config.origin.variable,
    strayPrefix: table_prefix === undefined ? findStrayPrefix(world) : null,
    places: {
      name: node.origin.key,
      type: childOf(node, "type")?.origin.value ?? null,
      tablePrefix: childOf(config, "table_prefix")?.origin.value ?? null,
      fallbackStores: childOf(config, "fallback_stores")?.origin.value ?? null,
    },
  };
  return { value: store, diagnostics: settings.diagnostics };
}

/** The store that stands in when nothing is configured at all: an in-memory DuckDB named `dev`. */
export function defaultStore(): StoreConfig {
  const memory = { kind: "scalar", value: ":memory:", written: ":memory:", origin: NOWHERE } as const;
  const config = tableOf([["database", memory]], NOWHERE);
  return readStore("dev", "metaxy.ext.duckdb.DuckDBMetadataStore", tableOf([["config", config]], NOWHERE), {
    env: {},
    asked: new Set(),
  }).value;
}

function readSettings(name: string, kind: StoreKind, config: ConfigNode): Checked<StoreSettings> {
  const path = ["stores", name, "config"];
  const { value, diagnostics } = validate(storeSchema(kind), config, path);
  return { value: value ?? {}, diagnostics };
}

/** A key that the kind needs, unless another one looks as if it should be it. */
function findLack(kind: StoreKind, config: ConfigNode): string | null {
  const required = REQUIRED_KEYS[kind];
  const given = config.kind === "table" ? [...config.entries.keys()] : [];
  if (required === undefined || given.includes(required)) return null;
  return isMisspelt(required, given, storeKeys(kind)) ? null : required;
}

function missingKey(name: string, key: string, { origin }: ConfigNode): Diagnostic {
  const args = { key, table: `[stores.${name}.config]`, variable: origin.variable, sameName: null };
  return diagnose("MXC0114", args, origin.key);
}

/** With a database that the environment should name, nobody can tell DuckDB from MotherDuck. */
function checkDatabase(store: string, database: ConfigNode | null, env: Environment): readonly Diagnostic[] {
  const [variable] = unsetIn(database, env);
  if (variable === undefined || !writtenText(database).startsWith(`\${${variable}}`)) return [];
  return [diagnose("MXC0132", { store, variable }, database?.origin.value ?? null)];
}

/** Metaxy's store settings also read variables without a prefix, in any letter case. */
function findStrayPrefix({ env, asked }: Variables): string | null {
  asked.add("TABLE_PREFIX");
  const names = Object.keys(env).filter((name) => name.toLowerCase() === "table_prefix" && env[name]);
  return names.sort(compareText)[0] ?? null;
}

function unknownSettings(): Checked<StoreSettings> {
  return { value: {}, diagnostics: [] };
}

/** DuckDB stores differ by where their data lies. */
function dialectOf(kind: StoreKind | null, database: string, isDuckLake: boolean): StoreConfig["dialect"] {
  if (kind === null) return "unknown";
  if (isFileStore(kind)) return "not-sql";
  if (kind !== "duckdb") return kind;
  if (isDuckLake) return "ducklake";
  return /^(?:md|motherduck):/.test(database) ? "motherduck" : "duckdb";
}

function writtenText(node: ConfigNode | null): string {
  return node?.kind === "scalar" ? String(node.written) : "";
}
