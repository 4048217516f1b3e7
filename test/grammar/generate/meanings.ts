// What sentences are to mean: values, column types and features as plain data, before anything is said about how to
// write them.

import type { ColumnType } from "../../../src/model/column-type.ts";

/** A primitive of JavaScript. */
export type Primitive = string | number | bigint | boolean | null | undefined;

/** A value, or a hint how to write one. */
export type Meaning =
  | { readonly kind: "primitive"; readonly value: Primitive }
  | { readonly kind: "array"; readonly items: readonly Meaning[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, value: Meaning])[] }
  | { readonly kind: "class"; readonly feature: string }
  /** Whatever a production of the authoring library expresses, e.g. `NewFeatureKey`. */
  | Form
  /** A name of the module. */
  | { readonly kind: "binding"; readonly name: string }
  /** The value, with `as …` or `satisfies …` after it. */
  | { readonly kind: "noted"; readonly of: Meaning }
  /** The value, with `<…>` before it. */
  | { readonly kind: "cast"; readonly of: Meaning }
  /** Tokens as they are. */
  | { readonly kind: "written"; readonly tokens: readonly string[] }
  /** The operand that does not count: any value at all, or none. */
  | { readonly kind: "unused" };

/** See {@link Meaning}. `apart` keeps it from being written where it stands: only a reference or parentheses will do. */
export interface Form {
  readonly kind: "form";
  readonly name: string;
  readonly goal: unknown;
  readonly apart: boolean;
}

/** A primitive. */
export function primitive(value: Primitive): Meaning {
  return { kind: "primitive", value };
}

/** An array of primitives. */
export function primitives(values: readonly Primitive[]): Meaning {
  return { kind: "array", items: values.map(primitive) };
}

/** What a production expresses. */
export function form(name: string, goal: unknown): Form {
  return { kind: "form", name, goal, apart: false };
}

/** Whether a value counts as true. */
export function isTruthy(meaning: Meaning): boolean {
  return meaning.kind === "primitive"
    ? Boolean(meaning.value)
    : (meaning.kind !== "noted" && meaning.kind !== "cast") || isTruthy(meaning.of);
}

/** The type of a column, and whether it admits null. */
export interface TypeMeaning {
  readonly kind: "type";
  readonly type: ColumnType;
  readonly nullable: boolean;
}

/** What a feature is to be. */
export interface FeatureMeaning {
  readonly key: readonly string[];
  readonly table: boolean;
  readonly tableName: string | null;
  readonly project: string | null;
  readonly injection: { readonly injectPrimaryKey?: boolean; readonly injectIndex?: boolean } | null;
  readonly tableArgs: readonly TableArgMeaning[] | null;
  readonly idColumns: readonly string[];
  readonly deps: readonly DepMeaning[] | null;
  readonly fields: readonly FieldMeaning[] | null;
  readonly metadata: Meaning | null;
  readonly description: string | null | undefined;
  readonly columns: readonly ColumnMeaning[];
}

/** A column. */
export interface ColumnMeaning {
  readonly name: string;
  readonly type: TypeMeaning;
  /** `x?: T`. */
  readonly optional: boolean;
  readonly options: readonly OptionMeaning[] | null;
  readonly initial: Meaning | null;
}

/** An option by its name. */
export type OptionMeaning = readonly [name: string, value: unknown];

/** A field of a feature. */
export interface FieldMeaning {
  readonly key: readonly string[];
  readonly codeVersion: string | null;
  readonly deps: "all" | readonly FieldDepMeaning[] | null;
}

/** Explicit parents of a field. */
export interface FieldDepMeaning {
  readonly feature: RefMeaning;
  readonly fields: "all" | readonly (readonly string[])[] | null;
}

/** A feature by its key; it may be written as its class. */
export interface RefMeaning {
  readonly key: readonly string[];
}

/** A dependency. */
export interface DepMeaning {
  readonly feature: RefMeaning;
  readonly options: readonly OptionMeaning[];
}

/** `FieldsMapping`. */
export type MappingMeaning =
  | { readonly type: "default"; readonly options: readonly OptionMeaning[] }
  | { readonly type: "specific"; readonly mapping: readonly (readonly [string, readonly (readonly string[])[]])[] }
  | { readonly type: "all" | "none" };

/** `LineageRelationship`. */
export type LineageMeaning =
  | { readonly type: "identity" }
  | { readonly type: "aggregation"; readonly on: readonly string[] | null }
  | { readonly type: "expansion"; readonly options: readonly OptionMeaning[] };

/** An entry of `tableArgs`. */
export interface TableArgMeaning {
  /** The production that writes it. */
  readonly form: string;
  readonly options: readonly OptionMeaning[];
  /** Whether the short form may be used: what is not in it is not given. */
  readonly short: boolean;
}
