// What a filter means to Metaxy (0.1, `models/filter_expression.py`), with parentheses and signs worked out.

/** A column; dotted names are one column. */
export interface FilterColumn {
  readonly kind: "column";
  readonly name: string;
}

/** A value. Whole numbers are `bigint`. */
export interface FilterLiteral {
  readonly kind: "literal";
  readonly value: string | number | bigint | boolean | null;
}

/** What can be compared. */
export type FilterOperand = FilterColumn | FilterLiteral;

/** `=` and `!=` with NULL are `null` tests of the column, as IS and IS NOT are. */
export type FilterCondition =
  | FilterOperand
  | { readonly kind: "not"; readonly operand: FilterCondition }
  | { readonly kind: "and" | "or"; readonly left: FilterCondition; readonly right: FilterCondition }
  | {
      readonly kind: "comparison";
      readonly operator: FilterOperator;
      readonly left: FilterOperand;
      readonly right: FilterOperand;
    }
  | { readonly kind: "null"; readonly column: FilterColumn }
  | { readonly kind: "in"; readonly column: FilterColumn; readonly values: readonly FilterLiteral["value"][] };

/** The operators that compare, each in its first spelling. */
export type FilterOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** True for what can be compared. */
export function isOperand(condition: FilterCondition): condition is FilterOperand {
  return condition.kind === "column" || condition.kind === "literal";
}

/** `NOT …` */
export function negate(operand: FilterCondition): FilterCondition {
  return { kind: "not", operand };
}

/** A comparison. With NULL on one side and a column on the other it asks whether the column is null. */
export function compare(operator: FilterOperator, left: FilterOperand, right: FilterOperand): FilterCondition {
  const column = isNull(left) ? right : isNull(right) ? left : null;
  if (column?.kind !== "column" || (operator !== "=" && operator !== "!=")) {
    return { kind: "comparison", operator, left, right };
  }
  const test: FilterCondition = { kind: "null", column };
  return operator === "=" ? test : negate(test);
}

function isNull(operand: FilterOperand): boolean {
  return operand.kind === "literal" && operand.value === null;
}
