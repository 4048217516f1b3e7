// What the grammar leaves out is refused wherever a declaration needs it: nothing is passed over in silence. That there
// is a sample of every kind of syntax is shown beside the samples, in test/read.

import { describe, expect, it } from "vitest";
import { linkFiles } from "../link/project.ts";
import { OTHER_MEMBERS, UNSUPPORTED_EXPRESSIONS, UNSUPPORTED_TYPES } from "../read/samples.ts";

const LIBRARY = 'import { BaseSQLModelFeature, FeatureSpec, Field, type Json } from "metaxy-compile/dsl";\n';

/** The codes that a class with these members gets, in a file of its own. */
function codesOf(members: string, before = "", name = "src/a.ts"): readonly string[] {
  const text = `${LIBRARY}${before}\nexport abstract class A extends BaseSQLModelFeature {\n${members}\nid!: string;\n}`;
  return linkFiles({ [name]: text }).diagnostics.map(({ code }) => code);
}

const SPEC = 'static spec = { key: "a", idColumns: ["id"] };';

/** Places where a value is needed. */
const PLACES: Readonly<Record<string, (value: string) => readonly [members: string, before?: string]>> = {
  "as metadata": (value) => [`static spec = { key: "a", idColumns: ["id"], metadata: { v: ${value} } };`],
  "as the whole spec": (value) => [`static spec = ${value};`],
  "in a spread": (value) => [`static spec = new FeatureSpec({ key: "a", idColumns: ["id"], ...(${value}) });`],
  "as a default": (value) => [`${SPEC} x: string = ${value};`],
  "as an option of a column": (value) => [`${SPEC} x: string = Field({ maxLength: ${value} });`],
  "as a table's name": (value) => [`${SPEC} static tableName = ${value};`],
  "in a constant": (value) => [`static spec = { key: K, idColumns: ["id"] };`, `const K = ${value};`],
  "in an enum": (value) => [`static spec = { key: E.A, idColumns: ["id"] };`, `enum E { A = ${value} }`],
  "in a static of another class": (value) => [
    `static spec = { key: C.k, idColumns: ["id"] };`,
    `class C { static k = ${value}; }`,
  ],
};

describe.each(Object.entries(PLACES))("an expression that the grammar leaves out is refused %s", (_, place) => {
  it.each(UNSUPPORTED_EXPRESSIONS.map(([source]) => source))("%s", (source) => {
    const [members, before = ""] = place(source);
    const codes = codesOf(members, before, /^<(?:a|>)/.test(source) ? "src/a.tsx" : "src/a.ts");
    expect(codes).not.toEqual([]);
    expect(codes.filter((code) => !code.startsWith("MXC1"))).toEqual([]);
  });
});

describe("a type that the grammar leaves out is refused", () => {
  it.each(UNSUPPORTED_TYPES.map(([source]) => source))("%s", (source) => {
    for (const type of [source, `(${source})[]`, `{ inside: ${source} }`, `Record<string, ${source}>`]) {
      const codes = codesOf(`${SPEC} x!: ${type};`);
      expect(codes, type).not.toEqual([]);
      expect(codes.filter((code) => !code.startsWith("MXC1"))).toEqual([]);
    }
  });

  it.each(["() => void", "this", "unique symbol", "A extends B ? C : D"])("except inside Json<…>: %s", (source) => {
    expect(codesOf(`${SPEC} x!: Json<${source}>;`)).toEqual([]);
  });
});

describe("a member that the grammar leaves out is refused, and one that is no column is none", () => {
  it.each(OTHER_MEMBERS)("%s", (source, kind) => {
    const codes = codesOf(`${SPEC} ${source}`);
    expect(codes).toEqual(kind === "computed-property" ? ["MXC1036"] : []);
    const text = `${LIBRARY}export abstract class A extends BaseSQLModelFeature { ${SPEC} id!: string; ${source} }`;
    const { features } = linkFiles({ "src/a.ts": text });
    expect(features.flatMap(({ columns }) => columns.map(({ property }) => property))).toEqual(
      kind === "computed-property" ? [] : ["id"],
    );
  });

  it("a parameter that is a property is refused", () => {
    expect(codesOf(`${SPEC} constructor(readonly size: number) { super(); }`)).toEqual(["MXC1035"]);
  });
});

describe("a spec that is no plain static property is refused", () => {
  it.each([
    'static get spec() { return { key: "a", idColumns: ["id"] }; }',
    "static set spec(value) {}",
    'static spec() { return { key: "a", idColumns: ["id"] }; }',
    'static accessor spec = { key: "a", idColumns: ["id"] };',
    'spec = { key: "a", idColumns: ["id"] };',
    'readonly spec = new FeatureSpec({ key: "a", idColumns: ["id"] });',
    "static spec;",
  ])("%s", (member) => {
    const codes = codesOf(member);
    expect(codes).not.toEqual([]);
    expect(codes.filter((code) => !code.startsWith("MXC1"))).toEqual([]);
  });
});
