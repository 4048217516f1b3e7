// A project's name must be one that Metaxy's configuration accepts: a feature of any other project could never be
// selected (Metaxy 0.1, `config/models/metaxy_config.py`).

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { FeatureDecl } from "../../model/feature.ts";
import type { ProjectOf } from "../projects.ts";

/** Reports bad names and packages that cannot be read: the class's own at the class, a package's once. */
export function* checkProjectNames(projects: ReadonlyMap<FeatureDecl, ProjectOf>): Iterable<Diagnostic> {
  const reported = new Set<string>();
  for (const [decl, { name, source }] of projects) {
    const problem = findProblem(name);
    if (source.kind === "class" && problem !== null) yield diagnose("MXC2090", { name, problem }, source.static.span);
    if ((source.kind !== "package" && source.kind !== "unreadable") || reported.has(source.file)) continue;
    reported.add(source.file);
    if (source.kind === "unreadable") yield diagnose("MXC2094", { file: source.file }, decl.span);
    else if (problem !== null) {
      yield diagnose("MXC2091", { name, problem, file: source.file, property: source.property }, decl.span);
    }
  }
}

function findProblem(name: string): string | null {
  if (name === "") return "is empty";
  if (name.includes("/")) return "contains '/'";
  if (name.includes("__")) return "contains '__'";
  return /^[a-zA-Z0-9_-]+$/.test(name) ? null : "contains something other than letters, digits, '_' and '-'";
}
