import { describe, expect, it } from "vitest";
import { loadSyntax, type ts } from "../../src/read/typescript.ts";
import { declarationIn, kindsIn, plain, typeIn } from "./reading.ts";
import { UNSUPPORTED_TYPES } from "./samples.ts";

const keyword = (name: string) => ({ kind: "keyword", name });
const reference = (...name: readonly string[]) => ({ kind: "reference", name, args: [] });
const literal = (value: unknown) => ({ kind: "literal", value });
const typeOf = (...name: readonly string[]) => ({ kind: "typeof", name, specifier: null });
const unsupported = (syntax: string) => ({ kind: "unsupported", syntax });
const property = (name: string, type: unknown, optional = false) => ({ kind: "property", name, type, optional });

const KEYWORDS = [
  "string",
  "number",
  "boolean",
  "bigint",
  "undefined",
  "any",
  "unknown",
  "never",
  "void",
  "object",
  "symbol",
];

const SAMPLES: readonly (readonly [source: string, expected: unknown])[] = [
  ["A.B.C<string, D>", { kind: "reference", name: ["A", "B", "C"], args: [keyword("string"), reference("D")] }],
  ['"a"', literal("a")],
  ["`a`", literal("a")],
  ["1", literal(1)],
  ["-1.5", literal(-1.5)],
  ["true", literal(true)],
  ["false", literal(false)],
  ["null", literal(null)],
  ["1n", { kind: "bigint-literal", value: "1" }],
  ["-0x10n", { kind: "bigint-literal", value: "-16" }],
  ["1 | 2", { kind: "union", members: [literal(1), literal(2)] }],
  ["A & B", { kind: "intersection", members: [reference("A"), reference("B")] }],
  ["string[]", { kind: "array", element: keyword("string") }],
  ["readonly string[]", { kind: "array", element: keyword("string") }],
  ["(string)", keyword("string")],
  ["[string, a: number]", { kind: "tuple", elements: [keyword("string"), keyword("number")] }],
  [
    "[a: string, b?: A, ...c: B[]]",
    {
      kind: "tuple",
      elements: [keyword("string"), unsupported("an optional tuple element"), unsupported("a rest tuple element")],
    },
  ],
  [
    "[A?, ...B[]]",
    { kind: "tuple", elements: [unsupported("an optional tuple element"), unsupported("a rest tuple element")] },
  ],
  [
    '{ a: A; readonly "b-c"?: B; ["d"]: C; e; [key: string]: D }',
    {
      kind: "object",
      members: [
        property("a", reference("A")),
        property("b-c", reference("B"), true),
        property("d", reference("C")),
        property("e", null),
        { kind: "index-signature", key: keyword("string"), value: reference("D") },
      ],
    },
  ],
  [
    "{ m(): A; (): B; new (): C; get g(): D; set s(v: D); [Symbol.iterator]: E; [key]: F }",
    {
      kind: "object",
      members: [
        "a method",
        "a call signature",
        "a construct signature",
        "a getter",
        "a setter",
        "a computed name",
        "a computed name",
      ].map(unsupported),
    },
  ],
  ['A["b"]', { kind: "indexed", object: reference("A"), index: literal("b") }],
  ["typeof a.b", typeOf("a", "b")],
  ["typeof A[number]", { kind: "indexed", object: typeOf("A"), index: keyword("number") }],
  ["(typeof A)[number]", { kind: "indexed", object: typeOf("A"), index: keyword("number") }],
  ["keyof typeof A", { kind: "keyof", operand: typeOf("A") }],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript source
  ["`a${string}b`", { kind: "template", texts: ["a", "b"], holes: [keyword("string")] }],
  ['import("m").A.B<C>', { kind: "import", specifier: "m", name: ["A", "B"], args: [reference("C")] }],
  ['import("m")', { kind: "import", specifier: "m", name: [], args: [] }],
  ['typeof import("m").a', { kind: "typeof", name: ["a"], specifier: "m" }],
];

describe("a type is read as it is written", () => {
  it.each(KEYWORDS)("%s", (name) => {
    expect(plain(typeIn(name))).toEqual(keyword(name));
  });

  it.each(SAMPLES)("%s", (source, expected) => {
    expect(plain(typeIn(source))).toEqual(expected);
  });
});

describe("a type outside the subset is named for people", () => {
  it.each(UNSUPPORTED_TYPES)("%s is %s", (source, syntax) => {
    expect(JSON.stringify(typeIn(source))).toContain(`"kind":"unsupported","syntax":${JSON.stringify(syntax)}`);
  });

  it("there is a sample of every kind of type that the parser makes", () => {
    const { SyntaxKind } = loadSyntax();
    const wanted = new Set<ts.SyntaxKind>();
    for (let kind = SyntaxKind.FirstTypeNode; kind <= SyntaxKind.LastTypeNode; kind++) wanted.add(kind);
    for (const source of [...SAMPLES.map(([sample]) => sample), ...UNSUPPORTED_TYPES.map(([sample]) => sample)]) {
      for (const kind of kindsIn(`type It = ${source};`, "a.ts")) wanted.delete(kind);
    }
    expect([...wanted].map((kind) => SyntaxKind[kind])).toEqual([]);
  });
});

describe("aliases and interfaces", () => {
  it("keep their type parameters with defaults", () => {
    expect(plain(declarationIn("type", "type A<T, U extends T = string> = T;").parameters)).toEqual([
      { name: "T", default: null },
      { name: "U", default: keyword("string") },
    ]);
  });

  it("an interface has bases and members", () => {
    const read = declarationIn("interface", "interface A<T> extends B.C<T>, D { a?: string }");
    expect(plain(read)).toEqual({
      kind: "interface",
      name: "A",
      exported: false,
      parameters: [{ name: "T", default: null }],
      extends: [{ kind: "reference", name: ["B", "C"], args: [reference("T")] }, reference("D")],
      members: [property("a", keyword("string"), true)],
    });
  });

  it("a base that is not a name is named for people", () => {
    expect(plain(declarationIn("interface", "interface A extends b() {}").extends)).toEqual([
      unsupported("a base that is not a name"),
    ]);
  });
});
