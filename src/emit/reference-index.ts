// Where foreign keys lead: the tables of a run and those that are made elsewhere, by name, and which comes first.

import type { ForeignKey, Table } from "../model/table.ts";

/** Finds the targets of foreign keys. */
export interface ReferenceIndex {
  /** The table a key refers to; null where nobody here knows it. */
  readonly target: (key: ForeignKey) => Table | null;
  /** Whether a key leads to a table that is made later than its own. */
  readonly isForward: (key: ForeignKey, table: Table) => boolean;
}

/** Indexes tables when the first foreign key asks; most tables have none. */
export function indexReferences(tables: readonly Table[], elsewhere: readonly Table[]): ReferenceIndex {
  let known: ReadonlyMap<string, Table> | null = null;
  let places: ReadonlyMap<string, number> | null = null;
  return {
    target: ({ referredSchema, referredTable }) => {
      known ??= new Map([...elsewhere, ...tables].map((table) => [tableId(table.schema, table.name), table]));
      return known.get(tableId(referredSchema, referredTable)) ?? null;
    },
    isForward: ({ referredSchema, referredTable }, { schema, name }) => {
      places ??= new Map(tables.map((table, place) => [tableId(table.schema, table.name), place]));
      const place = places.get(tableId(referredSchema, referredTable)) ?? -1;
      return place > (places.get(tableId(schema, name)) ?? place);
    },
  };
}

/** Equal for the same table. */
function tableId(schema: string | null, name: string): string {
  return JSON.stringify([schema, name]);
}
