// Columns that Metaxy's store cannot use: reported where they are declared. A feature's table is made all the same, because
// what else reads and writes it is not known.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { DialectName } from "../model/dialect-name.ts";
import { sqlFor } from "../model/sql-text.ts";
import type { Table, TableColumn } from "../model/table.ts";
import type { ColumnFault, ColumnRules, MetaxyStore, SqlTypeFault } from "./store.ts";

/** A table and how its columns are spelled, in their order. */
export interface SpelledTable {
  readonly expressed: Table;
  readonly columnTypes: readonly string[];
}

/** Who is to use the tables. */
export interface TableUser {
  readonly store: MetaxyStore;
  /** The dialects whose types count where an author spells some. */
  readonly answersTo: readonly DialectName[];
  /** `enable_map_datatype`. */
  readonly mapDatatype: boolean;
}

/**
 * Reports the columns of feature tables that a store cannot use.
 *
 * @example checkColumns(printed, { store: postgresqlStore, answersTo: ["postgresql"], mapDatatype: false })
 */
export function checkColumns(
  tables: readonly SpelledTable[],
  { store: { title, columns: rules }, answersTo, mapDatatype }: TableUser,
): readonly Diagnostic[] {
  const isOwn = ({ sqlType }: TableColumn) => sqlType !== null && sqlFor(sqlType, answersTo) !== null;
  // Few types are spelled often.
  const known = new Map<string, SqlTypeFault | null>();
  const bySqlType = (sqlType: string): SqlTypeFault | null => {
    const found = known.get(sqlType);
    if (found !== undefined) return found;
    const fault = findBySqlType(sqlType, rules);
    known.set(sqlType, fault);
    return fault;
  };
  const faultOf = (column: TableColumn, sqlType: string): ColumnFault | null => {
    const spelled = bySqlType(sqlType);
    if (spelled !== null) return { fails: spelled.fails, help: helpFor(spelled, isOwn(column)) };
    return isOwn(column) ? null : rules.fault(column.declared ?? column.type, mapDatatype);
  };
  return tables.flatMap(({ expressed, columnTypes }) =>
    expressed.columns.flatMap((column, place) => {
      if (column.system) return [];
      const type = columnTypes[place] ?? "";
      const fault = faultOf(column, type);
      return fault === null
        ? []
        : [diagnose("MXC2710", { store: title, column: column.name, type, ...fault }, column.source)];
    }),
  );
}

/** An author can spell another type; the types of SQLAlchemy are what they are. */
function helpFor({ instead }: SqlTypeFault, isOwn: boolean): string {
  return isOwn ? `write \`${instead}\`, or leave \`type\` out` : `use compat = "native", which keeps it as ${instead}`;
}

function findBySqlType(sqlType: string, { sqlTypes }: ColumnRules): SqlTypeFault | null {
  const bare = sqlType.replaceAll(/'[^']*'|"[^"]*"|`[^`]*`/g, "");
  return sqlTypes.find(({ pattern }) => pattern.test(bare)) ?? null;
}
