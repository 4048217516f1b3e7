// The spellings by which SQL may name the columns of a table.

import type { Table } from "../model/table.ts";
import type { ColumnNames } from "../sql/columns.ts";

const known = new WeakMap<Table["columns"], ColumnNames>();

/** Looked up once per table. A SQL name wins over a property of the same spelling, as where columns are listed. */
export function columnNamesOf({ columns }: Table): ColumnNames {
  const remembered = known.get(columns);
  if (remembered !== undefined) return remembered;
  const byWord = new Map(columns.map(({ name, property }) => [property ?? name, name]));
  for (const { name } of columns) byWord.set(name, name);
  const names = { byWord, byFolded: new Map([...byWord.keys()].map((word) => [word.toLowerCase(), word])) };
  known.set(columns, names);
  return names;
}
