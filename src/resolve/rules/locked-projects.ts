// A lock file holds features of other projects. An entry for a feature of the compiled project, or one that gives a feature
// declared here to another project, is a leftover: Python would use the entry, or silently drop it.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { FeatureDecl, LockedFeature } from "../../model/feature.ts";
import type { Context } from "../context.ts";
import type { ProjectOf } from "../projects.ts";
import type { Selection } from "../selection.ts";

/** Reports entries that contradict what is declared here. */
export function* checkLockedProjects(
  context: Context,
  projects: ReadonlyMap<FeatureDecl, ProjectOf>,
  selection: Selection,
): Iterable<Diagnostic> {
  for (const locked of context.options.locked ?? []) {
    const decl = context.known.get(locked.key)?.decl ?? null;
    if (decl !== null) yield* compareOwners(locked, decl, projects.get(decl)?.name ?? locked.project);
    else if (locked.project === selection.project) {
      yield diagnose("MXC2804", { key: locked.key, project: locked.project }, locked.span);
    }
  }
}

function* compareOwners({ key, project, span }: LockedFeature, decl: FeatureDecl, owner: string): Iterable<Diagnostic> {
  if (project === owner) return;
  const related = [{ message: `${decl.className} is of project '${owner}'`, span: decl.span }];
  yield diagnose("MXC2803", { key, locked: project, declared: owner }, span, related);
}
