// `npm run demo`: compiles samples/ into out/, runs the SQL on embedded engines and shows the quickstart.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import "./samples.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const show = (path) => console.log(`\n── ${path} ──\n\n${readFileSync(`${root}${path}`, "utf8").trimEnd()}`);

show("samples/quickstart/src/video.ts");
show("out/quickstart/dev/features.sql");
show("out/mistakes/diagnostics.txt");

console.log("\n── every statement of out/, run on an engine of its dialect, the catalog read back ──\n");
for (const sample of readdirSync(`${root}samples`).sort()) {
  if (sample === "mistakes") continue;
  const { status } = spawnSync(process.execPath, [`${root}dist/cli/main.js`, "prove", "--all-stores"], {
    cwd: `${root}samples/${sample}`,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(1);
}
