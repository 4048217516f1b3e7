// A diagnostic as data: which rule, about what, where. Wording lives only in the catalogue.

import type { Span } from "../model/span.ts";
import { compareText } from "../model/text-order.ts";
import type { ArgsOf, Code } from "./catalogue.ts";

/** A second place that explains the first: where a name was declared, the other half of a clash, a step of a chain. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** One mistake. Made by {@link diagnose}, which ties the arguments to the code. */
export interface Diagnostic {
  readonly code: Code;
  readonly args: Readonly<Record<string, unknown>>;
  /** The smallest place that shows it; null when it has none (command line, environment). */
  readonly primary: Span | null;
  readonly related: readonly Related[];
}

/** The result of a stage: a value as complete as the input allows, and what was wrong with the input. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a diagnostic. The arguments are those that the catalogue's entry for the code takes.
 *
 * @example diagnose("MXC2001", { part: "Video" }, span)
 */
export function diagnose<C extends Code>(
  code: C,
  args: ArgsOf<C>,
  primary: Span | null,
  related: readonly Related[] = [],
): Diagnostic {
  return { code, args: args as Readonly<Record<string, unknown>>, primary, related };
}

/** Orders diagnostics by file, position and code; those without a place come first. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.primary?.file ?? "", b.primary?.file ?? "") ||
    (a.primary?.start ?? 0) - (b.primary?.start ?? 0) ||
    (a.primary?.end ?? 0) - (b.primary?.end ?? 0) ||
    compareText(a.code, b.code)
  );
}
