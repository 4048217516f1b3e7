// `metaxy-compile` and its flags: what is written, printed and returned, for sources and command lines good and bad.

import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { diskFileSystem, type FileSystem } from "../../src/cli/file-system.ts";
import { run } from "../../src/cli/run.ts";
import { memoryFiles, runInMemory } from "../memory-world.ts";
import { makeProject, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const feature = (
  className: string,
  key: string,
  columns = "",
) => `import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class ${className} extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "${key}", idColumns: ["id"] });

  id!: string;
  ${columns}
}
`;

const CONFIG = `project = "shop"

[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb" }

[ext.sqlmodel]
enable = true

[ext.compile]
sources = ["src"]
`;

const clean = { "metaxy.toml": CONFIG, "src/video.ts": feature("Video", "video") };
/** One warning. */
const warns = { ...clean, "src/video.ts": feature("Video", "video", "created_at?: Date;") };
/** Two errors. */
const broken = { ...clean, "src/a.ts": feature("A", "Bad"), "src/b.ts": feature("B", "b", "any!: any;") };

const textsOf = (project: Readonly<Record<string, string>>) => new Map(Object.entries(project));
const compile = (project: Readonly<Record<string, string>>, ...argv: string[]) => runInMemory(argv, textsOf(project));
const codesIn = (text: string) => [...text.matchAll(/\[(MXC\d{4})\]/g)].map(([, code]) => code);

/** The disk, where paths that match cannot be touched in one way. */
function denying(
  operation: "read" | "readPieces" | "list" | "status" | "create" | "makeDirectory",
  path: RegExp,
  files = diskFileSystem,
): FileSystem {
  return {
    ...files,
    [operation]: (target: string, ...rest: never[]) => {
      if (path.test(target)) {
        throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", path: target });
      }
      return (files[operation] as (target: string, ...rest: never[]) => unknown)(target, ...rest);
    },
  };
}

describe("sources", () => {
  it("that do not exist are misuse", async () => {
    const { exitCode, stderr, written } = await compile(clean, "src/nope");
    expect([exitCode, codesIn(stderr), written.size]).toEqual([2, ["MXC0002"], 0]);
  });

  it("without TypeScript files are misuse", async () => {
    const { exitCode, stderr } = await compile({ ...clean, "docs/readme.md": "" }, "docs");
    expect([exitCode, codesIn(stderr)]).toEqual([2, ["MXC0005"]]);
  });

  it("without features are not passed over in silence", async () => {
    const { exitCode, stderr, written } = await compile({ ...clean, "src/video.ts": "export const a = 1;\n" });
    expect([exitCode, codesIn(stderr)]).toEqual([0, ["MXC2093"]]);
    expect([...written.keys()].sort()).toEqual(["out/dev/features.sql", "out/dev/metadata.json", "out/dev/system.sql"]);
  });

  it.each([
    ["a source", "read", /video\.ts$/, "src/video.ts"],
    ["a folder", "list", /src$/, "src"],
    ["a path on the way", "status", /src$/, "src"],
    ["the configuration", "read", /-\w+\/metaxy\.toml$/, "metaxy.toml"],
    ["a package.json", "read", /src\/package\.json$/, "src/package.json"],
  ] as const)("are not compiled in part when %s cannot be read", async (_, operation, path, name) => {
    const project = makeProject({ ...clean, "src/package.json": '{ "name": "shop" }' });
    const { exitCode, stderr } = await project.run([], { files: denying(operation, path) });
    expect([exitCode, codesIn(stderr)]).toEqual([2, ["MXC0003"]]);
    expect(stderr).toContain(`cannot read ${name}: permission denied`);
    expect(project.list("out").size).toBe(0);
  });
});

describe("an import that cannot be read", () => {
  const importing = (imports: string) => ({
    ...clean,
    "src/video.ts": feature("Video", "video").replace(/^/, `${imports}\n`).replace('"video"', "KEY"),
    "lib/index.ts": 'export { KEY } from "./names.ts";\n',
    "lib/names.ts": 'export const KEY = "video";\n',
    "lib/names.json": '{ "key": "video" }\n',
  });

  it.each([
    ['import { KEY } from "../lib/names.ts";', "lib/names.ts"],
    ['import { KEY } from "../lib/names.js";', "lib/names.ts"],
    ['import { KEY } from "../lib/index.ts";', "lib/names.ts"],
    ['import * as names from "../lib/names.ts";\nconst KEY = names.KEY;', "lib/names.ts"],
    ['import { key as KEY } from "../lib/names.json";', "lib/names.json"],
  ])("is one mistake: %s", async (imports, name) => {
    const project = makeProject(importing(imports));
    expect(await project.run(["check"])).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("MXC0009") });
    const { exitCode, stderr } = await project.run([], { files: denying("read", /lib\/names\.(ts|json)$/) });
    expect([exitCode, codesIn(stderr)]).toEqual([2, ["MXC0003"]]);
    expect(stderr).toContain(`cannot read ${name}: permission denied`);
    expect(project.list("out").size).toBe(0);
  });

  it("is one mistake of its folder when nobody may enter that", async () => {
    const project = makeProject(importing('import { KEY } from "../lib/names.ts";'));
    const files = denying("read", /lib\//, denying("status", /lib\//));
    const { exitCode, stderr } = await project.run([], { files });
    expect([exitCode, codesIn(stderr)]).toEqual([2, ["MXC0003"]]);
    expect(stderr).toContain("cannot read lib: permission denied");
  });
});

describe("caches that belong to somebody else", () => {
  it.each(["read", "status", "create", "makeDirectory"] as const)("are done without (%s)", async (operation) => {
    const project = makeProject(clean);
    const files = denying(operation, /cache|node_modules/);
    const { exitCode, stderr } = await project.run([], { files, caches: true });
    expect([exitCode, stderr, project.list("out").size]).toEqual([0, "", 3]);
  });
});

describe("outputs", () => {
  it.each(["makeDirectory", "create"] as const)("that cannot be written (%s) are reported", async (operation) => {
    const project = makeProject(clean);
    const { exitCode, stderr } = await project.run([], { files: denying(operation, /out/) });
    expect([exitCode, codesIn(stderr)]).toEqual([2, ["MXC0004"]]);
    expect(project.list("out").size).toBe(0);
  });

  it.each([[], ["check"], ["--check"], ["--dry-run"]])(
    "that nobody may look for are reported (%s)",
    async (...argv) => {
      const project = makeProject(clean);
      const { exitCode, stderr } = await project.run(argv, { files: denying("readPieces", /out/) });
      expect([exitCode, codesIn(stderr), project.list("out").size]).toEqual([2, ["MXC0003"], 0]);
      expect(stderr).toContain("cannot read out/dev/metadata.json: permission denied");
    },
  );

  it("below a folder that takes none are reported", async () => {
    const project = makeProject(clean);
    const { exitCode, stderr } = await project.run(["--out-dir", "/proc/out"]);
    expect([exitCode, codesIn(stderr)]).toEqual([2, ["MXC0004"]]);
  });

  it("that are folders are reported", async () => {
    const project = makeProject({ ...clean, "out/dev/system.sql/keep.txt": "mine" });
    const { exitCode, stderr } = await project.run([]);
    expect([exitCode, codesIn(stderr)]).toEqual([2, ["MXC0004"]]);
    expect([...project.list("out").keys()]).toEqual(["dev/system.sql/keep.txt"]);
  });

  it("of two stores never have one name", async () => {
    const second = CONFIG.replace(
      "[ext.sqlmodel]",
      '[stores.Dev]\ntype = "metaxy.ext.duckdb.DuckDBMetadataStore"\nconfig = { database = "x" }\n\n[ext.sqlmodel]',
    );
    const { exitCode, stderr, written } = await compile({ ...clean, "metaxy.toml": second }, "--all-stores");
    expect([exitCode, codesIn(stderr), written.size]).toEqual([2, ["MXC0006"], 0]);
  });

  it("are not touched when they are as they should be", async () => {
    const { written } = await compile(clean);
    const again = await compile({ ...clean, ...Object.fromEntries(written) });
    expect([again.exitCode, again.written.size, again.stderr]).toEqual([0, 0, ""]);
  });
});

describe("--check", () => {
  const upToDate = async (): Promise<Readonly<Record<string, string>>> => ({
    ...clean,
    ...Object.fromEntries((await compile(clean)).written),
  });

  it("finds nothing where everything is up to date, and so does the command of that name", async () => {
    const project = await upToDate();
    for (const argv of [["--check"], ["check"], ["check", "src"]]) {
      const { exitCode, stdout, stderr, written } = await compile(project, ...argv);
      expect([exitCode, stdout, stderr, written.size]).toEqual([0, "", "", 0]);
    }
  });

  it("finds what is missing", async () => {
    const { "out/dev/system.sql": _, ...rest } = await upToDate();
    const { exitCode, stdout, stderr, written } = await compile(rest, "--check");
    expect([exitCode, codesIn(stderr), written.size]).toEqual([1, ["MXC0009"], 0]);
    expect(stdout).toMatch(/^--- \/dev\/null\n\+\+\+ b\/out\/dev\/system\.sql\n@@ -0,0 \+1,\d+ @@\n\+-- Generated by/);
  });

  it("finds what is stale, with a unified diff", async () => {
    const project = await upToDate();
    const path = "out/dev/features.sql";
    const stale = { ...project, [path]: (project[path] ?? "").replace('"id" VARCHAR', '"id" TEXT') };
    const { exitCode, stdout, stderr } = await compile(stale, "--check");
    expect([exitCode, codesIn(stderr)]).toEqual([1, ["MXC0008"]]);
    expect(stdout).toContain(`--- a/${path}\n+++ b/${path}\n`);
    expect(stdout).toContain('\n-  "id" TEXT NOT NULL\n+  "id" VARCHAR NOT NULL\n');
  });

  it("finds what is no longer produced, and nobody else's files", async () => {
    const project = { ...(await upToDate()), "out/dev/mine.sql": "mine" };
    const { exitCode, stdout, stderr } = await compile(project, "--check", "--emit", "json");
    expect([exitCode, codesIn(stderr)]).toEqual([1, ["MXC0008", "MXC0010", "MXC0010"]]);
    expect(stdout).toContain("--- a/out/dev/system.sql\n+++ /dev/null\n");
    expect(stdout).not.toContain("mine");
  });
});

describe("a flag", () => {
  it("--dry-run lists and writes nothing", async () => {
    const { exitCode, stdout, written } = await compile(clean, "--dry-run");
    expect([exitCode, written.size]).toEqual([0, 0]);
    expect(stdout).toBe("write out/dev/features.sql\nwrite out/dev/system.sql\nwrite out/dev/metadata.json\n");
  });

  it("--stdout prints the SQL, or else the JSON, and writes nothing", async () => {
    const { stdout, written } = await compile(clean, "--stdout");
    expect([stdout.match(/CREATE TABLE/g)?.length, written.size]).toEqual([3, 0]);
    const { stdout: json } = await compile(clean, "--stdout", "--emit", "json");
    expect(JSON.parse(json)).toMatchObject({ generator: "metaxy-compile", files: ["metadata.json"].slice(1) });
  });

  it("--strict makes errors of warnings, and nothing is written", async () => {
    const lenient = await compile(warns);
    expect([lenient.exitCode, codesIn(lenient.stderr), lenient.written.size]).toEqual([0, ["MXC2031"], 3]);
    const strict = await compile(warns, "--strict");
    expect([strict.exitCode, strict.written.size]).toEqual([1, 0]);
    expect(strict.stderr).toContain("error[MXC2031]");
  });

  it("--quiet leaves warnings out and errors in", async () => {
    expect((await compile(warns, "--quiet")).stderr).toBe("");
    expect(codesIn((await compile(broken, "--quiet")).stderr)).toEqual(["MXC2005", "MXC1040"]);
  });

  it("--max-diagnostics says how many more there are", async () => {
    const { exitCode, stderr } = await compile(broken, "--max-diagnostics", "1");
    expect([exitCode, codesIn(stderr)]).toEqual([1, ["MXC2005"]]);
    expect(stderr).toContain("… and 1 more");
  });

  it("--out-dir is relative to the working directory", async () => {
    const { written } = await runInMemory(["--out-dir", "sql"], textsOf(clean), { cwd: "src" });
    expect([...written.keys()].sort()[0]).toBe("src/sql/dev/features.sql");
  });
});

describe("--format", () => {
  it("json is one document on stdout, whatever happens", async () => {
    for (const [project, argv, exitCode] of [
      [clean, [], 0],
      [broken, [], 1],
      [clean, ["--nonsense"], 2],
      [{ ...clean, "metaxy.toml": "projct = 1" }, [], 2],
      [clean, ["--check"], 1],
      [clean, ["--dry-run"], 0],
    ] as const) {
      const result = await compile(project, ...argv, "--format", "json");
      const { diagnostics, summary } = JSON.parse(result.stdout);
      expect([result.exitCode, summary.errors > 0, diagnostics.length > 0]).toEqual([
        exitCode,
        exitCode !== 0,
        exitCode !== 0,
      ]);
      expect(result.stderr).toBe("");
    }
  });

  it("json says where and what was written", async () => {
    const { stdout } = await compile(warns, "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [
        {
          code: "MXC2031",
          severity: "warning",
          location: { path: "src/video.ts", line: 8, column: 3, end_line: 8, end_column: 13 },
        },
      ],
      summary: {
        errors: 0,
        warnings: 1,
        features: 1,
        files: ["out/dev/features.sql", "out/dev/system.sql", "out/dev/metadata.json"],
      },
    });
  });

  it("sarif has a result per diagnostic, each with its rule and region", async () => {
    const { stdout } = await compile(broken, "--format", "sarif");
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe("2.1.0");
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(["MXC1040", "MXC2005"]);
    expect(runs[0].results).toMatchObject([
      {
        ruleId: "MXC2005",
        ruleIndex: 1,
        level: "error",
        locations: [{ physicalLocation: { region: { startLine: 5 } } }],
      },
      { ruleId: "MXC1040", ruleIndex: 0 },
    ]);
  });

  it("github prints one workflow command per diagnostic", async () => {
    const { stdout, stderr } = await compile(broken, "--format", "github");
    expect(stdout.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        /^::error file=src\/a\.ts,line=5,endLine=5,col=\d+,endColumn=\d+,title=MXC2005::a feature key/,
      ),
      expect.stringMatching(/^::error file=src\/b\.ts,line=8,.*title=MXC1040::/),
    ]);
    expect(stderr).toBe("");
  });

  it("tsc prints what TypeScript's problem matchers read", async () => {
    const { stdout } = await compile(broken, "--format", "tsc");
    expect(stdout.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^src\/a\.ts\(5,\d+\): error TS772005: \[MXC2005\] /),
      expect.stringMatching(/^src\/b\.ts\(8,\d+\): error TS771040: \[MXC1040\] /),
    ]);
  });
});

describe("colour", () => {
  it.each([
    ["is off where nobody watches", false, {}, [], false],
    ["is on in a terminal", true, {}, [], true],
    ["is off with NO_COLOR", true, { NO_COLOR: "1" }, [], false],
    ["is on with an empty NO_COLOR", true, { NO_COLOR: "" }, [], true],
    ["is off in a dumb terminal", true, { TERM: "dumb" }, [], false],
    ["is on with --color, whatever the environment", false, { NO_COLOR: "1" }, ["--color"], true],
    ["is off with --no-color", true, {}, ["--no-color"], false],
  ] as const)("%s", async (_, isTerminal, env, argv, colored) => {
    let printed = "";
    const output = {
      isTerminal,
      write: (text: string) => {
        printed += text;
      },
    };
    await run([...argv], {
      cwd: "/project",
      env,
      files: memoryFiles(new Map(Object.entries(broken).map(([path, text]) => [`/project/${path}`, text]))),
      cacheHome: null,
      now: () => 0,
      git: async () => ({ kind: "missing" }),
      stdout: output,
      stderr: output,
    });
    expect(codesIn(stripVTControlCharacters(printed))).toEqual(["MXC2005", "MXC1040"]);
    expect(printed.includes("\u001b[")).toBe(colored);
  });
});
