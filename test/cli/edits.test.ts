// After any edit, what is on the disk is what compiling everything would have put there: runs in a row over one output
// folder, with caches, against a fresh compilation of the same sources.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import { diskFileSystem } from "../../src/cli/file-system.ts";
import { run } from "../../src/cli/run.ts";
import type { World } from "../../src/cli/world.ts";
import * as edits from "../../src/recompile.ts";

const scratch = mkdtempSync(join(tmpdir(), "metaxy-edits-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const IMPORTS = `import { BaseSQLModelFeature, FeatureDep, FeatureSpec, Field, FieldSpec, type Int64, Index } from "metaxy-compile/dsl";\n`;

const SOURCES: Readonly<Record<string, string>> = {
  "src/shared.ts": `export const IDS = ["id"];\nexport const VERSION = "1";\nexport type Size = bigint;\n`,
  "src/base.ts": `${IMPORTS}export abstract class Base extends BaseSQLModelFeature {\n  id!: string;\n  /** Where it lies. */\n  path!: string;\n}\n`,
  "src/raw.ts": `${IMPORTS}import { IDS, VERSION } from "./shared.js";\nimport { Base } from "./base.js";\n/** Raw. */\nexport class Raw extends Base {\n  static override readonly table = true;\n  static override readonly spec = new FeatureSpec({ key: "raw", idColumns: [...IDS], fields: [new FieldSpec({ key: "a", codeVersion: VERSION })] });\n  size!: Int64;\n}\n`,
  "src/clean.ts": `${IMPORTS}import { IDS, type Size } from "./shared.js";\nimport { Base } from "./base.js";\nimport { Raw } from "./raw.js";\nexport class Clean extends Base {\n  static override readonly table = true;\n  static override readonly spec = new FeatureSpec({ key: "clean", idColumns: [...IDS], deps: [new FeatureDep({ feature: Raw })], fields: ["a"] });\n  size!: Size | null;\n}\n`,
  "src/final.ts": `${IMPORTS}import { Clean } from "./clean.js";\nexport class Final extends BaseSQLModelFeature {\n  static override readonly table = true;\n  static override readonly spec = new FeatureSpec({ key: "final", idColumns: ["id"], deps: [Clean] });\n  static override readonly tableArgs = [new Index({ columns: ["score"] })];\n  id!: string;\n  score!: number;\n}\n`,
  "src/alone.ts": `${IMPORTS}export class Alone extends BaseSQLModelFeature {\n  static override readonly table = true;\n  static override readonly spec = new FeatureSpec({ key: "alone", idColumns: ["id"] });\n  // metaxy-ignore MXC2720: rows are written once\n  id: string = Field({ primaryKey: true });\n  note?: string;\n}\nexport class Other extends BaseSQLModelFeature {\n  static override readonly table = true;\n  static override readonly spec = new FeatureSpec({ key: "other", idColumns: ["id"] });\n  // metaxy-ignore MXC2720: rows are written once\n  id: string = Field({ primaryKey: true });\n  alone!: string;\n}\n`,
};

/** Edits by a phrase that says what they do; each turns one text into another, or leaves a text it does not fit. */
const EDITS: Readonly<Record<string, readonly [path: string, from: string, to: string]>> = {
  "adds a column": ["src/alone.ts", "  note?: string;\n", "  note?: string;\n  added!: boolean;\n"],
  "changes a type": ["src/final.ts", "score!: number", "score!: bigint"],
  "changes a comment": ["src/raw.ts", "/** Raw. */", "/** Raw, really. */"],
  "moves lines": ["src/clean.ts", "export class Clean", "\n\n// here it comes\nexport class Clean"],
  "raises a code version": ["src/raw.ts", "codeVersion: VERSION", 'codeVersion: "2"'],
  "changes a shared constant": ["src/shared.ts", 'VERSION = "1"', 'VERSION = "9"'],
  "changes a shared type": ["src/shared.ts", "Size = bigint", "Size = number"],
  "changes a shared column": ["src/base.ts", "path!: string", "path!: string | null"],
  "spoils a shared constant": [
    "src/alone.ts",
    "export class Alone",
    'import { IDS } from "./shared.js";\nIDS.push("x");\nexport class Alone',
  ],
  "renames a key": ["src/alone.ts", 'key: "other"', 'key: "another"'],
  "takes the name of another table": ["src/alone.ts", 'key: "other"', 'key: "raw"'],
  "adds a dependency": [
    "src/alone.ts",
    'key: "other", idColumns: ["id"]',
    'key: "other", idColumns: ["id"], deps: ["raw"]',
  ],
  "removes a dependency": ["src/final.ts", ", deps: [Clean]", ""],
  "removes a feature": [
    "src/alone.ts",
    'static override readonly spec = new FeatureSpec({ key: "other", idColumns: ["id"] });',
    "",
  ],
  "makes a feature of a base class": [
    "src/base.ts",
    "export abstract class Base",
    "export abstract class Unrelated extends BaseSQLModelFeature {}\nexport abstract class Base",
  ],
  "adds an index": [
    "src/final.ts",
    'new Index({ columns: ["score"] })',
    'new Index({ columns: ["score"] }), new Index({ name: "by_id", columns: ["id"] })',
  ],
  "takes the name of another index": [
    "src/alone.ts",
    "note?: string;",
    'note: string = Field({ index: true });\n  static override readonly tableArgs = [new Index({ name: "ix_final_score", columns: ["id"] })];',
  ],
  "refers to a column": ["src/alone.ts", "alone!: string;", 'alone: string = Field({ foreignKey: "alone.id" });'],
  "makes a mistake": ["src/clean.ts", 'key: "clean"', "key: makeKey()"],
  "does not parse": ["src/final.ts", "export class Final", "export clas Final"],
  "only warns": ["src/alone.ts", "note?: string;", "created_at?: Date;"],
};

const tableOf = (name: string, key: string, body: string) =>
  `export class ${name} extends BaseSQLModelFeature {\n  static override readonly table = true;\n  static override readonly spec = new FeatureSpec({ key: "${key}", idColumns: ["id"] });\n${body.replace("  id: ", "  // metaxy-ignore MXC2720: rows are written once\n  id: ")}}\n`;

/** Tables that refer to each other in a circle, and one that is made elsewhere. */
const CIRCLE: Readonly<Record<string, string>> = {
  "src/face.ts": `${IMPORTS}${tableOf("Face", "face", '  id: Int64 = Field({ primaryKey: true });\n  person: string = Field({ foreignKey: "person.id" });\n')}`,
  "src/person.ts": `${IMPORTS}${tableOf("Person", "person", '  id: string = Field({ primaryKey: true });\n  cover: Int64 | null = Field({ foreignKey: "face.id" });\n')}`,
  "src/album.ts": `${IMPORTS}import { Owner } from "./owner.js";\n${tableOf("Album", "album", '  id: string = Field({ primaryKey: true });\n  owner: string = Field({ foreignKey: [Owner, "id"] });\n')}`,
  "src/owner.ts": `${IMPORTS}${tableOf("Owner", "owner", '  static override readonly project = "accounts";\n  id: string = Field({ primaryKey: true });\n')}`,
};

const CIRCLE_EDITS: typeof EDITS = {
  "changes what the closing key does": ["src/face.ts", '"person.id" }', '"person.id", onDelete: "CASCADE" }'],
  "adds a column to the last table": ["src/person.ts", "  cover", "  name!: string;\n  cover"],
  "opens the circle": ["src/person.ts", ' = Field({ foreignKey: "face.id" })', ""],
  "closes the circle otherwise": ["src/face.ts", "id: Int64 = Field", "id: bigint = Field"],
  "adds a table before them": ["src/album.ts", 'key: "album"', 'key: "zoo"'],
  "changes the type of a key elsewhere": ["src/owner.ts", "id: string", "id: Int64"],
  "takes a key elsewhere away": ["src/owner.ts", " = Field({ primaryKey: true })", ""],
};

let worlds = 0;

/** A project on the disk with caches; `compile` brings its outputs up to date, `write` edits a source. */
function openProject(
  sources = SOURCES,
  store = { name: "dev", argv: [] as readonly string[] },
  configuration: string | null = null,
) {
  const root = join(scratch, `project-${worlds++}`);
  const texts = new Map(Object.entries(sources));
  const write = (path: string, text: string) => {
    texts.set(path, text);
    diskFileSystem.makeDirectory(join(root, path, ".."));
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of texts) write(path, text);
  writeFileSync(join(root, "package.json"), '{ "name": "edits" }');
  if (configuration !== null) writeFileSync(join(root, "metaxy.toml"), configuration);
  const compile = async (outDirectory: string, cacheHome: string | null) => {
    let printed = "";
    const write = (text: string) => {
      printed += text;
    };
    const output = { write, isTerminal: false };
    const git: World["git"] = async () => ({ kind: "missing" });
    const world: World = {
      cwd: root,
      env: {},
      files: diskFileSystem,
      cacheHome,
      now: () => 0,
      git,
      stdout: output,
      stderr: output,
    };
    return { exitCode: await run(["src", "--out-dir", outDirectory, ...store.argv], world), printed };
  };
  const outputs = (outDirectory: string) =>
    ["features.sql", "system.sql", "metadata.json"].map((name) => {
      const bytes = diskFileSystem.read(join(root, outDirectory, store.name, name));
      return bytes === null ? null : new TextDecoder().decode(bytes);
    });
  return {
    texts,
    write,
    /** Compiles with the caches of earlier runs, and from nothing. */
    async compare() {
      const warm = await compile("out", join(root, "cache"));
      const before = outputs("out");
      diskFileSystem.remove(join(root, "fresh", store.name, "features.sql"));
      rmSync(join(root, "fresh"), { recursive: true, force: true });
      const cold = await compile("fresh", null);
      expect(warm).toEqual(cold);
      if (cold.exitCode === 0) expect(before).toEqual(outputs("fresh"));
      return before.join("");
    },
  };
}

describe("an edit", () => {
  it.each(Object.entries(EDITS))(
    "that %s leaves what compiling everything would",
    async (_phrase, [path, from, to]) => {
      const project = openProject();
      await project.compare();
      const text = project.texts.get(path) ?? "";
      expect(text).toContain(from);
      project.write(path, text.replace(from, to));
      await project.compare();
      project.write(path, text);
      await project.compare();
    },
  );

  it.each(Object.entries(CIRCLE_EDITS))(
    "among tables in a circle that %s leaves what compiling everything would",
    async (_phrase, [path, from, to]) => {
      const project = openProject(CIRCLE, {
        name: "postgresql",
        argv: ["--dialect", "postgresql", "--project", "edits"],
      });
      // It is about a key that comes after the tables and about one that leads to another project.
      expect(await project.compare()).toMatch(
        /have to be there before: "owner"[\s\S]*\nALTER TABLE "face" ADD CONSTRAINT/,
      );
      const text = project.texts.get(path) ?? "";
      expect(text).toContain(from);
      project.write(path, text.replace(from, to));
      await project.compare();
      project.write(path, text);
      await project.compare();
    },
  );

  it.each([
    ["", null, ""],
    [
      ", also where the configuration is warned of",
      '[stores.dev]\ntype = "metaxy.ext.duckdb.DuckDBMetadataStore"\nconfig = { database = "x.db", table_prefix = "my-" }\n\n[ext.sqlmodel]\nenable = true\n',
      "my-",
    ],
  ])("that touches one feature compiles only what depends on it%s", async (_phrase, configuration, prefix) => {
    const recompile = vi.spyOn(edits, "recompile");
    const project = openProject(SOURCES, undefined, configuration);
    await project.compare();
    const text = project.texts.get("src/final.ts") ?? "";
    project.write("src/final.ts", text.replace("score!: number", "score!: string"));
    await project.compare();
    expect(recompile.mock.results.map(({ value }) => [...(value?.units ?? [])].sort())).toEqual([
      ["feature final", `keys ${prefix}final`, "project version", `table ${prefix}final`],
    ]);
    recompile.mockRestore();
  });

  it("after any others leaves what compiling everything would", async () => {
    const phrases = fc.array(fc.constantFrom(...Object.keys(EDITS)), { minLength: 2, maxLength: 6 });
    const check = async (sequence: readonly string[]) => {
      const project = openProject();
      await project.compare();
      for (const phrase of sequence) {
        const [path, from, to] = EDITS[phrase] ?? ["", "", ""];
        const text = project.texts.get(path) ?? "";
        project.write(path, text.includes(to) ? text.replace(to, from) : text.replace(from, to));
        await project.compare();
      }
    };
    await fc.assert(fc.asyncProperty(phrases, check), { seed: 1, numRuns: 8 });
  });
});
