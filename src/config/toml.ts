// TOML text → a tree whose values know their places. Reads TOML 1.0, the version Python's own reader takes, so that a
// file accepted here is not refused by Metaxy.

import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { Span } from "../model/span.ts";
import type { ListNode, Origin, ScalarNode, TableNode } from "./tree.ts";

/** Keys and lists in one another; what reads them is recursive, and how far its stack goes differs from run to run. */
const MAX_NESTING = 100;

/** Characters of one file. The parser takes a kilobyte for each. */
const MAX_LENGTH = 128 * 1024;

/** What a text holds: its root table, or the first reason why it is no TOML. */
export type TomlDocument =
  | { readonly kind: "document"; readonly root: TableNode }
  | { readonly kind: "invalid"; readonly reason: string; readonly span: Span };

interface TableDraft extends TableNode {
  readonly entries: Map<string, Draft>;
}
interface ListDraft extends ListNode {
  readonly items: Draft[];
}
type Draft = ScalarNode | ListDraft | TableDraft;
type Key = AST.TOMLBare | AST.TOMLQuoted;

/** Reads a file's text. `file` is the path that spans name. Never throws. */
export function readToml(text: string, file: string): TomlDocument {
  if (text.length > MAX_LENGTH)
    return { kind: "invalid", reason: "the file is too large", span: { file, start: 0, end: 1 } };
  try {
    const program = parseTOML(text, { tomlVersion: "1.0" });
    const root = createTable({ variable: null, key: null, value: null });
    for (const node of program.body[0].body) addNode(root, node, file, 0);
    return { kind: "document", root };
  } catch (problem) {
    const { reason, place } = explain(problem, text);
    const start = Math.min(place, text.length);
    return { kind: "invalid", reason, span: { file, start, end: Math.min(start + 1, text.length) } };
  }
}

/** Thrown where nesting gets too deep. */
class NestedTooDeeply extends Error {
  readonly place: number;
  constructor(place: number) {
    super();
    this.place = place;
  }
}

/** What is wrong and where, from what was thrown; the parser itself gives up on deep nesting without naming a place. */
function explain(problem: unknown, text: string): { readonly reason: string; readonly place: number } {
  if (problem instanceof ParseError) return { reason: lowerFirst(problem.message), place: problem.index };
  const place = problem instanceof NestedTooDeeply ? problem.place : findDeepBracket(text);
  return { reason: "values are nested too deeply", place };
}

/** Brackets, and what may hold some that are none. */
const BRACKET = /"""(?:\\[\s\S]|[^\\])*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#.*|[[\]{}]/g;

/** The bracket that opens one level too many. */
function findDeepBracket(text: string): number {
  // Values stand below a key.
  let depth = 1;
  for (const { 0: token, index } of text.matchAll(BRACKET)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    if (depth > MAX_NESTING) return index;
  }
  return 0;
}

function addNode(table: TableDraft, node: AST.TOMLKeyValue | AST.TOMLTable, file: string, depth: number): void {
  const inside = descend(depth, node.key.keys);
  const parents = node.key.keys.slice(0, -1);
  const last = node.key.keys.at(-1);
  if (last === undefined) return;
  const owner = parents.reduce((current, key) => enterTable(current, key, file), table);
  if (node.type === "TOMLKeyValue") {
    owner.entries.set(nameOf(last), readValue(node.value, last, file, inside));
    return;
  }
  const target = node.kind === "array" ? appendTable(owner, last, file) : enterTable(owner, last, file);
  for (const entry of node.body) addNode(target, entry, file, inside);
}

/** The depth inside of some nodes, one in the other. */
function descend(depth: number, nodes: readonly AST.TOMLNode[]): number {
  const tooDeep = nodes[MAX_NESTING - depth];
  if (tooDeep !== undefined) throw new NestedTooDeeply(tooDeep.range[0]);
  return depth + nodes.length;
}

/** The table under a key, made when it is not there; of an array of tables the last one. */
function enterTable(table: TableDraft, key: Key, file: string): TableDraft {
  const existing = table.entries.get(nameOf(key));
  const found = existing?.kind === "list" ? existing.items.at(-1) : existing;
  if (found?.kind === "table") return found;
  const created = createTable(originAt(key, key, file));
  table.entries.set(nameOf(key), created);
  return created;
}

function appendTable(table: TableDraft, key: Key, file: string): TableDraft {
  const origin = originAt(key, key, file);
  const created = createTable(origin);
  const existing = table.entries.get(nameOf(key));
  if (existing?.kind === "list") existing.items.push(created);
  else table.entries.set(nameOf(key), { kind: "list", items: [created], origin });
  return created;
}

function readValue(node: AST.TOMLContentNode, key: Key, file: string, depth: number): Draft {
  const origin = originAt(key, node, file);
  if (node.type === "TOMLArray") {
    const inside = descend(depth, [node]);
    return { kind: "list", items: node.elements.map((element) => readValue(element, key, file, inside)), origin };
  }
  if (node.type === "TOMLInlineTable") {
    const table = createTable(origin);
    for (const entry of node.body) addNode(table, entry, file, depth);
    return table;
  }
  const value = node.kind === "integer" && !Number.isSafeInteger(node.value) ? node.bigint : node.value;
  return { kind: "scalar", value, written: value, origin };
}

function createTable(origin: Origin): TableDraft {
  return { kind: "table", entries: new Map(), origin };
}

function originAt(key: Key, value: AST.TOMLNode, file: string): Origin {
  return { variable: null, key: spanOf(key, file), value: spanOf(value, file) };
}

function spanOf(node: AST.TOMLNode, file: string): Span {
  return { file, start: node.range[0], end: node.range[1] };
}

function nameOf(key: Key): string {
  return key.type === "TOMLBare" ? key.name : key.value;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
