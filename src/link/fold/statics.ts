// `Class.member`: static properties, looked up along the base classes as JavaScript does.

import { suggest } from "../../diagnostics/suggest.ts";
import { type Range, rangeStart, spanAt } from "../../model/span.ts";
import type { OtherMember, StaticMember } from "../../model/summary.ts";
import type { ClassId, StaticValue } from "../../model/value.ts";
import { type ClassRef, classKey } from "../classes/class-ref.ts";
import { findChain } from "../classes/heritage.ts";
import { type NameScope, spanIn } from "../modules/scope.ts";
import { foldDeclaredType } from "./declared-type.ts";
import { type Folder, foldOnce } from "./folder.ts";
import { findDanger, findWrite } from "./hazards.ts";
import { type Folded, fail, type Hop, type Outcome, passThrough, reachedBy, succeed } from "./outcome.ts";
import { toPrimitive } from "./primitive.ts";
import { staticKey, wholeKey } from "./reached.ts";
import { isSealed } from "./sealed.ts";
import { unsafe } from "./unsafe.ts";

/** A static property and the class that declares it. */
export interface FoundStatic {
  readonly owner: ClassRef;
  readonly member: StaticMember;
}

/** The nearest declaration of a static property; null when no class of the chain has one. */
export function findStatic(folder: Folder, start: ClassRef, name: string): Outcome<FoundStatic | null> {
  const chain = findChain(folder.program, start);
  if (!chain.ok) return findOwnStatic(start, name) ?? chain;
  for (const link of chain.value.links) {
    const found = findOwnStatic(link.class, name);
    if (found !== null) return found;
  }
  return succeed(null);
}

/** A static property of the class itself; a getter or method of that name is a failure. */
export function findOwnStatic(owner: ClassRef, name: string): Outcome<FoundStatic> | null {
  const member = owner.node.statics.findLast((candidate) => candidate.name === name);
  if (member !== undefined) return succeed({ owner, member });
  const other = owner.node.others.find((candidate) => candidate.name === name && isStatic(candidate));
  if (other === undefined) return null;
  const what = other.kind === "static-method" ? "a static method" : "a static getter or setter";
  return fail("MXC1016", { member: what }, spanIn(owner.scope, other.range), `${owner.id.name}.${name}`);
}

function isStatic(member: OtherMember): boolean {
  return member.kind === "static-getter" || member.kind === "static-method" || member.kind === "static-setter";
}

/** `Class.name` as a value. */
export function foldStatic(
  folder: Folder,
  id: ClassId,
  name: string,
  reference: Hop,
  nameRange: Range,
  from: NameScope,
): Folded {
  const start = folder.program.classes.get(classKey(id));
  const found = start === undefined ? succeed(null) : findStatic(folder, start, name);
  if (!found.ok) return reachedBy(found.failures, reference);
  if (found.value === null || start === undefined) {
    const span = spanAt(reference.span.file, nameRange);
    const known = start?.node.statics.map((member) => member.name) ?? [];
    const args = { property: name, owner: `the class ${id.name}`, suggestion: suggest(name, known) };
    return fail("MXC1010", args, span, reference.name);
  }
  const { owner, member } = found.value;
  return (
    (from.deferred ? null : findEarlyStatic(owner, member, reference)) ??
    trustStatic(folder, start, found.value, reference)
  );
}

/** A static that a static above it, in the same class, uses: it is still `undefined` then. */
function findEarlyStatic(owner: ClassRef, member: StaticMember, reference: Hop): Folded | null {
  const { span } = reference;
  const inside = span.file === owner.id.module && span.start >= rangeStart(owner.node.range);
  if (owner.scope.deferred || !inside || span.start >= rangeStart(member.range)) return null;
  const related = [{ message: `\`${member.name}\` is defined here`, span: spanIn(owner.scope, member.range) }];
  return fail("MXC1012", { name: reference.name }, span, reference.name, related);
}

function trustStatic(folder: Folder, start: ClassRef, found: FoundStatic, reference: Hop): Folded {
  const { owner, member } = found;
  const folded = foldOwn(folder, start, found, reference);
  const isOpen = folder.open.some((entry) => entry.key === keyOf(found));
  if (folded.ok || isOpen || folded.failures.every((failure) => failure.at === reference.span)) return folded;
  const declaration = { name: `${owner.id.name}.${member.name}`, span: spanIn(owner.scope, member.range) };
  return passThrough(folded.failures, declaration, reference);
}

function keyOf({ owner, member }: FoundStatic): string {
  return staticKey(owner.key, member.name);
}

/** Folds a static that was found, unless something writes to it. Failures come back as they are. */
export function foldOwn(folder: Folder, start: ClassRef, found: FoundStatic, reference: Hop): Folded {
  const { owner, member } = found;
  const name = `${owner.id.name}.${member.name}`;
  const folded = foldOnce(folder, keyOf(found), name, reference, () => foldStaticValue(folder, owner, member));
  if (!folded.ok) return folded;
  const frozen = toPrimitive(folded.value) !== null || folded.value.kind === "dsl" || folded.value.kind === "class";
  const sealed = isSealed(folder.program, { init: member.value, scope: owner.scope, parts: 0 }, folded.value);
  for (const { key } of start === owner ? [owner] : [owner, start]) {
    const own = staticKey(key, member.name);
    const danger = frozen || sealed ? findWrite(folder.hazards, own) : findDanger(folder.hazards, own, folded.value);
    // `Class[name] = …` and `Object.assign(Class, …)` are writes to the class as a whole.
    const write = danger ?? findWrite(folder.hazards, wholeKey(key));
    if (write !== null) return unsafe(write, reference);
  }
  return folded;
}

function foldStaticValue(folder: Folder, owner: ClassRef, member: StaticMember): Folded {
  if (member.value !== null) return folder.fold(member.value, owner.scope);
  const declared: StaticValue | null = member.type === null ? null : foldDeclaredType(member.type, owner.scope);
  const span = spanIn(owner.scope, member.range);
  const origin = owner.id.module;
  return declared === null ? fail("MXC1019", { name: member.name, origin }, span, member.name) : succeed(declared);
}
