// Declarations written by hand, for tests that want one without reading source text. Every span is different, so that
// an expectation can say where a diagnostic points.

import type { ColumnType } from "../../src/model/column-type.ts";
import type { ColumnDecl, FeatureDecl, FieldOptions } from "../../src/model/feature.ts";
import type { Host } from "../../src/model/host.ts";
import type { Located, Span } from "../../src/model/span.ts";
import type {
  FeatureDepDecl,
  FeatureRef,
  FieldSpecDecl,
  FieldsMappingDecl,
  KeyDecl,
  LineageDecl,
} from "../../src/model/spec.ts";
import { INITIAL_CODE_VERSION } from "../../src/model/spec.ts";
import type { StaticValue } from "../../src/model/value.ts";
import type { ResolveOptions } from "../../src/resolve/context.ts";
import { resolve } from "../../src/resolve/resolve.ts";

let offset = 0;

export function span(file = "src/features.ts"): Span {
  offset += 10;
  return { file, start: offset, end: offset + 5 };
}

export function located<T>(value: T): Located<T> {
  return { value, span: span() };
}

export function key(text: string | readonly string[]): KeyDecl {
  const parts = typeof text === "string" ? text.split("/") : text;
  return { parts: parts.map(located), span: span() };
}

export interface DepInput {
  readonly feature: string;
  readonly select?: readonly string[];
  readonly rename?: Readonly<Record<string, string>>;
  readonly mapping?: Partial<FieldsMappingDecl>;
  readonly filters?: readonly string[];
  readonly lineage?: LineageDecl;
}

export interface FieldInput {
  readonly key: string;
  readonly codeVersion?: string;
  readonly deps?: "all" | readonly { readonly feature: string; readonly fields: "all" | readonly string[] }[];
}

export interface FeatureInput {
  readonly key: string | readonly string[];
  readonly className?: string;
  readonly idColumns?: readonly string[];
  readonly deps?: readonly (string | DepInput)[];
  readonly fields?: readonly (string | FieldInput)[];
  readonly columns?: readonly ColumnDecl[];
  readonly metadata?: StaticValue & { readonly kind: "object" };
  readonly doc?: string;
  readonly table?: boolean;
  readonly project?: string;
  readonly file?: string;
}

export function feature(input: FeatureInput): FeatureDecl {
  const className = input.className ?? "Feature";
  const file = input.file ?? "src/features.ts";
  const id = { module: file, name: `${className}${offset}` };
  const spec = {
    key: key(input.key),
    idColumns: (input.idColumns ?? ["sample_uid"]).map(located),
    idColumnsSpan: span(),
    deps: (input.deps ?? []).map(dependency),
    fields: (input.fields ?? ["default"]).map(field),
    metadata: input.metadata ?? { kind: "object" as const, entries: [], span: span() },
    description: null,
    span: span(),
  };
  return {
    id,
    className,
    span: span(file),
    base: input.table ? "BaseSQLModelFeature" : "BaseFeature",
    table: input.table ?? false,
    spec,
    columns: input.columns ?? [],
    project: input.project === undefined ? null : located(input.project),
    tableName: null,
    tableArgs: [],
    tableOptions: { dialects: {} },
    injection: { primaryKey: null, index: null },
    doc: input.doc ?? null,
    modules: [file],
  };
}

export function column(
  property: string,
  type: ColumnType,
  rest: {
    readonly nullable?: boolean;
    readonly optional?: boolean;
    readonly options?: FieldOptions;
    readonly doc?: string;
  } = {},
): ColumnDecl {
  const optional = rest.optional ?? false;
  return {
    property,
    span: span(),
    type,
    nullable: rest.nullable ?? optional,
    optional,
    typeSpan: span(),
    options: rest.options ?? {},
    doc: rest.doc ?? null,
    owner: { module: "src/features.ts", name: "Feature" },
  };
}

function dependency(input: string | DepInput): FeatureDepDecl {
  const dep = typeof input === "string" ? { feature: input } : input;
  return {
    feature: ref(dep.feature),
    select: dep.select?.map(located) ?? null,
    rename: dep.rename
      ? Object.entries(dep.rename).map(([from, to]) => ({ from: located(from), to: located(to) }))
      : null,
    fieldsMapping: {
      kind: "default",
      matchSuffix: false,
      excludeFields: [],
      span: span(),
      ...dep.mapping,
    } as FieldsMappingDecl,
    filters: dep.filters?.map(located) ?? null,
    lineage: dep.lineage ?? { kind: "identity", span: span() },
    optional: false,
    span: span(),
  };
}

function field(input: string | FieldInput): FieldSpecDecl {
  const { key: name, codeVersion, deps } = typeof input === "string" ? ({ key: input } as FieldInput) : input;
  return {
    key: key(name),
    codeVersion: located(codeVersion ?? INITIAL_CODE_VERSION),
    deps:
      deps === "all"
        ? "all"
        : (deps ?? []).map((dep) => ({
            feature: ref(dep.feature),
            fields: dep.fields === "all" ? "all" : dep.fields.map(key),
            span: span(),
          })),
    span: span(),
  };
}

function ref(text: string): FeatureRef {
  return { kind: "key", key: key(text), span: span() };
}

/** What `resolve` is told when nothing is configured. */
export const resolveOptions: ResolveOptions = {
  project: null,
  defaultProject: null,
  allProjects: false,
  sqlmodelEnabled: true,
  configFile: null,
  inferTableNames: true,
  columnNaming: "preserve",
};

/** A host without files. */
export const noHost: Host = { readFile: () => null, realPath: (path) => path };

/** A host with these files. */
export function hostOf(files: Readonly<Record<string, string>>): Host {
  return { readFile: (path) => files[path] ?? null, realPath: (path) => path };
}

/** Resolves declarations and lists the codes of what was found, in order. */
export function codesOf(
  features: readonly FeatureDecl[],
  options: Partial<ResolveOptions> = {},
  host = noHost,
): string[] {
  const { diagnostics } = resolve({ features, broken: [], brokenKeys: [] }, { ...resolveOptions, ...options }, host);
  return diagnostics.map((diagnostic) => diagnostic.code);
}
