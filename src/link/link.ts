// Summaries in, declarations out: what each feature class says, with every name resolved and every expression folded.
// Sees no syntax tree, runs nothing, has no type checker. Rules about what declarations mean are for resolve.
//
//   modules/   specifier → file, name → declaration     fold/   expression → value, or why there is none
//   classes/   what a class extends and declares        types/  type → column type
//   spec/      folded values → specs, columns' options, table arguments

import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import { compareDiagnostics, diagnose } from "../diagnostics/diagnostic.ts";
import { hasErrors } from "../diagnostics/finding.ts";
import type { Severity } from "../diagnostics/message.ts";
import type { FeatureDecl } from "../model/feature.ts";
import type { Host } from "../model/host.ts";
import { spanAt } from "../model/span.ts";
import { compareText } from "../model/text-order.ts";
import type { ClassId } from "../model/value.ts";
import type { ClassRef } from "./classes/class-ref.ts";
import { createColumnReader } from "./classes/columns.ts";
import { findClasses, findHiddenFeatures } from "./classes/discover.ts";
import { linkFeature } from "./features.ts";
import { startFolding } from "./fold/fold.ts";
import { createHazardIndex, findDanger, readHazards } from "./fold/hazards.ts";
import { consultedModules, createProgram, loadModule, type ModuleSource, type Program } from "./modules/program.ts";
import type { LinkedModule } from "./modules/scope.ts";
import { finishReports, type Reports } from "./report.ts";

export type { ModuleSource } from "./modules/program.ts";

/** What the classes of a program declare. */
export interface LinkResult {
  /** By module and place in it. */
  readonly features: readonly FeatureDecl[];
  /** Feature classes with mistakes in them: depending on one is no second mistake. */
  readonly broken: readonly ClassId[];
  /** Their keys, as far as they can be read. */
  readonly brokenKeys: readonly string[];
  /** The gravest diagnostic: as long as there is one, there may be more features than were found. */
  readonly unread: Severity | null;
  /** Modules with classes that only look like features, and the modules that tell so. */
  readonly lookalikes: ReadonlyMap<string, readonly string[]>;
  /** Bindings whose arrays and objects were taken as declared, because no use that was read may change them. */
  readonly trusted: readonly string[];
  /** Whether a use that was read may change one of the bindings that the caller relies on. */
  readonly spoilt: boolean;
}

/** Statics that make a class worth a look. */
const FEATURE_STATICS = new Set(["spec", "table"]);

/** Syntax errors reported per file. */
const MAX_SYNTAX_ERRORS = 3;

/**
 * Links the classes of a project. Total: every mistake is a diagnostic, and one bad class does not hide the others.
 *
 * @param entries the user's source files, relative to the project's root, with `/`; their order does not matter
 * @param modules other files are read through it when a declaration needs them
 * @param host reads `tsconfig.json` and `package.json`
 * @param relied bindings that an earlier run trusted and whose declarations are not linked again
 */
export function link(
  entries: readonly string[],
  modules: ModuleSource,
  host: Host,
  relied: readonly string[] = [],
): Checked<LinkResult> {
  const paths = [...new Set(entries)].sort(compareText);
  let known: readonly string[] = paths;
  for (;;) {
    const run = linkOnce(paths, known, relied, modules, host);
    if (!run.stale) return run.result;
    // A module read late changes a constant that was taken as it stands: start again with that module known.
    known = run.loaded;
  }
}

interface Run {
  readonly result: Checked<LinkResult>;
  readonly stale: boolean;
  readonly loaded: readonly string[];
}

function linkOnce(
  entries: readonly string[],
  known: readonly string[],
  relied: readonly string[],
  source: ModuleSource,
  host: Host,
): Run {
  const program = createProgram(source, host);
  for (const path of known) loadModule(program, path);
  const hazards = createHazardIndex(program);
  const folder = startFolding(program, hazards);
  const columns = createColumnReader(folder);
  const reports: Reports = new Map();
  const sources = entries.flatMap((path) => loadModule(program, path) ?? []);
  const queue = sources.flatMap((module) => findClasses(program, module, FEATURE_STATICS));
  const seen = new Set(queue);
  const refer = (ref: ClassRef) => {
    if (seen.has(ref)) return;
    seen.add(ref);
    queue.push(ref);
  };
  const features: FeatureDecl[] = [];
  const broken: ClassId[] = [];
  const brokenKeys: string[] = [];
  const lookalikes: Lookalikes = new Map();
  for (const ref of queue) {
    const linked = linkFeature({ folder, columns, reports, refer }, ref);
    if (linked.kind === "feature") features.push(linked.decl);
    else addLookalike(lookalikes, ref.id.module, consultedModules(program));
    if (linked.kind !== "broken") continue;
    broken.push(linked.id);
    if (linked.key !== null) brokenKeys.push(linked.key);
  }
  const hidden = sources.flatMap((module) => hiddenFeatures(program, module, lookalikes));
  if (hazards.trusted.size > 0) readHazards(hazards);
  const diagnostics = [...syntaxErrors(program), ...finishReports(reports), ...hidden].sort(compareDiagnostics);
  const value: LinkResult = {
    features: features.sort(comparePlaces),
    broken,
    brokenKeys: [...brokenKeys].sort(compareText),
    unread: diagnostics.length === 0 ? null : hasErrors(diagnostics) ? "error" : "warning",
    lookalikes,
    trusted: [...hazards.trusted].sort(compareText),
    spoilt: relied.some((key) => findDanger(hazards, key) !== null),
  };
  return {
    result: { value, diagnostics },
    stale: hazards.stale,
    loaded: [...program.modules.keys()].sort(compareText),
  };
}

/** Warns of the classes of a module that look like features where none is read. */
function hiddenFeatures(program: Program, module: LinkedModule, lookalikes: Lookalikes): readonly Diagnostic[] {
  if (module.file.summary.hiddenClasses.length === 0) return [];
  program.consulted.length = 0;
  const spans = findHiddenFeatures(program, module);
  addLookalike(lookalikes, module.file.path, consultedModules(program));
  return spans.map((span) => diagnose("MXC1047", {}, span));
}

type Lookalikes = Map<string, string[]>;

function addLookalike(lookalikes: Lookalikes, module: string, consulted: ReadonlySet<string>): void {
  const known = lookalikes.get(module);
  if (known === undefined) lookalikes.set(module, [...consulted]);
  else for (const path of consulted) known.push(path);
}

function comparePlaces(a: FeatureDecl, b: FeatureDecl): number {
  return compareText(a.id.module, b.id.module) || a.span.start - b.span.start;
}

/** The first syntax errors of every module that was read and is not somebody else's. */
function syntaxErrors(program: Program): readonly Diagnostic[] {
  return [...program.modules.values()].flatMap((module) => {
    if (module === null || module.file.declarationFile || module.file.path.includes("node_modules/")) return [];
    const { path, summary } = module.file;
    return summary.syntaxErrors
      .slice(0, MAX_SYNTAX_ERRORS)
      .map(({ message, range }) => diagnose("MXC1000", { message }, spanAt(path, range)));
  });
}
