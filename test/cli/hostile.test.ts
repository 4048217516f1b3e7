// No code of the user's runs: every module of test/hostile/ leaves a trace, throws, exits, connects, spawns or never ends
// when it is loaded. The built program compiles them in a process that may write to the output folder alone and may
// neither spawn nor open a socket. Needs dist/ (`npm run build`).

import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type DiskProject, makeProject, type Outcome, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const corpus = fileURLToPath(new URL("../hostile", import.meta.url));
const noSockets = fileURLToPath(new URL("no-sockets.cjs", import.meta.url));
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

/** Where only the output folder can be written, nothing can be spawned, and no socket opened. */
function confinement(project: DiskProject): readonly string[] {
  const writable = `--allow-fs-write=${join(project.root, "out")}/*`;
  return [permission, "--no-warnings", "--allow-fs-read=*", writable, "--require", noSockets];
}

/** Runs the program there. */
function confined(project: DiskProject, argv: readonly string[]): Promise<Outcome> {
  return project.spawn(argv, { node: confinement(project) });
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

  it("would leave traces if they ran", async () => {
    const project = openCorpus();
    const { stderr } = await project.spawn([], {
      node: [...confinement(project), "-e", `import("./fire.mjs")`],
    });
    expect(stderr).toBe("canary: module ran\ncanary: connect called\n");
    expect(canaries(project)).toEqual(["out/canary-module"]);
    project.write("outside.mjs", 'import { writeFileSync } from "node:fs";\nwriteFileSync("canary", "");\n');
    const outside = await project.spawn([], { node: [...confinement(project), "-e", `import("./outside.mjs")`] });
    expect(outside.stderr).toContain("ERR_ACCESS_DENIED");
  });
});

/** Leaves a trace as CommonJS. */
const FIRE = (name: string) => `require("node:fs").writeFileSync("out/canary-${name}", "");\nprocess.exit(42);\n`;

/** What a project may point at besides its own modules. */
const SURROUNDINGS: Readonly<Record<string, string>> = {
  "metaxy.toml": `entrypoints = ["fire"]\n${CONFIG}`,
  "fire.py": 'open("out/canary-python", "w").write("")\n',
  "tsconfig.json": JSON.stringify({
    extends: ["./tsconfig.base.js", "tsconfig-package"],
    compilerOptions: { plugins: [{ name: "./fire.cjs", transform: "./fire.cjs" }], paths: { "@/*": ["./lib/*"] } },
  }),
  "tsconfig.base.js": FIRE("tsconfig-base"),
  "fire.cjs": FIRE("plugin"),
  "package.json": JSON.stringify({
    name: "shop",
    exports: { "./keys": { types: "./lib/keys.ts", default: "./fire.cjs" }, ".": "./fire.cjs" },
    imports: { "#keys": "./lib/keys.ts" },
    scripts: { preinstall: "node fire.cjs", prepare: "node fire.cjs" },
    main: "./fire.cjs",
  }),
  "lib/keys.ts": `${FIRE("keys")}export const KEY = "surroundings";\n`,
  "lib/script.js": `${FIRE("script")}export const NAME = "name";\n`,
  "src/surroundings.ts": `import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
import { KEY } from "shop/keys";
import { KEY as INNER } from "#keys";
import { NAME } from "@/script.js";
import { LEVEL } from "fire-package";

export class Surroundings extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: KEY, idColumns: ["id"], metadata: { INNER, NAME, LEVEL } });
  id!: string;
}
`,
  "node_modules/fire-package/package.json": JSON.stringify({ main: "./index.js", types: "./index.d.ts" }),
  "node_modules/fire-package/index.js": FIRE("package"),
  "node_modules/fire-package/index.d.ts": 'export declare const LEVEL: "high";\n',
  "node_modules/tsconfig-package/tsconfig.json": "{}",
  "node_modules/tsconfig-package/index.js": FIRE("tsconfig-package"),
  ...Object.fromEntries(
    ["typescript", "@ts-morph/common", "ts-morph", "zod", "yargs", "metaxy-compile"].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: "./index.js" })],
      [`node_modules/${name}/index.js`, FIRE(name.replace("/", "-"))],
    ]),
  ),
};

describe("what surrounds the modules", () => {
  it("is read as text or not at all", async () => {
    const project = makeProject(SURROUNDINGS);
    project.write("out/keep.txt", "");
    const outcome = await confined(project, ["src"]);
    expect(canaries(project)).toEqual([]);
    expect(outcome).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    const { features } = JSON.parse(project.read("out/dev/metadata.json"));
    expect(Object.keys(features)).toEqual(["surroundings"]);
  });
});
