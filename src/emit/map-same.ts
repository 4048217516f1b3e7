// Changes to a few members of a list, sharing the list when there are none.

/**
 * Maps a list; the list itself comes back when every member stayed the same object.
 *
 * @example mapSame(list, (each) => each) === list
 */
export function mapSame<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  let changed = false;
  const mapped = items.map((item) => {
    const next = change(item);
    changed ||= next !== item;
    return next;
  });
  return changed ? mapped : items;
}
