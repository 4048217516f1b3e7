// Whether a dialect has a type for a column, with room for its parameters. What is kept as a document has no limits inside.

import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { ColumnType } from "../model/column-type.ts";
import type { Table, TableColumn } from "../model/table.ts";
import { ownType } from "./columns.ts";
import { describeType } from "./describe-type.ts";
import type { Printer } from "./printer.ts";

/** Reports what the dialect cannot keep of a column. A type written as SQL is the user's own affair, but for null. */
export function checkColumnType(column: TableColumn, table: Table, printer: Printer): void {
  const own = ownType(column, printer.dialect);
  if (own !== null) {
    checkOwnType(own, column, printer);
    return;
  }
  checkLossless(column, printer);
  checkVisible(column.type, column, table, printer);
}

function checkOwnType(own: string, { name, nullable, source }: TableColumn, { dialect, report }: Printer): void {
  const { admits } = dialect.nullability;
  if (!nullable || admits === null || admits.test(own)) return;
  report(diagnose("MXC3005", { dialect: dialect.title, column: name, type: own }, source));
}

/** Checks a type and those nested in it, as far as the dialect spells them. */
function checkVisible(type: ColumnType, column: TableColumn, table: Table, printer: Printer): void {
  if (printer.dialect.isDocument(type)) return;
  checkOne(type, column, table, printer);
  for (const part of partsOf(type)) checkVisible(part, column, table, printer);
}

const none: readonly ColumnType[] = [];

function partsOf(type: ColumnType): readonly ColumnType[] {
  switch (type.kind) {
    case "list":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "struct":
      return type.fields.map((field) => field.type);
    default:
      return none;
  }
}

/** Null and precision that are lost without an error from the engine. */
function checkLossless(column: TableColumn, printer: Printer): void {
  const { dialect, sqlmodel, report } = printer;
  const { name, type, source } = column;
  if (source === null) return;
  const words = () => ({ dialect: dialect.title, column: name, type: describeType(type) });
  const lost = findLostNull({ type, nullable: column.nullable }, dialect);
  if (lost === type) report(diagnose("MXC3005", words(), source));
  else if (lost !== null)
    report(diagnose("MXC3005", { ...words(), type: `${describeType(lost)} inside of it` }, source));
  if (!dialect.nullability.inLists && holdsNullItems(type)) {
    report(diagnose("MXC3006", { ...words(), kept: "a list that holds no null" }, source));
  }
  const kept = sqlmodel ? dialect.sqlmodel?.lossy[type.kind] : undefined;
  const exact = dialect.typeLimits.decimal.exactPrecision;
  const inexact = type.kind === "decimal" && exact !== null && type.precision > exact;
  if (kept !== undefined) report(diagnose("MXC3006", { ...words(), kept }, source));
  else if (inexact) report(diagnose("MXC3006", { ...words(), kept: `a number with ${exact} exact digits` }, source));
}

/** A type and whether it admits null where it stands. */
interface Place {
  readonly type: ColumnType;
  readonly nullable: boolean;
}

/** The outermost type that admits null and has none in the dialect. */
function findLostNull({ type, nullable }: Place, dialect: Dialect): ColumnType | null {
  const { nullless } = dialect.nullability;
  if (nullless.length === 0 || dialect.isDocument(type)) return null;
  if (nullable && nullless.includes(type.kind)) return type;
  for (const place of placesIn(type)) {
    const found = findLostNull(place, dialect);
    if (found !== null) return found;
  }
  return null;
}

function holdsNullItems(type: ColumnType): boolean {
  return (type.kind === "list" && type.nullable) || placesIn(type).some((place) => holdsNullItems(place.type));
}

/** What is nested in a type. Keys of maps are never null. */
function placesIn(type: ColumnType): readonly Place[] {
  switch (type.kind) {
    case "list":
      return [{ type: type.element, nullable: type.nullable }];
    case "map":
      return [{ type: type.value, nullable: type.nullable }];
    case "struct":
      return type.fields;
    default:
      return [];
  }
}

function checkOne(type: ColumnType, column: TableColumn, table: Table, printer: Printer): void {
  const { dialect } = printer;
  const { typeLimits } = dialect;
  const span = column.source ?? table.source;
  const exceeds = (found: string, limit: string) =>
    printer.report(diagnose("MXC3002", { dialect: dialect.title, column: column.name, found, limit }, span));
  switch (type.kind) {
    case "decimal": {
      const { precision, scale, integerDigits } = typeLimits.decimal;
      const whole = type.precision - type.scale;
      if (type.precision > precision) exceeds(`a precision of ${type.precision}`, `a precision of ${precision}`);
      else if (type.scale > scale) exceeds(`a scale of ${type.scale}`, `a scale of ${scale}`);
      else if (integerDigits !== null && whole > integerDigits) {
        exceeds(`${whole} digits before the point`, `${integerDigits} digits before the point`);
      }
      return;
    }
    case "varchar":
      if (typeLimits.varcharLength !== null && type.length > typeLimits.varcharLength) {
        exceeds(`a length of ${type.length}`, `a length of ${typeLimits.varcharLength}`);
      }
      return;
    case "vector":
      if (typeLimits.vectorDimensions !== null && type.dimensions > typeLimits.vectorDimensions) {
        exceeds(`${type.dimensions} dimensions`, `${typeLimits.vectorDimensions} dimensions`);
      }
      return;
    case "enum":
      checkEnum(type.labels, column, table, printer);
      return;
    case "struct":
      checkStruct(type.fields, column, table, printer);
      return;
    case "map":
      checkMapKey(type.key, column, table, printer);
      return;
    default:
      return;
  }
}

function checkEnum(labels: readonly string[], column: TableColumn, table: Table, printer: Printer): void {
  const { dialect, report, sqlmodel } = printer;
  const limits = dialect.typeLimits.enum;
  if (limits === null || sqlmodel) return;
  const span = column.source ?? table.source;
  const words = { dialect: dialect.title, column: column.name };
  if (labels.length > limits.labels) {
    report(diagnose("MXC3002", { ...words, found: `${labels.length} labels`, limit: `${limits.labels} labels` }, span));
  }
  for (const label of labels) {
    const length = [...label].length;
    const reason =
      length > limits.labelLength
        ? `it has ${length} characters, at most ${limits.labelLength} fit`
        : limits.trimsTrailingBlanks && label.endsWith(" ")
          ? "trailing blanks are cut off"
          : null;
    if (reason !== null) report(diagnose("MXC3003", { ...words, label, reason }, span));
  }
}

function checkStruct(
  fields: readonly { readonly name: string }[],
  column: TableColumn,
  table: Table,
  { dialect, report }: Printer,
): void {
  const span = column.source ?? table.source;
  const fail = (reason: string) =>
    report(diagnose("MXC3001", { dialect: dialect.title, column: column.name, type: "an object", reason }, span));
  if (fields.length === 0) fail("an object without members has no columns");
  const seen = new Set<string>();
  for (const { name } of fields) {
    const spelled = dialect.structField(name);
    const folded = dialect.names.caseInsensitiveColumns ? spelled.toLowerCase() : spelled;
    if (seen.has(folded)) fail(`two of its members are both named '${spelled}' there`);
    seen.add(folded);
    if (spelled !== name && column.source !== null) {
      report(diagnose("MXC3009", { dialect: dialect.title, column: column.name, field: name, renamed: spelled }, span));
    }
  }
}

function checkMapKey(key: ColumnType, column: TableColumn, table: Table, { dialect, report }: Printer): void {
  if (dialect.typeLimits.mapKeys?.includes(key.kind) === false) {
    const reason = `a map's keys cannot be ${describeType(key)} there`;
    const span = column.source ?? table.source;
    report(diagnose("MXC3001", { dialect: dialect.title, column: column.name, type: "a map", reason }, span));
  }
}
