// The value of an expression without running it, or the reasons why it has none. The grammar is `grammar/`; whatever
// is not folded here is refused, and nothing is ever folded to a value that running the program would not give.

import type { Expression } from "../../model/summary.ts";
import type { Program } from "../modules/program.ts";
import { type NameScope, spanIn } from "../modules/scope.ts";
import { foldCall, foldNew } from "./calls.ts";
import { foldArray, foldObject } from "./containers.ts";
import { describeExpression } from "./describe.ts";
import { createFolder, type Folder, MAX_DEPTH, MAX_STEPS, MAX_STRING, spend, tooDeep } from "./folder.ts";
import type { HazardIndex } from "./hazards.ts";
import { foldAccess } from "./members.ts";
import { foldBinary, foldConditional, foldTemplate, foldUnary } from "./operations.ts";
import { type Folded, fail, type Hop, succeed } from "./outcome.ts";
import { foldName } from "./references.ts";

/** A folder for a program. */
export function startFolding(program: Program, hazards: HazardIndex): Folder {
  return createFolder(program, hazards, foldExpression);
}

function foldExpression(folder: Folder, expression: Expression, scope: NameScope): Folded {
  if (folder.depth >= MAX_DEPTH || !spend(folder, 1)) return overBudget(folder, expression, scope);
  folder.depth++;
  folder.peak = Math.max(folder.peak, folder.depth);
  const folded = dispatch(folder, expression, scope);
  folder.depth--;
  return folded;
}

function overBudget(folder: Folder, expression: Expression, scope: NameScope): Folded {
  const at: Hop = { name: describeExpression(expression), span: spanIn(scope, expression.range) };
  if (folder.depth >= MAX_DEPTH) return tooDeep(at);
  return fail("MXC1013", { limit: `${MAX_STEPS} steps` }, at.span, at.name);
}

function dispatch(folder: Folder, expression: Expression, scope: NameScope): Folded {
  switch (expression.kind) {
    case "name":
      return foldName(folder, expression, scope);
    case "member":
    case "index":
      return foldAccess(folder, expression, scope);
    case "template":
      return foldTemplate(folder, expression, scope);
    case "array":
      return foldArray(folder, expression, scope);
    case "object":
      return foldObject(folder, expression, scope);
    case "unary":
      return foldUnary(folder, expression, scope);
    case "binary":
      return foldBinary(folder, expression, scope);
    case "conditional":
      return foldConditional(folder, expression, scope);
    case "call":
      return foldCall(folder, expression, scope);
    case "new":
      return foldNew(folder, expression, scope);
    case "as-const":
    case "instantiation":
      return folder.fold(expression.operand, scope);
    default:
      return foldLiteral(expression, scope);
  }
}

type Literal = Extract<
  Expression,
  { kind: "string" | "number" | "bigint" | "boolean" | "null" | "class" | "mixin" | "unsupported" }
>;

function foldLiteral(expression: Literal, scope: NameScope): Folded {
  const span = spanIn(scope, expression.range);
  switch (expression.kind) {
    case "string":
      return succeed(
        span.end - span.start === expression.value.length + 2
          ? { kind: "string", value: expression.value, span, verbatim: true }
          : { kind: "string", value: expression.value, span },
      );
    case "boolean":
      return succeed({ kind: "boolean", value: expression.value, span });
    case "null":
      return succeed({ kind: "null", span });
    case "number":
      return succeed({ kind: "number", value: expression.value, span });
    case "bigint":
      if (expression.value.length <= MAX_STRING) return succeed({ kind: "bigint", value: expression.value, span });
      return fail("MXC1013", { limit: `${MAX_STRING} digits` }, span, "a bigint");
    default:
      return fail("MXC1001", { syntax: describeExpression(expression) }, span, describeExpression(expression));
  }
}
