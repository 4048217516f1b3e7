// All outputs or none: whichever operation on the disk fails, the old files are there byte for byte, or all of the new ones.

import { afterAll, describe, expect, it } from "vitest";
import { diskFileSystem, type FileSystem } from "../../src/cli/file-system.ts";
import { type DiskProject, makeProject, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const CONFIG = `project = "shop"

[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb" }

[stores.prod]
type = "metaxy.ext.postgresql.PostgreSQLMetadataStore"
config = { connection_string = "postgresql://app@db/shop" }

[ext.sqlmodel]
enable = true

[ext.compile]
sources = ["src"]
`;

const feature = (columns: string) => `import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });

  id!: string;
  ${columns}
}
`;

/** Everything that changes the disk. */
const CHANGES = ["makeDirectory", "create", "append", "rename", "link", "remove"] as const;

/** A disk that counts its changes and fails the ones that `fails` picks, having done half of what a write does. */
function failing(fails: (change: number) => boolean, code: string) {
  let changes = 0;
  const files = { ...diskFileSystem };
  for (const name of CHANGES) {
    const change = diskFileSystem[name] as (...args: unknown[]) => void;
    Object.assign(files, {
      [name]: (path: string, ...rest: unknown[]) => {
        if (!fails(changes++)) return change(path, ...rest);
        if (name === "create") diskFileSystem.create(path, ["-- Generat"]);
        throw Object.assign(new Error(code), { code });
      },
    });
  }
  return { files: files as FileSystem, changes: () => changes };
}

interface Scene {
  readonly project: DiskProject;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** A project whose outputs are those of an earlier state, and what they are and should become. */
async function makeScene(argv: readonly string[]): Promise<Scene> {
  const project = makeProject({ "metaxy.toml": CONFIG, "src/video.ts": feature("") });
  expect((await project.run(["--all-stores"])).exitCode).toBe(0);
  const before = project.list("out");
  project.write("src/video.ts", feature("title!: string;"));
  const model = makeProject({ "metaxy.toml": CONFIG, "src/video.ts": feature("title!: string;") });
  await model.run([...argv]);
  return { project, before, after: model.list("out") };
}

async function restore({ project, before }: Scene): Promise<void> {
  project.remove("out");
  for (const [path, text] of before) project.write(`out/${path}`, text);
}

const SITUATIONS: Readonly<Record<string, readonly string[]>> = {
  "files are replaced": ["--all-stores"],
  "files are replaced and removed": ["--all-stores", "--emit", "json"],
};

describe.each(Object.entries(SITUATIONS))("when %s", (_, argv) => {
  it("a failure of any one change leaves all the old files, or all the new ones and nothing else", async () => {
    const scene = await makeScene(argv);
    const counted = failing(() => false, "");
    await scene.project.run(argv, { files: counted.files });
    expect(counted.changes()).toBeGreaterThan(10);
    for (let broken = 0; broken < counted.changes(); broken++) {
      await restore(scene);
      const { files } = failing((change) => change === broken, "ENOSPC");
      const { exitCode, stderr } = await scene.project.run(argv, { files });
      const found = withoutLeftovers(scene.project.list("out"));
      expect([broken, exitCode, found]).toEqual([broken, exitCode, exitCode === 0 ? scene.after : scene.before]);
      if (exitCode !== 0) expect(stderr).toContain("error[MXC0004]: cannot write ");
    }
  });

  it("a disk that is full from some change on keeps the old files", async () => {
    const scene = await makeScene(argv);
    const counted = failing(() => false, "");
    await scene.project.run(argv, { files: counted.files });
    for (let full = 0; full < counted.changes(); full++) {
      await restore(scene);
      // Names can still be taken back on a full disk.
      const { files } = failing((change) => change >= full, "ENOSPC");
      const { exitCode } = await scene.project.run(argv, {
        files: { ...files, rename: files.rename, remove: diskFileSystem.remove, link: files.link },
      });
      const found = [...withoutLeftovers(scene.project.list("out"))];
      // Every file is wholly old or wholly new, whatever happened.
      const isWhole = ([path, text]: [string, string]) =>
        [scene.before.get(path), scene.after.get(path)].includes(text);
      expect([full, exitCode, found.filter((file) => !isWhole(file))]).toEqual([full, exitCode, []]);
    }
  });

  it("says that the disk is full", async () => {
    const scene = await makeScene(argv);
    const { files } = failing((change) => change === 1, "ENOSPC");
    const { exitCode, stderr } = await scene.project.run(argv, { files });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^error\[MXC0004\]: cannot write out\/\w+\/[\w.]+: no space left on the device\n {2}= help: nothing was changed/,
    );
  });
});

/** What could not be removed either may stay under its second name, which nobody takes for an output. */
function withoutLeftovers(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => !/\.metaxy-(?:new|old)-[\w-]+$/.test(path)));
}
