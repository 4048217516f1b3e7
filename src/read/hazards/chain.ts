// `a.b["c"].d`: what stands at the root of a chain of members, and the names on the way.

import { type Reader, withoutWrapping } from "../reader.ts";
import type { ts } from "../typescript.ts";
import type { Binding } from "./binding.ts";
import { lookUp, type Scope } from "./scope.ts";
import { bindingOf, type Walk } from "./state.ts";

export interface Chain {
  /** Not a member access. */
  readonly root: ts.Expression;
  /** The names of the members, up to the first computed one. */
  readonly members: readonly string[];
  /** True when there is a computed member: the chain leads to something below `members`. */
  readonly below: boolean;
  /** The computed members. */
  readonly computed: readonly ts.Expression[];
}

/** Takes a chain of members apart. */
export function chainOf(node: ts.Expression, { ts }: Reader): Chain {
  const computed: ts.Expression[] = [];
  let members: string[] = [];
  let root = withoutWrapping(node, ts);
  for (;;) {
    if (ts.isPropertyAccessExpression(root)) members.push(root.name.text);
    else if (!ts.isElementAccessExpression(root)) break;
    else if (isFixed(root.argumentExpression, ts)) members.push(root.argumentExpression.text);
    else {
      computed.push(root.argumentExpression);
      members = [];
    }
    root = withoutWrapping(root.expression, ts);
  }
  return { root, members: members.reverse(), below: computed.length > 0, computed };
}

function isFixed(node: ts.Expression, ts: Reader["ts"]): node is ts.StringLiteralLike | ts.NumericLiteral {
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node);
}

/** What the root of a chain is bound to, and the members that are left. */
export interface Rooted {
  readonly binding: Binding;
  readonly members: readonly string[];
}

/** The binding that a chain starts at: a name, or `this` where that is a class. Null for any other root. */
export function rootOf({ root, members }: Chain, scope: Scope, walk: Walk): Rooted | null {
  const { ts } = walk.reader;
  if (ts.isIdentifier(root)) {
    const binding = bindingOf(walk, root.text, scope);
    return binding === null ? null : { binding, members };
  }
  const { self } = scope;
  if (self === null || (root.kind !== ts.SyntaxKind.ThisKeyword && root.kind !== ts.SyntaxKind.SuperKeyword))
    return null;
  if (!self.instance) return { binding: self.binding, members };
  return members[0] === "constructor" ? { binding: self.binding, members: members.slice(1) } : null;
}

/**
 * The dotted name of a callee, seen from the module's top level; null when it has none, or starts at something local.
 */
export function calleeName(callee: ts.Expression, scope: Scope, { reader }: Walk): readonly string[] | null {
  const { root, members, below } = chainOf(callee, reader);
  if (below || !reader.ts.isIdentifier(root)) return null;
  const found = lookUp(root.text, scope, reader.ts);
  if (found === "local") return null;
  return found === "global" ? [root.text, ...members] : [found.name, ...found.path, ...members];
}

/** The name of a member access, when it is written out. */
export function memberName(node: ts.Expression, { ts }: Reader): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (!ts.isElementAccessExpression(node) || !isFixed(node.argumentExpression, ts)) return null;
  return node.argumentExpression.text;
}
