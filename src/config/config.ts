// The configuration: found, read, merged with the environment, validated. Comes in as texts and variables, goes out as
// plain data; nothing here touches the disk.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { ExtraFeatures } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import { compareText } from "../model/text-order.ts";
import { readDotenv } from "./dotenv.ts";
import { overlay, readEnvironment } from "./environment.ts";
import { readExtraFeatures } from "./extra-features.ts";
import { type ConfigInput, findConfig } from "./find-config.ts";
import { findIncompleteStores, type IncompleteStore, storeOf } from "./incomplete-stores.ts";
import { type Environment, interpolate } from "./interpolate.ts";
import { relativeToRoot } from "./paths.ts";
import { type ReadConfig, readConfig } from "./read-config.ts";
import { type ConfigData, configSchema, EXTENSIONS, SETTINGS } from "./schema.ts";
import { readSettings, type Settings } from "./settings.ts";
import { defaultStore, readStore, type StoreConfig, type Variables } from "./stores.ts";
import { type ConfigNode, childOf, findNode, NOWHERE, type TableNode, tableOf, tableUnder } from "./tree.ts";
import { checkVariables, checkVariablesAt } from "./unset-variables.ts";
import { findMistakes } from "./validate.ts";

/** Everything that was configured. */
export interface Config extends Settings {
  /** Absolute; null when there is no file. */
  readonly configFile: string | null;
  /** The directory of the configuration file, else the working directory. Absolute; configured paths start here. */
  readonly root: string;
  /** The configuration file relative to the root, as spans name it. */
  readonly file: string | null;
  /** Texts of the configuration files by the paths that spans name, secrets masked at the same length. */
  readonly sources: ReadonlyMap<string, string>;
  /** Names of the environment variables that were asked for, set or not, sorted: what a cached result depends on. */
  readonly environment: readonly string[];
  readonly places: ConfigPlaces;
  /** What is wrong with the name of the default store, which matters where no other store is named. */
  readonly storeProblems: readonly Diagnostic[];
  /** In the order of the file. Hold secrets. */
  readonly stores: readonly StoreConfig[];
  /** Stores that Metaxy leaves out. */
  readonly incompleteStores: readonly IncompleteStore[];
  /** False when a mistake that was reported leaves stores out: a store that is missing is then no further mistake. */
  readonly storesAreComplete: boolean;
  /** The lock file relative to the root; null when it does not exist. */
  readonly lockFile: string | null;
  /** Where it is or would be, relative to the root. */
  readonly lockPath: string;
  readonly extraFeatures: ExtraFeatures;
}

/** Where settings are written; null for what is not written in a file. */
interface ConfigPlaces {
  /** The name of the default store. */
  readonly store: Span | null;
  readonly enableMapDatatype: Span | null;
  /** Of `ext.sqlmodel`, else of `ext.sqlalchemy`. */
  readonly injectPrimaryKey: Span | null;
}

/**
 * Loads the configuration. The value is complete even when there are diagnostics: what does not fit takes its default.
 *
 * @example loadConfig({ env: process.env, explicitPath: null, workingDirectory: process.cwd(), readFile, paths: path })
 */
export function loadConfig(surroundings: ConfigInput): Checked<Config> {
  const { value: input, diagnostics: misread } = withDotenv(surroundings);
  const asked = new Set<string>();
  const { value: configFile, diagnostics: notFound } = findConfig(input, asked);
  const root = configFile === null ? input.workingDirectory : input.paths.dirname(configFile);
  const read = configFile === null ? nothingRead() : readConfig(configFile, root, input);
  const fromFile = interpolate(read.tree, input.env, asked);
  const tree = overlay(fromFile, readEnvironment(input.env, SETTINGS, asked)) as TableNode;
  const { value: data, mistakes } = findMistakes(configSchema, tree, []);
  const incompleteStores = findIncompleteStores(tree, mistakes);
  const incomplete = new Set<string | null>(incompleteStores.map(({ name }) => name));
  const wrong = mistakes.filter((mistake) => !incomplete.has(storeOf(mistake)));
  const invalid = instead(
    checkVariables(tree, input.env),
    wrong.map(({ diagnostic }) => diagnostic),
  );
  const stores = readStores(data?.stores ?? {}, tree, { env: input.env, asked });
  const lock = findLock(data?.metaxy_lock_path ?? null, root, tree, input);
  const unread = [...misread, ...notFound, ...read.diagnostics];
  const isRead = notFound.length + read.diagnostics.length === 0;
  const isBare = configFile === null && stores.value.length === 0;
  const config: Config = {
    ...readSettings(data ?? {}, configFile !== null),
    configFile,
    root,
    file: configFile === null ? null : relativeToRoot(input.paths, root, configFile),
    sources: read.sources,
    environment: [...asked].sort(compareText),
    places: findPlaces(tree),
    storeProblems: checkVariablesAt([["store"]], tree, [], input.env),
    stores: isBare ? [defaultStore()] : stores.value,
    incompleteStores,
    storesAreComplete: isRead && areStoresRead(tree, [...stores.value, ...incompleteStores]),
    lockFile: lock.value,
    lockPath: relativeToRoot(input.paths, root, lockPath(data?.metaxy_lock_path, root, input)),
    extraFeatures: readExtraFeatures(data?.extra_features, tree),
  };
  const checks = [...stores.diagnostics, ...lock.diagnostics, ...checkExtensions(tree)];
  return { value: config, diagnostics: [...unread, ...invalid, ...checks] };
}

/** Metaxy's command line adds the variables of `./.env`, unless python-dotenv is told not to. */
function withDotenv(input: ConfigInput): Checked<ConfigInput> {
  const isDisabled = /^(?:1|true|t|yes|y)$/i.test(input.env.PYTHON_DOTENV_DISABLED ?? "");
  const text = isDisabled ? null : input.readFile(input.paths.resolve(input.workingDirectory, ".env"));
  if (text === null) return { value: input, diagnostics: [] };
  const { variables, misread } = readDotenv(text, input.env);
  const env: Environment = { ...variables, ...input.env };
  return { value: { ...input, env }, diagnostics: misread.map((line) => diagnose("MXC0134", { line }, null)) };
}

/** Diagnostics and others of which none stands at the same place. */
function instead(found: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const places = new Set(found.map(({ primary }) => primary));
  return [...found, ...others.filter(({ primary }) => primary === null || !places.has(primary))];
}

function findPlaces(tree: ConfigNode): ConfigPlaces {
  const place = (path: readonly string[]) => findNode(tree, path)?.origin.value ?? null;
  const own = ["ext", "sqlmodel", "inject_primary_key"];
  return {
    store: place(["store"]),
    enableMapDatatype: place(["enable_map_datatype"]),
    injectPrimaryKey: place(["ext", findNode(tree, own) === null ? "sqlalchemy" : "sqlmodel", "inject_primary_key"]),
  };
}

function nothingRead(): ReadConfig {
  return { tree: tableOf([], NOWHERE), sources: new Map(), diagnostics: [] };
}

function readStores(
  stores: NonNullable<ConfigData["stores"]>,
  tree: ConfigNode,
  world: Variables,
): Checked<readonly StoreConfig[]> {
  const read = Object.entries(stores).map(([name, { type }]) =>
    readStore(name, type, findNode(tree, ["stores", name]) ?? tableOf([], NOWHERE), world),
  );
  return { value: read.map(({ value }) => value), diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

function lockPath(named: string | null | undefined, root: string, { paths }: ConfigInput): string {
  return paths.resolve(root, named ?? "metaxy.lock");
}

/** `metaxy.lock` beside the configuration is read when it is there; one that was asked for should be. */
function findLock(named: string | null, root: string, tree: ConfigNode, input: ConfigInput): Checked<string | null> {
  const path = lockPath(named, root, input);
  if (input.readFile(path) !== null) return { value: relativeToRoot(input.paths, root, path), diagnostics: [] };
  if (named === null) return { value: null, diagnostics: [] };
  const place = childOf(tree, "metaxy_lock_path")?.origin.value ?? null;
  return { value: null, diagnostics: [diagnose("MXC0105", { path: named }, place)] };
}

/** Whether `store` and every one of `stores` is of the kind it has to be. */
function areStoresRead(tree: ConfigNode, read: readonly unknown[]): boolean {
  const stores = childOf(tree, "stores");
  if (stores !== null && stores.kind !== "table") return false;
  return (childOf(tree, "store")?.kind ?? "scalar") === "scalar" && read.length === (stores?.entries.size ?? 0);
}

/** Extensions may have any name, so a misspelt one is only worth a warning. */
function checkExtensions(tree: ConfigNode): readonly Diagnostic[] {
  const names = [...(tableUnder(tree, "ext")?.entries ?? [])];
  return names.flatMap(([name, node]) => {
    const suggestion = EXTENSIONS.some((known) => known === name) ? "" : didYouMean(name, EXTENSIONS);
    return suggestion === "" ? [] : [diagnose("MXC0115", { name, suggestion }, node.origin.key)];
  });
}
