// Compiles what an edit of the sources touches and puts it in its place in the outputs of the last run.

import { join } from "node:path";
import type { OutputFile } from "../../model/output.ts";
import { type Recompilation, recompile } from "../../recompile.ts";
import { type Layout, recordLayout, type Section, spliceUnits } from "../cache/layout.ts";
import { describeStatus, type RebuildRecord, type RunRecord, recordedText, saveRun } from "../cache/run-record.ts";
import { mergeTraces, traceFileSystem } from "../cache/trace.ts";
import { openModules } from "../modules.ts";
import { projectHost, relativePath } from "../project-host.ts";
import { type ExitCode, printReport } from "../report.ts";
import type { World } from "../world.ts";
import { diagnoseWriting, writeOutputs } from "../write-outputs.ts";

/**
 * Compiles an edit.
 *
 * @param changed the edited files, absolute
 * @returns null when everything has to be compiled; nothing has been written then
 */
export function recompileRun(
  argv: readonly string[],
  record: RunRecord,
  rebuild: RebuildRecord,
  changed: readonly string[],
  world: World,
): ExitCode | null {
  const { root, features, options } = record;
  const traced = traceFileSystem(world.files);
  const host = projectHost(root, traced.files);
  const opened = openModules(root, host, traced, world);
  const edited = changed.map((path) => relativePath(root, path));
  const { entries, compile } = rebuild;
  const done = recompile(rebuild.baseline, edited, { entries, modules: opened.modules, host, options: compile });
  opened.save();
  const write = done === null || host.unreadable.size > 0 ? null : spliceOutputs(rebuild, done, world);
  if (done === null || write === null) return null;

  const recorder = recordLayout();
  try {
    const plan = { write, remove: [], unchanged: [] };
    writeOutputs(plan, { directory: rebuild.outDirectory, root }, world.files, recorder);
  } catch (error) {
    const diagnostics = [diagnoseWriting(error, root)];
    return printReport({ diagnostics, features, files: [], readText: () => null }, options, world);
  }
  const outputs = record.outputs.map(([path]) => [path, describeStatus(path, world) ?? ""] as const);
  const made = new Set(outputs.map(([path]) => path));
  const trace = mergeTraces(
    record.trace,
    traced.trace((path) => made.has(path)),
  );
  const layout = mergeLayouts(rebuild.layout, recorder.layout);
  saveRun(argv, { ...record, trace, outputs }, { ...rebuild, baseline: done.baseline, layout }, world);
  const files = write.map(({ path }) => relativePath(root, join(rebuild.outDirectory, path)));
  const { diagnostics } = record;
  return printReport({ diagnostics, features, files, readText: recordedText(record, world) }, options, world);
}

/** The outputs that change; null when one of them is not what the last run left. */
function spliceOutputs(
  { layout, outDirectory }: RebuildRecord,
  { files, units }: Recompilation,
  world: World,
): readonly OutputFile[] | null {
  const write: OutputFile[] = [];
  for (const [path, sections] of layout) {
    const made = files.find((file) => file.path === path);
    const bytes = world.files.read(join(outDirectory, path));
    if (made === undefined || bytes === null || bytes.length !== lengthOf(sections)) return null;
    const texts = new Map<string, string>();
    for (const chunk of made.chunks) if (typeof chunk !== "string") texts.set(chunk.unit, chunk.text);
    const old = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const chunks = spliceUnits(old, sections, (unit) => (units.has(unit) ? (texts.get(unit) ?? null) : null));
    if (chunks !== null) write.push({ path, chunks });
  }
  return write;
}

function lengthOf(sections: readonly Section[]): number {
  return sections.reduce((sum, [, bytes]) => sum + bytes, 0);
}

function mergeLayouts(before: RebuildRecord["layout"], after: Layout): RebuildRecord["layout"] {
  return before.map(([path, sections]) => [path, after.get(path) ?? sections]);
}
