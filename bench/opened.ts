// A project as the command line opens it, with the modules still to be read: where the timed programs start.

import { parseArguments } from "../src/cli/arguments.ts";
import { diskFileSystem } from "../src/cli/file-system.ts";
import { openProject, type Project } from "../src/cli/project.ts";
import type { Checked } from "../src/diagnostics/diagnostic.ts";
import { hasErrors } from "../src/diagnostics/finding.ts";
import type { ModuleSource } from "../src/link/link.ts";
import type { ModuleSummary } from "../src/model/summary.ts";
import { readModule } from "../src/read/module.ts";

/** A project and its modules, each of which is read when it is first asked for. */
interface Opened {
  readonly project: Project;
  readonly modules: ModuleSource;
}

/** Opens the project in a directory as the command line with these arguments would. */
export async function openBenchmark(directory: string, args: readonly string[]): Promise<Opened> {
  const silent = { write: () => {}, isTerminal: false };
  const invocation = await parseArguments(args);
  if (invocation.command !== "compile") throw new Error("not a compilation");
  const world = {
    cwd: directory,
    env: {},
    files: diskFileSystem,
    cacheHome: null,
    now: () => 0,
    git: async () => ({ kind: "missing" }) as const,
    stdout: silent,
    stderr: silent,
  };
  const { value: project } = openProject(invocation.flags, world, world.files);
  const summaries = new Map<string, ModuleSummary | null>();
  const modules = {
    get(path: string): ModuleSummary | null {
      let summary = summaries.get(path);
      if (summary === undefined) {
        const text = project.host.readFile(path);
        summary = text === null ? null : readModule(text, path);
        summaries.set(path, summary);
      }
      return summary;
    },
  };
  return { project, modules };
}

/** The value of a stage that found no mistake. */
export function take<T>({ value, diagnostics }: Checked<T>): T {
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(({ code }) => code).join(" "));
  return value;
}
