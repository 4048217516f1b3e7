// Tables of two documents: which change shape, and how. A feature's table is the same table whatever its name.

import type { Metadata } from "../metadata/schema.ts";
import { compareText } from "../model/text-order.ts";
import type { Change, ColumnImpact, ColumnProperty, PartImpact, TableImpact } from "./change.ts";

type DocumentTable = Metadata["tables"][number];
type DocumentColumn = DocumentTable["columns"][number];

/** The tables that differ. */
export function compareTables(before: Metadata, after: Metadata): readonly TableImpact[] {
  const [left, right] = [tablesById(before), tablesById(after)];
  const ids = [...new Set([...right.keys(), ...left.keys()])].sort(compareText);
  return ids.flatMap((id) => {
    const impact = compareTable(left.get(id), right.get(id));
    return impact === null ? [] : [impact];
  });
}

/** Features' tables by key; system tables by name without the prefix, after them. */
function tablesById({ tables, store }: Metadata): ReadonlyMap<string, DocumentTable> {
  return new Map(tables.map((table) => [table.feature ?? `~${table.name.slice(store.table_prefix.length)}`, table]));
}

function compareTable(before: DocumentTable | undefined, after: DocumentTable | undefined): TableImpact | null {
  const table = after ?? before;
  if (table === undefined) return null;
  const change = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const name = difference(before && nameOf(before), after && nameOf(after));
  const comment = difference(before?.comment, after?.comment);
  const isChanged = change === "changed";
  const columns = compareColumns(before?.columns ?? [], after?.columns ?? []);
  const parts = compareParts(before, after);
  if (isChanged && name === null && comment === null && columns.length + parts.length === 0) return null;
  return {
    table: nameOf(table),
    feature: table.feature,
    change,
    renamed: isChanged ? name : null,
    comment,
    columns,
    parts,
  };
}

function nameOf({ schema, name }: DocumentTable): string {
  return schema === null ? name : `${schema}.${name}`;
}

function difference(before: string | null | undefined, after: string | null | undefined): Change<string> | null {
  const change = { before: before ?? null, after: after ?? null };
  return change.before === change.after ? null : change;
}

function compareColumns(before: readonly DocumentColumn[], after: readonly DocumentColumn[]): readonly ColumnImpact[] {
  const [left, right] = [byName(before), byName(after)];
  return [...new Set([...right.keys(), ...left.keys()])].flatMap((column) => {
    const [old, now] = [left.get(column), right.get(column)];
    const properties = compareProperties(old, now);
    if (properties.length === 0) return [];
    return [{ column, change: old === undefined ? "added" : now === undefined ? "removed" : "changed", properties }];
  });
}

function byName(columns: readonly DocumentColumn[]): ReadonlyMap<string, DocumentColumn> {
  return new Map(columns.map((column) => [column.name, column]));
}

/** How each property is put into words; null says nothing. */
const properties: Readonly<Record<ColumnProperty, (column: DocumentColumn) => string | null>> = {
  type: (column) => column.sql_type,
  null: (column) => (column.nullable ? "null" : "not null"),
  default: (column) => column.default,
  generated: (column) => column.generated,
  autoincrement: (column) => (column.autoincrement ? "yes" : null),
  comment: (column) => column.comment,
};

function compareProperties(
  before: DocumentColumn | undefined,
  after: DocumentColumn | undefined,
): ColumnImpact["properties"] {
  return Object.entries(properties).flatMap(([property, describe]) => {
    const change = difference(before && describe(before), after && describe(after));
    return change === null ? [] : [{ property: property as ColumnProperty, ...change }];
  });
}

type Part = Pick<PartImpact, "part" | "name"> & { readonly text: string };

function compareParts(before: DocumentTable | undefined, after: DocumentTable | undefined): readonly PartImpact[] {
  const [left, right] = [partsById(before), partsById(after)];
  return [...new Set([...right.keys(), ...left.keys()])].flatMap((id) => {
    const [old, now] = [left.get(id), right.get(id)];
    const { part, name } = now ?? old ?? { part: "index" as const, name: null };
    const change = difference(old?.text, now?.text);
    return change === null ? [] : [{ part, name, ...change }];
  });
}

/** A part is the same part by its name, or, without one, by what it says. There is one primary key. */
function partsById(table: DocumentTable | undefined): ReadonlyMap<string, Part> {
  const parts = table === undefined ? [] : partsOf(table);
  return new Map(
    parts.map((part) => [`${part.part} ${part.part === "primary key" ? "" : (part.name ?? part.text)}`, part]),
  );
}

function partsOf(table: DocumentTable): readonly Part[] {
  const { primary_key: key } = table;
  return [
    ...(key === null ? [] : [{ part: "primary key" as const, name: key.name, text: list(key.columns) }]),
    ...table.indexes.map((index) => ({ part: "index" as const, name: index.name, text: describeIndex(index) })),
    ...table.unique_constraints.map(({ name, columns }) => ({
      part: "unique constraint" as const,
      name,
      text: list(columns),
    })),
    ...table.check_constraints.map(({ name, expression }) => ({
      part: "check constraint" as const,
      name,
      text: `(${expression})`,
    })),
    ...table.foreign_keys.map((foreign) => ({
      part: "foreign key" as const,
      name: foreign.name,
      text: describeForeignKey(foreign),
    })),
  ];
}

function describeIndex(index: DocumentTable["indexes"][number]): string {
  const parts = index.parts.map(({ column, expression, descending, nulls, opclass }) => {
    const order = [opclass, descending ? "desc" : null, nulls && `nulls ${nulls}`].filter((word) => word !== null);
    return [column ?? `(${expression})`, ...order].join(" ");
  });
  return [
    index.unique ? "unique " : "",
    index.using === null ? "" : `using ${index.using} `,
    list(parts.length === 0 ? index.columns : parts),
    index.include.length === 0 ? "" : ` include ${list(index.include)}`,
    index.where === null ? "" : ` where ${index.where}`,
  ].join("");
}

function describeForeignKey(key: DocumentTable["foreign_keys"][number]): string {
  const table = key.referred_schema === null ? key.referred_table : `${key.referred_schema}.${key.referred_table}`;
  return [
    `${list(key.columns)} references ${table} ${list(key.referred_columns)}`,
    key.on_delete === null ? "" : ` on delete ${key.on_delete.toLowerCase()}`,
    key.on_update === null ? "" : ` on update ${key.on_update.toLowerCase()}`,
  ].join("");
}

function list(items: readonly string[]): string {
  return `(${items.join(", ")})`;
}
