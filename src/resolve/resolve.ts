// FeatureDecls in, the FeatureGraph out: what the declarations mean, closed under dependency and ordered, with every
// rule about keys, projects, dependencies and columns checked. Versions and tables are the next stages' work.

import type { Checked } from "../diagnostics/diagnostic.ts";
import type { Feature, FeatureDecl, FeatureGraph, LockedFeature } from "../model/feature.ts";
import type { Host } from "../model/host.ts";
import type { FeatureSpecDecl } from "../model/spec.ts";
import { compareText } from "../model/text-order.ts";
import type { Context, ResolveInput, ResolveOptions } from "./context.ts";
import { buildContext, findFeature, keyText } from "./context.ts";
import { fieldParents } from "./field-parents.ts";
import { downstreamKeys, orderFeatures } from "./order.ts";
import type { ProjectOf } from "./projects.ts";
import { projectsOf } from "./projects.ts";
import { checkLockedProjects } from "./rules/locked-projects.ts";
import { checkProjectNames } from "./rules/project-names.ts";
import { rules } from "./rules.ts";
import type { Selection } from "./selection.ts";
import { selectProject } from "./selection.ts";
import { specJson } from "./spec-json.ts";

/**
 * Resolves all declarations. The graph holds every feature with a key of its own, also when something else about it is
 * wrong; of several with one key it holds the first.
 *
 * @param host reads the `package.json` files that name projects
 */
export function resolve(input: ResolveInput, options: ResolveOptions, host: Host): Checked<FeatureGraph> {
  const context = buildContext(input, options);
  const projects = projectsOf(context.decls, options.defaultProject, host);
  const selection = selectProject(projects, options, input.unread ?? null);
  return {
    value: buildGraph(context, projects, selection.value),
    diagnostics: [
      ...rules.flatMap((rule) => [...rule(context)]),
      ...checkProjectNames(projects),
      ...checkLockedProjects(context, projects, selection.value),
      ...selection.diagnostics,
    ],
  };
}

const none: readonly string[] = [];

function sorted(keys: readonly string[]): readonly string[] {
  return keys.length < 2 ? keys : [...keys].sort(compareText);
}

/** A feature that has yet to learn which others depend on it. */
interface Linked extends Feature {
  downstream: readonly string[];
}

function buildGraph(
  context: Context,
  projects: ReadonlyMap<FeatureDecl, ProjectOf>,
  selection: Selection,
): FeatureGraph {
  const declared = context.decls
    .filter((decl) => context.known.get(keyText(decl.spec.key))?.decl === decl)
    .map((decl) => declaredFeature(decl, context, projects.get(decl)?.name ?? "", selection));
  const locked = (context.options.locked ?? [])
    .filter(({ key }) => context.known.get(key)?.decl === null)
    .map((feature) => lockedFeature(feature, context));
  const features = orderFeatures([...declared, ...locked]);
  const downstream = downstreamKeys(features);
  // Features are many: each is finished in place instead of being copied.
  for (const feature of features) feature.downstream = sorted(downstream.get(feature.key) ?? none);
  return { features, byKey: new Map(features.map((feature) => [feature.key, feature])), project: selection.project };
}

function declaredFeature(decl: FeatureDecl, context: Context, project: string, selection: Selection): Linked {
  const selected = selection.project === null || selection.project === project;
  return linkSpec(decl.spec, { project, selected, decl, locked: null }, context);
}

function lockedFeature(locked: LockedFeature, context: Context): Linked {
  return linkSpec(locked.spec, { project: locked.project, selected: false, decl: null, locked }, context);
}

function linkSpec(
  spec: FeatureSpecDecl,
  { project, selected, decl, locked }: Pick<Feature, "project" | "selected" | "decl" | "locked">,
  context: Context,
): Linked {
  const upstream = spec.deps.flatMap((dep) => findFeature(context, dep.feature)?.key ?? []);
  return {
    key: keyText(spec.key),
    parts: spec.key.parts.map((part) => part.value),
    project,
    selected,
    decl,
    spec: specJson(spec, decl?.doc ?? null, context),
    idColumns: spec.idColumns.map((column) => column.value),
    fields: spec.fields.map((field) => ({
      key: keyText(field.key),
      codeVersion: field.codeVersion.value,
      parents: fieldParents(field, spec, context),
      span: field.span,
    })),
    upstream: upstream.length < 2 ? upstream : [...new Set(upstream)],
    downstream: none,
    locked,
  };
}
