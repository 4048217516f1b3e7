// Members of enums. A member without a value is one more than the member before it; a value may use earlier members.

import { rangeFrom } from "../../model/span.ts";
import type { EnumMember } from "../../model/summary.ts";
import type { StaticEntry, StaticValue } from "../../model/value.ts";
import { entityKey } from "../modules/entities.ts";
import { bindNames, type DeclaredEntity, type Entity, spanIn } from "../modules/scope.ts";
import { inKeyOrder } from "./containers.ts";
import { bounded, type EnumPlace, type EnumTable, type Folder, foldDeclaration } from "./folder.ts";
import { findWrite } from "./hazards.ts";
import { type Folded, fail, type Hop, succeed } from "./outcome.ts";
import { unsafe } from "./unsafe.ts";

/** `Enum.Name`, or `Enum[0]`; null when the enum has no such member. */
export function foldEnumMember(folder: Folder, entity: DeclaredEntity, name: string, reference: Hop): Folded | null {
  const place = tableOf(folder, entity).places.get(name);
  if (place !== undefined) return foldMember(folder, entity, place, reference);
  const isNumber = name !== "" && !Number.isNaN(Number(name));
  return isNumber ? findReverse(folder, entity, name, reference) : null;
}

/** Names of an enum's members; empty for anything else. */
export function enumMemberNames(folder: Folder, entity: DeclaredEntity): readonly string[] {
  return [...tableOf(folder, entity).places.keys()];
}

function tableOf(folder: Folder, entity: DeclaredEntity): EnumTable {
  const known = folder.enums.get(entity.declarations);
  if (known !== undefined) return known;
  const blocks = entity.declarations.filter((declaration) => declaration.kind === "enum");
  const places = new Map<string, EnumPlace>();
  const names = new Map<string, Entity>();
  for (const block of blocks) {
    for (const [index, { name }] of block.members.entries()) {
      places.set(name, { block, index });
      names.set(name, { kind: "enum-member", entity, name });
    }
  }
  const table = { blocks, places, scope: bindNames(entity.scope, names) };
  folder.enums.set(entity.declarations, table);
  return table;
}

function foldMember(folder: Folder, entity: DeclaredEntity, place: EnumPlace, reference: Hop): Folded {
  const member = place.block.members[place.index];
  if (member === undefined) return fail("MXC1002", { name: reference.name, suggestion: null }, reference.span, "");
  const key = `${entityKey(entity)}.${member.name}`;
  const declaration = { name: `${entity.name}.${member.name}`, span: spanIn(entity.scope, member.range) };
  const value = () => foldMemberValue(folder, entity, place, member);
  const folded = foldDeclaration(folder, key, declaration, reference, value);
  const danger = folded.ok ? findWrite(folder.hazards, entityKey(entity)) : null;
  return danger === null ? folded : unsafe(danger, reference);
}

function foldMemberValue(folder: Folder, entity: DeclaredEntity, place: EnumPlace, member: EnumMember): Folded {
  let base = place.index;
  while (base >= 0 && place.block.members[base]?.value == null) base--;
  const span = spanIn(entity.scope, member.range);
  const initial = place.block.members[base]?.value;
  if (initial == null) return succeed({ kind: "number", value: place.index, span });
  const folded = folder.fold(initial, tableOf(folder, entity).scope);
  if (!folded.ok || base === place.index) return folded;
  if (folded.value.kind === "number") {
    return succeed({ kind: "number", value: folded.value.value + place.index - base, span });
  }
  return fail("MXC1034", { member: `${entity.name}.${member.name}` }, span, member.name);
}

/** `Enum[1]` is the name of the last member with that value. */
function findReverse(folder: Folder, entity: DeclaredEntity, value: string, reference: Hop): Folded | null {
  const whole = foldEnum(folder, entity, reference);
  if (!whole.ok || whole.value.kind !== "object") return whole;
  const entry = whole.value.entries.find((candidate) => candidate.key === value);
  return entry === undefined ? null : succeed(entry.value);
}

/** The enum as the object it is at run time: names to values, and numbers back to names. */
export function foldEnum(folder: Folder, entity: DeclaredEntity, reference: Hop): Folded {
  const span = spanIn(entity.scope, entity.declarations[0]?.range ?? rangeFrom(0, 0));
  const entries = new Map<string, StaticEntry>();
  for (const block of tableOf(folder, entity).blocks) {
    for (const [index, member] of block.members.entries()) {
      const folded = foldMember(folder, entity, { block, index }, reference);
      if (!folded.ok) return folded;
      const keySpan = spanIn(entity.scope, member.range);
      entries.set(member.name, { key: member.name, keySpan, value: folded.value });
      const reverse = reverseEntry(member.name, folded.value);
      if (reverse !== null) entries.set(reverse.key, reverse);
    }
  }
  return bounded(folder, { kind: "object", entries: inKeyOrder([...entries.values()]), span }, entity.name);
}

function reverseEntry(name: string, value: StaticValue): StaticEntry | null {
  if (value.kind !== "number") return null;
  const { span } = value;
  return { key: String(value.value), keySpan: span, value: { kind: "string", value: name, span } };
}
