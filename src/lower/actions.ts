// What the actions of foreign keys do to the referring columns, whatever the dialect: a column that does not admit null cannot
// be set to null, and one without a default has none to be set to.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Compat } from "../model/project.ts";
import type { ForeignKey, TableColumn } from "../model/table.ts";

/** Reports actions that would fail when they are carried out. */
export function checkActions(
  foreignKeys: readonly Omit<ForeignKey, "name">[],
  columns: readonly TableColumn[],
  compat: Compat,
  report: Diagnostic[],
): void {
  for (const key of foreignKeys) {
    const own = columns.filter(({ name }) => key.columns.includes(name));
    // Python's defaults are none of the database's.
    const withoutDefault = own.filter(
      ({ default: value }) => value === null || (compat === "sqlmodel" && value.kind === "literal"),
    );
    const nullable = (column: TableColumn) => column.nullable;
    for (const option of optionsOf(key, "SET NULL").slice(0, 1)) {
      const column = own.find((each) => !nullable(each));
      if (column !== undefined) report.push(diagnose("MXC2645", { option, column: column.name }, key.source));
    }
    for (const option of optionsOf(key, "SET DEFAULT").slice(0, 1)) {
      const column = withoutDefault.find((each) => !nullable(each));
      const other = withoutDefault.find(nullable);
      if (column !== undefined) report.push(diagnose("MXC2672", { option, column: column.name }, key.source));
      else if (other !== undefined) report.push(diagnose("MXC2674", { option, column: other.name }, key.source));
    }
  }
}

/** The options that ask for an action. */
function optionsOf(
  { onDelete, onUpdate }: Pick<ForeignKey, "onDelete" | "onUpdate">,
  action: string,
): readonly string[] {
  return [...(onDelete === action ? ["onDelete"] : []), ...(onUpdate === action ? ["onUpdate"] : [])];
}
