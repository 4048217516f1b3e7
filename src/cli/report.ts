// Diagnostics → the chosen format on the right stream, and the exit code they mean.

import picocolors from "picocolors";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Finding, findingsOf, hasErrors, type ReadText } from "../diagnostics/finding.ts";
import { renderGithub } from "../diagnostics/render/github.ts";
import { type Answer, renderJson } from "../diagnostics/render/json.ts";
import { renderPretty } from "../diagnostics/render/pretty.ts";
import { renderSarif } from "../diagnostics/render/sarif.ts";
import { renderTsc } from "../diagnostics/render/tsc.ts";
import type { CommonOptions } from "./arguments.ts";
import type { Format } from "./format.ts";
import type { World } from "./world.ts";

/** What a run found, ready to be printed. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly features: number;
  /** Files written, or that would be written, relative to the project's root. */
  readonly files: readonly string[];
  readonly readText: ReadText;
  /** Stands before the diagnostics in the JSON document; in other formats the command prints it itself. */
  readonly answer?: Answer;
}

/** Exit codes of product use: 0 clean, 1 the user's code or stale outputs, 2 usage, configuration, surroundings or our bug. */
export type ExitCode = 0 | 1 | 2;

/** Codes 0xxx are about usage and surroundings, except that a stale output is the user's to commit. */
const STALE = new Set(["MXC0008", "MXC0009", "MXC0010"]);

/** Whether nothing may come of a run: with `--strict` a warning stops it as an error does. */
export function fails(diagnostics: readonly Diagnostic[], { strict }: CommonOptions): boolean {
  return strict ? diagnostics.length > 0 : hasErrors(diagnostics);
}

/** Prints the report and says what the process should exit with. */
export function printReport(report: Report, options: CommonOptions, world: World): ExitCode {
  const sorted = [...report.diagnostics].sort(compareDiagnostics);
  const all = findingsOf(sorted, report.readText, options.strict);
  const errors = all.filter((finding) => finding.severity === "error");
  const shown = (options.quiet ? errors : all).slice(0, options.maxDiagnostics ?? all.length);
  const summary = {
    errors: errors.length,
    warnings: all.length - errors.length,
    features: report.features,
    files: report.files,
  };
  const format = options.format ?? "pretty";
  if (format === "json") world.stdout.write(renderJson(shown, summary, report.answer));
  else if (format === "sarif") world.stdout.write(renderSarif(shown));
  else if (shown.length > 0) printForPeople(shown, format, report.readText, options, world);
  const hidden = (options.quiet ? errors : all).length - shown.length;
  if (hidden > 0 && format === "pretty")
    world.stderr.write(`\n… and ${hidden} more; raise --max-diagnostics to see them\n`);
  if (world.env.GITHUB_ACTIONS === "true" && format === "pretty") world.stderr.write(renderGithub(shown));
  return exitCodeOf(errors);
}

function printForPeople(
  findings: readonly Finding[],
  format: Exclude<Format, "json" | "sarif">,
  readText: ReadText,
  options: CommonOptions,
  world: World,
): void {
  if (format === "tsc") world.stdout.write(renderTsc(findings));
  else if (format === "github") world.stdout.write(renderGithub(findings));
  else world.stderr.write(renderPretty(findings, readText, picocolors.createColors(wantsColor(options, world))));
}

/** `--color` decides; else NO_COLOR (https://no-color.org) and whether a person is watching. */
function wantsColor(options: CommonOptions, world: World): boolean {
  if (options.color !== null) return options.color;
  return world.stderr.isTerminal && !isPlain(world);
}

/** Whether a terminal is to get plain lines only. */
export function isPlain({ env }: World): boolean {
  return (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
}

function exitCodeOf(errors: readonly Finding[]): ExitCode {
  const isOurs = ({ code }: Finding) => (code.startsWith("MXC0") && !STALE.has(code)) || code.startsWith("MXC9");
  return errors.length === 0 ? 0 : errors.some(isOurs) ? 2 : 1;
}
