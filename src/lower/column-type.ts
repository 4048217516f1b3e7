// The logical type of a column once `Field`'s options are applied: `maxLength` makes a varchar, `precision` and `scale` a
// decimal. How a dialect spells it is not known here.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ColumnKind, ColumnType } from "../model/column-type.ts";
import type { ColumnDecl } from "../model/feature.ts";
import type { Located } from "../model/span.ts";
import { checkName, checkText } from "./identifier.ts";

/** Precision and scale where only one of them is given: what Python's `Decimal` and most engines take. */
const DEFAULT_PRECISION = 38;
const DEFAULT_SCALE = 0;

/**
 * The column's type. Options that do not fit the type are reported and left out.
 *
 * @example `title: string = Field({ maxLength: 80 })` is `{ kind: "varchar", length: 80 }`
 */
export function lowerColumnType(column: ColumnDecl, report: Diagnostic[]): ColumnType {
  checkTypeText(column.type, column, report);
  return withDecimal(withLength(column.type, column, report), column, report);
}

function withLength(type: ColumnType, column: ColumnDecl, report: Diagnostic[]): ColumnType {
  const { maxLength } = column.options;
  if (maxLength === undefined) return type;
  if (!applies("maxLength", maxLength, type, ["string", "text", "varchar"], "strings", report)) return type;
  return { kind: "varchar", length: maxLength.value };
}

function withDecimal(type: ColumnType, column: ColumnDecl, report: Diagnostic[]): ColumnType {
  const { precision, scale } = column.options;
  const numbers: readonly ColumnKind[] = ["decimal", "float64"];
  const expected = "`number` and `Decimal`";
  if (precision !== undefined && !applies("precision", precision, type, numbers, expected, report)) return type;
  if (scale !== undefined && !applies("scale", scale, type, numbers, expected, report)) return type;
  if (precision === undefined && scale === undefined) return type;
  const base = type.kind === "decimal" ? type : { precision: DEFAULT_PRECISION, scale: DEFAULT_SCALE };
  const decimal = { precision: precision?.value ?? base.precision, scale: scale?.value ?? base.scale };
  checkDigits(decimal, column, report);
  return { kind: "decimal", ...decimal };
}

function applies(
  option: string,
  value: Located<number>,
  type: ColumnType,
  kinds: readonly ColumnKind[],
  expected: string,
  report: Diagnostic[],
): boolean {
  if (kinds.includes(type.kind)) return true;
  report.push(diagnose("MXC2630", { option, type: type.kind, expected }, value.span));
  return false;
}

/** Where both numbers are options, they were compared where options are read. */
function checkDigits(
  decimal: { readonly precision: number; readonly scale: number },
  { options: { precision, scale } }: ColumnDecl,
  report: Diagnostic[],
): void {
  const only = precision === undefined ? scale : scale === undefined ? precision : undefined;
  if (only === undefined || decimal.scale <= decimal.precision) return;
  report.push(diagnose("MXC2631", { precision: decimal.precision, scale: decimal.scale }, only.span));
}

/** Members of structs are names, labels of enums are text; both end up in SQL. */
function checkTypeText(type: ColumnType, column: ColumnDecl, report: Diagnostic[]): void {
  switch (type.kind) {
    case "enum":
      for (const label of type.labels) report.push(...checkText("an enum label", label, column.typeSpan));
      return;
    case "struct":
      for (const field of type.fields) {
        report.push(...checkName("struct field", field.name, column.typeSpan));
        checkTypeText(field.type, column, report);
      }
      return;
    case "list":
      checkTypeText(type.element, column, report);
      return;
    case "map":
      checkTypeText(type.key, column, report);
      checkTypeText(type.value, column, report);
      return;
    default:
      return;
  }
}
