// The columns of a class: its properties and those of its base classes, base first, with their types and options.

import type { ColumnDecl } from "../../model/feature.ts";
import type { OtherMember, PropertyMember } from "../../model/summary.ts";
import type { Folder } from "../fold/folder.ts";
import { type NameScope, spanIn } from "../modules/scope.ts";
import { type ClassReport, report, reportFailures } from "../report.ts";
import type { SpecContext } from "../spec/context.ts";
import { readColumnOptions } from "../spec/field-options.ts";
import { columnTypeOf } from "../types/column-type.ts";
import type { TypeEnv } from "../types/shape.ts";
import { typeEnv } from "../types/shape.ts";
import { bindClassParameters, createTyper } from "../types/shape-of.ts";
import type { ClassChain, ClassRef } from "./class-ref.ts";

interface DeclaredColumn {
  readonly member: PropertyMember;
  readonly owner: ClassRef;
  readonly env: TypeEnv;
}

/** Reads every column of a chain; columns that cannot be read are reported and left out. */
export function readColumns(folder: Folder, context: SpecContext, chain: ClassChain): readonly ColumnDecl[] {
  const declared = collectColumns(chain);
  for (const link of chain.links) reportOthers(context.report, link.class);
  return [...declared.values()].flatMap((column) => readColumn(folder, context, column) ?? []);
}

/** An override takes the place of what it overrides. */
function collectColumns(chain: ClassChain): ReadonlyMap<string, DeclaredColumn> {
  const columns = new Map<string, DeclaredColumn>();
  const envs = environments(chain);
  for (const [index, { class: owner }] of [...chain.links.entries()].reverse()) {
    const env = envs[index] ?? typeEnv(owner.scope);
    for (const member of owner.node.properties) columns.set(member.name, { member, owner, env });
  }
  return columns;
}

/** What the type parameters of each class of a chain stand for, the class itself first. */
function environments(chain: ClassChain): readonly TypeEnv[] {
  const envs: TypeEnv[] = [];
  for (const { class: owner, typeArguments } of chain.links) {
    const from = envs.at(-1) ?? typeEnv(owner.scope);
    envs.push(bindClassParameters(owner.node.parameters, typeArguments, from, owner.scope));
  }
  return envs;
}

/** Members that look like columns but are none. */
function reportOthers(to: ClassReport, owner: ClassRef): void {
  for (const member of owner.node.others) {
    const span = spanIn(owner.scope, member.range);
    if (member.kind === "parameter-property") report(to, "MXC1035", { name: member.name }, span);
    if (isComputed(member)) report(to, "MXC1036", {}, span);
  }
}

function isComputed(member: OtherMember): boolean {
  return member.kind === "computed-property";
}

function readColumn(folder: Folder, context: SpecContext, column: DeclaredColumn): ColumnDecl | null {
  const { member, owner, env } = column;
  const { name, type, optional, init, doc } = member;
  const span = spanIn(owner.scope, member.range);
  const options = init === null ? {} : readInit(folder, context, member, owner.scope);
  if (type === null) return report(context.report, "MXC1041", { name }, span);
  const resolved = columnTypeOf(createTyper(folder), type, env);
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

function readInit(folder: Folder, context: SpecContext, member: PropertyMember, scope: NameScope) {
  if (member.init === null) return {};
  const value = folder.fold(member.init, scope);
  if (value.ok) return readColumnOptions(context, value.value, member.name);
  reportFailures(context.report, value.failures, member.name);
  return {};
}
