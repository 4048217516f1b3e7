// Text of the user's in messages: what would break the line, steer the terminal or not be seen is written as JSON escapes.

/** Ends a line, moves the cursor, turns the direction of writing, or is half a character. */
const DISRUPTIVE = /[\p{Control}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** All that, and what leaves no mark. */
const UNSEEN = /[\p{Control}\p{Surrogate}\p{Format}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/**
 * A text on one line.
 *
 * @example escapeControls("a\nb") // "a\\nb"
 */
export function escapeControls(text: string): string {
  return text.replace(DISRUPTIVE, escapeCharacter);
}

/** A line of source with replacement characters for all but its tabs; as wide as before. */
export function maskControls(line: string): string {
  return line.replace(DISRUPTIVE, (character) => (character === "\t" ? character : "\ufffd"));
}

/** A text of which every character can be seen; also marks that emoji are made of. */
export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, escapeCharacter);
}

/** Plain data with its strings on one line each. */
export function escapeStrings(value: unknown): unknown {
  if (typeof value === "string") return escapeControls(value);
  if (Array.isArray(value)) return value.map(escapeStrings);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, escapeStrings(each)]));
}

/** `\n` and the like as JSON writes them, everything else as `\uXXXX`. */
function escapeCharacter(character: string): string {
  const short = JSON.stringify(character).slice(1, -1);
  if (short !== character) return short;
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
