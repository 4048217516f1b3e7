// Configuration and command line → what `compile()` is told. The command line wins over everything.

import type { CompileOptions, EmitKind, InjectionDefaults, Target } from "../model/project.ts";
import type { Config } from "./config.ts";

/** What the command line says; null where it is silent. */
export interface CompileFlags {
  readonly project: string | null;
  readonly allProjects: boolean;
  readonly injectPrimaryKey: boolean | null;
  readonly injectIndex: boolean | null;
  readonly emit: readonly EmitKind[] | null;
}

/**
 * Merges command line and configuration. The environment is part of the configuration already.
 *
 * @example compileOptions(config, flags, selectTargets(config, selection).value)
 */
export function compileOptions(
  config: Config,
  flags: CompileFlags,
  targets: readonly Target[],
  fileStores: readonly string[] = [],
): CompileOptions {
  const { compile, sqlmodel, sqlalchemy, places } = config;
  return {
    project: flags.project ?? config.project,
    defaultProject: config.project,
    allProjects: flags.allProjects,
    sqlmodelEnabled: sqlmodel.enable,
    configFile: config.file,
    inferTableNames: sqlmodel.inferTableNames,
    injectPrimaryKey: injection(flags.injectPrimaryKey, sqlmodel.injectPrimaryKey, sqlalchemy.injectPrimaryKey),
    injectPrimaryKeySpan: places.injectPrimaryKey,
    injectIndex: injection(flags.injectIndex, sqlmodel.injectIndex, sqlalchemy.injectIndex),
    compat: compile.compat,
    keyLayout: compile.keyLayout,
    columnNaming: compile.columnNaming,
    ifNotExists: compile.ifNotExists,
    namingConvention: compile.namingConvention,
    hashTruncationLength: config.hashTruncationLength,
    style: compile.style,
    emit: flags.emit ?? compile.emit,
    targets,
    fileStores,
    lockFile: config.lockFile,
    lockPath: config.lockPath,
    extraFeatures: config.extraFeatures,
  };
}

function injection(forced: boolean | null, first: boolean | null, second: boolean | null): InjectionDefaults {
  return { forced, configured: first ?? second ?? false };
}
