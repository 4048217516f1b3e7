// The many ways to write one token.

import { type Choices, chance, integer, pick } from "./choices.ts";
import type { Speller } from "./derive.ts";

/** Spellers for the tokens of the subset. */
export function createSpellers(choices: Choices): Readonly<Record<string, Speller>> {
  return {
    NAME: (goal: unknown) => (typeof goal === "string" && isName(goal) ? goal : null),
    WORD: (goal: unknown) =>
      typeof goal === "string" && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(goal) ? goal : null,
    PRIVATE_NAME: (goal: string) => goal,
    DIALECT: (goal: string) => goal,
    TOKEN: (goal: string) => goal,
    STRING: (goal: unknown) =>
      typeof goal === "string" ? spellString(goal, pick(choices, ['"', "'"]), choices) : null,
    TEMPLATE: (goal: unknown) => (typeof goal === "string" ? `\`${spellText(goal, "`", choices)}\`` : null),
    TEMPLATE_HEAD: (goal: string) => `\`${spellText(goal, "`", choices)}\${`,
    TEMPLATE_MIDDLE: (goal: string) => `}${spellText(goal, "`", choices)}\${`,
    TEMPLATE_TAIL: (goal: string) => `}${spellText(goal, "`", choices)}\``,
    NUMBER: (goal: unknown) => (typeof goal === "number" && isPlain(goal) ? spellNumber(goal, choices) : null),
    BIGINT: (goal: unknown) => (typeof goal === "bigint" && goal >= 0n ? spellBigint(goal, choices) : null),
  };
}

const RESERVED = new Set(
  "break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with".split(
    " ",
  ),
);

/** Whether a text can be the name of a constant. */
export function isName(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) && !RESERVED.has(text) && !STRICT.has(text);
}

const STRICT = new Set(
  "await yield let static implements interface package private protected public eval arguments".split(" "),
);

function isPlain(value: number): boolean {
  return value >= 0 && !Object.is(value, -0);
}

function spellString(text: string, quote: string, choices: Choices): string {
  return quote + spellText(text, quote, choices) + quote;
}

/** Escapes what has to be, and some of the rest. */
function spellText(text: string, quote: string, choices: Choices): string {
  return Array.from(text, (character, index) => spellCharacter(character, quote, text.slice(index + 1), choices)).join(
    "",
  );
}

const LETTERS: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\v": "\\v" };

function spellCharacter(character: string, quote: string, after: string, choices: Choices): string {
  const code = character.codePointAt(0) ?? 0;
  if (chance(choices, 0.03)) return escapeCode(code, choices);
  if (character === quote || character === "\\" || (quote === "`" && character === "$")) return `\\${character}`;
  if (character === "\0") return /^\d/.test(after) ? "\\x00" : "\\0";
  const letter = LETTERS[character];
  if (letter !== undefined) return quote === "`" && character === "\n" && chance(choices, 0.5) ? "\n" : letter;
  if (code < 32 || (code >= 0xd800 && code < 0xe000)) return `\\u${code.toString(16).padStart(4, "0")}`;
  return chance(choices, 0.01) ? `\\\n${character}` : character;
}

function escapeCode(code: number, choices: Choices): string {
  const digits = code.toString(16);
  if (code < 256 && chance(choices, 0.3)) return `\\x${digits.padStart(2, "0")}`;
  return code < 0x10000 && chance(choices, 0.5) ? `\\u${digits.padStart(4, "0")}` : `\\u{${digits.toUpperCase()}}`;
}

function spellNumber(value: number, choices: Choices): string {
  const plain = String(value).replace("+", chance(choices, 0.5) ? "" : "+");
  if (!Number.isSafeInteger(value)) return value < 1 && chance(choices, 0.3) ? plain.replace(/^0\./, ".") : plain;
  const spellings = [
    () => plain,
    () => withSeparators(plain, choices),
    () => `0x${value.toString(16)}`,
    () => `0X${value.toString(16).toUpperCase()}`,
    () => `0o${value.toString(8)}`,
    () => `0b${value.toString(2)}`,
    () => `${plain}.0`,
    () => (plain.includes("e") ? plain : `${plain}.`),
    () => (plain.includes("e") ? plain : `${plain}${pick(choices, ["e0", "E+0", ".0e-0"])}`),
  ];
  return chance(choices, 0.3) ? pick(choices, spellings)() : plain;
}

function spellBigint(value: bigint, choices: Choices): string {
  const radix = pick(choices, [10, 10, 16, 8, 2] as const);
  const prefix = { 2: "0b", 8: "0o", 10: "", 16: "0x" }[radix];
  return `${prefix}${withSeparators(value.toString(radix), choices)}n`;
}

function withSeparators(digits: string, choices: Choices): string {
  if (!/^[\da-f]{2,}$/.test(digits) || !chance(choices, 0.3) || digits.startsWith("0")) return digits;
  const at = integer(choices, 1, digits.length - 1);
  return `${digits.slice(0, at)}_${digits.slice(at)}`;
}
