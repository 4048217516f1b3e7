// The stages in a row: source texts in, output files and diagnostics out. Start reading here.
//
// Nothing below touches the disk, the clock or the environment: modules and other project files come through the
// `modules` and `host` it is given. A user's mistake is a diagnostic; any error means that there are no files.

import { type Baseline, baselineOf } from "./baseline.ts";
import { type CompiledTarget, compileTarget, describeFileStore, type TargetInput } from "./compile-target.ts";
import { withoutConsequences, withoutRepeats } from "./diagnostics/consequences.ts";
import { type Checked, type Diagnostic, diagnose } from "./diagnostics/diagnostic.ts";
import { hasErrors } from "./diagnostics/finding.ts";
import { withoutIgnored } from "./diagnostics/ignore.ts";
import { type LinkResult, link, type ModuleSource } from "./link/link.ts";
import { printLock } from "./lock/print-lock.ts";
import { type Lock, readLock } from "./lock/read-lock.ts";
import { replaceLock } from "./lock/replace-lock.ts";
import type { FeatureGraph } from "./model/feature.ts";
import type { Host } from "./model/host.ts";
import type { OutputFile } from "./model/output.ts";
import type { CompileOptions } from "./model/project.ts";
import { compareText } from "./model/text-order.ts";
import { keyText, type ResolveInput } from "./resolve/context.ts";
import { resolve } from "./resolve/resolve.ts";
import { versionFeatures } from "./versions/versions.ts";

/** What {@link compile} reads. */
export interface CompileInput {
  /** The user's source files, relative to the project's root, with `/`. Their order does not matter. */
  readonly entries: readonly string[];
  readonly modules: ModuleSource;
  readonly host: Host;
  readonly options: CompileOptions;
}

/** What {@link compile} makes. */
export interface CompileResult {
  /** Empty when any diagnostic is an error. */
  readonly files: readonly OutputFile[];
  /** The lock file when it was asked for, its path relative to the project's root; null like `files`. */
  readonly lock: OutputFile | null;
  /** The features and what they mean among each other, for who asks more than outputs say. */
  readonly graph: FeatureGraph;
  /** The tables of each target, for `prove`. */
  readonly targets: readonly CompiledTarget[];
  /** In the order they were found; ignored warnings are left out. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many features were selected. */
  readonly features: number;
  /** What a later run needs to know of this one to compile only what an edit touches. */
  readonly baseline: () => Baseline;
}

/** Compiles a project. Pure and total. */
export function compile({ entries, modules, host, options }: CompileInput): CompileResult {
  const found: Diagnostic[] = [];
  const collect = <T>(stage: Checked<T>): T => {
    // One by one: as arguments of one call, too many of them would overflow the stack.
    for (const each of stage.diagnostics) found.push(each);
    return stage.value;
  };

  const declarations = collect(link(entries, modules, host));
  modules.settle?.();
  const read = readLock(options.lockFile, host);
  const lock = collect(options.emit.includes("lock") ? replaceLock(read, findMissing(declarations, read.value)) : read);
  const graph = collect(resolve(withBroken(declarations, lock), { ...options, locked: lock.features }, host));
  const versions = collect(versionFeatures(graph, options));
  if (options.emit.includes("push")) found.push(...checkPushed(graph));
  const lockText = options.emit.includes("lock") ? collect(printLock(graph, versions, options.extraFeatures)) : null;
  const input: TargetInput = { graph, versions, options };
  const compiled = options.targets.map((target) => compileTarget(target, input));
  const targets = compiled.map(({ value }) => value);
  const late = compiled.flatMap((target) => target.diagnostics);
  const all = [...found, ...withoutConsequences(late, found, declarations.features)];

  const diagnostics = withoutIgnored(withoutRepeats(all), (file) => modules.get(file));
  const failed = hasErrors(diagnostics);
  return {
    files: failed
      ? []
      : [...targets, ...options.fileStores.map((name) => ({ files: describeFileStore(name, input) }))].flatMap(
          ({ files }) => files,
        ),
    lock: failed || lockText === null ? null : { path: options.lockPath, chunks: [lockText] },
    graph,
    targets,
    diagnostics,
    features: graph.features.filter((feature) => feature.selected).length,
    baseline: () => baselineOf(declarations, graph, versions, targets),
  };
}

/** Keys that something depends on, and that are neither declared, however badly, nor locked. */
function findMissing({ features, brokenKeys }: LinkResult, lock: Lock): ReadonlySet<string> {
  const specs = [...features, ...lock.features].map(({ spec }) => spec);
  const known = new Set([...features.map(({ spec }) => keyText(spec.key)), ...lock.features.map(({ key }) => key)]);
  const needed = specs.flatMap(({ deps }) =>
    deps.flatMap(({ feature }) => (feature.kind === "key" ? [keyText(feature.key)] : [])),
  );
  return new Set(needed.filter((key) => !known.has(key) && !brokenKeys.includes(key)));
}

/** What is wrong with the lock file is said once, and not again of what depends on its features. */
function withBroken(declarations: LinkResult, { brokenKeys }: Lock): ResolveInput {
  return { ...declarations, brokenKeys: brokenKeys === null ? null : [...declarations.brokenKeys, ...brokenKeys] };
}

/** What was pushed is told apart by the version of a project, which several projects together do not have. */
function checkPushed({ features }: FeatureGraph): readonly Diagnostic[] {
  const projects = new Set(features.filter(({ selected }) => selected).map(({ project }) => project));
  return projects.size > 1 ? [diagnose("MXC2096", { names: [...projects].sort(compareText) }, null)] : [];
}
