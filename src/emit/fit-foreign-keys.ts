// Foreign keys as the dialect takes them: without what it lacks, which is reported, and with their columns in the order it
// demands. Keys that it refuses are kept and reported later (check-references.ts).

import { diagnose } from "../diagnostics/diagnostic.ts";
import type { ReferenceRules } from "../dialects/reference-rules.ts";
import type { ForeignKey, Table } from "../model/table.ts";
import type { Lose } from "./fit-table.ts";
import { suffices, targetsFor } from "./key-targets.ts";
import { mapSame } from "./map-same.ts";
import type { Printer } from "./printer.ts";

/** The keys of a table that are left, in the form in which they are printed. */
export function fitForeignKeys(table: Table, printer: Printer, lose: Lose): readonly ForeignKey[] {
  const { foreignKeys } = table;
  if (foreignKeys.length === 0) return foreignKeys;
  const { references } = printer.dialect.constraints;
  const lackingOf = new Map(foreignKeys.map((key) => [key, findLacking(key, table, references, printer)]));
  for (const lacking of new Set(lackingOf.values())) {
    if (lacking === null) continue;
    const lost = foreignKeys.filter((key) => lackingOf.get(key) === lacking);
    lose(
      lost.map((key) => ({ what: describeForeignKey(key), span: key.source })),
      (names, span, related) =>
        diagnose("MXC3023", { dialect: printer.dialect.title, table: table.name, lacking, names }, span, related),
    );
  }
  const isKept = (key: ForeignKey) => lackingOf.get(key) === null;
  const kept = foreignKeys.every(isKept) ? foreignKeys : foreignKeys.filter(isKept);
  const fitted = references === null ? kept : mapSame(kept, (key) => fitTarget(key, table, references, printer));
  return fitActions(fitted, table, printer, lose);
}

/** What the dialect has not and would need for the key; keys that only inform go without an error. */
function findLacking(key: ForeignKey, table: Table, rules: ReferenceRules | null, printer: Printer): string | null {
  const { constraints } = printer.dialect;
  if (rules === null || constraints.foreignKey === "absent") return "foreign keys";
  if (constraints.foreignKey !== "informational") return null;
  if (!rules.ownTable && isOwn(key, table)) return "foreign keys within a table";
  if (!rules.acrossSchemas && key.referredSchema !== table.schema)
    return `foreign keys into another ${rules.schemaWord}`;
  const target = printer.references.target(key);
  const keys = target === null ? [] : targetsFor(key.referredColumns, target);
  return keys.length > 0 && !suffices(keys, rules.target)
    ? `foreign keys to columns other than a ${rules.target}`
    : null;
}

function isOwn({ referredSchema, referredTable }: ForeignKey, { schema, name }: Table): boolean {
  return referredSchema === schema && referredTable === name;
}

/** The key with the target's schema as its own table says it, and with its columns in the order of the target's key. */
function fitTarget(key: ForeignKey, table: Table, rules: ReferenceRules, printer: Printer): ForeignKey {
  const isHome = table.schema === null && key.referredSchema !== null && key.referredSchema === rules.homeSchema;
  const placed = isHome ? { ...key, referredSchema: null } : key;
  const target = rules.keyOrder ? printer.references.target(placed) : null;
  const possible = target === null ? [] : targetsFor(key.referredColumns, target);
  const targets = possible.filter((each) => suffices([each], rules.target));
  const [first] = targets;
  const asWritten = JSON.stringify(key.referredColumns);
  if (first === undefined || targets.some(({ columns }) => JSON.stringify(columns) === asWritten)) return placed;
  const columns = first.columns.map((column) => key.columns[key.referredColumns.indexOf(column)] ?? "");
  return { ...placed, columns, referredColumns: first.columns };
}

/** Takes out the referential actions that the dialect lacks. */
function fitActions(
  keys: readonly ForeignKey[],
  table: Table,
  { dialect }: Printer,
  lose: Lose,
): readonly ForeignKey[] {
  const lacks = (action: ForeignKey["onDelete"]) =>
    action !== null && !dialect.constraints.referentialActions.includes(action);
  const losses = keys.flatMap(({ onDelete, onUpdate, source }) => [
    ...(lacks(onDelete) ? [{ what: `ON DELETE ${onDelete}`, span: source }] : []),
    ...(lacks(onUpdate) ? [{ what: `ON UPDATE ${onUpdate}`, span: source }] : []),
  ]);
  lose(losses, (_names, span, related) => {
    const actions = [...new Set(losses.map(({ what }) => what))];
    return diagnose("MXC3024", { dialect: dialect.title, table: table.name, actions }, span, related);
  });
  return mapSame(keys, (key) =>
    lacks(key.onDelete) || lacks(key.onUpdate)
      ? {
          ...key,
          onDelete: lacks(key.onDelete) ? null : key.onDelete,
          onUpdate: lacks(key.onUpdate) ? null : key.onUpdate,
        }
      : key,
  );
}

function describeForeignKey({ columns, referredTable }: ForeignKey): string {
  return `the foreign key (${columns.join(", ")}) to '${referredTable}'`;
}
