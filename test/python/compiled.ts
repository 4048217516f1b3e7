// The compiler's side of a comparison: a module compiled in memory, its metadata and the schemas it pushes read back.

import { runInMemory } from "../memory-world.ts";

/** What metadata.json says of a feature, as far as Python says it too, and the JSON schema that push.sql has of it. */
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
  const { stdout, written } = await runInMemory(["src", "--emit", "json,push", "--format", "json"], files);
  const metadata = written.get("out/dev/metadata.json");
  if (metadata !== undefined) {
    const graph = JSON.parse(metadata);
    const schemas = pushedSchemas(written.get("out/dev/push.sql") ?? "");
    for (const [key, feature] of Object.entries<object>(graph.features)) {
      Object.assign(feature, { feature_schema: schemas.get(key) });
    }
    return graph as CompiledGraph;
  }
  const report = JSON.parse(stdout) as {
    readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
  };
  return { errors: report.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code) };
}

/** The schema of each feature by its key: literals stand one on a line, in the order of the columns that are named first. */
function pushedSchemas(script: string): ReadonlyMap<string, unknown> {
  return new Map(
    statementsOf(script).map((statement) => {
      const [insert = "", , ...literals] = statement.split("\n");
      const columns = (/\((.*)\)$/.exec(insert)?.[1] ?? "").split(", ");
      const read = (column: string) =>
        (literals[columns.indexOf(`"${column}"`)] ?? "")
          .trim()
          .replace(/^'|',?$/g, "")
          .replaceAll("''", "'");
      return [read("feature_key"), JSON.parse(read("feature_schema"))];
    }),
  );
}

/** The statements of a script that the compiler wrote. */
export function statementsOf(script: string): readonly string[] {
  return script
    .replace(/^(?:--.*\n)+/, "")
    .split(/;\n+/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
