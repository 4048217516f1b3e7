// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text
// Sixty-odd ways to write a value. Each either folds to what running the program gives, or is refused with a reason;
// the list is the one that evaluators of other tools were measured against (they get up to ten of them wrong).

import { expect, it } from "vitest";
import { fold, refusal } from "./folding.ts";

const HELPERS = {
  "src/k.ts": [
    'export const K = "k";',
    'export const DEEP = { a: { b: ["x", "y"] } } as const;',
    'export default "dflt";',
    'export enum S { A = "sa", B = "sb" }',
    "export enum F { A = 5, B }",
    "export class C { static readonly a = 1; static readonly b = C.a + 1; static c = [C.a, C.b] as const; }",
    "export class D extends C {}",
    'export const LIST: string[] = ["x"];',
    "export const BAG = { a: 1 };",
    'export const ALIASED: string[] = ["x"];',
    "const other = ALIASED;",
    'LIST.push("y"); BAG.a = 2; other.push("y");',
  ].join("\n"),
  "src/re.ts": 'export * from "./k.js";\nexport { K as RENAMED } from "./k.js";',
  "src/c1.ts": 'import { C2 } from "./c2.js";\nexport const C1: string = C2;',
  "src/c2.ts": 'import { C1 } from "./c1.js";\nexport const C2: string = C1;',
  "src/ext.d.ts":
    'export declare const LIT: "lit";\nexport declare const WIDE: string;\nexport declare function make(): "m";',
};

interface Row {
  readonly name: string;
  /** Statements above `export const V = …`. */
  readonly before?: string;
  readonly expression: string;
  readonly value?: unknown;
  readonly refused?: string;
}

const rows: readonly Row[] = [
  { name: "string literal", expression: '"a"', value: "a" },
  { name: "template without holes", expression: "`a`", value: "a" },
  { name: "negative number", expression: "-3", value: -3 },
  { name: "separators and hexadecimal", expression: "1_000 + 0xff", value: 1255 },
  { name: "bigint literal", expression: "10n", value: 10n },
  { name: "regular expression", expression: "/a/", refused: "MXC1001" },
  { name: "undefined", expression: "undefined", value: undefined },
  { name: "local const", before: 'const L = "l";', expression: "L", value: "l" },
  { name: "let never reassigned", before: 'let l = "x";', expression: "l", refused: "MXC1004" },
  { name: "let reassigned", before: 'let l = "x"; l = "y";', expression: "l", refused: "MXC1004" },
  { name: "template with a const", before: 'const L = "l";', expression: "`a-${L}-${1}-${true}`", value: "a-l-1-true" },
  { name: "concatenation", before: 'const L = "l";', expression: '"a" + L', value: "al" },
  { name: "conditional", expression: 'true ? "a" : nowhere()', value: "a" },
  { name: "?? on null", expression: 'null ?? "a"', value: "a" },
  { name: "||", expression: '"" || "a"', value: "a" },
  { name: "as const", expression: '["a", { b: 1 }] as const', value: ["a", { b: 1 }] },
  { name: "satisfies", expression: '"a" satisfies string', value: "a" },
  { name: "angle cast", expression: '<string>"a"', value: "a" },
  { name: "non-null", before: 'const L = "l";', expression: "L!", value: "l" },
  { name: "array spread", before: 'const A = ["x"] as const;', expression: '[...A, "y"]', value: ["x", "y"] },
  {
    name: "object spread",
    before: "const O = { a: 1, b: 1 } as const;",
    expression: "({ ...O, b: 2 })",
    value: { a: 1, b: 2 },
  },
  { name: "computed key", before: 'const L = "l";', expression: "({ [L]: 1 })", value: { l: 1 } },
  { name: "shorthand property", before: "const l = 1;", expression: "({ l })", value: { l: 1 } },
  { name: "member of a const object", before: "const O = { a: 1 } as const;", expression: "O.a", value: 1 },
  { name: "element access", before: 'const A = ["x", "y"] as const;', expression: "A[1]", value: "y" },
  { name: "optional chain", before: "const O = { a: { b: 1 } } as const;", expression: "O?.a?.b", value: 1 },
  { name: "missing property", before: "const O = { a: 1 } as const;", expression: "(O as any).b", refused: "MXC1010" },
  { name: "array length", before: 'const A = ["x", "y"] as const;', expression: "A.length", value: 2 },
  { name: "destructured const", before: 'const { d: [D] } = { d: ["x"] };', expression: "D", value: "x" },
  { name: "Object.freeze", expression: 'Object.freeze(["x"])', value: ["x"] },
  { name: "[].join()", expression: '["a", "b"].join("/")', refused: "MXC1003" },
  { name: '"x".toUpperCase()', expression: '"x".toUpperCase()', refused: "MXC1003" },
  { name: "String.raw", expression: "String.raw`a`", refused: "MXC1001" },
  {
    name: "function with a single return",
    before: 'function f() { return "x"; }',
    expression: "f()",
    refused: "MXC1003",
  },
  { name: "arrow with a single expression", before: 'const f = () => "x";', expression: "f()", refused: "MXC1003" },
  {
    name: "function with statements",
    before: 'function f() { const a = 1; return "x"; }',
    expression: "f()",
    refused: "MXC1003",
  },
  { name: "imported const", before: 'import { K } from "./k.js";', expression: "K", value: "k" },
  { name: "export *", before: 'import { K } from "./re.js";', expression: "K", value: "k" },
  { name: "renamed re-export", before: 'import { RENAMED } from "./re.js";', expression: "RENAMED", value: "k" },
  { name: "namespace import", before: 'import * as ns from "./k.js";', expression: "ns.K", value: "k" },
  { name: "default import", before: 'import d from "./k.js";', expression: "d", value: "dflt" },
  { name: "string enum", before: 'import { S } from "./k.js";', expression: "S.B", value: "sb" },
  { name: "enum that counts on from 5", before: 'import { F } from "./k.js";', expression: "F.B", value: 6 },
  {
    name: "deep member of an imported as const",
    before: 'import { DEEP } from "./k.js";',
    expression: "DEEP.a.b[1]",
    value: "y",
  },
  { name: "static member", before: 'import { C } from "./k.js";', expression: "C.a", value: 1 },
  { name: "static that uses a static", before: 'import { C } from "./k.js";', expression: "C.b", value: 2 },
  { name: "inherited static", before: 'import { D } from "./k.js";', expression: "D.c", value: [1, 2] },
  {
    name: "constants in an import cycle",
    before: 'import { C1 } from "./c1.js";',
    expression: "C1",
    refused: "MXC1009",
  },
  { name: "constant of itself", before: "const S: string = `${S}`;", expression: "S", refused: "MXC1012" },
  {
    name: "literal const in a declaration file",
    before: 'import { LIT } from "./ext.js";',
    expression: "LIT",
    value: "lit",
  },
  {
    name: "wide const in a declaration file",
    before: 'import { WIDE } from "./ext.js";',
    expression: "WIDE",
    refused: "MXC1019",
  },
  {
    name: "call of a declared function",
    before: 'import { make } from "./ext.js";',
    expression: "make()",
    refused: "MXC1003",
  },
  { name: "process.env.X", expression: "process.env.X", refused: "MXC1018" },
  { name: "Date.now()", expression: "Date.now()", refused: "MXC1003" },
  { name: "Math.random()", expression: "Math.random()", refused: "MXC1003" },
  { name: "new Date() in a template", expression: "`${new Date()}`", refused: "MXC1003" },
  { name: "array changed by push()", before: 'import { LIST } from "./k.js";', expression: "LIST", refused: "MXC1011" },
  { name: "changed property", before: 'import { BAG } from "./k.js";', expression: "BAG.a", refused: "MXC1011" },
  {
    name: "change through an alias",
    before: 'import { ALIASED } from "./k.js";',
    expression: "ALIASED",
    refused: "MXC1011",
  },
  {
    name: "getter in an object",
    before: "const O = { get a() { return 1; } };",
    expression: "O.a",
    refused: "MXC1016",
  },
  { name: "__proto__ key", expression: '({ ["__proto__"]: { polluted: 1 } })', refused: "MXC1014" },
  { name: "padEnd to 100 MB", expression: '"x".padEnd(1e8).length', refused: "MXC1003" },
  { name: "comma", expression: '(0, "a")', refused: "MXC1001" },
  { name: "use before definition", before: "const E = Z; const Z = 'z';", expression: "E", refused: "MXC1012" },
];

it("has every row of the list", () => {
  expect(rows).toHaveLength(64);
});

it.each(rows)("$name", ({ before = "", expression, value, refused }) => {
  const files = { ...HELPERS, "src/v.ts": `${before}\nexport const V = ${expression};` };
  if (refused === undefined) expect(fold(files)).toEqual(value);
  else expect(refusal(files)).toMatch(new RegExp(`^${refused} `));
});
