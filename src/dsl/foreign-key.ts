// What a foreign key points at and what happens there, shared by columns and table arguments.

import { checkText } from "./checks.ts";
import { describe, refuse } from "./validation-error.ts";

/** A feature class that can have a table. */
export type TableClass = (abstract new (...args: never) => object) & { readonly table: boolean };

/** `"table.column"` with the table's name before any prefix, or `[Class, "column"]`. */
export type ColumnReference = string | readonly [feature: TableClass, column: string];

const ACTIONS = ["CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"] as const;

/** What a database does with a row when the row it refers to goes away or changes. */
export type ReferentialAction = (typeof ACTIONS)[number];

/** Every referential action. */
export const referentialActions: readonly ReferentialAction[] = ACTIONS;

/** The reference, checked for its form; whether it exists is for the compiler to say. */
export function checkReference(where: string, reference: unknown): ColumnReference {
  if (typeof reference === "string") return checkTextReference(where, reference);
  if (!Array.isArray(reference) || reference.length !== 2) {
    return refuse(where, `expected "table.column" or [Class, "column"], found ${describe(reference)}`);
  }
  const [feature, column]: readonly unknown[] = reference;
  if (!isTableClass(feature)) return refuse(where, `expected a class with a table, found ${describe(feature)}`);
  return Object.freeze([feature, checkText(where, column)] as const);
}

function isTableClass(value: unknown): value is TableClass {
  return typeof value === "function" && "table" in value;
}

function checkTextReference(where: string, reference: string): string {
  if (/^[^.]+\.[^.]+$/.test(reference)) return reference;
  return refuse(where, `expected "table.column", found '${reference}'`);
}
