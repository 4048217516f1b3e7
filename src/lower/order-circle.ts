// An order of tables that refer to each other, in which as few foreign keys as possible lead to a later table: exactly the
// fewest for circles of up to fifteen tables, and for larger ones few (the exact answer takes time exponential in their number).

import type { Table } from "../model/table.ts";
import type { References } from "./order-tables.ts";

/** All subsets of so many tables are looked at in some twenty milliseconds. */
const MOST_EXACT = 15;

/** Of several orders that are equally good, the first by the order given. */
export function orderCircle(circle: readonly Table[], references: References): readonly Table[] {
  return circle.length <= MOST_EXACT ? bestOrder(circle, references) : goodOrder(circle, references);
}

/** Backwards over all sets of tables that may have been made: what making the rest costs at least. */
function bestOrder(circle: readonly Table[], references: References): readonly Table[] {
  const place = new Map(circle.map((table, index) => [table, index]));
  const targets = circle.map((table) =>
    [...(references.get(table) ?? [])].flatMap(([target, count]) => {
      const index = place.get(target);
      return index === undefined ? [] : [[1 << index, count] as const];
    }),
  );
  const all = (1 << circle.length) - 1;
  const rest = new Uint32Array(all + 1).fill(0xffff_ffff);
  rest[all] = 0;
  /** How many keys of a table lead to tables that have not been made, and what comes after it. */
  const costOf = (index: number, made: number) => {
    let cost = rest[made | (1 << index)] ?? 0;
    for (const [bit, count] of targets[index] ?? []) if ((made & bit) === 0) cost += count;
    return cost;
  };
  for (let made = all - 1; made >= 0; made--) {
    for (let index = 0; index < circle.length; index++) {
      if ((made & (1 << index)) === 0) rest[made] = Math.min(rest[made] ?? 0, costOf(index, made));
    }
  }
  const order: Table[] = [];
  let made = 0;
  while (made !== all) {
    const index = circle.findIndex((_, each) => (made & (1 << each)) === 0 && costOf(each, made) === rest[made]);
    order.push(...circle.slice(index, index + 1));
    made |= 1 << index;
  }
  return order;
}

/** Again and again the table of which the fewest keys lead to tables that are left, less those that lead to it. */
function goodOrder(circle: readonly Table[], references: References): readonly Table[] {
  const left = new Set(circle);
  const outgoing = new Map(circle.map((table) => [table, 0]));
  const incoming = new Map(circle.map((table) => [table, 0]));
  const sources = new Map<Table, [Table, number][]>(circle.map((table) => [table, []]));
  const add = (counts: Map<Table, number>, table: Table, count: number) =>
    counts.set(table, (counts.get(table) ?? 0) + count);
  for (const table of circle) {
    for (const [target, count] of references.get(table) ?? []) {
      if (!left.has(target)) continue;
      add(outgoing, table, count);
      add(incoming, target, count);
      sources.get(target)?.push([table, count]);
    }
  }
  const scoreOf = (table: Table) => (outgoing.get(table) ?? 0) - (incoming.get(table) ?? 0);
  const order: Table[] = [];
  /** Tables whose keys all lead to tables that have been made. */
  const free: Table[] = [];
  while (left.size > 0) {
    let first = free.pop();
    if (first === undefined)
      for (const table of left) if (first === undefined || scoreOf(table) < scoreOf(first)) first = table;
    if (first === undefined) break;
    left.delete(first);
    order.push(first);
    for (const [source, count] of sources.get(first) ?? []) {
      if (!left.has(source)) continue;
      add(outgoing, source, -count);
      if (outgoing.get(source) === 0) free.push(source);
    }
    for (const [target, count] of references.get(first) ?? []) if (left.has(target)) add(incoming, target, -count);
  }
  return order;
}
