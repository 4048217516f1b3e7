// How the authoring library is used: specs, fields, dependencies, options of columns and of tables.

import { chance, integer, pick, shuffle } from "./choices.ts";
import { list, type Plan, type Planner, someOf } from "./derive.ts";
import {
  type DepMeaning,
  type FeatureMeaning,
  type FieldDepMeaning,
  type FieldMeaning,
  type Form,
  form,
  type LineageMeaning,
  type MappingMeaning,
  type Meaning,
  type OptionMeaning,
  primitive,
  primitives,
  type RefMeaning,
  type TableArgMeaning,
} from "./meanings.ts";
import type { Session } from "./session.ts";

/** An option to be written, or several through a spread. */
type OptionGoal = { readonly option: string; readonly value: Meaning } | { readonly spread: Meaning };

type Typed<T> = Omit<Form, "goal"> & { readonly goal: T };

/** Planners for the productions of the authoring library. */
export function libraryPlanners(session: Session): Readonly<Record<string, Planner>> {
  const { choices, deriver } = session;
  const may = (probability: number) => deriver.fuel > 0 && chance(choices, probability);

  /** Options in any order, some of them through a spread, some absent ones as undefined. */
  const options = (
    given: readonly (readonly [string, Meaning])[],
    absent: readonly string[] = [],
    spreads = true,
  ): readonly OptionGoal[] => {
    const extra = absent.filter(() => may(0.04)).map((name) => [name, primitive(undefined)] as const);
    const all: OptionGoal[] = shuffle(choices, [...given, ...extra]).map(([option, value]) => ({ option, value }));
    if (!spreads || all.length === 0 || !may(0.08)) return all;
    const count = integer(choices, 1, all.length);
    const entries = all
      .slice(0, count)
      .flatMap((goal) => ("option" in goal ? [[goal.option, goal.value] as const] : []));
    return [{ spread: { kind: "object", entries } }, ...all.slice(count)];
  };
  /** One option among alternatives that start with its name. */
  const oneOption = (goal: OptionGoal): Plan =>
    "spread" in goal ? { first: "Spread", goals: [goal] } : { first: goal.option, goals: [goal.value] };
  /** As {@link oneOption}, where a dialect's name is one too. */
  const tableOption = (goal: OptionGoal): Plan =>
    "option" in goal && goal.option !== "comment" && goal.option !== "schema"
      ? { first: "DIALECT", goals: [goal.option, goal.value] }
      : oneOption(goal);
  /** The library's class around its options, or around a value that holds them. */
  const around =
    (production: string) =>
    (goal: Form): Plan => ({ goals: [{ ...goal, name: production, apart: false }] });
  /** A list of forms, or an array that holds them. */
  const listOf =
    (production: string) =>
    (goal: Form | Meaning): Plan => {
      const items: readonly Meaning[] =
        goal.kind === "form"
          ? (goal.goal as readonly unknown[]).map((item) => form(production, item))
          : goal.kind === "array"
            ? goal.items
            : [];
      if (goal.kind !== "form" && goal.kind !== "array") return { first: "Value", goals: [goal] };
      return may(0.15) ? { first: "Value", goals: [{ kind: "array", items }] } : { first: "[", ...list(items) };
    };
  const keyOf =
    (instance: string) =>
    (goal: Typed<readonly string[]>): Plan => {
      const parts = goal.goal;
      switch (integer(choices, 0, 2)) {
        case 1:
          return { first: "KeyParts", goals: [primitives(parts)] };
        case 2:
          return { first: instance, goals: [goal] };
        default:
          return { first: "Text", goals: [primitive(parts.join("/"))] };
      }
    };

  return {
    TextList: (goal: Meaning): Plan | null => (goal.kind === "array" ? list(goal.items) : null),
    KeyParts: (goal: Meaning): Plan | null => (goal.kind === "array" ? someOf(goal.items) : null),

    NewFeatureSpec: around("SpecOptions"),
    SpecOptions: ({ goal }: Typed<FeatureMeaning>): Plan => someOf(options(...specOptions(goal))),
    SpecOption: (goal: OptionGoal): Plan => {
      const short = "option" in goal && !session.current.names.has(goal.option) && may(0.05);
      return short
        ? { first: "Shorthand", goals: [{ key: goal.option, value: goal.value, wanted: true }] }
        : oneOption(goal);
    },

    FeatureKey: keyOf("NewFeatureKey"),
    FieldKey: keyOf("NewFieldKey"),
    NewFeatureKey: ({ goal }: Form): Plan => ({ goals: [form("FeatureKey", goal)] }),
    NewFieldKey: ({ goal }: Form): Plan => ({ goals: [form("FieldKey", goal)] }),
    FieldKeyList: (goal: Meaning): Plan | null => (goal.kind === "array" ? list(goal.items) : null),

    Fields: listOf("FieldSpec"),
    FieldSpec: (goal: Typed<FieldMeaning>): Plan => {
      const { key, codeVersion, deps } = goal.goal;
      if (codeVersion === null && deps === null && chance(choices, 0.6))
        return { first: "Text", goals: [primitive(key.join("/"))] };
      if (goal.apart || may(0.1)) return { first: "Value", goals: [goal] };
      return { first: pick(choices, ["NewFieldSpec", "FieldSpecOptions"]), goals: [goal] };
    },
    NewFieldSpec: around("FieldSpecOptions"),
    FieldSpecOptions: ({ goal: { key, codeVersion, deps } }: Typed<FieldMeaning>): Plan => {
      const named =
        key.join("/") === "default" && chance(choices, 0.5) ? [] : [["key", form("FieldKey", key)] as const];
      const versioned = codeVersion === null ? [] : [["codeVersion", primitive(codeVersion)] as const];
      const parents =
        deps === null ? [] : [["deps", deps === "all" ? form("AllFields", null) : form("FieldDeps", deps)] as const];
      return list(options([...named, ...versioned, ...parents]));
    },
    FieldSpecOption: oneOption,
    FieldDeps: (goal: Form): Plan =>
      goal.name === "AllFields" ? { first: "AllFields", goals: [goal] } : listOf("FieldDep")(goal),
    FieldDep: (goal: Form): Plan =>
      goal.apart || may(0.1)
        ? { first: "Value", goals: [goal] }
        : { first: pick(choices, ["NewFieldDep", "FieldDepOptions"]), goals: [goal] },
    NewFieldDep: around("FieldDepOptions"),
    FieldDepOptions: ({ goal: { feature, fields } }: Typed<FieldDepMeaning>): Plan => {
      const keys = fields === null ? [] : [["fields", fieldKeys(fields)] as const];
      return someOf(options([["feature", form("FeatureRef", feature)], ...keys]));
    },
    FieldDepOption: oneOption,
    AllFields: (goal: Meaning): Plan | null => (goal.kind === "form" && goal.name === "AllFields" ? {} : null),

    FeatureRef: ({ goal: { key } }: Typed<RefMeaning>): Plan =>
      chance(choices, 0.5)
        ? { first: "FeatureKey", goals: [form("FeatureKey", key)] }
        : { first: "ClassName", goals: [{ kind: "class", feature: key.join("/") }] },

    Deps: listOf("Dep"),
    Dep: (goal: Typed<DepMeaning>): Plan => {
      const { feature, options: given } = goal.goal;
      if (given.length === 0 && chance(choices, 0.7))
        return { first: "FeatureRef", goals: [form("FeatureRef", feature)] };
      if (goal.apart || may(0.1)) return { first: "Value", goals: [goal] };
      return { first: pick(choices, ["NewFeatureDep", "DepOptions"]), goals: [goal] };
    },
    NewFeatureDep: around("DepOptions"),
    DepOptions: ({ goal: { feature, options: given } }: Typed<DepMeaning>): Plan => {
      const all = [["feature", form("FeatureRef", feature)] as const, ...given.map(depOption)];
      return someOf(
        options(
          all,
          ["select", "rename", "filters", "optional"].filter((name) => !given.some(([option]) => option === name)),
        ),
      );
    },
    DepOption: oneOption,
    Rename: (goal: Meaning): Plan => {
      if (goal.kind !== "object" || may(0.2)) return { first: "Value", goals: [goal] };
      return { first: "{", ...list(goal.entries), goals: goal.entries.flat() };
    },
    Mapping: (goal: Meaning): Plan | null => {
      if (goal.kind !== "form" || goal.name !== "Mapping" || goal.apart) return null;
      const { type } = goal.goal as MappingMeaning;
      return {
        first: type === "default" ? "DefaultMapping" : type === "specific" ? "SpecificMapping" : "PlainMapping",
        goals: [goal],
      };
    },
    DefaultMapping: ({ goal }: Typed<MappingMeaning & { readonly type: "default" }>): Plan => {
      const bare = goal.options.length === 0 && chance(choices, 0.7);
      return bare ? { repeat: [0] } : { goals: [form("MappingOptions", goal)], repeat: [1] };
    },
    MappingOptions: ({ goal }: Typed<MappingMeaning & { readonly type: "default" }>): Plan =>
      list(
        options(
          goal.options.map(
            ([name, value]) =>
              [name, name === "excludeFields" ? fieldKeys(value as Keys) : primitive(value as boolean)] as const,
          ),
          [],
          false,
        ),
      ),
    MappingOption: oneOption,
    SpecificMapping: (goal: Form): Plan => ({ goals: [{ ...goal, name: "MappedFields" }] }),
    MappedFields: ({ goal }: Typed<MappingMeaning & { readonly type: "specific" }>): Plan => list(goal.mapping),
    MappedField: ([field, keys]: readonly [string, Keys]): Plan => ({ goals: [field, fieldKeys(keys)] }),
    PlainMapping: ({ goal }: Typed<MappingMeaning>): Plan => ({ pick: [goal.type] }),
    Lineage: (goal: Meaning): Plan | null => {
      if (goal.kind !== "form" || goal.name !== "Lineage" || goal.apart) return null;
      const { type } = goal.goal as LineageMeaning;
      return {
        first: { identity: "Identity", aggregation: "Aggregation", expansion: "Expansion" }[type],
        goals: [goal],
      };
    },
    Identity: (): Plan => ({}),
    Aggregation: ({ goal }: Typed<LineageMeaning & { readonly type: "aggregation" }>): Plan => {
      if (goal.on === null) return chance(choices, 0.6) ? { repeat: [0] } : { repeat: [1, 0], pick: ["{"] };
      const on = primitives(goal.on);
      if (may(0.2)) return { goals: [{ kind: "object", entries: [["on", on]] }], repeat: [1], pick: ["Value"] };
      return { goals: [on], repeat: [1, 1], pick: ["{"] };
    },
    Expansion: ({ goal }: Typed<LineageMeaning & { readonly type: "expansion" }>): Plan => {
      const given = shuffle(
        choices,
        goal.options.map(([name, value]) => [name, plainValue(value)] as const),
      );
      if (may(0.2)) return { goals: [{ kind: "object", entries: given }], pick: ["Value"] };
      const { goals = [], repeat = [] } = someOf(given.map(([option, value]) => ({ option, value })));
      return { goals, repeat, pick: ["{"] };
    },
    ExpansionOption: oneOption,
    Float: ({ goal }: Typed<number>): Plan => ({ goals: [primitive(goal)] }),

    Field: ({ goal }: Typed<readonly OptionMeaning[] | null>): Plan => {
      const called = may(0.1);
      const bare = goal === null;
      return {
        goals: [...(called ? [undefined] : []), ...(bare ? [] : [form("FieldOptions", goal)])],
        repeat: [called ? 1 : 0, bare ? 0 : 1],
      };
    },
    FieldOptions: (goal: Typed<readonly OptionMeaning[]>): Plan =>
      goal.apart || may(0.1)
        ? { first: "Value", goals: [{ kind: "object", entries: goal.goal.map(fieldOption) }] }
        : { first: "{", ...list(options(goal.goal.map(fieldOption))) },
    FieldOption: oneOption,
    Sql: (goal: Meaning): Plan => {
      if (goal.kind !== "object") return { first: "Text", goals: [goal] };
      return { first: "{", ...someOf(goal.entries), goals: goal.entries.flat() };
    },
    ForeignKey: (goal: Meaning): Plan =>
      goal.kind === "array" ? { first: "[", goals: goal.items } : { first: "Text", goals: [goal] },

    TableArgs: (goal: Typed<readonly TableArgMeaning[]>): Plan => {
      const [first] = goal.goal;
      if (goal.goal.length === 1 && first?.form === "TableOptions" && chance(choices, 0.5))
        return { first: "TableOptions", goals: [form("TableOptions", first)] };
      return { first: "[", ...list(goal.goal.map((arg) => form("TableArg", arg))) };
    },
    TableArg: (goal: Typed<TableArgMeaning>): Plan =>
      goal.apart || may(0.1) ? { first: "Value", goals: [goal] } : { first: goal.goal.form, goals: [goal] },
    TableOptions: ({ goal }: Typed<TableArgMeaning>): Plan =>
      someOf(options(goal.options.map(tableArgOption), [], false)),
    TableOption: tableOption,
    NewIndex: (goal: Typed<TableArgMeaning>): Plan => {
      const short = shortArgs(goal.goal);
      if (short === null) return { goals: [{ ...goal, name: "IndexOptions" }], pick: ["IndexOptions"] };
      return { goals: short, repeat: [short.length - 1], pick: ["Text"] };
    },
    IndexOptions: ({ goal }: Typed<TableArgMeaning>): Plan =>
      someOf(options(goal.options.map(tableArgOption), [], false)),
    IndexOption: (goal: OptionGoal): Plan => {
      if (!("option" in goal) || goal.option !== "columns") return oneOption(goal);
      const { value } = goal;
      if (value.kind !== "array" || may(0.2)) return { first: "columns", goals: [value], pick: ["Value"] };
      return { first: "columns", ...someOf(value.items), pick: ["["] };
    },
    IndexColumn: (goal: Meaning): Plan => {
      if (goal.kind !== "object") return { first: "Text", goals: [goal] };
      if (may(0.2)) return { first: "Value", goals: [goal] };
      return { first: "{", ...someOf(goal.entries.map(([option, value]) => ({ option, value }))) };
    },
    IndexColumnOption: oneOption,
    NewUnique: keyConstraint,
    NewPrimaryKey: keyConstraint,
    KeyOptions: ({ goal }: Typed<TableArgMeaning>): Plan =>
      someOf(options(goal.options.map(tableArgOption), [], false)),
    KeyOption: oneOption,
    NewCheck: (goal: Typed<TableArgMeaning>): Plan => {
      const short = shortArgs(goal.goal);
      if (short !== null) return { goals: short, pick: ["Value"] };
      return { goals: [{ ...goal, name: "CheckOptions" }], pick: ["CheckOptions"] };
    },
    CheckOptions: ({ goal }: Typed<TableArgMeaning>): Plan =>
      someOf(options(goal.options.map(tableArgOption), [], false)),
    CheckOption: oneOption,
    NewForeignKey: (goal: Typed<TableArgMeaning>): Plan => ({
      goals: [{ ...goal, name: "ForeignKeyOptions" }],
      pick: ["ForeignKeyOptions"],
    }),
    ForeignKeyOptions: ({ goal }: Typed<TableArgMeaning>): Plan =>
      someOf(options(goal.options.map(tableArgOption), [], false)),
    ForeignKeyOption: (goal: OptionGoal): Plan => {
      if (!("option" in goal) || goal.option !== "references") return oneOption(goal);
      const { value } = goal;
      return { first: "references", ...someOf(value.kind === "array" ? value.items : []), pick: ["["] };
    },
    FeatureConfig: (goal: Meaning): Plan => {
      const injection = goal.kind === "object" ? ext(goal) : null;
      if (injection === null || may(0.2)) return { first: "Value", goals: [goal] };
      return { first: "{", goals: [injection] };
    },
    Injection: (goal: Meaning): Plan =>
      list(goal.kind === "object" ? goal.entries.map(([option, value]) => ({ option, value })) : []),
    InjectionOption: oneOption,
  };

  function keyConstraint(goal: Typed<TableArgMeaning>): Plan {
    const short = shortArgs(goal.goal);
    if (short !== null) return { goals: short, repeat: [short.length - 1], pick: ["Text"] };
    return { goals: [{ ...goal, name: "KeyOptions" }], pick: ["KeyOptions"] };
  }

  /** Arguments in SQLAlchemy's order. */
  function shortArgs({ short, options: given, form: production }: TableArgMeaning): readonly Meaning[] | null {
    if (!short || !chance(choices, 0.5)) return null;
    const named = new Map(given);
    if (production === "NewCheck") return [plainValue(named.get("expression"))];
    const columns = (named.get("columns") as readonly unknown[]).map(plainValue);
    return production === "NewIndex" ? [plainValue(named.get("name") ?? null), ...columns] : columns;
  }
}

type Keys = "all" | readonly (readonly string[])[];

function fieldKeys(keys: Keys): Meaning {
  return keys === "all" ? form("AllFields", null) : { kind: "array", items: keys.map((key) => form("FieldKey", key)) };
}

function specOptions(goal: FeatureMeaning): [(readonly [string, Meaning])[], readonly string[]] {
  const given: (readonly [string, Meaning])[] = [
    ["key", form("FeatureKey", goal.key)],
    ["idColumns", primitives(goal.idColumns)],
  ];
  const absent: string[] = [];
  const add = (name: string, value: Meaning | null) =>
    void (value === null ? absent.push(name) : given.push([name, value]));
  add("deps", goal.deps === null ? null : form("Deps", goal.deps));
  add("fields", goal.fields === null ? null : form("Fields", goal.fields));
  add("metadata", goal.metadata);
  add("description", goal.description === undefined ? null : primitive(goal.description));
  return [given, absent];
}

function depOption([name, value]: OptionMeaning): readonly [string, Meaning] {
  if (name === "fieldsMapping") return [name, form("Mapping", value)];
  if (name === "lineage") return [name, form("Lineage", value)];
  return [name, plainValue(value)];
}

function fieldOption([name, value]: OptionMeaning): readonly [string, Meaning] {
  return [name, isMeaning(value) ? value : plainValue(value)];
}

function tableArgOption([name, value]: OptionMeaning): readonly [string, Meaning] {
  return [name, isMeaning(value) ? value : plainValue(value)];
}

function isMeaning(value: unknown): value is Meaning {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** Plain data as a value. */
export function plainValue(value: unknown): Meaning {
  if (isMeaning(value)) return value;
  if (Array.isArray(value)) return { kind: "array", items: value.map(plainValue) };
  if (typeof value !== "object" || value === null) return primitive(value as string);
  return { kind: "object", entries: Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]) };
}

/** What stands in `{ ext: { sqlmodel: … } }`. */
function ext(goal: Meaning): Meaning | null {
  const inner = goal.kind === "object" && goal.entries.length === 1 ? goal.entries[0] : undefined;
  const [name, value] = inner ?? [];
  if (name !== "ext" || value?.kind !== "object" || value.entries.length !== 1) return null;
  return value.entries[0]?.[0] === "sqlmodel" ? (value.entries[0]?.[1] ?? null) : null;
}
