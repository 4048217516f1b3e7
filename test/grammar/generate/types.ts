// How column types are written: keywords, names of the library and of the language, unions, objects, and names that stand
// for all of these.

import type { ColumnType, ScalarKind, StructField } from "../../../src/model/column-type.ts";
import { chance, integer, pick } from "./choices.ts";
import { type Plan, type Planner, someOf, type Written } from "./derive.ts";
import type { TypeMeaning } from "./meanings.ts";
import { primitive } from "./meanings.ts";
import { addStatement, declareElsewhere, declareSomewhere, freshName, type Session, specifierOf } from "./session.ts";

type Literal = string | number | bigint | boolean;

/** A type, or a part of one that is no column type by itself. */
type TypeGoal =
  | TypeMeaning
  | { readonly kind: "literal"; readonly value: Literal }
  | { readonly kind: "nullish" }
  | { readonly kind: "keyword"; readonly name: string }
  /** The type, or null. */
  | { readonly kind: "maybe"; readonly of: TypeGoal }
  | { readonly kind: "query"; readonly path: readonly string[] }
  | { readonly kind: "named"; readonly path: readonly string[]; readonly args: readonly TypeGoal[] }
  | { readonly kind: "import"; readonly specifier: string; readonly path: readonly string[] }
  | { readonly kind: "members"; readonly members: readonly MemberGoal[] }
  | { readonly kind: "apply"; readonly name: string; readonly args: readonly TypeGoal[] };

interface MemberGoal {
  readonly name: string;
  readonly type: TypeGoal;
  readonly optional: boolean;
}

/** A column type that is never null. */
export function solid(type: ColumnType): TypeMeaning {
  return { kind: "type", type, nullable: false };
}

const NAMES: Readonly<
  Partial<Record<ScalarKind, readonly (readonly ["KeywordType" | "LibraryType" | "BuiltinType", string])[]>>
> = {
  string: [["KeywordType", "string"]],
  float64: [
    ["KeywordType", "number"],
    ["LibraryType", "Float64"],
  ],
  boolean: [["KeywordType", "boolean"]],
  int64: [
    ["KeywordType", "bigint"],
    ["LibraryType", "Int64"],
  ],
  timestamptz: [
    ["BuiltinType", "Date"],
    ["LibraryType", "TimestampTz"],
  ],
  binary: [
    ["BuiltinType", "Uint8Array"],
    ["BuiltinType", "Buffer"],
    ["LibraryType", "Bytes"],
  ],
  int8: [["LibraryType", "Int8"]],
  int16: [["LibraryType", "Int16"]],
  int32: [["LibraryType", "Int32"]],
  uint8: [["LibraryType", "UInt8"]],
  uint16: [["LibraryType", "UInt16"]],
  uint32: [["LibraryType", "UInt32"]],
  uint64: [["LibraryType", "UInt64"]],
  float32: [["LibraryType", "Float32"]],
  text: [["LibraryType", "Text"]],
  date: [["LibraryType", "DateOnly"]],
  time: [["LibraryType", "TimeOnly"]],
  timestamp: [["LibraryType", "Timestamp"]],
  interval: [["LibraryType", "Interval"]],
  uuid: [["LibraryType", "Uuid"]],
  json: [["LibraryType", "Json"]],
  geography: [["LibraryType", "Geography"]],
};

/** Kinds that a name alone can write. */
export const SCALAR_KINDS = Object.keys(NAMES) as readonly ScalarKind[];

/** Planners for the productions of types. */
export function typePlanners(session: Session): Readonly<Record<string, Planner>> {
  const { choices, deriver } = session;
  const may = (probability: number) => deriver.fuel > 0 && chance(choices, probability);

  return {
    AnyType: (): Plan | Written => {
      if (!may(0.3))
        return { tokens: pick(choices, [["any"], ["unknown"], ["typeof", "globalThis"], ["object", "&", "{", "}"]]) };
      return { first: "Type", goals: [solid({ kind: pick(choices, SCALAR_KINDS) })] };
    },
    Type: (goal: TypeGoal): Plan => {
      if (goal.kind === "maybe") return someOf([goal.of, { kind: "nullish" }]);
      if (goal.kind !== "type") return someOf([goal]);
      if (goal.nullable && may(0.2)) return someOf([named(goal)]);
      const members = unionOf(goal.type);
      return someOf(goal.nullable ? withNullish(members) : members);
    },
    Intersection: (goal: TypeGoal): Plan => someOf(goal.kind === "type" && may(0.12) ? intersected(goal) : [goal]),
    TypeOperator: (goal: TypeGoal): Plan => {
      if (goal.kind === "type" && !goal.nullable) {
        if (goal.type.kind === "list" && may(0.2)) return { first: "readonly", goals: [goal] };
        if (goal.type.kind === "enum" && may(0.3)) return { first: "keyof", goals: [keysOf(goal.type.labels)] };
      }
      return { first: "PostfixType", goals: [goal] };
    },
    PostfixType: (goal: TypeGoal): Plan => {
      const plain = { goals: [goal], repeat: [0] };
      if (goal.kind !== "type" || goal.nullable) return plain;
      const { type } = goal;
      if (type.kind === "list" && may(0.7)) {
        const element: TypeMeaning = { kind: "type", type: type.element, nullable: type.nullable };
        return { goals: [element, "[]"], repeat: [1] };
      }
      if (type.kind === "enum" && may(0.3)) {
        const path = constantPath(type.labels);
        return { goals: [{ kind: "query", path }, NUMBER], repeat: [1] };
      }
      if (!may(0.06)) return plain;
      if (chance(choices, 0.3))
        return { goals: [solid({ kind: "list", element: type, nullable: false }), NUMBER], repeat: [1] };
      const key = pick(choices, ["a", "b c", "of"]);
      const members: readonly MemberGoal[] = [
        { name: "other", type: solid({ kind: "boolean" }), optional: false },
        { name: key, type: goal, optional: false },
      ];
      return {
        goals: [
          { kind: "members", members },
          { kind: "literal", value: key },
        ],
        repeat: [1],
      };
    },
    ArraySuffix: (goal: unknown): Plan | null => (goal === "[]" ? {} : null),
    IndexSuffix: (goal: unknown): Plan | null => (goal === "[]" ? null : { goals: [goal] }),
    PrimaryType: (goal: TypeGoal): Plan => primary(goal),
    KeywordType: (name: string): Plan => ({ first: name }),
    LiteralType: (goal: TypeGoal): Plan => (goal.kind === "literal" ? literalPlan(goal.value) : { first: "null" }),
    TemplateType: ({ texts, holes }: { texts: readonly string[]; holes: readonly TypeGoal[] }): Plan => ({
      goals: [...holes.flatMap((hole, index) => [texts[index], hole]), texts.at(-1)],
      repeat: [holes.length - 1],
    }),
    Tuple: (elements: readonly TypeGoal[]): Plan => someOf(elements),
    TupleElement: (goal: TypeGoal): Plan => {
      const labelled = chance(choices, 0.2);
      return { goals: labelled ? ["at", goal] : [goal], repeat: [labelled ? 1 : 0] };
    },
    ObjectType: (members: readonly unknown[]): Plan => ({
      goals: members,
      repeat: [members.length, ...members.map(() => 1)],
      pick: [],
    }),
    TypeMember: (goal: MemberGoal | { readonly key: TypeGoal; readonly value: TypeGoal }): Plan => {
      const mark = chance(choices, 0.2) ? ["readonly"] : [];
      if ("key" in goal) return { goals: ["key", goal.key, goal.value], pick: [...mark, "["] };
      return { goals: [goal.name, goal.type], pick: [...mark, "PropertyName", ...(goal.optional ? ["?"] : [])] };
    },
    TypeQuery: (path: readonly string[]): Plan => ({ goals: [path] }),
    ImportType: ({ specifier, path }: { specifier: string; path: readonly string[] }): Plan => ({
      goals: [specifier, ...path],
      repeat: [path.length, 0],
    }),
    TypeReference: ({ path, args }: { path: readonly string[]; args: readonly TypeGoal[] }): Plan => ({
      goals: args.length === 0 ? [path] : [path, args],
      repeat: [args.length === 0 ? 0 : 1],
    }),
    TypeArguments: (args: readonly TypeGoal[]): Plan => someOf(args),
    LibraryType: ({ name, args }: { name: string; args: readonly TypeGoal[] }): Plan => {
      if (name === "Json") {
        const given = chance(choices, 0.5);
        return { first: name, goals: [undefined], repeat: [given ? 1 : 0] };
      }
      return { first: name, goals: args, repeat: [args.length - 1] };
    },
    BuiltinType: ({ name, args }: { name: string; args: readonly TypeGoal[] }): Plan => ({
      first: name,
      goals: args,
      repeat: [0],
    }),

    TypeAlias: (goal: {
      name: string;
      exported: boolean;
      parameters: readonly ParameterGoal[];
      type: TypeGoal;
    }): Plan => ({
      goals: [goal.name, ...(goal.parameters.length > 0 ? [goal.parameters] : []), goal.type],
      repeat: [goal.parameters.length > 0 ? 1 : 0],
      pick: goal.exported ? ["export"] : [],
    }),
    Interface: (goal: {
      name: string;
      exported: boolean;
      bases: readonly TypeGoal[];
      members: readonly unknown[];
    }): Plan => ({
      goals: [goal.name, ...(goal.bases.length > 0 ? [goal.bases] : []), goal.members],
      repeat: [0, goal.bases.length > 0 ? 1 : 0],
      pick: goal.exported ? ["export"] : [],
    }),
    InterfaceBases: (bases: readonly TypeGoal[]): Plan => someOf(bases),
    TypeParameters: (parameters: readonly ParameterGoal[]): Plan => someOf(parameters),
    TypeParameter: ({ name, fallback }: ParameterGoal): Plan => {
      const bound = chance(choices, 0.2);
      return {
        goals: [name, ...(bound ? [undefined] : []), ...(fallback === null ? [] : [fallback])],
        repeat: [bound ? 1 : 0, fallback === null ? 0 : 1],
      };
    },
  };

  function primary(goal: TypeGoal): Plan {
    switch (goal.kind) {
      case "keyword":
        return { first: "KeywordType", goals: [goal.name] };
      case "maybe":
        return { first: "(", goals: [goal] };
      case "query":
        return { first: "TypeQuery", goals: [goal.path] };
      case "named":
        return { first: "TypeReference", goals: [goal] };
      case "import":
        return { first: "ImportType", goals: [goal] };
      case "literal":
        return { first: "LiteralType", goals: [goal] };
      case "nullish":
        return chance(choices, 0.6)
          ? { first: "KeywordType", goals: ["undefined"] }
          : { first: "LiteralType", goals: [goal] };
      case "members":
        return { first: "ObjectType", goals: [goal.members] };
      case "apply":
        return { first: "BuiltinType", goals: [goal] };
      case "type":
        return primaryOfType(goal);
    }
  }

  function primaryOfType(goal: TypeMeaning): Plan {
    const { type, nullable } = goal;
    if (nullable) return { first: "(", goals: [goal] };
    if (may(0.1)) return primary(chance(choices, 0.1) ? imported(goal) : named(goal));
    if (may(0.05)) return { first: "(", goals: [goal] };
    if (may(0.05)) return builtin("Readonly", goal);
    if (may(0.05)) return builtin("NonNullable", { ...goal, nullable: true });
    switch (type.kind) {
      case "varchar":
        return { first: "LibraryType", goals: [{ name: "Varchar", args: [literal(type.length)] }] };
      case "vector":
        return { first: "LibraryType", goals: [{ name: "Vector", args: [literal(type.dimensions)] }] };
      case "decimal": {
        const args = [literal(type.precision), literal(type.scale)];
        return {
          first: "LibraryType",
          goals: [{ name: "Decimal", args: type.scale === 0 && chance(choices, 0.5) ? args.slice(0, 1) : args }],
        };
      }
      case "list":
        return primaryOfList({ kind: "type", type: type.element, nullable: type.nullable });
      case "map":
        return primaryOfMap(solid(type.key), { kind: "type", type: type.value, nullable: type.nullable });
      case "struct":
        return primaryOfStruct(type.fields);
      case "enum":
        return primaryOfEnum(goal, type.labels);
      default: {
        const [production, name] = pick(choices, NAMES[type.kind] ?? []);
        return { first: production, goals: [production === "KeywordType" ? name : { name, args: [] }] };
      }
    }
  }

  function primaryOfList(element: TypeMeaning): Plan {
    // Literals in one place and the type of all in another would be two types.
    const several = !["int64", "float64", "string", "boolean", "struct"].includes(element.type.kind);
    if (may(0.3)) return { first: "Tuple", goals: [Array(several ? integer(choices, 1, 3) : 1).fill(element)] };
    return { first: "BuiltinType", goals: [{ name: pick(choices, ["Array", "ReadonlyArray"]), args: [element] }] };
  }

  function primaryOfMap(key: TypeMeaning, value: TypeMeaning): Plan {
    if (may(0.3)) return { first: "ObjectType", goals: [[{ key, value }]] };
    // The keys of a Record that are literals would be properties.
    const names =
      key.type.kind === "enum" || key.type.kind === "boolean"
        ? ["Map", "ReadonlyMap"]
        : ["Map", "Record", "ReadonlyMap"];
    const direct = key.type.kind === "int64" ? ["Map"] : names;
    return { first: "BuiltinType", goals: [{ name: pick(choices, direct), args: [key, value] }] };
  }

  function primaryOfStruct(fields: readonly StructField[]): Plan {
    const members = fields.map(memberOf);
    if (!may(0.3)) return { first: "ObjectType", goals: [members] };
    const [first] = fields;
    const same = fields.every(
      ({ type, nullable }) => nullable === first?.nullable && JSON.stringify(type) === JSON.stringify(first?.type),
    );
    const names = literals(fields.map(({ name }) => name));
    const ways: (() => Plan)[] = [
      () =>
        builtin("Required", { kind: "members", members: fields.map((field) => withMark(field, chance(choices, 0.5))) }),
      () => builtin("Pick", { kind: "members", members: [...members, EXTRA] }, names),
      () => builtin("Omit", { kind: "members", members: [EXTRA, ...members] }, literal(EXTRA.name)),
    ];
    if (fields.every(({ nullable }) => nullable)) {
      ways.push(() => builtin("Partial", { kind: "members", members }));
    }
    if (same && first !== undefined) {
      const value: TypeMeaning = { kind: "type", type: first.type, nullable: first.nullable };
      ways.push(() => builtin("Record", names, value));
    }
    return pick(choices, ways)();
  }

  function primaryOfEnum(goal: TypeMeaning, labels: readonly string[]): Plan {
    const [only = ""] = labels;
    const other = `other ${session.count++}`;
    if (labels.length === 1 && !may(0.3)) return { first: "LiteralType", goals: [literal(only)] };
    const ways: (() => Plan)[] = [
      () => (labels.length === 1 ? { first: "LiteralType", goals: [literal(only)] } : { first: "(", goals: [goal] }),
      () => primary(enumOf(labels)),
      () => builtin("Exclude", literals([...labels, other]), literal(other)),
      () => builtin("Extract", literals([other, ...labels]), literals([...labels, `more ${other}`])),
      () => templateOf(labels),
    ];
    return deriver.fuel > 0 ? pick(choices, ways)() : (ways[0]?.() ?? {});
  }

  function templateOf(labels: readonly string[]): Plan {
    const [first = ""] = labels;
    let shared = 0;
    while (labels.every((label) => label.length > shared && label[shared] === first[shared])) shared++;
    const prefix = first.slice(0, integer(choices, 0, shared));
    if (/[\ud800-\udbff]$/.test(prefix)) return { first: "(", goals: [solid({ kind: "enum", labels })] };
    const ends = labels.map((label) => label.slice(prefix.length));
    return { first: "TemplateType", goals: [{ texts: [prefix, ""], holes: [literals(ends)] }] };
  }

  /** Null stands anywhere between the members, which keep their order: that of an enum's labels counts. */
  function withNullish(members: readonly TypeGoal[]): readonly TypeGoal[] {
    const mixed = [...members];
    for (let count = integer(choices, 1, 2); count > 0; count--)
      mixed.splice(integer(choices, 0, mixed.length), 0, { kind: "nullish" });
    return mixed;
  }

  /** The members of a union; most types have only one. */
  function unionOf(type: ColumnType): readonly TypeGoal[] {
    switch (type.kind) {
      case "enum":
        return type.labels.length > 1 && !may(0.4) ? type.labels.map(literal) : [solid(type)];
      case "boolean":
        return may(0.2) ? [literal(true), ...(chance(choices, 0.7) ? [literal(false)] : [])] : [solid(type)];
      case "int64":
        return may(0.2) ? pick(choices, [[1, 2], [-1], [1n, 2n], [0, 7]]).map(literal) : [solid(type)];
      case "float64":
        return may(0.1) ? [literal(0.5), literal(1)] : [solid(type)];
      case "string":
        return may(0.1) ? [solid(type), literal("a")] : [solid(type)];
      default:
        return [solid(type)];
    }
  }

  function intersected(goal: TypeMeaning): readonly TypeGoal[] {
    const { type } = goal;
    if (type.kind === "struct" && type.fields.length > 1) {
      const at = integer(choices, 1, type.fields.length - 1);
      return [
        solid({ kind: "struct", fields: type.fields.slice(0, at) }),
        solid({ kind: "struct", fields: type.fields.slice(at) }),
      ];
    }
    if (goal.nullable || !(type.kind in NAMES)) return [goal];
    const brand: TypeGoal = {
      kind: "members",
      members: [{ name: "__brand", type: literal("brand"), optional: chance(choices, 0.5) }],
    };
    return chance(choices, 0.5) ? [goal, brand] : [brand, goal];
  }

  function memberOf({ name, type, nullable }: StructField): MemberGoal {
    const optional = nullable && chance(choices, 0.5);
    return { name, optional, type: { kind: "type", type, nullable: nullable && (!optional || chance(choices, 0.2)) } };
  }

  /** A constant with the labels as items. */
  function constantPath(labels: readonly string[]): readonly string[] {
    const items = labels.flatMap((label, index) => [...(index > 0 ? [","] : []), JSON.stringify(label)]);
    return declareSomewhere(session, (exported) => {
      const name = freshName(session, "c");
      const value = { kind: "written", tokens: ["[", ...items, "]", "as", "const"] };
      addStatement(session, "Constant", { exported, bindings: [{ pattern: name, value, bare: true }] });
      return [name];
    });
  }

  function keysOf(labels: readonly string[]): TypeGoal {
    if (!chance(choices, 0.4)) {
      return { kind: "members", members: labels.map((name) => ({ name, type: literal(1), optional: false })) };
    }
    const entries = labels.flatMap((label, index) => [...(index > 0 ? [","] : []), JSON.stringify(label), ":", "0"]);
    const path = declareSomewhere(session, (exported) => {
      const name = freshName(session, "c");
      const value = { kind: "written", tokens: ["{", ...entries, "}"] };
      addStatement(session, "Constant", { exported, bindings: [{ pattern: name, value, bare: true }] });
      return [name];
    });
    return { kind: "query", path };
  }

  function enumOf(labels: readonly string[]): TypeGoal {
    const path = declareSomewhere(session, (exported) => {
      const name = freshName(session, "E");
      addStatement(session, "Enum", {
        name,
        exported,
        members: labels.map((label, index) => [`M${index}`, primitive(label)]),
      });
      return [name];
    });
    return { kind: "named", path, args: [] };
  }

  /** A name for the type: an alias, perhaps a generic one, or an interface. */
  function named(goal: TypeMeaning): TypeGoal {
    const args: TypeGoal[] = [];
    const path = declareSomewhere(session, (exported) => {
      const { type } = goal;
      if (type.kind === "struct" && !goal.nullable && chance(choices, 0.6)) return interfaceOf(type.fields, exported);
      const name = freshName(session, "T");
      const way = integer(choices, 0, 3);
      const own: TypeGoal = { kind: "named", path: ["P"], args: [] };
      if (way === 1) args.push(goal);
      if (way === 2 && goal.nullable) args.push({ ...goal, nullable: false });
      const body: TypeGoal = way === 0 || (way === 2 && !goal.nullable) ? goal : own;
      const parameters: readonly ParameterGoal[] =
        body === goal ? [] : [{ name: "P", fallback: way === 3 ? goal : null }];
      const written = way === 2 && goal.nullable ? { kind: "maybe", of: own } : body;
      addStatement(session, "TypeAlias", { name, exported, parameters, type: written });
      return [name];
    });
    return { kind: "named", path, args };
  }

  /** A name of another module, which is not imported. */
  function imported(goal: TypeMeaning): TypeGoal {
    const { draft, path } = declareElsewhere(session, () => {
      const name = freshName(session, "T");
      addStatement(session, "TypeAlias", { name, exported: true, parameters: [], type: goal });
      return [name];
    });
    return { kind: "import", specifier: specifierOf(session, draft), path };
  }

  function interfaceOf(fields: readonly StructField[], exported: boolean): readonly string[] {
    const at = fields.length > 1 && chance(choices, 0.4) ? integer(choices, 1, fields.length - 1) : 0;
    const bases: TypeGoal[] =
      at === 0 ? [] : [{ kind: "named", path: interfaceOf(fields.slice(0, at), exported), args: [] }];
    const name = freshName(session, "I");
    const members = fields.slice(at).map(memberOf);
    addStatement(session, "Interface", { name, exported, bases, members });
    return [name];
  }
}

interface ParameterGoal {
  readonly name: string;
  readonly fallback: TypeGoal | null;
}

const EXTRA: MemberGoal = { name: "left_out", type: solid({ kind: "string" }), optional: false };

function withMark({ name, type, nullable }: StructField, optional: boolean): MemberGoal {
  return { name, optional, type: { kind: "type", type, nullable } };
}

function builtin(name: string, ...args: readonly TypeGoal[]): Plan {
  return { first: "BuiltinType", goals: [{ name, args }] };
}

const NUMBER: TypeGoal = { kind: "keyword", name: "number" };

function literal(value: Literal): TypeGoal {
  return { kind: "literal", value };
}

function literals(labels: readonly string[]): TypeMeaning {
  return solid({ kind: "enum", labels });
}

function literalPlan(value: Literal): Plan {
  if (typeof value === "boolean") return { first: String(value) };
  if (typeof value === "string") return { first: /^\w*$/.test(value) ? "TEMPLATE" : "STRING", goals: [value] };
  const negative = value < 0;
  return {
    first: typeof value === "bigint" ? "BIGINT" : "NUMBER",
    goals: [negative ? -value : value],
    pick: negative ? ["-"] : [],
  };
}
