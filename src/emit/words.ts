// The few ways in which SQL text is put together. Nothing around nothing is nothing, so that writers need no conditions.

/** Joins what is not empty. */
export function join(parts: readonly (string | null)[], separator = " "): string {
  return parts.filter((part) => part !== null && part !== "").join(separator);
}

/**
 * Puts text around a text, unless there is none.
 *
 * @example wrap(" WHERE ", predicate) // "" without a predicate
 */
export function wrap(before: string, text: string | null, after = ""): string {
  return text === null || text === "" ? "" : before + text + after;
}

/** Comma-separated, in parentheses. */
export function list(items: readonly string[]): string {
  return `(${items.join(", ")})`;
}

/** Each line of a text two spaces further in, where a line ends outside of quotes by construction. */
export function indent(line: string): string {
  return `  ${line}`;
}
