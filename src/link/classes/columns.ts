// The columns of a class: its properties and those of its base classes, base first, with their types and options.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ColumnDecl, FieldOptions } from "../../model/feature.ts";
import { isSameSpan, type Span } from "../../model/span.ts";
import type { Declaration, Expression, PropertyMember, TypeMember } from "../../model/summary.ts";
import type { Folder } from "../fold/folder.ts";
import { type Program, type Remembered, remember } from "../modules/program.ts";
import { bindNames, type NameScope, NO_NAMES, NO_PARAMETERS, spanIn } from "../modules/scope.ts";
import { type ClassReport, report, reportFailures } from "../report.ts";
import type { SpecContext } from "../spec/context.ts";
import { NO_OPTIONS, readColumnOptions } from "../spec/field-options.ts";
import { columnTypeOf } from "../types/column-type.ts";
import { bindClassParameters, chase } from "../types/parameters.ts";
import { type TypeArgument, type TypeEnv, type Typer, typeEnv } from "../types/shape.ts";
import { createTyper } from "../types/shape-of.ts";
import type { ClassChain, ClassRef } from "./class-ref.ts";
import { isMisplacedStatic } from "./discover.ts";

/** Reads columns; remembers those of base classes. */
export interface ColumnReader {
  readonly program: Program;
  readonly folder: Folder;
  readonly typer: Typer;
  readonly known: Map<PropertyMember, Remembered<ColumnDecl | null>>;
}

/** A reader that has read nothing yet. */
export function createColumnReader(folder: Folder): ColumnReader {
  return { program: folder.program, folder, typer: createTyper(folder), known: new Map() };
}

interface DeclaredColumn {
  readonly member: PropertyMember;
  readonly owner: ClassRef;
  readonly env: TypeEnv;
  readonly initial: Initial;
}

/** What a column starts with, and the class that says so. */
interface Initial {
  readonly init: Expression | null;
  readonly owner: ClassRef;
}

/** Reads every column of a chain; columns that cannot be read are reported and left out. */
export function readColumns(reader: ColumnReader, context: SpecContext, chain: ClassChain): readonly ColumnDecl[] {
  for (const link of chain.links) reportOthers(context.report, link.class);
  const columns: ColumnDecl[] = [];
  const own = chain.links[0]?.class;
  for (const column of collectColumns(chain).values()) {
    // Few classes are extended: remembering each one's own columns would cost more than reading some again.
    const read = column.owner === own ? readColumn(reader, context, column) : recallColumn(reader, context, column);
    if (read !== null) columns.push(read);
  }
  return columns.slice();
}

/** An override takes the place of what it overrides. */
function collectColumns(chain: ClassChain): ReadonlyMap<string, DeclaredColumn> {
  const columns = new Map<string, DeclaredColumn>();
  const envs = environments(chain);
  for (const [index, { class: owner }] of [...chain.links.entries()].reverse()) {
    const env = envs[index] ?? typeEnv(owner.scope);
    for (const member of owner.node.properties) {
      const inherited = member.declared === true ? columns.get(member.name)?.initial : undefined;
      columns.set(member.name, { member, owner, env, initial: inherited ?? { init: member.init, owner } });
    }
  }
  return columns;
}

/** What the type parameters of each class of a chain stand for, the class itself first. */
function environments(chain: ClassChain): readonly TypeEnv[] {
  const envs: TypeEnv[] = [];
  let passedOn: readonly TypeArgument[] = [];
  for (const [index, { class: owner, given }] of chain.links.entries()) {
    const before = envs.at(-1);
    const from = before?.scope === given?.scope ? before : undefined;
    const args = given?.nodes.map((node) => chase(node, from ?? typeEnv(given.scope))) ?? passedOn;
    const user = chain.links[index - 1]?.class ?? owner;
    const range = user === owner ? owner.node.range : (user.node.heritage?.expression.range ?? user.node.range);
    envs.push(bindClassParameters(owner.node.parameters, args, owner.scope, { scope: user.scope, range }));
    // `extends WithTimes(Base)<string>` speaks to `Base`: the class of a mixin takes no arguments.
    passedOn = owner.scope.deferred && owner.node.parameters.length === 0 ? args : [];
  }
  return envs;
}

/** Members that look like columns but are none. */
function reportOthers(to: ClassReport, owner: ClassRef): void {
  for (const { kind, name, range } of owner.node.others) {
    if (kind === "parameter-property") report(to, "MXC1035", { name }, spanIn(owner.scope, range));
    if (kind === "computed-property") report(to, "MXC1036", {}, spanIn(owner.scope, range));
  }
  for (const member of owner.node.properties) {
    if (!isMisplacedStatic(owner.node, member)) continue;
    const args = { name: owner.id.name, property: member.name, what: "a property of instances" };
    report(to, "MXC1039", args, spanIn(owner.scope, member.range));
  }
  for (const { name, range } of mergedInterfaces(owner)) report(to, "MXC1048", { name }, spanIn(owner.scope, range));
}

/** Interfaces of a class's name that say more than the class does. */
function mergedInterfaces({ node, scope }: ClassRef): readonly Declaration[] {
  const { name } = node;
  if (name === null) return [];
  const isDeclared = (each: Declaration) => each.kind === "class" && each.class === node;
  let at: NameScope | null = scope;
  while (at !== null && !at.declarations.get(name)?.some(isDeclared)) at = at.parent;
  const isKnown = (member: TypeMember) =>
    member.kind === "property" && node.properties.some((property) => property.name === member.name);
  return (at?.declarations.get(name) ?? []).filter(
    (each) => each.kind === "interface" && (each.extends.length > 0 || !each.members.every(isKnown)),
  );
}

/** A column that depends on no type argument is the same in every class that inherits it. */
function recallColumn(reader: ColumnReader, context: SpecContext, column: DeclaredColumn): ColumnDecl | null {
  const { owner, env, member } = column;
  if (env.parameters !== NO_PARAMETERS || owner.scope.deferred) return readColumn(reader, context, column);
  const compute = () => readColumn(reader, context, column);
  return remember(reader.program, reader.known, member, compute, () => !context.report.broken);
}

function readColumn(reader: ColumnReader, context: SpecContext, column: DeclaredColumn): ColumnDecl | null {
  const { member, owner, env } = column;
  const { name, type, optional, doc } = member;
  const span = spanIn(owner.scope, member.range);
  if (isMisplacedStatic(owner.node, member)) return null;
  // One mistake: what the column starts with is read once it has a type.
  if (type === null) return report(context.report, "MXC1041", { name, type: likelyType(member) }, span);
  const options = readInit(reader.folder, context, column);
  const resolved = columnTypeOf(reader.typer, type, env);
  if (!resolved.ok) return reportFailures(context.report, resolved.failures, name);
  return {
    property: name,
    span,
    type: resolved.value.type,
    nullable: resolved.value.nullable || optional,
    optional,
    typeSpan: spanIn(owner.scope, type.range),
    options,
    doc,
    owner: owner.id,
  };
}

/** The type that an initial value suggests. */
function likelyType({ init }: PropertyMember): string {
  const kind = init?.kind === "unary" ? "number" : (init?.kind ?? "string");
  return kind === "number" || kind === "boolean" || kind === "bigint" ? kind : "string";
}

function readInit(folder: Folder, context: SpecContext, { member, initial }: DeclaredColumn): FieldOptions {
  const { init, owner } = initial;
  if (init === null) return NO_OPTIONS;
  // It runs when an instance is made: by then everything in the file has its value.
  const value = folder.fold(init, bindNames(owner.scope, NO_NAMES, true));
  if (value.ok) return readColumnOptions(context, value.value, member.name);
  const span = spanIn(owner.scope, init.range);
  const call = value.failures.map(({ diagnostic }) => diagnostic).find((each) => isCallAt(each, span));
  if (call === undefined) return reportFailures(context.report, value.failures, member.name) ?? NO_OPTIONS;
  const found = `a call of \`${call.args.callee}\``;
  return report(context.report, "MXC1046", { name: member.name, found }, span) ?? NO_OPTIONS;
}

/** A call in place of a default: each instance would get a value of its own. */
function isCallAt({ code, primary }: Diagnostic, span: Span): boolean {
  return code === "MXC1003" && primary !== null && isSameSpan(primary, span);
}
