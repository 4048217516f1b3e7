// What only MySQL and MariaDB refuse: names of columns that differ in the case of letters beyond ASCII, what is too wide, and too
// many keys.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Table, TableColumn } from "../model/table.ts";
import { keysOf } from "./clauses.ts";
import type { Dialect, TableContext } from "./dialect.ts";
import { checkRoom, type Overflow } from "./mysql-room.ts";

/**
 * "Too many keys specified; max 64 keys allowed", by MariaDB 10.11 of InnoDB, MyISAM and Aria alike. The primary key counts, which
 * MySQL's manual (refman/8.4/en/innodb-limits.html, "64 secondary indexes") leaves open and its source does not.
 */
const MAX_KEYS = 64;

/** Reports all of them. */
export function checkMysqlTable(overflow: Overflow): Dialect["checkTable"] {
  const checkSizes = checkRoom(overflow);
  return (table, context) => [...checkCase(table), ...checkSizes(table, context), ...checkKeyCount(table, context)];
}

function checkKeyCount(table: Table, { dialect }: TableContext): readonly Diagnostic[] {
  const count = keysOf(table).length + countImpliedKeys(table);
  if (count <= MAX_KEYS) return [];
  return [diagnose("MXC3033", { dialect: dialect.title, table: table.name, count, limit: MAX_KEYS }, table.source)];
}

/** Keys made for foreign keys: one for each list of columns that no other key starts with (refman: foreign key constraints). */
function countImpliedKeys(table: Table): number {
  const keys = keysOf(table).map(({ columns }) => columns);
  const implied = table.foreignKeys.filter(({ columns }, place) => {
    const others = table.foreignKeys.filter((_, other) => other !== place);
    const longer = others.map((other) => other.columns).filter((other) => other.length > columns.length);
    const same = table.foreignKeys.slice(0, place).map((other) => other.columns);
    return ![...keys, ...longer, ...same].some((other) => columns.every((name, part) => other[part] === name));
  });
  return implied.length;
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
