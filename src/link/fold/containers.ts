// Arrays, objects and arguments. A part that does not fold spoils the whole, but every such part is reported.

import type { Span } from "../../model/span.ts";
import type { ArrayItem, Expression, ObjectProperty } from "../../model/summary.ts";
import type { StaticEntry, StaticValue } from "../../model/value.ts";
import { type NameScope, spanIn } from "../modules/scope.ts";
import { describeExpression, describeValue } from "./describe.ts";
import { bounded, type Folder, MAX_ITEMS, spend } from "./folder.ts";
import { addFailures, type Failure, type Folded, fail, type Outcome, succeed, within } from "./outcome.ts";
import { toPrimitive } from "./primitive.ts";

type Kind<K extends Expression["kind"]> = Extract<Expression, { kind: K }>;

/** `[a, ...b]`. */
export function foldArray(folder: Folder, expression: Kind<"array">, scope: NameScope): Folded {
  const items = foldItems(folder, expression.items, scope);
  if (!items.ok) return items;
  const span = spanIn(scope, expression.range);
  return bounded(folder, { kind: "array", items: items.value, span }, "an array");
}

/** Items of an array, or arguments. */
export function foldItems(
  folder: Folder,
  items: readonly ArrayItem[],
  scope: NameScope,
): Outcome<readonly StaticValue[]> {
  const values: StaticValue[] = [];
  const failures: Failure[] = [];
  for (const [index, item] of items.entries()) {
    const folded = foldItem(folder, item, scope);
    if (!folded.ok) addFailures(failures, within(folded.failures, `[${index}]`));
    else for (const value of folded.value) values.push(value);
    if (values.length > MAX_ITEMS || !spend(folder, values.length >> 6)) break;
  }
  // Without the room that growing left in it: declarations keep these lists.
  return failures.length > 0 ? { ok: false, failures } : succeed(values.slice());
}

function foldItem(folder: Folder, item: ArrayItem, scope: NameScope): Outcome<readonly StaticValue[]> {
  const folded = folder.fold(item.value, scope);
  if (!folded.ok) return folded;
  if (!item.spread) return succeed([folded.value]);
  if (folded.value.kind === "array") return succeed(folded.value.items);
  return badSpread(folded.value, item.value, scope);
}

function badSpread(value: StaticValue, expression: Expression, scope: NameScope): Outcome<never> {
  const args = { operation: "a spread", found: describeValue(value) };
  return fail("MXC1017", args, spanIn(scope, expression.range), describeExpression(expression));
}

/** `{ a: 1, [b]: 2, ...c }`: later properties win and keep the place of earlier ones, as in JavaScript. */
export function foldObject(folder: Folder, expression: Kind<"object">, scope: NameScope): Folded {
  const entries = new Map<string, StaticEntry>();
  // Keys that only a spread brought in: giving them again is no mistake.
  const inherited = new Set<string>();
  const failures: Failure[] = [];
  for (const property of expression.properties) {
    const folded =
      property.kind === "spread"
        ? foldSpread(folder, property.value, scope)
        : foldProperty(folder, property, scope, entries, inherited);
    if (!folded.ok) addFailures(failures, folded.failures);
    else {
      for (const entry of folded.value) {
        if (property.kind === "spread" && !entries.has(entry.key)) inherited.add(entry.key);
        entries.set(entry.key, entry);
      }
    }
    if (entries.size > MAX_ITEMS || !spend(folder, folded.ok ? folded.value.length : 1)) break;
  }
  if (failures.length > 0) return { ok: false, failures };
  const span = spanIn(scope, expression.range);
  return bounded(folder, { kind: "object", entries: inKeyOrder([...entries.values()]), span }, "an object");
}

/** JavaScript lists keys that are array indexes first, by value. */
export function inKeyOrder(entries: readonly StaticEntry[]): readonly StaticEntry[] {
  if (!entries.some((entry) => isIndex(entry.key))) return entries;
  const indexes = entries.filter((entry) => isIndex(entry.key));
  const others = entries.filter((entry) => !isIndex(entry.key));
  return [...indexes.sort((a, b) => Number(a.key) - Number(b.key)), ...others];
}

function isIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  if (first < 48 || first > 57 || key.length > 10) return false;
  const value = Number(key);
  return value < 4_294_967_295 && String(value) === key;
}

function foldProperty(
  folder: Folder,
  property: Exclude<ObjectProperty, { kind: "spread" }>,
  scope: NameScope,
  entries: ReadonlyMap<string, StaticEntry>,
  inherited: Set<string>,
): Outcome<readonly StaticEntry[]> {
  const keySpan = spanIn(scope, property.keyRange);
  if (property.kind === "unsupported") {
    return fail("MXC1016", { member: property.syntax }, keySpan, property.syntax);
  }
  const key = property.kind === "property" ? succeed(property.key) : foldKey(folder, property.key, scope);
  if (!key.ok) return key;
  const before = inherited.delete(key.value) ? undefined : entries.get(key.value);
  const refused = checkKey(key.value, keySpan, before);
  if (refused !== null) return refused;
  const value = folder.fold(property.value, scope);
  if (!value.ok) return { ok: false, failures: within(value.failures, pathStep(key.value)) };
  return succeed([{ key: key.value, keySpan, value: value.value }]);
}

/** A key written twice in one literal. */
function checkKey(key: string, span: Span, before: StaticEntry | undefined): Outcome<never> | null {
  if (key === "__proto__") return fail("MXC1014", {}, span, key);
  if (before === undefined) return null;
  return fail("MXC1015", { key }, span, key, [{ message: `\`${key}\` is given here first`, span: before.keySpan }]);
}

function foldKey(folder: Folder, key: Expression, scope: NameScope): Outcome<string> {
  const folded = folder.fold(key, scope);
  if (!folded.ok) return folded;
  const primitive = toPrimitive(folded.value);
  if (primitive !== null) return succeed(String(primitive.value));
  const args = { operation: "a computed key", found: describeValue(folded.value) };
  return fail("MXC1017", args, spanIn(scope, key.range), describeExpression(key));
}

/** Spreading `null`, `undefined`, numbers and booleans adds nothing. */
function foldSpread(folder: Folder, expression: Expression, scope: NameScope): Outcome<readonly StaticEntry[]> {
  const folded = folder.fold(expression, scope);
  if (!folded.ok) return folded;
  const { value } = folded;
  if (value.kind === "object") return succeed(value.entries);
  const empty = value.kind !== "string" && toPrimitive(value) !== null;
  return empty ? succeed([]) : badSpread(value, expression, scope);
}

/** `.name`, or `["any text"]` where the key is no identifier. */
export function pathStep(key: string): string {
  return isIdentifier(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function isIdentifier(key: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key);
}
