// A class: its static members are part of its binding's value, its decorators are handed it, and `this` is it or one of
// its instances.

import { classRange, heritageOf } from "../class.ts";
import { hasModifier, type Modified, propertyName, type Reader } from "../reader.ts";
import type { ts } from "../typescript.ts";
import { type Binding, dottedName, openBinding } from "./binding.ts";
import { calleeName } from "./chain.ts";
import { classScope, localScope, type Scope } from "./scope.ts";
import { push, pushAll, record, type Walk } from "./state.ts";
import { ALIASED, instance, passed, READ, shared, type Use } from "./use.ts";

export const classVisitors = {
  ClassDeclaration: visitClassDeclaration,
  ClassExpression: (node: ts.ClassExpression, scope: Scope, use: Use, walk: Walk) =>
    visitClass(node, null, use.kind === "shared" ? use : scope.returns, scope, walk),
  ClassStaticBlockDeclaration: (node: ts.ClassStaticBlockDeclaration, scope: Scope, _: Use, walk: Walk) =>
    push(walk, node.body, localScope(scope, node, scope.self, ALIASED), READ),
};

function visitClassDeclaration(node: ts.ClassDeclaration, scope: Scope, _: Use, walk: Walk): void {
  if (node.name === undefined) visitClass(node, openBinding("default", "own"), ALIASED, scope, walk);
  else visitClass(node, scope.bindings?.get(node.name.text) ?? null, scope.returns, scope, walk);
}

/**
 * Visits a class, given the binding that it is the value of.
 *
 * @param otherwise What becomes of its static members when there is no such binding.
 */
export function visitClass(
  node: ts.ClassLikeDeclaration,
  binding: Binding | null,
  otherwise: Use,
  outer: Scope,
  walk: Walk,
): void {
  const { ts } = walk.reader;
  const scope = ts.isClassExpression(node) ? ownNameScope(node, binding, outer, walk) : outer;
  pushAll(walk, node.heritageClauses, scope);
  visitDecorators(node, binding, [], scope, walk);
  const members = memberScopes(scope, binding);
  const statics = binding === null ? otherwise : shared(dottedName(binding));
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member))
      push(walk, member, isStatic(member, walk.reader) ? members.static : members.instance, READ);
    else if (isStatic(member, walk.reader)) {
      if (binding === null && propertyName(member.name, walk.reader) === "spec") recordHidden(node, walk);
      visitProperty(member, binding, statics, members.static, walk);
    } else visitProperty(member, null, instanceUse(statics), members.instance, walk);
  }
}

/** A class that no name of the module stands for. */
function recordHidden(node: ts.ClassLikeDeclaration, { reader, hiddenClasses }: Walk): void {
  const base = heritageOf(node, reader);
  if (base === undefined) return;
  hiddenClasses.push({ range: classRange(node, reader), base: reader.readExpression(base.expression, reader) });
}

function isStatic(member: ts.ClassElement, reader: Reader): boolean {
  return (
    reader.ts.isClassStaticBlockDeclaration(member) ||
    hasModifier(member as Modified & ts.ClassElement, "static", reader)
  );
}

/** A property, given the class when decorators are handed a part of it. */
function visitProperty(
  node: ts.PropertyDeclaration,
  binding: Binding | null,
  use: Use,
  scope: Scope,
  walk: Walk,
): void {
  if (walk.reader.ts.isComputedPropertyName(node.name)) push(walk, node.name, scope, READ);
  if (node.modifiers !== undefined)
    visitDecorators(node, binding, [propertyName(node.name, walk.reader) ?? ""], scope, walk);
  push(walk, node.initializer, scope, use);
}

/** The name that a class expression gives itself is seen inside it only. */
function ownNameScope(node: ts.ClassExpression, binding: Binding | null, outer: Scope, walk: Walk): Scope {
  if (node.name === undefined) return outer;
  walk.known.add(node.name.text);
  return classScope(outer, node.name.text, binding);
}

function memberScopes(scope: Scope, binding: Binding | null): { readonly static: Scope; readonly instance: Scope } {
  const self = (isInstance: boolean) => (binding === null ? null : { binding, instance: isInstance });
  return {
    static: localScope(scope, null, self(false), ALIASED),
    instance: localScope(scope, null, self(true), ALIASED),
  };
}

function instanceUse(statics: Use): Use {
  return statics.kind === "shared" && statics.into !== null ? instance(statics.into) : ALIASED;
}

/** A decorator is handed the class, or a static member of it. */
function visitDecorators(
  node: ts.ClassLikeDeclaration | ts.PropertyDeclaration,
  binding: Binding | null,
  members: readonly string[],
  scope: Scope,
  walk: Walk,
): void {
  const { ts } = walk.reader;
  for (const modifier of node.modifiers ?? []) {
    if (!ts.isDecorator(modifier)) continue;
    push(walk, modifier, scope, READ);
    if (binding === null) continue;
    const { expression } = modifier;
    const callee = ts.isCallExpression(expression) ? expression.expression : expression;
    record(walk, binding, members, false, passed(calleeName(callee, scope, walk), READ), expression);
  }
}
