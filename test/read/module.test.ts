import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readModule } from "../../src/read/module.ts";
import { plain, textAt } from "./reading.ts";

const read = (source: string, fileName = "a.ts") => readModule(source, fileName);

describe("imports", () => {
  it.each<[string, unknown]>([
    ['import A from "m"', [{ local: "A", imported: "default", specifier: "m", typeOnly: false }]],
    ['import * as A from "m"', [{ local: "A", imported: "*", specifier: "m", typeOnly: false }]],
    [
      'import D, { a, b as c, type T, "d-e" as d, default as f } from "m"',
      [
        { local: "D", imported: "default", specifier: "m", typeOnly: false },
        { local: "a", imported: "a", specifier: "m", typeOnly: false },
        { local: "c", imported: "b", specifier: "m", typeOnly: false },
        { local: "T", imported: "T", specifier: "m", typeOnly: true },
        { local: "d", imported: "d-e", specifier: "m", typeOnly: false },
        { local: "f", imported: "default", specifier: "m", typeOnly: false },
      ],
    ],
    ['import type { A } from "m"', [{ local: "A", imported: "A", specifier: "m", typeOnly: true }]],
    ['import type A from "m"', [{ local: "A", imported: "default", specifier: "m", typeOnly: true }]],
    ['import a = require("m")', [{ local: "a", imported: "export=", specifier: "m", typeOnly: false }]],
    ['import "m"', []],
    ['import {} from "m"', []],
  ])("%s", (source, imports) => {
    expect(plain(read(source).imports)).toEqual(imports);
  });
});

describe("exports", () => {
  it.each<[string, unknown]>([
    ["export const a = 1, b = 2", [local("a"), local("b")]],
    ["export const { a, b: [c] } = d", [local("a"), local("c")]],
    ["export let a", [local("a")]],
    ["export function a() {}", [local("a")]],
    ["export class A {}", [local("A")]],
    ["export enum A {}", [local("A")]],
    ["export type A = 1", [local("A")]],
    ["export interface A {}", [local("A")]],
    ["export namespace A.B {}", [local("A")]],
    ["export default class A {}", [local("A", "default")]],
    ["export default abstract class A {}", [local("A", "default")]],
    ["export default function a() {}", [local("a", "default")]],
    ["export default interface A {}", [local("A", "default")]],
    [
      'export { a, b as c, d as default, e as "f-g" }',
      [local("a"), local("b", "c"), local("d", "default"), local("e", "f-g")],
    ],
    ["export type { A }", [local("A")]],
    ['export { a, b as c, default } from "m"', [from("a"), from("b", "c"), from("default")]],
    ['export * as a from "m"', [from("*", "a")]],
    ["export default a", [{ kind: "expression", exported: "default", value: { kind: "name", name: "a" } }]],
    ["export = a", [{ kind: "expression", exported: "export=", value: { kind: "name", name: "a" } }]],
    ['export import a = require("m")', [local("a")]],
    ["export import a = B.c", [local("a")]],
  ])("%s", (source, exports) => {
    expect(plain(read(source).exports)).toEqual(exports);
  });

  it("a class or mixin without a name is an expression", () => {
    const ofClass = read("/** Doc. */ export default class extends A {}").exports;
    expect(plain(ofClass)).toMatchObject([{ exported: "default", value: { kind: "class", class: { doc: "Doc." } } }]);
    const ofMixin = read("export default function (Base) { return class extends Base {} }").exports;
    expect(plain(ofMixin)).toMatchObject([{ exported: "default", value: { kind: "mixin" } }]);
    const ofFunction = read("export default function () {}").exports;
    expect(plain(ofFunction)).toMatchObject([{ value: { kind: "unsupported", syntax: "a function" } }]);
  });

  it("of everything in another module are kept apart", () => {
    const { starExports, exports } = read('export * from "a"; export type * from "b"; export * from "a";');
    expect(starExports.map(({ specifier }) => specifier)).toEqual(["a", "b", "a"]);
    expect(exports).toEqual([]);
  });
});

function local(name: string, exported = name) {
  return { kind: "local", exported, local: name };
}

function from(imported: string, exported = imported) {
  return { kind: "from", exported, imported, specifier: "m" };
}

describe("syntax errors", () => {
  it("are listed next to what could be read", () => {
    const source = "export const A = 1;\nclass { x = ; }\nexport const B = 2;";
    const { syntaxErrors, exports } = read(source);
    expect(syntaxErrors[0]?.message).toBe("expression expected");
    expect(textAt(source, syntaxErrors[0]?.range ?? 0)).toBe(";");
    expect(exports.map(({ exported }) => exported)).toEqual(["A", "B"]);
  });

  it("are at most ten", () => {
    expect(read("x = ;\n".repeat(100)).syntaxErrors).toHaveLength(10);
  });
});

describe("the extension decides how a text is parsed", () => {
  it.each([
    ["const a = <T>b;", "a.ts", 0],
    ["const a = <T>b;", "a.mts", 0],
    ["const a = <b />;", "a.tsx", 0],
    ["const a = <b />;", "a.jsx", 0],
    ["const a = <b />;", "a.js", 0],
    ["const a = <b />;", "a.ts", 1],
    ["const a: string;", "a.d.ts", 0],
    ["const a = 1;", "a.unknown", 0],
    ["const a = 1;", "", 0],
  ])("%s in %s", (source, fileName, least) => {
    expect(read(source, fileName).syntaxErrors.length >= least).toBe(true);
    if (least === 0) expect(read(source, fileName).syntaxErrors).toEqual([]);
  });

  it("and nothing else of the name does", () => {
    const source = "export const A = [1];";
    expect(read(source, "src/deep/a.ts")).toEqual(read(source, "b.ts"));
  });
});

describe("a JSON file", () => {
  it("exports its value and the properties of a top-level object", () => {
    const summary = read('{ "a": [1, -2.5, null], "b-c": { "d": true }, "default": "e", "a": "last" }', "a.json");
    expect(plain(summary.exports)).toMatchObject([
      { kind: "expression", exported: "default", value: { kind: "object" } },
      { kind: "local", exported: "a", local: "a" },
      { kind: "local", exported: "b-c", local: "b-c" },
    ]);
    expect(plain(summary.scope.declarations)).toMatchObject([
      { kind: "const", name: "a", init: { kind: "string", value: "last" }, exported: true },
      { kind: "const", name: "b-c", init: { kind: "object" } },
    ]);
    expect(summary.syntaxErrors).toEqual([]);
  });

  it.each(["[1]", '"a"', "1", "null", "-1"])("may be %s", (source) => {
    const { exports, syntaxErrors } = read(source, "a.json");
    expect(exports.map(({ exported }) => exported)).toEqual(["default"]);
    expect(syntaxErrors).toEqual([]);
  });

  it.each([
    ["", ""],
    ["{ a: 1 }", "a"],
    ["{ 'a': 1 }", "'a'"],
    ["['a']", "'a'"],
    ["[1, f()]", "f()"],
    ['{ "a": b }', "b"],
    ['{ "a": [{ "b": undefined }] }', "undefined"],
    ["[...a]", "...a"],
    ["`a`", "`a`"],
    ["1 2", "2"],
  ])("may not be %s", (source, marked) => {
    const { syntaxErrors } = read(source, "a.json");
    expect(textAt(source, syntaxErrors[0]?.range ?? [-1, -1])).toBe(marked);
  });
});

describe("the feature files of the golden cases", () => {
  const folder = new URL("../python-golden/", import.meta.url);
  const cases = readdirSync(folder).filter((name) => name.startsWith("case-"));

  it("are there", () => expect(cases.length).toBeGreaterThan(10));

  it.each(cases)("%s reads without a gap", (name) => {
    const summary = read(readFileSync(new URL(`${name}/features.ts`, folder), "utf8"));
    expect(summary.syntaxErrors).toEqual([]);
    expect(JSON.stringify(summary)).not.toContain('"unsupported"');
    expect(summary.scope.declarations.length).toBeGreaterThan(0);
  });
});
