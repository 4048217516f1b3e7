// Compiles sources in memory, the whole way to SQL, and tells which diagnostics came of it.

import { runInMemory } from "../memory-world.ts";

/** One diagnostic: its code and where it points. */
export interface Reported {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
  readonly line: number;
}

/** Compiles the named files of a project, or all of it. */
export async function diagnosticsOf(
  project: ReadonlyMap<string, string>,
  paths: readonly string[] = ["."],
): Promise<readonly Reported[]> {
  const { stdout, stderr } = await runInMemory([...paths, "--all-projects", "--format", "json"], project);
  if (stderr !== "") throw new Error(stderr);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly JsonDiagnostic[] };
  return diagnostics.map(({ code, message, location }) => ({
    code,
    message,
    path: location?.path ?? null,
    line: location?.line ?? 0,
  }));
}

interface JsonDiagnostic {
  readonly code: string;
  readonly message: string;
  readonly location: { readonly path: string; readonly line: number } | null;
}
