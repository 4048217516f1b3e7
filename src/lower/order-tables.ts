// The order in which tables are made: each after those it refers to. Where tables refer to each other in a circle no such
// order exists; then as few foreign keys as possible lead to a table that comes later.

import type { Table } from "../model/table.ts";
import { compareText } from "../model/text-order.ts";
import { findCircles } from "./find-circles.ts";
import { orderCircle } from "./order-circle.ts";
import { referredName, tablesByName } from "./references.ts";

/** How many foreign keys lead from a table to each other table. */
export type References = ReadonlyMap<Table, ReadonlyMap<Table, number>>;

/**
 * Sorts tables by the length of the longest chain of references below each, then by name, as SQLAlchemy sorts them. In a circle
 * the references to later tables do not count.
 */
export function orderTables(tables: readonly Table[]): readonly Table[] {
  const sorted = [...tables].sort(compareTables);
  if (sorted.every(({ foreignKeys }) => foreignKeys.length === 0)) return sorted;
  const references = findReferences(sorted);
  const { ordered, waiting } = layer(sorted, references);
  return waiting.length === 0 ? ordered : layer(sorted, withoutCircles(waiting, references)).ordered;
}

function compareTables(a: Table, b: Table): number {
  return compareText(a.name, b.name) || compareText(a.schema ?? "", b.schema ?? "");
}

/** References among the tables; those of a table to itself are in nobody's way. */
function findReferences(tables: readonly Table[]): References {
  const byName = tablesByName(tables);
  return new Map(
    tables.map((table) => {
      const counts = new Map<Table, number>();
      for (const key of table.foreignKeys) {
        const target = byName.get(referredName(key));
        if (target !== undefined && target !== table) counts.set(target, (counts.get(target) ?? 0) + 1);
      }
      return [table, counts];
    }),
  );
}

/** Layer by layer, each sorted; what waits in the end is in a circle or refers to one. */
function layer(sorted: readonly Table[], references: References) {
  const place = new Map(sorted.map((table, index) => [table, index]));
  const missing = new Map(sorted.map((table) => [table, references.get(table)?.size ?? 0]));
  const dependents = invert(references);
  const ordered: Table[] = [];
  let ready = sorted.filter((table) => missing.get(table) === 0);
  while (ready.length > 0) {
    const next: Table[] = [];
    for (const table of ready) {
      ordered.push(table);
      for (const dependent of dependents.get(table) ?? []) {
        const left = (missing.get(dependent) ?? 0) - 1;
        missing.set(dependent, left);
        if (left === 0) next.push(dependent);
      }
    }
    ready = next.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  }
  return { ordered, waiting: sorted.filter((table) => missing.get(table) !== 0) };
}

/** The tables that refer to each table. */
function invert(references: References): ReadonlyMap<Table, readonly Table[]> {
  const dependents = new Map<Table, Table[]>();
  for (const [table, targets] of references) {
    for (const target of targets.keys()) {
      const list = dependents.get(target);
      if (list === undefined) dependents.set(target, [table]);
      else list.push(table);
    }
  }
  return dependents;
}

/** The references less those within a circle that lead to a later table. */
function withoutCircles(waiting: readonly Table[], references: References): References {
  const open = new Map(references);
  for (const circle of findCircles(waiting, references)) {
    const place = new Map(orderCircle(circle, references).map((table, index) => [table, index]));
    for (const table of circle) {
      const own = place.get(table) ?? 0;
      const kept = [...(references.get(table) ?? [])].filter(([target]) => (place.get(target) ?? -1) < own);
      open.set(table, new Map(kept));
    }
  }
  return open;
}
