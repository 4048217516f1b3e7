import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readLock } from "../../src/lock/read-lock.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { versionFeatures } from "../../src/versions/versions.ts";
import { runInMemory } from "../memory-world.ts";
import { codesOf, feature, hostOf, noHost, resolveOptions } from "../resolve/declare.ts";

/** Written by Python Metaxy 0.1.11 for two features of another project. */
const text = readFileSync(new URL("metaxy.lock", import.meta.url), "utf8");
const { value: lock, diagnostics } = readLock("metaxy.lock", hostOf({ "metaxy.lock": text }));
const locked = lock.features;

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
  const read = (content: string) => readLock("metaxy.lock", hostOf({ "metaxy.lock": content }));

  /** Code, marked text and problem of each diagnostic. */
  const report = (content: string) =>
    read(content).diagnostics.map(({ code, primary, args }) => [
      code,
      content.slice(primary?.start, primary?.end),
      args.problem,
    ]);

  const edited = (from: string, to: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };

  test("no lock file is no mistake", () => {
    const nothing = { value: { features: [], brokenKeys: [] }, diagnostics: [] };
    expect(readLock(null, noHost)).toEqual(nothing);
    expect(readLock("metaxy.lock", noHost)).toEqual(nothing);
  });

  test("text that is not TOML is reported where it stops being TOML", () => {
    const [found] = read("[features]\na = \n").diagnostics;
    expect(found?.code).toBe("MXC2100");
    expect(found?.primary?.start).toBeGreaterThan(10);
  });

  test.each(["", "a = 1", "features = 3"])("%j is no lock file", (content) => {
    expect(read(content).diagnostics.map(({ code }) => code)).toEqual(["MXC2100"]);
    expect(read(content).value.brokenKeys).toBeNull();
  });

  test("an empty lock file is fine", () => expect(report("[features]\n")).toEqual([]));

  test.each([
    ["version = 1\n[features]\n", "version"],
    ["[features]\n[extra]\nx = 1\n", "extra"],
    ['[features]\n["x y"]\n', '"x y"'],
  ])("keys that no lock file has are reported: %j", (content, marked) => {
    expect(report(content)).toEqual([["MXC2100", marked, expect.stringContaining("unknown key")]]);
  });

  test.each([
    ["feature_schema = ", 'feature_schema = 1 # "', "1", "expected a string at 'camera.data.feature_schema'"],
    ['project = "recordings"', 'project = ""', '""', "expected the name of a project at 'camera.data.project'"],
    ["project = ", "projekt = ", "projekt", "unknown key 'projekt' in 'camera.data'"],
    ['version = "0c822e00"', "version = 1", "1", "expected a string at 'camera.info.version'"],
    ['key = "camera"', 'key = "cam"', '"cam"', "expected the entry's key 'camera' at 'camera.data.spec.key'"],
    [
      "[features.camera.info]",
      "[features.camera.inform]",
      "[features.camera.inform]",
      "unknown key 'inform' in 'camera'",
    ],
    [
      'id_columns = ["camera_id"]',
      "id_columns = []",
      "[]",
      "expected at least one column at 'camera.data.spec.id_columns'",
    ],
    [
      'id_columns = ["camera_id"]',
      'id_columns = "camera_id"',
      '"camera_id"',
      "expected an array of strings at 'camera.data.spec.id_columns'",
    ],
    [
      'project = "recordings"',
      'project = "recordings"\nsource = "x"',
      "source",
      "unknown key 'source' in 'camera.data'",
    ],
  ])("an entry with %s changed to %s is left out, the others stay", (from, to, marked, problem) => {
    const content = edited(from, to);
    expect(report(content)).toEqual([["MXC2101", marked, problem]]);
    expect(read(content).value.features.map(({ key }) => key)).toEqual(["video/shot"]);
    expect(read(content).value.brokenKeys).toEqual(["camera"]);
  });

  /** The second entry has two dependencies: the item that is wrong is the one that is shown. */
  test("in an item of an array is shown in that item", () => {
    const at = text.lastIndexOf("optional = false");
    const content = `${text.slice(0, at)}optional = 0${text.slice(at + "optional = false".length)}`;
    const [found] = read(content).diagnostics;
    expect(found?.primary).toMatchObject({ start: at + "optional = ".length, end: at + "optional = 0".length });
  });

  test.each(["Camera", "a__b", "1a", "a/B", "a//b", ""])("the key %j is none", (key) => {
    const name = /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
    const content = text
      .replaceAll("features.camera.", `features.${name}.`)
      .replace('key = "camera"', `key = "${key}"`);
    expect(report(content)).toEqual([["MXC2101", JSON.stringify(key), expect.stringContaining("expected a key of")]]);
  });

  test("a field is there once, and has a key", () => {
    const field = '[[features.camera.data.spec.fields]]\ncode_version = "1"\ndeps = []\nkey = "x"\n\n';
    const at = text.indexOf("[features.camera.data.spec.metadata]");
    const twice = `${text.slice(0, at)}${field}${field}${text.slice(at)}`;
    expect(report(twice)).toEqual([["MXC2101", '"x"', expect.stringContaining("a field that was not there before")]]);
    const bad = `${text.slice(0, at)}${field.replace('"x"', '"X"')}${text.slice(at)}`;
    expect(report(bad)).toEqual([["MXC2101", '"X"', expect.stringContaining("expected a key of")]]);
  });

  test("in a file with another layout are shown at the entry, or at least at the file", () => {
    const quoted = edited('project = "recordings"', "project = 1").replaceAll("features.camera.", 'features."camera".');
    expect(report(quoted)).toEqual([["MXC2101", '"camera"', expect.anything()]]);
    expect(report("features = { camera = 3 }")).toEqual([["MXC2101", "", "expected a table 'camera'"]]);
  });
});

describe("a feature that is missing because of a mistake in the lock file", () => {
  const source = `import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
export class Faces extends BaseFeature {
  static override readonly project = "mine";
  static override readonly spec = new FeatureSpec({ key: "faces", idColumns: ["id"], deps: ["camera"] });
  id!: string;
}`;

  test.each([
    ["<<<<<<<", "MXC2100"],
    [text.replace("project = ", "projekt = "), "MXC2101"],
    ["[features]\n", "MXC2060"],
  ])("is not reported again: %#", async (content, code) => {
    const files = new Map([
      ["src/f.ts", source],
      ["metaxy.lock", content],
    ]);
    const { stdout } = await runInMemory(["src", "--format", "json"], files);
    const { diagnostics: found } = JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string }[] };
    expect(found.map((each) => each.code)).toEqual([code]);
  });
});

describe("versions that do not follow", () => {
  test.each([
    ['version = "0c822e00"', 'version = "0c822e01"', '"0c822e01"', "0c822e00"],
    ['definition_version = "', 'definition_version = "0', null, null],
  ])("%s changed to %s is shown where it stands", (from, to, marked, computed) => {
    const content = text.replace(from, to);
    expect(content).not.toBe(text);
    const { features } = readLock("metaxy.lock", hostOf({ "metaxy.lock": content })).value;
    const graph = resolve(
      { features: [], broken: [], brokenKeys: [] },
      { ...resolveOptions, locked: features },
      noHost,
    ).value;
    const [found] = versionFeatures(graph, { hashTruncationLength: 8 }).diagnostics;
    expect(found?.code).toBe("MXC2800");
    const shown = content.slice(found?.primary?.start, found?.primary?.end);
    expect(shown).toBe(marked ?? JSON.stringify(found?.args.stated));
    if (computed !== null) expect(found?.args.computed).toBe(computed);
  });
});

describe("a locked feature below one that is declared", () => {
  const versionsOf = (entry: string, codeVersion: string) => {
    const { features } = readLock("metaxy.lock", hostOf({ "metaxy.lock": entry })).value;
    const camera = feature({ key: "camera", fields: [{ key: "default", codeVersion }], project: "mine" });
    const graph = resolve(
      { features: [camera], broken: [], brokenKeys: [] },
      { ...resolveOptions, locked: features },
      noHost,
    );
    return versionFeatures(graph.value, { hashTruncationLength: 8 }).diagnostics.map(({ code }) => code);
  };

  test("follows it, which is no mistake of the entry", () => {
    expect(versionsOf(text, "__metaxy_initial__")).toEqual([]);
    expect(versionsOf(text, "2")).toEqual(["MXC2807"]);
  });

  test("still has to state its own definition", () => {
    const at = text.indexOf('definition_version = "', text.indexOf('"video/shot".info'));
    const edited = `${text.slice(0, at)}definition_version = "00000000" # ${text.slice(at)}`;
    expect(versionsOf(edited, "2")).toEqual(["MXC2800"]);
  });
});
