// Two branches that each add a feature, merged by the machine's own git: one line of the committed files is in conflict, and
// compiling settles it.

import { execFileSync } from "node:child_process";
import { afterAll, expect, it } from "vitest";
import { type DiskProject, makeProject, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const configuration = `project = "shop"

[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb" }

[ext.sqlmodel]
enable = true

[ext.compile]
sources = ["src"]
`;

const feature = (key: string) => `import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Feature_${key} extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "${key}", idColumns: ["id"] });
  id!: string;
}
`;

function git(project: DiskProject, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...identity, ...args], { cwd: project.root, encoding: "utf8" });
}

/** A repository in which `main` and `other` have each added a feature, and the merge of the two has stopped. */
async function merged(ours: string, theirs: string): Promise<DiskProject> {
  const project = makeProject({
    "metaxy.toml": configuration,
    "src/audio.ts": feature("audio"),
    "src/video.ts": feature("video"),
  });
  const commit = async () => {
    expect((await project.run([])).exitCode).toBe(0);
    git(project, "add", ".");
    git(project, "commit", "-qm", "a step");
  };
  git(project, "init", "-q");
  await commit();
  git(project, "switch", "-qc", "other");
  project.write(`src/${theirs}.ts`, feature(theirs));
  await commit();
  git(project, "switch", "-q", "main");
  project.write(`src/${ours}.ts`, feature(ours));
  await commit();
  expect(() => git(project, "merge", "-q", "other")).toThrow();
  return project;
}

/** The lines in conflict, each with its file. */
function conflictsIn(project: DiskProject): readonly string[] {
  const files = git(project, "diff", "--name-only", "--diff-filter=U").split("\n").filter(Boolean);
  return files.flatMap((file) =>
    [...project.read(file).matchAll(/^<{7}.*\n([\s\S]*?)^={7}$/gm)].map(([, ours = ""]) => `${file}: ${ours.trim()}`),
  );
}

it.each([
  ["far from each other", "book", "zebra"],
  ["beside each other", "map", "movie"],
])("features %s are merged by compiling", async (_what, ours, theirs) => {
  const project = await merged(ours, theirs);
  expect(conflictsIn(project).length).toBeGreaterThan(0);
  expect((await project.run([])).exitCode).toBe(0);
  const settled = project.list("out");
  const fresh = makeProject({ "metaxy.toml": configuration, ...Object.fromEntries(sourcesOf(project)) });
  await fresh.run([]);
  expect(settled).toEqual(fresh.list("out"));
  expect((await project.run(["--check"])).exitCode).toBe(0);
});

it("only the line with the project's version is in conflict where the features are far from each other", async () => {
  expect(conflictsIn(await merged("book", "zebra"))).toEqual([
    expect.stringMatching(/^out\/dev\/metadata\.json: "project_version": "[0-9a-f]+",$/),
  ]);
});

function sourcesOf(project: DiskProject): readonly (readonly [string, string])[] {
  return [...project.list("src")].map(([path, text]) => [`src/${path}`, text]);
}
