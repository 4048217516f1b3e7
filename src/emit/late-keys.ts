// Foreign keys that cannot stand in CREATE TABLE: those of tables that refer to each other in a circle, and those of a table to
// itself that need an index which is made after it. They are added when all tables are there.

import { diagnose } from "../diagnostics/diagnostic.ts";
import { quoteTable } from "../dialects/clauses.ts";
import type { Statement } from "../model/output.ts";
import type { ForeignKey, Table } from "../model/table.ts";
import { foreignKeyParts, printForeignKey } from "./foreign-key.ts";
import { suffices, targetsFor } from "./key-targets.ts";
import type { Printer } from "./printer.ts";

/** Whether a key has to wait until all tables and their indexes are there. */
export function isLate(key: ForeignKey, table: Table, { dialect, references }: Printer): boolean {
  if (dialect.constraints.references?.circular !== "alter") return false;
  if (references.isForward(key, table)) return true;
  const isOwn = key.referredSchema === table.schema && key.referredTable === table.name;
  return isOwn && !suffices(targetsFor(key.referredColumns, table), "constraint");
}

/** The statements that add the late keys of a table. */
export function printLateKeys(table: Table, printer: Printer): readonly Statement[] {
  const { dialect } = printer;
  return table.foreignKeys
    .filter((key) => isLate(key, table, printer))
    .map((key) => ({
      kind: "foreign-key",
      table: table.name,
      name: key.name ?? table.name,
      sql: `ALTER TABLE ${quoteTable(dialect, table.schema, table.name)} ${printAddition(key, table, printer)}`,
      source: key.source ?? table.source,
    }));
}

function printAddition(key: ForeignKey, table: Table, printer: Printer): string {
  const { dialect, ifNotExists, report } = printer;
  const addAgain = dialect.constraints.references?.addAgain ?? null;
  const once = `ADD ${printForeignKey(key, printer)}`;
  if (!ifNotExists) return once;
  if (addAgain !== null && key.name !== null) {
    const { columns, references } = foreignKeyParts(key, printer);
    return addAgain(dialect.quoteIdentifier(key.name), columns, references);
  }
  const words = {
    dialect: dialect.title,
    columns: key.columns.join(", "),
    table: table.name,
    named: addAgain === null,
  };
  report(diagnose("MXC3076", words, key.source ?? table.source));
  return once;
}
