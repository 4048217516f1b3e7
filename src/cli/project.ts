// Flags, environment and configuration file → everything a compiling command works with.

import path from "node:path";
import { type Config, loadConfig } from "../config/config.ts";
import { compileOptions } from "../config/options.ts";
import { selectFileStores, selectTargets } from "../config/targets.ts";
import { withoutRepeats } from "../diagnostics/consequences.ts";
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { hasErrors, type ReadText } from "../diagnostics/finding.ts";
import type { CompileOptions } from "../model/project.ts";
import { checkStoreOptions } from "../stores/check-options.ts";
import type { CommonOptions, CompileFlags } from "./arguments.ts";
import { describeError, type FileSystem } from "./file-system.ts";
import { decodeText, type ProjectHost, projectHost, relativePath } from "./project-host.ts";
import { findSources } from "./sources.ts";
import type { World } from "./world.ts";

/** A project ready to be compiled. */
export interface Project {
  readonly config: Config;
  readonly host: ProjectHost;
  /** Relative to the root. */
  readonly entries: readonly string[];
  readonly options: CompileOptions;
  /** Absolute. */
  readonly outDirectory: string;
  /** Texts for code frames, secrets masked. */
  readonly readText: ReadText;
}

/** Loads the configuration that the command line and the environment name. */
export function readConfiguration(
  options: CommonOptions,
  world: World,
  files: FileSystem = world.files,
): Checked<Config> {
  const unreadable: Diagnostic[] = [];
  const { value, diagnostics } = loadConfig({
    env: world.env,
    explicitPath: options.config,
    workingDirectory: world.cwd,
    readFile: (file) => {
      try {
        const bytes = files.read(file);
        return bytes === null ? null : decodeText(bytes);
      } catch (error) {
        unreadable.push(
          diagnose("MXC0003", { path: relativePath(world.cwd, file), reason: describeError(error) }, null),
        );
        return null;
      }
    },
    paths: path,
  });
  // What would be configured without the file is no answer.
  return { value, diagnostics: unreadable.length > 0 ? withoutRepeats(unreadable) : diagnostics };
}

/** Prepares a project. With an error among the diagnostics it must not be compiled. */
export function openProject(flags: CompileFlags, world: World, files: FileSystem): Checked<Project> {
  const { value: config, diagnostics: configured } = readConfiguration(flags, world, files);
  const emit = flags.emit ?? config.compile.emit;
  const selection = { ...flags, needsTables: emit.includes("sql") || emit.includes("push") };
  const { value: targets, diagnostics: selected } = selectTargets(config, selection);
  const fileStores = selectFileStores(config, selection);
  const host = projectHost(config.root, files);
  // A broken configuration may be what keeps the sources from being found.
  const sources = hasErrors(configured) ? { value: [], diagnostics: [] } : listSources(flags, config, world, files);
  const options = compileOptions(config, flags, targets, fileStores);
  const project: Project = {
    config,
    host,
    entries: sources.value,
    options,
    outDirectory:
      flags.outDir === null ? path.resolve(config.root, config.compile.outDir) : path.resolve(world.cwd, flags.outDir),
    readText: (file) => config.sources.get(file) ?? host.readFile(file),
  };
  return {
    value: project,
    diagnostics: [
      ...configured.filter((each) => !isAboutToBeWritten(each, options)),
      ...selected,
      ...checkStoreOptions(options),
      ...checkTargetNames([...targets.map(({ name }) => name), ...fileStores]),
      ...sources.diagnostics,
    ],
  };
}

/** A lock file need not be there when this run writes it. */
function isAboutToBeWritten({ code }: Diagnostic, { emit }: CompileOptions): boolean {
  return code === "MXC0105" && emit.includes("lock");
}

function listSources(flags: CompileFlags, config: Config, world: World, files: FileSystem): Checked<readonly string[]> {
  const named =
    flags.paths.length > 0 ? flags.paths.map((each) => path.resolve(world.cwd, each)) : config.compile.sources;
  const paths = named.map((each) => path.resolve(config.root, each));
  const found = findSources(paths, config.root, files);
  if (found.value.length > 0 || found.diagnostics.length > 0) return found;
  return {
    value: [],
    diagnostics: [diagnose("MXC0005", { paths: flags.paths.length > 0 ? flags.paths : config.compile.sources }, null)],
  };
}

/** Store names become folders: each must be one file name, and no two the same folder on a disk that ignores case. */
function checkTargetNames(names: readonly string[]): readonly Diagnostic[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    if (!/^\w[\w.-]*$/.test(name)) return [diagnose("MXC0007", { name }, null)];
    const first = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    return first === undefined
      ? []
      : [diagnose("MXC0006", { path: `${name}/features.sql`, first, second: name }, null)];
  });
}
