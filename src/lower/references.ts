// Foreign keys against the tables they point at, once all tables are there: columns of the same type, and an order in which
// the tables can be made. Whether the columns must be a key depends on the dialect and is checked where it is known.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnKind, ColumnType } from "../model/column-type.ts";
import type { ForeignKey, Table } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";

/** Kinds whose values databases compare with each other; any other kind stands for itself. */
const FAMILIES: Partial<Record<ColumnKind, string>> = {
  string: "text",
  text: "text",
  varchar: "text",
  enum: "text",
  int8: "integer",
  int16: "integer",
  int32: "integer",
  int64: "integer",
  uint8: "integer",
  uint16: "integer",
  uint32: "integer",
  uint64: "integer",
  float32: "float",
  float64: "float",
};

/** Compares the types of every foreign key whose target is among the tables. */
export function checkReferences(tables: readonly Table[]): readonly Diagnostic[] {
  const byName = tablesByName(tables);
  return tables.flatMap((table) =>
    table.foreignKeys.flatMap((key) => {
      const target = byName.get(referredName(key));
      return target === undefined ? [] : checkReference(table, key, target);
    }),
  );
}

/**
 * Sorts tables so that each comes after those it refers to: by the length of the longest chain of references below it,
 * then by name, as SQLAlchemy sorts them. A circle has no such order and is reported.
 */
export function orderTables(tables: readonly Table[], report: Diagnostic[]): readonly Table[] {
  const byName = tablesByName(tables);
  const missing = new Map(tables.map((table) => [table, targetsOf(table, byName).size]));
  const dependents = invert(tables, byName);
  const ordered: Table[] = [];
  let ready = tables.filter((table) => missing.get(table) === 0);
  while (ready.length > 0) {
    ready.sort(compareTables);
    const next: Table[] = [];
    for (const table of ready) {
      ordered.push(table);
      for (const dependent of dependents.get(table) ?? []) {
        const left = (missing.get(dependent) ?? 0) - 1;
        missing.set(dependent, left);
        if (left === 0) next.push(dependent);
      }
    }
    ready = next;
  }
  const waiting = tables.filter((table) => missing.get(table) !== 0).sort(compareTables);
  reportCircles(waiting, byName, report);
  return [...ordered, ...waiting];
}

/** The tables that refer to each table. */
function invert(tables: readonly Table[], byName: ReadonlyMap<string, Table>): ReadonlyMap<Table, readonly Table[]> {
  const dependents = new Map<Table, Table[]>();
  for (const table of tables) {
    for (const target of targetsOf(table, byName)) {
      const list = dependents.get(target);
      if (list === undefined) dependents.set(target, [table]);
      else list.push(table);
    }
  }
  return dependents;
}

/** The other tables a table refers to, among those that are made here. */
function targetsOf(table: Table, byName: ReadonlyMap<string, Table>): ReadonlySet<Table> {
  const targets = table.foreignKeys.flatMap((key) => byName.get(referredName(key)) ?? []);
  return new Set(targets.filter((target) => target !== table));
}

/** Every table that waits leads into a circle: walk until a table comes twice, and report that circle once. */
function reportCircles(waiting: readonly Table[], byName: ReadonlyMap<string, Table>, report: Diagnostic[]): void {
  const stuck = new Set(waiting);
  const seen = new Set<Table>();
  for (const start of waiting) {
    const path = new Set<Table>();
    let table: Table | undefined = start;
    while (table !== undefined && !seen.has(table)) {
      seen.add(table);
      path.add(table);
      table = [...targetsOf(table, byName)].find((target) => stuck.has(target));
    }
    if (table !== undefined && path.has(table)) {
      const all = [...path];
      report.push(circle(all.slice(all.indexOf(table))));
    }
  }
}

function circle(tables: readonly Table[]): Diagnostic {
  const [first, second = first] = tables;
  const closing = first?.foreignKeys.find((key) => key.referredTable === second?.name);
  const cycle = [...tables, ...tables.slice(0, 1)].map(({ name }) => name).join(" → ");
  const related = tables.flatMap(({ name, source }) =>
    source === null ? [] : { message: `table '${name}'`, span: source },
  );
  return diagnose("MXC2644", { cycle }, closing?.source ?? null, related);
}

function checkReference(table: Table, key: ForeignKey, target: Table): readonly Diagnostic[] {
  const related = target.source === null ? [] : [{ message: `table '${target.name}'`, span: target.source }];
  return key.columns.flatMap((name, index) => {
    const column = table.columns.find((candidate) => candidate.name === name);
    const other = target.columns.find((candidate) => candidate.name === key.referredColumns[index]);
    if (column === undefined || other === undefined) return [];
    if (column.sqlType !== null || other.sqlType !== null || sameFamily(column.type, other.type)) return [];
    const args = { column: name, type: column.type.kind, target: `${target.name}.${other.name}` };
    return [diagnose("MXC2643", { ...args, targetType: other.type.kind }, column.source, related)];
  });
}

function sameFamily(a: ColumnType, b: ColumnType): boolean {
  return (FAMILIES[a.kind] ?? a.kind) === (FAMILIES[b.kind] ?? b.kind);
}

function tablesByName(tables: readonly Table[]): ReadonlyMap<string, Table> {
  return new Map(tables.map((table) => [`${table.schema ?? ""}.${table.name}`, table]));
}

function referredName({ referredSchema, referredTable }: ForeignKey): string {
  return `${referredSchema ?? ""}.${referredTable}`;
}

function compareTables(a: Table, b: Table): number {
  return compareText(a.name, b.name) || compareText(a.schema ?? "", b.schema ?? "");
}
