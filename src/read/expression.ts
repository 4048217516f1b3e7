// A TypeScript expression to ours. Parentheses and types are looked through; what can never be folded keeps only its
// place and a name for people. Nothing is evaluated here.

import type { ArrayItem, BinaryOperator, Expression } from "../model/summary.ts";
import { readClass } from "./class.ts";
import { docCommentBefore } from "./doc-comment.ts";
import { readMixin } from "./mixin.ts";
import { readObject } from "./object-literal.ts";
import { bigIntDigits, MAX_DEPTH, NONE, type Reader, rangeOf } from "./reader.ts";
import { readTypes } from "./type.ts";
import { syntaxTable, type ts } from "./typescript.ts";
import { expressionSyntax } from "./unsupported-syntax.ts";

/** Reads an expression. Never fails: what has no place in the model becomes `unsupported`. */
export function readExpression(node: ts.Expression, reader: Reader): Expression {
  if (reader.depth >= MAX_DEPTH) return unsupported(node, "an expression nested too deeply", reader);
  reader.depth++;
  const read = readerOf(node.kind);
  const expression =
    read === undefined ? unsupported(node, expressionSyntax(node.kind), reader) : read(node as never, reader);
  reader.depth--;
  return expression;
}

const readerOf = syntaxTable<(node: never, reader: Reader) => Expression>({
  StringLiteral: readString,
  NoSubstitutionTemplateLiteral: readString,
  NumericLiteral: readNumber,
  BigIntLiteral: readBigInt,
  TrueKeyword: (node: ts.Node, reader) => ({ kind: "boolean", value: true, range: rangeOf(node, reader) }),
  FalseKeyword: (node: ts.Node, reader) => ({ kind: "boolean", value: false, range: rangeOf(node, reader) }),
  NullKeyword: (node: ts.Node, reader) => ({ kind: "null", range: rangeOf(node, reader) }),
  Identifier: readName,
  TemplateExpression: readTemplate,
  ArrayLiteralExpression: readArray,
  ObjectLiteralExpression: readObject,
  PropertyAccessExpression: readMember,
  ElementAccessExpression: readIndex,
  PrefixUnaryExpression: readUnary,
  BinaryExpression: readBinary,
  ConditionalExpression: readConditional,
  CallExpression: readCall,
  NewExpression: readNew,
  ClassExpression: readClassExpression,
  ArrowFunction: readFunction,
  FunctionExpression: readFunction,
  AsExpression: readAssertion,
  TypeAssertionExpression: readAssertion,
  ParenthesizedExpression: readInner,
  SatisfiesExpression: readInner,
  NonNullExpression: readInner,
  ExpressionWithTypeArguments: readInstantiation,
  MetaProperty: readMetaProperty,
});

function unsupported(node: ts.Node, syntax: string, reader: Reader): Expression {
  return { kind: "unsupported", syntax, range: rangeOf(node, reader) };
}

function readString(node: ts.StringLiteralLike, reader: Reader): Expression {
  return { kind: "string", value: node.text, range: rangeOf(node, reader) };
}

function readNumber(node: ts.NumericLiteral, reader: Reader): Expression {
  const value = Number(node.text);
  if (!Number.isFinite(value)) return unsupported(node, "a number too large to be represented", reader);
  return { kind: "number", value, range: rangeOf(node, reader) };
}

function readBigInt(node: ts.BigIntLiteral, reader: Reader): Expression {
  return { kind: "bigint", value: bigIntDigits(node), range: rangeOf(node, reader) };
}

function readName(node: ts.Identifier, reader: Reader): Expression {
  if (node.text === "") return unsupported(node, "a missing expression", reader);
  return { kind: "name", name: node.text, range: rangeOf(node, reader) };
}

function readTemplate(node: ts.TemplateExpression, reader: Reader): Expression {
  return {
    kind: "template",
    texts: [node.head.text, ...node.templateSpans.map((span) => span.literal.text)],
    holes: node.templateSpans.map((span) => readExpression(span.expression, reader)),
    range: rangeOf(node, reader),
  };
}

function readArray(node: ts.ArrayLiteralExpression, reader: Reader): Expression {
  return { kind: "array", items: readItems(node.elements, reader), range: rangeOf(node, reader) };
}

function readItems(nodes: readonly ts.Expression[], reader: Reader): readonly ArrayItem[] {
  if (nodes.length === 0) return NONE;
  return nodes.map((node) => {
    const spread = reader.ts.isSpreadElement(node);
    return { spread, value: readExpression(spread ? node.expression : node, reader) };
  });
}

function readMember(node: ts.PropertyAccessExpression, reader: Reader): Expression {
  if (reader.ts.isPrivateIdentifier(node.name)) return unsupported(node, "a private name", reader);
  return {
    kind: "member",
    object: readExpression(node.expression, reader),
    name: node.name.text,
    nameRange: rangeOf(node.name, reader),
    optional: node.questionDotToken !== undefined,
    range: rangeOf(node, reader),
  };
}

function readIndex(node: ts.ElementAccessExpression, reader: Reader): Expression {
  return {
    kind: "index",
    object: readExpression(node.expression, reader),
    index: readExpression(node.argumentExpression, reader),
    optional: node.questionDotToken !== undefined,
    range: rangeOf(node, reader),
  };
}

function readUnary(node: ts.PrefixUnaryExpression, reader: Reader): Expression {
  const operator = reader.ts.tokenToString(node.operator);
  if (operator !== "-" && operator !== "+" && operator !== "!" && operator !== "~") {
    return unsupported(node, "an assignment", reader);
  }
  return { kind: "unary", operator, operand: readExpression(node.operand, reader), range: rangeOf(node, reader) };
}

const BINARY_OPERATORS = {
  "+": true,
  "-": true,
  "*": true,
  "/": true,
  "%": true,
  "**": true,
  "&": true,
  "|": true,
  "^": true,
  "<<": true,
  ">>": true,
  ">>>": true,
  "===": true,
  "!==": true,
  "<": true,
  "<=": true,
  ">": true,
  ">=": true,
  "??": true,
  "||": true,
  "&&": true,
} satisfies Record<BinaryOperator, true>;

function readBinary(node: ts.BinaryExpression, reader: Reader): Expression {
  const operator = reader.ts.tokenToString(node.operatorToken.kind) ?? "";
  if (!isBinaryOperator(operator)) return unsupported(node, binarySyntax(operator), reader);
  return {
    kind: "binary",
    operator,
    left: readExpression(node.left, reader),
    right: readExpression(node.right, reader),
    range: rangeOf(node, reader),
  };
}

function isBinaryOperator(operator: string): operator is BinaryOperator {
  return Object.hasOwn(BINARY_OPERATORS, operator);
}

function binarySyntax(operator: string): string {
  if (operator === ",") return "a comma expression";
  if (operator === "in" || operator === "instanceof") return `an \`${operator}\` expression`;
  return operator === "==" || operator === "!=" ? `a comparison with \`${operator}\`` : "an assignment";
}

function readConditional(node: ts.ConditionalExpression, reader: Reader): Expression {
  return {
    kind: "conditional",
    test: readExpression(node.condition, reader),
    // biome-ignore lint/suspicious/noThenProperty: the model's name for the branch; it is no function
    then: readExpression(node.whenTrue, reader),
    else: readExpression(node.whenFalse, reader),
    range: rangeOf(node, reader),
  };
}

function readCall(node: ts.CallExpression, reader: Reader): Expression {
  if (node.expression.kind === reader.ts.SyntaxKind.ImportKeyword) return unsupported(node, "a dynamic import", reader);
  return {
    kind: "call",
    callee: readExpression(node.expression, reader),
    ...(node.typeArguments === undefined ? {} : { typeArguments: readTypes(node.typeArguments, reader) }),
    args: readItems(node.arguments, reader),
    optional: node.questionDotToken !== undefined,
    range: rangeOf(node, reader),
  };
}

function readNew(node: ts.NewExpression, reader: Reader): Expression {
  return {
    kind: "new",
    callee: readExpression(node.expression, reader),
    args: readItems(node.arguments ?? NONE, reader),
    range: rangeOf(node, reader),
  };
}

function readClassExpression(node: ts.ClassExpression, reader: Reader): Expression {
  const doc = docCommentBefore(reader.text, node.pos);
  return { kind: "class", class: readClass(node, doc, reader), range: rangeOf(node, reader) };
}

function readFunction(node: ts.ArrowFunction | ts.FunctionExpression, reader: Reader): Expression {
  const mixin = readMixin(node, reader);
  if (mixin === null) return unsupported(node, expressionSyntax(node.kind), reader);
  return { kind: "mixin", mixin, range: rangeOf(node, reader) };
}

function readAssertion(node: ts.AssertionExpression, reader: Reader): Expression {
  const operand = readExpression(node.expression, reader);
  if (isConst(node.type, reader)) return { kind: "as-const", operand, range: rangeOf(node, reader) };
  reader.assertions++;
  return operand;
}

/** The `T` of `x as T`, through parentheses and what else keeps the type; null for `as const` and where there is none. */
export function assertedType(node: ts.Expression, reader: Reader): ts.TypeNode | null {
  const { ts } = reader;
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node))
    return assertedType(node.expression, reader);
  const isAssertion = ts.isAsExpression(node) || ts.isTypeAssertionExpression(node);
  return isAssertion && !isConst(node.type, reader) ? node.type : null;
}

/** The `const` of `as const`, which the parser takes for the name of a type. */
function isConst(type: ts.TypeNode, { ts }: Reader): boolean {
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === "const";
}

function readInner(node: { readonly expression: ts.Expression }, reader: Reader): Expression {
  return readExpression(node.expression, reader);
}

function readInstantiation(node: ts.ExpressionWithTypeArguments, reader: Reader): Expression {
  return {
    kind: "instantiation",
    operand: readExpression(node.expression, reader),
    typeArguments: readTypes(node.typeArguments, reader),
    range: rangeOf(node, reader),
  };
}

function readMetaProperty(node: ts.MetaProperty, reader: Reader): Expression {
  const keyword = reader.ts.tokenToString(node.keywordToken);
  return unsupported(node, `\`${keyword}.${node.name.text}\``, reader);
}
