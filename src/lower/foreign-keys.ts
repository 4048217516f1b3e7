// Foreign keys of one table: those on properties, then those of `tableArgs`. Targets that are feature tables get the store's
// prefix; whether the target can be referred to is checked when all tables are there (references.ts).

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { ForeignKeyTarget, ReferentialAction } from "../model/feature.ts";
import type { Span } from "../model/span.ts";
import type { ForeignKey } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import { findColumnName, spellingsOf } from "./columns.ts";
import { argsOf, checkGivenName } from "./constraints.ts";
import { checkName } from "./identifier.ts";
import type { TableCatalog, TargetTable } from "./table-catalog.ts";
import { findColumns, subjectOf, type TableDraft } from "./table-draft.ts";
import type { Unnamed } from "./table-names.ts";

/** A foreign key as written, wherever it was written. */
interface WrittenKey {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly targets: readonly ForeignKeyTarget[];
  readonly onDelete: ReferentialAction | null;
  readonly onUpdate: ReferentialAction | null;
  readonly span: Span;
}

/** All foreign keys of a table. One with a broken target is reported and left out. */
export function lowerForeignKeys(
  draft: TableDraft,
  catalog: TableCatalog,
  report: Diagnostic[],
): readonly Unnamed<ForeignKey>[] {
  const keys = [...markedKeys(draft), ...declaredKeys(draft, report)].flatMap(
    (key) => lowerForeignKey(draft, key, catalog, report) ?? [],
  );
  return keys.filter((key, place) => !isRepeated(key, keys.slice(0, place), report));
}

/** Whether the same columns refer to the same columns already: asked for twice, a key is made once. */
function isRepeated(key: Unnamed<ForeignKey>, before: readonly Unnamed<ForeignKey>[], report: Diagnostic[]): boolean {
  const first = before.find((other) => contentOf(other) === contentOf(key));
  if (first === undefined) return false;
  const isSame = first.onDelete === key.onDelete && first.onUpdate === key.onUpdate;
  const related = first.source === null ? [] : [{ message: "the other one", span: first.source }];
  if (!isSame) report.push(diagnose("MXC2673", { columns: key.columns.join(", ") }, key.source, related));
  return true;
}

/** Equal for keys that join the same columns. */
function contentOf({ columns, referredSchema, referredTable, referredColumns }: Unnamed<ForeignKey>): string {
  const pairs = columns.map((column, place) => JSON.stringify([column, referredColumns[place]]));
  return JSON.stringify([referredSchema, referredTable, pairs.sort(compareText)]);
}

function markedKeys({ columns }: TableDraft): readonly WrittenKey[] {
  return columns.user.flatMap(({ decl: { options }, name }) => {
    const { foreignKey, onDelete, onUpdate } = options;
    if (foreignKey === undefined) return [];
    return {
      name: null,
      columns: [name],
      targets: [foreignKey],
      onDelete: onDelete?.value ?? null,
      onUpdate: onUpdate?.value ?? null,
      span: foreignKey.span,
    };
  });
}

function declaredKeys(draft: TableDraft, report: Diagnostic[]): readonly WrittenKey[] {
  return argsOf(draft, "foreign-key").flatMap((arg) => {
    checkGivenName("foreign key", arg.name, report);
    const columns = arg.columns.flatMap((column) => findColumns(draft, "the foreign key", [column], report));
    if (columns.length !== arg.columns.length) return [];
    const twice = columns.findIndex((column, place) => columns.indexOf(column) !== place);
    if (twice === -1) return [{ ...arg, name: arg.name?.value ?? null, columns }];
    report.push(diagnose("MXC2670", { column: columns[twice] ?? "" }, arg.columns[twice]?.span ?? arg.span));
    return [];
  });
}

function lowerForeignKey(
  draft: TableDraft,
  key: WrittenKey,
  catalog: TableCatalog,
  report: Diagnostic[],
): Unnamed<ForeignKey> | null {
  const table = findTable(key, catalog, report);
  if (table === null) return null;
  const referredColumns = key.targets.flatMap((target) => findTargetColumn(target, table, report) ?? []);
  if (referredColumns.length !== key.targets.length) return null;
  const twice = referredColumns.findIndex((column, place) => referredColumns.indexOf(column) !== place);
  if (twice !== -1) {
    report.push(diagnose("MXC2670", { column: referredColumns[twice] ?? "" }, key.targets[twice]?.span ?? key.span));
    return null;
  }
  const isOwn = table.name === draft.name && table.schema === draft.schema;
  if (isOwn && key.columns.every((column, place) => column === referredColumns[place])) {
    report.push(diagnose("MXC2671", { columns: key.columns.join(", ") }, key.span));
    return null;
  }
  checkPython(draft, table, key, report);
  const faithful = draft.options.compat === "sqlmodel";
  const referred = { table: faithful ? table.baseName : table.name, columns: referredColumns };
  return {
    naming: { kind: "fk", subject: subjectOf(draft, key.columns, key.name, referred), span: key.span },
    columns: key.columns,
    referredSchema: table.schema,
    referredTable: table.name,
    referredColumns,
    onDelete: key.onDelete,
    onUpdate: key.onUpdate,
    source: key.span,
  };
}

/** The one table all targets of a key are in. */
function findTable(key: WrittenKey, catalog: TableCatalog, report: Diagnostic[]): TargetTable | null {
  const tables = new Map<string, TargetTable>();
  let stranger: Diagnostic | null = null;
  for (const target of key.targets) {
    const found = catalog.find(target);
    if (found.kind === "problem") {
      report.push(diagnose("MXC2640", { name: found.name, reason: found.reason }, target.span));
      return null;
    }
    if (found.kind === "foreign" && target.kind === "table") {
      report.push(...checkName("table", target.table, target.span));
      stranger ??= diagnose("MXC2646", { table: target.table, suggestion: found.suggestion }, target.span);
    }
    tables.set(`${found.table.schema ?? ""}.${found.table.name}`, found.table);
  }
  const [table, ...others] = tables.values();
  if (others.length > 0) {
    const names = [...tables.values()].map(({ baseName }) => `'${baseName}'`).join(" and ");
    report.push(diagnose("MXC2642", { tables: names }, key.span));
    return null;
  }
  if (stranger !== null) report.push(stranger);
  return table ?? null;
}

function findTargetColumn(target: ForeignKeyTarget, table: TargetTable, report: Diagnostic[]): string | null {
  if (table.columns === null) {
    report.push(...checkName("column", target.column, target.span));
    return target.column;
  }
  const name = findColumnName(table.columns, target.column);
  if (name !== null) return name;
  const suggestion = didYouMean(target.column, spellingsOf(table.columns));
  report.push(diagnose("MXC2641", { table: table.baseName, column: target.column, suggestion }, target.span));
  return null;
}

/** Python copies a foreign key under the target's unprefixed name, except where a table points at itself. */
function checkPython(draft: TableDraft, table: TargetTable, key: WrittenKey, report: Diagnostic[]): void {
  if (draft.options.compat !== "sqlmodel" || !table.prefixed || table.name === draft.name) return;
  const prefix = table.name.slice(0, table.name.length - table.baseName.length);
  if (prefix !== "") report.push(diagnose("MXC2652", { table: table.baseName, prefix }, key.span));
}
