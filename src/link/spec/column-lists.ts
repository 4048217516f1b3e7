// What indexes and constraints have in common: a name or none, and columns of which none comes twice.

import type { Located } from "../../model/span.ts";
import type { StaticValue } from "../../model/value.ts";
import { report } from "../report.ts";
import type { SpecContext } from "./context.ts";
import { mismatch, orNull, readList, readName } from "./values.ts";

type Dsl = StaticValue & { readonly kind: "dsl" };
type Name = Located<string>;

/** A reader of a name that may be null. */
export function nullableName(context: SpecContext) {
  return (value: StaticValue, path: string) => orNull(value, () => readName(context, value, path));
}

/** The options object, or null when the arguments are positional. */
export function optionsArgument(value: Dsl): StaticValue | null {
  const [argument] = value.args;
  return value.args.length === 1 && argument?.kind === "object" ? argument : null;
}

/** Columns by name: at least one, none twice. */
export function readColumns(context: SpecContext, value: StaticValue, path: string): readonly Name[] | null {
  const columns = readList(context, value, path, 'an array of columns such as ["a", "b"]', (item, at) =>
    readName(context, item, at),
  );
  return columns === null ? null : checkColumns(context, value, path, columns);
}

/** Reports a list without columns, and columns that come twice. */
export function checkColumns(
  context: SpecContext,
  value: StaticValue,
  path: string,
  columns: readonly Name[],
): readonly Name[] | null {
  if (value.kind === "array" && value.items.length === 0) return mismatch(context, value, path, "at least one column");
  const seen = new Set<string>();
  for (const column of columns) {
    if (seen.has(column.value)) report(context.report, "MXC1015", { key: column.value }, column.span);
    seen.add(column.value);
  }
  return columns;
}

/** Positional arguments as the array they stand for. */
export function asArray(value: Dsl, from: number): StaticValue {
  return { kind: "array", items: value.args.slice(from), span: value.span };
}
