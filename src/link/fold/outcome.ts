// A result or the reasons why there is none. A reason is a diagnostic at its cause, plus the references through which
// the place that needed the value reached it.

import type { ArgsOf, Code } from "../../diagnostics/catalogue.ts";
import { type Diagnostic, diagnose, type Related } from "../../diagnostics/diagnostic.ts";
import { isSameSpan, type Span } from "../../model/span.ts";
import type { StaticValue } from "../../model/value.ts";

/** Why something has no static value. */
export interface Failure {
  /** Points at the cause. */
  readonly diagnostic: Diagnostic;
  /** Short text of what stands at `at`: the cause itself, or the reference that leads to it. */
  readonly text: string;
  /** The cause, or the outermost reference to it. */
  readonly at: Span;
  /** One entry per declaration between `at` and the cause, nearest first. */
  readonly hops: readonly Related[];
  /** Where `at` stands in the value that was asked for, e.g. `.fields[1].key`. */
  readonly path: string;
}

/** A value or failures, at least one. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failures: readonly Failure[] };

/** The result of folding an expression. */
export type Folded = Outcome<StaticValue>;

/** A success. */
export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A failure at its cause; `text` is how the cause reads, e.g. `makeKey()`. */
export function fail<C extends Code>(
  code: C,
  args: ArgsOf<C>,
  at: Span,
  text: string,
  related: readonly Related[] = [],
): { readonly ok: false; readonly failures: readonly Failure[] } {
  return { ok: false, failures: [{ diagnostic: diagnose(code, args, at, related), text, at, hops: [], path: "" }] };
}

/** A failure whose cause stands elsewhere than the reference that meets it. */
export function failAt<C extends Code>(
  code: C,
  args: ArgsOf<C>,
  cause: Span,
  reference: Hop,
): { readonly ok: false; readonly failures: readonly Failure[] } {
  const diagnostic = diagnose(code, args, cause);
  return { ok: false, failures: [{ diagnostic, text: reference.name, at: reference.span, hops: [], path: "" }] };
}

/** The failures of finding a name as met by a reference to it. */
export function reachedBy(
  failures: readonly Failure[],
  reference: Hop,
): { readonly ok: false; readonly failures: readonly Failure[] } {
  return {
    ok: false,
    failures: failures.map((failure) => ({ ...failure, text: reference.name, at: reference.span })),
  };
}

/** A declaration on the way from a reference to a cause. */
export interface Hop {
  readonly name: string;
  readonly span: Span;
}

/** Code between backticks, descriptions such as "an arrow function" as they are. */
export function mention(text: string): string {
  return text.startsWith("a ") || text.startsWith("an ") || text.startsWith("`") ? text : `\`${text}\``;
}

/** The failures of a declaration as seen by a reference to it: each cause once, however many parts it spoils. */
export function passThrough(
  failures: readonly Failure[],
  declaration: Hop,
  reference: Hop,
): { readonly ok: false; readonly failures: readonly Failure[] } {
  const seen = oncePerCause(failures).map((failure) => ({
    diagnostic: failure.diagnostic,
    text: reference.name,
    at: reference.span,
    hops: withHop(failure, declaration),
    path: "",
  }));
  return { ok: false, failures: seen };
}

/** Without this, constants that use one another twice would double them with every step. */
function oncePerCause(failures: readonly Failure[]): readonly Failure[] {
  if (failures.length === 1) return failures;
  const causes = new Set<Diagnostic>();
  return failures.filter(({ diagnostic }) => causes.size < causes.add(diagnostic).size);
}

/** The way from a declaration to a cause. One that is its own cause, or that comes again, adds nothing. */
function withHop({ text, at, hops }: Failure, declaration: Hop): readonly Related[] {
  if (text === declaration.name && isSameSpan(at, declaration.span)) return hops;
  const hop = { message: `\`${declaration.name}\` refers to ${mention(text)}`, span: declaration.span };
  return hops.some((known) => known.message === hop.message && isSameSpan(known.span, hop.span))
    ? hops
    : [hop, ...hops];
}

/** The failures of a part as failures of the whole: `step` is `.key` or `[1]`. */
export function within(failures: readonly Failure[], step: string): readonly Failure[] {
  return failures.map((failure) => ({ ...failure, path: step + failure.path }));
}

/** Adds the failures of a part, one by one: as arguments of one call, too many would overflow the stack. */
export function addFailures(failures: Failure[], more: readonly Failure[]): void {
  for (const failure of more) failures.push(failure);
}
