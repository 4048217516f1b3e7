// FeatureDep, FieldsMapping and LineageRelationship (models/feature_spec.py, fields_mapping.py, lineage.py).

import {
  type ExpansionOptions,
  FeatureDep,
  type FeatureDepOptions,
  FieldKey,
  FieldsMapping,
  LineageRelationship,
} from "metaxy-compile/dsl";
import { describe, expect, it } from "vitest";

describe("FeatureDep", () => {
  it("fills in Python's defaults, in Python's order", () => {
    expect(JSON.stringify(new FeatureDep({ feature: "up" }))).toBe(
      '{"feature":"up","select":null,"rename":null,"fields_mapping":{"mapping":{"type":"default","match_suffix":false,' +
        '"exclude_fields":[]}},"sql_filters":null,"lineage":{"relationship":{"type":"1:1"}},"optional":false}',
    );
  });

  it("tells no selection from an empty one", () => {
    expect(new FeatureDep({ feature: "up", select: null }).select).toBeNull();
    expect(new FeatureDep({ feature: "up", select: [] }).select).toEqual([]);
  });

  it("selects names as they are after renaming", () => {
    const swap = new FeatureDep({ feature: "up", rename: { x: "y", y: "x" }, select: ["x"] });
    expect(swap.toJSON()).toMatchObject({ select: ["x"], rename: { x: "y", y: "x" } });
  });

  it("takes null where Python takes None", () => {
    const dep = new FeatureDep({ feature: "up", select: null, rename: null, filters: null });
    expect(dep.toJSON()).toEqual(new FeatureDep({ feature: "up" }).toJSON());
  });

  it.each([
    [{ select: "x" }, "FeatureDep.select: expected an array, found the string 'x'"],
    [{ select: ["old"], rename: { old: "new" } }, "FeatureDep.select: 'old' is renamed to 'new'; select that name"],
    [{ rename: ["x"] }, "FeatureDep.rename: expected an object from old to new column names, found an array"],
    [{ rename: { x: 1 } }, "FeatureDep.rename.x: expected a string, found the number 1"],
    [{ rename: { x: "" } }, "FeatureDep.rename.x: must not be empty"],
    [{ rename: { x: "metaxy_data_version" } }, "'metaxy_data_version' is a system column"],
    [{ rename: { x: "z", y: "z" } }, "FeatureDep.rename.y: another column is already renamed to 'z'"],
    [{ filters: "a = 1" }, "FeatureDep.filters: expected an array, found the string 'a = 1'"],
    [{ filters: [" "] }, "FeatureDep.filters[0]: must not be empty"],
    [{ fieldsMapping: null }, "FeatureDep.fieldsMapping: expected a FieldsMapping, found null"],
    [{ fieldsMapping: {} }, "FeatureDep.fieldsMapping: expected a FieldsMapping, found an object"],
    [{ lineage: null }, "FeatureDep.lineage: expected a LineageRelationship, found null"],
    [{ optional: 1 }, "FeatureDep.optional: expected true or false, found the number 1"],
    [{ sql_filters: ["a"] }, "FeatureDep: unknown option 'sql_filters'"],
    [{ fields_mapping: null }, "FeatureDep: unknown option 'fields_mapping'; did you mean 'fieldsMapping'?"],
  ])("refuses %j", (options, reason) => {
    expect(() => new FeatureDep({ feature: "up", ...options } as FeatureDepOptions)).toThrow(reason);
  });
});

describe("FieldsMapping", () => {
  it.each([
    [FieldsMapping.default(), { type: "default", match_suffix: false, exclude_fields: [] }],
    [
      FieldsMapping.default({ matchSuffix: true, excludeFields: ["b", ["a", "c"], new FieldKey("d")] }),
      { type: "default", match_suffix: true, exclude_fields: ["b", "a/c", "d"] },
    ],
    [FieldsMapping.all(), { type: "all" }],
    [FieldsMapping.none(), { type: "none" }],
  ])("%# is written as Python writes it", (mapping, expected) => {
    expect(mapping.toJSON()).toEqual({ mapping: expected });
  });

  it("writes specific upstream fields as sorted sets of parts", () => {
    const mapping = FieldsMapping.specific({ "down/key": ["a_b", "up", "a/z", "a-b", "up", "a"], empty: [] });
    expect(mapping.toJSON()).toEqual({
      mapping: {
        type: "specific",
        mapping: { "down/key": [["a"], ["a", "z"], ["a-b"], ["a_b"], ["up"]], empty: [] },
      },
    });
  });

  it.each([
    [() => FieldsMapping.default({ matchSuffix: "yes" as never }), "FieldsMapping.default.matchSuffix: expected true"],
    [() => FieldsMapping.default({ excludeFields: "x" as never }), "excludeFields: expected an array"],
    [() => FieldsMapping.default({ excludeFields: ["X"] }), "excludeFields[0]: FieldKey: first part 'X'"],
    [() => FieldsMapping.default({ match_suffix: true } as never), "did you mean 'matchSuffix'?"],
    [() => FieldsMapping.specific({ Bad: ["up"] }), "FieldsMapping.specific key: FieldKey: first part 'Bad'"],
    [() => FieldsMapping.specific({ down: "up" as never }), "FieldsMapping.specific['down']: expected an array"],
    [() => FieldsMapping.specific(null as never), "expected an object of field keys, found null"],
  ])("%# refuses what Python refuses", (make, reason) => {
    expect(make).toThrow(reason);
  });
});

describe("LineageRelationship", () => {
  it.each([
    [LineageRelationship.identity(), { type: "1:1" }],
    [LineageRelationship.aggregation(), { type: "N:1", on: null }],
    [LineageRelationship.aggregation({ on: ["a"] }), { type: "N:1", on: ["a"] }],
    [LineageRelationship.aggregation({ on: [] }), { type: "N:1", on: [] }],
    [LineageRelationship.expansion({ on: ["a"] }), { type: "1:N", on: ["a"], id_generation_pattern: null }],
    [
      LineageRelationship.expansion({ on: [], idGenerationPattern: "{a}-{n}" }),
      { type: "1:N", on: [], id_generation_pattern: "{a}-{n}" },
    ],
  ])("%# is written as Python writes it", (lineage, expected) => {
    expect(lineage.toJSON()).toEqual({ relationship: expected });
  });

  it.each([
    [() => LineageRelationship.aggregation({ on: "a" as never }), "aggregation.on: expected an array"],
    [() => LineageRelationship.expansion({} as ExpansionOptions), "LineageRelationship.expansion.on: is required"],
    [() => LineageRelationship.expansion({ on: null } as never), "expansion.on: expected an array, found null"],
    [() => LineageRelationship.expansion({ on: ["a"], idPattern: "" } as never), "unknown option 'idPattern'"],
  ])("%# refuses what Python refuses", (make, reason) => {
    expect(make).toThrow(reason);
  });
});
