// Which stores (or which bare dialect) to write SQL for.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { hasErrors } from "../diagnostics/finding.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { DIALECT_NAMES, type DialectName } from "../model/dialect-name.ts";
import type { Target } from "../model/project.ts";
import type { Config } from "./config.ts";
import { warnOfIncomplete } from "./incomplete-stores.ts";
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
  /** False where nothing is asked for but what is known of features without their tables. */
  readonly needsTables: boolean;
}

/**
 * Selects the targets: the configured default store unless the command line says otherwise.
 *
 * @example selectTargets(config, { store: "prod", allStores: false, dialect: null, needsTables: true })
 */
export function selectTargets(config: Config, selection: TargetSelection): Checked<readonly Target[]> {
  if (selection.allStores && config.stores.length > 0) return selectAll(config, selection);
  const { value, diagnostics } =
    selection.dialect === null ? selectNamed(config, selection) : selectDialect(config, selection.dialect);
  const selected = selection.dialect === null ? (selection.store ?? config.store) : null;
  return { value, diagnostics: [...diagnostics, ...warnOfOthers(config, selected)] };
}

function selectNamed(config: Config, selection: TargetSelection): Checked<readonly Target[]> {
  const { value: store, diagnostics } = findStore(config, selection.store);
  if (store === null) return { value: [], diagnostics };
  return selectStore(config, store, selection.needsTables ? "MXC0121" : null);
}

/** The selected stores that keep files: they have no tables, but features and their versions all the same. */
export function selectFileStores(config: Config, selection: TargetSelection): readonly string[] {
  if (selection.needsTables || selection.dialect !== null) return [];
  const wanted = selection.store ?? config.store;
  const selected = config.stores.filter(({ name }) => selection.allStores || name === wanted);
  return selected.filter(({ dialect }) => dialect === "not-sql").map(({ name }) => name);
}

/** What keeps the stores that are not selected from being opened; Metaxy says it of those without a type. */
export function warnOfOthers(config: Config, selected: string | null): readonly Diagnostic[] {
  const others = config.stores.filter(({ name }) => name !== selected);
  return [
    ...config.incompleteStores.filter(({ name }) => name !== selected).map(warnOfIncomplete),
    ...others.flatMap(warnOfUnusable),
  ];
}

function warnOfUnusable({ name, type, kind, lacks, variable, places }: StoreConfig): readonly Diagnostic[] {
  if (lacks !== null) {
    const args = { store: name, table: `[stores.${name}.config]`, lacks, variable };
    return [diagnose("MXC0130", args, places.name)];
  }
  // A class of one's own is none of our business; what cannot be a class, or is nearly one of Metaxy's, is a mistake.
  if (kind !== null || (isImportPath(type) && suggest(type, STORE_TYPES) === null)) return [];
  return [diagnose("MXC0135", { store: name, type, known: STORE_TYPES }, places.type)];
}

function isImportPath(type: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*[.:][\p{L}_][\p{L}\p{N}_]*$/u.test(type);
}

/** The store with a name, or the default store; null after a diagnostic, here or while loading. */
export function findStore(config: Config, name: string | null): Checked<StoreConfig | null> {
  const wanted = name ?? config.store;
  const store = config.stores.find((each) => each.name === wanted) ?? null;
  if (store !== null) return { value: store, diagnostics: [] };
  if (name === null && config.storeProblems.length > 0) return { value: null, diagnostics: config.storeProblems };
  const incomplete = config.incompleteStores.find((each) => each.name === wanted);
  if (incomplete !== undefined) return { value: null, diagnostics: incomplete.diagnostics };
  if (!config.storesAreComplete) return { value: null, diagnostics: [] };
  const args = { store: wanted, available: config.stores.map((each) => each.name) };
  return { value: null, diagnostics: [diagnose("MXC0123", args, name === null ? config.places.store : null)] };
}

function selectDialect(config: Config, name: string): Checked<readonly Target[]> {
  const dialect = DIALECT_NAMES.find((each) => each === name);
  if (dialect === undefined) {
    return { value: [], diagnostics: [diagnose("MXC0126", { dialect: name, known: DIALECT_NAMES }, null)] };
  }
  const target: Target = {
    name,
    dialect,
    isStore: false,
    tablePrefix: "",
    displayUrl: null,
    mapDatatype: config.enableMapDatatype,
    mapDatatypeSpan: config.places.enableMapDatatype,
    dialectOptions: config.compile.dialects[dialect] ?? {},
    hasFallbackStores: false,
    prefixSpan: null,
  };
  return { value: [target], diagnostics: [] };
}

/** File stores are left out, unless nothing else is there. */
function selectAll(config: Config, { needsTables }: TargetSelection): Checked<readonly Target[]> {
  const hasTables = config.stores.some(({ dialect }) => dialect !== "not-sql");
  const refused = needsTables ? (hasTables ? "MXC0122" : "MXC0121") : null;
  const selected = config.stores.map((store) => selectStore(config, store, refused));
  return {
    value: selected.flatMap(({ value }) => value),
    diagnostics: [...selected, ...config.incompleteStores].flatMap(({ diagnostics }) => diagnostics),
  };
}

/** @param refused what is said of a file store; null where it needs no tables */
function selectStore(
  config: Config,
  store: StoreConfig,
  refused: "MXC0121" | "MXC0122" | null,
): Checked<readonly Target[]> {
  const { name, type, dialect, places } = store;
  if (hasErrors(store.problems)) return { value: [], diagnostics: store.problems };
  if (dialect === "unknown") {
    return { value: [], diagnostics: [diagnose("MXC0120", { store: name, type, known: STORE_TYPES }, places.type)] };
  }
  if (dialect === "not-sql") {
    const args = { store: name, kind: store.kind ?? "" };
    return { value: [], diagnostics: refused === null ? store.problems : [diagnose(refused, args, places.type)] };
  }
  return {
    value: [targetOf(config, store, dialect)],
    diagnostics: [...store.problems, ...checkFallbacks(config, store), ...checkPrefix(store)],
  };
}

function targetOf(config: Config, store: StoreConfig, dialect: DialectName): Target {
  return {
    name: store.name,
    dialect,
    isStore: true,
    tablePrefix: store.tablePrefix,
    displayUrl: store.displayUrl,
    mapDatatype: config.enableMapDatatype,
    mapDatatypeSpan: config.places.enableMapDatatype,
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
