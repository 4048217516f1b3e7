// What only ClickHouse refuses: names of tables that make too long a file name, and documents of which it would lose members.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Table } from "../model/table.ts";
import type { StaticValue } from "../model/value.ts";
import type { TableContext } from "./dialect.ts";

/** The longest table name in database `default`, once encoded. */
const ENCODED_LIMIT = 206;

/** Reports both. */
export function checkClickhouseTable(table: Table, context: TableContext): readonly Diagnostic[] {
  return [...checkFileName(table, context), ...checkDocuments(table, context)];
}

/** Its JSON is an object of values by their paths: `{ a: null, b: {} }` is `{}`, and `{ "a.b": 1 }` is `{ a: { b: 1 } }`. */
function checkDocuments({ columns }: Table, { dialect }: TableContext): readonly Diagnostic[] {
  return columns.flatMap(({ name, type, default: value }) => {
    if (type.kind !== "json" || value?.kind !== "literal") return [];
    const isKept = value.value.kind === "null" || (value.value.kind === "object" && !losesMembers(value.value));
    if (isKept) return [];
    return [diagnose("MXC3008", { dialect: dialect.title, column: name }, value.value.span)];
  });
}

function losesMembers(value: StaticValue): boolean {
  if (value.kind === "array") return value.items.some(losesMembers);
  return (
    value.kind === "object" &&
    value.entries.some(({ key, value: member }) => key.includes(".") || isNothing(member) || losesMembers(member))
  );
}

function isNothing(value: StaticValue): boolean {
  return value.kind === "null" || (value.kind === "object" && value.entries.length === 0);
}

/** Files are named after tables, with `%XX` for each byte that is no letter, digit or `_`. What is no text is refused elsewhere. */
function checkFileName(table: Table, { dialect }: TableContext): readonly Diagnostic[] {
  const encoded = encodeURIComponent(table.name.replaceAll(/\p{Surrogate}/gu, "_")).replaceAll(
    /[!'()*.~-]/g,
    "%00",
  ).length;
  if (encoded <= ENCODED_LIMIT || [...table.name].length > ENCODED_LIMIT) return [];
  const words = {
    dialect: dialect.title,
    what: `the file of table '${table.name}'`,
    size: `${encoded} characters`,
    limit: `${ENCODED_LIMIT} characters`,
    remedy: "use a shorter name of letters, digits and '_'; every other character counts three times",
  };
  return [diagnose("MXC3031", words, table.source)];
}
