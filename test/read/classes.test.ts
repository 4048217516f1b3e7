import { describe, expect, it } from "vitest";
import type { ClassNode } from "../../src/model/summary.ts";
import { readModule } from "../../src/read/module.ts";
import { loadSyntax, type ts } from "../../src/read/typescript.ts";
import { declarationIn, expressionIn, kindsIn, plain, textAt } from "./reading.ts";
import { OTHER_MEMBERS } from "./samples.ts";

const classIn = (source: string): ClassNode => declarationIn("class", source).class;
const number = (value: number) => ({ kind: "number", value });

describe("a class", () => {
  it("has a name, a base, type parameters and members", () => {
    const source = `abstract class Video<T = 1> extends Base<T> {
      static override readonly table = true;
      static spec: Spec;
      declare readonly id: string;
      name?: string = "x";
    }`;
    expect(plain(classIn(source))).toEqual({
      name: "Video",
      abstract: true,
      parameters: [{ name: "T", default: { kind: "literal", value: 1 } }],
      heritage: {
        expression: { kind: "name", name: "Base" },
        typeArguments: [{ kind: "reference", name: ["T"], args: [] }],
      },
      doc: null,
      statics: [
        { name: "table", value: { kind: "boolean", value: true }, type: null },
        { name: "spec", value: null, type: { kind: "reference", name: ["Spec"], args: [] } },
      ],
      properties: [
        {
          name: "id",
          type: { kind: "keyword", name: "string" },
          optional: false,
          declared: true,
          init: null,
          doc: null,
        },
        {
          name: "name",
          type: { kind: "keyword", name: "string" },
          optional: true,
          init: { kind: "string", value: "x" },
          doc: null,
        },
      ],
      others: [],
    });
  });

  it("has the properties with names written as strings, numbers or literal computed names", () => {
    const { properties, statics } = classIn('class A { "a-b" = 1; 2 = 1; ["c"] = 1; static ["d"] = 1 }');
    expect(properties.map(({ name }) => name)).toEqual(["a-b", "2", "c"]);
    expect(statics.map(({ name }) => name)).toEqual(["d"]);
  });

  it("extends any expression", () => {
    const { heritage } = classIn("class A extends Mix(B)<string> {}");
    expect(plain(heritage?.expression)).toMatchObject({ kind: "call", callee: { kind: "name", name: "Mix" } });
  });

  it("without a name is marked at its keyword", () => {
    const source = "export default @dec /* why */ abstract class extends A {}";
    const [exported] = readModule(source, "a.ts").exports;
    const value = exported?.kind === "expression" ? exported.value : null;
    expect(value?.kind === "class" && textAt(source, value.class.range)).toBe("class");
  });

  it("implements nothing that matters", () => {
    expect(classIn("class A implements B { x!: string }").heritage).toBeNull();
  });
});

describe("a member that is no plain property", () => {
  it.each(OTHER_MEMBERS)("%s is a %s", (source, kind, name, marked) => {
    const text = `abstract class A { ${source} }`;
    const { others, statics, properties } = classIn(text);
    expect(plain(others)).toEqual([{ kind, name }]);
    expect(others.map(({ range }) => textAt(text, range))).toEqual([marked]);
    expect([statics, properties]).toEqual([[], []]);
  });

  it("a parameter with a modifier is a property", () => {
    const { others } = classIn("class A { constructor(private a: string, readonly b = 1, c: number) {} }");
    expect(plain(others)).toEqual([
      { kind: "constructor", name: "" },
      { kind: "parameter-property", name: "a" },
      { kind: "parameter-property", name: "b" },
    ]);
  });

  it("there is a sample of every kind of member that the parser makes", () => {
    const { SyntaxKind } = loadSyntax();
    const wanted = new Set<ts.SyntaxKind>([
      SyntaxKind.PropertyDeclaration,
      SyntaxKind.MethodDeclaration,
      SyntaxKind.ClassStaticBlockDeclaration,
      SyntaxKind.Constructor,
      SyntaxKind.GetAccessor,
      SyntaxKind.SetAccessor,
      SyntaxKind.IndexSignature,
      SyntaxKind.SemicolonClassElement,
    ]);
    for (const kind of kindsIn(`class A { ; ${OTHER_MEMBERS.map(([source]) => source).join("; ")} }`, "a.ts"))
      wanted.delete(kind);
    expect([...wanted]).toEqual([]);
  });
});

describe("a class in place of a value", () => {
  it("is declared under the name of its constant", () => {
    const { name, class: read } = declarationIn("class", "/** Doc. */ const A = (class B { x = 1 }) as C;");
    expect([name, read.name, read.doc, read.properties.length]).toEqual(["A", "B", "Doc.", 1]);
  });

  it("elsewhere is an expression", () => {
    expect(plain(expressionIn("[class { static a = 1 }]"))).toMatchObject({
      items: [{ value: { kind: "class", class: { name: null, statics: [{ name: "a", value: number(1) }] } } }],
    });
  });
});

describe("a mixin", () => {
  it.each([
    "function M<T extends C>(Base: T) { return class extends Base { x = 1 }; }",
    "function M(Base) { return (class extends Base { x = 1 }) as any; }",
    "function M(Base) { class X extends Base { x = 1 } return X; }",
    "function M(Base) { abstract class X extends Base { x = 1 } return (X); }",
    "const M = <T extends C>(Base: T) => class extends Base { x = 1 };",
    "const M = (Base) => (class extends Base { x = 1 });",
    "const M = (Base) => class extends (Base as any) { x = 1 };",
    "const M = ((Base) => { return class extends Base { x = 1 }; });",
    "const M = function (Base) { return class extends Base { x = 1 }; };",
  ])("%s", (source) => {
    const { mixin, name } = declarationIn("function", source);
    expect(name).toBe("M");
    expect(mixin?.parameter).toBe("Base");
    expect(mixin?.class.properties.map((property) => property.name)).toEqual(["x"]);
  });

  it("has the doc comment of its class", () => {
    const { mixin } = declarationIn("function", "/** M. */ function M(B) { /** X. */ class X extends B {} return X; }");
    expect(mixin?.class.doc).toBe("X.");
  });

  it("may be an expression", () => {
    expect(plain(expressionIn("[(Base) => class extends Base {}]"))).toMatchObject({
      items: [{ value: { kind: "mixin", mixin: { parameter: "Base" } } }],
    });
  });

  it.each([
    "function M(Base) { log(); return class extends Base {}; }",
    "function M(Base) { class X extends Base {} class Y extends X {} return Y; }",
    "function M(Base) { class X extends Base {} return Y; }",
    "function M(Base) { return class extends Other {}; }",
    "function M(Base) { return class {}; }",
    "function M(Base) { return Base; }",
    "function M(Base) { return; }",
    "function M(Base = B) { return class extends Base {}; }",
    "function M(...Base) { return class extends Base {}; }",
    "function M({ Base }) { return class extends Base {}; }",
    "function M() { return class extends Base {}; }",
    "async function M(Base) { return class extends Base {}; }",
    "function* M(Base) { return class extends Base {}; }",
    "declare function M(Base: any): any;",
  ])("is not %s", (source) => {
    expect(declarationIn("function", source).mixin).toBeNull();
  });
});
