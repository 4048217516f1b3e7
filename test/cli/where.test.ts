// `where`, seen from outside: a name or a line of a generated file in, places of the sources out.

import { afterAll, describe, expect, it } from "vitest";
import { diagnosticsSchema } from "../../scripts/diagnostics-schema.ts";
import { runInMemory } from "../memory-world.ts";
import { makeProject, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const configuration = `
project = "p"
store = "dev"
[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb", table_prefix = "dev_" }
[stores.prod]
type = "metaxy.ext.postgresql.PostgreSQLMetadataStore"
config = { connection_string = "postgresql://db/prod" }
[ext.sqlmodel]
enable = true
inject_index = true
[ext.compile]
sources = ["src"]
column_naming = "snake_case"
`;

const base = `import { BaseSQLModelFeature } from "metaxy-compile/dsl";
export class Sized extends BaseSQLModelFeature {
  /** In bytes: not "path". */
  sizeBytes!: number;
}
`;

const video = `import { CheckConstraint, FeatureSpec, Field, FieldSpec, Index, UniqueConstraint } from "metaxy-compile/dsl";
import { Sized } from "./base.js";

/** A video. */
export class Video extends Sized {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "video/raw",
    idColumns: ["id"],
    fields: ["frames", new FieldSpec({ key: "audio" })],
  });
  static override readonly tableArgs = [
    new Index({ name: "by_path", columns: ["path"] }),
    new CheckConstraint({ name: "has_id", expression: "id <> ''" }),
    new UniqueConstraint({ name: "whole", columns: ["id", "path"] }),
  ];
  id!: string;
  /** Where it lies. */
  path!: string;
  renamed!: string;
  other: string = Field({ name: "dev_video__raw" });
}
`;

const project = new Map([
  ["metaxy.toml", configuration],
  ["src/base.ts", base],
  ["src/video.ts", video],
]);

/** The place of a text in one of the sources, as `where` prints it. */
function placeOf(file: "src/base.ts" | "src/video.ts", text: string): string {
  const source = project.get(file) ?? "";
  const before = source.slice(0, source.indexOf(text)).split("\n");
  return `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}\n`;
}

const aClass = placeOf("src/video.ts", "Video extends");
const path = placeOf("src/video.ts", "path!");
const size = placeOf("src/base.ts", "sizeBytes");

describe("where", () => {
  it.each([
    ["a key", "video/raw", aClass],
    ["a class", "Video", aClass],
    ["a table", "dev_video__raw", aClass + placeOf("src/video.ts", '"dev_video__raw"')],
    ["a column", "path", path],
    ["a column of a table", "dev_video__raw.path", path],
    ["a column of a key", "video/raw.path", path],
    ["a column of a class", "Video.path", path],
    ["a column of a base class", "Video.sizeBytes", size],
    ["a column by its SQL name", "size_bytes", size],
    ["a field", "audio", placeOf("src/video.ts", 'new FieldSpec({ key: "audio" })')],
    ["a field of a key", "video/raw.frames", placeOf("src/video.ts", '"frames"')],
    ["an index", "by_path", placeOf("src/video.ts", "new Index")],
    ["an injected index", "ix_dev_video__raw__metaxy", aClass],
    ["a unique constraint", "whole", placeOf("src/video.ts", "new UniqueConstraint")],
  ])("finds %s: %s", async (_what, name, places) => {
    const { stdout, stderr, exitCode } = await runInMemory(["where", name], project);
    expect([stdout, stderr, exitCode]).toEqual([places, "", 0]);
  });

  it("finds a check constraint by the name that it has in the database", async () => {
    const { written } = await runInMemory([], project);
    const name = /CONSTRAINT "(\w*has_id)"/.exec(written.get("out/dev/features.sql") ?? "")?.[1] ?? "";
    const { stdout } = await runInMemory(["where", name], project);
    expect(stdout).toBe(placeOf("src/video.ts", "new CheckConstraint"));
  });

  it("prints every place of a name that several things have, in the order of the files", async () => {
    const files = new Map([
      ...project,
      ["src/again.ts", video.replace("video/raw", "again").replace("Video ", "Again ")],
    ]);
    const { stdout } = await runInMemory(["where", "path"], files);
    expect(stdout).toBe(path.replace("video", "again") + path);
  });

  it("answers although another class is wrong", async () => {
    const files = new Map([...project, ["src/wrong.ts", video.replace('"video/raw"', "process.env.KEY")]]);
    const { stdout, exitCode } = await runInMemory(["where", "Video.path"], files);
    expect([stdout, exitCode]).toEqual([path, 0]);
  });

  it("says what is wrong when that may be what hides the name", async () => {
    const files = new Map([...project, ["src/wrong.ts", video.replace('"video/raw"', "process.env.KEY")]]);
    const { stdout, stderr, exitCode } = await runInMemory(["where", "hidden"], files);
    expect([stdout, exitCode]).toEqual(["", 1]);
    expect(stderr).toContain("src/wrong.ts");
  });

  it.each([
    ["a name near a known one", "dev_vidoe__raw", "MXC0055", "did you mean 'dev_video__raw'?"],
    ["a column near a known one", "dev_video__raw.pth", "MXC0055", "did you mean 'dev_video__raw.path'?"],
    ["a name of nothing", "qqqqqqqqqq", "MXC0055", "name a table"],
    ["a column of Metaxy's", "dev_video__raw.metaxy_created_at", "MXC0056", "no source declares it"],
    ["a file that is no output", "src/video.ts:3", "MXC0057", "out/dev/features.sql:17"],
    ["a file that was not written yet", "out/dev/features.sql:17", "MXC0058", "run `metaxy-compile`"],
  ])("refuses %s", async (_what, name, code, help) => {
    const { stdout, stderr, exitCode } = await runInMemory(["where", name], project);
    expect([stdout, exitCode]).toEqual(["", 2]);
    expect(stderr).toContain(`error[${code}]`);
    expect(stderr).toContain(help);
  });

  it("prints one JSON document where that is asked for", async () => {
    const { stdout, stderr } = await runInMemory(["where", "path", "--format", "json"], project);
    const document = JSON.parse(stdout);
    expect(stderr).toBe("");
    expect(diagnosticsSchema.safeParse(document).error).toBeUndefined();
    const [, line, column] = path.trim().split(":").map(Number);
    const location = { path: "src/video.ts", line, column, end_line: line, end_column: (column ?? 0) + 4 };
    expect(document).toMatchObject({ name: "path", declarations: [{ kind: "column", name: "path", location }] });
  });
});

describe("where, with a line of a generated file,", () => {
  const compiled = async (argv: readonly string[] = ["--all-stores"]) =>
    new Map([...project, ...(await runInMemory(argv, project)).written]);
  const ask = async (file: string, line: RegExp, files: ReadonlyMap<string, string>) => {
    const lines = (files.get(file) ?? "").split("\n");
    const number = lines.findIndex((each) => line.test(each)) + 1;
    expect(number, `${line} in ${file}`).toBeGreaterThan(0);
    return runInMemory(["where", `${file}:${number}`], files);
  };

  it.each([
    ["the table", "features.sql", /^CREATE TABLE/, aClass],
    ["a column", "features.sql", /^ {2}"path"/, path],
    [
      "a column named like the table",
      "features.sql",
      /^ {2}"dev_video__raw"/,
      placeOf("src/video.ts", '"dev_video__raw"'),
    ],
    ["a column of a base class", "features.sql", /^ {2}"size_bytes"/, size],
    ["a constraint", "features.sql", /has_id/, placeOf("src/video.ts", "new CheckConstraint")],
    ["an index", "features.sql", /INDEX "by_path"/, placeOf("src/video.ts", "new Index")],
    ["a table's comment", "features.sql", /^COMMENT ON TABLE/, aClass],
    ["a column's comment", "features.sql", /Where it lies/, path],
    ["a column's comment that speaks of another", "features.sql", /In bytes/, size],
    ["the table of a system column", "features.sql", /metaxy_created_at/, aClass],
    ["the end of a table", "features.sql", /^\);/, aClass],
    ["a feature", "metadata.json", /"class_name"/, aClass],
    ["a field", "metadata.json", /"key": "audio"/, placeOf("src/video.ts", "new FieldSpec")],
    ["a column", "metadata.json", /"name": "path"/, path],
    ["an index", "metadata.json", /"name": "by_path"/, placeOf("src/video.ts", "new Index")],
  ])("finds %s in %s", async (_what, name, line, places) => {
    const { stdout, stderr } = await ask(`out/dev/${name}`, line, await compiled());
    expect([stdout, stderr]).toEqual([places, ""]);
  });

  it("knows the store by the folder", async () => {
    const { stdout } = await ask("out/prod/features.sql", /^ {2}"path"/, await compiled());
    expect(stdout).toBe(path);
  });

  it("knows the dialect by the folder", async () => {
    const { stdout } = await ask("out/mysql/features.sql", /^ {2}`path`/, await compiled(["--dialect", "mysql"]));
    expect(stdout).toBe(path);
  });

  it("finds lines of a checkout with CR LF", async () => {
    const files = await compiled();
    files.set("out/dev/features.sql", (files.get("out/dev/features.sql") ?? "").replaceAll("\n", "\r\n"));
    const { stdout } = await ask("out/dev/features.sql", /^ {2}"path"/, files);
    expect(stdout).toBe(path);
  });

  it("refuses a line that the sources do not say any more", async () => {
    const files = await compiled();
    files.set("src/video.ts", video.replace("path!: string", "path!: number"));
    const { stderr, exitCode } = await ask("out/dev/features.sql", /^ {2}"path"/, files);
    expect([stderr.includes("MXC0058"), exitCode]).toEqual([true, 2]);
  });

  it.each([/^-- Generated/, /^$/])("says that nobody declares %s", async (line) => {
    const { stderr, stdout } = await ask("out/dev/features.sql", line, await compiled());
    expect([stdout, stderr.includes("MXC0059")]).toEqual(["", true]);
  });
});

describe("where, after a run that kept what it knows,", () => {
  const other = video.replace("video/raw", "again").replace("Video ", "Again ").replace("renamed!", "only!");
  const names = [
    "Video.path",
    "video/raw",
    "dev_again",
    "only",
    "path",
    "sizeBytes",
    "by_path",
    "frames",
    "dev_video__raw",
  ];

  it.each(names)("finds %s as without", async (name) => {
    const disk = makeProject({ ...Object.fromEntries(project), "src/again.ts": other });
    const without = await disk.run(["where", name]);
    expect(without.stdout).not.toBe("");
    await disk.run([], { caches: true });
    expect(await disk.run(["where", name], { caches: true })).toEqual(without);
    disk.write("src/again.ts", `\n\n${other}`);
    expect(await disk.run(["where", name], { caches: true })).toEqual(await disk.run(["where", name]));
  });
});
