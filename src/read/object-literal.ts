// An object literal to ours.

import type { Expression, ObjectProperty } from "../model/summary.ts";
import { propertyName, type Reader, rangeOf } from "./reader.ts";
import { syntaxTable, type ts } from "./typescript.ts";
import { expressionSyntax } from "./unsupported-syntax.ts";

/** Reads an object literal; properties that cannot be folded keep their place in it. */
export function readObject(node: ts.ObjectLiteralExpression, reader: Reader): Expression {
  return {
    kind: "object",
    properties: node.properties.map((property) => readProperty(property, reader)),
    range: rangeOf(node, reader),
  };
}

function readProperty(node: ts.ObjectLiteralElementLike, reader: Reader): ObjectProperty {
  const read = propertyReaderOf(node.kind);
  if (read !== undefined) return read(node as never, reader);
  return { kind: "unsupported", syntax: expressionSyntax(node.kind), keyRange: rangeOf(node.name ?? node, reader) };
}

const propertyReaderOf = syntaxTable<(node: never, reader: Reader) => ObjectProperty>({
  PropertyAssignment: readPropertyAssignment,
  ShorthandPropertyAssignment: readShorthand,
  SpreadAssignment: readSpread,
});

function readPropertyAssignment(node: ts.PropertyAssignment, reader: Reader): ObjectProperty {
  const keyRange = rangeOf(node.name, reader);
  const value = reader.readExpression(node.initializer, reader);
  const key = propertyName(node.name, reader);
  if (key !== null) return { kind: "property", key, keyRange, value };
  const { expression } = node.name as ts.ComputedPropertyName;
  return { kind: "computed", key: reader.readExpression(expression, reader), keyRange, value };
}

function readShorthand(node: ts.ShorthandPropertyAssignment, reader: Reader): ObjectProperty {
  const keyRange = rangeOf(node.name, reader);
  if (node.objectAssignmentInitializer !== undefined)
    return { kind: "unsupported", syntax: "a default value", keyRange };
  return { kind: "property", key: node.name.text, keyRange, value: reader.readExpression(node.name, reader) };
}

function readSpread(node: ts.SpreadAssignment, reader: Reader): ObjectProperty {
  return { kind: "spread", value: reader.readExpression(node.expression, reader), keyRange: rangeOf(node, reader) };
}
