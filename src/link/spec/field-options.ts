// `Field({ … })`: what a column is besides its type. A literal in its place is the column's default.

import type { FieldOptions } from "../../model/feature.ts";
import type { Located } from "../../model/span.ts";
import type { StaticValue } from "../../model/value.ts";
import { pathStep } from "../fold/containers.ts";
import { describeValue } from "../fold/describe.ts";
import { report } from "../report.ts";
import type { SpecContext } from "./context.ts";
import { readAction, readForeignKey } from "./references.ts";
import { readSql } from "./sql.ts";
import {
  mismatch,
  type Options,
  optionalArgument,
  readBoolean,
  readInteger,
  readName,
  readOptions,
  readString,
} from "./values.ts";

type Reader<T> = (context: SpecContext, value: StaticValue, path: string) => T | null;
type Readers = { readonly [K in keyof FieldOptions]-?: Reader<NonNullable<FieldOptions[K]>> };

const positive: Reader<Located<number>> = (context, value, path) => readInteger(context, value, path, 1);
const natural: Reader<Located<number>> = (context, value, path) => readInteger(context, value, path, 0);

/** One reader per option; the table is complete by its type. */
const READERS: Readers = {
  primaryKey: readBoolean,
  index: readBoolean,
  unique: readBoolean,
  nullable: readBoolean,
  default: readDefault,
  defaultSql: readSql,
  generatedSql: readSql,
  autoincrement: readBoolean,
  maxLength: positive,
  precision: positive,
  scale: natural,
  name: readName,
  type: readSql,
  foreignKey: readForeignKey,
  onDelete: readAction,
  onUpdate: readAction,
  description: readString,
  renamedFrom: readName,
};

const NAMES = Object.keys(READERS) as (keyof FieldOptions)[];

/** A column about which only its type says something. */
export const NO_OPTIONS: FieldOptions = {};

/** What a column's initial value says about it. `property` is the column's name. */
export function readColumnOptions(context: SpecContext, value: StaticValue, property: string): FieldOptions {
  if (value.kind === "undefined") return NO_OPTIONS;
  if (value.kind === "dsl" && value.name === "Field") return readField(context, value, property);
  const literal = literalOf(value);
  if (literal !== null) return { default: literal };
  report(context.report, "MXC1046", { name: property, found: describeValue(value) }, value.span);
  return NO_OPTIONS;
}

function readField(context: SpecContext, value: StaticValue & { readonly kind: "dsl" }, path: string): FieldOptions {
  const argument = optionalArgument(context, value, "one object or nothing");
  const options = argument === null ? null : readOptions(context, argument, path, "Field", NAMES);
  if (options === null) return NO_OPTIONS;
  checkExclusive(context, options);
  checkForeignKey(context, options);
  const found: Partial<Record<keyof FieldOptions, unknown>> = {};
  for (const name of NAMES) {
    const entry = options.entries.get(name);
    const read = entry === undefined ? null : READERS[name](context, entry.value, path + pathStep(name));
    if (read !== null) found[name] = read;
  }
  const fields = found as FieldOptions;
  checkScale(context, fields, path);
  return fields;
}

/** A value made of literals only: what a default may be; null for any other. Properties that are undefined are absent. */
function literalOf(value: StaticValue): StaticValue | null {
  switch (value.kind) {
    case "undefined":
    case "class":
    case "all-fields":
      return null;
    case "dsl":
      return value.name === "float" ? value : null;
    case "array": {
      const items = value.items.map(literalOf);
      return items.every((item) => item !== null) ? { ...value, items } : null;
    }
    case "object": {
      const given = value.entries.filter((entry) => entry.value.kind !== "undefined");
      const entries = given.flatMap((entry) => {
        const inner = literalOf(entry.value);
        return inner === null ? [] : [{ ...entry, value: inner }];
      });
      return entries.length === given.length ? { ...value, entries } : null;
    }
    default:
      return value;
  }
}

function readDefault(context: SpecContext, value: StaticValue, path: string): StaticValue | null {
  return literalOf(value) ?? mismatch(context, value, path, "a literal");
}

/** A column has one source of values. */
function checkExclusive(context: SpecContext, options: Options): void {
  const given = ["default", "defaultSql", "generatedSql"].flatMap((name) => options.entries.get(name) ?? []);
  const [first, second] = given;
  if (first === undefined || second === undefined) return;
  report(context.report, "MXC1027", { first: first.key, second: second.key }, second.keySpan);
}

function checkForeignKey(context: SpecContext, options: Options): void {
  if (options.entries.has("foreignKey")) return;
  const action = options.entries.get("onDelete") ?? options.entries.get("onUpdate");
  if (action === undefined) return;
  report(context.report, "MXC1028", { option: action.key, needed: "foreignKey" }, action.keySpan);
}

function checkScale(context: SpecContext, { precision, scale }: FieldOptions, path: string): void {
  if (scale === undefined || precision === undefined || scale.value <= precision.value) return;
  const args = {
    path: `${path}.scale`,
    expected: `at most the precision, ${precision.value}`,
    found: String(scale.value),
  };
  report(context.report, "MXC1023", args, scale.span);
}
