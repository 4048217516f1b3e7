// Logical column types: what a TypeScript type means before any dialect spells it.

/** Kinds without parameters. */
export type ScalarKind =
  | "string"
  | "text"
  | "boolean"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "float32"
  | "float64"
  | "date"
  | "time"
  | "timestamp"
  | "timestamptz"
  | "interval"
  | "uuid"
  | "json"
  | "binary"
  | "geography";

/** A named member of a struct, in declaration order. */
export interface StructField {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** `x?: T`, which may also be left out. */
  readonly optional?: true;
}

/** The type of a column, or of something nested in one. Plain JSON data: it stands in `metadata.json` as it is. */
export type ColumnType =
  | { readonly kind: ScalarKind }
  | { readonly kind: "varchar"; readonly length: number }
  | { readonly kind: "decimal"; readonly precision: number; readonly scale: number }
  /** Labels in declaration order. */
  | { readonly kind: "enum"; readonly labels: readonly string[] }
  | { readonly kind: "list"; readonly element: ColumnType; readonly nullable: boolean }
  | { readonly kind: "map"; readonly key: ColumnType; readonly value: ColumnType; readonly nullable: boolean }
  /** `model` is the name of the interface or type; an object type that stands in place has none. */
  | { readonly kind: "struct"; readonly fields: readonly StructField[]; readonly model?: string }
  | { readonly kind: "vector"; readonly dimensions: number };

/** Every kind, the domain of each dialect's type table. */
export type ColumnKind = ColumnType["kind"];
