// A class to ours: its static and instance properties with their expressions and types, its other members by kind.

import type { Range } from "../model/span.ts";
import type { ClassNode, Heritage, OtherMember, PropertyMember, StaticMember } from "../model/summary.ts";
import { docCommentBefore } from "./doc-comment.ts";
import { compact, hasModifier, hasModifiers, keywordRange, propertyName, type Reader, rangeOf } from "./reader.ts";
import { readOptionalType, readTypeParameters, readTypes } from "./type.ts";
import { syntaxTable, type ts } from "./typescript.ts";

/** What reading the members fills. */
interface Members {
  readonly statics: StaticMember[];
  readonly properties: PropertyMember[];
  readonly others: OtherMember[];
}

/**
 * Reads a class.
 *
 * @param doc The doc comment before it; the caller knows where it stands.
 */
export function readClass(node: ts.ClassLikeDeclaration, doc: string | null, reader: Reader): ClassNode {
  const members: Members = { statics: [], properties: [], others: [] };
  for (const member of node.members) memberReaderOf(member.kind)?.(member as never, members, reader);
  return {
    name: node.name?.text ?? null,
    range: classRange(node, reader),
    abstract: hasModifier(node, "abstract", reader),
    parameters: readTypeParameters(node.typeParameters, reader),
    heritage: readHeritage(node, reader),
    doc,
    statics: compact(members.statics),
    properties: compact(members.properties),
    others: compact(members.others),
  };
}

/** The place of a class: its name, or the keyword. */
export function classRange(node: ts.ClassLikeDeclaration, reader: Reader): Range {
  return node.name === undefined ? keywordRange(node, "class".length, reader) : rangeOf(node.name, reader);
}

/** The first `extends` of a class, as the parser holds it. */
export function heritageOf(node: ts.ClassLikeDeclaration, reader: Reader): ts.ExpressionWithTypeArguments | undefined {
  return node.heritageClauses?.find(({ token }) => reader.ts.tokenToString(token) === "extends")?.types[0];
}

function readHeritage(node: ts.ClassLikeDeclaration, reader: Reader): Heritage | null {
  const base = heritageOf(node, reader);
  if (base === undefined) return null;
  return {
    expression: reader.readExpression(base.expression, reader),
    typeArguments: readTypes(base.typeArguments, reader),
  };
}

const memberReaderOf = syntaxTable<(node: never, into: Members, reader: Reader) => void>({
  PropertyDeclaration: readProperty,
  MethodDeclaration: functionMember("method", "static-method"),
  GetAccessor: functionMember("getter", "static-getter"),
  SetAccessor: functionMember("setter", "static-setter"),
  Constructor: readConstructor,
  ClassStaticBlockDeclaration: (node: ts.Node, into, reader) =>
    addOther(into, "static-block", "", keywordRange(node, "static".length, reader)),
  IndexSignature: (node: ts.Node, into, reader) => addOther(into, "index-signature", "", rangeOf(node, reader)),
});

function addOther(into: Members, kind: OtherMember["kind"], name: string, range: Range): void {
  into.others.push({ kind, name, range });
}

function readProperty(node: ts.PropertyDeclaration, into: Members, reader: Reader): void {
  const name = propertyName(node.name, reader);
  const range = rangeOf(node.name, reader);
  if (reader.ts.isPrivateIdentifier(node.name)) addOther(into, "private-name", node.name.text, range);
  else if (name === null) addOther(into, "computed-property", "", range);
  else if (hasModifier(node, "accessor", reader)) addOther(into, "accessor", name, range);
  else if (hasModifier(node, "static", reader)) into.statics.push(readStatic(node, name, range, reader));
  else into.properties.push(readInstanceProperty(node, name, range, reader));
}

function readStatic(node: ts.PropertyDeclaration, name: string, range: Range, reader: Reader): StaticMember {
  return {
    name,
    range,
    value: node.initializer === undefined ? null : reader.readExpression(node.initializer, reader),
    type: readOptionalType(node.type, reader),
  };
}

function readInstanceProperty(
  node: ts.PropertyDeclaration,
  name: string,
  range: Range,
  reader: Reader,
): PropertyMember {
  return {
    name,
    range,
    type: readOptionalType(node.type, reader),
    optional: node.questionToken !== undefined,
    ...(hasModifier(node, "declare", reader) ? { declared: true } : {}),
    init: node.initializer === undefined ? null : reader.readExpression(node.initializer, reader),
    doc: docCommentBefore(reader.text, node.pos),
  };
}

type FunctionMember = ts.MethodDeclaration | ts.AccessorDeclaration;

function functionMember(kind: OtherMember["kind"], staticKind: OtherMember["kind"]) {
  return (node: FunctionMember, into: Members, reader: Reader): void => {
    const own = hasModifier(node, "static", reader) ? staticKind : kind;
    const privateName = reader.ts.isPrivateIdentifier(node.name);
    addOther(
      into,
      privateName ? "private-name" : own,
      propertyName(node.name, reader) ?? "",
      rangeOf(node.name, reader),
    );
  };
}

function readConstructor(node: ts.ConstructorDeclaration, into: Members, reader: Reader): void {
  addOther(into, "constructor", "", keywordRange(node, "constructor".length, reader));
  for (const parameter of node.parameters) {
    const { name } = parameter;
    if (!hasModifiers(parameter, reader) || !reader.ts.isIdentifier(name)) continue;
    addOther(into, "parameter-property", name.text, rangeOf(name, reader));
  }
}
