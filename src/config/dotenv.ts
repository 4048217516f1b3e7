// A `.env` file → variables, as python-dotenv reads it for Metaxy's command line (tried beside 1.2). JavaScript's own readers
// differ: they know neither `${VAR}` nor all escapes, end values at any `#`, and take backticks for quotes.

import { PYTHON_BLANK, stripTrailingBlanks } from "../model/python-blank.ts";
import type { Environment } from "./interpolate.ts";

/** What a file says. Its values may be secrets. */
export interface Dotenv {
  readonly variables: Readonly<Record<string, string>>;
  /** Where statements begin that make no sense, in lines from 1; they are left out. */
  readonly misread: readonly number[];
}

/** A statement; null for a comment, or for nothing. */
type Statement = { readonly name: string; readonly value: string | null } | null;

/** Takes what a pattern finds at the current place; null, and nothing is taken, where it finds nothing. */
type Take = (pattern: RegExp) => RegExpExecArray | null;

const INLINE_BLANK = `(?!\\n)[${PYTHON_BLANK}]`;
const BLANKS = sticky(`[${PYTHON_BLANK}]*`);
const EXPORT = sticky(`export(?:${INLINE_BLANK})+`);
const NAME = sticky(`'([^']+)'|(?!')([^=#${PYTHON_BLANK}]+)`);
const EQUALS = sticky(`(?:${INLINE_BLANK})*=((?:${INLINE_BLANK})*)`);
const SINGLE_QUOTED = sticky(String.raw`'((?:\\[^]|[^'\\])*)'`);
const DOUBLE_QUOTED = sticky(String.raw`"((?:\\[^]|[^"\\])*)"`);
const LINE = sticky("[^\\n]*");
const LINE_END = sticky(`(?:(?:${INLINE_BLANK})*#[^\\n]*)?(?:${INLINE_BLANK})*(?:\\n|$)`);
/** A `#` begins a comment after a blank only. */
const COMMENT = new RegExp(`[${PYTHON_BLANK}]#`, "u");

const CONTROLS: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** `${VAR}` and `${VAR:-default}`; here the name may be empty. */
const REFERENCE = /\$\{([^}:]*)(?::-([^}]*))?\}/g;

/**
 * Reads a file's text. Variables that are set already win, in references too.
 *
 * @example readDotenv("HOST=db\nexport URL=pg://${HOST}", {}).variables // { HOST: "db", URL: "pg://db" }
 */
export function readDotenv(text: string, env: Environment): Dotenv {
  const values = new Map<string, string | null>();
  const misread: number[] = [];
  // Python reads every end of line as one.
  const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  for (let start = 0, line = 1; start < lines.length; ) {
    const { statement, end } = readStatement(lines, start);
    if (statement === undefined) misread.push(line);
    else if (statement !== null) values.set(statement.name, expand(statement.value, values, env));
    line += lines.slice(start, end).split("\n").length - 1;
    start = end;
  }
  const own = [...values].flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return { variables: Object.fromEntries(own), misread };
}

/** The statement at a place, undefined for nonsense, and where the next one begins. */
function readStatement(
  text: string,
  start: number,
): { readonly statement: Statement | undefined; readonly end: number } {
  let position = start;
  const take: Take = (pattern) => {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    position += found?.[0].length ?? 0;
    return found;
  };
  const statement = readBinding(take, () => text[position] ?? "");
  if (statement !== undefined) return { statement, end: position };
  take(LINE);
  return { statement, end: position + 1 };
}

function readBinding(take: Take, peek: () => string): Statement | undefined {
  take(BLANKS);
  if (peek() === "") return null;
  take(EXPORT);
  const name = peek() === "#" ? null : take(NAME);
  if (name === null && peek() !== "#") return undefined;
  const value = readValue(take, peek);
  if (value === undefined || take(LINE_END) === null) return undefined;
  return name === null ? null : { name: name[1] ?? name[2] ?? "", value };
}

/** The value after a name: null without `=`, undefined with a quote that does not end. */
function readValue(take: Take, peek: () => string): string | null | undefined {
  const equals = take(EQUALS);
  if (equals === null) return null;
  const first = peek();
  if (equals[1] !== "" && first === "#") return "";
  if (first === "'") return take(SINGLE_QUOTED)?.[1]?.replace(/\\([\\'])/g, "$1");
  if (first !== '"') return withoutComment(take(LINE)?.[0] ?? "");
  return take(DOUBLE_QUOTED)?.[1]?.replace(/\\([\\'"abfnrtv])/g, (_, sign: string) => CONTROLS[sign] ?? sign);
}

function withoutComment(value: string): string {
  const comment = value.search(COMMENT);
  return stripTrailingBlanks(comment === -1 ? value : value.slice(0, comment));
}

/** References see what stands above in the file, below what is set already. */
function expand(value: string | null, above: ReadonlyMap<string, string | null>, env: Environment): string | null {
  if (value === null) return null;
  return value.replace(REFERENCE, (_, name: string, fallback = "") => {
    const set = Object.hasOwn(env, name) ? env[name] : above.get(name);
    return set === undefined ? fallback : (set ?? "");
  });
}

function sticky(source: string): RegExp {
  return new RegExp(source, "uy");
}
