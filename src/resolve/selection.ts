// Which project is compiled. Features of other projects stay in the graph as dependencies, without tables.

import type { Checked, Diagnostic, Related } from "../diagnostics/diagnostic.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { severityOf } from "../diagnostics/finding.ts";
import type { Severity } from "../diagnostics/message.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { FeatureDecl } from "../model/feature.ts";
import { compareText } from "../model/text-order.ts";
import type { ResolveOptions } from "./context.ts";
import type { ProjectOf } from "./projects.ts";

/** The project to keep; null keeps them all. */
export interface Selection {
  readonly project: string | null;
}

/**
 * Chooses the project: the one asked for, else the only one there is. An empty choice is an error and not an empty
 * result, unless mistakes in the sources explain it.
 *
 * @param unread the gravest of those mistakes
 */
export function selectProject(
  projects: ReadonlyMap<FeatureDecl, ProjectOf>,
  options: ResolveOptions,
  unread: Severity | null,
): Checked<Selection> {
  const firstOf = firstFeatures(projects);
  const names = [...firstOf.keys()].sort(compareText);
  const chosen = options.allProjects ? null : (options.project ?? (names.length === 1 ? (names[0] ?? null) : null));
  const found = [...complaints(chosen, names, firstOf, options)];
  const isNew = ({ code }: Diagnostic) => unread === null || (unread === "warning" && severityOf(code) === "error");
  return { value: { project: chosen }, diagnostics: found.filter(isNew) };
}

function* complaints(
  chosen: string | null,
  names: readonly string[],
  firstOf: ReadonlyMap<string, FeatureDecl>,
  options: ResolveOptions,
): Iterable<Diagnostic> {
  const related: Related[] = names.flatMap((name) => {
    const decl = firstOf.get(name);
    return decl === undefined ? [] : [{ message: `${decl.className} is of project '${name}'`, span: decl.span }];
  });
  if (names.length === 0) yield diagnose("MXC2093", {}, null);
  else if (chosen !== null && !firstOf.has(chosen)) {
    yield diagnose("MXC2092", { project: chosen, names, suggestion: didYouMean(chosen, names) }, null, related);
  } else if (chosen === null && !options.allProjects) yield diagnose("MXC2095", { names }, null, related);
}

function firstFeatures(projects: ReadonlyMap<FeatureDecl, ProjectOf>): ReadonlyMap<string, FeatureDecl> {
  const first = new Map<string, FeatureDecl>();
  for (const [decl, { name }] of projects) if (!first.has(name)) first.set(name, decl);
  return first;
}
