// What a clean run leaves for the next one: that it need not run at all, or what an edit of the sources touches.

import { join } from "node:path";
import type { CompileResult } from "../../compile.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CompileFlags } from "../arguments.ts";
import type { Project } from "../project.ts";
import type { World } from "../world.ts";
import { digest } from "./digest.ts";
import type { Layout } from "./layout.ts";
import { describeStatus, digestOfVariable, type RebuildRecord, saveRun } from "./run-record.ts";
import type { TracedFileSystem } from "./trace.ts";

/** A run without errors that wrote its outputs, or found them as they should be. */
interface CleanRun {
  readonly argv: readonly string[];
  readonly flags: CompileFlags;
  readonly project: Project;
  readonly traced: TracedFileSystem;
  readonly result: CompileResult;
  readonly diagnostics: readonly Diagnostic[];
  /** Where each unit stands in the outputs. */
  readonly layout: Layout;
}

/** Keeps what the run looked at and made. */
export function remember(run: CleanRun, world: World): void {
  const { argv, flags, project, traced, result, diagnostics } = run;
  const { config, outDirectory } = project;
  const outputs = result.files.map(({ path }) => join(outDirectory, path));
  const made = new Set(outputs);
  if (changedItsInput(run, made, world)) return;
  const record = {
    trace: traced.trace((path) => made.has(path)),
    environment: config.environment.map((name) => [name, digestOfVariable(name, world)] as const),
    outputs: outputs.map((path) => [path, describeStatus(path, world) ?? ""] as const),
    options: flags,
    root: config.root,
    features: result.features,
    diagnostics,
    texts: shownTexts(diagnostics, project),
  };
  saveRun(argv, record, flags.check ? null : rebuildRecord(run), world);
}

/** A lock file is read and written: what was said of the one that was read need not hold of the one that is there now. */
function changedItsInput({ project, traced }: CleanRun, made: ReadonlySet<string>, { files }: World): boolean {
  const lock = join(project.config.root, project.options.lockPath);
  const bytes = made.has(lock) ? files.read(lock) : null;
  return bytes !== null && digest(bytes) !== traced.hash(lock);
}

/** The configuration files that warnings show, as they may be shown. */
function shownTexts(diagnostics: readonly Diagnostic[], { config }: Project): readonly (readonly [string, string])[] {
  const spans = diagnostics.flatMap(({ primary, related }) => [primary, ...related.map(({ span }) => span)]);
  const files = new Set(spans.flatMap((span) => span?.file ?? []));
  return [...config.sources].filter(([path]) => files.has(path));
}

/** What it takes to compile a later edit by itself; null where the outputs are not made of features alone. */
function rebuildRecord({ project, result, layout }: CleanRun): RebuildRecord | null {
  const { options, entries, outDirectory } = project;
  // What was said of the configuration holds until that changes.
  if (result.diagnostics.length > 0 || options.emit.some((kind) => kind !== "sql" && kind !== "json")) return null;
  return { compile: options, entries, outDirectory, baseline: result.baseline(), layout: [...layout] };
}
