// Configuration files → one tree: the file itself over the files it extends. Nothing is interpolated yet.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { type ConfigInput, isPyproject, readText } from "./find-config.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { relativeToRoot } from "./paths.ts";
import { readToml } from "./toml.ts";
import { type ConfigNode, childOf, NOWHERE, type ScalarNode, type TableNode, tableOf, tableUnder } from "./tree.ts";

/** The merged tree with what is needed to report about it. */
export interface ReadConfig {
  readonly tree: TableNode;
  /** Text of every file read, by the path that spans name, with secrets masked: what code frames may show. */
  readonly sources: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reading {
  readonly input: ConfigInput;
  readonly root: string;
  readonly sources: Map<string, string>;
  readonly diagnostics: Diagnostic[];
}

/** Reads a file and what it extends. `root` is the directory that spans are relative to. */
export function readConfig(path: string, root: string, input: ConfigInput): ReadConfig {
  const reading: Reading = { input, root, sources: new Map(), diagnostics: [] };
  return { tree: readExtended(path, [], reading), sources: reading.sources, diagnostics: reading.diagnostics };
}

function readExtended(path: string, children: readonly string[], reading: Reading): TableNode {
  const own = readSection(path, reading);
  const parent = childOf(own, "extend");
  if (parent?.kind !== "scalar" || typeof parent.value !== "string") return own;
  const parentPath = findParent(path, parent, [...children, path], reading);
  return parentPath === null ? own : mergeExtended(readExtended(parentPath, [...children, path], reading), own);
}

/** The file that `extend` names, relative to the file that says so; null after a diagnostic. */
function findParent(path: string, extend: ScalarNode, chain: readonly string[], reading: Reading): string | null {
  const { paths } = reading.input;
  const named = String(extend.value);
  const parent = paths.resolve(paths.dirname(path), named);
  if (chain.includes(parent)) {
    const files = [...chain.slice(chain.indexOf(parent)), parent];
    const cycle = files.map((file) => relativeToRoot(paths, reading.root, file));
    reading.diagnostics.push(diagnose("MXC0103", { cycle }, extend.origin.value));
    return null;
  }
  if (readText(parent, reading.input) === null) {
    reading.diagnostics.push(diagnose("MXC0102", { path: named }, extend.origin.value));
    return null;
  }
  return parent;
}

/** The settings of one file: `[tool.metaxy]` of a `pyproject.toml`, the whole of any other. */
function readSection(path: string, { input, root, sources, diagnostics }: Reading): TableNode {
  const text = readText(path, input) ?? "";
  const file = relativeToRoot(input.paths, root, path);
  const document = readToml(text, file);
  sources.set(file, maskSecrets(text, document.kind === "document" ? document.root : null));
  if (document.kind === "invalid") {
    diagnostics.push(diagnose("MXC0101", { reason: document.reason }, document.span));
    return tableOf([], NOWHERE);
  }
  if (!isPyproject(path, input.paths)) return document.root;
  const section = tableUnder(tableUnder(document.root, "tool"), "metaxy");
  if (section === null) diagnostics.push(diagnose("MXC0104", { path: file }, null));
  return section ?? tableOf([], NOWHERE);
}

/** Metaxy's rule: tables merge one level deep, lists are appended to the parent's, anything else is replaced. */
function mergeExtended(parent: TableNode, child: TableNode): TableNode {
  const entries = new Map(parent.entries);
  for (const [key, own] of child.entries) {
    const inherited = parent.entries.get(key);
    entries.set(key, inherited === undefined ? own : mergeValue(inherited, own));
  }
  return tableOf(entries, child.origin);
}

function mergeValue(inherited: ConfigNode, own: ConfigNode): ConfigNode {
  if (inherited.kind === "table" && own.kind === "table") {
    return tableOf([...inherited.entries, ...own.entries], own.origin);
  }
  if (inherited.kind === "list" && own.kind === "list") {
    return { ...own, items: [...inherited.items, ...own.items] };
  }
  return own;
}
