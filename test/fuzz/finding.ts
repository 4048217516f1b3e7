// A finding made small, and kept as a folder that becomes a golden case when it is moved there and given a name.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Project } from "./corpus.ts";

const folder = fileURLToPath(new URL("../../fuzz-findings", import.meta.url));

/** Trying smaller projects ends after this many milliseconds. */
const PATIENCE = 60_000;

/** A project with fewer files and bytes that still fails. */
export async function shrink(project: Project, fails: (project: Project) => Promise<boolean>): Promise<Project> {
  const end = Date.now() + PATIENCE;
  let best = project;
  const attempt = async (files: ReadonlyMap<string, string>): Promise<boolean> => {
    const smaller = { ...best, files };
    if (Date.now() > end || !(await fails(smaller))) return false;
    best = smaller;
    return true;
  };
  for (const path of project.files.keys()) {
    await attempt(new Map([...best.files].filter(([each]) => each !== path)));
  }
  for (const separator of [/(?<=\n)/, /(?<=[\s,;(){}[\]<>])/, /(?:)/]) {
    for (const path of best.files.keys()) {
      await shrinkList((best.files.get(path) ?? "").split(separator), (parts) =>
        attempt(new Map(best.files).set(path, parts.join(""))),
      );
    }
  }
  return best;
}

/** Leaves out halves, quarters, … down to single parts, as long as that succeeds. */
async function shrinkList(
  parts: readonly string[],
  attempt: (parts: readonly string[]) => Promise<boolean>,
): Promise<void> {
  let rest = parts;
  for (let size = rest.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = Math.max(0, rest.length - size); ; start -= size) {
      const without = [...rest.slice(0, Math.max(0, start)), ...rest.slice(start + size)];
      if (await attempt(without)) rest = without;
      if (start <= 0) break;
    }
  }
}

/** Writes a project where git does not look; tells where. */
export function saveFinding({ files, argv, env }: Project, name: string): string {
  const input = join(folder, name, "input");
  rmSync(input, { recursive: true, force: true });
  const extra = { "cli.json": argv, "env.json": env };
  const settings = Object.entries(extra).map(([path, value]) => [path, JSON.stringify(value)] as const);
  for (const [path, text] of [...files, ...settings.filter(([, text]) => text.length > 2)]) {
    mkdirSync(dirname(join(input, path)), { recursive: true });
    writeFileSync(join(input, path), text, "latin1");
  }
  return input;
}
