// Projects with something nested as deep as one likes: in values, in types, in statements, in configuration.

/** Text by path. */
type Texts = Readonly<Record<string, string>>;

type Nested = (depth: number) => string;

const nested =
  (open: string, inner: string, close = ""): Nested =>
  (depth) =>
    open.repeat(depth) + inner + close.repeat(depth);

const VALUES: Readonly<Record<string, Nested>> = {
  parentheses: nested("(", "1", ")"),
  arrays: nested("[", "1", "]"),
  objects: nested("{ a: ", "1", "}"),
  "frozen objects": nested("Object.freeze({ a: ", "1", "})"),
  "string templates": nested("`$" + "{", "1", "}`"),
  "optional chains": nested("", "KEY", "?.a"),
  indexes: nested("KEY[", "0", "]"),
  calls: nested("KEY(", "1", ")"),
  "sums from the left": nested("", '"a"', ' + "a"'),
  "sums from the right": nested('"a" + (', '"a"', ")"),
  powers: nested("1 ** ", "1"),
  signs: nested("- ", "1"),
  negations: nested("!", "true"),
  alternatives: nested("null ?? (", "1", ")"),
  "alternatives in a row": nested("", "null", " ?? 1"),
  conditionals: nested("true ? 1 : ", "1"),
  assertions: nested("", "1", " as number"),
  spreads: nested("[...", "[1]", "]"),
  functions: nested("(() => { return ", "1", "})()"),
  arrows: nested("x => ", "1"),
  classes: nested("class { static a = ", "1", "}"),
  decorators: nested("@(class { ", "", " }) class {}"),
  news: nested("new ", "KEY"),
  awaits: nested("await ", "1"),
  unclosed: nested("[", ""),
  comparisons: nested("", "1", " < KEY"),
};

const TYPES: Readonly<Record<string, Nested>> = {
  "types in parentheses": nested("(", "string", ")"),
  lists: nested("", "string", "[]"),
  tuples: nested("[", "string", "]"),
  structs: nested("{ a: ", "string", "}"),
  maps: nested("Record<string, ", "string", ">"),
  "type arguments": nested("Array<", "string", ">"),
  unions: nested("", "string", " | null"),
  "unions in unions": nested("(null | ", "string", ")"),
  intersections: nested("{ a: string } & (", "{ a: string }", ")"),
  "template types": nested("`$" + "{", '"a"', "}`"),
  "partial types": nested("Partial<", "{ a: string }", ">"),
  "indexed types": nested("", "KEY", '["a"]'),
  "keys of keys": nested("keyof ", "{ a: string }"),
  "conditional types": nested("string extends string ? number : ", "string"),
  "function types": nested("() => ", "string"),
  "read-only types": nested("readonly ", "string[]"),
};

const STATEMENTS: Readonly<Record<string, Nested>> = {
  namespaces: nested("namespace A { ", "export const a = 1;", " }"),
  "dotted namespaces": (depth) => `namespace A${".B".repeat(depth)} { export const a = 1 }`,
  "else-ifs": nested("if (KEY) ; else ", ";"),
  blocks: nested("{", "", "}"),
  loops: nested("for (;;) ", ";"),
  labels: nested("a: ", ";"),
  "nested functions": nested("function f() {", "", "}"),
  patterns: (depth) => `const ${nested("{ a: ", "b", "}")(depth)} = KEY;`,
  "array patterns": (depth) => `const ${nested("[", "b", "]")(depth)} = KEY;`,
  generics: (depth) => `type G${nested("<T extends A", "", ">")(depth)} = string;`,
  comments: nested("/*", "", "*/"),
  elements: (depth) => `const e = ${nested("<a>", "", "</a>")(depth)};`,
};

const LIBRARY = 'import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";\n';

function feature(before: string, metadata: string, type: string): string {
  return `${LIBRARY}${before}
export class F extends BaseSQLModelFeature {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "f", idColumns: ["id"], metadata: { ${metadata} } });
  id!: string;
  column!: ${type};
}
`;
}

const CONFIG = 'project = "p"\n[stores.dev]\ntype = "metaxy.ext.duckdb.DuckDBMetadataStore"\n';

const CONFIGURATION: Readonly<Record<string, (depth: number) => Texts>> = {
  "lists in metaxy.toml": (depth) => ({ "metaxy.toml": `${CONFIG}config = ${nested("[", "1", "]")(depth)}\n` }),
  "tables in metaxy.toml": (depth) => ({ "metaxy.toml": `${CONFIG}config = ${nested("{ a = ", "1", "}")(depth)}\n` }),
  "keys in metaxy.toml": (depth) => ({ "metaxy.toml": `${CONFIG}[stores.dev.config${".a".repeat(depth)}]\nb = 1\n` }),
  "variables in metaxy.toml": (depth) => ({
    "metaxy.toml": `${CONFIG}config = { database = "${nested("$" + "{A:-", "a", "}")(depth)}" }\n`,
  }),
  "lists in tsconfig.json": (depth) => ({ "tsconfig.json": `{ "extends": ${nested("[", '"./a.json"', "]")(depth)} }` }),
  "objects in tsconfig.json": (depth) => ({ "tsconfig.json": nested('{ "compilerOptions": ', "1", "}")(depth) }),
  "conditions in package.json": (depth) => ({
    "package.json": `{ "name": "p", "exports": ${nested('{ "default": ', '"./src/f.ts"', "}")(depth)} }`,
    "src/g.ts": 'export * from "p";',
  }),
  "internal names in package.json": (depth) => ({
    "package.json": `{ "imports": { "#a": ${nested("[", '"./src/f.ts"', "]")(depth)} } }`,
    "src/g.ts": 'export * from "#a";',
  }),
  "keys in metaxy.lock": (depth) => ({ "metaxy.lock": `[features.a${".a".repeat(depth)}]\nb = 1\n` }),
  "lists in metaxy.lock": (depth) => ({ "metaxy.lock": `[features.a]\nspec = ${nested("[", "1", "]")(depth)}\n` }),
  "objects in an imported document": (depth) => ({
    "src/data.json": nested('{ "a": ', "1", "}")(depth),
    "src/f.ts": feature('import data from "./data.json";\n', "value: data", "string"),
  }),
};

/** Projects by what they nest. */
export const NESTING: ReadonlyMap<string, (depth: number) => Texts> = new Map([
  ...mapForms(VALUES, (value) => feature(`const KEY = [[1]] as const;\nconst V = ${value};\n`, "value: V", "string")),
  ...mapForms(TYPES, (type) => feature("type KEY = { a: KEY };\n", "", type)),
  ...mapForms(STATEMENTS, (statement) => feature(`const KEY = [1];\n${statement}\n`, "value: KEY", "string")),
  ...Object.entries(CONFIGURATION).map(
    ([name, texts]) => [name, (depth: number) => ({ "src/f.ts": feature("", "", "string"), ...texts(depth) })] as const,
  ),
]);

function mapForms(forms: Readonly<Record<string, Nested>>, source: (text: string) => string) {
  return Object.entries(forms).map(
    ([name, form]) => [name, (depth: number): Texts => ({ "src/f.ts": source(form(depth)) })] as const,
  );
}
