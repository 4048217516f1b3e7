import { describe, expect, it } from "vitest";
import { loadSyntax, type ts } from "../../src/read/typescript.ts";
import { expressionIn, kindsIn, plain, textAt } from "./reading.ts";
import { UNSUPPORTED_EXPRESSIONS } from "./samples.ts";

const name = (text: string) => ({ kind: "name", name: text });
const type = (text: string) => ({ kind: "reference", name: [text], args: [] });
const string = (value: string) => ({ kind: "string", value });
const number = (value: number) => ({ kind: "number", value });
const item = (value: unknown, spread = false) => ({ spread, value });
const property = (key: string, value: unknown) => ({ kind: "property", key, value });

const SAMPLES: readonly (readonly [source: string, expected: unknown])[] = [
  ['"a\\n\\u00e9"', string("a\né")],
  ["`plain`", string("plain")],
  ["1_000", number(1000)],
  ["0xff", number(255)],
  ["1e3", number(1000)],
  ["0xffn", { kind: "bigint", value: "255" }],
  ["1_000n", { kind: "bigint", value: "1000" }],
  ["true", { kind: "boolean", value: true }],
  ["false", { kind: "boolean", value: false }],
  ["null", { kind: "null" }],
  ["undefined", name("undefined")],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript source
  ["`a${b}c${1}`", { kind: "template", texts: ["a", "c", ""], holes: [name("b"), number(1)] }],
  ["[a, ...b]", { kind: "array", items: [item(name("a")), item(name("b"), true)] }],
  [
    '{ a: 1, "b-c": 2, 3: 4, ["d"]: 5, 0x10: 6, 1n: 7 }',
    {
      kind: "object",
      properties: [
        property("a", number(1)),
        property("b-c", number(2)),
        property("3", number(4)),
        property("d", number(5)),
        property("16", number(6)),
        property("1", number(7)),
      ],
    },
  ],
  [
    "{ a, ...b, [c]: 1 }",
    {
      kind: "object",
      properties: [
        property("a", name("a")),
        { kind: "spread", value: name("b") },
        { kind: "computed", key: name("c"), value: number(1) },
      ],
    },
  ],
  [
    "{ m() {}, get g() { return 1 }, set s(v) {} }",
    {
      kind: "object",
      properties: ["a method", "a getter", "a setter"].map((syntax) => ({ kind: "unsupported", syntax })),
    },
  ],
  ["a.b", { kind: "member", object: name("a"), name: "b", optional: false }],
  ["a?.b", { kind: "member", object: name("a"), name: "b", optional: true }],
  ['a["b"]', { kind: "index", object: name("a"), index: string("b"), optional: false }],
  ["a?.[0]", { kind: "index", object: name("a"), index: number(0), optional: true }],
  ["-1", { kind: "unary", operator: "-", operand: number(1) }],
  // biome-ignore lint/suspicious/noThenProperty: the model's name for the branch
  ["a ? 1 : 2", { kind: "conditional", test: name("a"), then: number(1), else: number(2) }],
  ["f(1, ...a)", { kind: "call", callee: name("f"), args: [item(number(1)), item(name("a"), true)], optional: false }],
  ["f?.()", { kind: "call", callee: name("f"), args: [], optional: true }],
  [
    "f<T>(1)",
    { kind: "call", callee: name("f"), typeArguments: [type("T")], args: [item(number(1))], optional: false },
  ],
  ["a<T>", { kind: "instantiation", operand: name("a"), typeArguments: [type("T")] }],
  ["new A(1)", { kind: "new", callee: name("A"), args: [item(number(1))] }],
  ["new A", { kind: "new", callee: name("A"), args: [] }],
  ["[1] as const", { kind: "as-const", operand: { kind: "array", items: [item(number(1))] } }],
  ["<const>[1]", { kind: "as-const", operand: { kind: "array", items: [item(number(1))] } }],
];
const SUPPORTED = [...SAMPLES.map(([source]) => source), "a + b", "class {}"];
const TRANSPARENT = ["(a)", "a as T", "a satisfies T", "<T>a", "a!", "((a as T)!)"];

describe("an expression of the static subset is read as it is written", () => {
  it.each(SAMPLES)("%s", (source, expected) => {
    expect(plain(expressionIn(source))).toEqual(expected);
  });

  it.each(["+", "-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>", "===", "!==", "<", "<=", ">", ">=", "??"])(
    "a %s b",
    (operator) => {
      const expected = { kind: "binary", operator, left: name("a"), right: name("b") };
      expect(plain(expressionIn(`a ${operator} b`))).toEqual(expected);
    },
  );

  it.each(["||", "&&"])("a %s b", (operator) => {
    expect(plain(expressionIn(`a ${operator} b`))).toMatchObject({ kind: "binary", operator });
  });
});

describe("what has no effect on the value is looked through", () => {
  it.each(TRANSPARENT)("%s", (source) => {
    expect(plain(expressionIn(source))).toEqual(name("a"));
  });

  it("an expression in parentheses keeps its own place", () => {
    const source = "const it = ( a /* b */);";
    expect(textAt(source, expressionIn("( a /* b */)").range)).toBe("a");
  });
});

const nameOf = (source: string) => (/^<(?:a|>)/.test(source) ? "a.tsx" : "a.ts");

describe("an expression outside the subset is named for people", () => {
  it.each(UNSUPPORTED_EXPRESSIONS)("%s is %s", (source, syntax) => {
    const read = JSON.stringify(expressionIn(source, nameOf(source)));
    expect(read).toContain(`"kind":"unsupported","syntax":${JSON.stringify(syntax)}`);
  });

  it("there is a sample of every kind of expression that the parser makes", () => {
    const { SyntaxKind } = loadSyntax();
    const wanted = new Set<ts.SyntaxKind>([
      SyntaxKind.JsxElement,
      SyntaxKind.JsxSelfClosingElement,
      SyntaxKind.JsxFragment,
    ]);
    for (let kind = SyntaxKind.ArrayLiteralExpression; kind <= SyntaxKind.SatisfiesExpression; kind++) wanted.add(kind);
    // Made by the checker only.
    wanted.delete(SyntaxKind.SyntheticExpression);
    for (const source of [...SUPPORTED, ...TRANSPARENT, ...UNSUPPORTED_EXPRESSIONS.map(([sample]) => sample)]) {
      for (const kind of kindsIn(`const it = ${source};`, nameOf(source))) wanted.delete(kind);
    }
    expect([...wanted].map((kind) => SyntaxKind[kind])).toEqual([]);
  });
});
