// Random SQL made of everything that some engine or client cuts in a way of its own.

import fc from "fast-check";
import { dialects } from "../../src/dialects/index.ts";
import { layOut, readTokens } from "../../src/emit/fragments.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";

/** Pieces that are an operand by themselves. */
const OPERANDS = [
  "1",
  "1.5e3",
  "0x1F",
  "1_000",
  "'a'",
  "''",
  "'it''s'",
  "'\\'",
  "'\\\\'",
  "'a\\'b'",
  "'--'",
  "'/*'",
  "';'",
  "'$$'",
  "' \"x\" '",
  '"a"',
  '"a""b"',
  '"\\"',
  "E'\\''",
  "e'\\\\'",
  "N'a'",
  "x'1F'",
  "B'01'",
  "U&'\\0041'",
  "r'\\'",
  "_utf8'a'",
  "`a`",
  "`\\`",
  "[a]",
  "[']",
  "['] = ']",
  "`\\` = `",
  "E'\\'",
  "e'\\' = '",
  "'\\' = '",
  '"\\" = "',
  "(1)",
  "a$b",
  "NULL",
  "'\n'",
  "date '2020-01-01'",
];

/** Pieces that only some take for what they look like. */
const ODDITIES = [
  "$$ x $$",
  "$tag$ ' $tag$",
  "$ünïcödé$ ' $ünïcödé$",
  `$${"a".repeat(70)}$ ' $${"a".repeat(70)}$`,
  "$1",
  "‘a’",
  "“a”",
  "\u00a0",
  "\v",
  "\u2028",
  "'''",
  '"""',
  "1e'\\'",
  "1$a$'$a$",
  "0x'",
  "--",
  "-- ",
  "#",
  "# '",
  "/*",
  "*/",
  "/*!",
  "/*+",
  "\\",
  "\\g",
  "\\!",
  ":a",
  ":'a'",
  ":a('b)",
  ":a(') = (')",
  "@a",
  "@`a",
  "?",
  "{a:b}",
  "'",
  '"',
  "`",
  "[",
  "]",
  ";",
  "DELIMITER //",
  "\u2212",
  "；",
  "x'",
  "b'2'",
  "'a' 'b'",
  "'a'\n'b'",
  "E'a'\n'\\'",
];

const glue = fc.constantFrom(" = ", " || ", " ", "", "\n", ", ", "=", "-", "::", " AND ");

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...OPERANDS) },
  { weight: 2, arbitrary: fc.constantFrom(...ODDITIES) },
);

/** Up to six pieces. */
export const fragments: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, glue), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map(([text, after], place) => (place === parts.length - 1 ? text : text + after)).join(""));

/** The fragment as it is written and as it is printed; nothing where it is refused. */
export function taken(fragment: string, name: DialectName): readonly string[] {
  const read = readTokens(fragment, dialects[name]);
  if ("problem" in read) return [];
  const line = layOut(read.tokens, dialects[name]);
  return "problem" in line || line.sql === fragment ? [fragment] : [fragment, line.sql];
}
