// Failures and mistakes → diagnostics. One cause is one diagnostic, however many declarations it spoils: the first
// three of them are named.

import type { ArgsOf, Code } from "../diagnostics/catalogue.ts";
import { catalogue } from "../diagnostics/catalogue.ts";
import { type Diagnostic, diagnose, type Related } from "../diagnostics/diagnostic.ts";
import { isSameSpan, type Span } from "../model/span.ts";
import { type Failure, mention } from "./fold/outcome.ts";

/** Places that need a cause named per diagnostic. */
const MAX_USES = 3;

/** Declarations named at each end of a longer chain. */
const MAX_HOPS = 6;

interface Reported {
  readonly diagnostic: Diagnostic;
  readonly uses: Related[];
  readonly hops: readonly Related[];
}

/** Everything reported so far, by cause. */
export type Reports = Map<string, Reported>;

/** Reports about one class. */
export interface ClassReport {
  readonly reports: Reports;
  readonly className: string;
  /** True once an error was reported: the class is left out of the result. */
  broken: boolean;
}

/** Reports a mistake. */
export function report<C extends Code>(
  to: ClassReport,
  code: C,
  args: ArgsOf<C>,
  span: Span,
  related: readonly Related[] = [],
): null {
  add(to, diagnose(code, args, span, related), [], null);
  return null;
}

/** Reports why a value or a type could not be had. `path` is what needed it, e.g. `spec`. */
export function reportFailures(to: ClassReport, failures: readonly Failure[], path: string): null {
  for (const failure of failures) {
    const { diagnostic, at, hops, text } = failure;
    const direct = hops.length === 0 && diagnostic.primary !== null && isSameSpan(diagnostic.primary, at);
    const user = `${to.className}.${path}${failure.path}`;
    const message = text === user ? `\`${user}\` is needed here` : `\`${user}\` uses ${mention(text)}`;
    add(to, diagnostic, hops, direct ? null : { message, span: at });
  }
  return null;
}

function add(to: ClassReport, diagnostic: Diagnostic, hops: readonly Related[], use: Related | null): void {
  if (catalogue[diagnostic.code].severity === "error") to.broken = true;
  const { code, primary } = diagnostic;
  const key = `${code} ${primary?.file} ${primary?.start} ${primary?.end}`;
  const known = to.reports.get(key);
  const entry = known ?? { diagnostic, uses: [], hops };
  if (known === undefined) to.reports.set(key, entry);
  if (use === null || entry.uses.length >= MAX_USES) return;
  if (!entry.uses.some((other) => isSameSpan(other.span, use.span))) entry.uses.push(use);
}

/** The diagnostics, each with its chain: the place that needs the value, then the declarations on the way. */
export function finishReports(reports: Reports): readonly Diagnostic[] {
  return [...reports.values()].map(({ diagnostic, uses: [first, ...more], hops }) => ({
    ...diagnostic,
    related: [...(first === undefined ? [] : [first]), ...shorten(hops), ...diagnostic.related, ...more],
  }));
}

/** A chain with its middle left out, if it is long. */
function shorten(hops: readonly Related[]): readonly Related[] {
  const middle = hops.slice(MAX_HOPS, -MAX_HOPS);
  const [first] = middle;
  if (first === undefined || middle.length === 1) return hops;
  const left = { message: `and so on, through ${middle.length} more`, span: first.span };
  return [...hops.slice(0, MAX_HOPS), left, ...hops.slice(-MAX_HOPS)];
}
