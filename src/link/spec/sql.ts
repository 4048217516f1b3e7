// SQL inside a class: one text for every dialect, or an object with one for each.

import { DIALECT_NAMES } from "../../model/dialect-name.ts";
import type { SqlPiece, SqlText } from "../../model/sql-text.ts";
import type { StaticValue } from "../../model/value.ts";
import { pathStep } from "../fold/containers.ts";
import type { SpecContext } from "./context.ts";
import { mismatch, readOptions } from "./values.ts";

/** Reads it, whatever it is for. */
export function readSql(context: SpecContext, value: StaticValue, path: string): SqlText | null {
  if (value.kind !== "object")
    return readPiece(context, value, path, "SQL in a string, or an object with one per dialect");
  const options = readOptions(context, value, path, "an object of SQL by dialect", DIALECT_NAMES);
  if (options === null) return null;
  const pieces: Record<string, SqlPiece> = {};
  for (const [dialect, entry] of options.entries) {
    const piece = readPiece(context, entry.value, path + pathStep(dialect), "SQL in a string");
    if (piece !== null) pieces[dialect] = piece;
  }
  if (options.entries.size === 0 && options.meant.size === 0) {
    return mismatch(context, value, path, "SQL for at least one dialect");
  }
  return { value: pieces, span: value.span };
}

function readPiece(context: SpecContext, value: StaticValue, path: string, expected: string): SqlPiece | null {
  if (value.kind !== "string" || value.value.trim() === "") return mismatch(context, value, path, expected);
  return { value: value.value, span: value.span, ...(value.verbatim === true ? { verbatim: true } : {}) };
}
