// `npm run samples`: makes out/ from samples/, from nothing. Committed; CI fails when git shows a difference.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = `${root}dist/cli/main.js`;
const samples = readdirSync(`${root}samples`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

rmSync(`${root}out`, { recursive: true, force: true });
for (const sample of samples) {
  const out = `${root}out/${sample}`;
  const result = spawnSync(process.execPath, [cli, "--all-stores", "--out-dir", out], {
    cwd: `${root}samples/${sample}`,
    env: { PATH: process.env.PATH, NO_COLOR: "1" },
    encoding: "utf8",
  });
  // The one sample that is meant to fail shows what its diagnostics look like.
  if (sample === "mistakes" ? result.status !== 1 : result.status !== 0) {
    throw new Error(`samples/${sample} exited with ${result.status}\n${result.stderr}`);
  }
  if (sample === "mistakes") {
    mkdirSync(out, { recursive: true });
    writeFileSync(`${out}/diagnostics.txt`, result.stderr);
  }
}
