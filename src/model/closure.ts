// Everything that can be reached.

/**
 * The start and all that follows from it, each once, nearest first.
 *
 * @example closure(["a"], (name) => (name === "a" ? ["b"] : [])) // Set { "a", "b" }
 */
export function closure<Item>(start: Iterable<Item>, next: (item: Item) => Iterable<Item>): ReadonlySet<Item> {
  const found = new Set(start);
  for (const item of found) for (const other of next(item)) found.add(other);
  return found;
}
