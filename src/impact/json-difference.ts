// Where two JSON values differ, as paths for people.

import { compareText } from "../model/text-order.ts";

/** Names by which items of a list are known: features among dependencies, keys among fields. */
const IDENTITIES = ["key", "feature"] as const;

/**
 * The smallest parts that differ. Items of lists that have a key are compared by it.
 *
 * @example differences({ deps: [{ feature: "a", select: null }] }, { deps: [{ feature: "a", select: [] }] }, "") // ["deps[a].select"]
 */
export function differences(before: unknown, after: unknown, path: string): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isObject(before) && isObject(after)) {
    const below = (key: string) => (path === "" ? key : `${path}.${key}`);
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    // Members in another order make no difference: hashes are taken over sorted ones.
    return [...keys].sort(compareText).flatMap((key) => differences(before[key], after[key], below(key)));
  }
  return listDifferences(before, after, path) ?? [path];
}

/** Differences of two lists whose items are known by keys; null for other values. */
function listDifferences(before: unknown, after: unknown, path: string): readonly string[] | null {
  const [left, right] = [itemsByKey(before), itemsByKey(after)];
  if (left === null || right === null) return null;
  const keys = new Set([...left.keys(), ...right.keys()]);
  const found = [...keys].flatMap((key) => {
    const at = `${path}[${key}]`;
    return left.has(key) && right.has(key) ? differences(left.get(key), right.get(key), at) : [at];
  });
  return found.length > 0 ? found : [`${path} (order)`];
}

function itemsByKey(value: unknown): ReadonlyMap<string, unknown> | null {
  if (!Array.isArray(value)) return null;
  const items = new Map<string, unknown>();
  for (const item of value) {
    const key = isObject(item)
      ? IDENTITIES.map((name) => item[name]).find((each) => typeof each === "string")
      : undefined;
    if (typeof key !== "string" || items.has(key)) return null;
    items.set(key, item);
  }
  return items;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
