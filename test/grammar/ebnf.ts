// Reads W3C EBNF: the text of a grammar in, its productions as data out. Knows nothing of the language that a grammar
// describes.

/** The right-hand side of a production, or a part of one. */
export type Rule =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "name"; readonly name: string }
  /** One character; `source` is the same as a regular expression. */
  | { readonly kind: "characters"; readonly source: string }
  | { readonly kind: "sequence"; readonly parts: readonly Rule[] }
  | { readonly kind: "choice"; readonly options: readonly Rule[] }
  /** `A?`, `A*` and `A+`. */
  | { readonly kind: "repeat"; readonly rule: Rule; readonly operator: "?" | "*" | "+" }
  | { readonly kind: "except"; readonly rule: Rule; readonly not: Rule };

/** Productions by name, in the order of the text. */
export type Grammar = ReadonlyMap<string, Rule>;

/** Whether a name is that of a token: in capitals. */
export function isToken(name: string): boolean {
  return /^[A-Z][A-Z_]*$/.test(name);
}

/**
 * Reads a grammar.
 *
 * @example readGrammar('List ::= "[" NAME* "]"').get("List") // a sequence of three
 */
export function readGrammar(text: string): Grammar {
  const symbols = readSymbols(text);
  const grammar = new Map<string, Rule>();
  while (symbols.length > 0) {
    const name = symbols.shift()?.text ?? "";
    if (!/^\w+$/.test(name) || symbols.shift()?.text !== "::=") throw new Error(`expected a production at ${name}`);
    if (grammar.has(name)) throw new Error(`${name} is defined twice`);
    grammar.set(name, readChoice(symbols));
  }
  return grammar;
}

/** The names that a rule mentions. */
export function namesIn(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case "name":
      return [rule.name];
    case "sequence":
      return rule.parts.flatMap(namesIn);
    case "choice":
      return rule.options.flatMap(namesIn);
    case "repeat":
      return namesIn(rule.rule);
    case "except":
      return [...namesIn(rule.rule), ...namesIn(rule.not)];
    default:
      return [];
  }
}

/** A regular expression for a token: it matches when the whole text is one. */
export function tokenPattern(grammar: Grammar, name: string): RegExp {
  return new RegExp(`^${patternOf(grammar, { kind: "name", name })}$`, "u");
}

function patternOf(grammar: Grammar, rule: Rule): string {
  switch (rule.kind) {
    case "text":
      return rule.text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    case "characters":
      return rule.source;
    case "name": {
      const target = grammar.get(rule.name);
      if (target === undefined) throw new Error(`${rule.name} is not defined`);
      return `(?:${patternOf(grammar, target)})`;
    }
    case "sequence":
      return rule.parts.map((part) => patternOf(grammar, part)).join("");
    case "choice":
      return `(?:${rule.options.map((option) => patternOf(grammar, option)).join("|")})`;
    case "repeat":
      return `(?:${patternOf(grammar, rule.rule)})${rule.operator}`;
    case "except":
      return `(?!${patternOf(grammar, rule.not)}$)${patternOf(grammar, rule.rule)}`;
  }
}

interface Symbol {
  readonly kind: "word" | "text" | "characters" | "mark";
  readonly text: string;
}

const SYMBOL =
  /\s+|\/\*[\s\S]*?\*\/|(?<word>\w+)|"(?<double>[^"]*)"|'(?<single>[^']*)'|\[(?<set>[^\]]*)\]|#x(?<code>[\dA-Fa-f]+)|(?<mark>::=|[()|?*+-])/y;

function readSymbols(text: string): Symbol[] {
  const symbols: Symbol[] = [];
  SYMBOL.lastIndex = 0;
  while (SYMBOL.lastIndex < text.length) {
    const at = SYMBOL.lastIndex;
    const found = SYMBOL.exec(text);
    if (found === null) throw new Error(`not EBNF: ${text.slice(at, at + 30)}`);
    const { word, double, single, set, code, mark } = found.groups ?? {};
    const quoted = double ?? single;
    if (word !== undefined) symbols.push({ kind: "word", text: word });
    else if (quoted !== undefined) symbols.push({ kind: "text", text: quoted });
    else if (set !== undefined) symbols.push({ kind: "characters", text: `[${setPattern(set)}]` });
    else if (code !== undefined) symbols.push({ kind: "characters", text: `\\u{${code}}` });
    else if (mark !== undefined) symbols.push({ kind: "mark", text: mark });
  }
  return symbols;
}

/** The inside of `[…]`: a backslash is itself, except in `\p{…}`. */
function setPattern(set: string): string {
  return set
    .replace(/\\(?!p\{)/g, "\\\\")
    .replace(/\[/g, "\\[")
    .replace(/#x([\dA-Fa-f]+)/g, "\\u{$1}");
}

function readChoice(symbols: Symbol[]): Rule {
  const options = [readSequence(symbols)];
  while (isMark(symbols[0], "|")) {
    symbols.shift();
    options.push(readSequence(symbols));
  }
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { kind: "choice", options };
}

function readSequence(symbols: Symbol[]): Rule {
  const parts: Rule[] = [];
  while (startsRule(symbols)) parts.push(readException(symbols));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "sequence", parts };
}

/** Whether the next symbol belongs to this production. */
function startsRule([first, second]: readonly Symbol[]): boolean {
  if (first === undefined || isMark(second, "::=")) return false;
  return first.kind !== "mark" || first.text === "(";
}

function readException(symbols: Symbol[]): Rule {
  const rule = readRepeated(symbols);
  if (!isMark(symbols[0], "-")) return rule;
  symbols.shift();
  return { kind: "except", rule, not: readRepeated(symbols) };
}

function readRepeated(symbols: Symbol[]): Rule {
  const rule = readPrimary(symbols);
  const operator = symbols[0]?.kind === "mark" ? symbols[0].text : "";
  if (operator !== "?" && operator !== "*" && operator !== "+") return rule;
  symbols.shift();
  return { kind: "repeat", rule, operator };
}

function readPrimary(symbols: Symbol[]): Rule {
  const symbol = symbols.shift();
  if (symbol?.kind === "word") return { kind: "name", name: symbol.text };
  if (symbol?.kind === "text") return { kind: "text", text: symbol.text };
  if (symbol?.kind === "characters") return { kind: "characters", source: symbol.text };
  if (!isMark(symbol, "(")) throw new Error(`expected a rule, found ${symbol?.text ?? "the end"}`);
  const inner = readChoice(symbols);
  if (!isMark(symbols.shift(), ")")) throw new Error("a parenthesis is not closed");
  return inner;
}

function isMark(symbol: Symbol | undefined, text: string): boolean {
  return symbol?.kind === "mark" && symbol.text === text;
}
