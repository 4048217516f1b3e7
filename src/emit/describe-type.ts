// A column type in words, for diagnostics: as the user's source would say it, not as SQL does.

import type { ColumnType } from "../model/column-type.ts";

/**
 * A type with its article.
 *
 * @example describeType({ kind: "vector", dimensions: 3 }) // "a vector of 3 dimensions"
 */
export function describeType(type: ColumnType): string {
  switch (type.kind) {
    case "varchar":
      return `a string of at most ${type.length} characters`;
    case "decimal":
      return `a decimal(${type.precision}, ${type.scale})`;
    case "vector":
      return `a vector of ${type.dimensions} dimensions`;
    case "struct":
      return "an object";
    case "json":
      return "JSON";
    case "binary":
      return "bytes";
    default:
      return `${/^[aeiou](?!uid)/.test(type.kind) ? "an" : "a"} ${type.kind}`;
  }
}
