import { describe, expect, it } from "vitest";
import { linkFiles, onlyFeature } from "./project.ts";

const DSL = 'import { BaseFeature, BaseSQLModelFeature, FeatureSpec, Field, type Int64 } from "metaxy-compile/dsl";\n';
const SPEC = 'static override readonly spec = new FeatureSpec({ key: "v", idColumns: ["id"] });';

const feature = (source: string, others: Readonly<Record<string, string>> = {}) =>
  onlyFeature({ ...others, "src/v.ts": DSL + source }, ["src/v.ts"]);
const linked = (source: string, others: Readonly<Record<string, string>> = {}) =>
  linkFiles({ ...others, "src/v.ts": DSL + source }, ["src/v.ts"]);
const columns = (source: string, others: Readonly<Record<string, string>> = {}) =>
  feature(source, others).columns.map(({ property, owner }) => `${owner.name}.${property}`);

describe("a class is a feature because of what it extends", () => {
  it.each([
    ["the base class", `export class V extends BaseFeature { ${SPEC} }`, {}],
    [
      "the base class under another name",
      `import { BaseFeature as B } from "metaxy-compile/dsl";\nexport class V extends B { ${SPEC} }`,
      {},
    ],
    [
      "the base class in a namespace",
      `import * as mx from "metaxy-compile/dsl";\nexport class V extends mx.BaseFeature { ${SPEC} }`,
      {},
    ],
    [
      "a re-export of it",
      `import { Root } from "./root.js";\nexport class V extends Root { ${SPEC} }`,
      { "src/root.ts": 'export { BaseFeature as Root } from "metaxy-compile/dsl";' },
    ],
    ["a constant that is it", `const B = BaseFeature;\nexport class V extends B { ${SPEC} }`, {}],
    ["a class that extends it", `abstract class B extends BaseFeature {}\nexport class V extends B { ${SPEC} }`, {}],
    [
      "a default export that extends it",
      `import B from "./base.js";\nexport class V extends B { ${SPEC} }`,
      {
        "src/base.ts": 'import { BaseFeature } from "metaxy-compile/dsl";\nexport default class extends BaseFeature {}',
      },
    ],
    ["a class expression", `const B = class extends BaseFeature {};\nexport class V extends B { ${SPEC} }`, {}],
    ["a class written in place", `export class V extends (class extends BaseFeature {}) { ${SPEC} }`, {}],
    [
      "a class of a namespace",
      `namespace N { export class B extends BaseFeature {} }\nexport class V extends N.B { ${SPEC} }`,
      {},
    ],
    [
      "a mixin",
      `const M = <T extends new (...a: any[]) => object>(B: T) => class extends B {};\nexport class V extends M(BaseFeature) { ${SPEC} }`,
      {},
    ],
    [
      "a constant made by a mixin",
      `function M<T extends new (...a: any[]) => object>(B: T) { return class extends B {}; }\nconst W = M(BaseFeature);\nexport class V extends W { ${SPEC} }`,
      {},
    ],
  ])("%s", (_, source, others) => {
    expect(feature(source, others).id).toEqual({ module: "src/v.ts", name: "V" });
  });

  it("and not because of its name", () => {
    const { features, report } = linked(
      `class BaseFeatur {}\nexport class VideoFeature extends BaseFeatur { static spec = { key: "v" }; }`,
    );
    expect([features, report]).toEqual([[], []]);
  });

  it("and a class of the same name elsewhere is none", () => {
    const { features } = linkFiles({
      "src/v.ts": 'class BaseFeature {}\nexport class V extends BaseFeature { static spec = { key: "v" }; }',
    });
    expect(features).toEqual([]);
  });
});

describe("a feature is found", () => {
  it.each([
    ["not exported", `class V extends BaseFeature { ${SPEC} }`, "V", "V"],
    ["as a class expression", `export const V = class extends BaseFeature { ${SPEC} };`, "V", "V"],
    ["as a named class expression", `export const V = class Video extends BaseFeature { ${SPEC} };`, "V", "Video"],
    ["as an anonymous default export", `export default class extends BaseFeature { ${SPEC} }`, "default", "default"],
    ["as a named default export", `export default class V extends BaseFeature { ${SPEC} }`, "V", "V"],
    ["in a namespace", `export namespace N { export class V extends BaseFeature { ${SPEC} } }`, "N.V", "V"],
    [
      "in a namespace of a namespace",
      `namespace N { namespace M { export class V extends BaseFeature { ${SPEC} } } }`,
      "N.M.V",
      "V",
    ],
  ])("%s", (_, source, name, className) => {
    const found = feature(source);
    expect([found.id.name, found.className]).toEqual([name, className]);
  });

  it("with its base class and its doc comment", () => {
    const found = feature(`/** One row per video. */\nexport class V extends BaseSQLModelFeature { ${SPEC} }`);
    expect([found.base, found.doc, found.table]).toEqual(["BaseSQLModelFeature", "One row per video.", false]);
  });

  it("sorted by module and place, whatever the order of the entries", () => {
    const two = (
      a: string,
      b: string,
    ) => `${DSL}class ${b} extends BaseFeature { static spec = { key: "${b.toLowerCase()}", idColumns: ["id"] }; }
class ${a} extends BaseFeature { static spec = { key: "${a.toLowerCase()}", idColumns: ["id"] }; }`;
    const files = { "src/b.ts": two("A", "B"), "src/a.ts": two("C", "D") };
    const names = (entries: readonly string[]) => linkFiles(files, entries).features.map(({ className }) => className);
    expect(names(["src/b.ts", "src/a.ts"])).toEqual(["D", "C", "B", "A"]);
    expect(names(["src/a.ts", "src/b.ts", "src/a.ts"])).toEqual(["D", "C", "B", "A"]);
  });

  it("and not twice when a class inherits a spec", () => {
    expect(linked(`export class V extends BaseFeature { ${SPEC} }\nexport class W extends V {}`).features).toHaveLength(
      1,
    );
  });

  it("and not when the spec is null", () => {
    const { features, report } = linked("export class V extends BaseFeature { static spec = null; }");
    expect([features, report]).toEqual([[], []]);
  });

  it("outside the entries only when something refers to it", () => {
    const others = {
      "lib/used.ts": `${DSL}export class Used extends BaseFeature { static spec = { key: "used", idColumns: ["id"] }; }`,
      "lib/unused.ts": `${DSL}export const ID = "id";\nexport class Unused extends BaseFeature { static spec = { key: "unused", idColumns: ["id"] }; }`,
    };
    const { features, report } = linked(
      `import { Used } from "../lib/used.js";\nimport { ID, Unused } from "../lib/unused.js";
export class V extends BaseFeature { static spec = { key: "v", idColumns: [ID], deps: [Used] }; }\nexport type T = Unused;`,
      others,
    );
    expect(report).toEqual([]);
    expect(features.map(({ className }) => className)).toEqual(["Used", "V"]);
  });

  it("with every module that it was read from, its own first", () => {
    const others = {
      "src/keys.ts": 'export { KEY } from "./deep.js";',
      "src/deep.ts": 'export const KEY = "v";',
      "src/types.ts": "export type Label = string;",
      "src/base.ts": `${DSL}import type { Label } from "./types.js";\nexport class B extends BaseFeature { label!: Label; }`,
      "src/unrelated.ts": "export const X = 1;",
    };
    const source = `import { KEY } from "./keys.js";\nimport { B } from "./base.js";\nimport { X } from "./unrelated.js";
export class V extends B { static spec = { key: KEY, idColumns: ["id"] }; run() { return X; } }`;
    expect(feature(source, others).modules).toEqual([
      "src/v.ts",
      "src/base.ts",
      "src/deep.ts",
      "src/keys.ts",
      "src/types.ts",
    ]);
  });
});

describe("columns come from", () => {
  it("base classes first", () => {
    expect(
      columns(
        `class A extends BaseFeature { a!: string; }\nclass B extends A { b!: string; }\nclass V extends B { ${SPEC} c!: string; }`,
      ),
    ).toEqual(["A.a", "B.b", "V.c"]);
  });

  it("overrides in the place of what they override", () => {
    const found = feature(
      `class A extends BaseFeature { a!: string; b!: string; }\nclass V extends A { ${SPEC} c!: string; declare a: Int64; }`,
    );
    expect(found.columns.map(({ property, owner, type }) => [property, owner.name, type.kind])).toEqual([
      ["a", "V", "int64"],
      ["b", "A", "string"],
      ["c", "V", "string"],
    ]);
  });

  it("mixins, each with its own base", () => {
    const source = `const Named = <T extends new (...a: any[]) => object>(Base: T) => class extends Base { name!: string; };
function Dated<T extends new (...a: any[]) => object>(Base: T) { return class extends Base { at!: Date; }; }
class Root extends BaseSQLModelFeature { id!: string; }
class V extends Named(Dated(Root)) { ${SPEC} own!: string; }`;
    expect(feature(source).columns.map(({ property }) => property)).toEqual(["id", "at", "name", "own"]);
  });

  it("a mixin in another file", () => {
    const others = {
      "src/m.ts":
        "export default <T extends new (...a: any[]) => object>(Base: T) => class extends Base { m!: string; };",
    };
    expect(
      feature(`import M from "./m.js";\nclass V extends M(BaseFeature) { ${SPEC} }`, others).columns.map(
        ({ property }) => property,
      ),
    ).toEqual(["m"]);
  });

  it("generic bases, with the arguments in place of the parameters", () => {
    const source = `abstract class Keyed<K, X = K[]> extends BaseFeature { id!: K; more!: X; }
abstract class Twice<T> extends Keyed<T | null> {}
class V extends Twice<"a" | "b"> { ${SPEC} }`;
    expect(feature(source).columns.map(({ property, type, nullable }) => [property, type, nullable])).toEqual([
      ["id", { kind: "enum", labels: ["a", "b"] }, true],
      ["more", { kind: "list", element: { kind: "enum", labels: ["a", "b"] }, nullable: true }, false],
    ]);
  });

  it("every form of property, and no other member", () => {
    const source = `export class V extends BaseFeature {
  ${SPEC}
  static shared = 1;
  declare a: string;
  b!: string;
  c?: string;
  readonly d: string = "d";
  protected e!: string;
  "f g"!: string;
  #secret = 1;
  method() { return this.#secret; }
  get h() { return 1; }
  set h(value: number) {}
  accessor i = 1;
  [key: string]: unknown;
  constructor() { super(); }
}`;
    expect(feature(source).columns.map(({ property }) => property)).toEqual(["a", "b", "c", "d", "e", "f g"]);
  });
});

describe("statics are inherited as in Python", () => {
  it("table, tableName, tableArgs, project and featureConfig", () => {
    const found = feature(`abstract class B extends BaseSQLModelFeature {
  static table = true; static tableName = "t"; static project = "p"; static tableArgs = { comment: "c" };
  static featureConfig = { ext: { sqlmodel: { injectIndex: true } } };
}
class V extends B { ${SPEC} }`);
    expect([found.table, found.tableName?.value, found.project?.value]).toEqual([true, "t", "p"]);
    expect(found.tableOptions.comment?.value).toBe("c");
    expect(found.injection.index?.value).toBe(true);
  });

  it("and a subclass's featureConfig replaces the inherited one as a whole", () => {
    const found =
      feature(`abstract class B extends BaseSQLModelFeature { static featureConfig = { ext: { sqlmodel: { injectIndex: true } } }; }
class V extends B { ${SPEC} static featureConfig = { ext: { sqlmodel: { injectPrimaryKey: false } } }; }`);
    expect([found.injection.primaryKey?.value, found.injection.index]).toEqual([false, null]);
  });
});

describe("mistakes in heritage", () => {
  const only = (source: string) => {
    const { report } = linked(source);
    expect(report).toHaveLength(1);
    return report[0] ?? "";
  };

  it.each([
    [
      "a table that extends a table",
      `class A extends BaseSQLModelFeature { static table = true; ${SPEC} }\nclass B extends A { static spec = { key: "b", idColumns: ["id"] }; }`,
      "MXC1033 src/v.ts:3:17 `B` is a table and extends `A`",
    ],
    [
      "a class that extends itself",
      `class A extends B { ${SPEC} }\nclass B extends A {}`,
      "MXC1031 src/v.ts:3:17 a class cannot extend itself: A → B → A",
    ],
    [
      "a base that does not exist",
      `class V extends Nowhere { ${SPEC} }`,
      "MXC1030 src/v.ts:2:17 cannot tell which class `Nowhere` is",
    ],
    [
      "a base from a missing module",
      `import { B } from "./nowhere.js";\nclass V extends B { ${SPEC} }`,
      "MXC1005 src/v.ts:2:10",
    ],
    [
      "a base chosen at run time",
      `class V extends (Math.random() > 0.5 ? BaseFeature : BaseSQLModelFeature) { ${SPEC} }`,
      "MXC1030 src/v.ts:2:18",
    ],
    [
      "a function that is no mixin",
      `function M(B: any) { console.log(B); return B; }\nclass V extends M(BaseFeature) { ${SPEC} }`,
      "MXC1032 src/v.ts:3:17 `M` is not a mixin",
    ],
    [
      "a parameter property",
      `class V extends BaseFeature { ${SPEC} constructor(readonly path: string) { super(); } }`,
      "MXC1035 src/v.ts:2:",
    ],
    [
      "a computed property name",
      `const N = "n";\nclass V extends BaseFeature { ${SPEC} [N]!: string; }`,
      "MXC1036 src/v.ts:3:",
    ],
    [
      "a spec that is computed",
      `class V extends BaseFeature { static get spec() { return new FeatureSpec({ key: "v", idColumns: ["id"] }); } }`,
      "MXC1016 src/v.ts:2:42 found a static getter",
    ],
    [
      "a table without a spec",
      `class V extends BaseSQLModelFeature { static table = true; }`,
      "MXC1038 src/v.ts:2:46 `V` has `table = true` but no `spec`",
    ],
    [
      "a table of a base without tables",
      `class V extends BaseFeature { static table = true; ${SPEC} }`,
      "MXC1029 src/v.ts:2:38 `table` is read only on classes",
    ],
    [
      "a dependency that is no feature",
      `class A {}\nclass V extends BaseFeature { static spec = { key: "v", idColumns: ["id"], deps: [A] }; }`,
      "MXC1037 src/v.ts:3:83 `V.spec.deps[0]` must be a feature, but `A` extends no class of features",
    ],
    [
      "a dependency without a spec",
      `class A extends BaseFeature {}\nclass V extends BaseFeature { static spec = { key: "v", idColumns: ["id"], deps: [A] }; }`,
      "but `A` has no `spec`",
    ],
  ])("%s", (_, source, message) => {
    expect(only(source)).toContain(message);
  });

  it("a table whose spec is that of its base gets a warning beside the feature that the base is", () => {
    const source = `class V extends BaseSQLModelFeature { ${SPEC} }\nclass W extends V { static table = true; }`;
    const { features, report } = linked(source);
    expect(features.map(({ className }) => className)).toEqual(["V"]);
    expect(report).toEqual([
      expect.stringMatching(/^MXC1038 src\/v\.ts:3:28 `W` has `table = true` but no `spec` of its own/),
    ]);
  });

  it("a dependency on a class that inherits its spec is one on the class that has it", () => {
    const { features } =
      linked(`class A extends BaseFeature { static spec = { key: "a", idColumns: ["id"] }; }\nclass B extends A {}
class V extends BaseFeature { static spec = { key: "v", idColumns: ["id"], deps: [B] }; }`);
    expect(features.find(({ className }) => className === "V")?.spec.deps[0]?.feature).toMatchObject({
      kind: "class",
      id: { name: "A" },
    });
  });

  it("are no business of ours in classes that are no features", () => {
    const { report } = linked("class A extends Nowhere {}\nclass B extends M(A) {}\nclass C extends C {}");
    expect(report).toEqual([]);
  });

  it("leave the other classes alone, and name the broken ones", () => {
    const { features, broken, brokenKeys } =
      linked(`class Bad extends BaseFeature { static spec = { key: "bad/one", idColumns: nowhere }; }
class Worse extends BaseFeature { static spec = { key: nowhere, idColumns: ["id"] }; }
class Good extends BaseFeature { static spec = { key: "good", idColumns: ["id"], deps: [Bad, Worse] }; }`);
    expect(features.map(({ className }) => className)).toEqual(["Good"]);
    expect(broken.map(({ name }) => name)).toEqual(["Bad", "Worse"]);
    expect(brokenKeys).toEqual(["bad/one"]);
  });
});
