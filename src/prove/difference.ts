// Wording of differences between a model and a catalog.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { Span } from "../model/span.ts";

/** Who compares what. */
export interface Context {
  /** With its version, for people. */
  readonly engine: string;
  readonly dialect: Dialect;
}

/** Nothing, or one difference between two texts. `what` reads after "another". */
export function compareTexts(
  what: string,
  expected: string,
  found: string,
  source: Span | null,
  { engine }: Context,
): readonly Diagnostic[] {
  return expected === found ? [] : [diagnose("MXC3912", { what, engine, expected, found }, source)];
}

/** Something declared that the engine does not have. */
export function missing(what: string, source: Span | null, { engine }: Context): Diagnostic {
  return diagnose("MXC3910", { what, engine }, source);
}

/** Something the engine has that nothing declares. */
export function unexpected(what: string, source: Span | null, { engine }: Context): Diagnostic {
  return diagnose("MXC3911", { what, engine }, source);
}
