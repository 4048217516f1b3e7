// Short names for expressions and values, for messages.

import type { Expression } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";

/** An expression in a few characters: `a.b`, `makeKey()`, `new Date()`, else what kind of thing it is. */
export function describeExpression(expression: Expression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "member":
      return `${describeExpression(expression.object)}${expression.optional ? "?." : "."}${expression.name}`;
    case "index":
      return `${describeExpression(expression.object)}[${describeExpression(expression.index)}]`;
    case "call":
      return `${describeExpression(expression.callee)}(${expression.args.length > 0 ? "…" : ""})`;
    case "new":
      return `new ${describeExpression(expression.callee)}(${expression.args.length > 0 ? "…" : ""})`;
    case "as-const":
    case "instantiation":
      return describeExpression(expression.operand);
    case "string":
      return JSON.stringify(expression.value);
    case "number":
    case "boolean":
      return String(expression.value);
    case "bigint":
      return `${expression.value}n`;
    case "unsupported":
      return expression.syntax;
    default:
      return NAMES[expression.kind];
  }
}

const NAMES = {
  null: "null",
  template: "a template string",
  array: "an array",
  object: "an object",
  unary: "an operation",
  binary: "an operation",
  conditional: "a conditional",
  class: "a class",
  mixin: "a mixin",
} as const;

/** What a value is, with its article: `the string "a"`, `an array`. */
export function describeValue(value: StaticValue): string {
  switch (value.kind) {
    case "string":
      return `the string ${shorten(JSON.stringify(value.value))}`;
    case "number":
      return `the number ${value.value}`;
    case "bigint":
      return `the bigint ${shorten(value.value)}n`;
    case "boolean":
    case "null":
    case "undefined":
      return value.kind === "boolean" ? String(value.value) : value.kind;
    case "array":
      return value.items.length === 0 ? "an empty array" : "an array";
    case "object":
      return "an object";
    case "class":
      return `the class ${value.id.name}`;
    case "dsl":
      return value.name.includes(".") || value.name === "Field" || value.name === "float"
        ? `${value.name}(…)`
        : `a ${value.name}`;
    case "all-fields":
      return "SpecialFieldDep.ALL";
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
