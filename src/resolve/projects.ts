// Which project each feature belongs to: the class's own word, else its package's, else the configuration's.

import type { FeatureDecl } from "../model/feature.ts";
import type { Host } from "../model/host.ts";
import type { Located } from "../model/span.ts";

/** The project of features when neither they, nor a package, nor the configuration name one. */
const UNNAMED_PROJECT = "default";

/** How far above the project's root a `package.json` is looked for. */
const LEVELS_ABOVE_ROOT = 16;

/** A project's name and who gave it. */
export interface ProjectOf {
  readonly name: string;
  readonly source:
    | { readonly kind: "class"; readonly static: Located<string> }
    | { readonly kind: "package"; readonly file: string; readonly property: "metaxy.project" | "name" }
    | { readonly kind: "unreadable"; readonly file: string }
    | { readonly kind: "configuration" }
    | { readonly kind: "none" };
}

/** What a `package.json` says about its project. */
type PackageProject =
  | {
      readonly kind: "named";
      readonly file: string;
      readonly name: string;
      readonly property: "metaxy.project" | "name";
    }
  | { readonly kind: "unreadable"; readonly file: string }
  | { readonly kind: "none" };

/** Finds the project of every feature; looks at each folder once. */
export function projectsOf(
  decls: readonly FeatureDecl[],
  configured: string | null,
  host: Host,
): ReadonlyMap<FeatureDecl, ProjectOf> {
  const packages = new Map<string, PackageProject>();
  return new Map(decls.map((decl) => [decl, projectOf(decl, configured, host, packages)]));
}

function projectOf(
  decl: FeatureDecl,
  configured: string | null,
  host: Host,
  packages: Map<string, PackageProject>,
): ProjectOf {
  if (decl.project !== null) return { name: decl.project.value, source: { kind: "class", static: decl.project } };
  const found = packageProject(folderOf(decl.span.file), host, packages);
  if (found.kind === "named") return { name: found.name, source: { ...found, kind: "package" } };
  const name = configured ?? UNNAMED_PROJECT;
  if (found.kind === "unreadable") return { name, source: found };
  return { name, source: { kind: configured === null ? "none" : "configuration" } };
}

/** The nearest `package.json` at or above a folder that names a project or a package. */
function packageProject(folder: string, host: Host, known: Map<string, PackageProject>): PackageProject {
  const passed: string[] = [];
  let found: PackageProject | undefined;
  for (let at: string | null = folder; at !== null && found === undefined; at = parentFolder(at)) {
    found = known.get(at);
    if (found !== undefined) break;
    passed.push(at);
    const file = at === "" ? "package.json" : `${at}/package.json`;
    const text = host.readFile(file);
    if (text !== null) found = readPackage(text, file);
  }
  const result = found ?? { kind: "none" };
  for (const at of passed) known.set(at, result);
  return result;
}

/** Undefined for a package that has no name, e.g. one that only says `"type": "module"`: the search goes on above it. */
function readPackage(text: string, file: string): PackageProject | undefined {
  const json = parse(text);
  if (json === undefined) return { kind: "unreadable", file };
  const project = member(member(json, "metaxy"), "project");
  if (typeof project === "string") return { kind: "named", file, name: project, property: "metaxy.project" };
  const name = member(json, "name");
  return typeof name === "string"
    ? { kind: "named", file, name: name.replace(/^@[^/]*\//, ""), property: "name" }
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function folderOf(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash < 0 ? "" : file.slice(0, slash);
}

/** The folder above, relative to the root; null at the top of what is searched. */
function parentFolder(folder: string): string | null {
  if (/^(?:\.\.(?:\/|$))*$/.test(folder)) {
    const levels = folder === "" ? 0 : folder.split("/").length;
    return levels < LEVELS_ABOVE_ROOT ? [...Array.from({ length: levels + 1 }, () => "..")].join("/") : null;
  }
  return folderOf(folder);
}
