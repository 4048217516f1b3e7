// The compiler's side of a comparison: a module compiled in memory, its metadata read back.

import { runInMemory } from "../memory-world.ts";

/** What metadata.json says of a feature, as far as Python says it too. */
export interface CompiledFeature {
  readonly class_name: string;
  readonly project: string;
  readonly spec: unknown;
  readonly feature_schema: unknown;
  readonly feature_version: string;
  readonly feature_version_by_field: Readonly<Record<string, string>>;
  readonly code_version: string;
  readonly feature_spec_version: string;
  readonly definition_version: string;
}

/** A compiled graph, or the codes of its errors. */
export type CompiledGraph =
  | { readonly errors: readonly string[] }
  | { readonly project_version: string; readonly features: Readonly<Record<string, CompiledFeature>> };

/** Compiles one module with the default configuration, or with the given `metaxy.toml`. */
export async function compileModule(source: string, configuration: string | null = null): Promise<CompiledGraph> {
  const files = new Map([["src/features.ts", source]]);
  if (configuration !== null) files.set("metaxy.toml", configuration);
  const { stdout, written } = await runInMemory(["src", "--emit", "json", "--format", "json"], files);
  const metadata = written.get("out/dev/metadata.json");
  if (metadata !== undefined) return JSON.parse(metadata) as CompiledGraph;
  const report = JSON.parse(stdout) as {
    readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
  };
  return { errors: report.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code) };
}

/** The statements of a script that the compiler wrote. */
export function statementsOf(script: string): readonly string[] {
  return script
    .replace(/^(?:--.*\n)+/, "")
    .split(/;\n+/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
