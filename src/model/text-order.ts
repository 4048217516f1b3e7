// The one order everything is sorted by: code points, never a locale and never UTF-16 units.

/**
 * Compares two strings by code point, as Python's `sorted` does. JavaScript's own `<` compares UTF-16 units and
 * puts U+10000 and above before U+E000.
 *
 * @example ["b", "a"].sort(compareText) // ["a", "b"]
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/**
 * Compares two keys part by part, as Python compares tuples. Metaxy orders features this way wherever order enters a
 * hash; it differs from the order of the joined strings, where `a-b` comes before `a/b`.
 *
 * @example compareParts(["a", "b"], ["a-b"]) // negative
 */
export function compareParts(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const order = compareText(a[index] ?? "", b[index] ?? "");
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Lifts surrogates above every other unit, so that comparing units gives the order of code points. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
