// The projects that are mutated: every golden case that compiles something, the samples, and the files that show the grammar.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readGoldenCases } from "../golden-cases.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Something to compile. */
export interface Project {
  /** Where it comes from. */
  readonly name: string;
  /** Bytes by path; each character is one byte, because mutations cut anywhere. */
  readonly files: ReadonlyMap<string, string>;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Reads all of them, always in the same order. */
export function readCorpus(): readonly Project[] {
  const samples = readdirSync(join(repository, "samples")).map((name) => `samples/${name}`);
  return [...goldenProjects(), ...[...samples, "grammar/accept", "grammar/reject"].map(readFolder)];
}

const OTHER_COMMANDS = new Set(["explain", "impact", "init", "prove", "url"]);

function goldenProjects(): readonly Project[] {
  return readGoldenCases().flatMap(({ name, input, runs, env }) => {
    const files = new Map([...input].map(([path, text]) => [path, Buffer.from(text).toString("latin1")]));
    const compiling = runs.filter(({ argv: [command = ""] }) => !OTHER_COMMANDS.has(command));
    return compiling.slice(0, 1).map(({ argv }) => ({ name, files, argv, env }));
  });
}

function readFolder(name: string): Project {
  const folder = join(repository, name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  const files = new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "latin1")]));
  return { name, files, argv: files.has("metaxy.toml") ? [] : ["."], env: {} };
}
