import { describe, expect, it } from "vitest";
import type { FeatureDecl } from "../../src/model/feature.ts";
import type { KeyDecl } from "../../src/model/spec.ts";
import { linkFiles, onlyFeature } from "./project.ts";

const HEAD = `import * as dsl from "metaxy-compile/dsl";
import { BaseFeature, FeatureDep, FeatureKey, FeatureSpec, FieldDep, FieldKey, FieldSpec, FieldsMapping, LineageRelationship, SpecialFieldDep } from "metaxy-compile/dsl";
`;
const file = (spec: string) => `${HEAD}class Up extends BaseFeature { static spec = { key: "up", idColumns: ["id"] }; }
export class V extends BaseFeature {
  static spec = ${spec};
  id!: string;
}`;

function specOf(spec: string): FeatureDecl["spec"] {
  const { features, report } = linkFiles({ "src/v.ts": file(spec) });
  if (report.length > 0) throw new Error(report.join("\n"));
  const found = features.find(({ className }) => className === "V");
  if (found === undefined) throw new Error("no feature");
  return found.spec;
}

/** The spec with `options` besides key and id columns. */
const withOptions = (options: string) => specOf(`new FeatureSpec({ key: "v", idColumns: ["id"], ${options} })`);

function refused(spec: string): string {
  const { report } = linkFiles({ "src/v.ts": file(spec) });
  expect(report).toHaveLength(1);
  return report[0]?.split("\n")[0] ?? "";
}

const refusedOptions = (options: string) => refused(`new FeatureSpec({ key: "v", idColumns: ["id"], ${options} })`);

const text = (key: KeyDecl) => key.parts.map(({ value }) => value);

describe("a key", () => {
  it.each([
    ['"a/b"', ["a", "b"]],
    ['"a//b/"', ["a", "", "b", ""]],
    ['["a", "b"]', ["a", "b"]],
    ['new FeatureKey(["a", "b"])', ["a", "b"]],
    ['new FeatureKey("a/b")', ["a", "b"]],
    ['new FeatureKey(new FeatureKey("a"))', ["a"]],
    ["[]", []],
  ])("%s is read, whatever its parts", (key, parts) => {
    expect(text(specOf(`{ key: ${key}, idColumns: ["id"] }`).key)).toEqual(parts);
  });

  it("has a place for every part", () => {
    const source = file('{ key: "ab/cd", idColumns: ["id"] }');
    const { spec } = linkFiles({ "src/v.ts": source }).features.find(({ className }) => className === "V") ?? {};
    expect(spec?.key.parts.map(({ span }) => source.slice(span.start, span.end))).toEqual(["ab", "cd"]);
  });

  it.each([
    ["1", '`spec.key` must be a key such as "video/raw" or ["video", "raw"], found the number 1'],
    ["null", '`spec.key` must be a key such as "video/raw" or ["video", "raw"], found null'],
    ['["a", 1]', "`spec.key[1]` must be a string, found the number 1"],
    ['new FieldKey("a")', '`spec.key` must be a key such as "video/raw" or ["video", "raw"], found a FieldKey'],
    ["Up", '`spec.key` must be a key such as "video/raw" or ["video", "raw"], found the class Up'],
  ])("%s is refused", (key, message) => {
    expect(refused(`{ key: ${key}, idColumns: ["id"] }`)).toContain(
      `MXC1023 src/v.ts:5:24 ${message}`.replace("src/v.ts:5:24 `spec.key[1]`", "src/v.ts:5:30 `spec.key[1]`"),
    );
  });

  it("takes one argument", () => {
    expect(refused('{ key: new (FeatureKey as any)("a", "b"), idColumns: ["id"] }')).toContain(
      "MXC1026 src/v.ts:5:24 `FeatureKey` takes one key, found 2",
    );
  });
});

describe("a spec", () => {
  it("has Python's defaults", () => {
    const spec = specOf('new FeatureSpec({ key: "v", idColumns: ["id"] })');
    expect(spec.deps).toEqual([]);
    expect(spec.fields).toMatchObject([{ codeVersion: { value: "__metaxy_initial__" }, deps: [] }]);
    expect(spec.fields.map(({ key }) => text(key))).toEqual([["default"]]);
    expect(spec.metadata.entries).toEqual([]);
    expect(spec.description).toBeNull();
  });

  it.each([
    ["a plain object", '{ key: "v", idColumns: ["id"] }'],
    ["an object marked as const", '{ key: "v", idColumns: ["id"] } as const'],
    ["made with spreads", '{ ...{ key: "v" }, ...{ idColumns: ["id"] } }'],
    [
      "options that are undefined",
      'new FeatureSpec({ key: "v", idColumns: ["id"], description: undefined, deps: undefined })',
    ],
  ])("may be %s", (_, spec) => {
    expect(specOf(spec).idColumns.map(({ value }) => value)).toEqual(["id"]);
  });

  it("may be a constant", () => {
    const source = `${HEAD}const SPEC = new FeatureSpec({ key: "v", idColumns: ["id"] });\nexport class V extends BaseFeature { static readonly spec = SPEC; }`;
    expect(text(onlyFeature({ "src/v.ts": source }).spec.key)).toEqual(["v"]);
  });

  it("has metadata and a description", () => {
    const spec = withOptions('metadata: { owner: "ml", n: [1, null] }, description: "d"');
    expect(spec.metadata.entries.map(({ key }) => key)).toEqual(["owner", "n"]);
    expect(spec.description?.value).toBe("d");
    expect(withOptions("description: null").description).toBeNull();
  });

  it.each([
    ["1", "MXC1023 src/v.ts:5:17 `spec` must be a FeatureSpec, found the number 1"],
    ['new FeatureKey("a")', "MXC1023 src/v.ts:5:17 `spec` must be a FeatureSpec, found a FeatureKey"],
    ["new (FeatureSpec as any)()", "MXC1026 src/v.ts:5:17 `FeatureSpec` takes one object, found 0"],
    ['{ idColumns: ["id"] }', "MXC1025 src/v.ts:5:17 a FeatureSpec needs `key`"],
    ['{ key: "v" }', "MXC1025 src/v.ts:5:17 a FeatureSpec needs `idColumns`"],
    [
      '{ key: "v", idColumns: "id" }',
      'MXC1023 src/v.ts:5:40 `spec.idColumns` must be an array of strings such as ["a", "b"], found the string "id"',
    ],
    ['{ key: "v", idColumns: null }', "MXC1023 src/v.ts:5:40 `spec.idColumns` must be an array"],
    [
      '{ key: "v", idColumns: ["id", 1] }',
      "MXC1023 src/v.ts:5:47 `spec.idColumns[1]` must be a string, found the number 1",
    ],
    [
      '{ key: "v", idColumn: ["id"], idColumns: ["id"] }',
      "MXC1024 src/v.ts:5:29 a FeatureSpec has no option `idColumn`",
    ],
  ])("%s is refused", (spec, message) => {
    expect(refused(spec)).toContain(message);
  });

  it.each([
    ["deps: null", "`spec.deps` must be an array of feature classes, keys or FeatureDeps, found null"],
    ['deps: "abc"', '`spec.deps` must be an array of feature classes, keys or FeatureDeps, found the string "abc"'],
    ["deps: [1]", "`spec.deps[0]` must be a feature class or a feature key, found the number 1"],
    [
      "deps: [FieldsMapping.all()]",
      "`spec.deps[0]` must be a feature class or a feature key, found FieldsMapping.all(…)",
    ],
    ["fields: null", "`spec.fields` must be an array of names or FieldSpecs, found null"],
    ['fields: "a"', "`spec.fields` must be an array of names or FieldSpecs"],
    ['fields: [new FieldKey("a")]', "`spec.fields[0]` must be a name or a FieldSpec, found a FieldKey"],
    ['fields: [["a"]]', "`spec.fields[0]` must be a name or a FieldSpec, found an array"],
    [
      'fields: ["a", { key: "b", codeVersion: 1 }]',
      "`spec.fields[1].codeVersion` must be a string, found the number 1",
    ],
    ['fields: [{ key: "b", codeversion: "1" }]', "a FieldSpec has no option `codeversion`"],
    [
      "fields: [{ deps: null }]",
      "`spec.fields[0].deps` must be SpecialFieldDep.ALL or an array of FieldDeps, found null",
    ],
    ["fields: [{ deps: [Up] }]", "`spec.fields[0].deps[0]` must be a FieldDep, found the class Up"],
    ["fields: [{ deps: [{ fields: [] }] }]", "a FieldDep needs `feature`"],
    [
      'fields: [{ deps: [{ feature: Up, fields: "a" }] }]',
      "`spec.fields[0].deps[0].fields` must be SpecialFieldDep.ALL or an array of field keys",
    ],
    ["metadata: []", "`spec.metadata` must be an object, found an empty array"],
    ["metadata: null", "`spec.metadata` must be an object, found null"],
    ["description: 1", "`spec.description` must be a string, found the number 1"],
    ['deps: [{ feature: Up, select: "a" }]', "`spec.deps[0].select` must be an array of strings"],
    [
      "deps: [{ feature: Up, rename: [] }]",
      '`spec.deps[0].rename` must be an object such as { from: "to" }, found an empty array',
    ],
    ["deps: [{ feature: Up, rename: { a: 1 } }]", "`spec.deps[0].rename.a` must be a string, found the number 1"],
    ['deps: [{ feature: Up, rename: { "a b": 1 } }]', '`spec.deps[0].rename["a b"]` must be a string'],
    ["deps: [{ feature: Up, fieldsMapping: null }]", "`spec.deps[0].fieldsMapping` must be a FieldsMapping"],
    [
      "deps: [{ feature: Up, fieldsMapping: FieldsMapping.default({ matchSufix: true }) }]",
      "FieldsMapping.default has no option `matchSufix`",
    ],
    [
      'deps: [{ feature: Up, fieldsMapping: FieldsMapping.specific({ a: "b" }) }]',
      "`spec.deps[0].fieldsMapping.a` must be an array of field keys",
    ],
    ['deps: [{ feature: Up, lineage: "1:1" }]', "`spec.deps[0].lineage` must be a LineageRelationship"],
    ["deps: [{ feature: Up, lineage: LineageRelationship.expansion({}) }]", "LineageRelationship.expansion needs `on`"],
    [
      'deps: [{ feature: Up, lineage: LineageRelationship.expansion({ on: "id" }) }]',
      "`spec.deps[0].lineage.on` must be an array of strings",
    ],
    ["deps: [{ feature: Up, optional: 1 }]", "`spec.deps[0].optional` must be true or false, found the number 1"],
    ["deps: [new FeatureDep({ featur: Up } as any)]", "a FeatureDep has no option `featur`"],
  ])("with %s is refused", (options, message) => {
    const report = linkFiles({
      "src/v.ts": file(`new FeatureSpec({ key: "v", idColumns: ["id"], ${options} })`),
    }).report;
    expect(report[0]).toContain(message);
  });

  it("is refused for everything that is wrong with it, in one run", () => {
    const { report } = linkFiles({
      "src/v.ts": file('new FeatureSpec({ key: makeKey(), idColumns: "id", fields: [1], dep: [] })'),
    });
    expect(report.map((line) => line.slice(0, 7))).toEqual(["MXC1003", "MXC1023", "MXC1023", "MXC1024"]);
  });

  it("is refused at the smallest place", () => {
    expect(refusedOptions('fields: ["a", new FieldSpec({ key: "b", codeVersion: 12 })]')).toContain(
      "MXC1023 src/v.ts:5:117 ",
    );
  });
});

describe("dependencies", () => {
  it("are classes, keys, objects or FeatureDeps", () => {
    const { deps } = withOptions(
      'deps: [Up, "a/b", ["c"], new FeatureKey(["d"]), { feature: "e" }, new FeatureDep({ feature: Up })]',
    );
    expect(deps.map(({ feature }) => (feature.kind === "key" ? text(feature.key) : feature.id.name))).toEqual([
      "Up",
      ["a", "b"],
      ["c"],
      ["d"],
      ["e"],
      "Up",
    ]);
  });

  it("have Python's defaults", () => {
    for (const dep of withOptions("deps: [Up, { feature: Up }]").deps) {
      expect(dep).toMatchObject({
        select: null,
        rename: null,
        filters: null,
        optional: false,
        lineage: { kind: "identity" },
        fieldsMapping: { kind: "default", matchSuffix: false, excludeFields: [] },
      });
    }
  });

  it("keep their options", () => {
    const [dep] = withOptions(
      'deps: [{ feature: Up, select: ["a"], rename: { b: "a" }, filters: ["id = 1"], optional: true }]',
    ).deps;
    expect(dep?.select?.map(({ value }) => value)).toEqual(["a"]);
    expect(dep?.rename?.map(({ from, to }) => [from.value, to.value])).toEqual([["b", "a"]]);
    expect(dep?.filters?.map(({ value }) => value)).toEqual(["id = 1"]);
    expect(dep?.optional).toBe(true);
    expect(withOptions("deps: [{ feature: Up, select: null, rename: null, filters: null }]").deps[0]).toMatchObject({
      select: null,
      rename: null,
      filters: null,
    });
  });

  it.each([
    ['FieldsMapping.default({ matchSuffix: true, excludeFields: ["a/b"] })', { kind: "default", matchSuffix: true }],
    ["FieldsMapping.default()", { kind: "default", matchSuffix: false, excludeFields: [] }],
    ["FieldsMapping.all()", { kind: "all" }],
    ["FieldsMapping.none()", { kind: "none" }],
    [
      'FieldsMapping.specific({ "a/b": ["c", ["d", "e"]] })',
      {
        kind: "specific",
        mapping: [
          {
            field: { parts: [{ value: "a" }, { value: "b" }] },
            upstream: [{ parts: [{ value: "c" }] }, { parts: [{ value: "d" }, { value: "e" }] }],
          },
        ],
      },
    ],
  ])("map fields with %s", (mapping, expected) => {
    expect(withOptions(`deps: [{ feature: Up, fieldsMapping: ${mapping} }]`).deps[0]?.fieldsMapping).toMatchObject(
      expected,
    );
  });

  it.each([
    ["LineageRelationship.identity()", { kind: "identity" }],
    ["LineageRelationship.aggregation()", { kind: "aggregation", on: null }],
    ["LineageRelationship.aggregation({ on: null })", { kind: "aggregation", on: null }],
    ['LineageRelationship.aggregation({ on: ["id"] })', { kind: "aggregation", on: [{ value: "id" }] }],
    [
      'LineageRelationship.expansion({ on: [], idGenerationPattern: "{id}" })',
      { kind: "expansion", on: [], idGenerationPattern: "{id}" },
    ],
  ])("relate rows with %s", (lineage, expected) => {
    expect(withOptions(`deps: [{ feature: Up, lineage: ${lineage} }]`).deps[0]?.lineage).toMatchObject(expected);
  });
});

describe("fields", () => {
  it("are names, objects or FieldSpecs", () => {
    const { fields } = withOptions(
      'fields: ["a/b", { key: ["c"], codeVersion: "" }, new FieldSpec({ key: new FieldKey("d") }), {}]',
    );
    expect(fields.map(({ key, codeVersion }) => [text(key).join("/"), codeVersion.value])).toEqual([
      ["a/b", "__metaxy_initial__"],
      ["c", ""],
      ["d", "__metaxy_initial__"],
      ["default", "__metaxy_initial__"],
    ]);
  });

  it("may be none", () => {
    expect(withOptions("fields: []").fields).toEqual([]);
  });

  it("depend on all fields, or on some", () => {
    const { fields } = withOptions(`fields: [
      { key: "a", deps: SpecialFieldDep.ALL },
      { key: "b", deps: "__METAXY_ALL_DEP__" as any },
      { key: "c", deps: [new FieldDep({ feature: Up, fields: ["x", ["y", "z"]] }), { feature: "up" }, { feature: Up, fields: SpecialFieldDep.ALL }] },
    ]`);
    expect(
      fields.map(({ deps }) =>
        deps === "all" ? deps : deps.map((dep) => (dep.fields === "all" ? "all" : dep.fields.map(text))),
      ),
    ).toEqual(["all", "all", [[["x"], ["y", "z"]], "all", "all"]]);
  });
});
