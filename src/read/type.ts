// A TypeScript type to ours, as written: names are not looked up. Parentheses and `readonly` are looked through.

import type { KeywordType, TypeMember, TypeNode, TypeParameter } from "../model/summary.ts";
import { bigIntDigits, entityName, MAX_DEPTH, NONE, propertyName, type Reader, rangeOf } from "./reader.ts";
import { syntaxTable, type ts } from "./typescript.ts";
import { typeSyntax } from "./unsupported-syntax.ts";

/** Reads a type. Never fails: what has no place in the model becomes `unsupported`. */
export function readType(node: ts.TypeNode, reader: Reader): TypeNode {
  if (reader.depth >= MAX_DEPTH) return unsupported(node, "a type nested too deeply", reader);
  reader.depth++;
  const read = readerOf(node.kind);
  const type = read === undefined ? unsupported(node, typeSyntax(node.kind), reader) : read(node as never, reader);
  reader.depth--;
  return type;
}

/** Reads the type of an annotation that may be missing. */
export function readOptionalType(node: ts.TypeNode | undefined, reader: Reader): TypeNode | null {
  return node === undefined ? null : readType(node, reader);
}

/** Reads type arguments; none is an empty list. */
export function readTypes(nodes: readonly ts.TypeNode[] | undefined, reader: Reader): readonly TypeNode[] {
  return nodes === undefined ? NONE : nodes.map((node) => readType(node, reader));
}

/** Reads `<T extends C = D>`; constraints are left out. */
export function readTypeParameters(
  nodes: readonly ts.TypeParameterDeclaration[] | undefined,
  reader: Reader,
): readonly TypeParameter[] {
  if (nodes === undefined) return NONE;
  return nodes.map((node) => ({ name: node.name.text, default: readOptionalType(node.default, reader) }));
}

/** Reads the members of an interface or an object type. */
export function readTypeMembers(nodes: readonly ts.TypeElement[], reader: Reader): readonly TypeMember[] {
  return nodes.map((node) => {
    const read = memberReaderOf(node.kind);
    return read === undefined ? otherMember(node, typeSyntax(node.kind), reader) : read(node as never, reader);
  });
}

const readerOf = syntaxTable<(node: never, reader: Reader) => TypeNode>({
  StringKeyword: keyword("string"),
  NumberKeyword: keyword("number"),
  BooleanKeyword: keyword("boolean"),
  BigIntKeyword: keyword("bigint"),
  UndefinedKeyword: keyword("undefined"),
  AnyKeyword: keyword("any"),
  UnknownKeyword: keyword("unknown"),
  NeverKeyword: keyword("never"),
  VoidKeyword: keyword("void"),
  ObjectKeyword: keyword("object"),
  SymbolKeyword: keyword("symbol"),
  TypeReference: readReference,
  ExpressionWithTypeArguments: readHeritageType,
  LiteralType: readLiteral,
  UnionType: readUnion,
  IntersectionType: readIntersection,
  ArrayType: readArray,
  TupleType: readTuple,
  TypeLiteral: readObject,
  IndexedAccessType: readIndexed,
  TypeQuery: readTypeof,
  TypeOperator: readOperator,
  TemplateLiteralType: readTemplate,
  ImportType: readImport,
  ParenthesizedType: (node: ts.ParenthesizedTypeNode, reader) => readType(node.type, reader),
});

const memberReaderOf = syntaxTable<(node: never, reader: Reader) => TypeMember>({
  PropertySignature: readPropertySignature,
  IndexSignature: readIndexSignature,
});

function unsupported(node: ts.Node, syntax: string, reader: Reader): TypeNode {
  return { kind: "unsupported", syntax, range: rangeOf(node, reader) };
}

function keyword(name: KeywordType): (node: ts.Node, reader: Reader) => TypeNode {
  return (node, reader) => ({ kind: "keyword", name, range: rangeOf(node, reader) });
}

function readReference(node: ts.TypeReferenceNode, reader: Reader): TypeNode {
  const name = entityName(node.typeName, reader);
  if (name.includes("")) return unsupported(node, "a missing type", reader);
  return { kind: "reference", name, args: readTypes(node.typeArguments, reader), range: rangeOf(node, reader) };
}

/** A base of an interface, which the parser takes for an expression. */
function readHeritageType(node: ts.ExpressionWithTypeArguments, reader: Reader): TypeNode {
  const name = dottedName(node.expression, reader);
  if (name === null) return unsupported(node, "a base that is not a name", reader);
  return { kind: "reference", name, args: readTypes(node.typeArguments, reader), range: rangeOf(node, reader) };
}

function dottedName(node: ts.Expression, { ts }: Reader): readonly string[] | null {
  const names: string[] = [];
  let rest = node;
  while (ts.isPropertyAccessExpression(rest)) {
    names.push(rest.name.text);
    rest = rest.expression;
  }
  if (!ts.isIdentifier(rest) || rest.text === "") return null;
  names.push(rest.text);
  return names.reverse();
}

/** A literal, or a number with the minus that a literal type may have. */
function readLiteral(node: ts.LiteralTypeNode, reader: Reader): TypeNode {
  const range = rangeOf(node, reader);
  const negative = node.literal.kind === reader.ts.SyntaxKind.PrefixUnaryExpression;
  const literal = negative ? (node.literal as ts.PrefixUnaryExpression).operand : node.literal;
  if (literal.kind === reader.ts.SyntaxKind.BigIntLiteral) {
    const digits = bigIntDigits(literal as ts.BigIntLiteral);
    return { kind: "bigint-literal", value: negative ? `-${digits}` : digits, range };
  }
  const value = literalValueOf(literal.kind)?.(literal as never);
  if (value === undefined) return unsupported(node, "a number too large to be represented", reader);
  return { kind: "literal", value: negative && typeof value === "number" ? 0 - value : value, range };
}

const literalValueOf = syntaxTable<(node: never) => string | number | boolean | null | undefined>({
  StringLiteral: (node: ts.StringLiteral) => node.text,
  NoSubstitutionTemplateLiteral: (node: ts.NoSubstitutionTemplateLiteral) => node.text,
  NumericLiteral: (node: ts.NumericLiteral) => (Number.isFinite(Number(node.text)) ? Number(node.text) : undefined),
  TrueKeyword: () => true,
  FalseKeyword: () => false,
  NullKeyword: () => null,
});

function readUnion(node: ts.UnionTypeNode, reader: Reader): TypeNode {
  return { kind: "union", members: readTypes(node.types, reader), range: rangeOf(node, reader) };
}

function readIntersection(node: ts.IntersectionTypeNode, reader: Reader): TypeNode {
  return { kind: "intersection", members: readTypes(node.types, reader), range: rangeOf(node, reader) };
}

function readArray(node: ts.ArrayTypeNode, reader: Reader): TypeNode {
  return { kind: "array", element: readType(node.elementType, reader), range: rangeOf(node, reader) };
}

function readTuple(node: ts.TupleTypeNode, reader: Reader): TypeNode {
  const elements = node.elements.map((element) => readTupleElement(element, reader));
  return { kind: "tuple", elements, range: rangeOf(node, reader) };
}

function readTupleElement(node: ts.TypeNode | ts.NamedTupleMember, reader: Reader): TypeNode {
  if (node.kind !== reader.ts.SyntaxKind.NamedTupleMember) return readType(node, reader);
  const { dotDotDotToken, questionToken, type } = node as ts.NamedTupleMember;
  if (dotDotDotToken !== undefined) return unsupported(node, "a rest tuple element", reader);
  return questionToken === undefined ? readType(type, reader) : unsupported(node, "an optional tuple element", reader);
}

function readObject(node: ts.TypeLiteralNode, reader: Reader): TypeNode {
  return { kind: "object", members: readTypeMembers(node.members, reader), range: rangeOf(node, reader) };
}

function readIndexed(node: ts.IndexedAccessTypeNode, reader: Reader): TypeNode {
  return {
    kind: "indexed",
    object: readType(node.objectType, reader),
    index: readType(node.indexType, reader),
    range: rangeOf(node, reader),
  };
}

function readTypeof(node: ts.TypeQueryNode, reader: Reader): TypeNode {
  if (node.typeArguments !== undefined) return unsupported(node, "a `typeof` with type arguments", reader);
  const name = entityName(node.exprName, reader);
  if (name.includes("")) return unsupported(node, "a missing type", reader);
  return { kind: "typeof", name, specifier: null, range: rangeOf(node, reader) };
}

function readOperator(node: ts.TypeOperatorNode, reader: Reader): TypeNode {
  const operator = reader.ts.tokenToString(node.operator);
  if (operator === "readonly") return readType(node.type, reader);
  if (operator === "unique") return unsupported(node, typeSyntax(node.kind), reader);
  return { kind: "keyof", operand: readType(node.type, reader), range: rangeOf(node, reader) };
}

function readTemplate(node: ts.TemplateLiteralTypeNode, reader: Reader): TypeNode {
  return {
    kind: "template",
    texts: [node.head.text, ...node.templateSpans.map((span) => span.literal.text)],
    holes: node.templateSpans.map((span) => readType(span.type, reader)),
    range: rangeOf(node, reader),
  };
}

function readImport(node: ts.ImportTypeNode, reader: Reader): TypeNode {
  const { argument } = node;
  const specifier = reader.ts.isLiteralTypeNode(argument) ? argument.literal : argument;
  if (!reader.ts.isStringLiteralLike(specifier)) return unsupported(node, "an import of no fixed module", reader);
  const name = node.qualifier === undefined ? NONE : entityName(node.qualifier, reader);
  const range = rangeOf(node, reader);
  if (node.isTypeOf) return { kind: "typeof", name, specifier: specifier.text, range };
  return { kind: "import", specifier: specifier.text, name, args: readTypes(node.typeArguments, reader), range };
}

function readPropertySignature(node: ts.PropertySignature, reader: Reader): TypeMember {
  const name = propertyName(node.name, reader);
  if (name === null) return otherMember(node, "a computed name", reader);
  return {
    kind: "property",
    name,
    range: rangeOf(node.name, reader),
    type: readOptionalType(node.type, reader),
    optional: node.questionToken !== undefined,
  };
}

function readIndexSignature(node: ts.IndexSignatureDeclaration, reader: Reader): TypeMember {
  const key = node.parameters[0]?.type;
  const value: ts.TypeNode | undefined = node.type;
  if (key === undefined || value === undefined) return otherMember(node, "an index signature without a type", reader);
  return {
    kind: "index-signature",
    key: readType(key, reader),
    value: readType(value, reader),
    range: rangeOf(node, reader),
  };
}

function otherMember(node: ts.TypeElement, syntax: string, reader: Reader): TypeMember {
  return { kind: "unsupported", syntax, range: rangeOf(node.name ?? node, reader) };
}
