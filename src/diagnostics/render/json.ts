// One JSON document for machines. The shape is a published interface: grammar/diagnostics.schema.json.

import type { Finding, Location } from "../finding.ts";

/** Counts that go with the diagnostics. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly features: number;
  /** Files written, or that would be written. */
  readonly files: readonly string[];
}

/** What a command was asked for, under names of its own: `{ url: "…" }`. */
export type Answer = Readonly<Record<string, unknown>>;

/** Renders the document, with a final line feed. */
export function renderJson(findings: readonly Finding[], summary: Summary, answer: Answer = {}): string {
  const diagnostics = findings.map(({ code, severity, message, help, location, related }) => ({
    code,
    severity,
    message,
    help,
    location: location === null ? null : jsonLocation(location),
    related: related.map((each) => ({ message: each.message, location: jsonLocation(each.location) })),
  }));
  return `${JSON.stringify({ ...answer, diagnostics, summary }, null, 2)}\n`;
}

function jsonLocation({ path, start, end }: Location): object {
  return { path, line: start.line, column: start.column, end_line: end.line, end_column: end.column };
}
