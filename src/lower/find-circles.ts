// Tables that refer to each other, however far around: strongly connected components, found without recursion, because a
// circle may be as long as there are tables.

import type { Table } from "../model/table.ts";
import type { References } from "./order-tables.ts";

/** A table on its way: which of its targets comes next, and the earliest table still open that it reaches. */
interface Visit {
  readonly table: Table;
  readonly targets: readonly Table[];
  readonly number: number;
  next: number;
  low: number;
}

/** The groups of two or more tables of which each leads to every other, their members in the order given (Tarjan). */
export function findCircles(tables: readonly Table[], references: References): readonly (readonly Table[])[] {
  const place = new Map(tables.map((table, index) => [table, index]));
  const numbers = new Map<Table, number>();
  const open: Table[] = [];
  const isOpen = new Set<Table>();
  const circles: (readonly Table[])[] = [];
  const enter = (table: Table): Visit => {
    const number = numbers.size;
    numbers.set(table, number);
    open.push(table);
    isOpen.add(table);
    const targets = [...(references.get(table)?.keys() ?? [])].filter((target) => place.has(target));
    return { table, targets, number, next: 0, low: number };
  };
  for (const start of tables) {
    const path = numbers.has(start) ? [] : [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const target = visit.targets[visit.next++];
      if (target !== undefined) {
        const number = numbers.get(target);
        if (number === undefined) path.push(enter(target));
        else if (isOpen.has(target)) visit.low = Math.min(visit.low, number);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) above.low = Math.min(above.low, visit.low);
      if (visit.low !== visit.number) continue;
      const group = open.splice(open.lastIndexOf(visit.table));
      for (const table of group) isOpen.delete(table);
      if (group.length > 1) circles.push(group.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
    }
  }
  return circles;
}
