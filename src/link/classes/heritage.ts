// What a class extends, through imports, renames, re-exports, constants and mixins, down to the authoring library.
// A class is a feature because of what this finds, never because of a name.

import { suggest } from "../../diagnostics/suggest.ts";
import { type Range, rangeStart, type Span } from "../../model/span.ts";
import type { ClassNode, Expression, Heritage, Mixin } from "../../model/summary.ts";
import { describeExpression } from "../fold/describe.ts";
import { findEarlyUse } from "../fold/early-use.ts";
import { type Failure, fail, type Outcome, passThrough, reachedBy, succeed } from "../fold/outcome.ts";
import { ROOT_CLASSES, type RootClass } from "../modules/dsl.ts";
import { isNamespace, visibleNames } from "../modules/entities.ts";
import { lookupName, resolveMember } from "../modules/names.ts";
import { consult, type Program, remember } from "../modules/program.ts";
import {
  bindNames,
  type ClassEntity,
  type DeclaredEntity,
  type Entity,
  type NameScope,
  spanIn,
} from "../modules/scope.ts";
import { bindKnownParameters, chase } from "../types/parameters.ts";
import { typeEnv } from "../types/shape.ts";
import { type Base, type ChainLink, type ClassChain, type ClassRef, classKey } from "./class-ref.ts";

/** Mixins on the way to the root, and steps to one class. Base classes and names that lead to a class are not counted. */
const MAX_CHAIN = 256;

/** Every class from the given one to the root, or why that cannot be known. Memoised. */
export function findChain(program: Program, start: ClassRef): Outcome<ClassChain> {
  return remember(program, program.chains, start, () => walkChain(program, start));
}

/** The class of the authoring library that a class extending `base` ends at; null when none, or when it cannot be known. */
export function findRoot(program: Program, base: Expression, scope: NameScope): RootClass | null {
  const found = resolveClass(program, base, scope, 0);
  if (!found.ok || found.value.kind === "foreign") return null;
  if (found.value.kind === "root") return found.value.name;
  const chain = findChain(program, found.value.class);
  return chain.ok ? chain.value.root : null;
}

function walkChain(program: Program, start: ClassRef): Outcome<ClassChain> {
  const links: ChainLink[] = [{ class: start, given: null }];
  const seen = new Set([start]);
  let mixins = 0;
  let early: Outcome<ClassChain> | null = null;
  for (let at = start; ; ) {
    consult(program, at.id.module);
    const heritage = at.node.heritage;
    if (heritage === null) return early ?? succeed({ links, root: null });
    const base = findBase(program, at, heritage);
    if (!base.ok) return throughHeritage(at, at === start, heritage, base.failures);
    const unready = findEarlyBase(program, heritage.expression, at.scope);
    if (unready !== null) early ??= throughHeritage(at, at === start, heritage, unready.failures);
    if (base.value.kind !== "class") {
      return early ?? succeed({ links, root: base.value.kind === "root" ? base.value.name : null });
    }
    const next = base.value.class;
    const written = { nodes: heritage.typeArguments, scope: at.scope };
    links.push({ class: next, given: written.nodes.length > 0 ? written : base.value.given });
    if (next.scope.deferred) mixins++;
    if (seen.has(next) || mixins > MAX_CHAIN) return circular(at, heritage, links);
    seen.add(next);
    at = next;
  }
}

/** The failure of extending what has no value yet where the class is made: a class further down, or what makes one. */
function findEarlyBase(
  program: Program,
  expression: Expression,
  scope: NameScope,
): Extract<Outcome<never>, { ok: false }> | null {
  switch (expression.kind) {
    case "name":
    case "member": {
      const found = resolveEntity(program, expression, scope);
      if (found?.ok !== true || found.value.kind !== "declared") return null;
      const reference = { name: describeExpression(expression), span: spanIn(scope, expression.range) };
      const early = findEarlyUse(found.value, reference, scope);
      return early?.ok === false ? early : null;
    }
    case "as-const":
    case "instantiation":
      return findEarlyBase(program, expression.operand, scope);
    case "call":
      for (const part of [expression.callee, ...expression.args.map(({ value }) => value)]) {
        const early = findEarlyBase(program, part, scope);
        if (early !== null) return early;
      }
      return null;
    default:
      return null;
  }
}

function circular(at: ClassRef, heritage: Heritage, links: readonly ChainLink[]): Outcome<ClassChain> {
  const names = links.map((link) => link.class.id.name);
  const path = names
    .slice(names.indexOf(names.at(-1) ?? ""))
    .slice(0, 12)
    .join(" → ");
  const span = spanIn(at.scope, heritage.expression.range);
  return fail("MXC1031", { path }, span, describeExpression(heritage.expression));
}

function throughHeritage(
  at: ClassRef,
  isStart: boolean,
  heritage: Heritage,
  failures: readonly Failure[],
): Outcome<ClassChain> {
  const reference = { name: at.id.name, span: spanIn(at.scope, heritage.expression.range) };
  const direct = failures.every(({ at }) => at.file === reference.span.file && at.start === reference.span.start);
  if (direct) return { ok: false, failures };
  if (isStart) return reachedBy(failures, { ...reference, name: describeExpression(heritage.expression) });
  return passThrough(failures, { name: at.id.name, span: spanIn(at.scope, at.node.range) }, reference);
}

/** What the class itself extends. Memoised. */
function findBase(program: Program, ref: ClassRef, heritage: Heritage): Outcome<Base> {
  return remember(program, program.bases, ref, () => resolveClass(program, heritage.expression, ref.scope, 0));
}

/** The class an expression stands for: a name, a member of a namespace, a class, a mixin applied to a class. */
function resolveClass(program: Program, expression: Expression, scope: NameScope, depth: number): Outcome<Base> {
  const text = describeExpression(expression);
  const span = spanIn(scope, expression.range);
  if (depth > MAX_CHAIN) return fail("MXC1013", { limit: `${MAX_CHAIN} steps to a class` }, span, text);
  switch (expression.kind) {
    case "name":
    case "member": {
      const found = resolveEntity(program, expression, scope);
      if (found?.ok === false) return found;
      return found === null
        ? unknownBase(program, expression, scope)
        : classOf(program, found.value, expression, scope, depth);
    }
    case "as-const":
      return resolveClass(program, expression.operand, scope, depth + 1);
    case "instantiation": {
      const found = resolveClass(program, expression.operand, scope, depth + 1);
      if (!found.ok || found.value.kind !== "class") return found;
      return succeed({ ...found.value, given: { nodes: expression.typeArguments, scope } });
    }
    case "class":
      return succeed(withoutTypes(inlineClass(program, expression.class, scope)));
    case "call":
      return applyMixin(program, expression, scope, depth);
    default:
      return unreadable(text, span);
  }
}

/** Classes of the language and its platforms: no features. */
const GLOBAL_CLASSES = new Set(
  "Object Function Array Map Set WeakMap WeakSet Promise Error TypeError RangeError Event EventTarget HTMLElement".split(
    " ",
  ),
);

function unknownBase(program: Program, expression: Expression, scope: NameScope): Outcome<Base> {
  const text = describeExpression(expression);
  const span = spanIn(scope, expression.range);
  let root = expression;
  while (root.kind === "member") root = root.object;
  const known = root.kind === "name" && lookupName(program, scope, root.name, "value") !== null;
  if (!known && GLOBAL_CLASSES.has(text)) return succeed({ kind: "foreign", name: text });
  return unreadable(text, span, known ? null : suggest(text, [...ROOT_CLASSES, ...visibleNames(scope)]));
}

/** The failure of telling which class something is. */
function unreadable(base: string, span: Span, suggestion: string | null = null): Outcome<never> {
  return fail("MXC1030", { base, suggestion }, span, base);
}

/** The entity that a name, or a path of names through modules and namespaces, stands for; null when there is none. */
export function resolveEntity(program: Program, expression: Expression, scope: NameScope): Outcome<Entity> | null {
  const names: string[] = [];
  let at = expression;
  for (; at.kind === "member"; at = at.object) names.push(at.name);
  if (at.kind !== "name") return null;
  let found = lookupName(program, scope, at.name, "value");
  while (found?.ok === true && names.length > 0) {
    if (!isNamespace(found.value)) return null;
    found = resolveMember(program, found.value, names.pop() ?? "");
  }
  return found;
}

function classOf(
  program: Program,
  entity: Entity,
  expression: Expression,
  scope: NameScope,
  depth: number,
): Outcome<Base> {
  if (entity.kind === "root" || entity.kind === "class" || entity.kind === "foreign") return succeed(entity);
  if (entity.kind === "dsl") return succeed({ kind: "foreign", name: entity.name });
  if (entity.kind === "default") return classOfDefault(program, entity, depth);
  const found = entity.kind === "declared" ? classOfDeclared(program, entity, depth) : null;
  const text = describeExpression(expression);
  return found ?? unreadable(text, spanIn(scope, expression.range));
}

/** The class that a module exports without a name for it. */
export function classOfDefault(
  program: Program,
  entity: Extract<Entity, { kind: "default" }>,
  depth: number,
): Outcome<Base> {
  const { value, module } = entity;
  if (value.kind !== "class") return resolveClass(program, value, module.scope, depth + 1);
  return succeed(withoutTypes(defineClass(program, value.class, module.scope, "default", 0)));
}

/** The class a declaration makes: `class X {}` or `const X = <class>`; null when it makes none. */
export function classOfDeclared(program: Program, name: DeclaredEntity, depth: number): Outcome<Base> | null {
  const entity = findOriginal(program, name);
  for (const declaration of entity.declarations) {
    if (declaration.kind === "class") {
      const name = entity.scope.prefix + entity.name;
      const { end } = declaration;
      return succeed(withoutTypes(defineClass(program, declaration.class, entity.scope, name, end)));
    }
    if (declaration.kind === "const" && declaration.init !== null && declaration.path.length === 0) {
      const { init, end } = declaration;
      if (init.kind !== "class") return resolveClass(program, init, entity.scope, depth + 1);
      const name = entity.scope.prefix + entity.name;
      return succeed(withoutTypes(defineClass(program, init.class, entity.scope, name, end)));
    }
  }
  return null;
}

/** What a constant is another name for, however many there are in a row. */
function findOriginal(program: Program, start: DeclaredEntity): DeclaredEntity {
  const seen = new Set<unknown>();
  let entity = start;
  for (let next: DeclaredEntity | null = entity; next !== null; next = nextName(program, entity)) {
    if (seen.has(next.declarations)) return start;
    seen.add(next.declarations);
    entity = next;
  }
  return entity;
}

function nextName(program: Program, { declarations, scope }: DeclaredEntity): DeclaredEntity | null {
  const [constant, other] = declarations.filter(({ kind }) => kind !== "type" && kind !== "interface");
  if (constant?.kind !== "const" || other !== undefined || constant.path.length > 0) return null;
  const found = constant.init?.kind === "name" ? lookupName(program, scope, constant.init.name, "value") : null;
  return found?.ok === true && found.value.kind === "declared" ? found.value : null;
}

/** A class in the middle of an expression. */
function inlineClass(program: Program, node: ClassNode, scope: NameScope): ClassRef {
  return defineClass(program, node, scope, `class@${rangeStart(node.range)}`, 0);
}

/** The one reference to a class of a given name. */
export function defineClass(program: Program, node: ClassNode, outer: NameScope, name: string, end: number): ClassRef {
  const same = program.classNodes.get(node) ?? [];
  const known = same.find((ref) => ref.id.name === name);
  if (known !== undefined) return known;
  const id = { module: outer.file.path, name };
  const own = new Map<string, Entity>();
  const scope = node.name === null || node.name === name ? outer : bindNames(outer, own);
  const ref: ClassRef = { id, key: classKey(id), node, scope, end };
  if (node.name !== null) own.set(node.name, withoutTypes(ref));
  program.classNodes.set(node, [...same, ref]);
  if (!program.classes.has(ref.key)) program.classes.set(ref.key, ref);
  return ref;
}

type Call = Extract<Expression, { kind: "call" }>;

/** `Mixin(Base)`: the mixin's class with its parameter bound to the base. */
function applyMixin(program: Program, call: Call, scope: NameScope, depth: number): Outcome<Base> {
  const text = describeExpression(call);
  const span = spanIn(scope, call.range);
  const found = findMixin(program, call.callee, scope);
  if (found === null) return fail("MXC1032", { mixin: describeExpression(call.callee) }, span, text);
  if (!found.ok) return found;
  const [argument] = call.args;
  if (argument === undefined || argument.spread) return unreadable(text, span);
  const base = resolveClass(program, argument.value, scope, depth + 1);
  if (!base.ok) return base;
  const given = call.typeArguments ?? [];
  const typed = given.length > 0 || (base.value.kind === "class" && base.value.given !== null);
  const instance = typed ? instantiateTyped : instantiate;
  return succeed(withoutTypes(instance(program, found.value, base.value, { call, scope })));
}

interface FoundMixin {
  readonly name: string;
  readonly mixin: Mixin;
  readonly scope: NameScope;
}

function findMixin(program: Program, callee: Expression, scope: NameScope): Outcome<FoundMixin> | null {
  const found = resolveEntity(program, callee, scope);
  if (found === null || !found.ok) return found;
  const entity = found.value;
  if (entity.kind === "default") return mixinOf("default", entity.value, entity.module.scope);
  if (entity.kind !== "declared") return null;
  for (const declaration of entity.declarations) {
    const name = entity.scope.prefix + entity.name;
    if (declaration.kind === "function" && declaration.mixin !== null) {
      return succeed({ name, mixin: declaration.mixin, scope: entity.scope });
    }
    if (declaration.kind === "const" && declaration.init !== null) return mixinOf(name, declaration.init, entity.scope);
  }
  return null;
}

function mixinOf(name: string, value: Expression, scope: NameScope): Outcome<FoundMixin> | null {
  return value.kind === "mixin" ? succeed({ name, mixin: value.mixin, scope }) : null;
}

/** Where a mixin is applied. */
interface Application {
  readonly call: Call;
  readonly scope: NameScope;
}

/** The same mixin of the same base is the same class. */
function instantiate(program: Program, found: FoundMixin, base: Base, at: Application, suffix = ""): ClassRef {
  const { name, mixin } = found;
  const argument = base.kind === "class" ? base.class.key : base.name;
  const bound = new Map<string, Entity>(mixin.others.map((other) => [other, { kind: "parameter", name: other }]));
  bound.set(mixin.parameter, base);
  const inner = bindNames(found.scope, bound, true, bindMixinTypes(found, at));
  return defineClass(program, mixin.class, inner, `${name}(${argument})${suffix}`, 0);
}

/** Where type arguments take part, each call makes a class of its own. */
function instantiateTyped(program: Program, found: FoundMixin, base: Base, at: Application): ClassRef {
  const known = program.instances.get(at.scope) ?? new Map<Range, ClassRef>();
  program.instances.set(at.scope, known);
  const count = program.classNodes.get(found.mixin.class)?.length ?? 0;
  const ref = known.get(at.call.range) ?? instantiate(program, found, base, at, `#${count}`);
  known.set(at.call.range, ref);
  return ref;
}

function bindMixinTypes({ mixin, scope }: FoundMixin, { call, scope: from }: Application): NameScope["typeArguments"] {
  const args = (call.typeArguments ?? []).map((node) => chase(node, typeEnv(from)));
  return bindKnownParameters(mixin.typeParameters, args, scope, { scope: from, range: call.range });
}

/** A class as its declaration says it. */
function withoutTypes(ref: ClassRef): ClassEntity {
  return { kind: "class", class: ref, given: null };
}
