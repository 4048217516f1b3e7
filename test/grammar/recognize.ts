// Earley's algorithm: whether a sequence of tokens is a sentence of a grammar, and with the help of which productions.

import { type Grammar, isToken, type Rule, tokenPattern } from "./ebnf.ts";

/** The answer. */
type Recognition =
  | { readonly kind: "sentence"; readonly productions: ReadonlySet<string> }
  /** `at` tokens are the beginning of a sentence; the next one fits nothing. */
  | { readonly kind: "other"; readonly at: number };

/** Recognizes sentences. */
export type Recognizer = (tokens: readonly string[]) => Recognition;

/** A terminal is a test of a token; `token` names the class it belongs to. */
type Symbol =
  | { readonly kind: "rule"; readonly name: string }
  | {
      readonly kind: "terminal";
      readonly id: number;
      readonly test: (text: string) => boolean;
      readonly token: string | null;
    };

interface PlainRule {
  /** The number of its first position; no two positions in rules have the same. */
  readonly at: number;
  readonly name: string;
  readonly symbols: readonly Symbol[];
}

interface Item {
  readonly rule: PlainRule;
  readonly dot: number;
  readonly origin: number;
  /** The ways to it: the item before the last symbol, and the one that completed the symbol. */
  readonly ways: [Item, Item | null][];
}

/** A recognizer for a grammar whose productions in capitals are tokens. */
export function createRecognizer(grammar: Grammar, start: string): Recognizer {
  const rules = plainRules(grammar);
  const nullable = nullableNames(rules);
  const startersOf = starters(rules, nullable);
  return (tokens) => {
    const chart: Map<number, Item>[] = [];
    for (let at = 0; at <= tokens.length; at++) chart.push(new Map());
    for (const rule of startersOf(start, tokens[0])) add(chart[0], rule, 0, 0, null);
    for (const [at, items] of chart.entries()) {
      if (items.size === 0) return { kind: "other", at: at - 1 };
      const waiting = new Map<string, Item[]>();
      // A map's iteration goes on over what is added meanwhile.
      for (const item of items.values()) {
        const symbol = item.rule.symbols[item.dot];
        if (symbol === undefined) complete(chart, at, item, waiting);
        else if (symbol.kind === "rule")
          predict(startersOf(symbol.name, tokens[at]), nullable, items, at, item, symbol.name, waiting);
        else if (at < tokens.length && symbol.test(tokens[at] ?? "")) advance(chart[at + 1], item, null);
      }
    }
    const ends = [...(chart.at(-1)?.values() ?? [])].filter(
      ({ rule, dot, origin }) => rule.name === start && origin === 0 && dot === rule.symbols.length,
    );
    return ends.length === 0
      ? { kind: "other", at: tokens.length }
      : { kind: "sentence", productions: productionsOf(ends) };
  };
}

function complete(chart: readonly Map<number, Item>[], at: number, done: Item, waiting: Map<string, Item[]>): void {
  const origin =
    done.origin === at ? (waiting.get(done.rule.name) ?? []) : waitingAt(chart[done.origin], done.rule.name);
  for (const item of origin) advance(chart[at], item, done);
}

const waitingLists = new WeakMap<Map<number, Item>, Map<string, Item[]>>();

/** The items of a finished set that wait for a name. */
function waitingAt(items: Map<number, Item> | undefined, name: string): readonly Item[] {
  return (items === undefined ? undefined : waitingLists.get(items))?.get(name) ?? [];
}

function predict(
  rules: readonly PlainRule[],
  nullable: ReadonlySet<string>,
  items: Map<number, Item>,
  at: number,
  item: Item,
  name: string,
  waiting: Map<string, Item[]>,
): void {
  waitingLists.set(items, waiting);
  const same = waiting.get(name);
  if (same === undefined) {
    waiting.set(name, [item]);
    for (const rule of rules) add(items, rule, 0, at, null);
  } else same.push(item);
  if (nullable.has(name)) advance(items, item, null);
}

function advance(items: Map<number, Item> | undefined, item: Item, done: Item | null): void {
  add(items, item.rule, item.dot + 1, item.origin, [item, done]);
}

/** More than there are positions in the rules of any grammar here. */
const POSITIONS = 1 << 14;

function add(
  items: Map<number, Item> | undefined,
  rule: PlainRule,
  dot: number,
  origin: number,
  way: [Item, Item | null] | null,
): void {
  const key = origin * POSITIONS + rule.at + dot;
  const known = items?.get(key);
  if (known === undefined) items?.set(key, { rule, dot, origin, ways: way === null ? [] : [way] });
  else if (way !== null) known.ways.push(way);
}

/** Names of productions and tokens that some derivation of the finished items uses. */
function productionsOf(ends: readonly Item[]): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set(ends);
  for (const item of seen) {
    names.add(item.rule.name);
    for (const [before, done] of item.ways) {
      seen.add(before);
      if (done !== null) seen.add(done);
      const symbol = before.rule.symbols[before.dot];
      if (symbol?.kind === "terminal" && symbol.token !== null) names.add(symbol.token);
    }
  }
  return names;
}

/** Productions without groups and repetitions, which get names of their own with a `#`. */
function plainRules(grammar: Grammar): ReadonlyMap<string, readonly PlainRule[]> {
  const rules = new Map<string, PlainRule[]>();
  const terminals = new Map<string, Symbol>();
  let count = 0;
  let groups = 0;
  const define = (name: string, symbols: readonly Symbol[]): void => {
    const rule = { at: count, name, symbols };
    count += symbols.length + 1;
    const same = rules.get(name);
    if (same === undefined) rules.set(name, [rule]);
    else same.push(rule);
  };
  const terminal = (text: string, token: string | null, match: (text: string) => boolean): Symbol => {
    const key = token ?? `"${text}`;
    const known = terminals.get(key);
    if (known !== undefined) return known;
    const symbol: Symbol = { kind: "terminal", id: terminals.size, test: match, token };
    terminals.set(key, symbol);
    return symbol;
  };
  const symbolOf = (rule: Rule): Symbol => {
    if (rule.kind === "text") return terminal(rule.text, null, (text) => text === rule.text);
    if (rule.kind === "name") return isToken(rule.name) ? tokenTerminal(rule.name) : { kind: "rule", name: rule.name };
    const name = `#${groups++}`;
    if (rule.kind === "repeat") {
      const inner = symbolOf(rule.rule);
      const self: Symbol = { kind: "rule", name };
      define(name, rule.operator === "+" ? [inner] : []);
      define(name, rule.operator === "?" ? [inner] : [self, inner]);
    } else for (const option of rule.kind === "choice" ? rule.options : [rule]) define(name, symbolsOf(option));
    return { kind: "rule", name };
  };
  const tokenTerminal = (name: string): Symbol => {
    const pattern = tokenPattern(grammar, name);
    const known = new Map<string, boolean>();
    return terminal("", name, (text) => {
      const answer = known.get(text) ?? pattern.test(text);
      known.set(text, answer);
      return answer;
    });
  };
  const symbolsOf = (rule: Rule): readonly Symbol[] =>
    rule.kind === "sequence" ? rule.parts.map(symbolOf) : [symbolOf(rule)];
  for (const [name, rule] of grammar) {
    if (isToken(name)) continue;
    for (const option of rule.kind === "choice" ? rule.options : [rule]) define(name, symbolsOf(option));
  }
  return rules;
}

/** The rules of a name that a token can begin, and those that need none. */
function starters(
  rules: ReadonlyMap<string, readonly PlainRule[]>,
  nullable: ReadonlySet<string>,
): (name: string, token: string | undefined) => readonly PlainRule[] {
  const firsts = firstTerminals(rules, nullable);
  const known = new Map<string, readonly PlainRule[]>();
  const begins = (rule: PlainRule, token: string | undefined): boolean => {
    for (const symbol of rule.symbols) {
      const tests = symbol.kind === "terminal" ? [symbol] : [...(firsts.get(symbol.name) ?? [])];
      if (token !== undefined && tests.some(({ test }) => test(token))) return true;
      if (symbol.kind === "terminal" || !nullable.has(symbol.name)) return false;
    }
    return true;
  };
  return (name, token) => {
    const key = `${name} ${token}`;
    const found = known.get(key) ?? (rules.get(name) ?? []).filter((rule) => begins(rule, token));
    known.set(key, found);
    return found;
  };
}

type Terminal = Extract<Symbol, { kind: "terminal" }>;

function firstTerminals(
  rules: ReadonlyMap<string, readonly PlainRule[]>,
  nullable: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<Terminal>> {
  const firsts = new Map([...rules.keys()].map((name) => [name, new Set<Terminal>()]));
  const addFirsts = (into: Set<Terminal>, symbols: readonly Symbol[]): void => {
    for (const symbol of symbols) {
      if (symbol.kind === "terminal") into.add(symbol);
      else for (const first of firsts.get(symbol.name) ?? []) into.add(first);
      if (symbol.kind === "terminal" || !nullable.has(symbol.name)) return;
    }
  };
  const size = () => [...firsts.values()].reduce((sum, set) => sum + set.size, 0);
  for (let before = -1; before !== size(); ) {
    before = size();
    for (const [name, into] of firsts) for (const { symbols } of rules.get(name) ?? []) addFirsts(into, symbols);
  }
  return firsts;
}

function nullableNames(rules: ReadonlyMap<string, readonly PlainRule[]>): ReadonlySet<string> {
  const nullable = new Set<string>();
  for (let size = -1; size !== nullable.size; ) {
    size = nullable.size;
    for (const [name, options] of rules) {
      const empty = options.some(({ symbols }) =>
        symbols.every((symbol) => symbol.kind === "rule" && nullable.has(symbol.name)),
      );
      if (empty) nullable.add(name);
    }
  }
  return nullable;
}
