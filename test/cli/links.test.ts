// Symbolic links and other things that a repository, or somebody else on the machine, puts where a run will write: what they
// lead to is neither changed, removed nor shown.

import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { diskFileSystem, type FileSystem } from "../../src/cli/file-system.ts";
import { makeProject, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const feature = (columns = "") => `import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  id!: string;
  ${columns}
}
`;

const OUTPUTS = ["dev/features.sql", "dev/metadata.json", "dev/system.sql"];
const SECRET = "somebody else's, and secret\n";
const silent = { exitCode: 0, stdout: "", stderr: "" };

/** A project, and a folder that is none of its business with a file in it. */
function openScene() {
  const project = makeProject({ "src/video.ts": feature() });
  const elsewhere = makeProject({ victim: SECRET });
  return {
    project,
    elsewhere: elsewhere.root,
    victim: join(elsewhere.root, "victim"),
    at: (path: string) => join(project.root, path),
    /** Puts a link into the project. */
    link(path: string, target: string) {
      mkdirSync(join(project.root, path, ".."), { recursive: true });
      symlinkSync(target, join(project.root, path));
    },
    expectUntouched: () => expect([...elsewhere.list(".")]).toEqual([["victim", SECRET]]),
  };
}

/** The machine's disk, where somebody does something just before each call of a kind. */
function sabotage(
  operation: "create" | "append" | "makeDirectory" | "rename",
  act: (path: string) => void,
): FileSystem {
  return {
    ...diskFileSystem,
    [operation]: (path: string, ...rest: unknown[]) => {
      act(path);
      return (diskFileSystem[operation] as (path: string, ...rest: unknown[]) => void)(path, ...rest);
    },
  };
}

const isLink = (path: string) => lstatSync(path).isSymbolicLink();

describe("temporary names", () => {
  it("cannot be known beforehand", async () => {
    const { project, at } = openScene();
    const seen: string[] = [];
    const files = sabotage("create", (path) => seen.push(path));
    await project.run(["src"], { files });
    project.remove("out");
    await project.run(["src"], { files });
    expect(seen.length).toBe(6);
    expect(new Set(seen.map((path) => path.slice(at("out").length))).size).toBe(6);
    expect(seen.every((path) => /\.metaxy-new-[0-9a-f]{8}-\d+-[0-9a-f]{16}$/.test(path))).toBe(true);
  });

  it("are not followed where they are links all the same", async () => {
    const { project, victim, expectUntouched } = openScene();
    const files = sabotage("create", (path) => symlinkSync(victim, path));
    const { exitCode, stderr } = await project.run(["src"], { files });
    expectUntouched();
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("error[MXC0004]: cannot write out/dev/")]);
  });

  it("of earlier runs are removed as links, not what they lead to", async () => {
    const { project, victim, link, at, expectUntouched } = openScene();
    let left = "";
    const failing = sabotage("rename", (path) => {
      left ||= path.slice(at("").length);
    });
    await project.run(["src"], { files: failing });
    // A process that is gone for certain: no machine has such a number.
    const abandoned = left.replace(/-\d+-([0-9a-f]+)$/, "-4194305-$1");
    link(abandoned, victim);
    project.write("src/video.ts", feature("title!: string;"));
    expect(await project.run(["src"])).toEqual(silent);
    expect([...readdirSync(at("out/dev"))].sort()).toEqual(OUTPUTS.map((path) => path.slice("dev/".length)));
    expectUntouched();
  });
});

describe("a link in the place of an output", () => {
  it.each(OUTPUTS)("is replaced, not followed (%s)", async (output) => {
    const { project, victim, link, at, expectUntouched } = openScene();
    link(`out/${output}`, victim);
    expect(await project.run(["src"])).toEqual(silent);
    expect([isLink(at(`out/${output}`)), [...project.list("out").keys()]]).toEqual([false, OUTPUTS]);
    expectUntouched();
  });

  it("comes back as a link when the run fails", async () => {
    const { project, victim, link, at, expectUntouched } = openScene();
    link("out/dev/features.sql", victim);
    let renamed = 0;
    const files = sabotage("rename", () => {
      if (++renamed === 2) throw Object.assign(new Error("full"), { code: "ENOSPC" });
    });
    expect((await project.run(["src"], { files })).exitCode).toBe(2);
    expect([isLink(at("out/dev/features.sql")), readdirSync(at("out/dev"))]).toEqual([true, ["features.sql"]]);
    expectUntouched();
  });

  it("does not show what it leads to", async () => {
    const { project, victim, link } = openScene();
    link("out/dev/features.sql", victim);
    const { exitCode, stdout, stderr } = await project.run(["src", "--check"]);
    expect(exitCode).toBe(1);
    expect(stdout + stderr).not.toContain("secret");
  });

  it("is no file that init may overwrite, even when it leads to nothing", async () => {
    const { project, elsewhere, link, at, expectUntouched } = openScene();
    link("metaxy.toml", join(elsewhere, "nothing"));
    const { exitCode, stderr } = await project.run(["init"]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("error[MXC0012]: metaxy.toml exists already")]);
    expect(isLink(at("metaxy.toml"))).toBe(true);
    expectUntouched();
  });
});

describe("a hard link in the place of an output", () => {
  it("keeps the file's other name as it was", async () => {
    const { project, victim, at, expectUntouched } = openScene();
    mkdirSync(at("out/dev"), { recursive: true });
    linkSync(victim, at("out/dev/features.sql"));
    expect(await project.run(["src"])).toEqual(silent);
    expectUntouched();
  });
});

describe("a folder of outputs that is a link", () => {
  it.each([["out"], ["out/dev"]])("out of the project is refused, whatever the run would do (%s)", async (folder) => {
    for (const argv of [[], ["--check"], ["--dry-run"]]) {
      const { project, elsewhere, link, expectUntouched } = openScene();
      link(folder, elsewhere);
      const { exitCode, stderr } = await project.run(["src", ...argv]);
      expect([argv, exitCode, stderr]).toEqual([
        argv,
        2,
        expect.stringContaining("error[MXC0140]: a symbolic link leads"),
      ]);
      expectUntouched();
    }
  });

  it("to nothing is refused", async () => {
    const { project, elsewhere, link, expectUntouched } = openScene();
    link("out", join(elsewhere, "new"));
    const { exitCode, stderr } = await project.run(["src"]);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining("error[MXC0140]: a symbolic link leads 'out/dev' to nothing"),
    ]);
    expectUntouched();
  });

  it("of `init` out of the project is refused", async () => {
    const { project, elsewhere, link, expectUntouched } = openScene();
    project.remove("src");
    link("src", elsewhere);
    const { exitCode, stderr } = await project.run(["init"]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("error[MXC0140]")]);
    expectUntouched();
    expect(readdirSync(project.root)).toEqual(["src"]);
  });

  it("within the project is followed", async () => {
    const { project, link, at } = openScene();
    mkdirSync(at("sql"));
    link("out", "sql");
    expect(await project.run(["src"])).toEqual(silent);
    expect([isLink(at("out")), [...project.list("sql").keys()]]).toEqual([true, OUTPUTS]);
  });

  it("is no matter where the folder is named itself", async () => {
    const { project, elsewhere } = openScene();
    expect(await project.run(["src", "--out-dir", elsewhere])).toEqual(silent);
    expect(readdirSync(elsewhere)).toEqual(["dev", "victim"]);
  });

  it("on the way to a folder outside of the project is the machine's", async () => {
    const { project, elsewhere } = openScene();
    const machine = makeProject({});
    symlinkSync(elsewhere, join(machine.root, "data"));
    expect(await project.run(["src", "--out-dir", join(machine.root, "data/sql")])).toEqual(silent);
    expect(readdirSync(join(elsewhere, "sql/dev")).length).toBe(3);
  });

  it("by the time it has been made is refused", async () => {
    const { project, elsewhere, at, expectUntouched } = openScene();
    const files = sabotage("makeDirectory", (path) => {
      if (path === at("out/dev")) {
        mkdirSync(at("out"));
        symlinkSync(elsewhere, path);
      }
    });
    const { exitCode, stderr } = await project.run(["src"], { files });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("error[MXC0140]")]);
    expectUntouched();
  });
});

describe("caches", () => {
  const edit = feature("title!: string;");

  it("are for this user alone", async () => {
    const { project, at } = openScene();
    await project.run(["src"], { caches: true });
    project.write("src/video.ts", "broken(");
    await project.run(["src"], { caches: true });
    const entries = readdirSync(at("cache"), { recursive: true, withFileTypes: true });
    expect(entries.length).toBeGreaterThan(3);
    for (const entry of entries) {
      const mode = lstatSync(join(entry.parentPath, entry.name)).mode & 0o777;
      expect([entry.name, mode]).toEqual([entry.name, entry.isDirectory() ? 0o700 : 0o600]);
    }
  });

  it("do not lie where a repository could bring them along", async () => {
    const { project, at } = openScene();
    mkdirSync(at("node_modules/.cache"), { recursive: true });
    await project.run(["src"], { caches: true });
    expect(readdirSync(at("node_modules/.cache"))).toEqual([]);
  });

  it.each(["create", "append"] as const)("are not written through links (%s)", async (operation) => {
    const { project, victim, expectUntouched } = openScene();
    let planted = 0;
    const files = sabotage(operation, (path) => {
      if (!path.includes("/cache/")) return;
      symlinkSync(victim, path);
      planted++;
    });
    for (const text of [feature(), edit, "broken("]) {
      project.write("src/video.ts", text);
      await project.run(["src"], { files, caches: true });
      expectUntouched();
    }
    expect(planted).toBeGreaterThan(0);
  });

  it("are done without where somebody else could change them", async () => {
    for (const spoil of ["link", "mode"] as const) {
      const { project, at, elsewhere, expectUntouched } = openScene();
      await project.run(["src"], { caches: true });
      const [folder = ""] = findCaches(at("cache"));
      if (spoil === "mode") chmodSync(folder, 0o777);
      else {
        renameSync(folder, `${folder}-moved`);
        symlinkSync(elsewhere, folder);
      }
      const read: string[] = [];
      const files: FileSystem = {
        ...diskFileSystem,
        read(path) {
          read.push(path);
          return diskFileSystem.read(path);
        },
      };
      project.write("src/video.ts", edit);
      expect(await project.run(["src"], { files, caches: true })).toEqual(silent);
      expect(read.filter((path) => path.includes("/cache/"))).toEqual([]);
      expectUntouched();
    }
  });

  function findCaches(home: string): readonly string[] {
    const found = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return [...new Set(found.map(({ parentPath }) => parentPath))];
  }
});

it("a named pipe in the place of an output is replaced, not waited for", async () => {
  const { project, at } = openScene();
  mkdirSync(at("out/dev"), { recursive: true });
  const { spawnSync } = await import("node:child_process");
  if (spawnSync("mkfifo", [at("out/dev/features.sql")]).status !== 0) return;
  writeFileSync(at("out/dev/notes"), "");
  expect(await project.run(["src"])).toEqual(silent);
  expect(lstatSync(at("out/dev/features.sql")).isFile()).toBe(true);
});

it("a device that files of the project lead to is not read without end", async () => {
  const { project, link } = openScene();
  for (const path of ["package.json", "tsconfig.json", "node_modules/x/package.json"]) link(path, "/dev/zero");
  project.write("src/other.ts", 'import { X } from "x";\nexport const Y = [X];\n');
  const { exitCode, stderr } = await project.run(["src"]);
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining("error[MXC2094]: package.json is not valid JSON")]);
});
