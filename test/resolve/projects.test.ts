import { describe, expect, test } from "vitest";
import type { ResolveOptions } from "../../src/resolve/context.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { type FeatureInput, feature, hostOf, resolveOptions } from "./declare.ts";

type Files = Readonly<Record<string, string>>;

function resolveIn(files: Files, inputs: readonly FeatureInput[], options: Partial<ResolveOptions> = {}) {
  const input = { features: inputs.map((one) => feature(one)), broken: [], brokenKeys: [] };
  const { value, diagnostics } = resolve(input, { ...resolveOptions, ...options }, hostOf(files));
  const codes = diagnostics.map(({ code }) => code).filter((code) => code >= "MXC2090");
  return { codes, features: value.features.map(({ key, project, selected }) => [key, project, selected]), value };
}

const inSrc = { key: "a", file: "src/features/a.ts" };

describe("a feature's project", () => {
  test.each<[string, Files, FeatureInput, string | null, string]>([
    ["what the class says", { "package.json": '{ "name": "pkg" }' }, { ...inSrc, project: "own" }, "own", "own"],
    [
      "else metaxy.project of the package",
      { "package.json": '{ "name": "pkg", "metaxy": { "project": "p" } }' },
      inSrc,
      "p",
      "p",
    ],
    ["else the package's name without scope", { "package.json": '{ "name": "@team/pkg" }' }, inSrc, "pkg", "pkg"],
    ["else the configured one", {}, inSrc, "conf", "conf"],
    ["else a fixed one", {}, inSrc, null, "default"],
  ])("is %s", (_, files, input, configured, expected) => {
    const { features, codes } = resolveIn(files, [input], { project: configured, defaultProject: configured });
    expect(features).toEqual([["a", expected, true]]);
    expect(codes).toEqual([]);
  });

  test("is never the one that is asked for", () => {
    const asked = { project: "asked", defaultProject: "conf" };
    const { features, codes } = resolveIn({}, [inSrc, { key: "b", project: "asked" }], asked);
    expect(features).toEqual([
      ["a", "conf", false],
      ["b", "asked", true],
    ]);
    expect(codes).toEqual([]);
    expect(resolveIn({}, [inSrc], asked).codes).toEqual(["MXC2092"]);
  });

  test("comes from the nearest package, also above the root", () => {
    const files = { "src/package.json": '{ "name": "near" }', "package.json": '{ "name": "far" }' };
    expect(resolveIn(files, [inSrc]).features).toEqual([["a", "near", true]]);
    expect(resolveIn({ "../../package.json": '{ "name": "above" }' }, [inSrc]).features).toEqual([
      ["a", "above", true],
    ]);
    const outside = { key: "a", file: "../other/a.ts" };
    expect(resolveIn({ "../package.json": '{ "name": "above" }' }, [outside]).features).toEqual([["a", "above", true]]);
  });

  test("is looked for above a package.json without a name", () => {
    const files = { "src/package.json": '{ "type": "module" }', "package.json": '{ "name": "pkg" }' };
    expect(resolveIn(files, [inSrc]).features).toEqual([["a", "pkg", true]]);
  });
});

describe("the project that is compiled", () => {
  const two = [
    { key: "a", project: "one" },
    { key: "b", project: "two", deps: ["a"] },
  ];

  test("is the one asked for; the others stay as dependencies", () => {
    const { features, codes, value } = resolveIn({}, two, { project: "two" });
    expect(features).toEqual([
      ["a", "one", false],
      ["b", "two", true],
    ]);
    expect(codes).toEqual([]);
    expect(value.project).toBe("two");
  });

  test("is the only one there is", () => {
    expect(resolveIn({}, two.slice(0, 1)).value.project).toBe("one");
  });

  test("are all of them if asked for", () => {
    const { features, codes, value } = resolveIn({}, two, { project: "two", allProjects: true });
    expect(features.map(([, , selected]) => selected)).toEqual([true, true]);
    expect(codes).toEqual([]);
    expect(value.project).toBeNull();
  });

  test("must be chosen among several", () => expect(resolveIn({}, two).codes).toEqual(["MXC2095"]));

  test("must have features", () => expect(resolveIn({}, two, { project: "three" }).codes).toEqual(["MXC2092"]));

  test("must not be empty in silence", () => expect(resolveIn({}, []).codes).toEqual(["MXC2093"]));

  test.each(["error", "warning"] as const)("may look empty because of a mistake that is an %s", (unread) => {
    const input = { features: [], broken: [], brokenKeys: [], unread };
    expect(resolve(input, resolveOptions, hostOf({})).diagnostics).toEqual([]);
  });

  test("must be chosen among several whatever was warned of", () => {
    const input = { features: two.map((one) => feature(one)), broken: [], brokenKeys: [], unread: "warning" } as const;
    const { diagnostics } = resolve(input, { ...resolveOptions, allProjects: false }, hostOf({}));
    expect(diagnostics.map(({ code }) => code)).toContain("MXC2095");
  });
});

describe("project names", () => {
  test.each(["a b", "a/b", "a__b", "", "é", "a\n"])("such as %j are refused", (project) => {
    expect(resolveIn({}, [{ key: "a", project }]).codes).toEqual(["MXC2090"]);
  });

  test.each(["a", "A-b_9", "0"])("such as %j are fine", (project) => {
    expect(resolveIn({}, [{ key: "a", project }]).codes).toEqual([]);
  });

  test("of a package are refused once for all its features", () => {
    const files = { "package.json": '{ "name": "a.b" }' };
    expect(resolveIn(files, [inSrc, { key: "b", file: "src/b.ts" }]).codes).toEqual(["MXC2091"]);
  });

  test("of a package that is not JSON cannot be known", () => {
    expect(resolveIn({ "package.json": "{" }, [inSrc]).codes).toEqual(["MXC2094"]);
  });
});
