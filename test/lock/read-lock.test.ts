import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readLock } from "../../src/lock/read-lock.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { versionFeatures } from "../../src/versions/versions.ts";
import { codesOf, feature, hostOf, noHost, resolveOptions } from "../resolve/declare.ts";

/** Written by Python Metaxy 0.1.11 for two features of another project. */
const text = readFileSync(new URL("metaxy.lock", import.meta.url), "utf8");
const { value: locked, diagnostics } = readLock("metaxy.lock", hostOf({ "metaxy.lock": text }));

test("every entry is read, in the order of keys", () => {
  expect(diagnostics).toEqual([]);
  expect(locked.map(({ key, project, spec }) => ({ key, project, deps: spec.deps.length }))).toEqual([
    { key: "camera", project: "recordings", deps: 0 },
    { key: "video/shot", project: "recordings", deps: 2 },
  ]);
  expect(locked.map(({ span }) => text.slice(span.start, span.end))).toEqual(["camera", '"video/shot"']);
  expect(locked.map(({ columns }) => columns)).toEqual([["camera_id", "model"], ["shot_id"]]);
});

test("specs get back the nulls that TOML leaves out, and floats stay floats", () => {
  const graph = resolve({ features: [], broken: [], brokenKeys: [] }, { ...resolveOptions, locked }, noHost).value;
  const { features } = versionFeatures(graph, { hashTruncationLength: 8 }).value;
  expect(features.get("camera")?.featureSpecVersion).toBe("fdfd668e");
  expect(features.get("video/shot")?.featureSpecVersion).toBe("eb92f02f");
  expect(features.get("video/shot")?.codeVersion).toBe("274c94bb");
});

test("a feature that depends on a locked one has the version Python gives it", () => {
  const faces = feature({ key: "faces", deps: ["video/shot"], project: "mine" });
  const options = { ...resolveOptions, locked };
  const graph = resolve({ features: [faces], broken: [], brokenKeys: [] }, options, noHost);
  expect(graph.diagnostics.map(({ code }) => code)).toEqual(["MXC2024"]);
  expect(graph.value.features.map(({ key, selected }) => [key, selected])).toEqual([
    ["camera", false],
    ["video/shot", false],
    ["faces", true],
  ]);
  const versions = versionFeatures(graph.value, { hashTruncationLength: 8 }).value;
  expect(versions.features.get("faces")?.featureVersion).toBe("5fd319c3");
  expect(versions.features.get("camera")?.featureVersion).toBe("0c822e00");
  expect(versions.projectVersion).toBe(
    versionFeatures({ ...graph.value, features: graph.value.features.slice(2) }, { hashTruncationLength: 8 }).value
      .projectVersion,
  );
});

test("a class with a locked feature's key takes its place", () => {
  const camera = feature({ key: "camera", fields: ["lens"] });
  const graph = resolve(
    { features: [camera], broken: [], brokenKeys: [] },
    { ...resolveOptions, locked },
    noHost,
  ).value;
  expect(graph.byKey.get("camera")?.locked).toBeNull();
});

test("unknown fields and columns of a locked feature are reported", () => {
  const faces = feature({
    key: "faces",
    idColumns: ["id"],
    deps: [{ feature: "video/shot", select: ["path"] }],
    fields: [{ key: "boxes", deps: [{ feature: "video/shot", fields: ["e"] }] }],
  });
  expect(codesOf([faces], { locked })).toEqual(["MXC2066", "MXC2086", "MXC2024"]);
});

describe("mistakes", () => {
  const codes = (content: string) => readLock("metaxy.lock", hostOf({ "metaxy.lock": content })).diagnostics;

  test("no lock file is no mistake", () => {
    expect(readLock(null, noHost)).toEqual({ value: [], diagnostics: [] });
    expect(readLock("metaxy.lock", noHost)).toEqual({ value: [], diagnostics: [] });
  });

  test("text that is not TOML is reported where it stops being TOML", () => {
    const [found] = codes("[features]\na = \n");
    expect(found?.code).toBe("MXC2100");
    expect(found?.primary?.start).toBeGreaterThan(10);
  });

  test("TOML without features is no lock file", () =>
    expect(codes("a = 1").map(({ code }) => code)).toEqual(["MXC2100"]));

  test("an empty lock file is fine", () => expect(codes("[features]\n")).toEqual([]));

  test.each([
    ["feature_schema = ", 'feature_schema = 1 # "'],
    ["project = ", "projekt = "],
    ['version = "0c822e00"', "version = 1"],
    ['key = "camera"', 'key = "cam"'],
    ["[features.camera.info]", "[features.camera.inform]"],
    ['id_columns = ["camera_id"]', 'id_columns = "camera_id"'],
    ['id_columns = ["camera_id"]', 'id_columns = ["camera_id"]\nidColumns = []'],
    ['project = "recordings"', 'project = "recordings"\nsource = "x"'],
  ])("an entry with %s changed is left out, the others stay", (from, to) => {
    const read = readLock("metaxy.lock", hostOf({ "metaxy.lock": text.replace(from, to) }));
    expect(read.diagnostics.map(({ code }) => code)).toEqual(["MXC2101"]);
    expect(read.value.map(({ key }) => key)).toEqual(["video/shot"]);
  });
});
