// `static tableArgs = [new Index(…), …, { comment, schema }]`: indexes, constraints and options of the table.

import { DIALECT_NAMES } from "../../model/dialect-name.ts";
import type { ForeignKeyTarget, TableArg, TableOptions } from "../../model/feature.ts";
import type { Located } from "../../model/span.ts";
import type { StaticValue } from "../../model/value.ts";
import { report } from "../report.ts";
import { asArray, nullableName, optionsArgument, readColumns } from "./column-lists.ts";
import type { SpecContext } from "./context.ts";
import { readIndex } from "./index-arg.ts";
import { readAction, readForeignKey } from "./references.ts";
import { readSql } from "./sql.ts";
import { mismatch, onlyArgument, option, readList, readName, readOptions, required } from "./values.ts";

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
    const expression = readSql(context, argument, path);
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
    (item, at) => readSql(context, item, at),
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
