// The program as a process, with a limit to its memory and its time: large files, links that lead back, and a few mutated
// projects, which come out as they do in this process. Needs dist/ (`npm run build`).

import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type DiskProject, makeProject, removeProjects } from "../cli/disk-project.ts";
import { randomChoices } from "../grammar/generate/choices.ts";
import { openMemoryWorld } from "../memory-world.ts";
import { fuzz, fuzzTimeout, seeds } from "./amount.ts";
import { readCorpus } from "./corpus.ts";
import { mutate } from "./mutate.ts";

afterAll(removeProjects);

const LIBRARY = 'import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";\n';
const feature = (key: string) => `export class F extends BaseSQLModelFeature {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "${key}", idColumns: ["id"] });
  id!: string;
}
`;
const CONFIG = `project = "p"\n[stores.dev]\ntype = "metaxy.ext.duckdb.DuckDBMetadataStore"\nconfig = { database = "a" }
[ext.sqlmodel]\nenable = true\n`;

/** Runs the program with a heap that its parser could fill with one file. */
async function confined(project: DiskProject, argv: readonly string[]) {
  const outcome = await project.spawn(argv, { node: ["--max-old-space-size=1600"], timeout: 60_000 });
  expect(outcome.exitCode, outcome.stderr.slice(-2000)).toBeOneOf([0, 1, 2]);
  expect(outcome.stdout + outcome.stderr).not.toMatch(/MXC9|^ +at .*:\d+:\d+\)?$/m);
  return outcome;
}

/** Texts of a length by what they are made of. */
const LARGE: Readonly<Record<string, (length: number) => string>> = {
  letters: fill("a"),
  hashes: fill("#"),
  quotes: fill('"'),
  backticks: fill("`"),
  "opening brackets": fill("("),
  "closing brackets": fill("}"),
  "less-than signs": fill("<"),
  "beginning comments": fill("/*"),
  "NUL characters": fill("\0"),
  features: (length) => LIBRARY + numbered(length, (index) => feature(`f${index}`).replace(" F ", ` F${index} `)),
  constants: (length) => LIBRARY + feature("f") + numbered(length, (index) => `export const a${index} = ${index};\n`),
  "unknown names": (length) =>
    LIBRARY + numbered(length, (index) => `class A${index} extends B${index} { static spec = 1 }\n`),
  columns: (length) =>
    LIBRARY + feature("f").replace("}\n}", `${numbered(length, (index) => `c${index} = f();\n`)}}\n}`),
};

function fill(text: string): (length: number) => string {
  return (length) => text.repeat(length / text.length);
}

function numbered(length: number, make: (index: number) => string): string {
  let text = "";
  for (let index = 0; text.length < length; index++) text += make(index);
  return text;
}

describe("large files", () => {
  // The first of them where no more is tried than usual: some take half a minute.
  const some = Object.entries(LARGE).slice(0, fuzz(1).numRuns === 1 ? 1 : undefined);

  it.each(some)("of %s are read, or refused when they are larger still", { timeout: 150_000 }, async (_, text) => {
    for (const length of [2_000_000, 10_000_000]) {
      const project = makeProject({ "metaxy.toml": CONFIG, "src/f.ts": text(length) });
      await confined(project, ["src", "--quiet", "--max-diagnostics", "9"]);
    }
  });

  it("are configurations, too", { timeout: 60_000 }, async () => {
    const text = CONFIG + "# comment\n".repeat(1_000_000);
    const project = makeProject({ "metaxy.toml": text, "src/f.ts": LIBRARY + feature("f") });
    const { exitCode, stderr } = await confined(project, ["src"]);
    expect([exitCode, stderr.split("\n")[0]]).toEqual([
      2,
      "error[MXC0101]: the configuration is not valid TOML: the file is too large",
    ]);
  });
});

describe("symbolic links that lead back", () => {
  it("are followed once", async () => {
    const project = makeProject({ "metaxy.toml": CONFIG, "src/f.ts": LIBRARY + feature("f"), "package.json": "{}" });
    const link = (target: string, path: string) => symlinkSync(target, join(project.root, path));
    link("..", "src/up");
    link("self", "src/self");
    link("there.ts", "src/here.ts");
    link("here.ts", "src/there.ts");
    link("missing.ts", "src/nowhere.ts");
    link(".", "node_modules");
    expect(await confined(project, ["src"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect(Object.keys(JSON.parse(project.read("out/dev/metadata.json")).features)).toEqual(["f"]);
    link("metaxy.lock", "metaxy.lock");
    link("tsconfig.json", "tsconfig.json");
    expect(await confined(project, ["src"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

const corpus = readCorpus();

it("mutated projects come out as in memory", { timeout: fuzzTimeout(120_000) }, async () => {
  for (const seed of seeds(4)) {
    const { files, argv, env } = mutate(corpus, randomChoices(seed));
    const bytes = new Map([...files].map(([path, text]) => [path, Buffer.from(text, "latin1")]));
    const { world, outcome } = openMemoryWorld(bytes, { env });
    const { exitCode, stdout, stderr } = outcome(await run(argv, world));
    const project = makeProject(Object.fromEntries(bytes));
    expect(await project.spawn(argv, { env, timeout: 60_000 }), `seed ${seed}`).toEqual({ exitCode, stdout, stderr });
  }
});
