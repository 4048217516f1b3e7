// `metaxy-compile` and `metaxy-compile check`: compile a project, then write, print, list or compare its outputs.

import { join } from "node:path";
import { type CompileInput, type CompileResult, compile } from "../../compile.ts";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { hasErrors } from "../../diagnostics/finding.ts";
import { type OutputFile, textOf } from "../../model/output.ts";
import type { CommonOptions, CompileFlags } from "../arguments.ts";
import { type LayoutRecorder, recordLayout } from "../cache/layout.ts";
import { describeStatus, digestOfVariable, type RebuildRecord, saveRun } from "../cache/run-record.ts";
import { type TracedFileSystem, traceFileSystem } from "../cache/trace.ts";
import { renderPlanDiff } from "../diff.ts";
import { openModules } from "../modules.ts";
import { showProgress } from "../progress.ts";
import { openProject, type Project } from "../project.ts";
import { relativePath } from "../project-host.ts";
import { type ExitCode, printReport } from "../report.ts";
import type { World } from "../world.ts";
import { type OutputPlan, planOutputs, WriteFailure, writeOutputs } from "../write-outputs.ts";

/** Compiles and does with the outputs what the flags say. `argv` names the run for the next one. */
export function compileProject(flags: CompileFlags, argv: readonly string[], world: World): ExitCode {
  const traced = traceFileSystem(world.files);
  const { value: project, diagnostics } = openProject(flags, world, traced.files);
  if (hasErrors(diagnostics)) return finish(project, diagnostics, 0, [], flags, world);
  const result = compileOpened(project, traced, flags, world);
  const found = [...diagnostics, ...result.diagnostics];
  if (fails(found, flags)) return finish(project, found, result.features, [], flags, world);
  const recorder = recordLayout();
  const code = deliver(project, result, found, recorder, flags, world);
  if (code === 0 && !flags.stdout && !flags.dryRun && !pointsIntoConfiguration(found, project)) {
    const rebuild = flags.check ? null : rebuildRecord(project, result, found, recorder);
    remember(argv, project, traced, result, found, rebuild, flags, world);
  }
  return code;
}

/** A repeated diagnostic would show the file's line as it is on the disk, its secrets with it. */
function pointsIntoConfiguration(diagnostics: readonly Diagnostic[], { config }: Project): boolean {
  return diagnostics.some(({ primary, related }) =>
    [primary, ...related.map(({ span }) => span)].some((span) => span !== null && config.sources.has(span.file)),
  );
}

/** What it takes to compile a later edit by itself; null where the outputs are not made of features alone. */
function rebuildRecord(
  { options, entries, outDirectory }: Project,
  result: CompileResult,
  diagnostics: readonly Diagnostic[],
  { layout }: LayoutRecorder,
): RebuildRecord | null {
  if (diagnostics.length > 0 || options.emit.some((kind) => kind !== "sql" && kind !== "json")) return null;
  return { compile: options, entries, outDirectory, baseline: result.baseline(), layout: [...layout] };
}

/** Keeps what the run looked at and made, so that the next one can tell that nothing changed. */
function remember(
  argv: readonly string[],
  { config, outDirectory }: Project,
  traced: TracedFileSystem,
  { files, features }: CompileResult,
  diagnostics: readonly Diagnostic[],
  rebuild: RebuildRecord | null,
  options: CompileFlags,
  world: World,
): void {
  const outputs = files.map(({ path }) => join(outDirectory, path));
  const made = new Set(outputs);
  const record = {
    trace: traced.trace((path) => made.has(path)),
    environment: config.environment.map((name) => [name, digestOfVariable(name, world)] as const),
    outputs: outputs.map((path) => [path, describeStatus(path, world) ?? ""] as const),
    options,
    root: config.root,
    features,
    diagnostics,
  };
  saveRun(argv, record, rebuild, world);
}

/** Runs the compiler on an opened project, with the summaries of earlier runs. */
export function compileOpened(
  project: Project,
  traced: TracedFileSystem,
  flags: CommonOptions,
  world: World,
): CompileResult {
  const { config, host, entries, options } = project;
  const opened = openModules(config.root, host, traced, world);
  const { modules, end } = showProgress(opened.modules, entries.length, flags, world);
  const result = withLock(compileUntil(end, { entries, modules, host, options }), project);
  opened.save();
  const unreadable = [...host.unreadable].map(([path, reason]) => diagnose("MXC0003", { path, reason }, null));
  return unreadable.length === 0
    ? result
    : // What else is wrong may only seem so without the file.
      { ...result, files: [], diagnostics: unreadable };
}

/** Compiles, and whatever comes of it, ends the showing of progress. */
function compileUntil(end: () => void, input: CompileInput): CompileResult {
  try {
    return compile(input);
  } finally {
    end();
  }
}

/** The lock file belongs beside the configuration; seen from the output folder it is one more output. */
function withLock(result: CompileResult, { config, outDirectory }: Project): CompileResult {
  const { lock, files } = result;
  if (lock === null) return result;
  const path = relativePath(outDirectory, join(config.root, lock.path));
  return { ...result, files: [...files, { ...lock, path }] };
}

function deliver(
  project: Project,
  result: CompileResult,
  diagnostics: readonly Diagnostic[],
  recorder: LayoutRecorder,
  flags: CompileFlags,
  world: World,
): ExitCode {
  const directory = project.outDirectory;
  const named = (path: string) => relativePath(project.config.root, join(directory, path));
  if (flags.stdout) {
    world.stdout.write(textForStdout(result.files));
    return finish(project, diagnostics, result.features, [], flags, world);
  }
  const plan = planOutputs(result.files, directory, world.files, recorder);
  const touched = plan.write.map((file) => named(file.path));
  if (flags.check) {
    if (isForPeople(flags)) world.stdout.write(renderPlanDiff(plan, directory, named, world.files));
    return finish(
      project,
      [...diagnostics, ...stale(plan, directory, named, world)],
      result.features,
      touched,
      flags,
      world,
    );
  }
  if (flags.dryRun) {
    if (isForPeople(flags)) world.stdout.write(listPlan(plan, named));
    return finish(project, diagnostics, result.features, touched, flags, world);
  }
  const failure = tryWriting(plan, project, recorder, world);
  const code = finish(
    project,
    [...diagnostics, ...failure],
    result.features,
    failure.length > 0 ? [] : touched,
    flags,
    world,
  );
  if (code === 0 && world.stderr.isTerminal && !flags.quiet) world.stderr.write(summarise(result, plan, named("")));
  return code;
}

function tryWriting(
  plan: OutputPlan,
  { config, outDirectory }: Project,
  recorder: LayoutRecorder,
  world: World,
): readonly Diagnostic[] {
  try {
    writeOutputs(plan, outDirectory, world.files, recorder);
    return [];
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error;
    return [diagnose("MXC0004", { path: relativePath(config.root, error.path), reason: error.reason }, null)];
  }
}

function finish(
  { readText }: Project,
  diagnostics: readonly Diagnostic[],
  features: number,
  files: readonly string[],
  flags: CompileFlags,
  world: World,
): ExitCode {
  return printReport({ diagnostics, features, files, readText }, flags, world);
}

/** SQL when there is any, else the JSON: the stream should be usable as one file. */
function textForStdout(files: readonly OutputFile[]): string {
  const scripts = files.filter((file) => file.path.endsWith(".sql"));
  return (scripts.length > 0 ? scripts : files).map(textOf).join("\n");
}

/** What `--check` finds. */
function stale(
  plan: OutputPlan,
  directory: string,
  named: (path: string) => string,
  world: World,
): readonly Diagnostic[] {
  return [
    ...plan.write.map(({ path }) => {
      const exists = world.files.status(join(directory, path)) !== null;
      return diagnose(exists ? "MXC0008" : "MXC0009", { path: named(path) }, null);
    }),
    ...plan.remove.map((path) => diagnose("MXC0010", { path: named(path) }, null)),
  ];
}

function listPlan(plan: OutputPlan, named: (path: string) => string): string {
  const lines = [
    ...plan.write.map((file) => `write ${named(file.path)}`),
    ...plan.remove.map((path) => `remove ${named(path)}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function summarise({ features }: CompileResult, { write, remove, unchanged }: OutputPlan, directory: string): string {
  const parts = [
    `${features} ${features === 1 ? "feature" : "features"}`,
    write.length === 0
      ? `${unchanged.length} files up to date`
      : `${write.length} of ${write.length + unchanged.length} files written`,
    ...(remove.length === 0 ? [] : [`${remove.length} removed`]),
  ];
  return `${parts.join(", ")} in ${directory}\n`;
}

/** Formats for machines have the one document on stdout and nothing else. */
function isForPeople({ format }: CompileFlags): boolean {
  return format === null || format === "pretty" || format === "tsc";
}

/** With `--strict` a warning stops the outputs as an error does. */
function fails(diagnostics: readonly Diagnostic[], { strict }: CompileFlags): boolean {
  return strict ? diagnostics.length > 0 : hasErrors(diagnostics);
}
