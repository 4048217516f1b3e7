import { describe, expect, it } from "vitest";
import { fold, refusal } from "./folding.ts";

const take = (name: string, from = "./index.js") => `import { ${name} } from "${from}";\nexport const V = ${name};`;

describe("an export is found", () => {
  it.each([
    ["declared in place", { "src/index.ts": "export const A = 1;" }],
    ["in an export list", { "src/index.ts": "const A = 1;\nexport { A };" }],
    ["renamed in an export list", { "src/index.ts": "const B = 1;\nexport { B as A };" }],
    ["re-exported by name", { "src/index.ts": 'export { A } from "./a.js";', "src/a.ts": "export const A = 1;" }],
    [
      "re-exported under another name",
      { "src/index.ts": 'export { B as A } from "./a.js";', "src/a.ts": "export const B = 1;" },
    ],
    [
      "imported, then exported",
      { "src/index.ts": 'import { A } from "./a.js";\nexport { A };', "src/a.ts": "export const A = 1;" },
    ],
    [
      "a default under a name",
      { "src/index.ts": 'export { default as A } from "./a.js";', "src/a.ts": "export default 1;" },
    ],
    [
      "through two stars",
      {
        "src/index.ts": 'export * from "./b.js";',
        "src/b.ts": 'export * from "./a.js";',
        "src/a.ts": "export const A = 1;",
      },
    ],
    [
      "before a star that has it too",
      { "src/index.ts": 'export * from "./a.js";\nexport const A = 1;', "src/a.ts": "export const A = 2;" },
    ],
    [
      "the same through two stars",
      {
        "src/index.ts": 'export * from "./b.js";\nexport * from "./c.js";',
        "src/b.ts": 'export * from "./a.js";',
        "src/c.ts": 'export { A } from "./a.js";',
        "src/a.ts": "export const A = 1;",
      },
    ],
    [
      "in a circle of barrels",
      {
        "src/index.ts": 'export * from "./b.js";',
        "src/b.ts": 'export * from "./index.js";\nexport * from "./a.js";',
        "src/a.ts": 'export * from "./b.js";\nexport const A = 1;',
      },
    ],
  ])("%s", (_, files) => {
    expect(fold({ ...files, "src/v.ts": take("A") })).toBe(1);
  });

  it("as a namespace re-exported under a name", () => {
    const files = { "src/index.ts": 'export * as keys from "./a.js";', "src/a.ts": "export const A = 1;" };
    expect(fold({ ...files, "src/v.ts": 'import { keys } from "./index.js";\nexport const V = keys.A;' })).toBe(1);
  });

  it("as the default of a module with `export =`", () => {
    const files = { "src/a.cts": "const A = { b: 1 } as const;\nexport = A;" };
    expect(fold({ ...files, "src/v.ts": 'import a from "./a.cjs";\nexport const V = a.b;' })).toBe(1);
  });

  it("in a namespace, and its members by path", () => {
    const files = { "src/index.ts": 'export namespace A { export namespace B { export const C = "c"; } }' };
    expect(fold({ ...files, "src/v.ts": 'import { A } from "./index.js";\nexport const V = A.B.C;' })).toBe("c");
  });

  it("in one of several blocks of a namespace", () => {
    const files = {
      "src/index.ts": "export namespace A { export const B = 1; }\nexport namespace A { export const C = B + 1; }",
    };
    expect(fold({ ...files, "src/v.ts": 'import { A } from "./index.js";\nexport const V = A.C;' })).toBe(2);
  });

  it("through `import name = A.B`", () => {
    expect(fold({ "src/v.ts": "namespace A { export const B = 1; }\nimport C = A.B;\nexport const V = C;" })).toBe(1);
  });
});

describe("an export is not found", () => {
  it("when two stars have different things of that name", () => {
    const files = {
      "src/index.ts": 'export * from "./a.js";\nexport * from "./b.js";',
      "src/a.ts": "export const A = 1;",
      "src/b.ts": "export const A = 1;",
    };
    expect(refusal({ ...files, "src/v.ts": take("A") })).toBe(
      [
        "MXC1006 src/index.ts:2:1 `A` is exported by both './a.js' and './b.js' through `export *`",
        "  src/probe.ts:4:101 `Probe.spec.metadata.v` uses `V`",
        "  src/v.ts:2:14 `V` refers to `A`",
        "  src/index.ts:1:1 also exported here",
      ].join("\n"),
    );
  });

  it("when it is the default of a star", () => {
    const files = { "src/index.ts": 'export * from "./a.js";', "src/a.ts": "export default 1;" };
    const source = 'import A from "./index.js";\nexport const V = A;';
    expect(refusal({ ...files, "src/v.ts": source })).toMatch(
      /^MXC1007 src\/v\.ts:1:8 '\.\/index\.js' exports nothing called `default`/,
    );
  });

  it("when its name is misspelt, which is suggested", () => {
    const files = { "src/index.ts": "export const VIDEO_KEY = 1;", "src/v.ts": take("VIDEO_KYE") };
    expect(refusal(files)).toMatch(/^MXC1007 src\/v\.ts:1:10 '\.\/index\.js' exports nothing called `VIDEO_KYE`/);
  });

  it("when it goes round in a circle", () => {
    const files = { "src/index.ts": 'export { A } from "./a.js";', "src/a.ts": 'export { A } from "./index.js";' };
    expect(refusal({ ...files, "src/v.ts": take("A") })).toMatch(/^MXC1007 /);
  });

  it("when it is not exported from its namespace", () => {
    expect(refusal({ "src/v.ts": "namespace A { const B = 1; }\nexport const V = A.B;" })).toMatch(
      /^MXC1010 src\/v\.ts:2:20 /,
    );
  });

  it("when only its type is imported", () => {
    const files = { "src/index.ts": "export const A = 1;" };
    const source = 'import { type A } from "./index.js";\nexport const V = A;';
    expect(refusal({ ...files, "src/v.ts": source })).toMatch(/^MXC1008 src\/v\.ts:1:15 /);
  });

  it("when stars that could all have it lie too deep inside one another", () => {
    const files: Record<string, string> = { "src/index.ts": 'export * from "./m0.js";' };
    for (let index = 0; index < 400; index++) {
      files[`src/m${index}.ts`] = `export * from "./m${index + 1}.js";\nexport * from "./nowhere.js";`;
    }
    expect(refusal({ ...files, "src/m400.ts": "export const A = 1;", "src/v.ts": take("A") })).toMatch(/^MXC1013 /);
  });
});
