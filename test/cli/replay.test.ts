// The built program, run again: nothing is written and no parser loaded when nothing has changed, and whatever changes is
// noticed. Needs dist/ (`npm run build`).

import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type DiskProject, makeProject, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const recorder = fileURLToPath(new URL("./record-reads.cjs", import.meta.url));

const CONFIG = `store = "dev"

[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"

[stores.dev.config]
database = "dev.duckdb"
table_prefix = "\${PREFIX:-dev_}"

[ext.sqlmodel]
enable = true

[ext.compile]
sources = ["src"]
`;

const SOURCE = `import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
}
`;

const files = { "metaxy.toml": CONFIG, "package.json": '{ "name": "shop" }', "src/video.ts": SOURCE };

/** Every file with what changes when it is written, its content aside. */
function inodes({ root }: DiskProject, folder: string, paths: Iterable<string>): readonly string[] {
  return [...paths].map((path) => {
    const { ino, ctimeNs, mtimeNs } = statSync(join(root, folder, path), { bigint: true });
    return `${path} ${ino} ${ctimeNs} ${mtimeNs}`;
  });
}

/** Runs the program and lists what it read. */
async function readsOf(project: DiskProject): Promise<readonly string[]> {
  const env = { READS: join(project.root, "reads.txt") };
  const outcome = await project.spawn([], { node: ["--require", recorder], env });
  expect(outcome).toEqual(silent);
  return project.read("reads.txt").split("\n");
}

const silent = { exitCode: 0, stdout: "", stderr: "" };

const isParser = (path: string) => /ts-morph|typescript/.test(path);

describe("an unchanged project", () => {
  it("is not parsed, not compiled and not written again", async () => {
    const project = makeProject(files);
    // The recorder sees the parser where it is loaded, or this would show nothing.
    expect((await readsOf(project)).some(isParser)).toBe(true);
    const outputs = [...project.list("out").keys()];
    const caches = [...project.list("home").keys()];
    const before = [inodes(project, "out", outputs), inodes(project, "home", caches)];
    const again = await readsOf(project);
    expect(again.filter(isParser)).toEqual([]);
    expect([
      inodes(project, "out", project.list("out").keys()),
      inodes(project, "home", project.list("home").keys()),
    ]).toEqual(before);
  });

  it("repeats its warnings", async () => {
    const project = makeProject({
      ...files,
      "src/video.ts": SOURCE.replace("id!: string;", "id!: string;\n  created_at?: Date;"),
    });
    const first = await project.spawn([]);
    expect(first.stderr).toContain("warning[MXC2031]");
    expect(await project.spawn([])).toEqual(first);
    expect((await project.spawn(["--strict"])).exitCode).toBe(1);
  });

  it("whose warnings show the configuration shows no secret the second time either", async () => {
    const store = `[stores.dev]
type = "metaxy.ext.postgresql.PostgreSQLMetadataStore"
config = { connection_string = "postgresql://app:hunter2@db/shop", fallback_stores = ["old"] }

[stores.old]
`;
    const project = makeProject({
      ...files,
      "metaxy.toml": CONFIG.replace("[stores.dev]\n", store).replace("dev.config", "old.config"),
    });
    const first = await project.run([], { caches: true });
    expect([first.exitCode, first.stderr]).toEqual([0, expect.stringContaining("warning[MXC0125]")]);
    expect(first.stderr).toContain("fallback_stores = [");
    expect(await project.run([], { caches: true })).toEqual(first);
    expect(`${first.stderr}${[...project.list("cache").values()].join("")}`).not.toContain("hunter2");
  });
});

describe("a change", () => {
  const edit = (path: string, from: string, to: string) => (project: DiskProject) =>
    project.write(path, project.read(path).replace(from, to));

  it.each<[string, (project: DiskProject) => void, Readonly<Record<string, string>>, RegExp]>([
    ["of a source", edit("src/video.ts", "id!: string;", "id!: string;\n  title!: string;"), {}, /"title"/],
    ["of the configuration", edit("metaxy.toml", "dev_}", "test_}"), {}, /"test_video"/],
    ["of package.json", edit("package.json", "shop", "mall"), {}, /"project": "mall"/],
    ["of a variable that the configuration uses", () => {}, { PREFIX: "other_" }, /"other_video"/],
    [
      "of a variable that configures",
      () => {},
      { METAXY_PROJECT: "shop", METAXY_EXT__SQLMODEL__INJECT_INDEX: "1" },
      /__metaxy/,
    ],
    [
      "of another source",
      (project) => project.write("src/audio.ts", SOURCE.replace("Video", "Audio").replace('"video"', '"audio"')),
      {},
      /"dev_audio"/,
    ],
    [
      "that removes a source",
      (project) => {
        project.remove("src/video.ts");
        project.write("src/audio.ts", SOURCE.replace("Video", "Audio").replace('"video"', '"audio"'));
      },
      {},
      /"dev_audio"/,
    ],
    ["that removes an output", (project) => project.remove("out/dev/features.sql"), {}, /"dev_video"/],
    ["that spoils an output", (project) => project.write("out/dev/features.sql", "-- spoilt\n"), {}, /"dev_video"/],
    [
      "that adds a nearer package.json",
      (project) => project.write("src/package.json", '{ "name": "near" }'),
      {},
      /"project": "near"/,
    ],
  ])("%s is noticed", async (_, change, env, expected) => {
    const project = makeProject(files);
    expect(await project.run([], { caches: true })).toEqual(silent);
    expect(await project.run([], { caches: true })).toEqual(silent);
    change(project);
    expect(await project.run([], { caches: true, env })).toEqual(silent);
    const outputs = project.list("out");
    expect([...outputs.values()].join("")).toMatch(expected);
    const fresh = makeProject({});
    for (const path of ["metaxy.toml", "package.json"]) fresh.write(path, project.read(path));
    for (const [path, text] of project.list("src")) fresh.write(`src/${path}`, text);
    expect(await fresh.run([], { env })).toEqual(silent);
    expect(outputs).toEqual(fresh.list("out"));
  });

  it("that makes a mistake is told every time", async () => {
    const project = makeProject(files);
    const compile = () => project.run([], { caches: true });
    expect(await compile()).toEqual(silent);
    edit("src/video.ts", '"video"', '"Video"')(project);
    const first = await compile();
    expect(first.exitCode).toBe(1);
    expect(await compile()).toEqual(first);
    edit("src/video.ts", '"Video"', '"video"')(project);
    expect(await compile()).toEqual(silent);
  });
});
