// `new Index(…)`: columns and expressions, with options or by position.

import type { IndexColumn, TableArg } from "../../model/feature.ts";
import type { StaticValue } from "../../model/value.ts";
import { report } from "../report.ts";
import { asArray, checkColumns, nullableName, optionsArgument } from "./column-lists.ts";
import type { SpecContext } from "./context.ts";
import { readSql } from "./sql.ts";
import { mismatch, option, readBoolean, readList, readName, readOptions, required } from "./values.ts";

type Dsl = StaticValue & { readonly kind: "dsl" };

/** An index. */
export function readIndex(context: SpecContext, value: Dsl, path: string): TableArg | null {
  const { span } = value;
  const argument = optionsArgument(value);
  if (argument === null) {
    const [first] = value.args;
    if (first === undefined || value.args.length < 2) {
      const args = { callee: "Index", expected: "a name or null and at least one column", found: value.args.length };
      return report(context.report, "MXC1026", args, span);
    }
    const name = nullableName(context)(first, `${path}.name`);
    const columns = readIndexColumns(context, asArray(value, 1), path);
    const nothing = { unique: false, where: null, using: null, include: [] };
    return columns === null ? null : { kind: "index", name, columns, ...nothing, span };
  }
  const known = ["columns", "name", "unique", "where", "using", "include"];
  const options = readOptions(context, argument, path, "an Index", known);
  if (options === null) return null;
  const columns = required(
    context,
    options,
    { path, of: "an Index", value },
    "columns",
    '`columns: ["a"]`',
    (item, at) => readIndexColumns(context, item, at),
  );
  const text = (item: StaticValue, at: string) => readName(context, item, at);
  const rest = {
    name: option(options, path, "name", null, nullableName(context)),
    unique: option(options, path, "unique", false, (item, at) => readBoolean(context, item, at)?.value ?? null),
    where: option(options, path, "where", null, (item, at) => readSql(context, item, at)),
    using: option(options, path, "using", null, text),
    include: option(options, path, "include", [], (item, at) =>
      readList(context, item, at, 'an array of columns such as ["a"]', (column, where) =>
        readName(context, column, where),
      ),
    ),
  };
  return columns === null ? null : { kind: "index", columns, ...rest, span };
}

function readIndexColumns(context: SpecContext, value: StaticValue, path: string): readonly IndexColumn[] | null {
  const columns = readList(context, value, path, "an array of columns", (item, at) =>
    readIndexColumn(context, item, at),
  );
  if (columns === null) return null;
  const names = columns.flatMap(({ column }) => column ?? []);
  return checkColumns(context, value, path, names) === null ? null : columns;
}

function readIndexColumn(context: SpecContext, value: StaticValue, path: string): IndexColumn | null {
  if (value.kind !== "object") {
    const expected = 'a column, { column: "a", descending: true } or { expression: "lower(a)" }';
    if (value.kind !== "string" || value.value === "") return mismatch(context, value, path, expected);
    return { column: { value: value.value, span: value.span }, expression: null, descending: false };
  }
  const known = ["column", "expression", "descending", "nulls", "opclass"];
  const options = readOptions(context, value, path, "a member of an index", known);
  if (options === null) return null;
  const text = (item: StaticValue, at: string) => readName(context, item, at);
  const column = option(options, path, "column", null, text);
  const expression = option(options, path, "expression", null, (item, at) => readSql(context, item, at));
  const descending = option(
    options,
    path,
    "descending",
    false,
    (item, at) => readBoolean(context, item, at)?.value ?? null,
  );
  const nulls = option(options, path, "nulls", null, (item, at) => readNulls(context, item, at));
  const opclass = option(options, path, "opclass", null, text);
  const [named, computed] = [options.entries.get("column"), options.entries.get("expression")];
  if (named !== undefined && computed !== undefined) {
    return report(context.report, "MXC1027", { first: "column", second: "expression" }, computed.keySpan);
  }
  if (named === undefined && computed === undefined && options.meant.size === 0) {
    const args = { option: "column", of: "a member of an index", example: '`column: "a"` or `expression: "lower(a)"`' };
    return report(context.report, "MXC1025", args, value.span);
  }
  if (column === null && expression === null) return null;
  return {
    column,
    expression,
    descending,
    ...(nulls === null ? {} : { nulls }),
    ...(opclass === null ? {} : { opclass }),
  };
}

function readNulls(context: SpecContext, value: StaticValue, path: string): "first" | "last" | null {
  if (value.kind === "string" && (value.value === "first" || value.value === "last")) return value.value;
  return mismatch(context, value, path, '"first" or "last"');
}
