// What the order of a file, names for names and namespaces beside values mean: each program is linked and also run. Either
// both give `V` the same value, or the compiler refuses it, and says so where running it fails, too.

import { describe, expect, it } from "vitest";
import { createRuntime } from "../grammar/run-program.ts";
import { fold, refusal } from "./folding.ts";
import { linkFiles } from "./project.ts";

interface Row {
  readonly what: string;
  /** The module with `V`. */
  readonly source: string;
  readonly others?: Readonly<Record<string, string>>;
}

const filesOf = ({ source, others = {} }: Row) => ({
  "src/v.ts": source,
  ...Object.fromEntries(Object.entries(others).map(([name, text]) => [`src/${name}.ts`, text])),
});

const IDS = 'const IDS = ["id"];';
const USE = "console.assert(IDS);";

const equal: readonly Row[] = [
  // Exports by default.
  ...[
    ["a constant", `${IDS}\nexport default IDS;`],
    ["a constant that is exported under its name too", 'export const IDS = ["id"];\nexport default IDS;'],
    ["a constant in an export list", `${IDS}\nexport { IDS as default };`],
    ["a constant above its definition, in an export list", `export { IDS as default };\n${IDS}`],
    ["a constant with a type around it", `${IDS}\nexport default IDS satisfies string[];`],
    ["an array", 'export default ["id"];'],
    ["what another module exports", 'export { default } from "./other.js";'],
    ["what was imported", 'import IDS from "./other.js";\nexport default IDS;'],
    ["what was imported by name", 'import { IDS } from "./other.js";\nexport default IDS;'],
    ["a copy", `${IDS}\nexport default [...IDS];`],
    ["a member", '\nconst NAMES = { ids: ["id"] };\nexport default NAMES.ids;'],
  ].map(([what, module = ""]) => ({
    what: `default export of ${what}`,
    source: 'import IDS from "./ids.js";\nexport const V = IDS;',
    others: { ids: module, other: 'export const IDS = ["id"];\nexport default IDS;' },
  })),
  ...[
    ["a class with statics", "class K { static readonly ID = 1; }\nexport default K;"],
    ["an enum", "enum K { ID = 1 }\nexport default K;"],
    ["a namespace", "namespace K { export const ID = 1; }\nexport default K;"],
    ["a module", 'import * as K from "./other.js";\nexport default K;'],
    ["a constant object", "const K = { ID: 1 };\nexport default K;"],
    ["a class and its namespace", "class K {}\nnamespace K { export const ID = 1; }\nexport default K;"],
  ].map(([what, module = ""]) => ({
    what: `a member of the default export of ${what}`,
    source: 'import K from "./k.js";\nexport const V = K.ID;',
    others: { k: module, other: "export const ID = 1;" },
  })),
  // `as const` under other names.
  ...[
    ["by default", 'const IDS = ["id"] as const;\nexport default IDS;'],
    ["by default, through another module", 'import IDS from "./other.js";\nexport default IDS;'],
    ["as another constant", 'import OTHER from "./other.js";\nconst IDS = OTHER;\nexport default IDS;'],
    ["as a part", 'const NAMES = { ids: ["id"] } as const;\nconst IDS = NAMES.ids;\nexport { IDS as default };'],
    ["by a pattern", 'const { ids: IDS } = { ids: ["id"] } as const;\nexport { IDS as default };'],
    [
      "by a pattern of a name",
      'const N = { ids: ["id"] } as const;\nconst { ids: IDS } = N;\nexport { IDS as default };',
    ],
    ["frozen", 'const IDS = Object.freeze(["id"]);\nconst SAME = IDS;\nexport default SAME;'],
  ].map(([what, module = ""]) => ({
    what: `an unchangeable constant, ${what}, that is handed to a function`,
    source: `import IDS from "./ids.js";\n${USE}\nexport const V = IDS;`,
    others: { ids: module, other: 'const IDS = ["id"] as const;\nexport default IDS;' },
  })),
  // Namespaces beside values.
  ...[
    ["a class with types", "class K { static readonly ID = 1; }\nnamespace K { export type Row = string; }"],
    ["a class with values", "class K { static readonly ID = 1; }\nnamespace K { export const OTHER = 2; }"],
    ["a constant", "const K = { ID: 1 } as const;\nnamespace K { export type Row = string; }"],
    ["a constant above which it stands", "namespace K { export type Row = string; }\nconst K = { ID: 1 } as const;"],
    ["a class above which it stands", "namespace K { export interface Row { a: string } }\nclass K { static ID = 1; }"],
    ["an enum", "enum K { ID = 1 }\nnamespace K { export const OTHER = 2; }"],
    ["a function", "function K() {}\nnamespace K { export const ID = 1; }"],
    ["nothing but an interface", "interface K { a: string }\nnamespace K { export const ID = 1; }"],
  ].map(([what, declarations]) => ({
    what: `a namespace beside ${what}`,
    source: `${declarations}\nexport const V = K.ID;`,
  })),
  {
    what: "the namespace's own member",
    source: "class K {}\nnamespace K { export const ID = 1; }\nexport const V = K.ID;",
  },
  {
    what: "a constant with a companion namespace, as a whole",
    source: 'const K = { ID: 1 } as const;\nnamespace K { export type Any = "a"; }\nexport const V = { ...K };',
  },
  {
    what: "an item of a constant with a companion namespace",
    source: 'const K = { a: { ID: 1 } } as const;\nnamespace K { export type Any = "a"; }\nexport const V = K["a"].ID;',
  },
  {
    what: "a class beside an interface",
    source: "interface K { a: string }\nclass K { static readonly ID = 1; }\nexport const V = K.ID;",
  },
];

const refused: readonly (Row & { readonly code: string })[] = [
  {
    what: "a default export above the constant",
    code: "MXC1012",
    source: 'import IDS from "./ids.js";\nexport const V = IDS;',
    others: { ids: `export default IDS;\n${IDS}` },
  },
  {
    what: "a default export above the class",
    code: "MXC1012",
    source: 'import K from "./k.js";\nexport const V = K.ID;',
    others: { k: "export default K;\nclass K { static readonly ID = 1; }" },
  },
  {
    what: "a default export above the namespace",
    code: "MXC1012",
    source: 'import K from "./k.js";\nexport const V = K.ID;',
    others: { k: "export default K;\nnamespace K { export const ID = 1; }" },
  },
  {
    what: "a member of a namespace further down",
    code: "MXC1012",
    source: "class K {}\nexport const V = K.ID;\nnamespace K { export const ID = 1; }",
  },
  {
    what: "an array that is changed through its default export",
    code: "MXC1011",
    source: 'import IDS from "./ids.js";\nIDS.push("x");\nexport const V = IDS;',
    others: { ids: `${IDS}\nexport default IDS;` },
  },
  {
    what: "an array that is changed under another name than its default export",
    code: "MXC1011",
    source: 'import IDS, { SAME } from "./ids.js";\nSAME.push("x");\nexport const V = IDS;',
    others: { ids: `${IDS}\nexport default IDS;\nexport { IDS as SAME };` },
  },
  {
    what: "an array in a frozen object",
    code: "MXC1011",
    source: 'const { a } = Object.freeze({ a: ["x"] });\na.push("y");\nexport const V = a;',
  },
  {
    what: "an array in a frozen object under another name",
    code: "MXC1011",
    source: 'const F = Object.freeze({ a: ["x"] });\nconst a = F.a;\na.push("y");\nexport const V = a;',
  },
  {
    what: "an array in a constant object",
    code: "MXC1011",
    source: 'const O = ["x"];\nconst F = { a: O } as const;\nconst a = F.a;\na.push("y");\nexport const V = a;',
  },
  {
    what: "an enum with a namespace, as a whole",
    code: "MXC1020",
    source: "enum K { ID = 1 }\nnamespace K { export const OTHER = 2; }\nexport const V = { ...K };",
  },
];

const run = (row: Row) => createRuntime(filesOf(row), new Map())("v").V;

describe("folds to what running gives", () => {
  it.each(equal.map((row) => [row.what, row] as const))("%s", (_, row) => {
    expect(fold(filesOf(row))).toEqual(run(row));
  });
});

describe("is refused", () => {
  it.each(refused.map((row) => [row.what, row] as const))("%s", (_, row) => {
    expect(refusal(filesOf(row))).toMatch(new RegExp(`^${row.code} `));
  });
});

describe("the order of classes in a file", () => {
  const feature = (name: string, members: string, base = "BaseSQLModelFeature") => `
export class ${name} extends ${base} {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "${name.toLowerCase()}", idColumns: ["id"] });
  ${members}
}
`;
  const head = 'import { BaseSQLModelFeature, FeatureSpec, Field, Index } from "metaxy-compile/dsl";\n';
  const column = (options: string) => feature("First", `id: string = Field({ ${options} });`);

  it.each([
    ["a constant", `${column("maxLength: SIZE")}const SIZE = 30;`],
    ["a constant made of others", `${column("maxLength: SIZE")}const HALF = 15;\nconst SIZE = HALF * 2;`],
    ["an enum", `${column("default: Kind.A")}enum Kind { A = "a" }`],
    ["a class", `${column('foreignKey: [Second, "id"]')}${feature("Second", "id!: string;")}`],
    ["a static of a class", `${column("default: Second.KEY")}${feature("Second", 'static KEY = "a"; id!: string;')}`],
    ["a static of its own class", feature("First", "id: string = Field({ default: First.KEY }); static KEY = 'a';")],
    ["a member of a namespace", `${column("default: NS.KEY")}namespace NS { export const KEY = "a"; }`],
    ["a member of an object", `${column("default: NS.KEY")}const NS = { KEY: "a" };`],
    ["a literal", feature("First", 'id: string = KEY;\n}\nconst KEY = "a";\n{')],
  ])("does not matter to what a property starts with: %s", (_, body) => {
    const files = { "src/v.ts": head + body };
    const { report, features } = linkFiles(files, ["src/v.ts"]);
    expect(report).toEqual([]);
    expect(features.length).toBeGreaterThan(0);
    const First = createRuntime(files, new Map())("v").First as new () => unknown;
    expect(() => new First()).not.toThrow();
  });

  it.each([
    ["a static", feature("First", "static tableName = NAME; id!: string;").concat('const NAME = "a";')],
    ["a spec", feature("First", "id!: string;").replace('"first"', "KEY").concat('const KEY = "a";')],
    ["a static of its own class", feature("First", "static tableName = First.NAME; static NAME = 'a'; id!: string;")],
    ["a base class", feature("First", "", "Base").concat("class Base extends BaseSQLModelFeature { id!: string; }")],
    [
      "a base of a base",
      `class A extends B { id!: string; }${feature("First", "", "A")}class B extends BaseSQLModelFeature {}`,
    ],
    [
      "a base in a namespace",
      feature("First", "", "NS.Base").concat(
        "namespace NS { export class Base extends BaseSQLModelFeature { id!: string; } }",
      ),
    ],
    [
      "a mixin that is a constant",
      feature("First", "", "Mix(BaseSQLModelFeature)").concat(
        "const Mix = <T extends new (...args: any[]) => object>(Base: T) => class extends Base { id!: string; };",
      ),
    ],
  ])("matters where it does at run time: %s", (what, body) => {
    const files = { "src/v.ts": head + body };
    const { report } = linkFiles(files, ["src/v.ts"]);
    expect(report.map((line) => line.slice(0, 7))).toEqual(["MXC1012"]);
    const load = () => createRuntime(files, new Map())("v").First;
    if (what === "a static of its own class") expect((load() as { tableName?: string }).tableName).toBeUndefined();
    else expect(load).toThrow();
  });

  it("does not matter to a mixin that is a function", () => {
    const mixin =
      "function Mix<T extends new (...args: any[]) => object>(Base: T) { return class extends Base { id!: string; }; }";
    const files = { "src/v.ts": head + feature("First", "", "Mix(BaseSQLModelFeature)") + mixin };
    expect(linkFiles(files, ["src/v.ts"]).report).toEqual([]);
    expect(createRuntime(files, new Map())("v").First).toBeDefined();
  });
});

describe("rows of names", () => {
  const LENGTH = 5_000;
  const row = (line: (index: number) => string) =>
    Array.from({ length: LENGTH }, (_, index) => line(index + 1)).join("\n");
  const last = LENGTH;
  const inModules = (line: (before: string, index: number) => string) =>
    Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`src/m${index + 1}.ts`, line(`./m${index}.js`, index + 1)]),
    );

  it.each([
    ["a text", '"id"'],
    ["an array", '["id"]'],
    ["an unchangeable array", '["id"] as const'],
  ])("of constants may be of any length: %s", (_, value) => {
    const source = `const A0 = ${value};\n${row((at) => `const A${at} = A${at - 1};`)}\nexport const V = A${last};`;
    expect(fold({ "src/v.ts": source })).toEqual(JSON.parse(value.replace(" as const", "")));
  });

  it("are refused as a whole for what changes their value", () => {
    const source = `const A0 = ["id"];\n${row((at) => `const A${at} = A${at - 1};`)}\nA${last}.push("x");\nexport const V = A${last};`;
    expect(refusal({ "src/v.ts": source })).toMatch(/^MXC1011 /);
  });

  it("that lead back to themselves are refused", () => {
    const source = `const A0: string[] = A${last};\n${row((at) => `const A${at}: string[] = A${at - 1};`)}\nexport const V = A${last};`;
    expect(refusal({ "src/v.ts": source })).toMatch(/^MXC10(?:09|12|13) /);
  });

  it.each([
    ["lists", (before: string) => `export { A } from "${before}";`],
    ["stars", (before: string) => `export * from "${before}";`],
    ["imports", (before: string) => `import { A } from "${before}";\nexport { A };`],
    ["constants", (before: string) => `import { A as B } from "${before}";\nexport const A = B;`],
  ])("through modules may be of any length: %s", (_, line) => {
    const files = { "src/m0.ts": 'export const A = ["id"];', ...inModules(line) };
    expect(fold({ ...files, "src/v.ts": 'import { A } from "./m1000.js";\nexport const V = A;' })).toEqual(["id"]);
  });

  it("of default exports may be of any length", () => {
    const line = (before: string) => `import A from "${before}";\nexport default A;`;
    const files = { "src/m0.ts": 'const A = ["id"];\nexport default A;', ...inModules(line) };
    expect(fold({ ...files, "src/v.ts": 'import A from "./m1000.js";\nexport const V = A;' })).toEqual(["id"]);
  });

  const typed = (declarations: string, type: string) => {
    const source = `import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
${declarations}
export class Video extends BaseFeature {
  static readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  id!: ${type};
}
`;
    const { report, features } = linkFiles({ "src/v.ts": source }, ["src/v.ts"]);
    return report.length > 0 ? report : features[0]?.columns.map((each) => each.type);
  };

  it.each([
    ["aliases", "type T0 = string;", (at: number) => `type T${at} = T${at - 1};`, `T${last}`, [{ kind: "string" }]],
    [
      "aliases with arguments",
      "type T0<A> = A | null;",
      (at: number) => `type T${at}<A> = T${at - 1}<A>;`,
      `T${last}<string>`,
      [{ kind: "string" }],
    ],
    [
      "types of constants",
      'const T0 = "a";',
      (at: number) => `const T${at} = T${at - 1};`,
      `typeof T${last}`,
      [{ kind: "enum", labels: ["a"] }],
    ],
  ])("of types may be of any length: %s", (_, first, line, type, expected) => {
    expect(typed(`${first}\n${row(line)}`, type)).toEqual(expected);
  });

  it("of types that lead back to themselves are refused", () => {
    const found = typed(`type T0 = T${last};\n${row((at) => `type T${at} = T${at - 1};`)}`, `T${last}`);
    expect(found).toEqual([expect.stringMatching(/^MXC1043 /)]);
  });

  it("of classes may be of any length, by inheritance and by name", () => {
    const head = 'import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";';
    const base = "class C0 extends BaseFeature { id!: string; }";
    const classes = row((at) => (at % 2 === 0 ? `const C${at} = C${at - 1};` : `class C${at} extends C${at - 1} {}`));
    const names = row((at) => `const N${at} = N${at - 1};`);
    const source = `${head}\n${base}\n${classes}\nconst N0 = C${last};\n${names}
export class Video extends N${last} {
  static readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
}`;
    const { report, features } = linkFiles({ "src/v.ts": source }, ["src/v.ts"]);
    expect([report, features[0]?.columns.map(({ property }) => property)]).toEqual([[], ["id"]]);
  });

  it("of interfaces end somewhere, and say so", () => {
    const rows = Array.from({ length: 400 }, (_, at) => `interface I${at + 1} extends I${at} {}`).join("\n");
    expect(typed(`interface I0 { a: string }\n${rows}`, "I400")).toEqual([expect.stringMatching(/^MXC1013 /)]);
    expect(typed(`interface I0 { a: string }\n${rows}`, "I200")).toEqual([expect.objectContaining({ kind: "struct" })]);
  });

  it("of types that grow are refused", () => {
    expect(typed("type Grow<T> = Grow<T[]>;", "Grow<string>")).toEqual([
      expect.stringMatching(/^MXC1043 .*Grow → Grow/),
    ]);
  });
});
