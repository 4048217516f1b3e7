// FeatureSpec, FieldSpec and FieldDep: defaults and refusals (models/feature_spec.py, models/field.py).

import {
  BaseFeature,
  BaseSQLModelFeature,
  FeatureDep,
  FeatureKey,
  FeatureSpec,
  FieldDep,
  FieldKey,
  FieldSpec,
  float,
  PythonFloat,
  SpecialFieldDep,
} from "metaxy-compile/dsl";
import { describe, expect, it } from "vitest";

class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "video/raw", idColumns: ["id"] };
}

const minimal = { key: "a", idColumns: ["id"] };

/** What is thrown for values that the types already refuse. */
function specError(options: object): string {
  try {
    new FeatureSpec({ ...minimal, ...options } as never);
  } catch (error) {
    return String(error);
  }
  return "nothing";
}

describe("FeatureSpec", () => {
  it("fills in Python's defaults", () => {
    expect(new FeatureSpec(minimal).toJSON()).toEqual({
      key: "a",
      id_columns: ["id"],
      deps: [],
      fields: [{ key: "default", code_version: "__metaxy_initial__", deps: [] }],
      metadata: {},
      description: null,
    });
  });

  it("writes its JSON in Python's order", () => {
    expect(Object.keys(new FeatureSpec(minimal).toJSON())).toEqual([
      "key",
      "id_columns",
      "deps",
      "fields",
      "metadata",
      "description",
    ]);
  });

  it("takes dependencies in every form", () => {
    const spec = new FeatureSpec({
      ...minimal,
      deps: [
        Video,
        "b",
        ["c", "d"],
        new FeatureKey("e"),
        new FeatureDep({ feature: "f" }),
        { feature: "g", select: [] },
      ],
    });
    expect(spec.deps.map((dep) => String(dep.feature))).toEqual(["video/raw", "b", "c/d", "e", "f", "g"]);
    expect(spec.deps.at(-1)?.select).toEqual([]);
  });

  it("takes fields in every form", () => {
    const spec = new FeatureSpec({ ...minimal, fields: ["a/b", new FieldSpec({ key: "c" }), { codeVersion: "1" }] });
    expect(spec.fields.map((field) => [String(field.key), field.codeVersion])).toEqual([
      ["a/b", "__metaxy_initial__"],
      ["c", "__metaxy_initial__"],
      ["default", "1"],
    ]);
  });

  it("may have no fields", () => {
    expect(new FeatureSpec({ ...minimal, fields: [] }).fields).toEqual([]);
  });

  it("takes an undefined option for an absent one", () => {
    const options = { deps: undefined, fields: undefined, metadata: undefined, description: undefined };
    expect(new FeatureSpec({ ...minimal, ...options }).toJSON()).toEqual(new FeatureSpec(minimal).toJSON());
  });

  it("can be made from itself", () => {
    const spec = new FeatureSpec({ ...minimal, deps: [Video], fields: ["x"], metadata: { n: 1 }, description: "d" });
    expect(new FeatureSpec(spec).toJSON()).toEqual(spec.toJSON());
  });

  it.each([
    [{ idColumns: undefined }, "FeatureSpec.idColumns: is required"],
    [{ key: undefined }, "FeatureSpec.key: is required"],
    [{ idColumns: [] }, "FeatureSpec.idColumns: needs at least one column"],
    [{ idColumns: "id" }, "FeatureSpec.idColumns: expected an array, found the string 'id'"],
    [{ idColumns: ["a", "b", "a"] }, "column 'a' is given twice"],
    [{ idColumns: [""] }, "FeatureSpec.idColumns[0]: must not be empty"],
    [{ idColumns: ["metaxy_created_at"] }, "'metaxy_created_at' is a system column"],
    [{ idColumns: [1] }, "FeatureSpec.idColumns[0]: expected a string, found the number 1"],
    [{ key: [] }, "FeatureSpec.key: FeatureKey: needs at least one part"],
    [{ key: Video }, "FeatureSpec.key: FeatureKey: expected"],
    [{ key: "metaxy-system/mine" }, "would be one of Metaxy's own tables"],
    [{ key: "metaxy_system/events" }, "would be one of Metaxy's own tables"],
    [{ deps: null }, "FeatureSpec.deps: expected an array, found null"],
    [{ deps: "abc" }, "FeatureSpec.deps: expected an array, found the string 'abc'"],
    [{ deps: ["b", undefined] }, "FeatureSpec.deps[1]: FeatureDep.feature: is undefined"],
    [{ deps: [null] }, "FeatureSpec.deps[0]: FeatureDep.feature: FeatureKey: expected"],
    [{ deps: [BaseFeature] }, "FeatureDep.feature: 'BaseFeature': is not a feature class with a spec"],
    [{ deps: [["a"]] }, "FeatureSpec.deps: 'a' depends on itself"],
    [{ fields: null }, "FeatureSpec.fields: expected an array, found null"],
    [{ fields: ["x", { key: "x" }] }, "FeatureSpec.fields: field 'x' is given twice"],
    [{ fields: [["x"]] }, "FeatureSpec.fields[0]: FieldSpec: expected a key"],
    [{ fields: [new FieldKey("x")] }, "FeatureSpec.fields[0]: FieldSpec: unknown option 'parts'"],
    [{ metadata: null }, "FeatureSpec.metadata: expected a plain object, found null"],
    [{ metadata: [1] }, "FeatureSpec.metadata: expected a plain object, found an array"],
    [{ description: 1 }, "FeatureSpec.description: expected a string, found the number 1"],
    [{ id_columns: ["id"] }, "FeatureSpec: unknown option 'id_columns'; did you mean 'idColumns'?"],
    [{ feilds: ["id"] }, "FeatureSpec: unknown option 'feilds'; did you mean 'fields'?"],
    [{ colour: "red" }, "FeatureSpec: unknown option 'colour'"],
  ])("refuses %j", (options, reason) => {
    expect(specError(options)).toContain(reason);
  });

  it("suggests nothing when no option is near", () => {
    expect(specError({ colour: "red" })).not.toContain("did you mean");
  });

  it("is frozen all the way down", () => {
    const spec = new FeatureSpec({ ...minimal, deps: [Video], metadata: { list: [{ n: 1 }] } });
    expect(findThawed(spec)).toEqual([]);
  });
});

describe("metadata", () => {
  const metadataOf = (metadata: object) => new FeatureSpec({ ...minimal, metadata } as never).metadata;

  it("drops what is undefined and copies the rest", () => {
    const list = [1, null, { b: true, c: undefined }];
    const metadata = metadataOf({ list, gone: undefined });
    list.push("later" as never);
    expect(metadata).toEqual({ list: [1, null, { b: true }] });
    expect(Object.keys(metadata)).toEqual(["list"]);
  });

  it("keeps floats for the printer and large integers as bigints", () => {
    const metadata = metadataOf({ one: float(1), small: 5n, large: 2n ** 64n });
    expect(metadata.one).toBeInstanceOf(PythonFloat);
    expect(metadata).toMatchObject({ small: 5, large: 2n ** 64n });
  });

  it("keeps a key named __proto__", () => {
    expect(Object.keys(metadataOf(JSON.parse('{"__proto__": {"a": 1}}')))).toEqual(["__proto__"]);
  });

  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  it.each([
    ["a date", { at: new Date(0) }, "FeatureSpec.metadata.at: expected JSON data, found an instance of Date"],
    ["a function", { deep: [{ f: () => 1 }] }, "FeatureSpec.metadata.deep[0].f: expected JSON data"],
    ["a number that JSON lacks", { n: Number.NaN }, "FeatureSpec.metadata.n: expected JSON data, found the number NaN"],
    ["undefined in a list", { list: [undefined] }, "FeatureSpec.metadata.list[0]: expected JSON data, found undefined"],
    ["a cycle", cyclic, "FeatureSpec.metadata.self: contains itself"],
  ])("refuses %s", (_what, metadata, reason) => {
    expect(() => metadataOf(metadata)).toThrow(reason);
  });
});

describe("float", () => {
  it("counts like the number it marks", () => {
    expect(float(1) + 1).toBe(2);
    expect(`${float(2.5)}`).toBe("2.5");
    expect(JSON.stringify({ x: float(1) })).toBe('{"x":1}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, "1" as never])("refuses %j", (value) => {
    expect(() => float(value)).toThrow("expected a finite number");
  });
});

describe("FieldSpec", () => {
  it("fills in Python's defaults", () => {
    expect(new FieldSpec({}).toJSON()).toEqual({ key: "default", code_version: "__metaxy_initial__", deps: [] });
  });

  it("takes all fields, explicit parents, or an empty code version", () => {
    const dep = { feature: Video, fields: ["x", ["y", "z"], new FieldKey("w")] };
    expect(new FieldSpec({ deps: SpecialFieldDep.ALL }).toJSON().deps).toBe("__METAXY_ALL_DEP__");
    expect(new FieldSpec({ codeVersion: "" }).codeVersion).toBe("");
    expect(new FieldSpec({ deps: [dep, new FieldDep(dep)] }).toJSON().deps).toEqual([
      { feature: "video/raw", fields: ["x", "y/z", "w"] },
      { feature: "video/raw", fields: ["x", "y/z", "w"] },
    ]);
  });

  it.each([
    ["x", "FieldSpec: expected an options object, found the string 'x'"],
    [{ codeVersion: 1 }, "FieldSpec.codeVersion: expected a string, found the number 1"],
    [{ codeVersion: null }, "FieldSpec.codeVersion: expected a string, found null"],
    [{ key: null }, "FieldSpec.key: FieldKey: expected"],
    [{ deps: null }, "FieldSpec.deps: expected an array, found null"],
    [{ deps: "all" }, "FieldSpec.deps: expected SpecialFieldDep.ALL or an array, found 'all'"],
    [{ deps: ["video"] }, "FieldSpec.deps[0]: FieldDep: expected an options object"],
    [{ code_version: "1" }, "FieldSpec: unknown option 'code_version'; did you mean 'codeVersion'?"],
  ])("refuses %j", (options, reason) => {
    expect(() => new FieldSpec(options as never)).toThrow(reason);
  });
});

describe("FieldDep", () => {
  it("depends on all fields unless it says which", () => {
    expect(new FieldDep({ feature: "a" }).toJSON()).toEqual({ feature: "a", fields: "__METAXY_ALL_DEP__" });
    expect(new FieldDep({ feature: "a", fields: [] }).toJSON()).toEqual({ feature: "a", fields: [] });
  });

  it.each([
    [{}, "FieldDep.feature: is undefined"],
    [{ feature: "a", fields: "x" }, "FieldDep.fields: expected SpecialFieldDep.ALL or an array, found 'x'"],
    [{ feature: "a", fields: null }, "FieldDep.fields: expected an array, found null"],
    [{ feature: "a", field: ["x"] }, "FieldDep: unknown option 'field'; did you mean 'fields'?"],
  ])("refuses %j", (options, reason) => {
    expect(() => new FieldDep(options as never)).toThrow(reason);
  });
});

/** Paths of objects that can still be changed. */
function findThawed(value: unknown, path = "spec"): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => findThawed(item, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}
