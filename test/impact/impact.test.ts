// `impact`, seen from outside: a project, an edit, and what is said of it.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diagnosticsSchema } from "../../scripts/diagnostics-schema.ts";
import type { Cause, FeatureImpact, Impact, TableImpact } from "../../src/impact/change.ts";
import { type RunOptions, runInMemory } from "../memory-world.ts";

/** Three features in a row and one beside them. */
const project = {
  "metaxy.toml": `
project = "p"
[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb", table_prefix = "dev_" }
[stores.prod]
type = "metaxy.ext.postgresql.PostgreSQLMetadataStore"
config = { connection_string = "postgresql://db/prod" }
[ext.sqlmodel]
enable = true
[ext.compile]
sources = ["src"]
`,
  "src/features.ts": `
import { BaseSQLModelFeature, FeatureDep, FeatureSpec, Field, FieldDep, FieldSpec, FieldsMapping, Index } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly project = "p";
  static override readonly spec = new FeatureSpec({
    key: "video",
    idColumns: ["id"],
    fields: [new FieldSpec({ key: "frames", codeVersion: "1" }), new FieldSpec({ key: "audio", codeVersion: "1" })],
    metadata: { owner: "a" },
  });
  id!: string;
  path!: string;
}

export class Crop extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly project = "p";
  static override readonly spec = new FeatureSpec({
    key: "crop",
    idColumns: ["id"],
    deps: [new FeatureDep({ feature: Video, fieldsMapping: FieldsMapping.default() })],
    fields: ["frames", "audio"],
  });
  id!: string;
}

export class Faces extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly project = "p";
  static override readonly spec = new FeatureSpec({
    key: "faces",
    idColumns: ["id"],
    deps: [Crop],
    fields: [new FieldSpec({ key: "boxes", deps: [new FieldDep({ feature: Crop, fields: ["frames"] })] })],
  });
  id!: string;
  count!: number;
}

export class Other extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly project = "p";
  static override readonly spec = new FeatureSpec({ key: "other", idColumns: ["id"] });
  id!: string;
}
`,
} as const;

type Edit = (text: string) => string;

/** The project compiled, then its sources edited. */
async function edited(edit: Edit, argv: readonly string[] = []): Promise<Map<string, string>> {
  const files = new Map(Object.entries<string>(project));
  const { written, stderr } = await runInMemory(argv, files);
  expect(stderr).toBe("");
  const source = edit(project["src/features.ts"]);
  expect(source).not.toBe(project["src/features.ts"]);
  return new Map([...files, ...written, ["src/features.ts", source]]);
}

/** What the command says of an edit. */
async function impactOf(edit: Edit, configure: Edit = (text) => text): Promise<Impact> {
  const files = await edited(edit);
  files.set("metaxy.toml", configure(project["metaxy.toml"]));
  const { stdout, stderr, exitCode } = await runInMemory(["impact", "--against", "out", "--format", "json"], files);
  expect([stderr, exitCode]).toEqual(["", 0]);
  const { stores } = JSON.parse(stdout) as { readonly stores: readonly [Impact] };
  return stores[0];
}

function causesOf({ features }: Impact): Readonly<Record<string, readonly Cause[]>> {
  return Object.fromEntries(
    features.flatMap(({ key, fields }) => fields.map(({ field, causes }) => [`${key}.${field}`, causes])),
  );
}

function featureOf({ features }: Impact, key: string): FeatureImpact | undefined {
  return features.find((feature) => feature.key === key);
}

function tableOf({ tables }: Impact, name: string): TableImpact | undefined {
  return tables.find(({ table }) => table === name);
}

describe("features", () => {
  it("get another version by their code version, and so does what is made of them", async () => {
    const impact = await impactOf((text) => text.replace('"frames", codeVersion: "1"', '"frames", codeVersion: "2"'));
    expect(causesOf(impact)).toEqual({
      "video.frames": [{ kind: "code-version", before: "1", after: "2" }],
      "crop.frames": [{ kind: "upstream", parents: ["video.frames"] }],
      "faces.boxes": [{ kind: "upstream", parents: ["crop.frames"] }],
    });
    expect(impact.features.map(({ key, change }) => [key, change])).toEqual([
      ["crop", "version"],
      ["faces", "version"],
      ["video", "version"],
    ]);
    expect(featureOf(impact, "video")?.reach).toEqual([
      { key: "crop", distance: 1 },
      { key: "faces", distance: 2 },
    ]);
    expect(featureOf(impact, "crop")?.reach).toEqual([]);
    expect(impact.tables).toEqual([]);
  });

  it("stop at what does not use the field", async () => {
    const impact = await impactOf((text) => text.replace('"audio", codeVersion: "1"', '"audio", codeVersion: "2"'));
    expect(Object.keys(causesOf(impact))).toEqual(["crop.audio", "video.audio"]);
    expect(featureOf(impact, "video")?.reach).toEqual([{ key: "crop", distance: 1 }]);
  });

  it.each([
    ["field dependencies", (text: string) => text.replace('fields: ["frames"] })]', 'fields: ["frames", "audio"] })]')],
    ["fields mapping", (text: string) => text.replace("FieldsMapping.default()", "FieldsMapping.all()")],
    [
      "dependencies",
      (text: string) => text.replace('"other", idColumns: ["id"]', '"other", idColumns: ["id"], deps: [Video]'),
    ],
    ["upstream fields", (text: string) => text.replace('"frames", codeVersion: "1"', '"pictures", codeVersion: "1"')],
  ])("get another version by their %s", async (through, edit) => {
    const causes = Object.values(causesOf(await impactOf(edit))).flat();
    expect(causes.flatMap((cause) => (cause.kind === "parents" ? [cause.through] : []))).toContain(through);
  });

  it("say which parents come and go", async () => {
    const impact = await impactOf((text) => text.replace("FieldsMapping.default()", "FieldsMapping.all()"));
    expect(causesOf(impact)["crop.frames"]).toEqual([
      { kind: "parents", through: "fields mapping", added: ["video.audio"], removed: [] },
    ]);
  });

  it("keep their version when only the spec or the columns differ", async () => {
    const impact = await impactOf((text) =>
      text.replace('owner: "a"', 'owner: "b"').replace("count!: number;", "/** Faces. */\n  count!: number | null;"),
    );
    expect(impact.features.map(({ key, change, spec }) => ({ key, change, spec }))).toEqual([
      { key: "faces", change: "definition", spec: [] },
      { key: "video", change: "definition", spec: ["metadata.owner"] },
    ]);
  });

  it("come and go", async () => {
    const impact = await impactOf((text) => text.replaceAll('"other"', '"another"'));
    expect(impact.features.map(({ key, change }) => [key, change])).toEqual([
      ["another", "added"],
      ["other", "removed"],
    ]);
    expect(impact.tables.map(({ table, change }) => [table, change])).toEqual([
      ["dev_another", "added"],
      ["dev_other", "removed"],
    ]);
  });

  it("all change with the length of hashes", async () => {
    const longer: Edit = (text) => `hash_truncation_length = 16\n${text}`;
    const impact = await impactOf((text) => `${text}\n`, longer);
    expect(
      new Set(
        Object.values(causesOf(impact))
          .flat()
          .map(({ kind }) => kind),
      ),
    ).toEqual(new Set(["hash-length"]));
  });
});

describe("tables", () => {
  it("say which columns come, go and differ", async () => {
    const impact = await impactOf((text) =>
      text
        .replace("path!: string;", "size?: bigint;")
        .replace("count!: number;", "count: string = Field({ default: 'x' });"),
    );
    expect(tableOf(impact, "dev_video")?.columns).toEqual([
      {
        column: "size",
        change: "added",
        properties: [
          { property: "type", before: null, after: "BIGINT" },
          { property: "null", before: null, after: "null" },
        ],
      },
      {
        column: "path",
        change: "removed",
        properties: [
          { property: "type", before: "VARCHAR", after: null },
          { property: "null", before: "not null", after: null },
        ],
      },
    ]);
    expect(tableOf(impact, "dev_faces")?.columns).toEqual([
      {
        column: "count",
        change: "changed",
        properties: [
          { property: "type", before: "DOUBLE", after: "VARCHAR" },
          { property: "default", before: null, after: "'x'" },
        ],
      },
    ]);
  });

  it("say which keys and indexes come, go and differ", async () => {
    const impact = await impactOf((text) =>
      text.replace(
        'key: "other", idColumns: ["id"] });\n  id!: string;',
        `key: "other", idColumns: ["id"] });
  static override readonly tableArgs = [new Index("ix", "id")];
  id: string = Field({ primaryKey: true, unique: true });`,
      ),
    );
    expect(tableOf(impact, "dev_other")?.parts).toEqual([
      { part: "primary key", name: "pk_dev_other", before: null, after: "(id)" },
      { part: "index", name: "ix", before: null, after: "(id)" },
      { part: "unique constraint", name: "uq_dev_other_id", before: null, after: "(id)" },
    ]);
  });

  it("stay the same table under another prefix", async () => {
    const impact = await impactOf(
      (text) => `${text}\n`,
      (text) => text.replace('"dev_"', '"new_"'),
    );
    expect(impact.features).toEqual([]);
    expect(tableOf(impact, "new_video")?.renamed).toEqual({ before: "dev_video", after: "new_video" });
    expect(impact.tables.map(({ change }) => change)).not.toContain("added");
  });
});

describe("the text", () => {
  const run = async (edit: Edit, argv: readonly string[], options: RunOptions = {}) =>
    runInMemory(["impact", ...argv], await edited(edit, ["--all-stores"]), options);

  it("says what differs, a line each", async () => {
    const edit: Edit = (text) =>
      text
        .replace('"frames", codeVersion: "1"', '"frames", codeVersion: "2"')
        .replace("path!: string;", "path!: string | null;")
        .replace('owner: "a"', 'owner: "b"');
    const { stdout } = await run(edit, ["--against", "out/dev/metadata.json"]);
    expect(stdout.replace(/[0-9a-f]{8}/g, "#")).toBe(`dev: project version # → #

features
  ~ crop  # → #
      field frames  # → #: follows video.frames
  ~ faces  # → #
      field boxes  # → #: follows crop.frames
  ~ video  # → #
      field frames  # → #: code version "1" → "2"
      spec: fields[frames].code_version, metadata.owner
      reaches 2 features downstream, 2 levels deep: crop, faces

tables
  ~ dev_video
      ~ column path  not null → null
`);
  });

  it("says when nothing does, for every store", async () => {
    const { stdout } = await run((text) => `${text}\n`, ["--against", "out", "--all-stores"]);
    expect(stdout).toBe("dev: nothing changes\n\nprod: nothing changes\n");
  });
});

describe("what it compares with", () => {
  const codes = (stdout: string) =>
    (JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string }[] }).diagnostics.map(
      ({ code }) => code,
    );
  const run = async (against: string, argv: readonly string[] = [], options: RunOptions = {}) =>
    runInMemory(
      ["impact", `--against=${against}`, "--format", "json", ...argv],
      await edited((text) => `${text}\n`, ["--all-stores"]),
      options,
    );

  it("is the committed document when it names a revision", async () => {
    const asked: unknown[] = [];
    const files = await edited((text) => text.replace('codeVersion: "1"', 'codeVersion: "2"'));
    const git = async (args: readonly string[], directory: string) => {
      asked.push([args, directory]);
      return { kind: "output", text: files.get("out/dev/metadata.json") ?? "" } as const;
    };
    const { stdout } = await runInMemory(["impact", "--against", "main~1", "--format", "json"], files, { git });
    expect(asked).toEqual([[["cat-file", "blob", "main~1:./out/dev/metadata.json"], "/project"]]);
    expect(stdout).toContain('"video"');
  });

  it("may be a document of version 1, as it stands in git's history", async () => {
    const read = (path: string) => readFileSync(new URL(`version-1/${path}`, import.meta.url), "utf8");
    const files = new Map(["metaxy.toml", "src/video.ts", "metadata.json"].map((path) => [path, read(path)]));
    const same = await runInMemory(["impact", "--against", "metadata.json"], files);
    expect([same.stderr, same.stdout]).toEqual(["", "prod: nothing changes\n"]);
    files.set("src/video.ts", read("src/video.ts").replace("title?:", "title!:"));
    const edited = await runInMemory(["impact", "--against", "metadata.json"], files);
    expect(edited.stdout).toContain("~ column title  null → not null");
  });

  it("is never an option of git", async () => {
    const { stdout, exitCode } = await run("--output=x");
    expect([codes(stdout), exitCode]).toEqual([["MXC0054"], 2]);
  });

  it.each([
    ["nothing there, and no git", "main", [], "MXC0050"],
    ["one document for two stores", "out/dev/metadata.json", ["--all-stores"], "MXC0053"],
    ["a folder without documents", "src", [], "MXC0054"],
    ["a file of another kind", "src/features.ts", [], "MXC0052"],
  ])("is refused when it is %s", async (_what, against, argv, code) => {
    const { stdout, exitCode } = await run(against, argv);
    expect([codes(stdout), exitCode]).toEqual([[code], 2]);
  });

  it("is refused when git does not know it", async () => {
    const git = async () => ({ kind: "failed", reason: "invalid object name 'nope'." }) as const;
    const { stdout } = await run("nope", [], { git });
    expect(codes(stdout)).toEqual(["MXC0051"]);
  });

  it.each([
    ['"generator": "metaxy-compile"', '"generator": "x"'],
    ['"schema_version": 2', '"schema_version": 3'],
    ['"kind": "system"', '"kind": "view"'],
    ["{", ""],
  ])("is refused when it has %s changed to %s", async (from, to) => {
    const files = await edited((text) => `${text}\n`);
    files.set("old.json", (files.get("out/dev/metadata.json") ?? "").replace(from, to));
    const { stdout } = await runInMemory(["impact", "--against", "old.json", "--format", "json"], files);
    expect(codes(stdout)).toEqual(["MXC0052"]);
  });

  it.each([
    ["", "it is not JSON from line 1, column 1 on"],
    ['{\n<<<<<<< ours\n  "a": 1\n}', "it is not JSON from line 2, column 1 on"],
    ['{ "a": 1,\n  // no\n "b": 2 }', "it is not JSON from line 2, column 3 on"],
    ["[1]", "it is not a JSON object"],
    ["null", "it is not a JSON object"],
  ])("is refused with the place where it stops being JSON: %j", async (text, problem) => {
    const files = await edited((source) => `${source}\n`);
    files.set("old.json", text);
    const { stderr } = await runInMemory(["impact", "--against", "old.json"], files);
    expect(stderr).toContain(`old.json cannot be compared: ${problem}`);
  });

  it.each([
    [[], 0, ["against", "stores", "diagnostics", "summary"]],
    [["--strict"], 1, ["diagnostics", "summary"]],
  ])("stands beside the warnings in one document: %j", async (argv, code, keys) => {
    const files = await edited((text) => text.replace("path!: string;", "created_at?: Date;"));
    const all = ["impact", "--against", "out", "--format", "json", ...argv];
    const { stdout, stderr, exitCode } = await runInMemory(all, files);
    expect([codes(stdout), stderr, exitCode]).toEqual([["MXC2031"], "", code]);
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(keys);
    expect(diagnosticsSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  it("warns beside what is printed for people", async () => {
    const files = await edited((text) => text.replace("path!: string;", "created_at?: Date;"));
    const { stdout, stderr, exitCode } = await runInMemory(["impact", "--against", "out"], files);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining("warning[MXC2031]")]);
    expect(stdout).toContain("dev");
    const strict = await runInMemory(["impact", "--against", "out", "--strict"], files);
    expect([strict.exitCode, strict.stdout]).toEqual([1, ""]);
  });

  it("does not matter while the sources have errors", async () => {
    const files = await edited((text) => text.replace('key: "video"', 'key: "Video"'));
    const { stdout, exitCode } = await runInMemory(["impact", "--against", "out", "--format", "json"], files);
    expect([codes(stdout), exitCode]).toEqual([[expect.stringMatching(/^MXC2/)], 1]);
  });
});
