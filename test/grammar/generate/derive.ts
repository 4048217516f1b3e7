// Writes sentences of a grammar that mean something given: the grammar says what may be written, planners say how a
// meaning is spread over the parts of a production. Every token comes from the grammar, from a token of it, or from
// another derivation.

import { type Grammar, isToken, type Rule } from "../ebnf.ts";
import { type Choices, chance, shuffle } from "./choices.ts";

/** How to write one alternative of a production. What is used up is chosen at random where that changes no meaning. */
export interface Plan {
  /** How the alternative starts: a text or a name. Needed where there are several. */
  readonly first?: string;
  /** Meanings of the names in the alternative, in order. */
  readonly goals?: readonly unknown[];
  /** How often each `?`, `*` and `+` that holds a name is repeated, in order. */
  readonly repeat?: readonly number[];
  /** Which texts are picked from groups of texts, in order. */
  readonly pick?: readonly string[];
}

/** Tokens that were written already. */
export interface Written {
  readonly tokens: readonly string[];
}

/** What a production makes of a meaning; null where it cannot express it. */
export type Planner = (goal: never) => Plan | Written | null;

/** Spellings of a token with a meaning; null where it has none. */
export type Speller = (goal: never) => string | null;

/** What deriving needs. */
export interface Deriver {
  readonly grammar: Grammar;
  readonly choices: Choices;
  readonly planners: Readonly<Record<string, Planner>>;
  readonly spellers: Readonly<Record<string, Speller>>;
  /** Productions that were written. */
  readonly used: Set<string>;
  /** Counts down; at 0 only what is necessary is written. */
  fuel: number;
}

/** Writes a production with a meaning; null where it cannot express it. */
export function derive(deriver: Deriver, name: string, goal: unknown): readonly string[] | null {
  deriver.fuel--;
  const tokens = isToken(name) ? spell(deriver, name, goal) : expand(deriver, name, goal);
  if (tokens !== null) deriver.used.add(name);
  return tokens;
}

/** As {@link derive}, for what can always be expressed. */
export function mustDerive(deriver: Deriver, name: string, goal: unknown): readonly string[] {
  const tokens = derive(deriver, name, goal);
  if (tokens === null) throw new Error(`${name} cannot express ${show(goal)}`);
  return tokens;
}

function show(goal: unknown): string {
  return JSON.stringify(goal, (_, value) => (typeof value === "bigint" ? `${value}n` : value)) ?? "nothing";
}

function spell({ spellers }: Deriver, name: string, goal: unknown): readonly string[] | null {
  const speller = spellers[name];
  if (speller === undefined) throw new Error(`no speller for ${name}`);
  const token = speller(goal as never);
  return token === null ? null : [token];
}

function expand(deriver: Deriver, name: string, goal: unknown): readonly string[] | null {
  const rule = deriver.grammar.get(name);
  if (rule === undefined) throw new Error(`${name} is not defined`);
  const planner = deriver.planners[name];
  if (planner === undefined) return expandAny(deriver, optionsOf(rule), goal);
  const plan = planner(goal as never);
  if (plan === null) return null;
  if ("tokens" in plan) return plan.tokens;
  const { first } = plan;
  const option = first === undefined ? rule : optionsOf(rule).find((each) => startsWith(each, first));
  if (option === undefined) throw new Error(`${name} has no alternative that starts with ${first}`);
  return write(deriver, option, queuesOf(plan, option));
}

/** Without a planner, each alternative gets the whole meaning. */
function expandAny(deriver: Deriver, options: readonly Rule[], goal: unknown): readonly string[] | null {
  for (const option of shuffle(deriver.choices, options)) {
    const tokens = write(deriver, option, { goals: [], repeat: [], pick: [], rest: goal });
    if (tokens !== null) return tokens;
  }
  return null;
}

function optionsOf(rule: Rule): readonly Rule[] {
  return rule.kind === "choice" ? rule.options : [rule];
}

function startsWith(rule: Rule, first: string): boolean {
  switch (rule.kind) {
    case "text":
      return rule.text === first;
    case "name":
      return rule.name === first;
    case "sequence":
      return headsOf(rule.parts).some((head) => startsWith(head, first));
    case "choice":
      return rule.options.some((option) => startsWith(option, first));
    case "repeat":
      return startsWith(rule.rule, first);
    default:
      return false;
  }
}

/** The parts that may come first: up to one that has to be there. */
function headsOf(parts: readonly Rule[]): readonly Rule[] {
  const end = parts.findIndex((part) => part.kind !== "repeat" || part.operator === "+");
  return parts.slice(0, end + 1);
}

/** What is left of a plan. `rest` is the meaning of names that the plan says nothing about. */
interface Queues {
  readonly goals: unknown[];
  readonly repeat: number[];
  readonly pick: string[];
  readonly rest: unknown;
}

function queuesOf({ first, goals = [], repeat = [], pick = [] }: Plan, option: Rule): Queues {
  const heads = option.kind === "sequence" ? headsOf(option.parts) : [];
  const grouped = first !== undefined && heads.some((head) => head.kind === "choice" && startsWith(head, first));
  return { goals: [...goals], repeat: [...repeat], pick: grouped ? [first, ...pick] : [...pick], rest: undefined };
}

function write(deriver: Deriver, rule: Rule, queues: Queues): readonly string[] | null {
  switch (rule.kind) {
    case "text":
      if (queues.pick[0] === rule.text) queues.pick.shift();
      return [rule.text];
    case "name":
      if (queues.pick[0] === rule.name) queues.pick.shift();
      return derive(deriver, rule.name, queues.goals.length > 0 ? queues.goals.shift() : queues.rest);
    case "sequence":
      return writeAll(deriver, rule.parts, queues);
    case "choice":
      return writeChoice(deriver, rule.options, queues);
    case "repeat":
      return writeRepeat(deriver, rule, queues);
    default:
      throw new Error(`${rule.kind} belongs into a token`);
  }
}

function writeAll(deriver: Deriver, rules: readonly Rule[], queues: Queues): readonly string[] | null {
  const tokens: string[] = [];
  for (const rule of rules) {
    const part = write(deriver, rule, queues);
    if (part === null) return null;
    tokens.push(...part);
  }
  return tokens;
}

function writeChoice(deriver: Deriver, options: readonly Rule[], queues: Queues): readonly string[] | null {
  const wanted = queues.pick[0];
  const picked = wanted === undefined ? undefined : options.find((option) => startsWith(option, wanted));
  if (picked !== undefined) return write(deriver, picked, queues);
  for (const option of shuffle(deriver.choices, options)) {
    const attempt = { ...queues, goals: [...queues.goals], repeat: [...queues.repeat], pick: [...queues.pick] };
    const tokens = write(deriver, option, attempt);
    if (tokens === null) continue;
    queues.goals.splice(0, queues.goals.length, ...attempt.goals);
    queues.repeat.splice(0, queues.repeat.length, ...attempt.repeat);
    queues.pick.splice(0, queues.pick.length, ...attempt.pick);
    return tokens;
  }
  return null;
}

function writeRepeat(
  deriver: Deriver,
  { rule, operator }: Rule & { readonly kind: "repeat" },
  queues: Queues,
): readonly string[] | null {
  if (rule.kind === "text" && operator === "?") {
    return isWanted(rule.text, queues) || (isFree(rule.text) && chance(deriver.choices, 0.2))
      ? write(deriver, rule, queues)
      : [];
  }
  const count = queues.repeat.shift() ?? (operator === "+" ? 1 : 0);
  return writeAll(
    deriver,
    Array.from({ length: count }, () => rule),
    queues,
  );
}

/** A comma at the end, `|` in front: they mean nothing. Words such as `const` are left to the plan. */
function isFree(text: string): boolean {
  return /^[,|&]$/.test(text);
}

function isWanted(text: string, { pick }: Queues): boolean {
  return pick[0] === text;
}

/** The plan of a list: `( X ( "," X )* ","? )?`. */
export function list(goals: readonly unknown[]): Plan {
  return { goals, repeat: goals.length === 0 ? [0] : [1, goals.length - 1] };
}

/** The plan of a list that is not empty: `X ( "," X )*`. */
export function someOf(goals: readonly unknown[]): Plan {
  return { goals, repeat: [goals.length - 1] };
}
