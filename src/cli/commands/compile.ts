// `metaxy-compile` and `metaxy-compile check`: compile a project, then write, print, list or compare its outputs.

import { join } from "node:path";
import type { CompileResult } from "../../compile.ts";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { hasErrors } from "../../diagnostics/finding.ts";
import { type OutputFile, textOf } from "../../model/output.ts";
import type { CompileFlags } from "../arguments.ts";
import { type LayoutRecorder, recordLayout } from "../cache/layout.ts";
import { remember } from "../cache/remember.ts";
import { type TracedFileSystem, traceFileSystem } from "../cache/trace.ts";
import { compileOpened } from "../compile-opened.ts";
import { renderPlanDiff } from "../diff.ts";
import { checkOutputFolders } from "../output-folder.ts";
import { openProject, type Project } from "../project.ts";
import { relativePath } from "../project-host.ts";
import { type ExitCode, fails, printReport } from "../report.ts";
import type { World } from "../world.ts";
import { diagnoseWriting, findNewer, type OutputPlan, planOutputs, writeOutputs } from "../write-outputs.ts";

/** Compiles and does with the outputs what the flags say. `argv` names the run for the next one. */
export function compileProject(flags: CompileFlags, argv: readonly string[], world: World): ExitCode {
  const traced = traceFileSystem(world.files);
  const { value: project, diagnostics: opened } = openProject(flags, world, traced.files);
  const report = (diagnostics: readonly Diagnostic[], features: number, files: readonly string[]) =>
    printReport({ diagnostics, features, files, readText: project.readText }, flags, world);
  if (hasErrors(opened)) return report(opened, 0, []);
  const result = compileOpened(project, traced, flags, world);
  const diagnostics = [...opened, ...result.diagnostics];
  if (fails(diagnostics, flags)) return report(diagnostics, result.features, []);

  const recorder = recordLayout();
  const delivered = deliver(result, { project, traced, recorder }, flags, world);
  const code = report([...diagnostics, ...delivered.diagnostics], result.features, delivered.files);
  if (code !== 0) return code;
  if (world.stderr.isTerminal && !flags.quiet) world.stderr.write(delivered.summary);
  if (!flags.stdout && !flags.dryRun) {
    remember({ argv, flags, project, traced, result, diagnostics, layout: recorder.layout }, world);
  }
  return code;
}

/** What was done with the outputs. */
interface Delivery {
  /** Files written, or that would be, relative to the project's root. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** A last line for who watches, or nothing. */
  readonly summary: string;
}

interface DeliveryInput {
  readonly project: Project;
  readonly traced: TracedFileSystem;
  readonly recorder: LayoutRecorder;
}

function deliver(
  result: CompileResult,
  { project, traced, recorder }: DeliveryInput,
  flags: CompileFlags,
  world: World,
): Delivery {
  if (flags.stdout) {
    world.stdout.write(textForStdout(result.files));
    return { files: [], diagnostics: [], summary: "" };
  }
  const directory = project.outDirectory;
  const named = (path: string) => relativePath(project.config.root, join(directory, path));
  const obstacles = findObstacles(result, project, named, world);
  if (obstacles.length > 0) return { files: [], diagnostics: obstacles, summary: "" };
  const plan = planOutputs(result.files, directory, flags.allStores ? traced.files : world.files, {
    recorder,
    anyLineEnd: flags.check,
    configured: flags.allStores ? project.config.stores.map(({ name }) => name) : null,
  });
  const written = plan.write.map(({ path }) => named(path));
  if (flags.check) {
    if (isForPeople(flags)) world.stdout.write(renderPlanDiff(plan, directory, named, world.files));
    return { files: written, diagnostics: stale(plan, directory, named, world), summary: "" };
  }
  if (flags.dryRun) {
    if (isForPeople(flags)) world.stdout.write(listPlan(plan, named));
    return { files: written, diagnostics: [], summary: "" };
  }
  const failures = tryWriting(plan, project, recorder, world);
  if (failures.length > 0) return { files: [], diagnostics: failures, summary: "" };
  return { files: written, diagnostics: [], summary: summarise(result, plan, named("")) };
}

/**
 * What keeps the outputs from their places: a link that leads out of the project, since what lies there is neither compared,
 * shown nor replaced; or the document of a later version of the program.
 */
function findObstacles(
  { files }: CompileResult,
  { config, outDirectory }: Project,
  named: (path: string) => string,
  world: World,
): readonly Diagnostic[] {
  try {
    const place = { directory: outDirectory, root: config.root };
    checkOutputFolders(
      files.map(({ path }) => path),
      place,
      world.files,
    );
    const newer = findNewer(files, outDirectory, world.files);
    return newer.map((path) => diagnose("MXC0013", { path: named(path) }, null));
  } catch (error) {
    return [diagnoseWriting(error, config.root)];
  }
}

function tryWriting(
  plan: OutputPlan,
  { config, outDirectory }: Project,
  recorder: LayoutRecorder,
  world: World,
): readonly Diagnostic[] {
  try {
    writeOutputs(plan, { directory: outDirectory, root: config.root }, world.files, recorder);
    return [];
  } catch (error) {
    return [diagnoseWriting(error, config.root)];
  }
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
