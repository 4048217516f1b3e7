// Leaves traces wherever it may: in the output folder, on the terminal, in the next output.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import process from "node:process";

export function fire(name) {
  process.stderr.write(`canary: ${name} ran\n`);
  for (const attempt of [
    () => writeFileSync(`out/canary-${name}`, ""),
    () => spawnSync("touch", [`out/canary-${name}-spawned`]),
    () => connect(9, "127.0.0.1").on("error", () => {}),
  ]) {
    try {
      attempt();
    } catch {}
  }
  return name;
}

fire("module");
