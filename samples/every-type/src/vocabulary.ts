// Types that columns are made of. The compiler follows them from file to file.

import type { Float32, Varchar } from "metaxy-compile/dsl";

export type Severity = "low" | "medium" | "high";

export enum Colour {
  Red = "red",
  Green = "green",
  DeepBlue = "deep blue",
}

export enum Priority {
  Low = 1,
  Normal,
  Urgent = 10,
}

export interface Point {
  readonly x: Float32;
  readonly y: Float32;
}

export interface Region {
  readonly name: Varchar<40>;
  readonly corners: readonly Point[];
  readonly holes?: readonly Point[][];
  readonly parent: { readonly name: string; readonly area: number | null } | null;
}

export type Labelled<T> = { readonly label: string; readonly value: T };
