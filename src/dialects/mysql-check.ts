// What only MySQL and MariaDB refuse: names of columns that differ in the case of letters beyond ASCII, and what is too wide.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Table, TableColumn } from "../model/table.ts";
import type { Dialect } from "./dialect.ts";
import { checkRoom, type Overflow } from "./mysql-room.ts";

/** Reports both. */
export function checkMysqlTable(overflow: Overflow): Dialect["checkTable"] {
  const checkSizes = checkRoom(overflow);
  return (table, context) => [...checkCase(table), ...checkSizes(table, context)];
}

const ASCII = /^[ -~]*$/;

/** "Duplicate column name 'é'" beside `É`: letter by letter in lower case. ASCII has been compared for every dialect. */
function checkCase({ columns }: Table): readonly Diagnostic[] {
  if (columns.every(({ name }) => ASCII.test(name))) return [];
  const taken = new Map<string, TableColumn>();
  return columns.flatMap((column) => {
    const folded = [...column.name]
      .map((letter) => String.fromCodePoint(letter.toLowerCase().codePointAt(0) ?? 0))
      .join("");
    const other = taken.get(folded);
    taken.set(folded, column);
    if (other === undefined) return [];
    const words = { name: column.name, other: other.name, kind: "case" } as const;
    const related = other.source === null ? [] : [{ message: "the other one", span: other.source }];
    return [diagnose("MXC2603", words, column.source, related)];
  });
}
