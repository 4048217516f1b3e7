// Statements that declare values, and the planners for them, for imports and for exports.

import { chance, integer, pick, shuffle } from "./choices.ts";
import { list, type Plan, type Planner, someOf } from "./derive.ts";
import { type Meaning, type Primitive, primitive } from "./meanings.ts";
import { addStatement, declareSomewhere, freshName, type Session } from "./session.ts";
import { isName } from "./spelling.ts";

/** Declares a constant that refers to no other: its name. */
export function declareConstant(session: Session, value: Meaning): string {
  const name = freshName(session, "c");
  const statement = session.writePlainly("Constant", { exported: false, bindings: [{ pattern: name, value }] });
  session.current.statements.push(statement);
  return name;
}

/** Declares a constant, or something like one, with a value: how it is called from the current module. */
export function declareValue(session: Session, value: Meaning): readonly string[] {
  return declareSomewhere(
    session,
    (exported, away) => {
      const { choices } = session;
      const ways: ((exported: boolean) => readonly string[] | null)[] = [
        () => constant(session, value, exported),
        () => destructured(session, value, exported),
        () => staticMember(session, value, exported),
        () => inNamespace(session, value, exported),
        () => (away ? byDefault(session, value) : null),
        () => enumMember(session, value, exported),
        () => ambient(session, value, exported),
        () => fromJson(session, value, exported),
      ];
      // Most constants are plain.
      if (!chance(choices, 0.5)) return constant(session, value, exported);
      for (const way of shuffle(choices, ways)) {
        const path = way(exported);
        if (path !== null) return path;
      }
      return constant(session, value, exported);
    },
    mentionsClass(value),
  );
}

/** A module that refers to a class has to run after the class's own, and so cannot be one that this imports. */
export function mentionsClass(goal: unknown): boolean {
  if (typeof goal !== "object" || goal === null) return false;
  const isReference = "name" in goal && goal.name === "FeatureRef";
  return isReference || "feature" in goal || Object.values(goal).some(mentionsClass);
}

function constant(session: Session, value: Meaning, exported: boolean): readonly string[] {
  const name = freshName(session, "c");
  const mark = pick(session.choices, [null, null, null, null, null, null, null, "cast", "noted"] as const);
  const noted = mark === null ? value : { kind: mark, of: value };
  const others = chance(session.choices, 0.1) ? [{ pattern: freshName(session, "c"), value: primitive(1) }] : [];
  addStatement(session, "Constant", { exported, bindings: [...others, { pattern: name, value: noted }] });
  return [name];
}

function destructured(session: Session, value: Meaning, exported: boolean): readonly string[] {
  const name = freshName(session, "c");
  const { choices } = session;
  const skipped = integer(choices, 0, 2);
  const binding = chance(choices, 0.5)
    ? {
        pattern: { array: [...Array<null>(skipped).fill(null), name] },
        value: { kind: "array", items: [...Array(skipped).fill(primitive(0)), value] } as const,
      }
    : { pattern: { object: [["key", name]] }, value: { kind: "object", entries: [["key", value]] } as const };
  const nested = chance(choices, 0.2)
    ? {
        pattern: { object: [["deep", binding.pattern]] },
        value: { kind: "object", entries: [["deep", binding.value]] } as const,
      }
    : binding;
  addStatement(session, "Constant", { exported, bindings: [nested] });
  return [name];
}

function staticMember(session: Session, value: Meaning, exported: boolean): readonly string[] {
  const name = freshName(session, "C");
  const member = pick(session.choices, ["x", "KEY", "of"]);
  const base = chance(session.choices, 0.2) ? freshName(session, "B") : null;
  const members = [{ member: "static", name: member, value }];
  if (base !== null) addStatement(session, "Class", { name: base, exported: false, members });
  addStatement(session, "Class", { name, exported, base, members: base === null ? members : [] });
  return [name, member];
}

function inNamespace(session: Session, value: Meaning, exported: boolean): readonly string[] {
  const name = freshName(session, "N");
  const inner = chance(session.choices, 0.3) ? ["M"] : [];
  addStatement(session, "Namespace", { path: [name, ...inner], exported, constant: { pattern: "x", value } });
  const path = [name, ...inner, "x"];
  if (!chance(session.choices, 0.3)) return path;
  const alias = freshName(session, "c");
  addStatement(session, "AliasImport", { name: alias, exported, path });
  return [alias];
}

function byDefault(session: Session, value: Meaning): readonly string[] | null {
  if (session.current.hasDefault) return null;
  session.current.hasDefault = true;
  addStatement(session, "DefaultExport", value);
  return ["default"];
}

/** Only after a plain number does TypeScript count on. */
function written(value: number): Meaning {
  return { kind: "written", tokens: [String(value)] };
}

function enumMember(session: Session, value: Meaning, exported: boolean): readonly string[] | null {
  if (value.kind !== "primitive") return null;
  const { value: held } = value;
  const isText = typeof held === "string";
  if (!isText && (typeof held !== "number" || Object.is(held, -0))) return null;
  const name = freshName(session, "E");
  const counted = typeof held === "number" && Number.isInteger(held) && held > 0 && chance(session.choices, 0.5);
  const before = counted ? [["Zero", held === 1 && chance(session.choices, 0.5) ? null : written(held - 1)]] : [];
  const after = isText ? [] : [["Last", chance(session.choices, 0.5) ? null : primitive("z")]];
  addStatement(session, "Enum", { name, exported, members: [...before, ["It", counted ? null : value], ...after] });
  return [name, "It"];
}

/** `declare const`: the value comes from outside. */
function ambient(session: Session, value: Meaning, exported: boolean): readonly string[] | null {
  if (value.kind !== "primitive" || exported) return null;
  const { value: held } = value;
  if (held === undefined || held === null || Object.is(held, -0)) return null;
  const name = freshName(session, "ambient");
  session.ambient.set(name, held);
  addStatement(session, "AmbientConstant", { name, value: held });
  return [name];
}

function fromJson(session: Session, value: Meaning, exported: boolean): readonly string[] | null {
  if (value.kind !== "primitive" || exported) return null;
  const { value: held } = value;
  if (held === undefined || typeof held === "bigint" || Object.is(held, -0)) return null;
  const key = `v${session.count++}`;
  session.json.set(key, held);
  const name = freshName(session, "json");
  session.current.imports.push(session.write("Import", { default: name, specifier: "./data.json", attributes: true }));
  return [name, key];
}

interface ImportGoal {
  readonly default?: string;
  readonly names?: readonly (readonly [imported: string, local: string])[];
  readonly namespace?: string;
  readonly specifier: string;
  readonly typeOnly?: boolean;
  readonly attributes?: boolean;
}

interface ExportGoal {
  readonly names: readonly (readonly [local: string, exported: string])[];
  readonly specifier?: string;
}

type PatternGoal =
  | string
  | { readonly array: readonly (PatternGoal | null)[] }
  | { readonly object: readonly PropertyGoal[] };
type PropertyGoal = readonly [key: string, pattern: PatternGoal];

/** Planners for the statements of a module that are neither classes nor types. */
export function declarationPlanners(session: Session): Readonly<Record<string, Planner>> {
  const { choices } = session;
  const exportMark = (exported: boolean) => (exported ? ["export"] : []);

  return {
    Import: (goal: ImportGoal): Plan => {
      const whole = goal.typeOnly === true && goal.default === undefined && chance(choices, 0.5);
      const attributes = goal.attributes === true;
      return {
        goals: [{ ...goal, typeOnly: goal.typeOnly === true && !whole }, goal.specifier],
        repeat: [attributes ? 1 : 0],
        pick: whole ? ["type"] : [],
      };
    },
    Attributes: () => ({ goals: ["type", "json"] }),
    ImportClause: (goal: ImportGoal): Plan => {
      const rest = goal.names !== undefined ? "NamedImports" : goal.namespace !== undefined ? "NamespaceImport" : null;
      if (goal.default === undefined) return { first: rest ?? "", goals: [goal] };
      if (rest === null) return { first: "NAME", goals: [goal.default], repeat: [0] };
      return { first: "NAME", goals: [goal.default, goal], repeat: [1], pick: [rest] };
    },
    NamedImports: ({ names = [], typeOnly = false }: ImportGoal): Plan =>
      list(names.map((name) => [...name, typeOnly])),
    ImportedName: ([imported, local, typeOnly]: readonly [string, string, boolean]): Plan => ({
      goals: imported === local ? [local] : [imported, local],
      repeat: [imported === local ? 0 : 1],
      pick: typeOnly ? ["type"] : [],
    }),
    ModuleName: (name: string): Plan => ({ first: /^[\w$]+$/.test(name) ? "WORD" : "STRING", goals: [name] }),
    NamespaceImport: ({ namespace }: ImportGoal): Plan => ({ goals: [namespace] }),
    RequireImport: ({ name, specifier }: { name: string; specifier: string }): Plan => ({ goals: [name, specifier] }),
    AliasImport: ({ name, exported, path }: { name: string; exported: boolean; path: readonly string[] }): Plan => ({
      goals: [name, path],
      pick: exportMark(exported),
    }),
    EffectImport: (specifier: string): Plan => ({ goals: [specifier] }),
    QualifiedName: (path: readonly string[]): Plan | null => (isName(path[0] ?? "") ? someOf(path) : null),
    Export: ({ names, specifier }: ExportGoal): Plan => {
      const { goals = [], repeat = [] } = list(names);
      return {
        goals: specifier === undefined ? goals : [...goals, specifier],
        repeat: [...repeat, specifier === undefined ? 0 : 1],
      };
    },
    ExportedName: ([local, exported]: readonly [string, string]): Plan => ({
      goals: local === exported ? [local] : [local, exported],
      repeat: [local === exported ? 0 : 1],
    }),
    StarExport: ({ name, specifier }: { name?: string; specifier: string }): Plan => ({
      goals: name === undefined ? [specifier] : [name, specifier],
      repeat: [name === undefined ? 0 : 1],
    }),
    DefaultExport: (value: Meaning): Plan => ({ goals: [value], pick: ["default", "Value"] }),

    Constant: ({ exported, bindings }: { exported: boolean; bindings: readonly unknown[] }): Plan => ({
      ...someOf(bindings),
      pick: exportMark(exported),
    }),
    Binding: ({ pattern, value, bare = false }: { pattern: PatternGoal; value: Meaning; bare?: boolean }): Plan => {
      const annotated = typeof pattern === "string" && !bare && chance(choices, 0.15);
      return { goals: [pattern, ...(annotated ? [undefined] : []), value], repeat: [annotated ? 1 : 0] };
    },
    Pattern: (goal: PatternGoal): Plan => {
      if (typeof goal === "string") return { first: "NAME", goals: [goal] };
      return { first: "array" in goal ? "ArrayPattern" : "ObjectPattern", goals: [goal] };
    },
    ObjectPattern: ({ object }: { object: readonly PropertyGoal[] }): Plan => someOf(object),
    PatternProperty: ([key, pattern]: PropertyGoal): Plan =>
      key === pattern ? { first: "NAME", goals: [key] } : { first: "PropertyName", goals: [key, pattern] },
    ArrayPattern: ({ array }: { array: readonly (PatternGoal | null)[] }): Plan => {
      const places = array.flatMap((item, index) => (item === null ? [] : [index]));
      const gaps = places.map((place, index) => place - (places[index - 1] ?? 0));
      return {
        goals: array.filter((item) => item !== null),
        repeat: [gaps[0] ?? 0, places.length - 1, ...gaps.slice(1)],
      };
    },
    AmbientConstant: ({ name, value }: { name: string; value: Primitive }): Plan => ({
      goals: [name, { kind: "literal", value }],
    }),

    Enum: ({ name, exported, members }: { name: string; exported: boolean; members: readonly unknown[] }): Plan => {
      const { goals = [], repeat = [] } = list(members);
      const constant = chance(choices, 0.3) ? ["const"] : [];
      return { goals: [name, ...goals], repeat, pick: [...exportMark(exported), ...constant] };
    },
    EnumMember: ([name, value]: readonly [string, Meaning | null]): Plan => ({
      goals: value === null ? [name] : [name, value],
      repeat: [value === null ? 0 : 1],
    }),
    Namespace: (goal: {
      path: readonly string[];
      exported: boolean;
      constant?: unknown;
      statement?: unknown;
    }): Plan => {
      const inner =
        goal.constant === undefined
          ? goal.statement
          : { production: "Constant", goal: { exported: true, bindings: [goal.constant] } };
      return {
        goals: [...goal.path, inner],
        repeat: [goal.path.length - 1, 1],
        pick: [...exportMark(goal.exported), pick(choices, ["namespace", "namespace", "module"])],
      };
    },
    Statement: ({ production, goal }: { production: string; goal: unknown }): Plan => ({
      first: production,
      goals: [goal],
    }),
  };
}
