// Foreign keys against the tables they refer to, as far as those are printed in the same run.

import { diagnose } from "../diagnostics/diagnostic.ts";
import type { ForeignKey, Table } from "../model/table.ts";
import type { Printer } from "./printer.ts";

/** Reports foreign keys to columns that are no key: every engine with foreign keys refuses the table. */
export function checkReferences(tables: readonly Table[], { dialect, report }: Printer): void {
  if (dialect.constraints.foreignKey === "absent") return;
  if (tables.every(({ foreignKeys }) => foreignKeys.length === 0)) return;
  const byName = new Map(tables.map((table) => [tableId(table.schema, table.name), table]));
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      const referred = byName.get(tableId(key.referredSchema, key.referredTable));
      if (referred === undefined || isUnique(key.referredColumns, referred)) continue;
      const words = { dialect: dialect.title, table: referred.name, columns: key.referredColumns.join(", ") };
      report(diagnose("MXC3030", words, key.source ?? table.source, relatedTo(referred, key)));
    }
  }
}

function relatedTo(referred: Table, key: ForeignKey) {
  const column = referred.columns.find(({ name }) => name === key.referredColumns[0]);
  const span = column?.source ?? referred.source;
  return span === null ? [] : [{ message: "refers to this", span }];
}

/** Whether exactly these columns are a primary key or unique, in whatever order. */
export function isUnique(columns: readonly string[], { primaryKey, uniqueConstraints, indexes }: Table): boolean {
  const wanted = sorted(columns);
  const whole = indexes.filter(
    ({ unique, where, parts }) => unique && where === null && parts.every((part) => part.column !== null),
  );
  const keys = [
    ...(primaryKey === null ? [] : [primaryKey.columns]),
    ...uniqueConstraints.map((unique) => unique.columns),
    ...whole.map(({ parts }) => parts.map((part) => part.column ?? "")),
  ];
  return keys.some((key) => sorted(key) === wanted);
}

function sorted(columns: readonly string[]): string {
  return JSON.stringify([...columns].sort());
}

function tableId(schema: string | null, name: string): string {
  return JSON.stringify([schema, name]);
}
