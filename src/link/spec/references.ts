// Foreign keys: `"table.column"` or `[Class, "column"]`, and what happens when the row they point at goes.

import type { ForeignKeyTarget, ReferentialAction } from "../../model/feature.ts";
import type { Located } from "../../model/span.ts";
import type { StaticValue } from "../../model/value.ts";
import type { SpecContext } from "./context.ts";
import { mismatch, readName } from "./values.ts";

/** The column a foreign key points at. */
export function readForeignKey(context: SpecContext, value: StaticValue, path: string): ForeignKeyTarget | null {
  if (value.kind === "string") {
    const dot = value.value.lastIndexOf(".");
    const [table, column] = [value.value.slice(0, dot), value.value.slice(dot + 1)];
    if (dot > 0 && column !== "") return { kind: "table", table, column, span: value.span };
  }
  const [target, column] = value.kind === "array" && value.items.length === 2 ? value.items : [];
  if (target?.kind !== "class" || column === undefined) {
    return mismatch(context, value, path, '"table.column" or [Class, "column"]');
  }
  const id = context.featureOf(target, `${path}[0]`);
  const name = readName(context, column, `${path}[1]`);
  return id === null || name === null ? null : { kind: "class", id, column: name.value, span: value.span };
}

const ACTIONS: readonly ReferentialAction[] = ["CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"];

/** `onDelete`, `onUpdate`. */
export function readAction(context: SpecContext, value: StaticValue, path: string): Located<ReferentialAction> | null {
  const action = value.kind === "string" ? ACTIONS.find((known) => known === value.value) : undefined;
  if (action === undefined)
    return mismatch(context, value, path, `one of ${ACTIONS.map((one) => `"${one}"`).join(", ")}`);
  return { value: action, span: value.span };
}
