// A tree and a schema → typed settings, with a diagnostic per mistake at the place (or for the variable) that made it.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { checkSchema, homeOfKey, type Schema, type SchemaIssue } from "./schema.ts";
import { isStoreKey } from "./schema-stores.ts";
import { type ConfigNode, type ConfigPath, dottedPath, findNode, plainValue, withoutNodes } from "./tree.ts";

/** One mistake, and the path of the value that it was found in. */
export interface Mistake {
  readonly path: ConfigPath;
  readonly diagnostic: Diagnostic;
}

/**
 * Checks a tree. Every mistake is reported; what does not fit is left out, so that the settings around it survive.
 *
 * @param at where the tree stands in the whole configuration, for messages
 * @returns null only when the tree as a whole does not fit
 */
export function validate<T>(schema: Schema<T>, tree: ConfigNode, at: ConfigPath): Checked<T | null> {
  const { value, mistakes } = findMistakes(schema, tree, at);
  return { value, diagnostics: mistakes.map(({ diagnostic }) => diagnostic) };
}

/** The same, with the place of each mistake in the tree. */
export function findMistakes<T>(
  schema: Schema<T>,
  tree: ConfigNode,
  at: ConfigPath,
): { readonly value: T | null; readonly mistakes: readonly Mistake[] } {
  const first = checkSchema(schema, plainValue(tree));
  if (first.ok) return { value: first.data, mistakes: [] };
  const mistakes = withoutEchoes(first.issues, tree).flatMap((issue) =>
    describeIssue(issue, tree, at).map((diagnostic) => ({ path: issue.path, diagnostic })),
  );
  return { value: salvage(schema, tree, first.issues), mistakes };
}

/** A table with unknown keys may not fit only because of them, or lack the key that one of them should be: one mistake. */
function withoutEchoes(issues: readonly SchemaIssue[], tree: ConfigNode): readonly SchemaIssue[] {
  const unknown = new Map(
    issues.filter(({ kind }) => kind === "unknown").map((issue) => [issue.path.join("\0"), issue] as const),
  );
  const lacks = ({ path }: SchemaIssue) => {
    const owner = unknown.get(path.slice(0, -1).join("\0"));
    const missing = owner !== undefined && findNode(tree, path) === null;
    return missing && isMisspelt(String(path.at(-1)), owner.keys, owner.known);
  };
  return issues.filter((issue) => issue.kind === "unknown" || !(unknown.has(issue.path.join("\0")) || lacks(issue)));
}

/** Whether one of the given keys, none of those a table knows, was meant to be the key that is missing. */
export function isMisspelt(missing: string, given: readonly string[], known: readonly string[]): boolean {
  return given.some((key) => !known.includes(key) && suggest(key, known) === missing);
}

/** Leaves out what does not fit until the rest does. */
function salvage<T>(schema: Schema<T>, tree: ConfigNode, issues: readonly SchemaIssue[]): T | null {
  const misfits = issues.flatMap((issue) => findMisfits(issue, tree));
  if (misfits.length === 0) return null;
  const rest = withoutNodes(tree, misfits);
  const result = checkSchema(schema, plainValue(rest));
  return result.ok ? result.data : salvage(schema, rest, result.issues);
}

/** Where something does not fit; a table that lacks a key does not as a whole. */
function findMisfits({ kind, path, keys }: SchemaIssue, tree: ConfigNode): readonly ConfigPath[] {
  if (kind === "unknown") return keys.map((key) => [...path, key]);
  const misfit = findNode(tree, path) === null ? path.slice(0, -1) : path;
  return misfit.length === 0 ? [] : [misfit];
}

function describeIssue(issue: SchemaIssue, tree: ConfigNode, at: ConfigPath): readonly Diagnostic[] {
  const path = [...at, ...issue.path];
  if (issue.kind === "unknown") {
    return issue.keys.map((key) => unknownKey(key, path, issue.known, findNode(tree, [...issue.path, key])));
  }
  const node = findNode(tree, issue.path);
  if (node === null) return [missingKey(path, tree, issue.path.slice(0, -1))];
  return [wrongValue(issue, path, node)];
}

function unknownKey(key: string, table: ConfigPath, known: readonly string[], node: ConfigNode | null): Diagnostic {
  const variable = node?.origin.variable ?? null;
  if (variable !== null) return diagnose("MXC0113", { variable, key, table: nameTable(table), known }, null);
  const args = { key, table: nameTable(table), known, home: findHome(key, table) };
  return diagnose("MXC0110", args, node?.origin.key ?? null);
}

/** The table that a key of Metaxy or of ours was meant for, where keys are often put into the wrong one. */
function findHome(key: string, table: ConfigPath): string | null {
  const [first] = table;
  if (first === "stores" && table.length === 2) return isStoreKey(key) ? nameTable([...table, "config"]) : null;
  return table.length === 0 || (first === "ext" && table.length === 2) ? homeOfKey(key) : null;
}

function missingKey(path: ConfigPath, tree: ConfigNode, owner: ConfigPath): Diagnostic {
  const key = String(path.at(-1) ?? "");
  const table = path.slice(0, -1);
  const node = findNode(tree, owner);
  const variable = node?.origin.variable ?? null;
  const sameName = variable === null ? null : findSameName(tree, owner);
  return diagnose("MXC0114", { key, table: nameTable(table), variable, sameName }, node?.origin.key ?? null);
}

/** A sibling whose name differs in case only: the environment cannot reach it. */
function findSameName(tree: ConfigNode, path: ConfigPath): string | null {
  const name = String(path.at(-1) ?? "");
  const parent = findNode(tree, path.slice(0, -1));
  if (parent?.kind !== "table") return null;
  return [...parent.entries.keys()].find((key) => key !== name && key.toLowerCase() === name) ?? null;
}

function wrongValue({ expected, choices }: SchemaIssue, path: ConfigPath, node: ConfigNode): Diagnostic {
  const showText = choices.length > 0 || path[0] !== "stores";
  const args = { key: dottedPath(path), expected, choices, found: describeValue(node, showText) };
  const { variable } = node.origin;
  if (variable !== null) return diagnose("MXC0112", { ...args, variable }, null);
  return diagnose("MXC0111", args, node.origin.value);
}

/** What stands there. Text that was interpolated may hold a secret; so may any text where `showText` is false. */
function describeValue(node: ConfigNode, showText: boolean): string {
  if (node.kind === "list") return "a list";
  if (node.kind === "table") return "a table";
  const { value, written } = node;
  if (typeof value === "number" || typeof value === "bigint") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  if (value === null) return "null";
  if (value instanceof Date) return "a date";
  const isPlain = written === value || node.origin.variable !== null;
  return isPlain && showText ? `'${value}'` : "a string";
}

/** `[ext.compile]`, or the words for the root. */
function nameTable(path: ConfigPath): string {
  return path.length === 0 ? "the configuration" : `[${dottedPath(path)}]`;
}
