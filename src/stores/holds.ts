// Whether a type holds one of some kinds, itself or inside.

import type { ColumnKind, ColumnType } from "../model/column-type.ts";

/**
 * Whether a type is of one of the kinds, or holds one that is.
 *
 * @example holds({ kind: "list", element: { kind: "date" }, nullable: false }, ["date"]) // true
 */
export function holds(type: ColumnType, kinds: readonly ColumnKind[]): boolean {
  if (kinds.includes(type.kind)) return true;
  switch (type.kind) {
    case "list":
      return holds(type.element, kinds);
    case "map":
      return holds(type.key, kinds) || holds(type.value, kinds);
    case "struct":
      return type.fields.some((field) => holds(field.type, kinds));
    default:
      return false;
  }
}
