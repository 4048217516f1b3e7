// One class → its declaration, or reports why there is none. A class is a feature when it ends at a base class of the
// authoring library and has a spec of its own.

import type { FeatureDecl } from "../model/feature.ts";
import type { Located } from "../model/span.ts";
import { compareText } from "../model/text-order.ts";
import type { ClassId, StaticValue } from "../model/value.ts";
import { type ChainLink, type ClassChain, type ClassRef, classKey } from "./classes/class-ref.ts";
import { type ColumnReader, readColumns } from "./classes/columns.ts";
import { findKnownStatic, findMisplacedSpec } from "./classes/discover.ts";
import { findChain } from "./classes/heritage.ts";
import { type Folder, forget } from "./fold/folder.ts";
import type { Failure, Folded } from "./fold/outcome.ts";
import { isTruthy } from "./fold/primitive.ts";
import { staticKey } from "./fold/reached.ts";
import { findOwnStatic, findStatic, foldOwn } from "./fold/statics.ts";
import { consultedModules } from "./modules/program.ts";
import { spanIn } from "./modules/scope.ts";
import { findKeyText, foldSpecParts } from "./partial-spec.ts";
import { type ClassReport, type Reports, report, reportFailures } from "./report.ts";
import type { SpecContext } from "./spec/context.ts";
import { NO_INJECTION, readFeatureConfig } from "./spec/feature-config.ts";
import { readFeatureSpec } from "./spec/feature-spec.ts";
import { NO_TABLE_ARGS, readTableArgs } from "./spec/table-args.ts";
import { readBoolean, readName } from "./spec/values.ts";

/** What linking a class gave. */
export type LinkedFeature =
  | { readonly kind: "feature"; readonly decl: FeatureDecl }
  /** A feature with mistakes in it, already reported; the key where it could be read. */
  | { readonly kind: "broken"; readonly id: ClassId; readonly key: string | null }
  | { readonly kind: "none" };

/** What linking classes needs. */
export interface FeatureContext {
  readonly folder: Folder;
  readonly columns: ColumnReader;
  readonly reports: Reports;
  /** Called with every feature that another one refers to. */
  readonly refer: (feature: ClassRef) => void;
}

const NONE: LinkedFeature = { kind: "none" };

/** Links one class. */
export function linkFeature(context: FeatureContext, ref: ClassRef): LinkedFeature {
  context.folder.program.consulted.length = 0;
  const linked = linkClass(context, ref);
  // The declaration has what it needs of the folded spec, and there are as many specs as classes.
  forget(context.folder, staticKey(ref.key, "spec"));
  return linked;
}

function linkClass(context: FeatureContext, ref: ClassRef): LinkedFeature {
  const to: ClassReport = { reports: context.reports, className: ref.id.name, broken: false };
  const own = findOwnStatic(ref, "spec");
  if (own === null) return reportMisplacedSpec(context, ref, to) ?? reportNoSpec(context, ref, to);
  const chain = findChain(context.folder.program, ref);
  if (!chain.ok) {
    reportFailures(to, chain.failures, "extends");
    return broken(context, ref);
  }
  if (chain.value.root === null) return reportNoBase(context, ref, to);
  const spec = foldStaticOf(context.folder, ref, "spec");
  if (spec === undefined || (spec.ok && !isTruthy(spec.value))) return NONE;
  const decl = readDecl(context, ref, chain.value, spec, to);
  return decl === null || to.broken ? broken(context, ref) : { kind: "feature", decl };
}

/** A static of a class, inherited ones included; undefined where there is none. */
function foldStaticOf(folder: Folder, ref: ClassRef, name: string): Folded | undefined {
  const found = findStatic(folder, ref, name);
  if (!found.ok) return found;
  if (found.value === null) return undefined;
  const { owner, member } = found.value;
  return foldOwn(folder, ref, found.value, { name: `${ref.id.name}.${name}`, span: spanIn(owner.scope, member.range) });
}

/** A static through a reader; `absent` where there is none or it cannot be read, which is reported. */
function readStatic<T>(reader: ClassReader, name: string, absent: T, read: (value: StaticValue) => T | null): T {
  const folded = foldStaticOf(reader.folder, reader.ref, name);
  if (folded === undefined) return absent;
  if (!folded.ok) return reportFailures(reader.report, folded.failures, name) ?? absent;
  return folded.value.kind === "undefined" ? absent : (read(folded.value) ?? absent);
}

interface ClassReader extends SpecContext {
  readonly folder: Folder;
  readonly ref: ClassRef;
}

function readDecl(
  context: FeatureContext,
  ref: ClassRef,
  chain: ClassChain,
  spec: Folded,
  to: ClassReport,
): FeatureDecl | null {
  const { folder } = context;
  const featureOf: SpecContext["featureOf"] = (value, path) => findFeature(context, to, value, path);
  const reader: ClassReader = { folder, ref, report: to, featureOf };
  const readSpec = spec.ok ? readFeatureSpec(reader, spec.value) : readBrokenSpec(reader, spec.failures);
  const table = readStatic(reader, "table", false, (value) => readBoolean(reader, value, "table")?.value ?? null);
  const tableName = readStatic(reader, "tableName", null, (value) => readName(reader, value, "tableName"));
  const tableArgs = readStatic(reader, "tableArgs", NO_TABLE_ARGS, (value) => readTableArgs(reader, value));
  const project = readStatic(reader, "project", null, (value) => readProject(reader, value));
  const injection = readStatic(reader, "featureConfig", NO_INJECTION, (value) => readFeatureConfig(reader, value));
  const columns = readColumns(context.columns, reader, chain);
  if (table) checkTableBases(context, chain, to);
  checkTableStatics(chain, table, to);
  checkStaticNames(ref, to);
  checkDeclaredBases(chain, to);
  if (readSpec === null || chain.root === null) return null;
  const { id, node, scope } = ref;
  return {
    id,
    className: node.name ?? id.name.slice(id.name.lastIndexOf(".") + 1),
    span: spanIn(scope, node.range),
    base: chain.root,
    table,
    spec: readSpec,
    columns,
    project,
    tableName,
    tableArgs: tableArgs.args,
    tableOptions: tableArgs.options,
    injection,
    doc: node.doc,
    modules: modulesOf(folder, id.module),
  };
}

/** The modules that were read for a class, its own first. */
function modulesOf({ program }: Folder, own: string): readonly string[] {
  const others = consultedModules(program);
  others.delete(own);
  return [own, ...[...others].sort(compareText)];
}

/** Reports why a spec cannot be read, and what is wrong with the parts that can. */
function readBrokenSpec(reader: ClassReader, failures: readonly Failure[]): null {
  reportFailures(reader.report, failures, "spec");
  const parts = foldSpecParts(reader.folder, reader.ref);
  if (parts !== null) readFeatureSpec(reader, parts.value, parts.missing);
  return null;
}

function readProject(context: SpecContext, value: StaticValue): Located<string> | null {
  return value.kind === "null" ? null : readName(context, value, "project");
}

/** The feature a class stands for: itself, or the base whose spec it inherits. */
function findFeature(
  context: FeatureContext,
  to: ClassReport,
  value: StaticValue & { readonly kind: "class" },
  path: string,
): ClassId | null {
  const { program } = context.folder;
  const ref = program.classes.get(classKey(value.id));
  const chain = ref === undefined ? null : findChain(program, ref);
  if (chain?.ok === false) return reportFailures(to, chain.failures, path);
  const owner = chain?.value.links.find((link) => findOwnStatic(link.class, "spec") !== null);
  if (owner !== undefined && chain?.value.root != null) {
    context.refer(owner.class);
    return owner.class.id;
  }
  const reason = chain?.value.root == null ? "extends no class of features" : "has no `spec`";
  return report(to, "MXC1037", { name: value.id.name, path: `${to.className}.${path}`, reason }, value.span);
}

/** A table cannot be made of a class that is a table of its own. */
function checkTableBases(context: FeatureContext, chain: ClassChain, to: ClassReport): void {
  const [own, ...bases] = chain.links;
  const base = bases.find((link) => isTableFeature(context.folder, link));
  if (own === undefined || base === undefined) return;
  const { heritage, range } = own.class.node;
  const span = spanIn(own.class.scope, heritage?.expression.range ?? range);
  const related = [
    { message: `\`${base.class.id.name}\` is a table`, span: spanIn(base.class.scope, base.class.node.range) },
  ];
  report(to, "MXC1033", { name: own.class.id.name, base: base.class.id.name }, span, related);
}

function isTableFeature(folder: Folder, link: ChainLink): boolean {
  if (findOwnStatic(link.class, "spec") === null) return false;
  const table = foldStaticOf(folder, link.class, "table");
  return table?.ok === true && isTruthy(table.value);
}

const TABLE_STATICS = ["table", "tableName", "tableArgs"];

/** Statics about tables mean nothing without one. */
function checkTableStatics({ links, root }: ClassChain, table: boolean, to: ClassReport): void {
  if (root !== "BaseFeature") return;
  for (const { class: owner } of links) {
    for (const member of owner.node.statics) {
      if (!TABLE_STATICS.includes(member.name) || (member.name === "table" && !table)) continue;
      report(to, "MXC1029", { name: member.name }, spanIn(owner.scope, member.range));
    }
  }
}

/** Statics that are spelled otherwise than those of features: in another case, or as in Python. */
function checkStaticNames({ node, scope }: ClassRef, to: ClassReport): void {
  for (const { name, range } of node.statics) {
    const known = findKnownStatic(name);
    if (known !== undefined) report(to, "MXC1049", { name, known }, spanIn(scope, range));
  }
}

/** Columns from a declaration file have types but lack their options, whose names, defaults and indexes would be lost. */
function checkDeclaredBases({ links }: ClassChain, to: ClassReport): void {
  for (const [index, { class: base }] of links.entries()) {
    const user = links[index - 1]?.class;
    const isDeclared = ({ scope }: ClassRef) => scope.file.declarationFile;
    if (user === undefined || isDeclared(user) || !isDeclared(base)) continue;
    if (!links.slice(index).some((link) => link.class.node.properties.length > 0)) continue;
    const span = spanIn(user.scope, user.node.heritage?.expression.range ?? user.node.range);
    report(to, "MXC1050", { base: base.id.name, path: base.id.module }, span);
  }
}

/** A class with a spec of the authoring library that extends none of its classes. */
function reportNoBase({ folder }: FeatureContext, ref: ClassRef, to: ClassReport): LinkedFeature {
  const spec = foldStaticOf(folder, ref, "spec");
  if (spec?.ok === true && spec.value.kind === "dsl") {
    report(to, "MXC1051", { name: ref.id.name }, spanIn(ref.scope, ref.node.range));
  }
  return NONE;
}

/** A spec in a class of features that is no static property. */
function reportMisplacedSpec({ folder }: FeatureContext, ref: ClassRef, to: ClassReport): LinkedFeature | null {
  const misplaced = findMisplacedSpec(ref.node);
  const chain = misplaced === null ? null : findChain(folder.program, ref);
  if (misplaced === null || chain?.ok !== true || chain.value.root === null) return null;
  const args = { name: ref.id.name, property: "spec", what: misplaced.what };
  report(to, "MXC1039", args, spanIn(ref.scope, misplaced.range));
  return { kind: "broken", id: ref.id, key: null };
}

/** A class without a spec of its own that looks as if it should have one: specs are not inherited, because keys are not shared. */
function reportNoSpec(context: FeatureContext, ref: ClassRef, to: ClassReport): LinkedFeature {
  const chain = findChain(context.folder.program, ref);
  if (!chain.ok || chain.value.root === null) return NONE;
  checkStaticNames(ref, to);
  const { statics, abstract } = ref.node;
  const member = statics.find(({ name }) => name === "table");
  const isTable = member?.value?.kind === "boolean" && member.value.value;
  if (isTable && !abstract && !statics.some(({ name }) => findKnownStatic(name) === "spec")) {
    report(to, "MXC1038", { name: ref.id.name }, spanIn(ref.scope, member.range));
  }
  return NONE;
}

/** A class with mistakes, and its key if that much can be read. */
function broken({ folder }: FeatureContext, ref: ClassRef): LinkedFeature {
  const spec = foldStaticOf(folder, ref, "spec");
  const readable = spec?.ok === true ? spec.value : foldSpecParts(folder, ref)?.value;
  return { kind: "broken", id: ref.id, key: readable === undefined ? null : findKeyText(readable) };
}
