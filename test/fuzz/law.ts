// What holds for every input: a diagnostic or success, within its time, the same twice, and nothing written after an error.

import { createContext, Script } from "node:vm";
import { type CompileFlags, parseArguments } from "../../src/cli/arguments.ts";
import { compileProject } from "../../src/cli/commands/compile.ts";
import { openMemoryWorld, type RunResult } from "../memory-world.ts";
import type { Project } from "./corpus.ts";

/** Milliseconds that a run may take on a busy machine. Usual ones take 5. */
const LIMIT = 10_000;

/** What is wrong with what the program makes of a project; null where nothing is. */
export async function complaintAbout(project: Project): Promise<string | null> {
  const flags = await flagsOf(project.argv);
  try {
    const first = compileOnce(project, flags, false);
    return complaintAboutRun(first, project, flags) ?? difference(first, compileOnce(project, flags, true));
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Past the commands that catch and report: what they would catch is thrown, and nothing runs for ever. */
function compileOnce({ files, argv, env }: Project, flags: CompileFlags, reversed: boolean): RunResult {
  const bytes = new Map([...files].map(([path, text]) => [path, Buffer.from(text, "latin1")]));
  const { world, outcome } = openMemoryWorld(bytes, { env, reversed });
  return outcome(withinLimit(() => compileProject(flags, argv, world)));
}

const sandbox = createContext({ run: null });
const script = new Script("run()");

/** Stops what takes too long, wherever it is. */
function withinLimit<T>(run: () => T): T {
  sandbox.run = run;
  return script.runInContext(sandbox, { timeout: LIMIT }) as T;
}

const known = new Map<string, CompileFlags>();

async function flagsOf(argv: readonly string[]): Promise<CompileFlags> {
  const key = argv.join("\0");
  const found = known.get(key);
  if (found !== undefined) return found;
  const invocation = await parseArguments(argv);
  if (invocation.command !== "compile" && invocation.command !== "check") throw new Error(`${argv.join(" ")}?`);
  known.set(key, invocation.flags);
  return invocation.flags;
}

function complaintAboutRun(
  { exitCode, stdout, stderr, written }: RunResult,
  { files }: Project,
  { format }: CompileFlags,
): string | null {
  const printed = stdout + stderr;
  const bug = /MXC9\d+.*|^ +at .*:\d+:\d+\)?$|\[object Object\]/m.exec(printed);
  if (bug !== null && ![...files.values()].some((text) => text.includes(bug[0]))) return bug[0];
  if (exitCode !== 0 && written.size > 0) return "wrote files after an error";
  if (exitCode === 2 && !printed.includes("MXC0")) return "blames the configuration without a diagnostic about it";
  if (exitCode !== 0 && printed === "") return "fails without a word";
  return format === "json" ? complaintAboutJson(stdout) : null;
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
}

function complaintAboutJson(stdout: string): string | null {
  const { diagnostics } = JSON.parse(stdout) as {
    readonly diagnostics: readonly { readonly location: Place | null }[];
  };
  const odd = diagnostics.find(({ location }) => location !== null && !isPlace(location));
  return odd === undefined ? null : `is nowhere: ${JSON.stringify(odd)}`;
}

function isPlace({ line, column, end_line, end_column }: Place): boolean {
  return line >= 1 && column >= 1 && (end_line > line || (end_line === line && end_column >= column));
}

function difference(first: RunResult, second: RunResult): string | null {
  const [a, b] = [first, second].map((run) => JSON.stringify({ ...run, written: [...run.written].sort() }));
  return a === b ? null : `does not come out the same twice:\n${a}\n${b}`;
}
