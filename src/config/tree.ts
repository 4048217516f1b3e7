// The configuration as a tree of values that know where they were written: a place in a file, or a variable of the
// environment. Merging and interpolation work on it; validation turns it into typed settings.

import type { Span } from "../model/span.ts";

/** A leaf. Whole numbers that JavaScript cannot hold exactly are `bigint`. */
export type Scalar = string | number | bigint | boolean | Date | null;

/** Where a value comes from. */
export interface Origin {
  /** The environment variable that set it; null for a file. */
  readonly variable: string | null;
  /** The key, where a diagnostic about the key points; null without a place in a file. */
  readonly key: Span | null;
  /** The value, where a diagnostic about the value points. */
  readonly value: Span | null;
}

export interface ScalarNode {
  readonly kind: "scalar";
  readonly value: Scalar;
  /** The value before interpolation: environment variables stand in it as `${NAME}`. Safe to derive output from. */
  readonly written: Scalar;
  readonly origin: Origin;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly ConfigNode[];
  readonly origin: Origin;
}

export interface TableNode {
  readonly kind: "table";
  readonly entries: ReadonlyMap<string, ConfigNode>;
  readonly origin: Origin;
}

export type ConfigNode = ScalarNode | ListNode | TableNode;

/** Steps from the root of a tree to a value: names of keys and positions in lists. */
export type ConfigPath = readonly PropertyKey[];

/** The origin of a table that nobody wrote. */
export const NOWHERE: Origin = { variable: null, key: null, value: null };

/** A table with the given entries. */
export function tableOf(entries: Iterable<readonly [string, ConfigNode]>, origin: Origin): TableNode {
  return { kind: "table", entries: new Map(entries), origin };
}

/** The value under a key; null when the node is no table or has no such key. */
export function childOf(node: ConfigNode | null, key: string): ConfigNode | null {
  return node?.kind === "table" ? (node.entries.get(key) ?? null) : null;
}

/** The table under a key, null for anything else. */
export function tableUnder(node: ConfigNode | null, key: string): TableNode | null {
  const child = childOf(node, key);
  return child?.kind === "table" ? child : null;
}

/** The value at a path, or null. */
export function findNode(root: ConfigNode, path: ConfigPath): ConfigNode | null {
  let node: ConfigNode | null = root;
  for (const step of path) {
    if (node?.kind === "list") node = node.items[Number(step)] ?? null;
    else node = childOf(node, String(step));
  }
  return node;
}

/** The tree without the values at some paths below its root. */
export function withoutNodes(node: ConfigNode, paths: readonly ConfigPath[]): ConfigNode {
  if (node.kind === "scalar" || paths.length === 0) return node;
  const below = new Map<string, ConfigPath[]>();
  for (const [step, ...rest] of paths) {
    const known = below.get(String(step));
    if (known === undefined) below.set(String(step), [rest]);
    else known.push(rest);
  }
  const keep = (step: PropertyKey, child: ConfigNode): readonly ConfigNode[] => {
    const gone = below.get(String(step)) ?? [];
    return gone.some((path) => path.length === 0) ? [] : [withoutNodes(child, gone)];
  };
  if (node.kind === "list") return { ...node, items: node.items.flatMap((item, index) => keep(index, item)) };
  const entries = [...node.entries].flatMap(([key, child]) => keep(key, child).map((kept) => [key, kept] as const));
  return tableOf(entries, node.origin);
}

/** The tree as plain JavaScript data, the input of validation. */
export function plainValue(node: ConfigNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([key, child]) => [key, plainValue(child)]));
}

/** Keys joined as TOML writes them; list positions count from 0 in brackets. */
export function dottedPath(path: ConfigPath): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${quoteKey(String(step))}`))
    .join("")
    .replace(/^\./, "");
}

function quoteKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key);
}
