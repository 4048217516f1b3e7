// Operators on folded primitives, exactly as JavaScript computes them. Where JavaScript would coerce, compare by
// reference or leave the finite numbers, there is no result.

import type { BinaryOperator } from "../../model/summary.ts";

/** A primitive as JavaScript holds it. */
export type Primitive = string | number | bigint | boolean | null | undefined;

/** Operators that always need both operands. */
export type StrictOperator = Exclude<BinaryOperator, "??" | "||" | "&&">;

/** A result, or null where the operator does not apply to such operands. */
export type Computed = { readonly value: Primitive } | null;

/** Decimal digits a bigint may have. */
const MAX_DIGITS = 65_536;

/** `-x`, `+x`, `!x`, `~x`. */
export function computeUnary(operator: "-" | "+" | "!" | "~", operand: Primitive): Computed {
  if (operator === "!") return { value: !operand };
  if (typeof operand === "bigint") return operator === "+" ? null : { value: operator === "-" ? -operand : ~operand };
  if (typeof operand !== "number") return null;
  return { value: operator === "-" ? -operand : operator === "+" ? operand : ~operand };
}

/** `a + b` and the other operators without short circuit. */
export function computeBinary(operator: StrictOperator, left: Primitive, right: Primitive): Computed {
  if (operator === "===") return { value: left === right };
  if (operator === "!==") return { value: left !== right };
  if (operator === "+" && (typeof left === "string" || typeof right === "string")) {
    return { value: `${left}${right}` };
  }
  if (typeof left === "number" && typeof right === "number") return finite(onNumbers(operator, left, right));
  if (typeof left === "bigint" && typeof right === "bigint") return onBigints(operator, left, right);
  if (typeof left === "string" && typeof right === "string") return compare(operator, left, right);
  return null;
}

function finite(value: number | boolean): Computed {
  return typeof value === "boolean" || Number.isFinite(value) ? { value } : null;
}

function onNumbers(operator: Exclude<StrictOperator, "===" | "!==">, a: number, b: number): number | boolean {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "%":
      return a % b;
    case "**":
      return a ** b;
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    case "<<":
      return a << b;
    case ">>":
      return a >> b;
    case ">>>":
      return a >>> b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}

/** Division by zero, negative powers and numbers of more than {@link MAX_DIGITS} digits have no result. */
function onBigints(operator: StrictOperator, a: bigint, b: bigint): Computed {
  switch (operator) {
    case "+":
      return { value: a + b };
    case "-":
      return { value: a - b };
    case "*":
      return digits(a) + digits(b) > MAX_DIGITS ? null : { value: a * b };
    case "/":
      return b === 0n ? null : { value: a / b };
    case "%":
      return b === 0n ? null : { value: a % b };
    case "**":
      return b < 0n || BigInt(digits(a)) * b > BigInt(MAX_DIGITS) ? null : { value: a ** b };
    case "&":
      return { value: a & b };
    case "|":
      return { value: a | b };
    case "^":
      return { value: a ^ b };
    case "<<":
      return b > BigInt(MAX_DIGITS) ? null : { value: a << b };
    case ">>":
      return b < BigInt(-MAX_DIGITS) ? null : { value: a >> b };
    default:
      return compare(operator, a, b);
  }
}

function digits(value: bigint): number {
  return value.toString().length;
}

function compare<T extends string | bigint>(operator: StrictOperator, a: T, b: T): Computed {
  switch (operator) {
    case "<":
      return { value: a < b };
    case "<=":
      return { value: a <= b };
    case ">":
      return { value: a > b };
    case ">=":
      return { value: a >= b };
    default:
      return null;
  }
}
