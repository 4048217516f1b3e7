// Laws that hold for every text, and texts that try to break them.

import { readdirSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readModule } from "../../src/read/module.ts";
import { plain } from "./reading.ts";

const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".d.ts", ".js", ".jsx", ".mjs", ".json"];

const EVERYTHING = `#!/usr/bin/env node
import D, { a as b, type T } from "m"; import * as NS from "n"; import r = require("o"); import A1 = NS.B.C;
export * from "p"; export { b as c }; export { e } from "q"; export = D;
/**
 * Doc {@link of} it.
 *
 * @deprecated no
 */
@dec(1) export abstract class Video<T = string> extends Mix(Base)<T> implements I {
  static override readonly spec = new FeatureSpec({ key: ["a", 'b'], ...X, [c]: 1, "d-e": 0x10, m() {}, get g() { return 1 } });
  /** col */ declare a: string; b!: "x" | -1 | null; c?: readonly [a: string, b?: number, ...c: 1[]][];
  d: typeof KEYS[number] = Field({ x: \`a\${1}b\` }) as any; [e] = 1; ["f"]: import("m").A.B<1>; accessor z = 1;
  static #p = 1; static { this.spec.x = 1; } constructor(private q: string) { super(q) } static st() {} [k: string]: any;
}
const { p, q: { r: [, s = 1] }, ...t } = obj as const, KEYS = ["a", 1n, -2, true, null, /x/, ...KEYS2] satisfies U;
export default class extends Video {}
export const M = <T,>(Base: T) => class extends Base { x!: string };
function W(B: any, { x = KEYS }, ...y) { class X extends B { y?: 1 } for (const k of KEYS) { k.push(X) } return X; }
export namespace A.B { export const z = 1; declare namespace C { let w: 1 } }
declare module "foo" { const x: 1 } declare const enum E { A = 1, B, "c" = A | 2 }
// metaxy-ignore MXC2031, MXC2032: because
type F<X> = X extends infer Y ? { [k in X]: 1 } : keyof typeof b | \`a\${X}\` | unique symbol | (() => this);
interface G extends H.I<string> { a?: string; m(): void; [k: string]: number; (): x; new (): y }
KEYS.push(...KEYS), KEYS[0]++, delete KEYS?.x; [KEYS.a] = [1]; tag\`\${KEYS}\`; label: for (;;) break label;
let v = async function* () { yield* await KEYS; throw KEYS }, u = a ?? b || c && d ? e : (f, g);
switch (v) { case 1: default: try { v() } catch (KEYS) { } finally { } } using res = open();
`;

describe("reading has an answer for every text", () => {
  it.each(EXTENSIONS)("the text with everything in it, as %s", (extension) => {
    expect(surviving(EVERYTHING, extension).lineStarts).toHaveLength(EVERYTHING.split("\n").length);
  });

  it("with a part cut out, doubled or replaced", () => {
    const part = fc.tuple(
      fc.nat(EVERYTHING.length),
      fc.nat(40),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.nat(2),
    );
    const law = ([start, length, text, change]: readonly [number, number, string, number], extension: string) => {
      const end = start + length;
      const middle = ["", EVERYTHING.slice(start, end).repeat(2), text][change];
      surviving(EVERYTHING.slice(0, start) + middle + EVERYTHING.slice(end), extension);
    };
    fc.assert(fc.property(part, fc.constantFrom(...EXTENSIONS), law), { seed: 1, numRuns: 200 });
  });

  it("cut off anywhere", () => {
    const law = (length: number) => void surviving(EVERYTHING.slice(0, length), ".ts");
    fc.assert(fc.property(fc.nat(EVERYTHING.length), law), { seed: 1, numRuns: 200 });
  });

  it("of shuffled tokens", () => {
    const tokens = EVERYTHING.split(/(\s+|\b)/).filter((token) => token.trim() !== "");
    const law = (picked: readonly string[]) => void surviving(picked.join(" "), ".ts");
    fc.assert(fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 60 }), law), { seed: 1, numRuns: 200 });
  });

  it("of any characters", () => {
    const law = (text: string, extension: string) => void surviving(text, extension);
    const text = fc.string({ unit: "binary", maxLength: 300 });
    fc.assert(fc.property(text, fc.constantFrom(...EXTENSIONS), law), { seed: 1, numRuns: 300 });
  });

  it("of lone surrogates, NUL and other strays", () => {
    surviving('const a = "\ud800"; const b = "\\ud800", c = "\0", d = `\udfff`; class \ud800 {}', ".ts");
  });
});

/** What is read, after making sure that it is plain data. */
function surviving(text: string, extension: string) {
  const summary = readModule(text, `a${extension}`);
  expect(isDeepStrictEqual(JSON.parse(JSON.stringify(summary)), summary)).toBe(true);
  return summary;
}

describe("nesting", () => {
  const nested =
    (open: string, close: string, inner = "1") =>
    (depth: number) =>
      open.repeat(depth) + inner + close.repeat(depth);

  const FORMS: Readonly<Record<string, (depth: number) => string>> = {
    parentheses: (depth) => `const a = ${nested("(", ")")(depth)};`,
    arrays: (depth) => `const a = ${nested("[", "]")(depth)};`,
    objects: (depth) => `const a = ${nested("{a:", "}")(depth)};`,
    calls: (depth) => `const X = [[1]]; const a = ${nested("f(X,", ")")(depth)};`,
    templates: (depth) => `const a = ${nested("`$" + "{", "}`")(depth)};`,
    conditionals: (depth) => `const a = ${nested("b ? 1 : ", "")(depth)};`,
    members: (depth) => `const a = b${".c".repeat(depth)};`,
    "method calls": (depth) => `const X = [[1]]; const a = X${".c(X)".repeat(depth)};`,
    sums: (depth) => `const X = [[1]]; const a = X${" + X".repeat(depth)};`,
    casts: (depth) => `const a = b${" as any".repeat(depth)};`,
    "type arguments": (depth) => `type a = ${nested("A<", ">")(depth)};`,
    "array types": (depth) => `type a = A${"[]".repeat(depth)};`,
    "conditional types": (depth) => `type a = ${nested("A extends B ? C : ", "")(depth)};`,
    "dotted types": (depth) => `type a = A${".b".repeat(depth)};`,
    namespaces: (depth) => nested("namespace A {", "}", "const X = [[1]]; X.push(1)")(depth),
    "dotted namespaces": (depth) => `namespace A${".B".repeat(depth)} { const X = [[1]]; X.push(1) }`,
    classes: (depth) => `const a = ${nested("class { static a = ", "}")(depth)};`,
    functions: (depth) => `const X = [[1]]; ${nested("function f() {", "}", "X.push(1)")(depth)}`,
    blocks: (depth) => `const X = [[1]]; ${nested("{", "}", "X.push(1)")(depth)}`,
    patterns: (depth) => `const ${nested("{a:", "}", "b")(depth)} = c;`,
    ifs: (depth) => `const X = [[1]]; ${nested("if (X) X.push(1); else ", "", ";")(depth)}`,
    unclosed: (depth) => "const a = [".repeat(depth),
  };

  it.each(Object.keys(FORMS))("of %s may be as deep as it likes", (form) => {
    for (const depth of [10, 250, 260, 500, 1000, 5000]) surviving(FORMS[form]?.(depth) ?? "", ".ts");
  });

  it("too deep to keep is said where it is, and the rest is read", () => {
    const { scope, syntaxErrors } = readModule(`const a = b${".c".repeat(400)}; const d = 1;`, "a.ts");
    expect(JSON.stringify(scope.declarations[0])).toContain('"syntax":"an expression nested too deeply"');
    expect(plain(scope.declarations[1])).toMatchObject({ name: "d", init: { kind: "number", value: 1 } });
    expect(syntaxErrors).toEqual([]);
    const types = readModule(`type A = B${"[]".repeat(400)};`, "a.ts");
    expect(JSON.stringify(types.scope)).toContain('"syntax":"a type nested too deeply"');
  });

  it("too deep to parse is a syntax error, after which others are read as before", () => {
    const before = readModule(EVERYTHING, "a.ts");
    const deep = readModule(`const a = ${"[".repeat(20_000)}`, "a.ts");
    expect(deep.syntaxErrors.map(({ message }) => message)).toEqual(["this file is nested too deeply to be read"]);
    expect(readModule(EVERYTHING, "a.ts")).toEqual(before);
  });

  it("does not hide a hazard", () => {
    const { hazards } = readModule(`const X = [[1]]; ${nested("{", "}", "X.push(1)")(300)}`, "a.ts");
    expect(hazards).toMatchObject([{ name: "X", kind: "method" }]);
  });
});

describe("size", () => {
  it("is read in one go", () => {
    const source = Array.from({ length: 2000 }, (_, index) => `export class A${index} { x${index}!: string }`).join(
      "\n",
    );
    expect(readModule(source, "a.ts").exports).toHaveLength(2000);
    expect(readModule(`const a = [${'"b",'.repeat(100_000)}];`, "a.ts").syntaxErrors).toEqual([]);
    expect(readModule(`/** ${"\n * x".repeat(150_000)} */ class A {}`, "a.ts").scope.declarations).toHaveLength(1);
  });
});

describe("line breaks of another kind", () => {
  const golden = new URL("../python-golden/", import.meta.url);
  const sources = readdirSync(golden)
    .filter((name) => name.startsWith("case-"))
    .map((name) => readFileSync(new URL(`${name}/features.ts`, golden), "utf8"));

  it.each([EVERYTHING, ...sources])("change nothing but places", (source) => {
    const unix = readModule(source, "a.ts");
    const windows = readModule(source.replaceAll("\n", "\r\n"), "a.ts");
    expect(plain(windows)).toEqual(plain(unix));
    expect(windows.lineStarts).toHaveLength(unix.lineStarts.length);
  });
});
