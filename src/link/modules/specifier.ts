// Module specifier → file. In comes what stands between the quotes of an import, out goes a path relative to the
// project's root. Reads configuration through the host, never a module's code.

import type { Host } from "../../model/host.ts";
import { isBuiltinModule } from "./builtin-modules.ts";
import { DSL_SPECIFIERS } from "./dsl.ts";
import { type Members, readJsonObject } from "./json-file.ts";
import { findInternalTargets, findPackageTargets } from "./package-json.ts";
import { ancestorsOf, directoryOf, joinPath, parentDirectory } from "./paths.ts";
import { isDeclarationFile } from "./scope.ts";
import {
  expandAliases,
  isInside,
  type OutputFolders,
  type PathAliases,
  readOutputFolders,
  readPathAliases,
} from "./tsconfig.ts";

/** What a specifier stands for. */
export type Target =
  | { readonly kind: "file"; readonly path: string }
  /** The authoring library. */
  | { readonly kind: "dsl" }
  /** A module of Node.js. */
  | { readonly kind: "builtin" }
  | { readonly kind: "missing" };

/** Resolves specifiers; remembers what it found. */
export interface SpecifierResolver {
  readonly host: Host;
  /** Whether a file exists. */
  readonly exists: (path: string) => boolean;
  /** What the specifiers met in a folder stand for; the files of a folder share one map. */
  readonly byDirectory: Map<string, Map<string, Target>>;
  readonly byFile: Map<string, Map<string, Target>>;
  readonly aliases: Map<string, PathAliases | null>;
  readonly packages: Map<string, Members | null>;
  /** By the folder of a package. */
  readonly outputs: Map<string, readonly OutputFolders[]>;
}

/** A resolver that has read nothing yet. */
export function createSpecifierResolver(host: Host, exists: (path: string) => boolean): SpecifierResolver {
  return {
    host,
    exists,
    byDirectory: new Map(),
    byFile: new Map(),
    aliases: new Map(),
    packages: new Map(),
    outputs: new Map(),
  };
}

/** Extensions tried for a path without one, and the source extensions an emitted one stands for. */
const SOURCES: readonly (readonly [emitted: string, sources: readonly string[]])[] = [
  [".js", [".ts", ".tsx", ".d.ts"]],
  [".jsx", [".tsx", ".d.ts"]],
  [".mjs", [".mts", ".d.mts"]],
  [".cjs", [".cts", ".d.cts"]],
];
const EXTENSIONS = [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".d.mts", ".d.cts", ".js", ".jsx", ".mjs", ".cjs"];

/** The file, or the well-known module, that `specifier` means in the file `from`. Memoised. */
export function resolveSpecifier(resolver: SpecifierResolver, from: string, specifier: string): Target {
  if (DSL_SPECIFIERS.has(specifier)) return DSL;
  const known = resolver.byFile.get(from) ?? shareTargets(resolver, from);
  const target = known.get(specifier);
  if (target !== undefined) return target;
  const found = findTarget(resolver, directoryOf(from), specifier);
  known.set(specifier, found);
  return found;
}

/** Files of one folder mean the same by the same specifier. */
function shareTargets(resolver: SpecifierResolver, file: string): Map<string, Target> {
  const directory = directoryOf(file);
  const targets = resolver.byDirectory.get(directory) ?? new Map<string, Target>();
  resolver.byDirectory.set(directory, targets);
  resolver.byFile.set(file, targets);
  return targets;
}

const DSL: Target = { kind: "dsl" };

function findTarget(resolver: SpecifierResolver, directory: string, specifier: string): Target {
  const own = isRelative(specifier)
    ? findFile(resolver, joinPath(directory, specifier))
    : findAliased(resolver, directory, specifier);
  if (own === null && isBuiltinModule(specifier)) return { kind: "builtin" };
  const path = own ?? (isRelative(specifier) ? null : findInPackages(resolver, directory, specifier));
  return path === null ? { kind: "missing" } : { kind: "file", path };
}

function isRelative(specifier: string): boolean {
  return specifier === "." || specifier === ".." || specifier.startsWith("./") || specifier.startsWith("../");
}

/** Aliases first, then `#names`, and `baseUrl` last. */
function findAliased(resolver: SpecifierResolver, directory: string, specifier: string): string | null {
  const paths = findAliases(resolver, directory);
  return (
    firstFile(resolver, expandAliases(paths?.aliases ?? [], specifier)) ??
    (specifier.startsWith("#") ? findInternal(resolver, directory, specifier) : null) ??
    (paths?.baseUrl == null ? null : findFile(resolver, joinPath(paths.baseUrl, specifier)))
  );
}

function firstFile(resolver: SpecifierResolver, paths: readonly string[]): string | null {
  for (const path of paths) {
    const found = findFile(resolver, path);
    if (found !== null) return found;
  }
  return null;
}

/** A path as TypeScript completes it: `.js` means `.ts`, a missing extension is added, a folder means its index. */
function findFile(resolver: SpecifierResolver, path: string): string | null {
  for (const [emitted, sources] of SOURCES) {
    if (!path.endsWith(emitted)) continue;
    const stem = path.slice(0, -emitted.length);
    const found = sources.map((source) => stem + source).find(resolver.exists);
    if (found !== undefined) return found;
  }
  if (hasExtension(path) && resolver.exists(path)) return path;
  const found = EXTENSIONS.map((extension) => path + extension).find(resolver.exists);
  if (found !== undefined) return found;
  return EXTENSIONS.map((extension) => joinPath(path, `index${extension}`)).find(resolver.exists) ?? null;
}

function hasExtension(path: string): boolean {
  return path.endsWith(".json") || EXTENSIONS.some((extension) => path.endsWith(extension));
}

/** The nearest `tsconfig.json` of a folder. */
function findAliases(resolver: SpecifierResolver, directory: string): PathAliases | null {
  const known = resolver.aliases.get(directory);
  if (known !== undefined) return known;
  const own = readPathAliases(resolver.host, directory);
  const parent = parentDirectory(directory);
  const found = own ?? (parent === null ? null : findAliases(resolver, parent));
  resolver.aliases.set(directory, found);
  return found;
}

function readPackage(resolver: SpecifierResolver, directory: string): Members | null {
  const known = resolver.packages.get(directory);
  if (known !== undefined) return known;
  const json = readJsonObject(resolver.host, joinPath(directory, "package.json"));
  resolver.packages.set(directory, json);
  return json;
}

/** `#name`, through `imports` of the nearest `package.json`. */
function findInternal(resolver: SpecifierResolver, directory: string, specifier: string): string | null {
  for (const at of ancestorsOf(directory)) {
    const json = readPackage(resolver, at);
    if (json === null) continue;
    for (const target of findInternalTargets(json, specifier, conditionsIn(resolver, directory))) {
      const found = target.startsWith("./") ? findSourceOf(resolver, at, target) : findInPackages(resolver, at, target);
      if (found !== null) return found;
    }
    return null;
  }
  return null;
}

/** The package the file is part of, when it goes by that name, else the nearest one in `node_modules`. */
function findInPackages(resolver: SpecifierResolver, directory: string, specifier: string): string | null {
  const parts = specifier.split("/");
  const size = specifier.startsWith("@") ? 2 : 1;
  const name = parts.slice(0, size).join("/");
  const subpath = [".", ...parts.slice(size)].join("/");
  return findInOwnPackage(resolver, directory, name, subpath) ?? findInstalled(resolver, directory, name, subpath);
}

function conditionsIn(resolver: SpecifierResolver, directory: string): readonly string[] {
  return findAliases(resolver, directory)?.conditions ?? [];
}

function findInOwnPackage(
  resolver: SpecifierResolver,
  directory: string,
  name: string,
  subpath: string,
): string | null {
  for (const at of ancestorsOf(directory)) {
    const json = readPackage(resolver, at);
    if (json === null) continue;
    const own = json.name === name && json.exports !== undefined;
    return own ? findInPackage(resolver, at, json, subpath, conditionsIn(resolver, directory)) : null;
  }
  return null;
}

function findInstalled(resolver: SpecifierResolver, directory: string, name: string, subpath: string): string | null {
  for (const at of ancestorsOf(directory)) {
    const link = joinPath(at, `node_modules/${name}`);
    const json = readPackage(resolver, link);
    if (json === null) continue;
    // A workspace is linked into node_modules; its files go by the name they have in the repository.
    const folder = directoryOf(resolver.host.realPath(joinPath(link, "package.json")));
    const found = findInPackage(resolver, folder, json, subpath, conditionsIn(resolver, directory));
    return found === null ? null : resolver.host.realPath(found);
  }
  return null;
}

function findInPackage(
  resolver: SpecifierResolver,
  folder: string,
  json: Members,
  subpath: string,
  conditions: readonly string[],
): string | null {
  for (const target of findPackageTargets(json, subpath, conditions)) {
    const found = findSourceOf(resolver, folder, target);
    if (found !== null) return found;
  }
  return null;
}

/**
 * A file of a package, or the source it is compiled from when the package is one of the repository: whether that has been
 * built makes no difference, and a declaration file would not say what values are.
 */
function findSourceOf(resolver: SpecifierResolver, folder: string, target: string): string | null {
  const path = joinPath(folder, target);
  if (folder.split("/").includes("node_modules")) return findFile(resolver, path);
  const emitted = path.replace(/\.d\.([cm]?)ts$/, ".$1js");
  for (const { outputs, sources } of findOutputs(resolver, folder)) {
    const output = outputs.find((each) => isInside(each, emitted));
    if (output === undefined) continue;
    const places = sources.map((source) => joinPath(source, emitted.slice(output.length)));
    const found = places.map((place) => findFile(resolver, place)).find((each) => each !== null && !isOutput(each));
    if (found !== undefined && found !== null) return found;
  }
  return findFile(resolver, path);
}

/** Anything but a source that the TypeScript compiler would make outputs of. */
function isOutput(path: string): boolean {
  return isDeclarationFile(path) || !/\.[cm]?tsx?$/.test(path);
}

function findOutputs(resolver: SpecifierResolver, folder: string): readonly OutputFolders[] {
  const known = resolver.outputs.get(folder);
  if (known !== undefined) return known;
  const found = readOutputFolders(resolver.host, folder);
  resolver.outputs.set(folder, found);
  return found;
}
