// How values are written: operators whose result is the value, references to constants that hold it, members of objects
// that contain it. Everything here is JavaScript run backwards.

import { chance, cut, integer, pick } from "./choices.ts";
import { declareConstant, declareValue } from "./declarations.ts";
import { derive, list, type Plan, type Planner, someOf, type Written } from "./derive.ts";
import { isTruthy, type Meaning, type Primitive, primitive } from "./meanings.ts";
import { bigintOperands, numberOperands, type Operands } from "./operands.ts";
import { addStatement, claimName, reach, type Session } from "./session.ts";
import { isName } from "./spelling.ts";

type ValuePlanner = (goal: Meaning) => Plan | Written | null;

/** Planners for the productions of values. */
export function valuePlanners(session: Session): Readonly<Record<string, Planner>> {
  const { choices, deriver } = session;
  /** Whether to do something that is not needed. */
  const may = (probability: number) => deriver.fuel > 0 && chance(choices, probability);
  const truth = (wanted: boolean): Meaning =>
    wanted
      ? pick(choices, [primitive(true), primitive(1), primitive("yes"), { kind: "array", items: [] }])
      : pick(choices, FALSY);
  const nullish = (): Meaning => primitive(pick(choices, [null, undefined]));
  const unused: Meaning = { kind: "unused" };

  const planners: Record<string, ValuePlanner> = {
    Value: (goal) => {
      if (goal.kind === "written") return goal;
      if (goal.kind === "unused") return { tokens: unusedTokens() };
      if (goal.kind === "form" && !goal.apart) {
        if (!may(0.25)) return raw(goal.name, goal);
        return planners.Value?.({ ...goal, apart: true }) ?? null;
      }
      if (isMarked(goal) || !may(0.05)) return { goals: [goal], repeat: [0] };
      const yes = chance(choices, 0.5);
      return { goals: [truth(yes), ...(yes ? [goal, unused] : [unused, goal])], repeat: [1] };
    },
    Coalesce: (goal) => {
      if (isMarked(goal) || !may(0.15)) return null;
      if (isNullish(goal)) return someOf([nullish(), goal]);
      return someOf(
        chance(choices, 0.5) ? [nullish(), goal] : [goal, truth(false), primitive(1)].slice(0, integer(choices, 2, 3)),
      );
    },
    LogicalOr: (goal) => {
      if (isMarked(goal) || !may(0.05)) return someOf([goal]);
      // What a name stands for is not known here.
      if (goal.kind === "binding") return someOf([truth(false), goal]);
      return someOf(isTruthy(goal) && chance(choices, 0.5) ? [goal, truth(true)] : [truth(false), goal]);
    },
    LogicalAnd: (goal) => {
      if (isMarked(goal) || !may(0.05)) return someOf([goal]);
      return someOf(!isTruthy(goal) && chance(choices, 0.5) ? [goal, truth(true)] : [truth(true), goal]);
    },
    Equality: (goal) => {
      if (goal.kind !== "primitive" || typeof goal.value !== "boolean" || !may(0.2)) return someOf([goal]);
      const [a, b] = pick(choices, PAIRS);
      const same = chance(choices, 0.5);
      return { ...someOf([primitive(a), primitive(same ? a : b)]), pick: [same === goal.value ? "===" : "!=="] };
    },
    Relation: (goal) => {
      if (goal.kind === "noted") {
        const notes = integer(choices, 1, 2);
        const of = goal.of.kind === "form" ? { ...goal.of, apart: true } : goal.of;
        return { goals: [of, ...Array(notes).fill(undefined)], repeat: [0, notes] };
      }
      if (goal.kind !== "primitive" || typeof goal.value !== "boolean" || !may(0.2))
        return { goals: [goal], repeat: [0, 0] };
      const [low, high] = pick(choices, ORDERED);
      const wanted = pick(choices, goal.value ? ["<=", "<"] : [">", ">="]);
      if (wanted === "<") return { tokens: writeApart("Shift", "<", [low, high]) };
      return { goals: [primitive(low), primitive(high)], repeat: [1, 0], pick: [wanted] };
    },
    BitwiseOr: (goal) => operator(goal, "|"),
    BitwiseXor: (goal) => operator(goal, "^"),
    BitwiseAnd: (goal) => operator(goal, "&"),
    Shift: (goal) => operator(goal, "<<", ">>", ">>>"),
    Sum: (goal) => {
      if (goal.kind === "primitive" && typeof goal.value === "string" && goal.value !== "" && may(0.12)) {
        return { ...someOf(textParts(goal.value)), pick: ["+", "+", "+"] };
      }
      return operator(goal, "+", "-");
    },
    Product: (goal) => operator(goal, "*", "/", "%"),
    Power: (goal) => {
      const operands = may(0.1) ? operandsOf(goal, ["**"]) : null;
      const [base = 0, exponent = 1] = operands?.values ?? [];
      if (operands === null || base < 0) return { first: "Unary", goals: [goal] };
      return { first: "Access", goals: [operand(base), primitive(exponent)] };
    },
    Signed: (goal) => {
      if (goal.kind !== "primitive") return null;
      const { value } = goal;
      if (isNegative(goal)) return { first: "-", goals: [operand(-(value as number))] };
      if (typeof value === "boolean") return may(0.5) ? { first: "!", goals: [truth(!value)] } : null;
      if ((typeof value !== "number" && typeof value !== "bigint") || !may(0.1)) return null;
      const int = typeof value === "bigint" || (value | 0) === value;
      const sign = pick(choices, ["-", ...(typeof value === "number" ? ["+"] : []), ...(int ? ["~"] : [])]);
      return { first: sign, goals: [operand(sign === "-" ? -value : sign === "~" ? ~value : value)] };
    },
    Cast: (goal) => {
      if (goal.kind !== "cast") return null;
      const of = goal.of.kind === "form" ? { ...goal.of, apart: true } : goal.of;
      const constant = (of.kind === "array" || of.kind === "object") && chance(choices, 0.5);
      return { goals: constant ? [of] : [undefined, of], pick: [constant ? "const" : "AnyType"] };
    },
    Access: (goal) => {
      const path = throughReference(goal) ?? throughParts(goal);
      if (path !== null) return path;
      if (goal.kind === "cast") return null;
      const bang = goal.kind !== "noted" && may(0.05);
      return { goals: [goal, ...(bang ? ["!"] : [])], repeat: [bang ? 1 : 0] };
    },
    Parentheses: (goal) => {
      if (goal.kind === "written") return goal;
      if (goal.kind === "binding") return null;
      if (goal.kind === "form" && goal.apart) return { goals: [{ ...goal, apart: false }] };
      if (goal.kind === "noted" || goal.kind === "cast") return { goals: [goal] };
      if (!may(0.12)) return null;
      // `-(-1 as T)` and `(-1 as T) ** 2` lose their parentheses when they are transpiled.
      const noted = !isNegative(goal) && chance(choices, 0.4);
      return { goals: [noted ? { kind: "noted", of: goal } : goal] };
    },
    Reference: (goal) => {
      if (goal.kind === "binding") return { goals: [goal.name] };
      if (goal.kind === "primitive" && goal.value === undefined) return { goals: ["undefined"] };
      if (goal.kind !== "class") return null;
      const path = reachClass(goal.feature);
      return path.length === 1 ? { goals: path } : null;
    },
    Literal: (goal) => {
      if (goal.kind !== "primitive") return null;
      const { value } = goal;
      if (typeof value === "string") return { first: chance(choices, 0.15) ? "TEMPLATE" : "STRING", goals: [value] };
      if (typeof value === "number") return { first: "NUMBER", goals: [value] };
      if (typeof value === "bigint") return { first: "BIGINT", goals: [value] };
      return value === undefined ? null : { first: String(value) };
    },
    Template: (goal) => {
      if (goal.kind !== "primitive" || typeof goal.value !== "string" || !may(0.2)) return null;
      const parts = textParts(goal.value);
      const holes = parts.slice(0, 3);
      const texts = holes.map(() => "");
      const rest = parts
        .slice(3)
        .map((part) => (part.kind === "primitive" ? String(part.value) : ""))
        .join("");
      const goals = holes.flatMap((hole, index) => [texts[index], hole]);
      return { goals: [...goals, rest], repeat: [holes.length - 1] };
    },
    Array: (goal) => {
      if (goal.kind !== "array") return null;
      return goal.items.length === 0 ? { repeat: [0] } : { goals: [goal.items], repeat: [1] };
    },
    Object: (goal) => (goal.kind === "object" ? list(propertiesOf(goal.entries)) : null),
    Freeze: (goal) => {
      if ((goal.kind !== "array" && goal.kind !== "object") || !may(0.05)) return null;
      const called = chance(choices, 0.3);
      return { goals: [...(called ? [undefined] : []), goal], repeat: [called ? 1 : 0] };
    },
    LibraryValue: () => null,
  };

  /** The items of an array, some of them together as a spread. */
  const items = (goal: readonly Meaning[]): Plan => {
    const pieces = goal.flatMap((item): unknown[] => [item]);
    if (goal.length > 0 && may(0.2)) {
      const start = integer(choices, 0, goal.length - 1);
      const end = integer(choices, start, goal.length);
      pieces.splice(start, end - start, { spread: { kind: "array", items: goal.slice(start, end) } });
    }
    return someOf(pieces);
  };

  const more: Record<string, Planner> = {
    Items: items,
    Item: (goal: Meaning | SpreadGoal) =>
      "spread" in goal ? { first: "Spread", goals: [goal] } : { first: "Value", goals: [goal] },
    Spread: (goal: SpreadGoal) => ("spread" in goal ? { goals: [goal.spread] } : null),
    Pair: ({ key, value }: PairGoal) => (key === undefined ? null : { goals: [key, value] }),
    ComputedPair: ({ key, value }: PairGoal) =>
      key === undefined || !may(0.3) ? null : { goals: [primitive(key), value] },
    Shorthand: ({ key, value, wanted = false }: PairGoal) =>
      key === undefined || !(wanted || may(0.1)) ? null : shorthand(key, value),
    PropertyName: (key: string) => propertyName(key),
    Suffix: (goal: unknown) => (goal === "!" ? { first: "!" } : goal === undefined ? null : suffix(goal as SuffixGoal)),
    Member: ({ member, optional }: MemberGoal) => ({ goals: [member], pick: [optional ? "?." : "."] }),
    Index: ({ member, optional }: MemberGoal) => ({ goals: [primitive(member)], pick: optional ? ["?."] : [] }),
    Concat: ({ concat }: { readonly concat: readonly Meaning[] }) =>
      concat.length === 0 ? { repeat: [0] } : { goals: [concat], repeat: [1] },
    Call: () => ({
      first: chance(choices, 0.5) ? "?." : "TypeArguments",
      goals: [[{ kind: "type", type: { kind: "string" }, nullable: false }]],
    }),
  };
  return { ...(planners as Record<string, Planner>), ...more };

  /**
   * A number below an operator of one operand, or to the power of something: a literal or a constant. Transpiling would
   * take `as T` and the parentheses around it away.
   */
  function operand(value: number | bigint): Meaning {
    if (may(0.3)) return { kind: "binding", name: declareConstant(session, primitive(value)) };
    const bare = isNegative(primitive(value)) ? "Signed" : "Literal";
    return { kind: "written", tokens: session.writePlainly(bare, primitive(value)) };
  }

  function raw(name: string, goal: unknown): Written | null {
    const tokens = derive(deriver, name, goal);
    return tokens === null ? null : { tokens };
  }

  function unusedTokens(): readonly string[] {
    return pick(choices, [
      ["0"],
      ["nowhere"],
      ["nowhere", ".", "at", "[", "0", "]"],
      ["(", "null", ")"],
      ["[", "...", "nowhere", "]"],
    ]);
  }

  function operandsOf(goal: Meaning, operators: readonly string[]): Operands | null {
    if (goal.kind !== "primitive") return null;
    if (typeof goal.value === "number") return numberOperands(choices, goal.value, operators);
    return typeof goal.value === "bigint" ? bigintOperands(choices, goal.value, operators) : null;
  }

  function operator(goal: Meaning, ...operators: readonly string[]): Plan | Written {
    const operands = may(0.1) ? operandsOf(goal, operators) : null;
    if (operands === null) return someOf([goal]);
    if (operands.operator === "<<") return { tokens: writeApart("Sum", "<<", operands.values) };
    return { ...someOf(operands.values.map(primitive)), pick: [operands.operator] };
  }

  /** Operands around `<` and `<<`, behind which `(a as B<C>)` would look like type arguments to TypeScript. */
  function writeApart(production: string, operator: string, values: readonly Primitive[]): readonly string[] {
    const [left = [], right = []] = values.map((value) => session.writePlainly(production, primitive(value)));
    return [...left, operator, ...right];
  }

  /** Texts and other primitives that make up a text when they are joined; the first is a text. */
  function textParts(text: string): readonly Meaning[] {
    const characters = Array.from(text);
    const pieces = cut(choices, characters, Math.min(4, characters.length)).map((piece) => piece.join(""));
    return pieces.map((piece, index) => primitive(index === 0 ? piece : unprinted(piece)));
  }

  function unprinted(text: string): Primitive {
    const found = [null, undefined, true, false].find((value) => String(value) === text);
    if (text === "null" || found !== undefined) return found;
    if (/^\d{1,9}$/.test(text) && String(Number(text)) === text)
      return chance(choices, 0.5) ? Number(text) : BigInt(text);
    return text;
  }

  function isNullish(goal: Meaning): boolean {
    return goal.kind === "primitive" && (goal.value === null || goal.value === undefined);
  }

  /** A constant somewhere that holds the value. */
  function throughReference(goal: Meaning): Plan | null {
    if (goal.kind === "binding" || isMarked(goal) || goal.kind === "unused" || goal.kind === "written") return null;
    if (goal.kind === "class") {
      const path = reachClass(goal.feature);
      return path.length > 1 ? accessPlan(path) : null;
    }
    if (goal.kind === "primitive" && goal.value === undefined) return null;
    const wanted = goal.kind === "form" && goal.apart;
    if (!(wanted ? chance(choices, 0.5) : may(0.12))) return null;
    const inner = goal.kind === "form" ? { ...goal, apart: false } : goal;
    return accessPlan(declareValue(session, inner));
  }

  function accessPlan([name = "", ...rest]: readonly string[]): Plan {
    const goals = rest.map((member): MemberGoal => ({ member, optional: false, dotted: true }));
    return { goals: [{ kind: "binding", name }, ...goals], repeat: [rest.length] };
  }

  /** A part of an array, an object or a text. */
  function throughParts(goal: Meaning): Plan | null {
    if (goal.kind === "binding" || isMarked(goal) || goal.kind === "unused" || goal.kind === "written" || !may(0.06))
      return null;
    if (goal.kind === "array" && chance(choices, 0.4)) return concatenation(goal.items);
    if (goal.kind === "primitive" && typeof goal.value === "string") {
      if (goal.value.length === 1 && chance(choices, 0.5)) {
        return { goals: [primitive(`a${goal.value}`), { member: 1, optional: false }], repeat: [1] };
      }
      if (goal.value.length > 1 && chance(choices, 0.5)) {
        const [first = primitive(""), ...others] = textParts(goal.value);
        return {
          goals: [{ kind: "written", tokens: session.writePlainly("Literal", first) }, { concat: others }],
          repeat: [1],
        };
      }
    }
    if (
      goal.kind === "primitive" &&
      Number.isInteger(goal.value) &&
      Number(goal.value) >= 0 &&
      Number(goal.value) < 6
    ) {
      const size = Number(goal.value);
      const of = chance(choices, 0.5)
        ? primitive("x".repeat(size))
        : { kind: "array", items: Array<Meaning>(size).fill(primitive(0)) };
      return { goals: [of, { member: "length", optional: false, dotted: true }], repeat: [1] };
    }
    return container(goal);
  }

  function concatenation(all: readonly Meaning[]): Plan | null {
    const start = integer(choices, 0, all.length);
    if (all.some(({ kind }) => kind === "form" || kind === "class")) return null;
    const rest = all
      .slice(start)
      .map((item) => (item.kind === "array" ? ({ kind: "array", items: [item] } as const) : item));
    const given =
      rest.length > 1 && chance(choices, 0.5) ? [{ kind: "array", items: all.slice(start) } as const] : rest;
    // What is called on another receiver could change its arguments.
    const target = session.writePlainly("Array", { kind: "array", items: all.slice(0, start) });
    return { goals: [{ kind: "written", tokens: target }, { concat: given }], repeat: [1] };
  }

  function container(goal: Meaning): Plan {
    const optional = chance(choices, 0.2);
    if (chance(choices, 0.3)) {
      const before = integer(choices, 0, 2);
      const items = [...Array(before).fill(primitive(0)), goal];
      return {
        goals: [
          { kind: "array", items },
          { member: before, optional },
        ],
        repeat: [1],
      };
    }
    const key = pick(choices, ["a", "b c", "default", "x1", "7"]);
    const inner = {
      kind: "object",
      entries: [
        ["other", primitive(null)],
        [key, goal],
      ],
    } as const;
    if (!chance(choices, 0.2)) return { goals: [inner, { member: key, optional }], repeat: [1] };
    const outer = { kind: "object", entries: [["in", inner]] } as const;
    return { goals: [outer, { member: "in", optional: false }, { member: key, optional }], repeat: [2] };
  }

  function suffix(goal: SuffixGoal): Plan {
    if ("concat" in goal) return { first: "Concat", goals: [goal] };
    const dotted =
      goal.dotted === true ||
      (typeof goal.member === "string" &&
        /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(goal.member) &&
        chance(choices, 0.7));
    return { first: dotted ? "Member" : "Index", goals: [goal] };
  }

  function reachClass(feature: string): readonly string[] {
    const place = session.classes.get(feature);
    if (place === undefined) throw new Error(`no class for ${feature}`);
    return reach(session, place);
  }

  /** Properties of an object, some of them through spreads. */
  function propertiesOf(entries: readonly (readonly [string, Meaning])[]): readonly unknown[] {
    const pairs: unknown[] = entries.map(([key, value]) => ({ key, value }));
    if (entries.length > 0 && may(0.15)) {
      const end = integer(choices, 1, entries.length);
      const spread = entries.slice(0, end);
      const overridden = integer(choices, 0, spread.length);
      const object: Meaning = {
        kind: "object",
        entries: spread.map(
          ([key, value], index) => [key, index < overridden ? primitive("overridden") : value] as const,
        ),
      };
      pairs.splice(0, end, { spread: object }, ...pairs.slice(0, overridden));
    }
    if (may(0.05)) pairs.splice(integer(choices, 0, pairs.length), 0, { spread: nullish() });
    return pairs;
  }

  /** `{ key }`, when the module can have a constant of that name. */
  function shorthand(key: string, value: Meaning): Plan | null {
    if (!isName(key) || key === "undefined" || !claimName(session, key)) return null;
    addStatement(session, "Constant", { exported: false, bindings: [{ pattern: key, value }] });
    return { goals: [key] };
  }

  function propertyName(key: string): Plan {
    if (/^(?:0|[1-9]\d{0,8})$/.test(key) && chance(choices, 0.7)) {
      return chance(choices, 0.8)
        ? { first: "NUMBER", goals: [Number(key)] }
        : { first: "BIGINT", goals: [BigInt(key)] };
    }
    if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) && chance(choices, 0.8))
      return { first: "WORD", goals: [key] };
    return { first: chance(choices, 0.2) ? "[" : "STRING", goals: [key] };
  }
}

/** Whether notes or a cast are to be written: nothing may come between them and where they end. */
function isMarked({ kind }: Meaning): boolean {
  return kind === "noted" || kind === "cast";
}

function isNegative(goal: Meaning): boolean {
  if (goal.kind !== "primitive" || (typeof goal.value !== "number" && typeof goal.value !== "bigint")) return false;
  return goal.value < 0 || Object.is(goal.value, -0);
}

interface SpreadGoal {
  readonly spread: Meaning;
}
interface PairGoal {
  readonly key?: string;
  readonly value: Meaning;
  /** Not only if it comes to that. */
  readonly wanted?: boolean;
}
interface MemberGoal {
  readonly member: string | number;
  readonly optional: boolean;
  /** Only `.name` will do. */
  readonly dotted?: boolean;
}
type SuffixGoal = MemberGoal | { readonly concat: readonly Meaning[] };

const FALSY: readonly Meaning[] = [
  primitive(false),
  primitive(0),
  primitive(""),
  primitive(null),
  primitive(undefined),
  primitive(0n),
];
const PAIRS: readonly (readonly [Primitive, Primitive])[] = [
  [1, 2],
  ["a", "b"],
  [true, 1],
  [null, undefined],
  [1n, 1],
  ["", 0],
];
const ORDERED: readonly (readonly [Primitive, Primitive])[] = [
  [1, 2],
  [-1, 0.5],
  ["a", "b"],
  ["a", "aa"],
  [1n, 2n],
  ["B", "a"],
];
