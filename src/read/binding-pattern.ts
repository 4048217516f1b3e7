// The names that a `const` declares, each with the way from the initialiser to it.

import type { DestructuringStep } from "../model/summary.ts";
import { MAX_DEPTH, NONE, propertyName, type Reader, rangeOf } from "./reader.ts";
import type { ts } from "./typescript.ts";

/** One declared name. */
export interface Leaf {
  readonly name: ts.Identifier;
  readonly path: readonly DestructuringStep[];
}

/**
 * The names of a declaration, in order.
 *
 * @example `{ a, b: [, c] }` // a by property "a"; c by property "b" and index 1
 */
export function readLeaves(name: ts.BindingName, reader: Reader): readonly Leaf[] {
  const leaves: Leaf[] = [];
  addLeaves(name, NONE, leaves, reader);
  return leaves;
}

function addLeaves(name: ts.BindingName, path: readonly DestructuringStep[], leaves: Leaf[], reader: Reader): void {
  if (reader.ts.isIdentifier(name)) leaves.push({ name, path });
  else if (path.length < MAX_DEPTH) {
    name.elements.forEach((element, index) => {
      if (!reader.ts.isBindingElement(element)) return;
      addLeaves(element.name, [...path, readStep(name, element, index, reader)], leaves, reader);
    });
  }
}

function readStep(
  pattern: ts.BindingPattern,
  element: ts.BindingElement,
  index: number,
  reader: Reader,
): DestructuringStep {
  const range = rangeOf(element, reader);
  if (element.dotDotDotToken !== undefined) return { kind: "unsupported", syntax: "a rest element", range };
  if (element.initializer !== undefined) return { kind: "unsupported", syntax: "a default value", range };
  if (reader.ts.isArrayBindingPattern(pattern)) return { kind: "index", index };
  const key = element.propertyName ?? (element.name as ts.Identifier);
  const name = propertyName(key, reader);
  return name === null ? { kind: "unsupported", syntax: "a computed name", range } : { kind: "property", name };
}
