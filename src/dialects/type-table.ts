// Spelling of types: a table per dialect, and the one function that reads it.

import type { ColumnKind, ColumnType, ScalarKind } from "../model/column-type.ts";

/** Kinds with parameters. */
type ParametricKind = Exclude<ColumnKind, ScalarKind>;

/** The column type of one parametric kind. */
export type OfKind<K extends ParametricKind> = Extract<ColumnType, { readonly kind: K }>;

/** A kind spelled alike everywhere, or in another way where the column is part of a key or an index. */
type Spelling = string | { readonly plain: string; readonly key: string };

/** Where a type stands, and how to spell what is nested in it. */
interface TypePlace {
  /** Part of a key or an index. */
  readonly key: boolean;
  /** Spells a nested type. `nullable` only matters to dialects whose types say so. */
  readonly spell: (type: ColumnType, nullable: boolean) => string;
  /** Options of the store. */
  readonly target: Readonly<Record<string, unknown>>;
}

/** How one dialect spells every kind: a row per kind, so that a new kind is a type error in every dialect. */
export type TypeTable = Readonly<Record<ScalarKind, Spelling>> & {
  readonly [K in ParametricKind]: (type: OfKind<K>, place: TypePlace) => string;
};

/** What {@link spellType} needs to know besides the type. */
export interface SpellOptions {
  readonly types: TypeTable;
  /** Wraps types that admit NULL; null where none need it. */
  readonly wrapNullable: ((sqlType: string) => string) | null;
  /** Kinds that cannot be wrapped. */
  readonly nullless: readonly ColumnKind[];
  readonly target: Readonly<Record<string, unknown>>;
}

/**
 * The SQL type of a column or of something nested in one.
 *
 * @example spellType({ kind: "list", element: { kind: "string" }, nullable: false }, false, false, options) // VARCHAR[]
 */
export function spellType(type: ColumnType, nullable: boolean, key: boolean, options: SpellOptions): string {
  const spelled = spellBare(type, key, options);
  const wraps = nullable && options.wrapNullable !== null && !options.nullless.includes(type.kind);
  return wraps && options.wrapNullable !== null ? options.wrapNullable(spelled) : spelled;
}

function spellBare(type: ColumnType, key: boolean, options: SpellOptions): string {
  const entry = options.types[type.kind];
  if (typeof entry === "string") return entry;
  if (typeof entry === "object") return key ? entry.key : entry.plain;
  const place: TypePlace = {
    key,
    target: options.target,
    spell: (nested, nullable) => spellType(nested, nullable, false, options),
  };
  // The table's own type ties each function to its kind; TypeScript cannot follow that through the union.
  return (entry as (type: ColumnType, place: TypePlace) => string)(type, place);
}
