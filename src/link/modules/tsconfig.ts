// What a `tsconfig.json` says about module names and places, with what it extends: aliases, conditions, outputs.

import type { Host } from "../../model/host.ts";
import { asObject, asStrings, type Members, readJsonObject } from "./json-file.ts";
import { ancestorsOf, directoryOf, joinPath } from "./paths.ts";

/** `"@app/*": ["src/*"]`, split at the star; the targets are relative to the project's root. */
export interface PathAlias {
  readonly before: string;
  /** Null for an alias without a star. */
  readonly after: string | null;
  readonly targets: readonly string[];
}

/** What a `tsconfig.json` says about module names. */
export interface PathAliases {
  readonly aliases: readonly PathAlias[];
  readonly baseUrl: string | null;
  /** Conditions of `exports` and `imports` that hold besides the usual ones. */
  readonly conditions: readonly string[];
}

/** Where the compiler puts what it makes, and the folders that the sources of that are in, likeliest first. */
export interface OutputFolders {
  readonly outputs: readonly string[];
  readonly sources: readonly string[];
}

interface CompilerPaths {
  readonly paths: Members | null;
  /** The folder of the file that has `paths`: the targets are relative to it unless there is a `baseUrl`. */
  readonly pathsBase: string;
  readonly baseUrl: string | null;
  readonly conditions: readonly string[] | null;
  readonly outDir: string | null;
  readonly declarationDir: string | null;
  readonly rootDir: string | null;
  /** The folders of `include`, without their patterns. */
  readonly included: readonly string[] | null;
}

const NOTHING: CompilerPaths = {
  paths: null,
  pathsBase: "",
  baseUrl: null,
  conditions: null,
  outDir: null,
  declarationDir: null,
  rootDir: null,
  included: null,
};

/** Reads one `tsconfig.json` and what it extends; null where there is no such file. */
export function readPathAliases(host: Host, directory: string): PathAliases | null {
  const path = joinPath(directory, "tsconfig.json");
  const config = readJsonObject(host, path);
  if (config === null) return null;
  const own = readCompilerPaths(host, path, directory, new Map());
  const found = own.paths === null && own.baseUrl === null ? readReferences(host, directory, config) : own;
  const base = found.baseUrl ?? found.pathsBase;
  const aliases = Object.entries(found.paths ?? {}).map(([pattern, targets]) =>
    toAlias(
      pattern,
      asStrings(targets).map((target) => place(target, base, directory)),
    ),
  );
  return { aliases, baseUrl: found.baseUrl, conditions: own.conditions ?? found.conditions ?? [] };
}

/**
 * Where the outputs of a package's projects come from: its `tsconfig.json`, what that refers to inside the package, and
 * `tsconfig.build.json`, by custom the one that emits where the first does not.
 */
export function readOutputFolders(host: Host, directory: string): readonly OutputFolders[] {
  const path = joinPath(directory, "tsconfig.json");
  const config = readJsonObject(host, path);
  const referred = config === null ? [] : referencesOf(directory, config).filter((file) => isInside(directory, file));
  return [path, ...referred, joinPath(directory, "tsconfig.build.json")].flatMap((file) => {
    const found = readCompilerPaths(host, file, directoryOf(file), new Map());
    const outputs = [found.outDir, found.declarationDir].filter((folder) => folder !== null);
    const sources = found.rootDir === null ? [...(found.included ?? []), directoryOf(file)] : [found.rootDir];
    return outputs.length === 0 ? [] : [{ outputs, sources }];
  });
}

/** Whether a path is below a folder. */
export function isInside(directory: string, path: string): boolean {
  return directory === "" ? !path.startsWith("..") : path.startsWith(`${directory}/`);
}

/** A solution file without options of its own: the first referenced project that has some. */
function readReferences(host: Host, directory: string, config: Members): CompilerPaths {
  for (const file of referencesOf(directory, config)) {
    const found = readCompilerPaths(host, file, directoryOf(file), new Map());
    if (found.paths !== null || found.baseUrl !== null) return found;
  }
  return NOTHING;
}

function referencesOf(directory: string, config: Members): readonly string[] {
  const references = Array.isArray(config.references) ? config.references : [];
  const paths = references.map((reference) => asObject(reference)?.path).filter((path) => typeof path === "string");
  return paths.map((path) => joinPath(directory, path.endsWith(".json") ? path : `${path}/tsconfig.json`));
}

/** `known`: the files read so far, each once, however many extend it; one that extends itself has nothing to give yet. */
function readCompilerPaths(host: Host, path: string, root: string, known: Map<string, CompilerPaths>): CompilerPaths {
  const before = known.get(path);
  if (before !== undefined) return before;
  known.set(path, NOTHING);
  const config = readJsonObject(host, path);
  if (config === null) return NOTHING;
  const directory = directoryOf(path);
  let found = NOTHING;
  for (const base of asStrings(config.extends)) {
    const file = findExtended(host, directory, base);
    if (file !== null) found = override(found, readCompilerPaths(host, file, root, known));
  }
  found = override(found, ownPaths(config, directory, root));
  known.set(path, found);
  return found;
}

function ownPaths(config: Members, directory: string, root: string): CompilerPaths {
  const options = asObject(config.compilerOptions);
  const folder = (value: unknown) => (typeof value === "string" ? place(value, directory, root) : null);
  return {
    paths: asObject(options?.paths),
    pathsBase: directory,
    baseUrl: folder(options?.baseUrl),
    conditions: Array.isArray(options?.customConditions) ? asStrings(options.customConditions) : null,
    outDir: folder(options?.outDir),
    declarationDir: folder(options?.declarationDir),
    rootDir: folder(options?.rootDir),
    included: Array.isArray(config.include)
      ? asStrings(config.include).map((pattern) => place(pattern.replace(/(?:^|\/)[^/]*[*?].*$/, ""), directory, root))
      : null,
  };
}

/** A path in a configuration file; `${configDir}` is the folder of the file that extends the others. */
function place(path: string, directory: string, root: string): string {
  const marker = "$" + "{configDir}";
  return path.startsWith(marker) ? joinPath(root, path.slice(marker.length)) : joinPath(directory, path);
}

function override(base: CompilerPaths, own: CompilerPaths): CompilerPaths {
  const { paths, pathsBase } = own.paths === null ? base : own;
  return {
    paths,
    pathsBase,
    baseUrl: own.baseUrl ?? base.baseUrl,
    conditions: own.conditions ?? base.conditions,
    outDir: own.outDir ?? base.outDir,
    declarationDir: own.declarationDir ?? base.declarationDir,
    rootDir: own.rootDir ?? base.rootDir,
    included: own.included ?? base.included,
  };
}

function findExtended(host: Host, directory: string, name: string): string | null {
  const relative = name.startsWith("./") || name.startsWith("../") || name === "." || name === "..";
  const places = relative
    ? [joinPath(directory, name)]
    : ancestorsOf(directory).map((at) => joinPath(at, `node_modules/${name}`));
  const candidates = places.flatMap((path) => [path, `${path}.json`, `${path}/tsconfig.json`]);
  return candidates.find((path) => host.readFile(path) !== null) ?? null;
}

function toAlias(pattern: string, targets: readonly string[]): PathAlias {
  const star = pattern.indexOf("*");
  const before = star < 0 ? pattern : pattern.slice(0, star);
  return { before, after: star < 0 ? null : pattern.slice(star + 1), targets };
}

/** The places an alias sends a specifier to, best first; empty when no alias fits. */
export function expandAliases(aliases: readonly PathAlias[], specifier: string): readonly string[] {
  let best: PathAlias | null = null;
  for (const alias of aliases) {
    if (alias.after === null && alias.before === specifier) return alias.targets;
    if (alias.after !== null && matches(alias, specifier) && alias.before.length > (best?.before.length ?? -1)) {
      best = alias;
    }
  }
  if (best === null) return [];
  const middle = specifier.slice(best.before.length, specifier.length - (best.after ?? "").length);
  return best.targets.map((target) => target.replace("*", () => middle));
}

function matches(alias: PathAlias, specifier: string): boolean {
  const after = alias.after ?? "";
  const long = specifier.length >= alias.before.length + after.length;
  return long && specifier.startsWith(alias.before) && specifier.endsWith(after);
}
