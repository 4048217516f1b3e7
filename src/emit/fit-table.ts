// Takes out of a table what the dialect lacks, and says so: once per table and kind of thing, at the first place that asked
// for it. Metaxy's own tables lose the same, but nobody can change them, so that only stands in `omitted`.

import { type Diagnostic, diagnose, type Related } from "../diagnostics/diagnostic.ts";
import { isSearch } from "../dialects/clauses.ts";
import type { Dialect, TableClauses } from "../dialects/dialect.ts";
import type { Span } from "../model/span.ts";
import { settledSql } from "../model/sql-text.ts";
import type { Index, IndexPart, Table, TableColumn } from "../model/table.ts";
import { ownType } from "./columns.ts";
import { fitForeignKeys } from "./fit-foreign-keys.ts";
import { mapSame } from "./map-same.ts";
import type { Printer } from "./printer.ts";

/** A table the dialect can express, and what it lost, in words. */
export interface FittedTable {
  readonly table: Table;
  readonly omitted: readonly string[];
}

/** Something that goes: how it is called, and where it was asked for. */
interface Loss {
  readonly what: string;
  readonly span: Span | null;
}

/** Makes the diagnostic for several losses of one kind. */
type Report = (names: string, span: Span | null, related: readonly Related[]) => Diagnostic;

/**
 * Reduces a table.
 *
 * @param clauses what the dialect puts around it: some express indexes in another way, some have no room for a key
 */
export function fitTable(table: Table, clauses: TableClauses, printer: Printer): FittedTable {
  const omitted: string[] = [];
  const lose = (losses: readonly Loss[], report: Report) => {
    omitted.push(...losses.map(({ what }) => what));
    const [first, ...rest] = losses;
    if (first === undefined || table.kind === "system") return;
    const place = first.span ?? table.source;
    const related = rest.flatMap(({ what, span }) =>
      span === null || span === place ? [] : [{ message: `and ${what}`, span }],
    );
    printer.report(report(enumerate(losses.map(({ what }) => what)), place, related));
  };
  const fitted = {
    columns: mapSame(table.columns, (column) => fitNullability(column, printer)),
    primaryKey: fitPrimaryKey(table, clauses, printer, lose),
    uniqueConstraints: fitUniques(table, clauses.indexes, printer, lose),
    checkConstraints: fitChecks(table, printer, lose),
    foreignKeys: fitForeignKeys(table, printer, lose),
    indexes: fitIndexes(table, clauses, printer, lose),
  };
  return { table: isSame(table, fitted) ? table : { ...table, ...fitted }, omitted };
}

/** Whether parts of something are what they were. */
function isSame<T>(whole: T, parts: Partial<T>): boolean {
  for (const name in parts) if (parts[name] !== whole[name]) return false;
  return true;
}

/** Whether the engine will say that a column admits null: generated ones do where NOT NULL cannot be said of them. */
function fitNullability(column: TableColumn, printer: Printer): TableColumn {
  const { nullability, generated } = printer.dialect;
  const own = nullability.admits === null ? null : ownType(column, printer.dialect);
  const isGenerated = column.generated !== null && generated?.notNull !== true;
  const nullable =
    own === null
      ? !nullability.nullless.includes(column.type.kind) && (isGenerated || column.nullable)
      : nullability.admits?.test(own) === true;
  return nullable === column.nullable ? column : { ...column, nullable };
}

/** Notes losses of one kind, and reports them. */
export type Lose = (losses: readonly Loss[], report: Report) => void;

function fitPrimaryKey(table: Table, { lostKey }: TableClauses, { dialect }: Printer, lose: Lose): Table["primaryKey"] {
  const { primaryKey } = table;
  const isAbsent = dialect.constraints.primaryKey === "absent";
  if (primaryKey === null || (lostKey === null && !isAbsent)) return primaryKey;
  const columns = primaryKey.columns.join(", ");
  lose(
    [{ what: `primary key (${columns})`, span: primaryKey.source }],
    (_names, span) => lostKey ?? diagnose("MXC3020", { dialect: dialect.title, table: table.name, columns }, span),
  );
  return null;
}

/** Unique constraints, and with them what is unique about unique indexes. */
function fitUniques(
  table: Table,
  expressed: readonly string[],
  { dialect }: Printer,
  lose: Lose,
): Table["uniqueConstraints"] {
  const losesConstraints = dialect.constraints.unique === "absent";
  const losesIndexes = !dialect.indexes.unique;
  const hasIndexes = dialect.indexes.style !== "absent";
  if (!losesConstraints && !losesIndexes) return table.uniqueConstraints;
  const losses = [
    ...(losesConstraints ? table.uniqueConstraints : []).map(({ columns, source }) => ({
      what: `unique (${columns.join(", ")})`,
      span: source,
    })),
    ...(losesIndexes ? table.indexes.filter(({ unique, name }) => unique && !expressed.includes(name)) : []).map(
      ({ name, source }) => ({
        what: `${hasIndexes ? "what is unique about" : "unique"} index '${name}'`,
        span: source,
      }),
    ),
  ];
  lose(losses, (names, span, related) =>
    diagnose("MXC3021", { dialect: dialect.title, table: table.name, names }, span, related),
  );
  return losesConstraints ? [] : table.uniqueConstraints;
}

function fitChecks(table: Table, { dialect }: Printer, lose: Lose): Table["checkConstraints"] {
  if (dialect.constraints.check !== "absent") return table.checkConstraints;
  const losses = table.checkConstraints.map(({ name, expression, source }) => ({
    what: name === null ? `check (${settledSql(expression)})` : `check '${name}'`,
    span: source,
  }));
  lose(losses, (names, span, related) =>
    diagnose("MXC3022", { dialect: dialect.title, table: table.name, names }, span, related),
  );
  return [];
}

function fitIndexes(
  table: Table,
  { indexes: expressed, withoutIndexes }: TableClauses,
  printer: Printer,
  lose: Lose,
): readonly Index[] {
  const { dialect } = printer;
  if (table.indexes.length === 0) return table.indexes;
  const rest = table.indexes.filter(({ name }) => !expressed.includes(name));
  const refused = rest.filter(
    (index) => index.unique && dialect.indexes.unique && findEssential(index, printer) !== null,
  );
  for (const index of refused) {
    const what = findEssential(index, printer) ?? "";
    printer.report(
      diagnose("MXC3027", { dialect: dialect.title, index: index.name, what }, index.source ?? table.source),
    );
  }
  const isAbsent = dialect.indexes.style === "absent" || withoutIndexes !== null;
  const isLost = (index: Index) =>
    isAbsent || (!dialect.indexes.expressions && index.parts.some((part) => part.column === null));
  const lost = rest.filter((index) => isLost(index) && !refused.includes(index));
  const what = isAbsent ? "indexes" : "indexes on expressions";
  lose(
    // Of unique ones more is lost than the index, and that was said.
    lost
      .filter(({ unique }) => !(isAbsent && unique))
      .map(({ name, source }) => ({ what: `index '${name}'`, span: source })),
    (names, span, related) =>
      diagnose("MXC3025", { dialect: withoutIndexes ?? dialect.title, table: table.name, names, what }, span, related),
  );
  const searching = rest.filter((index) => !isLost(index) && !refused.includes(index) && isSearch(index, dialect));
  for (const { name, using, source } of searching) {
    lose([{ what: `index '${name}'`, span: source }], (names, span, related) =>
      diagnose(
        "MXC3025",
        { dialect: dialect.title, table: table.name, names, what: `${using} indexes` },
        span,
        related,
      ),
    );
  }
  const kept = rest.filter((index) => ![lost, refused, searching].some((gone) => gone.includes(index)));
  const fitted = mapSame(kept, (index) => fitIndex(index, printer, lose));
  return fitted === kept && kept.length === table.indexes.length ? table.indexes : fitted;
}

/** What decides which rows a unique index refuses, if the dialect lacks it. */
function findEssential({ where, parts }: Index, { dialect }: Printer): string | null {
  if (where !== null && !dialect.indexes.partial) return "partial indexes";
  if (!dialect.indexes.expressions && parts.some(({ column }) => column === null)) return "indexes on expressions";
  return null;
}

/** Takes out of an index what does not decide what it finds. */
function fitIndex(index: Index, { dialect }: Printer, lose: Lose): Index {
  const rules = dialect.indexes;
  const method = index.using?.toLowerCase() ?? null;
  const knowsMethod = method === null || rules.methods === null || rules.methods.includes(method);
  const parts = [
    index.where !== null && !rules.partial ? "WHERE" : null,
    index.include.length > 0 && !rules.include ? "INCLUDE" : null,
    // A btree is what dialects without a choice make anyway, or something as good.
    knowsMethod || method === "btree" ? null : `USING ${index.using}`,
    index.parts.some(({ descending }) => descending) && !rules.descending ? "DESC" : null,
    ...(rules.nulls
      ? []
      : index.parts.map(({ nulls }) => (nulls === undefined ? null : `NULLS ${nulls.toUpperCase()}`))),
    ...(rules.opclasses ? [] : index.parts.map(({ opclass }) => (opclass ? `operator class ${opclass.value}` : null))),
  ].filter((part) => part !== null);
  lose(
    parts.length === 0 ? [] : [{ what: `${enumerate(parts)} of index '${index.name}'`, span: index.source }],
    (_names, span) => diagnose("MXC3026", { dialect: dialect.title, index: index.name, parts }, span),
  );
  const fitted = {
    unique: index.unique && rules.unique,
    where: rules.partial ? index.where : null,
    include: rules.include || index.include.length === 0 ? index.include : [],
    using: knowsMethod ? index.using : null,
    parts: mapSame(index.parts, (part) => fitPart(part, rules)),
  };
  return isSame(index, fitted) ? index : { ...index, ...fitted };
}

function fitPart(part: IndexPart, rules: Dialect["indexes"]): IndexPart {
  const { nulls, opclass, ...rest } = part;
  const losesOrder = (nulls !== undefined && !rules.nulls) || (opclass !== undefined && !rules.opclasses);
  if (!losesOrder && (!part.descending || rules.descending)) return part;
  return {
    ...rest,
    descending: part.descending && rules.descending,
    ...(nulls !== undefined && rules.nulls ? { nulls } : {}),
    ...(opclass !== undefined && rules.opclasses ? { opclass } : {}),
  };
}

/** `a, b and c`. */
function enumerate(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
