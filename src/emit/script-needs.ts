// What has to be there before the script of the feature tables runs: tables that foreign keys lead to and that others make.

import { quoteTable } from "../dialects/clauses.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { compareText } from "../model/text-order.ts";
import type { PrintedTable } from "./print-tables.ts";

/** Sentences for the script's header; most scripts need nothing. */
export function findNeeds(
  features: readonly PrintedTable[],
  system: readonly PrintedTable[],
  dialect: Dialect,
): readonly string[] {
  const keys = features.flatMap(({ expressed }) => expressed.foreignKeys);
  if (keys.length === 0) return [];
  const idsOf = (tables: readonly PrintedTable[]) =>
    new Set(tables.map(({ expressed: { schema, name } }) => quoteTable(dialect, schema, name)));
  const [own, ofMetaxy] = [idsOf(features), idsOf(system)];
  const referred = keys.map((key) => quoteTable(dialect, key.referredSchema, key.referredTable));
  const outside = [...new Set(referred)].filter((id) => !own.has(id) && !ofMetaxy.has(id)).sort(compareText);
  return [
    ...(referred.some((id) => ofMetaxy.has(id)) ? ["Run system.sql first: foreign keys lead to its tables."] : []),
    ...(outside.length === 0
      ? []
      : [`Foreign keys lead to tables that have to be there before: ${outside.join(", ")}.`]),
  ];
}
