// The state of walking one module for hazards: a stack of what is still to visit, and what was found. The stack is our
// own, so that no nesting is too deep.

import { rangeStart } from "../../model/span.ts";
import type { Hazard, HiddenClass } from "../../model/summary.ts";
import { compact, type Reader, rangeOf } from "../reader.ts";
import type { ts } from "../typescript.ts";
import type { Binding } from "./binding.ts";
import { findBinding, type Scope } from "./scope.ts";
import { READ, type Use } from "./use.ts";

export interface Walk {
  readonly reader: Reader;
  /** Every name that any scope tracks: a quick first question about an identifier. */
  readonly known: Set<string>;
  /** Still to visit; the three run in step. */
  readonly nodes: ts.Node[];
  readonly scopes: Scope[];
  readonly uses: Use[];
  /** By everything but the place: each use is recorded once, where it first stands. */
  readonly hazards: Map<string, Hazard>;
  readonly hiddenClasses: HiddenClass[];
}

/** Visits one node whose value is used so: records hazards and leaves what it contains to be visited. */
export type Visitor = (node: never, scope: Scope, use: Use, walk: Walk) => void;

/** Leaves a node to be visited. */
export function push(walk: Walk, node: ts.Node | undefined, scope: Scope, use: Use): void {
  if (node === undefined) return;
  walk.nodes.push(node);
  walk.scopes.push(scope);
  walk.uses.push(use);
}

/** Leaves several nodes to be visited for what they contain. */
export function pushAll(walk: Walk, nodes: readonly ts.Node[] | undefined, scope: Scope): void {
  if (nodes === undefined) return;
  for (const node of nodes) push(walk, node, scope, READ);
}

/** The binding that an identifier stands for, if its uses matter. */
export function bindingOf(walk: Walk, name: string, scope: Scope): Binding | null {
  if (!walk.known.has(name)) return null;
  const binding = findBinding(name, scope, walk.reader.ts);
  return binding === null || binding.matters === "nothing" ? null : binding;
}

/** Records what becomes of a binding, or of a member of it, or of something below that. */
export function record(
  walk: Walk,
  binding: Binding,
  members: readonly string[],
  below: boolean,
  use: Use,
  place: ts.Node,
): void {
  for (let each: Use | null = use; each !== null; each = each.outer) {
    const kind = each.kind === "instance" ? "aliased" : each.kind;
    if (kind === "read" || kind === "result") return;
    const inside = below || use.deep;
    if (matters(binding, kind, inside || members.length > 0)) {
      const into = kind === "shared" || kind === "passed" ? each.into : null;
      add(walk, binding, { path: members, below: inside, kind, into, callee: each.callee }, place);
    }
  }
}

function matters(binding: Binding, kind: Hazard["kind"], ofMember: boolean): boolean {
  if (binding.matters === "all" || kind === "written") return true;
  return binding.matters === "whole" && !ofMember;
}

function add(
  walk: Walk,
  { name, path }: Binding,
  { path: members, below, kind, into, callee }: Omit<Hazard, "name" | "range">,
  place: ts.Node,
): void {
  const ofCallee = callee === null ? "" : dotted(callee);
  const key = `${kind} ${name}${dotted(path)}${dotted(members)}${below ? ".*" : ""} ${into ?? ""} ${ofCallee}`;
  const range = rangeOf(place, walk.reader);
  const before = walk.hazards.get(key);
  if (before !== undefined && rangeStart(before.range) <= rangeStart(range)) return;
  const whole = compact(path.length === 0 ? members : [...path, ...members]);
  walk.hazards.set(key, { name, path: whole, below, kind, into, callee: callee && compact(callee), range });
}

function dotted(names: readonly string[]): string {
  let text = "";
  for (const name of names) text += `.${name}`;
  return text;
}
