// Foreign keys against the tables they point at, once all tables are there: columns of kinds that can be equal at all. What a
// dialect demands besides is checked where it is known (emit/check-references.ts).

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnKind, ColumnType } from "../model/column-type.ts";
import type { ForeignKey, Table } from "../model/table.ts";

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

/**
 * Compares the types of every foreign key whose target is among the tables.
 *
 * @param elsewhere tables that are referred to and not made here
 */
export function checkReferences(tables: readonly Table[], elsewhere: readonly Table[]): readonly Diagnostic[] {
  if (tables.every(({ foreignKeys }) => foreignKeys.length === 0)) return [];
  const byName = tablesByName([...tables, ...elsewhere]);
  return tables.flatMap((table) =>
    table.foreignKeys.flatMap((key) => {
      const target = byName.get(referredName(key));
      return target === undefined ? [] : checkReference(table, key, target);
    }),
  );
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

/** Tables by schema and name. */
export function tablesByName(tables: readonly Table[]): ReadonlyMap<string, Table> {
  return new Map(tables.map((table) => [`${table.schema ?? ""}.${table.name}`, table]));
}

/** What {@link tablesByName} knows the target of a key by. */
export function referredName({ referredSchema, referredTable }: ForeignKey): string {
  return `${referredSchema ?? ""}.${referredTable}`;
}
