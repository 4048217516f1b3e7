// The same bytes for the same input: whatever the working directory, the machine's folder, locale, time zone, clock and
// order of directory listings. The processes need dist/ (`npm run build`).

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { diskFileSystem, type FileSystem } from "../../src/cli/file-system.ts";
import { readGoldenCases } from "../golden-cases.ts";
import { type DiskProject, makeProject, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

/** File names that locales sort and fold in different ways; each feature depends on the one before. */
const sources = ["I", "i", "ı", "İ", "ä", "z", "Z", "_"].map((letter, index) => [
  `src/${letter}${index}.ts`,
  `import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

/** Ünïcode, made at 12:00. */
export class Feature${index} extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "feature/f${index}",
    idColumns: ["id"],
    fields: ["b", "a"],
    deps: [${index === 0 ? "" : `"feature/f${index - 1}"`}],
  });

  id: string = Field({ index: true });
  when: Date = Field({ default: "2024-03-31T02:30:00Z" });
  amount: number = Field({ default: 1234.5 });
}
`,
]);

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

const files: Readonly<Record<string, string>> = { "metaxy.toml": CONFIG, ...Object.fromEntries(sources) };
const silent = { exitCode: 0, stdout: "", stderr: "" };

async function expectedOutputs(): Promise<ReadonlyMap<string, string>> {
  const project = makeProject(files);
  expect(await project.run(["--all-stores"])).toEqual(silent);
  return project.list("out");
}

/** A disk that lists every directory in an order of its own. */
function shuffled(seed: number): FileSystem {
  return {
    ...diskFileSystem,
    list: (path) => {
      const entries = diskFileSystem.list(path);
      return entries === null
        ? null
        : (fc.sample(fc.shuffledSubarray([...entries], { minLength: entries.length }), { seed, numRuns: 1 })[0] ??
            null);
    },
  };
}

describe("the outputs", () => {
  it("do not depend on the order of directory listings", async () => {
    const expected = await expectedOutputs();
    for (let seed = 1; seed <= 10; seed++) {
      const project = makeProject(files);
      expect(await project.run(["--all-stores"], { files: shuffled(seed) })).toEqual(silent);
      expect(project.list("out")).toEqual(expected);
    }
  });

  it.each<[string, (project: DiskProject) => ReturnType<DiskProject["spawn"]>]>([
    ["the folder of the project", (project) => project.spawn(["--all-stores"])],
    ["the working directory", (project) => project.spawn(["--all-stores"], { cwd: "src" })],
    [
      "how the sources are named",
      (project) =>
        project.spawn(["--all-stores", "--config", "../metaxy.toml", "--out-dir", "../out", "./../src/", "."], {
          cwd: "src",
        }),
    ],
    [
      "a Turkish locale",
      (project) => project.spawn(["--all-stores"], { env: { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } }),
    ],
    ["the C locale", (project) => project.spawn(["--all-stores"], { env: { LC_ALL: "C" } })],
    ["a time zone with summer time", (project) => project.spawn(["--all-stores"], { env: { TZ: "Europe/Berlin" } })],
    [
      "a time zone beyond the date line",
      (project) => project.spawn(["--all-stores"], { env: { TZ: "Pacific/Kiritimati" } }),
    ],
  ])("do not depend on %s", async (_, spawn) => {
    const project = makeProject(files);
    expect(await spawn(project)).toEqual(silent);
    expect(project.list("out")).toEqual(await expectedOutputs());
  });

  it("name no machine, user, version or date", async () => {
    const { version } = JSON.parse(readFileSync(fileURLToPath(new URL("../../package.json", import.meta.url)), "utf8"));
    const project = makeProject(files);
    await project.run(["--all-stores"]);
    const text = [...project.list("out").values()].join("");
    for (const word of [project.root, version, String(new Date().getFullYear()), process.version]) {
      expect(text).not.toContain(word);
    }
  });
});

it("of every golden case are the same on a disk as in memory", async () => {
  const cases = readGoldenCases().filter(({ runs }) => runs.every(({ argv }) => argv.length === 0));
  for (const { name, input, expected, env } of cases) {
    const project = makeProject(Object.fromEntries(input));
    const { exitCode, stderr } = await project.run([], { env, files: shuffled(7) });
    const changed = [...project.list(".")].filter(([path, text]) => input.get(path) !== text);
    const found = new Map(changed.map(([path, text]) => [path.replace(/^out\//, ""), text]));
    if (exitCode !== 0) found.set("exit-code.txt", `${exitCode}\n`);
    if (stderr !== "") found.set("diagnostics.txt", stderr);
    expect([name, found]).toEqual([name, expected]);
  }
});
