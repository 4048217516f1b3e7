// The one form of function whose result can be read without calling it: a class that extends the function's parameter.
//
//   function WithAudit<T extends Constructor>(Base: T) { return class extends Base { … } }
//   const WithAudit = <T extends Constructor>(Base: T) => class extends Base { … }
//   function WithAudit<T extends Constructor>(Base: T) { class Audited extends Base { … }  return Audited }
//
// The class may also extend other mixins applied to the parameter.

import type { Mixin } from "../model/summary.ts";
import { readLeaves } from "./binding-pattern.ts";
import { heritageOf, readClass } from "./class.ts";
import { docCommentBefore } from "./doc-comment.ts";
import { compact, hasModifier, type Reader, withoutWrapping } from "./reader.ts";
import { readTypeParameters } from "./type.ts";
import type { Syntax, ts } from "./typescript.ts";

type AnyFunction = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

/** Reads a function as a mixin; null when it is any other function. */
export function readMixin(node: AnyFunction, reader: Reader): Mixin | null {
  const [parameter, ...others] = node.parameters;
  if (parameter === undefined || !reader.ts.isIdentifier(parameter.name)) return null;
  if (parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined) return null;
  if (node.asteriskToken !== undefined || hasModifier(node, "async", reader)) return null;
  const result = resultingClass(node.body, reader.ts);
  const base = result === null ? undefined : heritageOf(result, reader)?.expression;
  if (result === null || base === undefined) return null;
  const extended = innermostArgument(base, reader.ts);
  if (!reader.ts.isIdentifier(extended) || extended.text !== parameter.name.text) return null;
  const doc = docCommentBefore(reader.text, result.pos);
  const typeParameters = readTypeParameters(node.typeParameters, reader);
  return {
    parameter: parameter.name.text,
    others: compact(others.flatMap(({ name }) => readLeaves(name, reader).map((leaf) => leaf.name.text))),
    // With other parameters, a type argument that is not written may come from what they are given.
    typeParameters: others.length === 0 ? typeParameters : typeParameters.map((each) => ({ ...each, default: null })),
    class: readClass(result, doc, reader),
  };
}

/** `Base` of `WithOwner(WithTimes(Base))`. */
function innermostArgument(node: ts.Expression, syntax: Syntax): ts.Expression {
  let inner = withoutWrapping(node, syntax);
  while (syntax.isCallExpression(inner)) {
    const [first] = inner.arguments;
    if (first === undefined) break;
    inner = withoutWrapping(first, syntax);
  }
  return inner;
}

/** The class that a function's body always returns, if it does nothing else. */
function resultingClass(body: ts.ConciseBody | undefined, syntax: Syntax): ts.ClassLikeDeclaration | null {
  if (body === undefined) return null;
  if (!syntax.isBlock(body)) return classExpression(body, syntax);
  const last = body.statements.at(-1);
  if (last === undefined || !syntax.isReturnStatement(last) || last.expression === undefined) return null;
  if (body.statements.length === 1) return classExpression(last.expression, syntax);
  const [first] = body.statements;
  const returned = withoutWrapping(last.expression, syntax);
  if (body.statements.length !== 2 || first === undefined || !syntax.isClassDeclaration(first)) return null;
  return syntax.isIdentifier(returned) && returned.text === first.name?.text ? first : null;
}

function classExpression(node: ts.Expression, syntax: Syntax): ts.ClassExpression | null {
  const inner = withoutWrapping(node, syntax);
  return syntax.isClassExpression(inner) ? inner : null;
}
