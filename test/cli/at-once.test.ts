// Runs at once do not take each other's files, and a run that was killed leaves nothing for long. The processes need
// dist/ (`npm run build`).

import { spawnSync } from "node:child_process";
import { hash } from "node:crypto";
import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { makeProject, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const SOURCE = `import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  id!: string;
}
`;

/** Kills its process before some change of the disk. */
const killer = fileURLToPath(new URL("kill-before.cjs", import.meta.url));

const OUTPUTS = ["dev/features.sql", "dev/metadata.json", "dev/system.sql"];
const silent = { exitCode: 0, stdout: "", stderr: "" };

it("several runs at once all succeed and leave the outputs alone", async () => {
  const project = makeProject({ "src/video.ts": SOURCE });
  for (let round = 0; round < 3; round++) {
    project.remove("out");
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => project.spawn(["src"])));
    expect(outcomes).toEqual([silent, silent, silent, silent]);
    expect([...project.list("out").keys()]).toEqual(OUTPUTS);
  }
});

it("what a killed run left is removed, and what anybody else writes is not", async () => {
  const { pid: gone } = spawnSync(process.execPath, ["-e", "0"]);
  const here = hash("sha256", hostname(), "hex").slice(0, 8);
  const random = "0123456789abcdef";
  const others = [
    `features.sql.metaxy-new-${here}-${process.ppid}-${random}`,
    // Containers that share a folder do not see each other's processes.
    `features.sql.metaxy-new-00000000-${gone}-${random}`,
    "notes.metaxy-new",
    `notes.metaxy-new-${gone}`,
  ];
  const project = makeProject({
    "src/video.ts": SOURCE,
    [`out/dev/features.sql.metaxy-new-${here}-${gone}-${random}`]: "half",
    [`out/dev/metadata.json.metaxy-old-${here}-${gone}-${random}`]: "old",
    ...Object.fromEntries(others.map((name) => [`out/dev/${name}`, "mine"])),
  });
  expect(await project.run(["src"])).toEqual(silent);
  expect([...project.list("out").keys()]).toEqual([...OUTPUTS, ...others.map((name) => `dev/${name}`)].sort());
});

it("a run killed at any moment leaves whole files, and the next run only them", async () => {
  const project = makeProject({ "src/video.ts": SOURCE });
  expect(await project.run(["src"])).toEqual(silent);
  const before = project.list("out");
  project.write("src/video.ts", SOURCE.replace('"video"', '"film"'));
  const model = makeProject({ "src/video.ts": SOURCE.replace('"video"', '"film"') });
  await model.run(["src"]);
  const after = model.list("out");
  let killed = 0;
  for (let exitCode = -1; exitCode === -1; killed++) {
    for (const [path, text] of before) project.write(`out/${path}`, text);
    const options = { node: ["--require", killer], env: { KILL_BEFORE: String(killed), XDG_CACHE_HOME: "/dev/null" } };
    exitCode = (await project.spawn(["src"], options)).exitCode;
    const found = project.list("out");
    const spoilt = OUTPUTS.filter((path) => ![before.get(path), after.get(path)].includes(found.get(path)));
    expect([killed, exitCode, spoilt]).toEqual([killed, exitCode === -1 ? -1 : 0, []]);
  }
  expect(killed).toBeGreaterThan(8);
  expect(project.list("out")).toEqual(after);
});
