import type * as dsl from "metaxy-compile/dsl";

export type Language = "en" | "fr";
export interface Track {
  language: Language;
  samples: dsl.Int64;
}
export type Maybe<T> = T | null;
