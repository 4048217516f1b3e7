// Before the tests: a virtual environment per list of requirements, kept under node_modules until the list changes. Without
// Python the suite is skipped and says why; on a build server (CI=true) that is a failure.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

const folder = dirname(fileURLToPath(import.meta.url));
const environments = join(folder, "../../node_modules/.cache/metaxy-python");

declare module "vitest" {
  interface ProvidedContext {
    /** Interpreters by the name of their list of requirements; null when there is no Python. */
    readonly interpreters: Readonly<Record<string, string>> | null;
  }
}

/** Provides the interpreters. */
// biome-ignore lint/style/noDefaultExport: vitest calls the default export
export default function setUp(project: TestProject): void {
  const python = findPython();
  if (python === null) {
    const reason = "no Python 3.10 or newer was found (set PYTHON to name one)";
    if (process.env.CI === "true") throw new Error(reason);
    console.warn(`skipped: ${reason}`);
    project.provide("interpreters", null);
    return;
  }
  const lists = readdirSync(join(folder, "requirements")).sort();
  project.provide(
    "interpreters",
    Object.fromEntries(lists.map((list) => [list.replace(/\.txt$/, ""), install(python, list)])),
  );
}

function findPython(): string | null {
  const candidates = [process.env.PYTHON ?? "", "python3", "python"].filter((name) => name !== "");
  const recent = "import sys; sys.exit(sys.version_info < (3, 10))";
  return candidates.find((name) => spawnSync(name, ["-c", recent]).status === 0) ?? null;
}

/** The interpreter of a list's environment, which is made when it is missing or was made from another list. */
function install(python: string, list: string): string {
  const requirements = join(folder, "requirements", list);
  const wanted = readFileSync(requirements, "utf8");
  const environment = join(environments, list.replace(/\.txt$/, ""));
  const interpreter = join(environment, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const stamp = join(environment, "installed.txt");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return interpreter;
  rmSync(environment, { recursive: true, force: true });
  run(python, ["-m", "venv", environment]);
  run(interpreter, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements]);
  writeFileSync(stamp, wanted);
  return interpreter;
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed\n${stderr}`);
}
