// How classes are written: features, base classes, mixins, and the members of all of them.

import { chance, integer, pick, shuffle } from "./choices.ts";
import { declareConstant } from "./declarations.ts";
import type { Plan, Planner, Written } from "./derive.ts";
import { type ColumnMeaning, form, type Meaning } from "./meanings.ts";
import type { Session } from "./session.ts";

/** A member of a class. */
export type MemberGoal =
  | { readonly member: "feature-static"; readonly name: string; readonly value: Meaning }
  | { readonly member: "static"; readonly name: string; readonly value: Meaning }
  | {
      readonly member: "column";
      readonly column: ColumnMeaning;
      readonly parameter?: string;
      /** Without a constant that another instance could change. */
      readonly plainly?: boolean;
    }
  | { readonly member: "other" };

/** A class. */
export interface ClassGoal {
  /** Null for `export default class`. */
  readonly name: string | null;
  readonly exported: boolean;
  readonly byDefault?: boolean;
  readonly abstract?: boolean;
  readonly base?: BaseGoal | string | null;
  readonly parameters?: readonly string[];
  readonly members: readonly MemberGoal[];
}

/** What a class extends. */
export type BaseGoal =
  | { readonly kind: "name"; readonly path: readonly string[]; readonly args?: readonly unknown[] }
  | { readonly kind: "mixin"; readonly path: readonly string[]; readonly of: BaseGoal }
  | { readonly kind: "class"; readonly class: ClassGoal };

/** Planners for the productions of classes. */
export function classPlanners(session: Session): Readonly<Record<string, Planner>> {
  const { choices, deriver } = session;
  const may = (probability: number) => deriver.fuel > 0 && chance(choices, probability);

  return {
    Class: (goal: ClassGoal): Plan => {
      const marks = [
        ...(goal.exported ? ["export"] : []),
        ...(goal.byDefault === true ? ["default"] : []),
        ...(goal.abstract === true ? ["abstract"] : []),
      ];
      return {
        goals: [...(goal.name === null ? [] : [goal.name]), goal],
        repeat: [0, goal.name === null ? 0 : 1],
        pick: marks,
      };
    },
    ClassConstant: (goal: ClassGoal): Plan => ({
      goals: [goal.name, goal],
      repeat: [0],
      pick: goal.exported ? ["export"] : [],
    }),
    ClassExpression: (goal: ClassGoal): Plan => {
      if (may(0.1)) return { first: "(", goals: [goal], repeat: [0] };
      const named = chance(choices, 0.3);
      return { first: "class", goals: [...(named ? ["Inner"] : []), goal], repeat: [named ? 1 : 0] };
    },
    ClassTail: (goal: ClassGoal): Plan => {
      const { parameters = [], base = null } = goal;
      const bases: BaseGoal[] = base === null ? [] : [typeof base === "string" ? { kind: "name", path: [base] } : base];
      const generic = parameters.map((name) => ({ name, fallback: null }));
      const implementing = may(0.05) ? [undefined] : [];
      return {
        goals: [...(generic.length > 0 ? [generic] : []), ...bases, ...implementing, goal.members],
        repeat: [generic.length > 0 ? 1 : 0, bases.length, implementing.length],
      };
    },
    Heritage: (goal: BaseGoal): Plan => {
      const args = goal.kind === "name" ? (goal.args ?? []) : [];
      return { goals: [goal, ...(args.length > 0 ? [args] : [])], repeat: [args.length > 0 ? 1 : 0] };
    },
    Implements: (): Plan => ({ goals: [{ kind: "named", path: ["Sized"], args: [] }], repeat: [0] }),
    Base: (goal: BaseGoal): Plan => {
      if (goal.kind === "class") return { first: "ClassExpression", goals: [goal.class] };
      if (goal.kind === "mixin") return { first: "MixinCall", goals: [goal] };
      if (goal.args === undefined && may(0.05)) {
        const notes = integer(choices, 0, 1);
        return { first: "(", goals: [goal, ...Array(notes).fill(undefined)], repeat: [0, notes] };
      }
      return { first: "QualifiedName", goals: [goal.path] };
    },
    MixinCall: ({ path, of }: BaseGoal & { readonly kind: "mixin" }): Plan => {
      const args = of.kind === "name" ? (of.args ?? []) : [];
      return { goals: [path, of, ...(args.length > 0 ? [args] : [])], repeat: [0, args.length > 0 ? 1 : 0, 0] };
    },
    ClassBody: (members: readonly MemberGoal[]): Plan => {
      const all = members.flatMap((member) => (may(0.06) ? [OTHER, member] : [member]));
      const own = members.some(({ member }) => member === "feature-static") && may(0.05) ? [CONSTRUCTOR] : [];
      return { goals: [...own, ...all], repeat: [own.length + all.length] };
    },
    ClassMember: (goal: MemberGoal): Plan | Written => {
      const productions = {
        "feature-static": "FeatureStatic",
        static: "OtherStatic",
        column: "Column",
        other: "NoColumn",
      };
      if (goal.member === "column" && goal.plainly === true) return { tokens: session.writePlainly("Column", goal) };
      return { first: productions[goal.member], goals: [goal] };
    },
    FeatureStatic: ({ name, value }: MemberGoal & { readonly member: "feature-static" }): Plan => {
      const marks = [
        "static",
        ...shuffle(
          choices,
          ["override", "readonly"].filter(() => chance(choices, 0.6)),
        ),
      ];
      const annotated = may(0.1);
      return {
        goals: [...marks, ...(annotated ? [undefined] : []), value],
        repeat: [marks.length, annotated ? 1 : 0],
        pick: [name],
      };
    },
    StaticModifier: (mark: string): Plan => ({ first: mark }),
    OtherStatic: ({ name, value }: MemberGoal & { readonly member: "static" }): Plan => {
      const marks = [
        ...(chance(choices, 0.2) ? ["public"] : []),
        "static",
        ...(chance(choices, 0.6) ? ["readonly"] : []),
      ];
      const annotated = may(0.1);
      return {
        goals: [...marks, name, ...(annotated ? [undefined] : []), value],
        repeat: [0, marks.length, annotated ? 1 : 0, 1],
        pick: ["Value"],
      };
    },
    Column: (goal: MemberGoal & { readonly member: "column" }): Plan => {
      const { column } = goal;
      const initial =
        column.options === null
          ? column.initial
          : form("Field", column.options.length === 0 && may(0.5) ? null : column.options);
      const bare = initial === null;
      const declared = bare && !column.optional && may(0.1);
      const marks = [...(declared ? ["declare"] : []), ...(chance(choices, 0.1) ? ["readonly"] : [])];
      const sign = column.optional ? ["?"] : bare && !declared && chance(choices, 0.9) ? ["!"] : [];
      const decorated = !declared && may(0.03) ? [undefined] : [];
      const type = goal.parameter === undefined ? column.type : { kind: "named", path: [goal.parameter], args: [] };
      return {
        goals: [...decorated, ...marks, column.name, type, ...(bare ? [] : [initial])],
        repeat: [decorated.length, marks.length, sign.length, bare ? 0 : 1],
        pick: sign,
      };
    },
    Decorator: (): Written => {
      session.ambient.set("decorate", () => {});
      return { tokens: ["@", "decorate"] };
    },
    ColumnModifier: (mark: string): Plan => ({ first: mark }),
    Initial: (goal: Meaning): Plan | Written => {
      if (goal.kind === "form" && goal.name === "Field") return { first: "Field", goals: [goal] };
      // An instance could change what it shares with a constant.
      if (goal.kind !== "primitive" || !may(0.4)) return { tokens: session.writePlainly("Value", goal) };
      return { first: "Value", goals: [{ kind: "binding", name: declareConstant(session, goal) }] };
    },
    NoColumn: (goal: MemberGoal): Written => {
      if (goal === CONSTRUCTOR) return { tokens: ["constructor", "(", ")", "{", "super", "(", ")", ";", "}"] };
      const tokens = pick(choices, OTHERS);
      return { tokens: tokens.map((token) => (token === "#hidden" ? `#hidden${session.count++}` : token)) };
    },
    Mixin: (goal: ClassGoal): Plan | Written => mixin(goal),
    MixinHead: (bound: boolean): Plan => ({
      goals: [...(bound ? [[{ name: "T", fallback: null }]] : []), "Base", ...(bound ? [undefined] : [])],
      repeat: bound ? [1, 1, 0] : [0, 0, 0],
    }),
    MixinBody: (goal: ClassGoal): Plan =>
      chance(choices, 0.5)
        ? { goals: [goal], pick: ["return"] }
        : { goals: [{ ...goal, name: "Made", exported: false }, "Made"], pick: ["Class"] },
    MixinClass: (goal: ClassGoal): Plan =>
      may(0.1) ? { first: "(", goals: [goal], repeat: [0] } : { first: "ClassExpression", goals: [goal] },
  };

  /** A function, or a constant that is one. */
  function mixin(goal: ClassGoal): Plan {
    const made: ClassGoal = { ...goal, name: null, exported: false, base: "Base" };
    const head = chance(choices, 0.6);
    switch (integer(choices, 0, 2)) {
      case 0:
        return { first: "function", goals: [goal.name, head, made], repeat: [1, 0], pick: ["export"] };
      case 1:
        return {
          first: "const",
          goals: [goal.name, head, made],
          repeat: [0],
          pick: ["export", "MixinHead", pick(choices, ["MixinClass", "MixinBody"])],
        };
      default:
        return { first: "const", goals: [goal.name, head, made], repeat: [0], pick: ["export", "function"] };
    }
  }
}

const OTHER: MemberGoal = { member: "other" };
const CONSTRUCTOR: MemberGoal = { member: "other" };

/** Members that are no columns. */
const OTHERS: readonly (readonly string[])[] = [
  ["describe", "(", ")", "{", "return", "1", ";", "}"],
  ["static", "make", "(", ")", "{", "return", "new", "this", "(", ")", ";", "}"],
  ["get", "label", "(", ")", "{", "return", '"label"', ";", "}"],
  ["static", "set", "label", "(", "text", ")", "{", "}"],
  ["#hidden", "=", "1", ";"],
  ["accessor", "seen", "=", "false", ";"],
  ["static", "{", "void", "0", ";", "}"],
  ["[", "key", ":", "string", "]", ":", "unknown", ";"],
  ["async", "*", "[", "Symbol", ".", "asyncIterator", "]", "(", ")", "{", "}"],
];
