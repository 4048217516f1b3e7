// Columns whose Python counterpart SQLModel has no type for (tried with SQLModel 0.0.27 and 0.0.50): a class that declares
// one without `sa_type` cannot be made, so its table is whatever its author says there.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnKind } from "../model/column-type.ts";
import type { TableColumn } from "../model/table.ts";

interface Unknown {
  /** What Python declares. */
  readonly python: string;
  /** A type that both languages can name, as SQLAlchemy has it and as SQL has it. */
  readonly saType: string;
  readonly sqlType: string;
}

const json = { saType: "JSON", sqlType: "JSON" };

/** What SQLModel refuses. */
export const UNKNOWN_TO_SQLMODEL: Readonly<Partial<Record<ColumnKind, Unknown>>> = {
  json: { python: "Any", ...json },
  list: { python: "a list", ...json },
  map: { python: "a dict", ...json },
  struct: { python: "a model", ...json },
  vector: { python: "a list", ...json },
  enum: { python: "a Literal", saType: "String", sqlType: "VARCHAR" },
};

/** Warns of a column that needs a type of its own in Python and has none here. */
export function checkSqlmodelType({ name, type, sqlType, source }: TableColumn): readonly Diagnostic[] {
  const unknown = UNKNOWN_TO_SQLMODEL[type.kind];
  return unknown === undefined || sqlType !== null ? [] : [diagnose("MXC2680", { column: name, ...unknown }, source)];
}
