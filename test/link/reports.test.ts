import { describe, expect, it } from "vitest";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import { linkFiles, memoryHost } from "./project.ts";

const DSL = 'import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";\n';
const feature = (name: string, spec: string) =>
  `export class ${name} extends BaseFeature { static readonly spec = ${spec}; }`;

describe("one mistake is one diagnostic", () => {
  const files: Record<string, string> = {
    "src/keys.ts": "export const PREFIX = process.env.PREFIX;\nexport const KEYS = [PREFIX, 'x'];",
  };
  for (let index = 0; index < 10; index++) {
    const spec = `{ key: KEYS, idColumns: ["id"], metadata: { n: ${index} } }`;
    files[`src/f${index}.ts`] = `${DSL}import { KEYS } from "./keys.js";\n${feature(`F${index}`, spec)}`;
  }

  it("at its cause, with the chain and the first three places that need it", () => {
    const { report, features, broken } = linkFiles(files);
    expect(report).toEqual([
      [
        "MXC1018 src/keys.ts:1:23 `process.env.PREFIX` is known only when the program runs",
        "  src/f0.ts:3:69 `F0.spec.key` uses `KEYS`",
        "  src/keys.ts:2:14 `KEYS` refers to `PREFIX`",
        "  src/keys.ts:1:14 `PREFIX` refers to `process.env.PREFIX`",
        "  src/f1.ts:3:69 `F1.spec.key` uses `KEYS`",
        "  src/f2.ts:3:69 `F2.spec.key` uses `KEYS`",
      ].join("\n"),
    ]);
    expect(features).toEqual([]);
    expect(broken).toHaveLength(10);
  });

  it("and reads the same whatever the order of the files", () => {
    const paths = Object.keys(files);
    expect(linkFiles(files, [...paths].reverse()).report).toEqual(linkFiles(files, paths).report);
  });
});

describe("a chain", () => {
  it("goes through statics, enums, destructuring and default exports", () => {
    const { report } = linkFiles({
      "src/a.ts": `export enum E { A = call() }\ndeclare function call(): number;`,
      "src/b.ts": 'import { E } from "./a.js";\nexport default [E.A] as const;',
      "src/c.ts": 'import list from "./b.js";\nexport const [first] = list;',
      "src/d.ts": 'import { first } from "./c.js";\nexport class C { static n = first; }',
      "src/v.ts": `${DSL}import { C } from "./d.js";\n${feature("V", '{ key: "v", idColumns: ["id"], metadata: { deep: [1, { n: C.n }] } }')}`,
    });
    expect(report).toEqual([
      [
        "MXC1003 src/a.ts:1:21 found a call of `call`, and no function is run to learn a value",
        "  src/v.ts:3:119 `V.spec.metadata.deep[1].n` uses `C.n`",
        "  src/d.ts:2:25 `C.n` refers to `first`",
        "  src/c.ts:2:15 `first` refers to `list`",
        "  src/b.ts:2:16 `export default` refers to `E.A`",
        "  src/a.ts:1:17 `E.A` refers to `call()`",
      ].join("\n"),
    ]);
  });

  it("has its middle left out when it is long", () => {
    const constants = Array.from({ length: 20 }, (_, index) => `const C${index + 1} = C${index};`).join("\n");
    const { report } = linkFiles({
      "src/v.ts": `${DSL}const C0 = call();\n${constants}\n${feature("V", '{ key: C20, idColumns: ["id"] }')}`,
    });
    const [, use, ...hops] = report[0]?.split("\n") ?? [];
    expect(use).toContain("`V.spec.key` uses `C20`");
    expect(hops.map((hop) => hop.trim().split(" ").slice(1).join(" "))).toEqual([
      ...[20, 19, 18, 17, 16, 15].map((index) => `\`C${index}\` refers to \`C${index - 1}\``),
      "and so on, through 9 more",
      ...[5, 4, 3, 2, 1].map((index) => `\`C${index}\` refers to \`C${index - 1}\``),
      "`C0` refers to `call()`",
    ]);
  });

  it("does not go round a type that grows, nor from a cause to itself", () => {
    const growing = `${DSL}type P<T> = { q: Q<T[]> };\ntype Q<T> = { p: P<T[]> };
export class V extends BaseFeature { static spec = { key: "v", idColumns: ["id"] }; id!: string; p!: P<string>; }`;
    expect(linkFiles({ "src/v.ts": growing }).report).toEqual([
      [
        "MXC1043 src/v.ts:3:18 the type contains itself: P → Q → P",
        "  src/v.ts:4:102 `V.p` uses `P`",
        "  src/v.ts:2:6 `P` refers to `Q`",
        "  src/v.ts:3:6 `Q` refers to `P`",
      ].join("\n"),
    ]);
    const ambient = `${DSL}declare const W: number;\n${feature("V", '{ key: W, idColumns: ["id"] }')}`;
    expect(linkFiles({ "src/v.ts": ambient }).report[0]?.split("\n")).toHaveLength(2);
  });

  it("is left out where the cause stands in the class itself", () => {
    const { report } = linkFiles({ "src/v.ts": `${DSL}${feature("V", '{ key: nowhere(), idColumns: ["id"] }')}` });
    expect(report).toEqual([
      "MXC1003 src/v.ts:2:68 found a call of `nowhere`, and no function is run to learn a value",
    ]);
  });

  it("names a change and the place that relies on there being none", () => {
    const { report } = linkFiles({
      "src/keys.ts": 'export const KEYS = ["a"];',
      "src/v.ts": `${DSL}import { KEYS } from "./keys.js";\n${feature("V", '{ key: KEYS, idColumns: ["id"] }')}\nKEYS.push("b");`,
    });
    expect(report).toEqual([
      [
        "MXC1011 src/v.ts:4:1 `KEYS` has `push` called on it, so its value is not the one it was declared with",
        "  src/v.ts:3:68 `V.spec.key` uses `KEYS`",
      ].join("\n"),
    ]);
  });
});

describe("syntax errors", () => {
  it("are reported, three per file at most, and hide nothing else", () => {
    const { report, features } = linkFiles({
      "src/bad.ts": "const a = ;\nconst b = ;\nconst c = ;\nconst d = ;",
      "src/v.ts": `${DSL}${feature("V", '{ key: "v", idColumns: ["id"] }')}\nconst e = ;`,
    });
    expect(report.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "MXC1000 src/bad.ts:1:11",
      "MXC1000 src/bad.ts:2:11",
      "MXC1000 src/bad.ts:3:11",
      "MXC1000 src/v.ts:3:11",
    ]);
    expect(features).toHaveLength(1);
  });

  it("of JSON modules too", () => {
    const { report } = linkFiles(
      {
        "src/k.json": '{ "a": call() }',
        "src/v.ts": `${DSL}import k from "./k.json";\n${feature("V", '{ key: "v", idColumns: [k.a] }')}`,
      },
      ["src/v.ts"],
    );
    expect(report.some((line) => line.startsWith("MXC1000 src/k.json:1:8 "))).toBe(true);
  });
});

describe("help says what to type", () => {
  const helpOf = (source: string) => {
    const files = { "src/v.ts": DSL + source };
    return findingsOf(linkFiles(files).diagnostics, memoryHost(files).readFile)[0]?.help;
  };

  it.each([
    ["a misspelt option", feature("V", '{ key: "v", idColumn: ["id"] }'), "did you mean 'idColumns'?"],
    [
      "an unknown option",
      feature("V", '{ key: "v", idColumns: ["id"], zzzzzzzzzzzzzzz: 1 }'),
      "remove it; the options are key, idColumns, deps, fields, metadata, description",
    ],
    ["a missing option", feature("V", '{ idColumns: ["id"] }'), 'add `key: "video"`'],
    [
      "a misspelt name",
      `const VIDEO = "v";\n${feature("V", '{ key: VDIEO, idColumns: ["id"] }')}`,
      "import or declare `VDIEO`; did you mean 'VIDEO'?",
    ],
    ["a misspelt base", "export class V extends BaseFeatur { static spec = {}; }", "did you mean 'BaseFeature'?"],
    [
      "a base that is not imported",
      "export class V extends BaseSQLModelFeature { static spec = {}; }",
      'import it: `import { BaseSQLModelFeature } from "metaxy-compile/dsl"`',
    ],
    [
      "a misspelt type of the language",
      'export class V extends BaseFeature { static spec = { key: "v", idColumns: ["id"] }; id!: Strng; }',
      "import or declare `Strng`; did you mean 'string'?",
    ],
    ["let", `let key = "v";\n${feature("V", '{ key, idColumns: ["id"] }')}`, "declare it with `const key`"],
  ])("for %s", (_, source, help) => {
    expect(helpOf(source)).toBe(help);
  });
});
