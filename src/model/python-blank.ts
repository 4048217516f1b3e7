// Blanks as Python knows them (`str.isspace`, `\s`), which has some that JavaScript has not, and the other way round.

/** For the inside of a character class of a regular expression with the flag `u`. */
export const PYTHON_BLANK = String.raw`\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;

const ONE_BLANK = new RegExp(`[${PYTHON_BLANK}]`, "u");

/** Python's `str.strip`. */
export function stripBlanks(text: string): string {
  const end = endOfText(text);
  let start = 0;
  while (start < end && ONE_BLANK.test(text.charAt(start))) start++;
  return text.slice(start, end);
}

/** Python's `str.rstrip`. */
export function stripTrailingBlanks(text: string): string {
  return text.slice(0, endOfText(text));
}

function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && ONE_BLANK.test(text.charAt(end - 1))) end--;
  return end;
}
