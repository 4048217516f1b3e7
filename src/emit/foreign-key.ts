// A foreign key as a constraint of its table.

import { quoteColumns, quoteTable } from "../dialects/clauses.ts";
import type { ForeignKey } from "../model/table.ts";
import { nameClause } from "./columns.ts";
import type { Printer } from "./printer.ts";
import { join, wrap } from "./words.ts";

/** Its two sides: the columns in parentheses, and REFERENCES with all that follows. */
export function foreignKeyParts(key: ForeignKey, { dialect }: Printer) {
  const { references: rules, notEnforced } = dialect.constraints;
  const schema = rules?.namesSchema === false ? null : key.referredSchema;
  const references = join([
    `REFERENCES ${quoteTable(dialect, schema, key.referredTable)} ${quoteColumns(dialect, key.referredColumns)}`,
    wrap("ON DELETE ", key.onDelete),
    wrap("ON UPDATE ", key.onUpdate),
  ]);
  return { columns: quoteColumns(dialect, key.columns), references: references + notEnforced };
}

/** The constraint, with its name where it has one. */
export function printForeignKey(key: ForeignKey, printer: Printer): string {
  const { dialect } = printer;
  const { columns, references } = foreignKeyParts(key, printer);
  const name = dialect.constraints.namedForeignKey ? key.name : null;
  return `${nameClause(name, dialect)}FOREIGN KEY ${columns} ${references}`;
}
