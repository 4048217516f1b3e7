// Operators, conditions and templates over folded operands. Only the branch that is taken has to fold.

import type { Span } from "../../model/span.ts";
import type { Expression } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { type NameScope, spanIn } from "../modules/scope.ts";
import { describeExpression, describeValue } from "./describe.ts";
import { type Folder, MAX_STRING } from "./folder.ts";
import { type Computed, computeBinary, computeUnary, type StrictOperator } from "./operators.ts";
import { type Folded, fail, succeed } from "./outcome.ts";
import { fromPrimitive, isNullish, isTruthy, toPrimitive } from "./primitive.ts";

type Kind<K extends Expression["kind"]> = Extract<Expression, { kind: K }>;

/** `-x`, `!x`, … */
export function foldUnary(folder: Folder, expression: Kind<"unary">, scope: NameScope): Folded {
  const operand = folder.fold(expression.operand, scope);
  if (!operand.ok) return operand;
  const span = spanIn(scope, expression.range);
  const primitive = toPrimitive(operand.value);
  if (primitive === null && expression.operator === "!") return succeed({ kind: "boolean", value: false, span });
  const computed = primitive === null ? null : computeUnary(expression.operator, primitive.value);
  return finish(computed, expression.operator, [operand.value], span);
}

/** `a + b`, `a ?? b`, … */
export function foldBinary(folder: Folder, expression: Kind<"binary">, scope: NameScope): Folded {
  const { operator } = expression;
  const left = folder.fold(expression.left, scope);
  if (!left.ok) return left;
  if (operator === "??") return isNullish(left.value) ? folder.fold(expression.right, scope) : left;
  if (operator === "||") return isTruthy(left.value) ? left : folder.fold(expression.right, scope);
  if (operator === "&&") return isTruthy(left.value) ? folder.fold(expression.right, scope) : left;
  const right = folder.fold(expression.right, scope);
  return right.ok ? combine(operator, left.value, right.value, spanIn(scope, expression.range)) : right;
}

function combine(operator: StrictOperator, left: StaticValue, right: StaticValue, span: Span): Folded {
  const [a, b] = [toPrimitive(left), toPrimitive(right)];
  return finish(
    a === null || b === null ? null : computeBinary(operator, a.value, b.value),
    operator,
    [left, right],
    span,
  );
}

function finish(computed: Computed, operator: string, operands: readonly StaticValue[], span: Span): Folded {
  if (computed === null) {
    const found = operands.map(describeValue).join(" and ");
    return fail("MXC1017", { operation: `\`${operator}\``, found }, span, `\`${operator}\``);
  }
  const { value } = computed;
  if (typeof value === "string" && value.length > MAX_STRING) return tooLong(span);
  return succeed(fromPrimitive(value, span));
}

function tooLong(span: Span): Folded {
  return fail("MXC1013", { limit: `${MAX_STRING} characters in one string` }, span, "a string");
}

/** `test ? a : b`. */
export function foldConditional(folder: Folder, expression: Kind<"conditional">, scope: NameScope): Folded {
  const test = folder.fold(expression.test, scope);
  if (!test.ok) return test;
  return folder.fold(isTruthy(test.value) ? expression.then : expression.else, scope);
}

/** A template: holes are printed as JavaScript prints primitives. */
export function foldTemplate(folder: Folder, expression: Kind<"template">, scope: NameScope): Folded {
  const span = spanIn(scope, expression.range);
  let value = expression.texts[0] ?? "";
  for (const [index, hole] of expression.holes.entries()) {
    const folded = folder.fold(hole, scope);
    if (!folded.ok) return folded;
    const primitive = toPrimitive(folded.value);
    if (primitive === null) {
      const args = { operation: "a template", found: describeValue(folded.value) };
      return fail("MXC1017", args, spanIn(scope, hole.range), describeExpression(hole));
    }
    value += `${primitive.value}${expression.texts[index + 1] ?? ""}`;
    if (value.length > MAX_STRING) return tooLong(span);
  }
  return succeed({ kind: "string", value, span });
}
