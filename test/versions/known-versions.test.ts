// Versions that Python Metaxy's own tests and examples record (facts of Metaxy 0.1).

import { describe, expect, test } from "vitest";
import type { FeatureDecl } from "../../src/model/feature.ts";
import type { GraphVersions } from "../../src/model/versions.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { versionFeatures } from "../../src/versions/versions.ts";
import { type FieldInput, feature, noHost, resolveOptions } from "../resolve/declare.ts";

function versions(decls: readonly FeatureDecl[], hashTruncationLength = 8): GraphVersions {
  const graph = resolve({ features: decls, broken: [], brokenKeys: [] }, resolveOptions, noHost);
  return versionFeatures(graph.value, { hashTruncationLength }).value;
}

function of(found: GraphVersions, key: string) {
  const versions = found.features.get(key);
  if (versions === undefined) throw new Error(`no feature ${key}`);
  return versions;
}

/** A field with a code version. */
const at = (key: string, codeVersion: string, deps?: FieldInput["deps"]): FieldInput => ({
  key,
  codeVersion,
  ...(deps === undefined ? {} : { deps }),
});

describe("one feature", () => {
  test("has the feature, spec and definition versions of its spec and schema", () => {
    const found = of(
      versions([feature({ key: "test/feature", className: "TestFeature", fields: [at("default", "1")] })]),
      "test/feature",
    );
    expect(found.featureVersion).toBe("d26937b1");
    expect(found.featureSpecVersion).toBe("a5eea973");
    expect(found.definitionVersion).toBe("08961080");
  });

  test("has a spec version that is only cut short, so a longer one starts with it", () => {
    const decls = [feature({ key: "test/feature", className: "TestFeature", fields: [at("default", "1")] })];
    expect(of(versions(decls, 64), "test/feature").featureSpecVersion).toBe(
      "a5eea97303ca5d59e58e90c9e1f42e0d91c1944603f3b92ecf25d50f07c53b49",
    );
  });

  test("takes the class's name into its definition version, but not the project", () => {
    const input = { key: "test/deterministic", className: "TestFeature", fields: [at("default", "1")] };
    expect(of(versions([feature(input)]), "test/deterministic").definitionVersion).toBe("042a2c29");
    expect(of(versions([feature({ ...input, project: "p" })]), "test/deterministic").definitionVersion).toBe(
      "042a2c29",
    );
  });

  test("without a field list has the field 'default'", () => {
    expect(of(versions([feature({ key: "my_feature" })]), "my_feature").fieldVersions).toEqual(
      new Map([["default", "433788cb"]]),
    );
  });

  test("without any field has the hash of nothing", () => {
    expect(of(versions([feature({ key: "a", fields: [] })]), "a").featureVersion).toBe("e3b0c442");
  });

  test.each([
    ["multi", ["frames 1", "audio 1", "metadata 2"], "9211da88"],
    ["video", ["frames 1"], "71b158c9"],
    ["multi/field", ["frames 1", "audio 1", "subtitles 2"], "b7c55714"],
    ["snapshot/ids", ["amount 1"], "e3ee548f"],
    ["multi/key", ["event 1", "metric 1"], "70c01863"],
    ["user/activity", ["activity_type 1", "duration 1"], "5533def7"],
  ])("%s has the feature version of its fields", (key, fields, expected) => {
    const inputs = fields.map((text) => at(text.split(" ")[0] ?? "", text.split(" ")[1] ?? ""));
    expect(of(versions([feature({ key, fields: inputs })]), key).featureVersion).toBe(expected);
  });

  test.each([
    [[at("default", "1")], "08d017a7"],
    [[at("metadata", "3"), at("audio", "2"), at("frames", "1")], "f73ebda5"],
  ])("has a code version without keys of features and without the order of fields", (fields, expected) => {
    expect(of(versions([feature({ key: "a", fields })]), "a").codeVersion).toBe(expected);
    expect(of(versions([feature({ key: "b/c", fields })]), "b/c").codeVersion).toBe(expected);
  });

  test.each([
    [["sample_uid"], "5601837d"],
    [["user_id"], "63d10f14"],
    [["user_id", "session_id"], "7e10afa8"],
  ])("has a spec version that depends on id columns %j", (idColumns, expected) => {
    expect(of(versions([feature({ key: "test", idColumns })]), "test").featureSpecVersion).toBe(expected);
  });
});

describe("a feature with dependencies", () => {
  test("has other versions than the same feature without", () => {
    const found = versions([
      feature({ key: "test_deps/upstream", fields: [at("default", "1")] }),
      feature({ key: "test_deps/downstream/with_deps", fields: [at("default", "1")], deps: ["test_deps/upstream"] }),
      feature({ key: "test_deps/downstream/no_deps", fields: [at("default", "1")] }),
    ]);
    expect(of(found, "test_deps/downstream/with_deps").featureVersion).toBe("aad886d8");
    expect(of(found, "test_deps/downstream/no_deps").featureVersion).toBe("53ba2566");
  });

  test("hands versions down a chain", () => {
    const found = versions([
      feature({ key: "c", fields: [at("final", "3")], deps: ["b"] }),
      feature({ key: "b", fields: [at("processed", "2")], deps: ["a"] }),
      feature({ key: "a", fields: [at("raw", "1")] }),
    ]);
    expect(of(found, "a").fieldVersions.get("raw")).toBe("520c9eec");
    expect(of(found, "b").fieldVersions.get("processed")).toBe("292266cd");
    expect(of(found, "c").fieldVersions.get("final")).toBe("f8bffcec");
  });

  test("hands versions through both sides of a diamond", () => {
    const found = versions([
      feature({ key: "root", fields: [at("data", "1")] }),
      feature({ key: "branch_left", fields: [at("left_processed", "2")], deps: ["root"] }),
      feature({ key: "branch_right", fields: [at("right_processed", "3")], deps: ["root"] }),
      feature({ key: "merged", fields: [at("fusion", "4")], deps: ["branch_left", "branch_right"] }),
    ]);
    const fields = [...found.features.values()].flatMap((versions) => [...versions.fieldVersions]);
    expect(fields).toEqual([
      ["data", "27a4d760"],
      ["left_processed", "48a24e78"],
      ["right_processed", "1076c04e"],
      ["fusion", "7e0db82d"],
    ]);
  });

  test("takes explicit parents instead of mapped ones", () => {
    const from = (name: string, ...fields: string[]) => ({ feature: name, fields });
    const found = versions([
      feature({ key: "raw_video", fields: [at("frames", "1"), at("audio", "1")] }),
      feature({ key: "raw_metadata", fields: [at("info", "1")] }),
      feature({
        key: "processed_video",
        deps: ["raw_video"],
        fields: [
          at("enhanced_frames", "5", [from("raw_video", "frames")]),
          at("normalized_audio", "3", [from("raw_video", "audio")]),
        ],
      }),
      feature({
        key: "analysis",
        deps: ["processed_video", "raw_metadata"],
        fields: [
          at("full_analysis", "10", "all"),
          at("visual_metadata", "7", [
            from("processed_video", "enhanced_frames"),
            { feature: "raw_metadata", fields: "all" },
          ]),
        ],
      }),
    ]);
    const fields = Object.fromEntries([...found.features.values()].flatMap((versions) => [...versions.fieldVersions]));
    expect(fields).toEqual({
      frames: "3da1d981",
      audio: "aa2eb771",
      info: "762fd106",
      enhanced_frames: "3aaeb0d3",
      normalized_audio: "ecece8e4",
      full_analysis: "73d07532",
      visual_metadata: "ce3eb310",
    });
  });

  test("differs only by key where explicit parents are the mapped ones", () => {
    const upstream = "test_field_deps/upstream";
    const found = versions([
      feature({ key: upstream, fields: [at("frames", "1"), at("audio", "1")] }),
      feature({ key: "test_field_deps/downstream/no_deps", deps: [upstream], fields: [at("default", "1")] }),
      feature({
        key: "test_field_deps/downstream/with_deps",
        deps: [upstream],
        fields: [at("default", "1", [{ feature: upstream, fields: ["frames", "audio"] }])],
      }),
    ]);
    expect(of(found, "test_field_deps/downstream/no_deps").featureVersion).toBe("758254e7");
    expect(of(found, "test_field_deps/downstream/with_deps").featureVersion).toBe("32f6987c");
  });

  test.each([["parent", "parent_data", "143c0769", "child", "child_data", "246c767b"]])(
    "maps %s.%s by default",
    (parent, parentField, parentVersion, child, childField, childVersion) => {
      const found = versions([
        feature({ key: parent, fields: [at(parentField, "1")] }),
        feature({ key: child, fields: [at(childField, "1")], deps: [parent] }),
      ]);
      expect(of(found, parent).featureVersion).toBe(parentVersion);
      expect(of(found, child).featureVersion).toBe(childVersion);
    },
  );

  test("depends on one field of several", () => {
    const found = versions([
      feature({ key: "user/activity", fields: [at("activity_type", "1"), at("duration", "1")] }),
      feature({
        key: "user/summary",
        deps: ["user/activity"],
        fields: [at("total_duration", "1", [{ feature: "user/activity", fields: ["duration"] }])],
      }),
    ]);
    expect(of(found, "user/summary").featureVersion).toBe("96611262");
  });

  test("has a spec version over renames and selections", () => {
    const complex = feature({
      key: "complex/feature",
      deps: [
        { feature: "upstream/one", rename: { col1: "renamed_col1" }, select: ["renamed_col1", "col2"] },
        "upstream/two",
      ],
      fields: [at("field1", "1"), at("field2", "2")],
    });
    const columns = feature({
      key: "test/columns",
      deps: [{ feature: "upstream", rename: { col1: "new_col1", col2: "new_col2" }, select: ["new_col1", "new_col2"] }],
      fields: [at("default", "1")],
    });
    const many = feature({
      key: "complex/multi/dep",
      deps: [
        {
          feature: "upstream/one",
          rename: { a: "upstream1_a", b: "upstream1_b" },
          select: ["upstream1_a", "upstream1_b", "c"],
        },
        { feature: "upstream/two", select: [] },
        { feature: "upstream/three", rename: { col: "renamed_col" } },
      ],
      fields: [at("field1", "1"), at("field2", "2"), at("field3", "3")],
    });
    const found = versions([complex, columns, many]);
    expect(of(found, "complex/feature").featureSpecVersion).toBe("6d18d012");
    expect(of(found, "test/columns").featureSpecVersion).toBe("64c42b1b");
    expect(of(found, "complex/multi/dep").featureSpecVersion).toBe("8d025e6b");
  });
});

describe("a project", () => {
  test("hashes definition versions in the order of keys", () => {
    const found = versions([
      feature({ key: "downstream", className: "Downstream", deps: ["upstream"], fields: [at("result", "1")] }),
      feature({ key: "upstream", className: "Upstream", fields: [at("value", "1")] }),
    ]);
    expect(of(found, "upstream").definitionVersion).toBe("fb62c0eb");
    expect(of(found, "downstream").definitionVersion).toBe("25d49159");
    expect(of(found, "upstream").featureVersion).toBe("414ff48a");
    expect(of(found, "downstream").featureVersion).toBe("d4bebcbe");
    expect(found.projectVersion).toBe("3721af47");
  });

  test("without features is 'empty'", () => expect(versions([]).projectVersion).toBe("empty"));

  test("leaves features of other projects out", () => {
    const decls = [feature({ key: "a", project: "one" }), feature({ key: "b", project: "two" })];
    const graph = resolve(
      { features: decls, broken: [], brokenKeys: [] },
      { ...resolveOptions, project: "one" },
      noHost,
    );
    const both = versionFeatures(graph.value, { hashTruncationLength: 8 }).value;
    expect(both.projectVersion).toBe(versions(decls.slice(0, 1)).projectVersion);
  });

  test("has no version among several", () => {
    const decls = [feature({ key: "a", project: "one" }), feature({ key: "b", project: "two" })];
    const graph = resolve(
      { features: decls, broken: [], brokenKeys: [] },
      { ...resolveOptions, allProjects: true },
      noHost,
    );
    expect(versionFeatures(graph.value, { hashTruncationLength: 8 }).value.projectVersion).toBeNull();
  });
});

test("a longer truncation changes what depends on a truncated version, not just its length", () => {
  const decls = [
    feature({ key: "a", fields: [at("raw", "1")] }),
    feature({ key: "b", fields: [at("processed", "2")], deps: ["a"] }),
  ];
  const [short, long] = [of(versions(decls, 8), "b"), of(versions(decls, 12), "b")];
  expect(long.featureVersion).toHaveLength(12);
  expect(long.featureVersion.startsWith(short.featureVersion)).toBe(false);
});
