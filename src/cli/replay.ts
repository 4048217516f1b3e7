// The last run again, if it would come out the same; or only what an edit touches. Loads next to nothing unless something
// has changed.

import { type RunRecord, readRebuild, readRun, recordedText } from "./cache/run-record.ts";
import { findChanges } from "./last-run.ts";
import type { ExitCode } from "./report.ts";
import type { World } from "./world.ts";

/**
 * Repeats the outcome of the last run if nothing it depended on has changed, or compiles what an edit of its sources
 * touches; null when everything has to be compiled.
 */
export async function replayRun(argv: readonly string[], world: World): Promise<ExitCode | null> {
  const record = readRun(argv, world);
  const changed = record === null ? null : findChanges(record, world);
  if (record === null || changed === null) return null;
  if (changed.length === 0) return await repeatOutcome(record, world);
  const rebuild = readRebuild(argv, record, world);
  if (rebuild === null) return null;
  const { recompileRun } = await import("./commands/recompile.ts");
  return recompileRun(argv, record, rebuild, changed, world);
}

async function repeatOutcome(record: RunRecord, world: World): Promise<ExitCode> {
  const { diagnostics, features, options } = record;
  if (diagnostics.length === 0 && (options.format ?? "pretty") === "pretty") return 0;
  const { printReport } = await import("./report.ts");
  return printReport({ diagnostics, features, files: [], readText: recordedText(record, world) }, options, world);
}
