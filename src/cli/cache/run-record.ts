// What the last run with the same arguments looked at and what came of it. Kept beside other caches; safe to delete.

import { resolve } from "node:path";
import type { Baseline } from "../../baseline.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ReadText } from "../../diagnostics/finding.ts";
import type { CompileOptions } from "../../model/project.ts";
import type { CommonOptions } from "../arguments.ts";
import type { World } from "../world.ts";
import { digest } from "./digest.ts";
import { cacheDirectory, isUsable, makeCache, putIntoCache } from "./directory.ts";
import type { Section } from "./layout.ts";
import type { Trace } from "./trace.ts";

/** A finished run without errors. Plain data, kept as JSON. */
export interface RunRecord {
  readonly trace: Trace;
  /** Digests of the environment variables that had a say; null for those that were not set. */
  readonly environment: readonly (readonly [name: string, digest: string | null])[];
  /** The outputs as they were left on the disk: absolute path, and what its status says changes with it. */
  readonly outputs: readonly (readonly [path: string, status: string])[];
  readonly options: CommonOptions;
  readonly root: string;
  readonly features: number;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of the configuration files that warnings point into, secrets masked: the disk has them unmasked. */
  readonly texts: readonly (readonly [path: string, text: string])[];
}

/** What a run needs to compile only what an edit touches. Kept apart: most runs find nothing changed. */
export interface RebuildRecord {
  readonly compile: CompileOptions;
  readonly entries: readonly string[];
  /** Absolute. */
  readonly outDirectory: string;
  readonly baseline: Baseline;
  readonly layout: readonly (readonly [path: string, sections: readonly Section[]])[];
}

/** Where the records of a command line, run from a directory, are kept. */
interface RecordPaths {
  readonly directory: string;
  readonly run: string;
  readonly rebuild: string;
}

/** Null when nothing is kept. */
function recordPaths(argv: readonly string[], world: World): RecordPaths | null {
  const directory = cacheDirectory(world.cwd, world);
  if (directory === null) return null;
  const metaxy = Object.entries(world.env).filter(([name]) => name.toUpperCase().startsWith("METAXY_"));
  const key = digest(JSON.stringify([argv, world.cwd, metaxy.sort()])).slice(0, 32);
  return { directory, run: `${directory}/run-${key}.json`, rebuild: `${directory}/rebuild-${key}.json` };
}

/** Keeps a run for the next one. Failing to is no failure. */
export function saveRun(argv: readonly string[], record: RunRecord, rebuild: RebuildRecord | null, world: World): void {
  const paths = recordPaths(argv, world);
  if (paths === null) return;
  try {
    makeCache(paths.directory, world.files);
    // A run without its other half is compiled in full, so the half goes first and is tied to the run by its outputs.
    const kept = rebuild === null ? null : { ...rebuild, outputs: record.outputs };
    putIntoCache(paths.rebuild, [JSON.stringify(kept)], world.files);
    putIntoCache(paths.run, [JSON.stringify(record)], world.files);
  } catch {
    // The next run compiles again.
  }
}

/** The last run with the same arguments, if it is kept. */
export function readRun(argv: readonly string[], world: World): RunRecord | null {
  const paths = recordPaths(argv, world);
  return paths === null || !isUsable(paths.directory, world.files) ? null : readJson<RunRecord>(paths.run, world);
}

/** The other half of a run. */
export function readRebuild(argv: readonly string[], { outputs }: RunRecord, world: World): RebuildRecord | null {
  const paths = recordPaths(argv, world);
  const kept = paths === null ? null : readJson<RebuildRecord & Pick<RunRecord, "outputs">>(paths.rebuild, world);
  return kept !== null && JSON.stringify(kept.outputs) === JSON.stringify(outputs) ? kept : null;
}

function readJson<T>(path: string, world: World): T | null {
  try {
    const text = decode(world.files.read(path));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Texts for code frames: those of the record, else the disk's. */
export function recordedText({ texts, root }: RunRecord, { files }: World): ReadText {
  const known = new Map(texts);
  return (file) => known.get(file) ?? decode(files.read(resolve(root, file)));
}

/** The digest a record keeps of a variable: its value may be a secret. */
export function digestOfVariable(name: string, { env }: World): string | null {
  const value = env[name];
  return value === undefined ? null : digest(`${name}=${value}`);
}

/** What a record keeps of an output's status; null when it is gone. */
export function describeStatus(path: string, { files }: World): string | null {
  const status = files.status(path);
  return status === null ? null : `${status.kind} ${status.size} ${status.changed}`;
}

/** The text of a file's bytes. */
function decode(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}
