// Asking Python: a script's answer to a JSON request.

import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, inject } from "vitest";

const scripts = join(dirname(fileURLToPath(import.meta.url)), "scripts");
const interpreters = inject("interpreters");

/** A Metaxy to ask. */
export interface Metaxy {
  /** Runs a script of `scripts/` with the request on stdin; its answer is what it printed. */
  ask(script: string, request: unknown): unknown;
}

/** Describes tests that run once per installed Metaxy, or only with the newest. */
export function describeMetaxy(title: string, which: "every" | "newest", tests: (metaxy: Metaxy) => void): void {
  const names = Object.keys(interpreters ?? { "without Python": "" });
  for (const name of names.filter((each) => interpreters === null || which === "every" || each === "newest")) {
    describe.skipIf(interpreters === null)(`Metaxy ${name} ${title}`, () => {
      tests({ ask: (script, request) => ask(interpreters?.[name] ?? "", script, request) });
    });
  }
}

function ask(interpreter: string, script: string, request: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(interpreter, [join(scripts, script)], {
    input: JSON.stringify(request),
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: {
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      TZ: "UTC",
      PYTHONIOENCODING: "utf-8",
      PYTHONDONTWRITEBYTECODE: "1",
    },
  });
  if (status !== 0) throw new Error(`${script} failed\n${stderr}`);
  return JSON.parse(stdout);
}
