import { describe, expect, it } from "vitest";
import { readModule } from "../../src/read/module.ts";
import { declarationIn, declarationsIn, plain, textAt } from "./reading.ts";

const name = (text: string) => ({ kind: "name", name: text });
const property = (text: string) => ({ kind: "property", name: text });

describe("a constant", () => {
  it("has its value and its annotation", () => {
    expect(plain(declarationIn("const", "export const A: string = b;"))).toEqual({
      kind: "const",
      name: "A",
      exported: true,
      init: name("b"),
      type: { kind: "keyword", name: "string" },
      path: [],
    });
  });

  it("without a value has none", () => {
    expect(declarationIn("const", 'declare const A: "a";').init).toBeNull();
  });

  it("ends where its own declaration ends, not the statement", () => {
    const source = "const A = 1, B = A;";
    const ends = declarationsIn(source).map((each) => (each.kind === "const" ? source.slice(0, each.end) : ""));
    expect(ends).toEqual(["const A = 1", "const A = 1, B = A"]);
  });

  it("that is destructured has the way from the value to it", () => {
    const source = 'const { a, b: { c }, "d-e": d, ["f"]: [, f], 1: g } = it;';
    expect(declarationsIn(source).map((each) => [each.name, each.kind === "const" && plain(each.path)])).toEqual([
      ["a", [property("a")]],
      ["c", [property("b"), property("c")]],
      ["d", [property("d-e")]],
      ["f", [property("f"), { kind: "index", index: 1 }]],
      ["g", [property("1")]],
    ]);
  });

  it.each([
    ["{ a = 1 }", "a default value"],
    ["{ ...a }", "a rest element"],
    ["[...a]", "a rest element"],
    ["{ [b]: a }", "a computed name"],
  ])("destructured by %s says that this is %s", (pattern, syntax) => {
    expect(plain(declarationIn("const", `const ${pattern} = it;`).path)).toEqual([{ kind: "unsupported", syntax }]);
  });

  it("of a `using` declaration says so", () => {
    const read = declarationsIn("using a = b; await using c = d;");
    const syntax = "a `using` declaration";
    expect(read.map((each) => each.kind === "const" && plain(each.init))).toEqual([
      { kind: "unsupported", syntax },
      { kind: "unsupported", syntax },
    ]);
  });
});

describe("other variables", () => {
  it("are kept by name only", () => {
    expect(plain(declarationsIn("let a = 1, { b } = c; export var d;"))).toEqual([
      { kind: "let", name: "a", exported: false },
      { kind: "let", name: "b", exported: false },
      { kind: "var", name: "d", exported: true },
    ]);
  });
});

describe("an enum", () => {
  it.each(["enum", "const enum", "declare enum", "declare const enum"])("declared by %s has its members", (keyword) => {
    expect(plain(declarationIn("enum", `${keyword} E { A, B = 1, "c-d" = "x" }`).members)).toEqual([
      { name: "A", value: null },
      { name: "B", value: { kind: "number", value: 1 } },
      { name: "c-d", value: { kind: "string", value: "x" } },
    ]);
  });
});

describe("a namespace", () => {
  it("has a scope of its own", () => {
    const { scope, exported } = declarationIn("namespace", "export namespace A { export const B = 1; class C {} }");
    expect(exported).toBe(true);
    expect(scope.declarations.map((each) => [each.kind, each.name, each.exported])).toEqual([
      ["const", "B", true],
      ["class", "C", false],
    ]);
  });

  it("with a dotted name is one inside the other", () => {
    const { scope } = declarationIn("namespace", "namespace A.B { export const C = 1 }");
    expect(plain(scope.declarations)).toMatchObject([
      { kind: "namespace", name: "B", exported: true, scope: { declarations: [{ name: "C" }] } },
    ]);
  });

  it("that is only declared exports everything", () => {
    const { scope } = declarationIn("namespace", 'declare namespace A { const B: "b"; namespace C { let d: 1 } }');
    expect(plain(scope.declarations)).toMatchObject([
      { name: "B", exported: true },
      { name: "C", exported: true, scope: { declarations: [{ name: "d", exported: true }] } },
    ]);
    const inDeclarationFile = declarationIn("namespace", "export namespace A { const B: 1 }", "a.d.ts");
    expect(plain(inDeclarationFile.scope.declarations)).toMatchObject([{ name: "B", exported: true }]);
  });

  it.each(['declare module "m" { const A: 1 }', "declare global { const A: 1 }", 'declare module "m";'])(
    "is not %s",
    (source) => expect(declarationsIn(source)).toEqual([]),
  );
});

describe("another name for a member of a namespace", () => {
  it("is a constant", () => {
    const read = declarationIn("const", "export import A = B.C.D;");
    expect(plain(read.init)).toMatchObject({
      kind: "member",
      name: "D",
      object: { kind: "member", object: name("B") },
    });
    expect(read.exported).toBe(true);
  });
});

describe("places", () => {
  it("of declarations are their names", () => {
    const source = `#!/usr/bin/env node
      /* a */ export const /* b */ A = 1; let B; function C() {} @d() abstract class D {} enum E {}
      type F = 1; interface G {} namespace H.I {} const { j: [J] } = A, \\u{4b} = 1;`;
    const marked = readModule(source, "a.ts").scope.declarations.map(({ range }) => textAt(source, range));
    expect(marked).toEqual(["A", "B", "C", "D", "E", "F", "G", "H", "J", "\\u{4b}"]);
  });

  it("of expressions and types leave out the blanks and comments before them", () => {
    const source = "const it: /* t */ Array< /* u */ string> = /* a */ f( // b\n  x . y);";
    const { init, type } = declarationIn("const", source);
    const args = init?.kind === "call" ? init.args : [];
    expect(init && textAt(source, init.range)).toBe("f( // b\n  x . y)");
    expect(args.map(({ value }) => textAt(source, value.range))).toEqual(["x . y"]);
    expect(type?.kind === "reference" && type.args.map(({ range }) => textAt(source, range))).toEqual(["string"]);
  });
});
