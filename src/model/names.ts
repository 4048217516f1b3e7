// The names derived from keys and properties, shared by every stage that speaks of tables and columns. Store prefixes
// and identifier limits are not known here.

import type { ColumnDecl } from "./feature.ts";
import type { ClassId } from "./value.ts";

/** How a property becomes a column's name when `Field({ name })` does not say. */
export type ColumnNaming = "preserve" | "snake_case";

/**
 * A feature key or field key as text.
 *
 * @example keyTextOf(["video", "raw"]) // "video/raw"
 */
export function keyTextOf(parts: readonly string[]): string {
  return parts.join("/");
}

/**
 * The unprefixed table name of a feature: `-` becomes `_` inside a part, parts are joined by `__`.
 *
 * @example tableNameOf(["a-b", "c_d"]) // "a_b__c_d"
 */
export function tableNameOf(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll("-", "_")).join("__");
}

/**
 * The name of a field inside the `*_by_field` columns: parts joined by `_`, hyphens kept.
 *
 * @example structKeyOf(["a-b", "c_d"]) // "a-b_c_d"
 */
export function structKeyOf(parts: readonly string[]): string {
  return parts.join("_");
}

/** The SQL name of a column: `Field({ name })`, else the property's name through `column_naming`. */
export function columnNameOf(column: Pick<ColumnDecl, "property" | "options">, naming: ColumnNaming): string {
  if (column.options.name !== undefined) return column.options.name.value;
  return naming === "snake_case" ? snakeCase(column.property) : column.property;
}

/**
 * Splits a camel-case name at its humps, keeping acronyms together, and lower-cases it.
 *
 * @example snakeCase("sourceHTTPUrl2") // "source_http_url2"
 */
function snakeCase(name: string): string {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1_$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2")
    .toLowerCase();
}

/**
 * Where Metaxy's records say that a feature comes from. Python writes the import path of the class; nothing can be
 * imported here, so it is the module and the name in it.
 *
 * @example classPathOf({ module: "src/video.ts", name: "Video" }) // "src/video.ts:Video"
 */
export function classPathOf({ module, name }: ClassId): string {
  return `${module}:${name}`;
}
