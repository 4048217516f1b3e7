// Runs the compiler on a project that has been opened, for every command that needs its tables or its outputs.

import { join } from "node:path";
import { type CompileInput, type CompileResult, compile } from "../compile.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { CommonOptions } from "./arguments.ts";
import type { TracedFileSystem } from "./cache/trace.ts";
import { openModules } from "./modules.ts";
import { showProgress } from "./progress.ts";
import type { Project } from "./project.ts";
import { relativePath } from "./project-host.ts";
import type { World } from "./world.ts";

/** Compiles, with the summaries of earlier runs. */
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
