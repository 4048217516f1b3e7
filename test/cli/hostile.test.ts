// No code of the user's runs: every module of test/hostile/ throws, exits, writes, connects, spawns or never ends when it
// is loaded. The built program compiles them in a process that may write to the output folder alone and may not spawn.
// Needs dist/ (`npm run build`).

import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type DiskProject, makeProject, type Outcome, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const corpus = fileURLToPath(new URL("../hostile", import.meta.url));
const permission = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";

const CONFIG = `project = "shop"

[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb" }

[ext.sqlmodel]
enable = true
`;

function openCorpus(): DiskProject {
  const project = makeProject({ "metaxy.toml": CONFIG, "out/keep.txt": "" });
  cpSync(corpus, project.root, { recursive: true });
  return project;
}

/** Runs the program where only the output folder can be written. */
function confined(project: DiskProject, argv: readonly string[]): Promise<Outcome> {
  const node = [permission, "--no-warnings", "--allow-fs-read=*", `--allow-fs-write=${join(project.root, "out")}/*`];
  return project.spawn(argv, { node });
}

/** What the corpus would leave behind, had any of it run. */
function canaries(project: DiskProject): readonly string[] {
  return [...project.list(".").keys()].filter((path) => /canary/.test(path));
}

const names = (folder: string) => readdirSync(join(corpus, folder)).map((file) => file.replace(/\.ts$/, ""));

describe("hostile modules", () => {
  it("compile where what they declare is static", async () => {
    const project = openCorpus();
    const outcome = await confined(project, ["features"]);
    expect(outcome).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    const { features } = JSON.parse(project.read("out/dev/metadata.json"));
    expect(Object.keys(features)).toEqual(names("features").filter((name) => name !== "pollutes"));
    expect(canaries(project)).toEqual([]);
  });

  it("are refused, not run, where it is not", async () => {
    const project = openCorpus();
    const { exitCode, stderr } = await confined(project, ["refused"]);
    expect([exitCode, [...project.list("out").keys()], canaries(project)]).toEqual([1, ["keep.txt"], []]);
    const places = [...stderr.matchAll(/--> refused\/([\w-]+)\.ts/g)].map(([, name]) => name);
    expect([...new Set(places)].sort()).toEqual(names("refused").sort());
    expect(stderr).not.toContain("MXC9");
  });

  it("would do harm if they ran", async () => {
    const project = openCorpus();
    const load = `import(${JSON.stringify(`file://${project.root}/features/writes.mjs`)})`;
    project.write("features/writes.mjs", 'import { writeFileSync } from "node:fs";\nwriteFileSync("canary", "");\n');
    const { stderr } = await project.spawn([], {
      node: [permission, "--no-warnings", "--allow-fs-read=*", "-e", load],
    });
    expect(stderr).toContain("ERR_ACCESS_DENIED");
  });
});
