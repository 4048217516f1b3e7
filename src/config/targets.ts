// Which stores (or which bare dialect) to write SQL for.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { DIALECT_NAMES, type DialectName } from "../model/dialect-name.ts";
import type { Target } from "../model/project.ts";
import type { Config } from "./config.ts";
import { STORE_TYPES } from "./store-types.ts";
import type { StoreConfig } from "./stores.ts";

/** What the command line says about targets. At most one of the three is given. */
export interface TargetSelection {
  /** `--store`. */
  readonly store: string | null;
  /** `--all-stores`. */
  readonly allStores: boolean;
  /** `--dialect`. */
  readonly dialect: string | null;
}

/**
 * Selects the targets: the configured default store unless the command line says otherwise.
 *
 * @example selectTargets(config, { store: "prod", allStores: false, dialect: null })
 */
export function selectTargets(config: Config, selection: TargetSelection): Checked<readonly Target[]> {
  if (selection.dialect !== null) return selectDialect(config, selection.dialect);
  if (selection.allStores && config.stores.length > 0) return selectAll(config);
  const { value: store, diagnostics } = findStore(config, selection.store);
  return store === null ? { value: [], diagnostics } : selectStore(config, store, false);
}

/** The store with a name, or the default store; null after a diagnostic, here or while loading. */
export function findStore(config: Config, name: string | null): Checked<StoreConfig | null> {
  const wanted = name ?? config.store;
  const store = config.stores.find((each) => each.name === wanted) ?? null;
  if (store !== null || !config.storesAreComplete) return { value: store, diagnostics: [] };
  const args = { store: wanted, available: config.stores.map((each) => each.name) };
  return { value: null, diagnostics: [diagnose("MXC0123", args, name === null ? config.storePlace : null)] };
}

function selectDialect(config: Config, name: string): Checked<readonly Target[]> {
  const dialect = DIALECT_NAMES.find((each) => each === name);
  if (dialect === undefined) {
    return { value: [], diagnostics: [diagnose("MXC0126", { dialect: name, known: DIALECT_NAMES }, null)] };
  }
  const target: Target = {
    name,
    dialect,
    tablePrefix: "",
    displayUrl: null,
    mapDatatype: config.enableMapDatatype,
    dialectOptions: config.compile.dialects[dialect] ?? {},
    hasFallbackStores: false,
    prefixSpan: null,
  };
  return { value: [target], diagnostics: [] };
}

/** File stores are left out, unless nothing else is there. */
function selectAll(config: Config): Checked<readonly Target[]> {
  const hasTables = config.stores.some(({ dialect }) => dialect !== "not-sql");
  const selected = config.stores.map((store) => selectStore(config, store, hasTables));
  return {
    value: selected.flatMap(({ value }) => value),
    diagnostics: selected.flatMap(({ diagnostics }) => diagnostics),
  };
}

function selectStore(config: Config, store: StoreConfig, mayLeaveOut: boolean): Checked<readonly Target[]> {
  const { name, type, dialect, places } = store;
  if (dialect === "unknown") {
    return { value: [], diagnostics: [diagnose("MXC0120", { store: name, type, known: STORE_TYPES }, places.type)] };
  }
  if (dialect === "not-sql") {
    const args = { store: name, kind: store.kind ?? "" };
    return { value: [], diagnostics: [diagnose(mayLeaveOut ? "MXC0122" : "MXC0121", args, places.type)] };
  }
  return {
    value: [targetOf(config, store, dialect)],
    diagnostics: [...checkFallbacks(config, store), ...checkPrefix(store)],
  };
}

function targetOf(config: Config, store: StoreConfig, dialect: DialectName): Target {
  return {
    name: store.name,
    dialect,
    tablePrefix: store.tablePrefix,
    displayUrl: store.displayUrl,
    mapDatatype: config.enableMapDatatype,
    dialectOptions: config.compile.dialects[dialect] ?? {},
    hasFallbackStores: store.fallbackStores.length > 0,
    prefixSpan: store.places.tablePrefix,
  };
}

/** Metaxy fills a prefix that is not configured from the environment, which would look for other tables than ours. */
function checkPrefix({ name, strayPrefix, places }: StoreConfig): readonly Diagnostic[] {
  return strayPrefix === null ? [] : [diagnose("MXC0129", { store: name, variable: strayPrefix }, places.name)];
}

/** A store reads its fallbacks only while its own table does not exist. */
function checkFallbacks(config: Config, { name, fallbackStores, places }: StoreConfig): readonly Diagnostic[] {
  if (fallbackStores.length === 0) return [];
  const available = config.stores.map((store) => store.name);
  const unknown = fallbackStores.filter((fallback) => config.storesAreComplete && !available.includes(fallback));
  return [
    ...unknown.map((fallback) => diagnose("MXC0124", { store: name, fallback, available }, places.fallbackStores)),
    ...(unknown.length === 0
      ? [diagnose("MXC0125", { store: name, fallbacks: fallbackStores }, places.fallbackStores)]
      : []),
  ];
}
