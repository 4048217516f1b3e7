// `metaxy-compile prove`: compile, run the SQL on an engine of each store's dialect, read the catalog back.

import type { CompiledTarget } from "../../compile-target.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { hasErrors } from "../../diagnostics/finding.ts";
import { dialects } from "../../dialects/index.ts";
import { openEngine } from "../../prove/engines.ts";
import { type ProofReport, prove } from "../../prove/prove.ts";
import type { CompileFlags } from "../arguments.ts";
import { traceFileSystem } from "../cache/trace.ts";
import { compileOpened } from "../compile-opened.ts";
import { openProject } from "../project.ts";
import { type ExitCode, printReport } from "../report.ts";
import type { World } from "../world.ts";

/** Proves every selected store; the report of each goes to stderr. */
export async function proveProject(
  flags: CompileFlags & { readonly url: string | null },
  world: World,
): Promise<ExitCode> {
  const traced = traceFileSystem(world.files);
  const { value: project, diagnostics: opened } = openProject({ ...flags, emit: ["sql"] }, world, traced.files);
  const found: Diagnostic[] = [...opened];
  let features = 0;
  if (!hasErrors(found)) {
    const result = compileOpened(project, traced, flags, world);
    found.push(...result.diagnostics);
    features = result.features;
    if (!hasErrors(found)) {
      for (const compiled of result.targets) found.push(...(await proveTarget(compiled, flags, world)));
    }
  }
  return printReport({ diagnostics: found, features, files: [], readText: project.readText }, flags, world);
}

async function proveTarget(
  { target, tables }: CompiledTarget,
  flags: CompileFlags & { readonly url: string | null },
  world: World,
): Promise<readonly Diagnostic[]> {
  const { value: engine, diagnostics } = await openEngine(target.dialect, flags.url);
  if (engine === null) return diagnostics;
  try {
    const proof = await prove({
      dialect: dialects[target.dialect],
      // Foreign keys may lead to Metaxy's own tables, which refer to none.
      tables: [...tables].sort((a, b) => rank(a) - rank(b)),
      engine,
    });
    if (!flags.quiet) world.stderr.write(describeProof(target.name, proof.value, proof.diagnostics));
    return [...diagnostics, ...proof.diagnostics];
  } finally {
    await engine.close();
  }
}

/** System tables first. */
function rank({ expressed }: CompiledTarget["tables"][number]): number {
  return expressed.kind === "system" ? 0 : 1;
}

function describeProof(store: string, report: ProofReport, diagnostics: readonly Diagnostic[]): string {
  const verdict = diagnostics.length === 0 ? "read back as declared" : "differs from the model";
  const counts = `${report.statements} statements, ${report.tables} tables`;
  return [`${store}: ${verdict} on ${report.engine} (${counts})`, ...report.notes.map((note) => `  note: ${note}`)]
    .map((line) => `${line}\n`)
    .join("");
}
