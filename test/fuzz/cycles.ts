// Projects that lead back to themselves, or to twice as much with every step.

/** Text by path. */
type Texts = Readonly<Record<string, string>>;

const LIBRARY = 'import { BaseSQLModelFeature, FeatureDep, FeatureSpec, Field } from "metaxy-compile/dsl";\n';

/** A feature whose spec, column or base is what the text above it declares. */
function feature(
  before: string,
  { metadata = "", type = "string", base = "BaseSQLModelFeature", deps = "", name = "F" } = {},
): string {
  return `${LIBRARY}${before}
export class ${name} extends ${base} {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "${name}", idColumns: ["id"], metadata: { ${metadata} }, deps: [${deps}] });
  id!: string;
  column!: ${type};
}
`;
}

const one = (text: string): Texts => ({ "src/f.ts": text });
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const lines = (count: number, make: (index: number) => string) => times(count, make).join("\n");
const chain = (count: number, make: (here: number, next: number) => string) =>
  lines(count, (index) => make(index, index + 1));
const files = (count: number, make: (index: number) => readonly [path: string, text: string]) =>
  Object.fromEntries(times(count, make));

/** Projects by what is odd about them. */
export const CYCLES: Readonly<Record<string, Texts>> = {
  "imports in a ring": files(100, (index) => [
    `src/f${index}.ts`,
    feature(
      `import { A${(index + 1) % 100}, F${(index + 1) % 100} } from "./f${(index + 1) % 100}.js";\nexport const A${index} = [A${(index + 1) % 100}];`,
      { name: `F${index}`, deps: `F${(index + 1) % 100}`, metadata: `a: A${index}` },
    ),
  ]),
  "star exports in a ring": {
    "src/f.ts": feature('import { A } from "./a.js";', { metadata: "a: A" }),
    "src/a.ts": 'export * from "./b.js"; export * from "./a.js";',
    "src/b.ts": 'export * from "./a.js"; export { A } from "./a.js";',
  },
  "star exports that double": {
    ...files(40, (index) => [
      `src/a${index}.ts`,
      `export * from "./a${index + 1}.js"; export * from "./b${index + 1}.js";`,
    ]),
    ...files(40, (index) => [
      `src/b${index}.ts`,
      `export * from "./a${index + 1}.js"; export * from "./b${index + 1}.js";`,
    ]),
    "src/a40.ts": "export const A = 1;",
    "src/b40.ts": "export const B = 1;",
    "src/f.ts": feature('import { A, C } from "./a0.js";', { metadata: "a: A, c: C" }),
  },
  "star exports of all from all": {
    ...files(20, (index) => [`src/a${index}.ts`, lines(20, (other) => `export * from "./a${other}.js";`)]),
    "src/b.ts": lines(20, (other) => `export * from "./a${other}.js";`),
    "src/f.ts": feature('import { A } from "./b.js";', { metadata: "a: A" }),
  },
  "re-exports of all from all": {
    ...files(20, (index) => [
      `src/a${index}.ts`,
      `${lines(20, (other) => `export * from "./a${other}.js";`)}\nexport const A${index} = 1;`,
    ]),
    "src/f.ts": feature('import { A0, A7, B } from "./a19.js";', { metadata: "a: A0, b: A7, c: B" }),
  },
  "constants in a ring": one(
    feature("const A = B; const B = C; const C = [A];\nconst D = [...D]; const { E } = { E };", {
      metadata: "a: A, d: D, e: E",
    }),
  ),
  "constants in a ring of files": {
    "src/a.ts": 'import { B } from "./b.js"; export const A = `a$' + "{B}`;",
    "src/b.ts": 'import { A } from "./a.js"; export const B = `b$' + "{A}`;",
    "src/f.ts": feature('import { A } from "./a.js";', { metadata: "a: A" }),
  },
  "constants that double": one(
    feature(`${chain(60, (here, next) => `const A${next} = [...A${here}, ...A${here}];`)}\nconst A0 = [1];`, {
      metadata: "a: A60",
    }),
  ),
  "constants that double beyond every limit": one(
    feature(`const A0 = [1];\n${chain(400, (here, next) => `const A${next} = [A${here}, A${here}];`)}`, {
      metadata: "a: A400, b: A300, c: A200",
    }),
  ),
  "failures that double beyond every limit": one(
    feature(`const A0 = [call()];\n${chain(400, (here, next) => `const A${next} = [...A${here}, ...A${here}];`)}`, {
      metadata: "a: A400, b: A300, c: A200",
    }),
  ),
  "types that double beyond every limit": one(
    feature(`type A0 = any;\n${chain(400, (here, next) => `type A${next} = { a: A${here} } | { b: A${here} };`)}`, {
      type: "A400",
    }),
  ),
  "objects that double": one(
    feature(`const A0 = { a: 1 };\n${chain(60, (here, next) => `const A${next} = { a: A${here}, b: A${here} };`)}`, {
      metadata: "a: A60, b: A60.a.b.a",
    }),
  ),
  "texts that double": one(
    feature(`const A0 = "aa";\n${chain(60, (here, next) => `const A${next} = A${here} + A${here};`)}`, {
      metadata: "a: A60",
    }),
  ),
  "numbers that grow": one(
    feature(`const A0 = 9n;\n${chain(60, (here, next) => `const A${next} = A${here} ** A${here};`)}`, {
      metadata: "a: A60, b: 1n << 99999999999n, c: 2 ** 99999",
    }),
  ),
  "a chain of constants": one(
    feature(`const A0 = 1;\n${chain(5000, (here, next) => `const A${next} = A${here};`)}`, { metadata: "a: A5000" }),
  ),
  "a chain of constants the other way": one(
    feature(`${chain(5000, (here, next) => `const A${here} = () => A${next};`)}\nconst A5000 = 1;`, {
      metadata: "a: A0",
    }),
  ),
  "a chain of files": {
    ...files(5000, (index) => [`src/a${index}.ts`, `export { A } from "./a${index + 1}.js";`]),
    "src/a5000.ts": "export const A = 1;",
    "src/f.ts": feature('import { A } from "./a0.js";', { metadata: "a: A" }),
  },
  "aliases in a ring": one(
    feature("type A = B; type B = C | null; type C = A; type D<T> = D<T[]>; type E = { e: E };", {
      type: "{ a: A; d: D<string>; e: E }",
    }),
  ),
  "aliases that double": one(
    feature(`type A0 = string;\n${chain(60, (here, next) => `type A${next} = { a: A${here}; b: A${here} };`)}`, {
      type: "A60",
    }),
  ),
  "aliases whose arguments double": one(
    feature(`type P<T> = { a: T; b: T };\ntype A = ${"P<".repeat(60)}string${">".repeat(60)};`, { type: "A" }),
  ),
  "unions that double": one(
    feature(`type A0 = "a" | "b";\n${chain(60, (here, next) => `type A${next} = \`$\{A${here}}$\{A${here}}\`;`)}`, {
      type: "A60",
    }),
  ),
  "a chain of aliases": one(
    feature(`type A0 = string;\n${chain(5000, (here, next) => `type A${next} = A${here};`)}`, { type: "A5000" }),
  ),
  "type queries in a ring": one(
    feature(
      "const A: typeof B = B; const B: typeof A = A; type C = (typeof A)[number]; type D = keyof D; type E = E['a'];",
      {
        type: "[C, D, E]",
      },
    ),
  ),
  "interfaces in a ring": one(
    feature("interface A extends B { a: string } interface B extends A { b: A } interface A { c: string }", {
      type: "A",
    }),
  ),
  "interfaces that double": one(
    feature(
      `interface A0 { a: string }\n${chain(40, (here, next) => `interface A${next} extends A${here}, B${here} { x${next}: string }\ninterface B${next} extends A${here}, B${here} { y${next}: string }`)}\ninterface B0 { b: string }`,
      { type: "A40" },
    ),
  ),
  "classes in a ring": one(feature("class A extends B {} class B extends C {} class C extends F {}", { base: "A" })),
  "classes in a ring of files": {
    "src/a.ts": 'import { F } from "./f.js"; export class A extends F { a!: string }',
    "src/f.ts": feature('import { A } from "./a.js";', { base: "A" }),
  },
  "mixins in a ring": one(
    feature(
      "type C = new (...args: any[]) => object;\nconst M = <T extends C>(Base: T) => class extends N(Base) {};\nconst N = <T extends C>(Base: T) => class extends M(Base) {};",
      { base: "M(BaseSQLModelFeature)" },
    ),
  ),
  "a chain of classes": one(
    feature(
      `class A0 extends BaseSQLModelFeature {}\n${chain(5000, (here, next) => `class A${next} extends A${here} { c${here}!: string }`)}`,
      { base: "A5000" },
    ),
  ),
  "a chain of mixins": one(
    feature(`const M = <T extends new (...args: any[]) => object>(Base: T) => class extends Base { m!: string };`, {
      base: `${"M(".repeat(1000)}BaseSQLModelFeature${")".repeat(1000)}`,
    }),
  ),
  "statics in a ring": one(
    feature("class A { static readonly a = B.b } class B { static readonly b = A.a }", { metadata: "a: A.a" }),
  ),
  "enums in a ring": one(
    feature("enum A { a = B.b, c } enum B { b = A.a, d = d, e = A.c }", { metadata: "a: A.a, d: B.d", type: "B" }),
  ),
  "a chain of enum members": one(
    feature(`enum E { a0, ${times(5000, (index) => `a${index + 1} = a${index} + 1`).join(", ")} }`, {
      metadata: "a: E.a5000",
      type: "E",
    }),
  ),
  "namespaces in a ring": one(
    feature(
      "namespace A { export import B = C; export const a = B.B.B.b } namespace C { export import B = A; export const b = B.a }",
      {
        metadata: "a: A.a, b: A.B.B.B.B.a",
      },
    ),
  ),
  "dependencies in a ring": files(100, (index) => [
    `src/f${index}.ts`,
    feature("", { name: `f${index}`, deps: `"f${(index + 1) % 100}"` }),
  ]),
  "a chain of dependencies": files(300, (index) => [
    `src/f${index}.ts`,
    feature("", { name: `f${index}`, deps: index === 0 ? "" : `"f${index - 1}"` }),
  ]),
  "references in a ring": one(
    ["A", "B", "C"]
      .map((name, index, all) =>
        feature("", { name }).replace(
          "column!: string",
          `column: string = Field({ foreignKey: "${all[(index + 1) % 3]?.toLowerCase()}.id" })`,
        ),
      )
      .join("\n"),
  ),
  "a feature that depends on itself": one(
    feature("", { deps: "F" }) + feature("", { name: "G", deps: 'new FeatureDep({ feature: "G" })' }),
  ),
  "tsconfig.json in a ring": {
    "tsconfig.json": '{ "extends": ["./a.json", "./tsconfig.json"], "references": [{ "path": "." }] }',
    "a.json": '{ "extends": "./tsconfig.json" }',
    "src/f.ts": feature('import { A } from "@/a";', { metadata: "a: A" }),
  },
  "tsconfig.json that doubles": {
    ...files(40, (index) => [
      index === 0 ? "tsconfig.json" : `a${index}.json`,
      `{ "extends": ["./a${index + 1}.json", "./a${index + 1}"] }`,
    ]),
    "a40.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    "src/a.ts": "export const A = 1;",
    "src/f.ts": feature('import { A } from "@/a";', { metadata: "a: A" }),
  },
  "a chain of tsconfig.json": {
    ...files(3000, (index) => [
      index === 0 ? "tsconfig.json" : `a${index}.json`,
      `{ "extends": "./a${index + 1}.json" }`,
    ]),
    "src/f.ts": feature('import { A } from "@/a";', { metadata: "a: A" }),
  },
  "a chain of metaxy.toml": {
    ...files(1000, (index) => [index === 0 ? "metaxy.toml" : `a${index}.toml`, `extend = "./a${index + 1}.toml"`]),
    "a1000.toml": 'project = "p"',
    "src/f.ts": feature(""),
  },
  "packages in a ring": {
    "package.json": '{ "name": "p", "imports": { "#a": "#b", "#b": "#a" }, "exports": "p" }',
    "src/f.ts": feature('import { A } from "#a"; import { B } from "p";', { metadata: "a: A, b: B" }),
  },
  "metaxy.toml in a ring": {
    "metaxy.toml": 'extend = "./a.toml"',
    "a.toml": 'extend = "./metaxy.toml"',
    "src/f.ts": feature(""),
  },
  "a lock file in a ring": {
    "metaxy.toml": 'project = "p"\nmetadata_store = "dev"\nextra_features = [{ entrypoint = "x" }]',
    "metaxy.lock": "[features.a]\n[features.a.info]\n[features.a.data]\n[features.a.data.a]\n",
    "src/f.ts": feature("", { deps: '"a"' }),
  },
  "a lock file with the same header everywhere": {
    "metaxy.lock": `[features.a]\n${"[[features.a.b]]\n".repeat(20_000)}`,
    "src/f.ts": feature("", { deps: '"a"' }),
  },
  "a lock file with a mistake in each of its lines": {
    "metaxy.lock": `[features]\n${lines(40_000, (index) => `k${index} = 1`)}`,
    "src/f.ts": feature(""),
  },
  "a lock file of other tables": {
    "metaxy.lock": `[features]\n${lines(60_000, (index) => `[k${index}]`)}`,
    "src/f.ts": feature(""),
  },
  "stores that are all wrong": {
    "metaxy.toml": `[stores]\n${lines(17_000, (index) => `${index.toString(36)}=1`)}`,
    "src/f.ts": feature(""),
  },
  "stores that all lack the same": {
    "metaxy.toml": `[stores]\n${lines(13_000, (index) => `${index.toString(36)} = {}`)}`,
    "src/f.ts": feature(""),
  },
  "ten thousand unknown settings": {
    "metaxy.toml": lines(10_000, (index) => `k${index} = 1`),
    "src/f.ts": feature(""),
  },
  "a thousand unknown names": one(
    `${feature("")}${lines(1000, (index) => `class A${index} extends B${index} { static spec = c${index}; }`)}`,
  ),
  "more labels than a type may have": one(feature("", { type: times(30_000, (index) => `"l${index}"`).join(" | ") })),
  "ten thousand columns": one(
    feature("").replace(
      "column!: string;",
      lines(10_000, (index) => `  c${index}!: string;`),
    ),
  ),
  "ten thousand labels": one(feature("", { type: times(10_000, (index) => `"l${index}"`).join(" | ") })),
  "ten thousand mistakes": one(
    feature("").replace(
      "column!: string;",
      lines(10_000, (index) => `  c${index} = call();`),
    ),
  ),
  "ten thousand uses of a mistake": one(
    feature("const A = call();", { metadata: times(10_000, (index) => `a${index}: A`).join(", ") }),
  ),
  "ten thousand syntax errors": one(`${feature("")}${"} class ( ".repeat(10_000)}`),
};
