// What people call the syntax that has no place in a summary. Used in messages, as in "an arrow function cannot be …".

import { syntaxTable, type ts } from "./typescript.ts";

const expressions = syntaxTable<string>({
  ArrowFunction: "an arrow function",
  FunctionExpression: "a function",
  ThisKeyword: "`this`",
  SuperKeyword: "`super`",
  ImportKeyword: "a dynamic import",
  RegularExpressionLiteral: "a regular expression",
  TaggedTemplateExpression: "a tagged template",
  PostfixUnaryExpression: "an assignment",
  DeleteExpression: "a `delete` expression",
  TypeOfExpression: "a `typeof` expression",
  VoidExpression: "a `void` expression",
  AwaitExpression: "an `await` expression",
  OmittedExpression: "a hole in an array",
  PrivateIdentifier: "a private name",
  JsxElement: "JSX",
  JsxSelfClosingElement: "JSX",
  JsxFragment: "JSX",
  MethodDeclaration: "a method",
  GetAccessor: "a getter",
  SetAccessor: "a setter",
});

const types = syntaxTable<string>({
  FunctionType: "a function type",
  ConstructorType: "a constructor type",
  ConditionalType: "a conditional type",
  MappedType: "a mapped type",
  InferType: "an `infer` type",
  TypePredicate: "a type predicate",
  ThisType: "the `this` type",
  OptionalType: "an optional tuple element",
  RestType: "a rest tuple element",
  IntrinsicKeyword: "an intrinsic type",
  TypeOperator: "a unique symbol",
  JSDocAllType: "a JSDoc type",
  JSDocFunctionType: "a JSDoc type",
  JSDocNonNullableType: "a JSDoc type",
  JSDocNullableType: "a JSDoc type",
  JSDocOptionalType: "a JSDoc type",
  JSDocUnknownType: "a JSDoc type",
  JSDocVariadicType: "a JSDoc type",
  MethodSignature: "a method",
  GetAccessor: "a getter",
  SetAccessor: "a setter",
  CallSignature: "a call signature",
  ConstructSignature: "a construct signature",
});

/** The name of an expression or an object's member of a kind, with its article. */
export function expressionSyntax(kind: ts.SyntaxKind): string {
  return expressions(kind) ?? "this expression";
}

/** The name of a type or a type's member of a kind, with its article. */
export function typeSyntax(kind: ts.SyntaxKind): string {
  return types(kind) ?? "this type";
}
