// What every rule may ask: the declarations, the features known by key (declared here or locked), the options.
// Built once per run; nothing here judges anything.

import type { Severity } from "../diagnostics/message.ts";
import type { FeatureDecl, FieldParent, LockedFeature } from "../model/feature.ts";
import { findKeyFault } from "../model/key-fault.ts";
import { columnNameOf, keyTextOf } from "../model/names.ts";
import type { CompileOptions } from "../model/project.ts";
import type { FeatureRef, FeatureSpecDecl, FieldSpecDecl, KeyDecl } from "../model/spec.ts";
import { compareText } from "../model/text-order.ts";
import type { ClassId } from "../model/value.ts";

/** What link hands over. Classes and keys that are broken have had their diagnostic: nobody mentions them again. */
export interface ResolveInput {
  readonly features: readonly FeatureDecl[];
  readonly broken: readonly ClassId[];
  /** Null when any key might be one. */
  readonly brokenKeys: readonly string[] | null;
  /** The gravest thing said of sources that may hold more features than were found; null where all were read. */
  readonly unread?: Severity | null;
}

/** The part of the options that decides what declarations mean. */
export type ResolveOptions = Pick<
  CompileOptions,
  "project" | "defaultProject" | "allProjects" | "sqlmodelEnabled" | "configFile" | "inferTableNames" | "columnNaming"
> & {
  /** Features of other code bases, as `metaxy.lock` states them. */
  readonly locked?: readonly LockedFeature[];
};

/** A feature as others see it. */
export interface KnownFeature {
  readonly key: string;
  /** Null for a locked feature. */
  readonly decl: FeatureDecl | null;
  readonly idColumns: readonly string[];
  /** Parts of each field's key, by key. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** SQL names of its columns, without the system columns. */
  readonly columns: ReadonlySet<string>;
  /** Whether the columns are all there are. A class without a table need not declare what its data frames hold. */
  readonly isTable: boolean;
}

export interface Context {
  /** In order of file and position. */
  readonly decls: readonly FeatureDecl[];
  /** By key; of several with one key, the first. Declared features win over locked ones, as in Python. */
  readonly known: ReadonlyMap<string, KnownFeature>;
  /** What each reference of the declarations leads to. */
  readonly targets: ReadonlyMap<FeatureRef, Target>;
  /** Parents of fields that have been asked for. */
  readonly parents: Map<FieldSpecDecl, readonly FieldParent[]>;
  readonly options: ResolveOptions;
}

/** What a reference leads to. */
export type Target =
  | { readonly kind: "feature"; readonly feature: KnownFeature }
  | { readonly kind: "unknown-key"; readonly key: string }
  /** It had its diagnostic already, as a class that is no feature has. */
  | { readonly kind: "broken" };

/** Indexes the declarations and follows every reference in them once. */
export function buildContext(input: ResolveInput, options: ResolveOptions): Context {
  const decls = [...input.features].sort(
    (a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start,
  );
  const known = new Map<string, KnownFeature>();
  for (const decl of decls) {
    const key = keyText(decl.spec.key);
    if (!known.has(key)) known.set(key, declaredFeature(decl, key, options));
  }
  for (const locked of options.locked ?? []) {
    if (!known.has(locked.key)) known.set(locked.key, lockedFeature(locked));
  }
  const specs = [...decls, ...(options.locked ?? [])].map(({ spec }) => spec);
  return { decls, known, targets: findTargets(input, specs, known), parents: new Map(), options };
}

function findTargets(
  input: ResolveInput,
  specs: readonly FeatureSpecDecl[],
  known: ReadonlyMap<string, KnownFeature>,
): ReadonlyMap<FeatureRef, Target> {
  const keyOfClass = new Map(input.features.map((decl) => [classText(decl.id), keyText(decl.spec.key)]));
  const brokenKeys = input.brokenKeys === null ? null : new Set(input.brokenKeys);

  function follow(ref: FeatureRef): Target {
    const key = ref.kind === "key" ? keyText(ref.key) : keyOfClass.get(classText(ref.id));
    const feature = key === undefined ? undefined : known.get(key);
    if (feature !== undefined) return { kind: "feature", feature };
    if (ref.kind === "class" || key === undefined) return broken;
    const isBroken = brokenKeys === null || brokenKeys.has(key) || findKeyFault(ref.key) !== null;
    return isBroken ? broken : { kind: "unknown-key", key };
  }

  const targets = new Map<FeatureRef, Target>();
  for (const { deps: features, fields } of specs) {
    for (const dep of features) targets.set(dep.feature, follow(dep.feature));
    for (const { deps } of fields) {
      if (deps !== "all") for (const dep of deps) targets.set(dep.feature, follow(dep.feature));
    }
  }
  return targets;
}

const broken: Target = { kind: "broken" };

/** Looks up what a dependency, or any other mention of a feature, leads to. */
export function findTarget(context: Context, ref: FeatureRef): Target {
  return context.targets.get(ref) ?? broken;
}

/** The feature a reference leads to, or null: for checks that leave missing features to their own rule. */
export function findFeature(context: Context, ref: FeatureRef): KnownFeature | null {
  const target = findTarget(context, ref);
  return target.kind === "feature" ? target.feature : null;
}

/** `video/raw`. */
export function keyText({ parts }: KeyDecl): string {
  return parts.length === 1 ? (parts[0]?.value ?? "") : keyTextOf(parts.map((part) => part.value));
}

/** How a message names what a reference says: the key, or the class. */
export function refText(ref: FeatureRef): string {
  return ref.kind === "class" ? ref.id.name : keyText(ref.key);
}

function classText(id: ClassId): string {
  return `${id.module}\0${id.name}`;
}

function declaredFeature(decl: FeatureDecl, key: string, options: ResolveOptions): KnownFeature {
  const columns = new Set(decl.columns.map((column) => columnNameOf(column, options.columnNaming)));
  return { ...specNames(decl.spec), key, decl, columns, isTable: decl.table };
}

function lockedFeature({ key, spec, columns }: LockedFeature): KnownFeature {
  return { ...specNames(spec), key, decl: null, columns: new Set(columns), isTable: false };
}

function specNames(spec: FeatureSpecDecl): Pick<KnownFeature, "idColumns" | "fields"> {
  return {
    idColumns: spec.idColumns.map((column) => column.value),
    fields: new Map(spec.fields.map((field) => [keyText(field.key), field.key.parts.map((part) => part.value)])),
  };
}
