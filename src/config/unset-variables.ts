// Settings that refer to variables nobody set. Metaxy makes nothing of such a reference without a word; where outputs depend
// on the setting, tables would lose their prefix.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { type Environment, findUnset } from "./interpolate.ts";
import { type ConfigNode, type ConfigPath, dottedPath, findNode } from "./tree.ts";

/** What outputs depend on, but for stores, which matter once they are selected. */
const USED: readonly ConfigPath[] = [
  ["project"],
  ["hash_truncation_length"],
  ["auto_create_tables"],
  ["enable_map_datatype"],
  ["extra_features"],
  ["metaxy_lock_path"],
  ["ext", "sqlmodel"],
  ["ext", "sqlalchemy"],
  ["ext", "compile"],
];

/** Reports the references in settings that are always used. */
export function checkVariables(tree: ConfigNode, env: Environment): readonly Diagnostic[] {
  return checkVariablesAt(USED, tree, [], env);
}

/** Reports the references in all texts at and below some paths of a tree that stands at `at`. */
export function checkVariablesAt(
  paths: readonly ConfigPath[],
  tree: ConfigNode,
  at: ConfigPath,
  env: Environment,
): readonly Diagnostic[] {
  return paths.flatMap((path) => checkNode(findNode(tree, path), [...at, ...path], env));
}

function checkNode(node: ConfigNode | null, path: ConfigPath, env: Environment): readonly Diagnostic[] {
  if (node === null) return [];
  if (node.kind === "list") return node.items.flatMap((item, index) => checkNode(item, [...path, index], env));
  if (node.kind === "table") {
    return [...node.entries].flatMap(([key, child]) => checkNode(child, [...path, key], env));
  }
  const variables = unsetIn(node, env);
  return variables.length === 0 ? [] : [diagnose("MXC0131", { key: dottedPath(path), variables }, node.origin.value)];
}

/** The unset variables in a value; in one that a variable holds, nothing is replaced. */
export function unsetIn(node: ConfigNode | null, env: Environment): readonly string[] {
  if (node?.kind !== "scalar" || typeof node.written !== "string" || node.origin.variable !== null) return [];
  return findUnset(node.written, env);
}
