// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text
import { describe, expect, it } from "vitest";
import { linkFiles, onlyFeature } from "./project.ts";

const DSL_NAMES =
  "BaseFeature, type Bytes, type DateOnly, type Decimal, type Float32, type Float64, type Geography, type Int8, type Int16, type Int32, type Int64, type Interval, type Json, type Text, type TimeOnly, type Timestamp, type TimestampTz, type UInt8, type UInt16, type UInt32, type UInt64, type Uuid, type Varchar, type Vector";
const HEAD = `import { ${DSL_NAMES} } from "metaxy-compile/dsl";\n`;

const source = (type: string, before: string) =>
  `${HEAD}${before}
export class V extends BaseFeature {
  static spec = { key: "v", idColumns: ["id"] };
  x!: ${type};
}`;

/** The column type of a type and whether it is nullable. */
function columnOf(type: string, before: string, others: Readonly<Record<string, string>> = {}) {
  const { columns } = onlyFeature({ ...others, "src/v.ts": source(type, before) }, ["src/v.ts"]);
  const [column] = columns;
  if (column === undefined) throw new Error("no column");
  return column;
}

/** The column type of a type, with `"nullable"` behind it when it is nullable. What structs are called is left out. */
function typeOf(type: string, before = "", others: Readonly<Record<string, string>> = {}): unknown {
  const { type: found, nullable } = columnOf(type, before, others);
  const structure: unknown = JSON.parse(
    JSON.stringify(found, (key, value) => (key === "model" || key === "optional" ? undefined : value)),
  );
  return nullable ? [structure, "nullable"] : structure;
}

/** The first line of the only diagnostic. */
function refused(type: string, before = "", others: Readonly<Record<string, string>> = {}): string {
  const { report, features } = linkFiles({ ...others, "src/v.ts": source(type, before) }, ["src/v.ts"]);
  expect(report).toHaveLength(1);
  expect(features).toEqual([]);
  return report[0] ?? "";
}

const list = (element: unknown, nullable = false) => ({ kind: "list", element, nullable });
const map = (key: unknown, value: unknown, nullable = false) => ({ kind: "map", key, value, nullable });
const struct = (fields: Readonly<Record<string, unknown>>) => ({
  kind: "struct",
  fields: Object.entries(fields).map(([name, type]) =>
    Array.isArray(type) ? { name, type: type[0], nullable: true } : { name, type, nullable: false },
  ),
});
const labels = (...names: string[]) => ({ kind: "enum", labels: names });
const string = { kind: "string" };
const float64 = { kind: "float64" };
const int64 = { kind: "int64" };

describe("a struct is called", () => {
  const modelOf = (type: string, before: string) => {
    const { type: found } = columnOf(type, before);
    return found.kind === "struct" ? found.model : found.kind;
  };

  it.each([
    ["by its interface", "interface Box { x: string }", "Box", "Box"],
    ["by its type", "type Box = { x: string };", "Box", "Box"],
    ["by the name that it had first", "interface Box { x: string }\ntype Other = Box;", "Other", "Box"],
    ["the same where it is read-only", "interface Box { x: string }", "Readonly<Box>", "Box"],
    ["the same where it may be null", "interface Box { x: string }", "Box | null", "Box"],
    ["by the type that adds others up", "interface A { x: string }\ntype Both = A & { y: string };", "Both", "Both"],
    ["by the type that picks from another", 'interface A { x: string; y: string }\ntype X = Pick<A, "x">;', "X", "X"],
    ["by the type that fills in a generic one", "interface Box<T> { x: T }\ntype S = Box<string>;", "S", "S"],
    [
      "by the interface that extends another",
      "interface A { x: string }\ninterface B extends A { y: string }",
      "B",
      "B",
    ],
    ["nothing where it stands in place", "", "{ x: string }", undefined],
    ["nothing where another is changed", "interface Box { x: string }", "Partial<Box>", undefined],
    ["nothing where it is generic", "interface Box<T> { x: T }", "Box<string>", undefined],
  ])("%s", (_, before, type, expected) => expect(modelOf(type, before)).toBe(expected));
});

describe("a type of the language or the library", () => {
  it.each([
    ["string", string],
    ["number", float64],
    ["bigint", int64],
    ["boolean", { kind: "boolean" }],
    ["Date", { kind: "timestamptz" }],
    ["Uint8Array", { kind: "binary" }],
    ["Buffer", { kind: "binary" }],
    ["Int8", { kind: "int8" }],
    ["UInt64", { kind: "uint64" }],
    ["Float32", { kind: "float32" }],
    ["Text", { kind: "text" }],
    ["DateOnly", { kind: "date" }],
    ["TimeOnly", { kind: "time" }],
    ["Timestamp", { kind: "timestamp" }],
    ["TimestampTz", { kind: "timestamptz" }],
    ["Interval", { kind: "interval" }],
    ["Uuid", { kind: "uuid" }],
    ["Json<Record<symbol, () => void>>", { kind: "json" }],
    ["Json", { kind: "json" }],
    ["Bytes", { kind: "binary" }],
    ["Geography", { kind: "geography" }],
    ["Decimal<10, 2>", { kind: "decimal", precision: 10, scale: 2 }],
    ["Decimal<10>", { kind: "decimal", precision: 10, scale: 0 }],
    ["Varchar<64>", { kind: "varchar", length: 64 }],
    ["Vector<768>", { kind: "vector", dimensions: 768 }],
  ])("%s", (type, expected) => {
    expect(typeOf(type)).toEqual(expected);
  });
});

describe("a literal or a union", () => {
  it.each([
    ['"a"', labels("a")],
    ['"b" | "a" | "b"', labels("b", "a")],
    ['"a" | string', string],
    ["1 | 2", int64],
    ["1.5 | 2", float64],
    ["1n | 2n", int64],
    ["true", { kind: "boolean" }],
    ["true | false", { kind: "boolean" }],
    ["string | string", string],
    ["string | null", [string, "nullable"]],
    ["undefined | Int64 | null", [int64, "nullable"]],
    ["string[] | null", [list(string), "nullable"]],
    ["{ a: 1 } | null", [struct({ a: int64 }), "nullable"]],
    ["never | string", string],
    ["string & { readonly brand: unique symbol }", string],
    ["Int64 & { readonly brand: () => void }", int64],
    ['("a" | "b") & { readonly brand: 1 }', labels("a", "b")],
  ])("%s", (type, expected) => {
    expect(typeOf(type)).toEqual(expected);
  });
});

describe("a list, a map or an object", () => {
  it.each([
    ["string[]", list(string)],
    ["readonly string[]", list(string)],
    ["Array<number>", list(float64)],
    ["ReadonlyArray<string | null>", list(string, true)],
    ["string[][]", list(list(string))],
    ["[number, number]", list(float64)],
    ["[Int64, Int64 | null]", list(int64, true)],
    ["[string[], Array<string>]", list(list(string))],
    ["{ a: string } | { a: string }", struct({ a: string })],
    ["(number | Float64)[]", list(float64)],
    ["Record<string, number> | { [key: string]: number }", map(string, float64)],
    ["Record<string, number>", map(string, float64)],
    ["Record<string, number | undefined>", map(string, float64, true)],
    ["Map<Int64, string>", map(int64, string)],
    ["ReadonlyMap<string, string>", map(string, string)],
    ["{ [key: string]: boolean }", map(string, { kind: "boolean" })],
    ["{ a: string; b?: number; c: Date | null }", struct({ a: string, b: [float64], c: [{ kind: "timestamptz" }] })],
    ['Record<"a" | "b" | "a", string>', struct({ a: string, b: string })],
    ["(string | null) & { brand: 1 }", string],
    ["(& string)[]", list(string)],
    ["{ a: string } & { b: number }", struct({ a: string, b: float64 })],
    ["{ a: { b: string[] } }[]", list(struct({ a: struct({ b: list(string) }) }))],
  ])("%s", (type, expected) => {
    expect(typeOf(type)).toEqual(expected);
  });
});

describe("a name is followed", () => {
  const video = "interface Video { id: Int64; path: string; tag?: string }";

  it.each([
    ["an alias", "type A = Varchar<8>; type B = A;", "B", { kind: "varchar", length: 8 }],
    ["an interface", video, "Video", struct({ id: int64, path: string, tag: [string] })],
    [
      "an interface that extends one",
      `${video}\ninterface Clip extends Video { from: number; path: Text }`,
      "Clip",
      struct({ id: int64, path: { kind: "text" }, tag: [string], from: float64 }),
    ],
    ["an interface that extends a record", "interface A extends Record<string, Int64> {}", "A", map(string, int64)],
    [
      "an interface in two blocks",
      "interface A { a: string }\ninterface A { b: string }",
      "A",
      struct({ a: string, b: string }),
    ],
    ["a generic alias", "type Maybe<T> = T | null;", "Maybe<string>", [string, "nullable"]],
    ["a generic alias with a default", "type List<T = string> = T[];", "List", list(string)],
    [
      "a generic interface",
      "interface Box<T> { value: T; all: T[] }",
      "Box<Box<string>>",
      struct({
        value: struct({ value: string, all: list(string) }),
        all: list(struct({ value: string, all: list(string) })),
      }),
    ],
    [
      "a default that uses another parameter",
      "type Pair<A, B = A> = { a: A; b: B };",
      "Pair<string>",
      struct({ a: string, b: string }),
    ],
    ["Partial", video, "Partial<Video>", struct({ id: [int64], path: [string], tag: [string] })],
    ["Required", video, "Required<Video>", struct({ id: int64, path: string, tag: string })],
    ["Readonly", video, "Readonly<Video>", struct({ id: int64, path: string, tag: [string] })],
    ["Pick", video, 'Pick<Video, "path" | "id">', struct({ id: int64, path: string })],
    ["Omit", video, 'Omit<Video, "tag">', struct({ id: int64, path: string })],
    ["NonNullable", "type A = string | null;", "NonNullable<A>", string],
    ["Exclude", 'type A = "a" | "b" | "c";', 'Exclude<A, "b">', labels("a", "c")],
    ["Extract", 'type A = "a" | "b" | 1;', "Extract<A, string>", labels("a", "b")],
    ["a property of an interface", video, 'Video["path"]', string],
    ["an optional property of an interface", video, 'Video["tag"]', [string, "nullable"]],
    ["several properties at once", video, 'Video["path" | "tag"]', [string, "nullable"]],
    ["an element of a list", "type A = { x: string }[];", 'A[number]["x"]', string],
    ["an element of a tuple", 'type A = ["a", Int64];', "A[1]", int64],
    ["the keys of an interface", video, "keyof Video", labels("id", "path", "tag")],
    ["a string enum", 'enum E { B = "b", A = "a" }', "E", labels("b", "a")],
    ["a numeric enum", "enum E { A, B }", "E", int64],
    ["a member of an enum", 'enum E { A = "a", B = "b" }', "E.A | E.B", labels("a", "b")],
    ["a template type", 'type A = `${"a" | "b"}-${1 | 2}`;', "A", labels("a-1", "a-2", "b-1", "b-2")],
    ["a template type without end", "type A = `${string}/${number}`;", "A", string],
    [
      "a namespace",
      "namespace N { export type A = string; export namespace M { export interface B { b: A } } }",
      "N.M.B",
      struct({ b: string }),
    ],
    ["`import name = A.B`", "namespace N { export type A = string; }\nimport A = N.A;", "A", string],
    [
      "a type that mentions itself where no column does",
      "interface Tree { kids: Tree[]; name: string }",
      'Tree["name"]',
      string,
    ],
  ])("%s", (_, before, type, expected) => {
    expect(typeOf(type, before)).toEqual(expected);
  });

  it("of constants", () => {
    const before = `const ROLES = ["admin", "user"] as const;
const WIDE = ["admin", "user"];
const LEVELS = { low: 1, high: 2.5 } as const;
const FROZEN: { readonly a: Int64 } = { a: 1 as Int64 };
const ONE = "one";
class C { static readonly kinds = ["x", "y"] as const; }`;
    expect(typeOf("(typeof ROLES)[number]", before)).toEqual(labels("admin", "user"));
    expect(typeOf("(typeof WIDE)[number]", before)).toEqual(string);
    expect(typeOf("typeof WIDE", before)).toEqual(list(string));
    expect(typeOf("keyof typeof LEVELS", before)).toEqual(labels("low", "high"));
    expect(typeOf("(typeof LEVELS)[keyof typeof LEVELS]", before)).toEqual(float64);
    expect(typeOf('(typeof LEVELS)["low"]', before)).toEqual(int64);
    expect(typeOf('(typeof FROZEN)["a"]', before)).toEqual(int64);
    expect(typeOf("typeof ONE", before)).toEqual(labels("one"));
    expect(typeOf("(typeof C.kinds)[number]", before)).toEqual(labels("x", "y"));
  });

  it("of an enum's names", () => {
    expect(typeOf("keyof typeof E", 'enum E { A = "a", B = "b" }')).toEqual(labels("A", "B"));
  });

  it("of what is imported as a type only", () => {
    const others = { "src/roles.ts": 'export const ROLES = ["a", "b"] as const;\nexport default "c";' };
    expect(typeOf("(typeof R)[number]", 'import type { ROLES as R } from "./roles.js";', others)).toEqual(
      labels("a", "b"),
    );
    expect(typeOf("(typeof all.ROLES)[0]", 'import type * as all from "./roles.js";', others)).toEqual(labels("a"));
    expect(typeOf("typeof c", 'import type c from "./roles.js";', others)).toEqual(labels("c"));
  });

  it("of a constant defined below", () => {
    const files = { "src/v.ts": `${source("(typeof ROLES)[number]", "")}\nexport const ROLES = ["a"] as const;` };
    expect(onlyFeature(files).columns[0]?.type).toEqual(labels("a"));
  });

  it("across files", () => {
    const others = {
      "src/index.ts": 'export * from "./types.js";\nexport * as all from "./types.js";',
      "src/types.ts": `${HEAD}export type Id = Varchar<8>;\nexport enum E { A = "a" }\nexport interface Box<T> { value: T }\nexport default interface D { d: Id }`,
    };
    expect(typeOf("Id", 'import type { Id } from "./index.js";', others)).toEqual({ kind: "varchar", length: 8 });
    expect(typeOf("all.E", 'import { all } from "./index.js";', others)).toEqual(labels("a"));
    expect(typeOf("T.Box<T.Id>", 'import type * as T from "./types.js";', others)).toEqual(
      struct({ value: { kind: "varchar", length: 8 } }),
    );
    expect(typeOf("D", 'import type D from "./types.js";', others)).toEqual(
      struct({ d: { kind: "varchar", length: 8 } }),
    );
    expect(typeOf('import("./types.js").Box<string>', "", others)).toEqual(struct({ value: string }));
    expect(typeOf('import("metaxy-compile/dsl").Int64')).toEqual(int64);
  });

  it("to a type of the user's that has a name of the language", () => {
    expect(typeOf("Date", "type Date = string;")).toEqual(string);
    expect(typeOf("N.Int64", "namespace N { export type Int64 = string; }")).toEqual(string);
  });
});

describe("a type parameter of a class", () => {
  const linked = (source: string) => linkFiles({ "src/v.ts": `${HEAD}${source}` }).report;

  it("stands for nothing where its argument is missing, which is said where that belongs", () => {
    const base = "abstract class B<T, U = T[]> extends BaseFeature { t!: T; u!: U }\n";
    expect(linked(`${base}export class V extends B { static spec = { key: "v", idColumns: ["t"] } }`)).toEqual([
      expect.stringMatching(/^MXC1040 src\/v\.ts:3:24 found the type parameter `T` without a type for it/),
    ]);
    expect(
      linked('export class V<T> extends BaseFeature { static spec = { key: "v", idColumns: ["t"] }; t!: T }'),
    ).toEqual([expect.stringMatching(/^MXC1040 src\/v\.ts:2:14 found the type parameter `T`/)]);
  });
});

describe("a type without a column type is refused", () => {
  it.each([
    ["any", "MXC1040 src/v.ts:5:7 found `any`, which has no column type"],
    ["unknown", "MXC1040 src/v.ts:5:7 found `unknown`"],
    ["object", "MXC1040 src/v.ts:5:7 found `object`"],
    ["symbol", "MXC1040 src/v.ts:5:7 found `symbol`"],
    ["never", "MXC1040 src/v.ts:5:7 found no type but `null`"],
    ["null", "MXC1040 src/v.ts:5:7 found no type but `null`"],
    ["() => void", "MXC1040 src/v.ts:5:7 found a function type"],
    ["Set<string>", "MXC1040 src/v.ts:5:7 found `Set`"],
    ["{ a: string | Promise<string> }", "MXC1040 src/v.ts:5:21 found `Promise`"],
    ["{}", "MXC1040 src/v.ts:5:7 found an object without properties"],
    ["{ run(): void }", "MXC1040 src/v.ts:5:9 found a method"],
    [
      "{ a: string; [key: string]: string }",
      "MXC1040 src/v.ts:5:7 found an object with both properties and an index signature",
    ],
    ["string extends number ? 1 : 2", "MXC1040 src/v.ts:5:7 found a conditional type"],
    ["Map<string | null, string>", "MXC1040 src/v.ts:5:7 found a map with `null` among its keys"],
    ["string | number", "MXC1045 src/v.ts:5:7 found a union of `string` and `number`"],
    ['"a" | 1', 'MXC1045 src/v.ts:5:7 found a union of `"a"` and `1`'],
    ["string[] | string", "MXC1045 src/v.ts:5:7 found a union of an array and `string`"],
    ["string[] | number[]", "MXC1045 src/v.ts:5:7 found a union of an array and another"],
    ["[number[], string[]]", "MXC1045 src/v.ts:5:7 found a tuple of an array and another"],
    ["[string, number]", "MXC1045 src/v.ts:5:7 found a tuple of `string` and `number`"],
    ['["a", 1]', 'MXC1045 src/v.ts:5:7 found a tuple of `"a"` and `1`'],
    ["{ a: { b?: [string, number] } }", "MXC1045 src/v.ts:5:18 found a tuple of `string` and `number`"],
    ["{ a: (string | number)[] }", "MXC1045 src/v.ts:5:13 found a union of `string` and `number`"],
    ["{ a: string } & ({ b: number } | null)", "MXC1040 src/v.ts:5:7 found an intersection of several types"],
    ["string & number", "MXC1040 src/v.ts:5:7 found an intersection of several types"],
    ["Odd", "MXC1042 src/v.ts:5:7"],
    ["{ a: 1 } & { a: 2 }", "MXC1040 src/v.ts:5:7 found an intersection with two `a`"],
    ["Nothing", "MXC1042 src/v.ts:5:7 no type is called `Nothing` here"],
    ["V", "MXC1040 src/v.ts:5:7 found the class `V`"],
    ["Varchar", "MXC1044 src/v.ts:5:7 `Varchar` takes one number, found 0 type arguments"],
    ["Varchar<0>", "MXC1044 src/v.ts:5:15 `Varchar` takes an integer from 1, found `0`"],
    ["Varchar<number>", "MXC1044 src/v.ts:5:15 `Varchar` takes an integer from 1, found `number`"],
    ["Decimal<4, 5>", "MXC1044 src/v.ts:5:18 `Decimal` takes a scale from 0 to 4, found `5`"],
    ["Array", "MXC1044 src/v.ts:5:7 `Array` takes one type argument, found 0"],
    ["Pick<string, 'a'>", "MXC1044 src/v.ts:5:12 `Pick` takes an object type, found `string`"],
    ['{ a: 1 }["b"]', 'MXC1040 src/v.ts:5:16 found `"b"` as an index of an object'],
  ])("%s", (type, message) => {
    expect(refused(type)).toContain(message);
  });

  it("when it contains itself, and the circle is shown", () => {
    expect(refused("Tree", "interface Tree { kids: Tree[] }")).toContain(
      "MXC1043 src/v.ts:2:24 the type contains itself: Tree → Tree",
    );
    const before = "type A = { b: B };\ntype B = { c: C };\ntype C = A | null;";
    expect(refused("A", before)).toContain("the type contains itself: A → B → C → A");
    expect(refused("G<string>", "type G<T> = { value: T; more: G<T> };")).toContain("G → G");
    expect(refused("G<string>", "type G<T> = { value: T; more: G<T[]> };")).toContain("MXC1043 ");
    expect(refused("N.A", "namespace N { export import A = N.A; }")).toContain("MXC1043 ");
    expect(refused("W<N>", "interface W<T> { t: T }\ninterface N { w: W<N> }")).toContain("MXC1043 ");
  });

  it("when a parameter stands for nothing", () => {
    expect(refused("Box", "interface Box<T> { value: T }")).toContain(
      "MXC1044 src/v.ts:5:7 `Box` takes type arguments for T, found 0",
    );
  });

  it("where it stands, with the way that leads there", () => {
    const others = { "src/types.ts": "export interface Meta { run: () => void }\nexport type Alias = Meta[];" };
    expect(refused("Alias", 'import type { Alias } from "./types.js";', others)).toBe(
      [
        "MXC1040 src/types.ts:1:30 found a function type, which has no column type",
        "  src/v.ts:5:7 `V.x` uses `Alias`",
        "  src/types.ts:2:13 `Alias` refers to `Meta`",
        "  src/types.ts:1:18 `Meta` refers to a function type",
      ].join("\n"),
    );
  });

  it("and a type that grows without end stops", () => {
    const lines = ["type T0 = { a: string };"];
    for (let index = 1; index < 40; index++) lines.push(`type T${index} = { a: T${index - 1}; b: T${index - 1} };`);
    expect(refused("T39", lines.join("\n"))).toContain("MXC1013 ");
  });
});

describe("a property", () => {
  const one = (property: string) =>
    linkFiles({
      "src/v.ts": `${HEAD.replace("BaseFeature", "BaseFeature, Field, FeatureSpec, float")}const D = "d";\nexport class V extends BaseFeature {\n  static spec = { key: "v", idColumns: ["id"] };\n  ${property}\n}`,
    });

  it("that is optional is nullable", () => {
    expect(one("x?: string;").features[0]?.columns[0]).toMatchObject({ nullable: true, optional: true });
    expect(one("x!: string | null;").features[0]?.columns[0]).toMatchObject({ nullable: true, optional: false });
  });

  it("may start with a literal, its default", () => {
    expect(one('x: string = "a";').features[0]?.columns[0]?.options.default).toMatchObject({
      kind: "string",
      value: "a",
    });
    expect(one("x: string = D;").features[0]?.columns[0]?.options.default).toMatchObject({
      kind: "string",
      value: "d",
    });
    expect(one("x: number = float(1);").features[0]?.columns[0]?.options.default).toMatchObject({
      kind: "dsl",
      name: "float",
    });
    expect(one("x?: string = undefined;").features[0]?.columns[0]?.options).toEqual({});
  });

  it.each([
    ["without a type", "x = 1;", "MXC1041 src/v.ts:5:3 the column `x` has no type"],
    ["without a type, whatever it starts with", "x = new Map();", "MXC1041 src/v.ts:5:3 the column `x` has no type"],
    [
      "that starts with something of the library",
      "x: string = new FeatureSpec({}) as any;",
      "MXC1046 src/v.ts:5:15 the column `x` starts with a FeatureSpec",
    ],
    [
      "that starts with a class",
      "x: string = V as any;",
      "MXC1046 src/v.ts:5:15 the column `x` starts with the class V",
    ],
    [
      "that starts with a call",
      "x: string = crypto.randomUUID();",
      "MXC1046 src/v.ts:5:15 the column `x` starts with a call of `crypto.randomUUID`",
    ],
    ["that starts with a call further in", "x: string[] = [crypto.randomUUID()];", "MXC1003 src/v.ts:5:18"],
  ])("%s is refused", (_, property, message) => {
    const { report } = one(property);
    expect(report).toHaveLength(1);
    expect(report[0]).toContain(message);
  });
});
