// What the last run with the same arguments looked at and what came of it. When the disk still answers the same, the run
// need not be repeated: this file and what it imports is all that loads then.

import { resolve } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CommonOptions } from "../arguments.ts";
import type { ExitCode } from "../report.ts";
import type { World } from "../world.ts";
import { digest } from "./digest.ts";
import { cacheDirectory } from "./directory.ts";
import { checkTrace, type Trace } from "./trace.ts";

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
}

/** The file for a command line run from a directory; null when nothing is kept. */
function recordPath(argv: readonly string[], world: World): string | null {
  const directory = cacheDirectory(world.cwd, world);
  const metaxy = Object.entries(world.env).filter(([name]) => name.toUpperCase().startsWith("METAXY_"));
  const key = digest(JSON.stringify([argv, world.cwd, metaxy.sort()]));
  return directory === null ? null : `${directory}/run-${key.slice(0, 32)}.json`;
}

/** Keeps a run for the next one. Failing to is no failure. */
export function saveRun(argv: readonly string[], record: RunRecord, world: World): void {
  const path = recordPath(argv, world);
  if (path === null) return;
  try {
    world.files.makeDirectory(resolve(path, ".."));
    world.files.write(path, JSON.stringify(record));
  } catch {
    // The next run compiles again.
  }
}

/** Repeats the outcome of the last run if nothing it depended on has changed; null when it has to be run. */
export async function replayRun(argv: readonly string[], world: World): Promise<ExitCode | null> {
  const record = readRecord(argv, world);
  if (record === null || !isCurrent(record, world)) return null;
  const { diagnostics, features, options, root } = record;
  if (diagnostics.length === 0 && (options.format ?? "pretty") === "pretty") return 0;
  const { printReport } = await import("../report.ts");
  const readText = (file: string) => decode(world.files.read(resolve(root, file)));
  return printReport({ diagnostics, features, files: [], readText }, options, world);
}

function readRecord(argv: readonly string[], world: World): RunRecord | null {
  const path = recordPath(argv, world);
  const text = path === null ? null : decode(world.files.read(path));
  try {
    return text === null ? null : (JSON.parse(text) as RunRecord);
  } catch {
    return null;
  }
}

function isCurrent({ trace, environment, outputs }: RunRecord, world: World): boolean {
  if (environment.some(([name, expected]) => digestOfVariable(name, world) !== expected)) return false;
  if (outputs.some(([path, expected]) => describeStatus(path, world) !== expected)) return false;
  const { sameLayout, changed } = checkTrace(trace, world.files);
  return sameLayout && changed.length === 0;
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

function decode(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}
