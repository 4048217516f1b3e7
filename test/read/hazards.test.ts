import { describe, expect, it } from "vitest";
import { rangeStart } from "../../src/model/span.ts";
import { readModule } from "../../src/read/module.ts";
import { hazardsIn, textAt } from "./reading.ts";

/** `X` is an array of objects, of which everything matters; `Y` is nothing that does. */
const inModule = (code: string) => `import { I } from "m"; import * as NS from "n"; const X = [{ a: [1] }]; ${code}`;
const after = (code: string) => hazardsIn(inModule(code));

function cases(title: string, table: readonly (readonly [code: string, ...hazards: string[]])[]): void {
  describe(title, () => {
    it.each(table.map(([code, ...hazards]) => [code, hazards] as const))("%s", (code, hazards) => {
      expect(after(code)).toEqual(hazards);
    });
  });
}

cases("a plain read is no hazard", [
  ["X;"],
  ["X[0].a.length;"],
  ["typeof X; void X; !X; -X; +X; ~X;"],
  ["X === I; X < I; X + I; X in I; X instanceof I;"],
  ["if (X) {} while (X.a) {} for (; X; X) {} do {} while (X); switch (X) { case X: }"],
  ["X ? 1 : 2;"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript source
  ["`${X}`; `${I}`.concat(X);"],
  ["X && 1;"],
  ["[X, { X, a: X, ...X }, ...X];"],
  ["for (const key in X) {}"],
  ["X.join(); X.includes(X); X[0].a.indexOf(1); X.slice(1); X.at(0); X.concat([1]);"],
  [
    "Object.keys(X); JSON.stringify(X); JSON.stringify(I, null, 2); JSON.stringify(X, ['a']); Array.isArray(X); console.log(X, I); Math.max(...X[0].a);",
  ],
  ["new Date(X);"],
  ["class A extends I {} new I(); new NS.A();"],
  ["export { X, I }; export { X as default };"],
  ["let a: typeof X; type A = typeof X[number]; interface B extends I {} f<typeof X>();"],
  ["NS.f(); NS.f(1);"],
  ["a: for (;;) break a;"],
]);

cases("a write", [
  ["X = [];", "X written"],
  ["X[0] = 1;", "X.0 written"],
  ["X[0].a = 1;", "X.0.a written"],
  ['X["a"].b = 1;', "X.a.b written"],
  ["X[i].a = 1;", "X.* written"],
  ["X.length = 0;", "X.length written"],
  ["X.a += 1;", "X.a written"],
  ["X.a ??= 1; X.b ||= 1; X.c &&= 1;", "X.a written", "X.b written", "X.c written"],
  ["X.a++; --X.b;", "X.a written", "X.b written"],
  ["delete X[0];", "X.0 written"],
  ["(X as any)!.a = 1;", "X.a written"],
  ["[X.a, ...X.b] = [1];", "X.a written", "X.b.* written"],
  ["({ a: X.a, b: [X.b = 1], ...X.c } = {});", "X.a written", "X.b written", "X.c.* written"],
  ["({ X } = {});", "X written"],
  ["for (X.a of []) {} for (X.b in {}) {}", "X.a written", "X.b written"],
  ["(i ? X : I).a = 1;", "X.* written", "I.* written"],
  ["NS.A.b = 1;", "NS.A.b written"],
  ["function f() { I.a = 1 }", "I.a written"],
]);

cases("a method that may change its receiver", [
  ["X.push(1);", "X method by X.push"],
  ["X?.push?.(1);", "X method by X.push"],
  ['X["push"](1);', "X method by X.push"],
  ["X[0].a.sort();", "X.0.a method by X.0.a.sort"],
  ["X[name]();", "X method"],
  ["X[i].a.push(1);", "X.* method"],
  ["I.whatever();", "I method by I.whatever"],
  ["NS.A.push(1);", "NS.A method by NS.A.push"],
  ["[X][0].push(1);", "X method"],
  ["(0, X).push(1);", "X method"],
  ["X.tag`a`;", "X method by X.tag"],
  ["const O = { a: [1], join() { this.a.push(1) } }; O.join();", "O method by O.join"],
]);

cases("an argument", [
  ["f(X);", "X passed to f"],
  ["f.g.h(X[0].a);", "X.0.a passed to f.g.h"],
  ["f({ a: [X] });", "X passed to f"],
  ["JSON.stringify(X, f);", "X passed to JSON.stringify"],
  ["Object.assign(X.a, I);", "X.a passed to Object.assign", "X.a written", "I passed to Object.assign"],
  ["Reflect.set({ a: X }, 'b', 1);", "X passed to Reflect.set"],
  ["Array.from(X, f);", "X passed to Array.from"],
  ["f(...X);", "X.* passed to f"],
  ["new F(X);", "X passed to F"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript source
  ["tag`${X}`;", "X passed to tag"],
  ["(() => {})(X);", "X passed"],
  ["f()(X);", "X passed"],
  ["NS.f(X, NS);", "X passed to NS.f", "NS passed to NS.f"],
  ["Object.freeze(X);", "X passed to Object.freeze"],
  ["Object.values(X, 1); Object.assign({}, X);", "X passed to Object.values", "X passed to Object.assign"],
  ["function f(Object: any) { Object.keys(X) }", "X passed"],
  ["const Object = f; Object.keys(X);", "X passed to Object.keys"],
  ["X.map((item) => item); X.forEach((item, index) => 1);", "X.* passed to X.map", "X.* passed to X.forEach"],
  ["X.filter(f);", "X passed to X.filter"],
  ["other.includes(X);", "X passed to other.includes"],
  ["f(g(X));", "X passed to g", "X passed to f"],
  ["f(X).g = 1;", "X passed to f", "X written"],
  ["f(X).g();", "X passed to f", "X method"],
  ["@f(X) class A {}", "A passed to f", "X passed to f"],
  ["class A { @f static a = 1; @f b = 1 }", "A.a passed to f"],
]);

cases("part of another constant", [
  ["const A = X;", "X shared into A"],
  ["const A = (X as any)!;", "X shared into A"],
  ["const A = { a: [X], X, ...X[0] };", "X shared into A", "X.0.* shared into A"],
  ["const A = [...X, ...X[0].a];", "X.* shared into A", "X.0.a.* shared into A"],
  ["const A = X[0].a.slice(1);", "X.0.a.* shared into A"],
  ["const A = Object.entries(X);", "X.* shared into A"],
  ["const A = Array.from(X);", "X.* shared into A"],
  ["const A = i ? X : I;", "X shared into A", "I shared into A"],
  ["const A = X ?? I;", "X shared into A", "I shared into A"],
  ["const A = X && I;", "I shared into A"],
  ["const A = await X;", "X shared into A"],
  ["const { a, b: { c }, ...d } = X[0];", "X.0.a shared into a", "X.0.b.c shared into c", "X.0.* shared into d"],
  ["const [a = 1] = X;", "X.* shared into a"],
  ["const { a } = X[i];", "X.* shared into a"],
  ["const [a] = [X];", "X shared into a"],
  ["const A = f(X);", "X passed to f into A"],
  ["const A = f({ a: g(X) });", "X passed to g into A", "X passed to f into A"],
  ["class A { static a = X; static b = { c: f(X) } }", "X shared into A", "X passed to f into A"],
  ["const A = class { static a = X };", "X shared into A"],
  ["function M(Base) { return class extends Base { static a = X } }", "X shared into M"],
  ["function M(Base) { class A extends Base { static a = X } return A }", "X shared into M"],
  ["const M = (Base) => class extends Base { static a = X };", "X shared into M"],
  ["export default X;", "X shared into default"],
  ["export default { a: X };", "X shared into default"],
  ["export default class { static a = X }", "X shared into default"],
  ["export = X;", "X shared into export="],
  ["import A = NS.B;", "NS.B shared into A"],
  ["namespace A.B { export const C = X }", "X shared into A.B.C"],
]);

cases("reachable by another name", [
  ["let a = X; var b = X[0];", "X aliased", "X.0 aliased"],
  ["function f() { const a = X }", "X aliased"],
  ["function f() { const { a, ...b } = X[0] }", "X.0.a aliased", "X.0.* aliased"],
  ["function f() { return X }", "X aliased"],
  ["const f = () => X;", "X aliased"],
  ["const f = () => ({ a: X });", "X aliased"],
  ["const f = (a = X) => a;", "X aliased"],
  ["const f = ({ a = X }) => a;", "X aliased"],
  ["function* f() { yield X; yield* I }", "X aliased", "I aliased"],
  ["throw X;", "X aliased"],
  ["a = X; b.c = I;", "X aliased", "I aliased"],
  ["[a] = [X]; ({ b = I } = {});", "X aliased", "I aliased"],
  ["for (const a of X) {}", "X.* aliased"],
  ["class A { a = X; b = f(X) }", "X aliased", "X passed to f into A"],
  ["class A { m() { return X } get g() { return I } }", "X aliased", "I aliased"],
  ["function f() { return class { static a = X } }", "X aliased"],
]);

cases("a name that something local hides is another name", [
  ["function f(X) { X.push(1) }"],
  ["function f({ a: [X] }) { X.push(1) }"],
  ["function f(...X) { X.push(1) }"],
  ["const f = (X) => X.push(1);"],
  ["{ const X = []; X.push(1) }"],
  ["{ { X.push(1) } class X {} }"],
  ["function f() { X.push(1); if (i) { for (var X of []) {} } }"],
  ["function f() { X.push(1); { let X } }", "X method by X.push"],
  ["function f() { const g = () => { var X }; X.push(1) }", "X method by X.push"],
  ["for (const X of []) X.push(1);"],
  ["for (let X = []; ; ) X.push(1);"],
  ["try {} catch (X) { X.push(1) }"],
  ["switch (i) { case 1: let X; default: X.push(1) }"],
  ["(function X() { X.push(1) });"],
  ["(class X { m() { X.push(1) } });"],
  ["class A { static { var X; X.push(1) } }"],
  ["function f() { interface X {} X.push(1) }", "X method by X.push"],
  ["namespace A { let X; X.push(1) }"],
  ["function f(g) { g(X); I.h(X) }", "X passed", "I method by I.h", "X passed to I.h"],
  ["label: { X.push(1) }", "X method by X.push"],
]);

cases("a class", [
  ["class A { static a = [[1]] } A.a.push(1);", "A.a method by A.a.push"],
  [
    "class A { static a = [[1]] } A.a = 1; register(A); A.run();",
    "A.a written",
    "A passed to register",
    "A method by A.run",
  ],
  ["class A { static a = [[1]]; static { this.a.push(1) } }", "A.a method"],
  ["class A { static m() { this.a = 1; (() => this.b.push(1))() } }", "A.a written", "A.b method"],
  ["class A extends I { static m() { super.a.push(1) } }", "A.a method"],
  ["class A { m() { this.a = 1; (this.constructor as any).b = 1 } }", "A.b written"],
  ["class A { static a = { m() { this.b = 1 } } }"],
  ["const A = class B { static a = [[1]]; static { B.a.push(1) } };", "A.a method by A.a.push"],
  ["function f() { class A { static m() { this.a = 1 } } A.a = 1 }"],
  ["export default class { static a = [[1]]; static { this.a.push(1) } }", "default.a method"],
]);

cases("a namespace", [
  ["namespace A { export const B = [[1]]; B.push(1) } A.B.push(2);", "A.B method by A.B.push"],
  ["namespace A { const B = [[1]] } namespace A { B.push(1) }", "A.B method by A.B.push"],
  ["namespace A { export namespace B { export const C = [[1]]; f(C) } }", "A.B.C passed to f"],
  ["namespace A { X.push(1) }", "X method by X.push"],
  ["function A() {} namespace A { export const B = [[1]] } A.B.push(1); A();", "A.B method by A.B.push"],
  ["enum A { B } namespace A { export const C = [[1]] } f(A);", "A passed to f"],
  ["class A {} namespace A { export const B = [[1]] } A.b();", "A method by A.b"],
  ["declare global { const a: typeof X }"],
]);

describe("what cannot be changed has no hazards", () => {
  it.each([
    'const P = "a"; f(P); let a = P; P.at(0); const b = [P];',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript source
    "const P = `a${1}`; f(P);",
    "const P = 1 + 2; f(P); const Q = -P; f(Q); const R = P ? 1 : 2; f(R); const S = 'a' ?? P;",
    "let a = [1]; a.push(1); f(a);",
    "function g() {} g.a = 1; f(g);",
    "enum E { A } f(E); let a = E; const b = { E }; E.A.toFixed();",
    'const S = [["a"], { b: 1 }] as const; f(S); let a = S[0]; S[1].b;',
    'const F = ["a", -1, true]; F.map((item) => item); const a = [...F]; let b = F[0]; for (const c of F) {} f(F[i], ...F);',
    'const F = { a: "x" }; let b = F.a; f(F.a, { ...F }); F.a.trim(); const { a } = F; const c = Object.values(F);',
    "import type { T } from 't'; f(T);",
    "f(unknown); unknown.push(1);",
  ])("%s", (source) => {
    expect(hazardsIn(source)).toEqual([]);
  });

  it.each([
    ["enum E { A } E.A = 1;", "E.A written"],
    ['const S = ["a"] as const; S[0] = 1;', "S.0 written"],
    ['const F = ["a"]; F.map(f);', "F passed to F.map"],
    ['const F = ["a"]; F.reduce((a, b, index) => a);', "F passed to F.reduce"],
    ['const F = ["a"]; F.map((...all) => all);', "F passed to F.map"],
    ['const F = ["a"]; F.push("b");', "F method by F.push"],
    ["const F = [f()] as const; let a = F;", "F aliased"],
  ])("but %s", (source, hazard) => {
    expect(hazardsIn(source)).toEqual([hazard]);
  });
});

describe("each hazard", () => {
  it("is recorded once, where it first stands, in order of places", () => {
    const source = inModule("I.b = 1; f(X); f(X); function g() { f(X); X.push(1) }");
    const { hazards } = readModule(source, "a.ts");
    expect(hazards.map(({ range }) => textAt(source, range))).toEqual(["I.b", "X", "X"]);
    expect(rangeStart(hazards[1]?.range ?? 0)).toBe(source.indexOf("f(X)") + 2);
  });

  it("stays small however deep the calls", () => {
    const nested = `${"f(X, ".repeat(200)}1${")".repeat(200)}`;
    expect(after(nested).length).toBeLessThan(5);
  });

  it("in JSX is an argument of nobody known", () => {
    expect(hazardsIn("const X = [[1]]; const a = <A b={X} {...X}>{X.c}</A>;", "a.tsx")).toEqual([
      "X passed",
      "X.* passed",
      "X.c passed",
    ]);
  });
});
