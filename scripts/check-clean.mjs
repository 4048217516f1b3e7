// Fails when generating left the committed files different from what is committed.

import { execFileSync } from "node:child_process";

const status = execFileSync("git", ["status", "--porcelain", "--", "out", "grammar"], { encoding: "utf8" });
if (status !== "") {
  console.error(`generated files differ from the committed ones:\n${status}`);
  console.error(execFileSync("git", ["diff", "--stat", "--", "out", "grammar"], { encoding: "utf8" }));
  process.exit(1);
}
