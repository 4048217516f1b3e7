// What makes columns the target of a foreign key: a primary key, a unique constraint, or a unique index over whole columns.

import type { ReferenceRules } from "../dialects/reference-rules.ts";
import type { Table } from "../model/table.ts";

/** Columns that are unique together, in order, and what makes them so. */
export interface UniqueColumns {
  readonly by: ReferenceRules["target"];
  readonly columns: readonly string[];
}

/** Everything that is unique in a table and that a foreign key may refer to, the strongest first. */
function uniqueColumnsOf({ primaryKey, uniqueConstraints, indexes }: Table): readonly UniqueColumns[] {
  const whole = indexes.filter(
    ({ unique, where, parts }) => unique && where === null && parts.every((part) => part.column !== null),
  );
  return [
    ...(primaryKey === null ? [] : [{ by: "primary key" as const, columns: primaryKey.columns }]),
    ...uniqueConstraints.map(({ columns }) => ({ by: "constraint" as const, columns })),
    ...whole.map(({ parts }) => ({ by: "index" as const, columns: parts.map((part) => part.column ?? "") })),
  ];
}

/** What makes exactly these columns unique, in whatever order. */
export function targetsFor(columns: readonly string[], table: Table): readonly UniqueColumns[] {
  const wanted = sorted(columns);
  return uniqueColumnsOf(table).filter((key) => sorted(key.columns) === wanted);
}

const STRENGTH: readonly ReferenceRules["target"][] = ["index", "constraint", "primary key"];

/** Whether one of them is what the dialect demands. */
export function suffices(targets: readonly UniqueColumns[], demanded: ReferenceRules["target"]): boolean {
  return targets.some(({ by }) => STRENGTH.indexOf(by) >= STRENGTH.indexOf(demanded));
}

function sorted(columns: readonly string[]): string {
  return JSON.stringify([...columns].sort());
}
