// What a run makes of outputs that are there already: of other line ends, of stores that are gone, of documents that are
// damaged, newer or hostile. Nothing is removed that an earlier run did not surely write.

import { describe, expect, it } from "vitest";
import { withLineFeeds } from "../../src/cli/bytes.ts";
import { runInMemory } from "../memory-world.ts";

const store = (name: string) => `
[stores.${name}]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "${name}.duckdb" }
`;

const configuration = `
project = "shop"
${store("dev")}
[ext.sqlmodel]
enable = true
[ext.compile]
sources = ["src"]
`;

const source = `import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  /**
   * Two
   * lines.
   */
  id!: string;
}
`;

type Files = Readonly<Record<string, string>>;

const project: Files = { "metaxy.toml": configuration, "src/video.ts": source };

const run = (files: Files, ...argv: string[]) => runInMemory(argv, new Map(Object.entries(files)));

/** The project with what a run leaves behind. */
async function compiled(files: Files, ...argv: string[]): Promise<Files> {
  const { written, stderr } = await run(files, ...argv);
  expect(stderr).toBe("");
  return { ...files, ...Object.fromEntries(written) };
}

const codes = (stderr: string) =>
  [...stderr.matchAll(/error\[(MXC\d+)\]: (\S+)/g)].map(([, code, path]) => [code, path]);

/** metadata.json of `dev` as somebody changed it. */
async function changed(change: (text: string) => string, files: Files = project): Promise<Files> {
  const all = await compiled(files);
  return { ...all, "out/dev/metadata.json": change(all["out/dev/metadata.json"] ?? "") };
}

const listing =
  (...names: string[]) =>
  (text: string) =>
    text.replace(/"files": \[.*\]/, `"files": ${JSON.stringify(names)}`);

describe("a checkout with CR LF", () => {
  const turned = async () =>
    Object.fromEntries(
      Object.entries(await compiled(project)).map(([path, text]) => [
        path,
        path.startsWith("out/") ? text.replaceAll("\n", "\r\n") : text,
      ]),
    );

  it("is not stale", async () => {
    const { exitCode, stdout, stderr } = await run(await turned(), "--check");
    expect([exitCode, stdout, stderr]).toEqual([0, "", ""]);
  });

  it("is stale when something else differs too", async () => {
    const files = await turned();
    const path = "out/dev/features.sql";
    const { exitCode } = await run({ ...files, [path]: (files[path] ?? "").replace("VARCHAR", "TEXT") }, "--check");
    expect(exitCode).toBe(1);
  });

  it("is written with LF again", async () => {
    const files = await turned();
    expect(await compiled(files)).toEqual(await compiled(project));
  });
});

describe("line ends over pieces", () => {
  const encode = (texts: readonly string[]) => texts.map((text) => Buffer.from(text));
  const normalised = (...texts: readonly string[]) => Buffer.concat([...withLineFeeds(encode(texts))]).toString();

  it.each([
    [["a\r\nb"], "a\nb"],
    [["a\r", "\nb"], "a\nb"],
    [["a\r", "", "\nb"], "a\nb"],
    [["a\r", "b\r"], "a\rb\r"],
    [["a\r\r\nb\rc\n"], "a\r\nb\rc\n"],
    [["\r", "\r", "\n"], "\r\n"],
  ])("%j become %j", (texts, expected) => {
    expect(normalised(...texts)).toBe(expected);
  });
});

describe("a store that the configuration no longer has", () => {
  const both = { ...project, "metaxy.toml": configuration + store("old") };
  const left = async () => ({ ...(await compiled(both, "--all-stores")), "metaxy.toml": configuration });
  const extra = ["features.sql", "metadata.json", "system.sql"].map((name) => `out/old/${name}`);

  it("has files too many for --check", async () => {
    const { exitCode, stderr } = await run(await left(), "--all-stores", "--check");
    expect([exitCode, codes(stderr)]).toEqual([1, extra.map((path) => ["MXC0010", path])]);
  });

  it("loses them when everything is compiled", async () => {
    const { exitCode, removed } = await run({ ...(await left()), "out/old/notes.md": "mine" }, "--all-stores");
    expect([exitCode, removed]).toEqual([0, extra]);
  });

  it("is nobody's business when one store is compiled", async () => {
    const files = await left();
    expect((await run(files, "--check")).exitCode).toBe(0);
    expect((await run(files)).removed).toEqual([]);
  });

  it("is no dialect's output", async () => {
    const files = { ...(await compiled(project, "--all-stores")), ...(await compiled(project, "--dialect", "sqlite")) };
    const { exitCode, removed } = await run(files, "--all-stores");
    expect([exitCode, removed]).toEqual([0, []]);
    expect((await run(files, "--all-stores", "--check")).exitCode).toBe(0);
  });

  it.each([
    ["is in a folder of another name", (text: string) => text.replace('"name": "old"', '"name": "other"')],
    ["has a document that is none of ours", (text: string) => text.replace("metaxy-compile", "x")],
    ["has a document of a newer version", (text: string) => text.replace('"schema_version": 2', '"schema_version": 9')],
    ["has a damaged document", (text: string) => text.slice(0, -20)],
    ["lists files elsewhere", listing("../../src/video.ts")],
  ])("keeps its files when it %s", async (_what, change) => {
    const files: Files = await left();
    const path = "out/old/metadata.json";
    const { exitCode, removed } = await run({ ...files, [path]: change(files[path] ?? "") }, "--all-stores");
    expect([exitCode, removed]).toEqual([0, []]);
  });
});

describe("a metadata.json that is there already", () => {
  it("of version 1 is replaced, and what it lists and nobody makes any more goes", async () => {
    const files = await changed((text) =>
      listing("features.sql", "push.sql")(text.replace('_version": 2', '_version": 1')),
    );
    const { exitCode, written, removed } = await run({ ...files, "out/dev/push.sql": "" });
    expect([exitCode, [...written.keys()], removed]).toEqual([0, ["out/dev/metadata.json"], ["out/dev/push.sql"]]);
  });

  it.each([
    ["cut short", (text: string) => text.slice(0, 200)],
    ["empty", () => ""],
    ["in the middle of a merge", (text: string) => text.replace('  "files"', '<<<<<<< ours\n  "files"')],
    ["of somebody else", (text: string) => listing("push.sql")(text.replace("metaxy-compile", "x"))],
    ["listing a file elsewhere", listing("push.sql", "../../src/video.ts")],
    ["listing an absolute path", listing("push.sql", "/etc/passwd")],
    ["listing no texts", (text: string) => text.replace(/"files": \[.*\]/, '"files": [1, "push.sql"]')],
    ["listing nothing", (text: string) => text.replace(/ {2}"files": \[.*\],\n/, "")],
  ])("is replaced, and nothing is removed, when it is %s", async (_what, change) => {
    const files = { ...(await changed(change)), "out/dev/push.sql": "mine" };
    const { exitCode, written, removed } = await run(files);
    expect([exitCode, [...written.keys()], removed]).toEqual([0, ["out/dev/metadata.json"], []]);
  });

  it.each([[], ["--check"], ["--dry-run"]])("of a newer version is left alone %j", async (...argv) => {
    const files = await changed((text) => text.replace('"schema_version": 2', '"schema_version": 3'));
    const { exitCode, stderr, written, removed } = await run(files, ...argv);
    expect([exitCode, codes(stderr), written.size, removed]).toEqual([
      2,
      [["MXC0013", "out/dev/metadata.json"]],
      0,
      [],
    ]);
  });
});
