// Runs at once do not take each other's files, and a run that was killed leaves nothing for long. The processes need
// dist/ (`npm run build`).

import { spawnSync } from "node:child_process";
import { afterAll, expect, it } from "vitest";
import { makeProject, removeProjects } from "./disk-project.ts";

afterAll(removeProjects);

const SOURCE = `import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  id!: string;
}
`;

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

it("what a killed run left is removed, and what a running one writes is not", async () => {
  const { pid: gone } = spawnSync(process.execPath, ["-e", "0"]);
  const project = makeProject({
    "src/video.ts": SOURCE,
    [`out/dev/features.sql.metaxy-new-${gone}`]: "half",
    [`out/dev/metadata.json.metaxy-old-${gone}`]: "old",
    [`out/dev/features.sql.metaxy-new-${process.ppid}`]: "half",
    "out/dev/notes.metaxy-new": "mine",
  });
  expect(await project.run(["src"])).toEqual(silent);
  expect([...project.list("out").keys()].sort()).toEqual(
    [...OUTPUTS, `dev/features.sql.metaxy-new-${process.ppid}`, "dev/notes.metaxy-new"].sort(),
  );
});
