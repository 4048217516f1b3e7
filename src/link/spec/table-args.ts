// `static tableArgs = [new Index(…), …, { comment, schema }]`: indexes, constraints and options of the table.

import type { ForeignKeyTarget, IndexColumn, TableArg, TableOptions } from "../../model/feature.ts";
import { DIALECT_NAMES } from "../../model/project.ts";
import type { Located } from "../../model/span.ts";
import type { StaticValue } from "../../model/value.ts";
import { report } from "../report.ts";
import type { SpecContext } from "./context.ts";
import { readAction, readForeignKey } from "./references.ts";
import {
  mismatch,
  onlyArgument,
  option,
  orNull,
  readBoolean,
  readList,
  readName,
  readOptions,
  required,
} from "./values.ts";

type Dsl = StaticValue & { readonly kind: "dsl" };
type Name = Located<string>;

/** What `tableArgs` says. */
export interface TableArgs {
  readonly args: readonly TableArg[];
  readonly options: TableOptions;
}

/** A table about which nothing is said. */
export const NO_TABLE_ARGS: TableArgs = { args: [], options: { dialects: {} } };

/** An array of constraints with options at the end, or only the options. */
export function readTableArgs(context: SpecContext, value: StaticValue): TableArgs {
  if (value.kind === "object") return { args: [], options: readTableOptions(context, value, "tableArgs") };
  if (value.kind !== "array") {
    mismatch(context, value, "tableArgs", 'an array such as [new Index(…), { comment: "…" }]');
    return NO_TABLE_ARGS;
  }
  const last = value.items.at(-1);
  const trailing = last?.kind === "object" ? last : null;
  const items = trailing === null ? value.items : value.items.slice(0, -1);
  const args = items.map((item, index) => readTableArg(context, item, `tableArgs[${index}]`));
  return {
    args: args.filter((arg) => arg !== null),
    options:
      trailing === null ? NO_TABLE_ARGS.options : readTableOptions(context, trailing, `tableArgs[${items.length}]`),
  };
}

function readTableArg(context: SpecContext, value: StaticValue, path: string): TableArg | null {
  if (value.kind === "dsl") {
    switch (value.name) {
      case "Index":
        return readIndex(context, value, path);
      case "UniqueConstraint":
        return readColumnsConstraint(context, value, path, "unique");
      case "PrimaryKeyConstraint":
        return readColumnsConstraint(context, value, path, "primary-key");
      case "CheckConstraint":
        return readCheck(context, value, path);
      case "ForeignKeyConstraint":
        return readForeignKeyConstraint(context, value, path);
    }
  }
  const expected = value.kind === "object" ? "a constraint; options stand last" : "an Index or a constraint";
  return mismatch(context, value, path, expected);
}

function nullableName(context: SpecContext) {
  return (value: StaticValue, path: string) => orNull(value, () => readName(context, value, path));
}

/** The options object, or null when the arguments are positional. */
function optionsArgument(value: Dsl): StaticValue | null {
  const [argument] = value.args;
  return value.args.length === 1 && argument?.kind === "object" ? argument : null;
}

/** Columns by name: at least one, none twice. */
function readColumns(context: SpecContext, value: StaticValue, path: string): readonly Name[] | null {
  const columns = readList(context, value, path, 'an array of columns such as ["a", "b"]', (item, at) =>
    readName(context, item, at),
  );
  return columns === null ? null : checkColumns(context, value, path, columns);
}

function checkColumns(
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
function asArray(value: Dsl, from: number): StaticValue {
  return { kind: "array", items: value.args.slice(from), span: value.span };
}

function readIndex(context: SpecContext, value: Dsl, path: string): TableArg | null {
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
    where: option(options, path, "where", null, text),
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
  const known = ["column", "expression", "descending"];
  const options = readOptions(context, value, path, "a member of an index", known);
  if (options === null) return null;
  const text = (item: StaticValue, at: string) => readName(context, item, at);
  const column = option(options, path, "column", null, text);
  const expression = option(options, path, "expression", null, text);
  const descending = option(
    options,
    path,
    "descending",
    false,
    (item, at) => readBoolean(context, item, at)?.value ?? null,
  );
  const [named, computed] = [options.entries.get("column"), options.entries.get("expression")];
  if (named !== undefined && computed !== undefined) {
    return report(context.report, "MXC1027", { first: "column", second: "expression" }, computed.keySpan);
  }
  if (named === undefined && computed === undefined && options.meant.size === 0) {
    const args = { option: "column", of: "a member of an index", example: '`column: "a"` or `expression: "lower(a)"`' };
    return report(context.report, "MXC1025", args, value.span);
  }
  return column === null && expression === null ? null : { column, expression, descending };
}

function readColumnsConstraint(
  context: SpecContext,
  value: Dsl,
  path: string,
  kind: "unique" | "primary-key",
): TableArg | null {
  const { span, name: callee } = value;
  const argument = optionsArgument(value);
  if (argument === null) {
    if (value.args.length === 0) {
      return report(context.report, "MXC1026", { callee, expected: "at least one column", found: 0 }, span);
    }
    const columns = readColumns(context, asArray(value, 0), path);
    return columns === null ? null : { kind, name: null, columns, span };
  }
  const of = kind === "unique" ? "a UniqueConstraint" : "a PrimaryKeyConstraint";
  const options = readOptions(context, argument, path, of, ["columns", "name"]);
  if (options === null) return null;
  const columns = required(context, options, { path, of, value }, "columns", '`columns: ["a"]`', (item, at) =>
    readColumns(context, item, at),
  );
  const name = option(options, path, "name", null, nullableName(context));
  return columns === null ? null : { kind, name, columns, span };
}

function readCheck(context: SpecContext, value: Dsl, path: string): TableArg | null {
  const { span } = value;
  const argument = onlyArgument(context, value, "one object or an expression");
  if (argument === null) return null;
  if (argument.kind !== "object") {
    const expression = readName(context, argument, path);
    return expression === null ? null : { kind: "check", name: null, expression, span };
  }
  const of = "a CheckConstraint";
  const options = readOptions(context, argument, path, of, ["expression", "name"]);
  if (options === null) return null;
  const expression = required(
    context,
    options,
    { path, of, value },
    "expression",
    '`expression: "a > 0"`',
    (item, at) => readName(context, item, at),
  );
  const name = option(options, path, "name", null, nullableName(context));
  return expression === null ? null : { kind: "check", name, expression, span };
}

function readForeignKeyConstraint(context: SpecContext, value: Dsl, path: string): TableArg | null {
  const of = "a ForeignKeyConstraint";
  const argument = onlyArgument(context, value, "one object");
  const known = ["columns", "references", "name", "onDelete", "onUpdate"];
  const options = argument === null ? null : readOptions(context, argument, path, of, known);
  if (options === null) return null;
  const place = { path, of, value };
  const columns = required(context, options, place, "columns", '`columns: ["a"]`', (item, at) =>
    readColumns(context, item, at),
  );
  const targets = required(context, options, place, "references", '`references: ["table.a"]`', (item, at) =>
    readTargets(context, item, at),
  );
  const rest = {
    name: option(options, path, "name", null, nullableName(context)),
    onDelete: option(options, path, "onDelete", null, (item, at) => readAction(context, item, at)?.value ?? null),
    onUpdate: option(options, path, "onUpdate", null, (item, at) => readAction(context, item, at)?.value ?? null),
  };
  if (columns === null || targets === null) return null;
  const references = options.entries.get("references")?.value ?? value;
  if (columns.length !== targets.length) {
    return mismatch(
      context,
      references,
      `${path}.references`,
      `as many entries as there are columns (${columns.length})`,
    );
  }
  return { kind: "foreign-key", columns, targets, ...rest, span: value.span };
}

function readTargets(context: SpecContext, value: StaticValue, path: string): readonly ForeignKeyTarget[] | null {
  const expected = 'an array of "table.column" or [Class, "column"]';
  return readList(context, value, path, expected, (item, at) => readForeignKey(context, item, at));
}

function readTableOptions(context: SpecContext, value: StaticValue, path: string): TableOptions {
  const known = ["comment", "schema", ...DIALECT_NAMES];
  const options = readOptions(context, value, path, "tableArgs", known);
  if (options === null) return NO_TABLE_ARGS.options;
  const text = (item: StaticValue, at: string) => readName(context, item, at);
  const comment = option<Name | null>(options, path, "comment", null, text);
  const schema = option<Name | null>(options, path, "schema", null, text);
  const dialects: Record<string, StaticValue & { readonly kind: "object" }> = {};
  for (const dialect of DIALECT_NAMES) {
    const own = option(options, path, dialect, null, (item, at) =>
      item.kind === "object" ? item : mismatch(context, item, at, "an object with options"),
    );
    if (own !== null) dialects[dialect] = own;
  }
  return { ...(comment === null ? {} : { comment }), ...(schema === null ? {} : { schema }), dialects };
}
