// `// metaxy-ignore MXC2031: reason` on the line before silences a warning. Errors cannot be silenced.

import { positionAt } from "../model/span.ts";
import type { ModuleSummary } from "../model/summary.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { severityOf } from "./finding.ts";

/**
 * Drops the warnings that a comment of their file ignores.
 *
 * @param summaryOf the summary of a file, null for files that are not modules
 */
export function withoutIgnored(
  diagnostics: readonly Diagnostic[],
  summaryOf: (file: string) => ModuleSummary | null,
): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => !isIgnored(diagnostic, summaryOf));
}

function isIgnored({ code, primary }: Diagnostic, summaryOf: (file: string) => ModuleSummary | null): boolean {
  if (primary === null || severityOf(code) === "error") return false;
  const summary = summaryOf(primary.file);
  if (summary === null || summary.ignores.length === 0) return false;
  const { line } = positionAt(summary.lineStarts, primary.start);
  return summary.ignores.some((ignore) => ignore.line === line - 1 && ignore.codes.includes(code));
}
