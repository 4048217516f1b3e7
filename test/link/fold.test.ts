// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text
import { describe, expect, it } from "vitest";
import { fold, refusal } from "./folding.ts";

const value = (source: string) => fold({ "src/v.ts": source });
const refused = (source: string) => refusal({ "src/v.ts": source }).split("\n")[0];

describe("operators give what JavaScript gives", () => {
  it.each([
    "1 + 2 * 3 - 4 / 2",
    "7 % 4",
    "2 ** 10",
    "(5 & 3) + (5 | 3) + (5 ^ 3)",
    "(1 << 4) + (-16 >> 2) + (-1 >>> 28)",
    "-(-3) + +4 + ~5",
    "!0 === true",
    '"a" + 1 + true + null + undefined + 2n',
    '1 + 2 + "a"',
    '"a" < "b"',
    "2 >= 3",
    '"a" !== "b"',
    "1n + 2n * 3n - 4n",
    "7n / 2n + 7n % 2n",
    "2n ** 64n",
    "-5n",
    "~5n",
    "1n < 2n",
    "(1n << 70n) >> 3n",
    "0.1 + 0.2",
    "`${-0}|${1e21}|${1e-7}|${0.1 + 0.2}|${null}|${undefined}|${10n}`",
    "null ?? undefined ?? 0",
    '0 || "" || "x"',
    '1 && "x" && null',
    "!!{} && ![] === false",
    '"abc"[1] + "abc".length',
    '"a".concat("b", 1, null)',
    '["a"].concat("b", ["c", ["d"]])',
    '[...[], ...["a", ["b"]]]',
    '({ b: 1, 2: "two", 1: "one", ...{ b: 3, c: 4 }, ...null, ...undefined, ...false })',
    '({ ["a" + 1]: 1, "b c": 2, 3: 3 })',
    "[undefined, null]",
    "[1, 2, 3].length",
    "({ a: { b: [10, 20] } }).a.b[1]",
    '({ a: 1 })["a"]',
    "Object.freeze({ a: Object.freeze([1]) })",
  ])("%s", (expression) => {
    // Only the text above is run, and it is ours.
    expect(value(`export const V = ${expression};`)).toEqual(new Function(`return ${expression}`)());
  });
});

describe("operators without a static result are refused", () => {
  it.each([
    ["[] + 1", "`+` has no static result for an empty array and the number 1"],
    ["1 / 0", "`/` has no static result for the number 1 and the number 0"],
    ["1n + (1 as any)", "`+` has no static result for the bigint 1n and the number 1"],
    ["1n / 0n", "`/` has no static result for the bigint 1n and the bigint 0n"],
    ["2n ** -1n", "`**` has no static result for the bigint 2n and the bigint -1n"],
    ["9n ** 99999999n", "`**` has no static result for the bigint 9n and the bigint 99999999n"],
    ["1n << 99999999n", "`<<` has no static result for the bigint 1n and the bigint 99999999n"],
    ["+1n", "`+` has no static result for the bigint 1n"],
    ["-({} as any)", "`-` has no static result for an object"],
    ["[] === []", "`===` has no static result for an empty array and an empty array"],
    ["`${[1]}`", "a template has no static result for an array"],
    ['[..."ab"]', 'a spread has no static result for the string "ab"'],
    ["[...(1 as any)]", "a spread has no static result for the number 1"],
    ["({ ...[1] })", "a spread has no static result for an array"],
    ["({ [[] as any]: 1 })", "a computed key has no static result for an empty array"],
    ["[1][{} as any]", "an index has no static result for an object"],
    ["(null as any).a", "`.a` has no static result for null"],
  ])("%s", (expression, message) => {
    expect(refused(`export const V = ${expression};`)).toMatch(/^MXC1017 /);
    expect(refused(`export const V = ${expression};`)).toContain(message);
  });
});

describe("only the branch that is taken has to fold", () => {
  it.each([
    ["true ? 1 : nowhere", 1],
    ["false ? nowhere : 2", 2],
    ["3 ?? nowhere", 3],
    ["4 || nowhere", 4],
    ["0 && nowhere", 0],
  ])("%s", (expression, expected) => {
    expect(value(`export const V = ${expression};`)).toBe(expected);
  });

  it("and the test itself", () => {
    expect(refused("export const V = nowhere ? 1 : 2;")).toMatch(
      /^MXC1002 src\/v\.ts:1:18 nothing is called `nowhere`/,
    );
  });
});

describe("optional chains", () => {
  it("read what is there", () => {
    expect(value("const o = { a: { b: 1 } } as const;\nexport const V = o?.a?.b;")).toBe(1);
  });

  it("end at null and undefined, with all that follows", () => {
    expect(value("const o = { a: null } as const;\nexport const V = (o as any).a?.b.c.d;")).toBeUndefined();
    expect(value("const o = undefined;\nexport const V = (o as any)?.[0]?.x;")).toBeUndefined();
  });

  it("do not excuse a member of a value that merely is undefined", () => {
    const source = "const o = { a: { b: undefined } } as const;\nexport const V = (o as any).a?.b.c;";
    expect(refused(source)).toMatch(/^MXC1017 /);
  });

  it("do not excuse a property that is not there", () => {
    expect(refused("const o = { a: 1 } as const;\nexport const V = (o as any)?.b;")).toMatch(/^MXC1010 /);
  });
});

describe("members", () => {
  it.each([
    ["an object has no such property", "({ video: 1 } as any).vidoe", "an object has no member `vidoe`"],
    ["an array has no such item", "[1, 2][2]", "an array has no member `2`"],
    ["inherited members do not count", "({} as any).toString", "an object has no member `toString`"],
    ["nor does the prototype", "({} as any).__proto__", "an object has no member `__proto__`"],
    ["nor do methods of arrays", "([1] as any).map", "an array has no member `map`"],
  ])("%s", (_, expression, message) => {
    expect(refused(`export const V = ${expression};`)).toContain(`MXC1010 `);
    expect(refused(`export const V = ${expression};`)).toContain(message);
  });

  it("of something made by the library are not read", () => {
    const source =
      'import { FeatureKey } from "metaxy-compile/dsl";\nconst k = new FeatureKey(["a"]);\nexport const V = k.parts;';
    expect(refused(source)).toContain("`.parts` has no static result for a FeatureKey");
  });
});

describe("destructuring", () => {
  it("takes properties and items, however deep", () => {
    expect(value('const { a: { b: [, c] } } = { a: { b: ["x", "y"] } };\nexport const V = c;')).toBe("y");
  });

  it("of something changed elsewhere is refused", () => {
    expect(refused("const o = { a: [1] };\no.a.push(2);\nconst { a } = o;\nexport const V = a;")).toMatch(
      /^MXC1011 src\/v\.ts:2:1 /,
    );
  });

  it.each([
    ["a default", "const { a = 1 } = {} as any;\nexport const V = a;"],
    ["a rest", "const { a, ...rest } = { a: 1, b: 2 };\nexport const V = rest;"],
  ])("with %s is refused", (_, source) => {
    expect(refused(source)).toMatch(/^MXC1022 /);
  });

  it("of a property that is not there is refused", () => {
    expect(refused("const { b } = { a: 1 } as any;\nexport const V = b;")).toMatch(/^MXC1010 /);
  });
});

describe("enums", () => {
  it.each([
    ["count from 0", "enum E { A, B }", "E.B", 1],
    ["count on from a value", "enum E { A = 5, B, C = 1, D }", "[E.B, E.D]", [6, 2]],
    ["count on from a computed value", 'enum E { A = "abc".length, B = A << 1, C }', "[E.A, E.B, E.C]", [3, 6, 7]],
    ["use members by both names", "enum E { A = 1, B = A + 1, C = E.B + 1 }", "E.C", 3],
    ["use constants", "const X = 3;\nenum E { A = X }", "E.A", 3],
    ["hold strings", 'enum E { A = "a", B = `${"b"}` }', "E.B", "b"],
    ["are the same when const", "const enum E { A = 1, B }", "E.B", 2],
    ["add up over their blocks", "enum E { A = 1 }\nenum E { B = 5, C }", "[E.A, E.C]", [1, 6]],
    ["are indexed by name", "enum E { A = 1 }", 'E["A"]', 1],
    ["are indexed by value", "enum E { A = 1 }", "E[1]", "A"],
    ["are objects", 'enum E { A = "a", B = "b" }', "({ ...E })", { A: "a", B: "b" }],
    ["map numbers back", "enum E { A = 1 }", "({ ...E })", { 1: "A", A: 1 }],
  ])("%s", (_, before, expression, expected) => {
    expect(value(`${before}\nexport const V = ${expression};`)).toEqual(expected);
  });

  it("are refused when a string is followed by nothing", () => {
    expect(refused('enum E { A = "a", B }\nexport const V = E.B;')).toMatch(/^MXC1034 src\/v\.ts:1:19 /);
  });

  it("are refused when a member is computed by a call", () => {
    expect(refused("enum E { A = Math.random() }\nexport const V = E.A;")).toMatch(/^MXC1003 src\/v\.ts:1:14 /);
  });

  it("suggest the member that was meant", () => {
    expect(refused("enum E { Video = 1 }\nexport const V = (E as any).Vdieo;")).toContain(
      "MXC1010 src/v.ts:2:29 `E` has no member `Vdieo`",
    );
  });
});

describe("statics of classes", () => {
  it.each([
    ["are read", 'class C { static readonly a = "x"; }', "C.a", "x"],
    ["are inherited", 'class B { static a = "x"; }\nclass C extends B {}', "C.a", "x"],
    [
      "are overridden",
      'class B { static a = "x"; }\nclass C extends B { static override a = "y"; }',
      "[B.a, C.a]",
      ["x", "y"],
    ],
    ["use one another in order", "class C { static a = 1; static b = C.a + 1; }", "C.b", 2],
    [
      "are reached by the inner name of a class expression",
      "const C = class D { static a = 1; static b = D.a + 1; };",
      "C.b",
      2,
    ],
    ["are reached through an alias", "class C { static a = 1; }\nconst D = C;", "D.a", 1],
    ["are reached through a namespace", "namespace N { export class C { static a = 1; } }", "N.C.a", 1],
    [
      "come from a mixin too",
      "const M = (B: any) => class extends B { static a = 1; };\nclass C extends M(Object) {}",
      "C.a",
      1,
    ],
  ])("%s", (_, before, expression, expected) => {
    expect(value(`${before}\nexport const V = ${expression};`)).toEqual(expected);
  });

  it.each([
    ["a getter", "class C { static get a() { return 1; } }\nexport const V = C.a;", "MXC1016"],
    ["a method", "class C { static a() { return 1; } }\nexport const V = C.a;", "MXC1016"],
    ["nothing of that name", "class C { static a = 1; }\nexport const V = (C as any).b;", "MXC1010"],
    ["one without a value", "class C { static a: string; }\nexport const V = C.a;", "MXC1019"],
    ["one below it in the same class", "class C { static a = C.b; static b = 1; }\nexport const V = C.a;", "MXC1012"],
    ["one that is assigned later", "class C { static a = 1; }\nC.a = 2;\nexport const V = C.a;", "MXC1011"],
    [
      "one that a subclass assigns to itself",
      "class B { static a = 1; }\nclass C extends B {}\nC.a = 2;\nexport const V = C.a;",
      "MXC1011",
    ],
    [
      "one of a class that extends itself",
      "class A extends B {}\nclass B extends A {}\nexport const V = (A as any).b;",
      "MXC1031",
    ],
  ])("are refused: %s", (_, source, code) => {
    expect(refused(source)).toMatch(new RegExp(`^${code} `));
  });
});

describe("use before definition is refused", () => {
  it.each([
    ["a constant", "export const V = X;\nconst X = 1;"],
    ["a constant in its own value", "export const V: any = [V];"],
    ["an enum", "export const V = E.A;\nenum E { A }"],
    ["a class", "export const V = C.a;\nclass C { static a = 1; }"],
    ["a destructured constant", "export const V = x;\nconst { x } = { x: 1 };"],
    [
      "a constant of a class by its own statics",
      "const C = class { static a = 1; static b = C.a; };\nexport const V = C.b;",
    ],
    ["a constant by a static above it", "export class C { static a = X; }\nconst X = 1;\nexport const V = C.a;"],
  ])("%s", (_, source) => {
    expect(refused(source)).toMatch(/^MXC1012 /);
  });

  it("but a mixin may use what is defined by the time it is called", () => {
    const source =
      "const M = (B: any) => class extends B { static a = X; };\nconst X = 1;\nclass C extends M(Object) {}\nexport const V = C.a;";
    expect(value(source)).toBe(1);
  });

  it("and a circle of imports is no circle of constants", () => {
    const files = {
      "src/v.ts": 'import { B } from "./b.js";\nexport const A = 1;\nexport const V = B;',
      "src/b.ts": 'import { A } from "./v.js";\nexport const B = 2;\nexport const C = A;',
    };
    expect(fold(files)).toBe(2);
  });
});

describe("circles of constants are refused and shown", () => {
  it("across files", () => {
    const files = {
      "src/v.ts": 'import { B } from "./b.js";\nexport const V: string = B;',
      "src/b.ts": 'import { C } from "./c.js";\nexport const B: string = C;',
      "src/c.ts": 'import { B } from "./b.js";\nexport const C: string = `${B}`;',
    };
    expect(refusal(files)).toContain("MXC1009 src/c.ts:2:29 the value depends on itself: B → C → B");
  });

  it("through statics", () => {
    const files = {
      "src/v.ts": 'import { B } from "./b.js";\nexport class A { static a: number = B.b; }\nexport const V = A.a;',
      "src/b.ts": 'import { A } from "./v.js";\nexport class B { static b: number = A.a; }',
    };
    expect(refusal(files)).toContain("the value depends on itself: A.a → B.b → A.a");
  });
});

describe("budgets", () => {
  const doubled = (count: number, start: string, twice: (name: string) => string) => {
    const lines = [`const x0 = ${start};`];
    for (let index = 1; index <= count; index++) lines.push(`const x${index} = ${twice(`x${index - 1}`)};`);
    return `${lines.join("\n")}\nexport const V = x${count};`;
  };

  it.each([
    ["a string over 64 KiB", doubled(13, '"0123456789"', (x) => `${x} + ${x}`), "65536 characters"],
    ["a template over 64 KiB", doubled(13, '"0123456789"', (x) => `\`\${${x}}\${${x}}\``), "65536 characters"],
    ["a concat over 64 KiB", doubled(13, '"0123456789"', (x) => `${x}.concat(${x})`), "65536 characters"],
    ["an array over 10,000 items", doubled(14, "[1] as const", (x) => `[...${x}, ...${x}] as const`), "10000 items"],
    [
      "a value of a million values",
      doubled(22, "[1] as const", (x) => `[${x}, ${x}] as const`),
      "1000000 values in one",
    ],
    ["constants over 256 deep", doubled(300, "[1] as const", (x) => `[${x}] as const`), "nesting 256 deep"],
  ])("stop %s", (_, source, limit) => {
    const [first] = refusal({ "src/v.ts": source }).split("\n");
    expect(first).toMatch(/^MXC1013 /);
    expect(first).toContain(limit);
  });

  it("leave room for what people write", () => {
    expect(value(doubled(120, "1", (x) => `${x} + 1`))).toBe(121);
    expect(value(doubled(12, '"0123456789"', (x) => `${x} + ${x}`))).toHaveLength(40_960);
  });
});

describe("other refusals", () => {
  it.each([
    [
      "an unknown name, with the nearest one",
      "const VIDEO = 1;\nexport const V = VIDOE;",
      "MXC1002 src/v.ts:2:18 nothing is called `VIDOE` here",
    ],
    ["a type", "interface T { a: 1 }\nexport const V = T as any;", "MXC1020 src/v.ts:2:18 `T` is a type"],
    ["a function", "function f() {}\nexport const V = f;", "MXC1020 src/v.ts:2:18 `f` is a function"],
    [
      "a namespace",
      "namespace N { export const a = 1; }\nexport const V = N;",
      "MXC1020 src/v.ts:2:18 `N` is a namespace",
    ],
    [
      "a module",
      'import * as self from "./v.js";\nexport const V: any = self;',
      "MXC1020 src/v.ts:2:23 `self` is a module",
    ],
    ["var", "var a = 1;\nexport const V = a;", "MXC1004 src/v.ts:1:5 `a` is declared with `var`"],
    ["a method in an object", "const o = { a() {} };\nexport const V = o;", "MXC1016 src/v.ts:1:13"],
    ["a repeated key", "export const V = { a: 1, a: 2 } as any;", "MXC1015 src/v.ts:1:26 `a` is given twice"],
    ["await", "export const V = await Promise.resolve(1);", "MXC1001 src/v.ts:1:18"],
    ["import.meta", "export const V = import.meta.url;", "MXC1001 src/v.ts:1:18"],
    ["a call at once", "export const V = (() => 1)();", "MXC1003 src/v.ts:1:18"],
    ["a constructor of the language", "export const V = new Map();", "MXC1003 src/v.ts:1:18"],
    [
      "a constructor without new",
      'import { FeatureKey } from "metaxy-compile/dsl";\nexport const V = (FeatureKey as any)("a");',
      "MXC1021 src/v.ts:2:18",
    ],
    [
      "a factory with new",
      'import { Field } from "metaxy-compile/dsl";\nexport const V = new (Field as any)();',
      "MXC1021 src/v.ts:2:18",
    ],
    [
      "a class of the library as a value",
      'import { FeatureKey } from "metaxy-compile/dsl";\nexport const V = FeatureKey;',
      "MXC1021 src/v.ts:2:18",
    ],
    [
      "an unknown factory",
      'import { FieldsMapping } from "metaxy-compile/dsl";\nexport const V = (FieldsMapping as any).some();',
      "MXC1021 src/v.ts:2:18",
    ],
    [
      "a name the library does not have",
      'import { FieldMapping } from "metaxy-compile/dsl";\nexport const V = FieldMapping;',
      "MXC1007 src/v.ts:1:10 'metaxy-compile/dsl' exports nothing called `FieldMapping`",
    ],
    [
      "a shadowed Object.freeze",
      'const Object = { freeze: (x: any) => "y" };\nexport const V = Object.freeze("x");',
      "MXC1003 src/v.ts:2:18",
    ],
  ])("%s", (_, source, message) => {
    expect(refused(source)).toContain(message);
  });
});

it("float takes one number", () => {
  const source = (call: string) => `import { float } from "metaxy-compile/dsl";\nexport const V = ${call};`;
  expect(refused(source("float()"))).toContain("MXC1026 src/v.ts:2:18 `float` takes one number, found 0");
  expect(refused(source('float("1" as any)'))).toContain(
    'MXC1017 src/v.ts:2:24 `float` has no static result for the string "1"',
  );
});

describe("the library is known by identity", () => {
  it.each([
    ["renamed", 'import { FeatureKey as Key } from "metaxy-compile/dsl";\nexport const V = new Key(["a"]);'],
    ["through a namespace", 'import * as dsl from "metaxy-compile";\nexport const V = new dsl.FeatureKey(["a"]);'],
    ["re-exported", 'import { FeatureKey } from "./own.js";\nexport const V = new FeatureKey(["a"]);'],
  ])("%s", (_, source) => {
    const files = { "src/own.ts": 'export * from "metaxy-compile/dsl";', "src/v.ts": source };
    expect(fold(files)).toEqual({ FeatureKey: [["a"]] });
  });

  it("and a class of the user's of the same name is not it", () => {
    const source = "class FeatureKey { constructor(public a: string) {} }\nexport const V = new FeatureKey('a');";
    expect(refused(source)).toMatch(/^MXC1003 src\/v\.ts:2:18 found a call of `FeatureKey`/);
  });

  it.each([
    ["float(1)", { float: [1] }],
    ["FieldsMapping.default({ matchSuffix: true })", { "FieldsMapping.default": [{ matchSuffix: true }] }],
    ["dsl.LineageRelationship.identity()", { "LineageRelationship.identity": [] }],
    ["SpecialFieldDep.ALL", "all fields"],
  ])("%s", (expression, expected) => {
    const source = `import * as dsl from "metaxy-compile/dsl";\nimport { FieldsMapping, float, SpecialFieldDep } from "metaxy-compile/dsl";\nexport const V = ${expression};`;
    expect(value(source)).toEqual(expected);
  });
});
