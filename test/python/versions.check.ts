// Everything a class can say is hashed the same: specs, schemas and all versions of random graphs, declared in both languages.

import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type CompiledFeature, type CompiledGraph, compileModule } from "./compiled.ts";
import { PROJECT, randomGraph } from "./graph/random-graph.ts";
import { describeMetaxy } from "./python.ts";

/** What a script says of one graph. */
type Answer =
  | { readonly error: string }
  | { readonly project_version: string; readonly features: Readonly<Record<string, CompiledFeature>> };

const golden = new URL("../python-golden/", import.meta.url);

describeMetaxy("computes the versions", "every", (metaxy) => {
  it.each([
    [8, 0, 240],
    [24, 1000, 40],
  ])("of random graphs as the compiler does, cut to %d digits", async (length, first, count) => {
    const graphs = Array.from({ length: count }, (_, index) => randomGraph(first + index));
    const modules = graphs.map(({ python }) => python);
    const answers = metaxy.ask("declare.py", {
      modules,
      project: PROJECT,
      hash_truncation_length: length,
    }) as readonly Answer[];
    const configuration = `hash_truncation_length = ${length}\n[stores.dev]\ntype = "metaxy.ext.duckdb.DuckDBMetadataStore"\nconfig = { database = "x" }\n[ext.sqlmodel]\nenable = true\n`;
    for (const [index, graph] of graphs.entries()) {
      const ours = comparable(await compileModule(graph.typescript, configuration));
      expect(ours, `graph ${first + index}\n${graph.typescript}`).toEqual(comparable(answers[index]));
    }
  });

  it("of the golden graphs from what metadata.json says of their features", async () => {
    const names = readdirSync(golden).sort();
    const sources = names.map((name) => readFileSync(new URL(`${name}/features.ts`, golden), "utf8"));
    const compiled = await Promise.all(sources.map((source) => compileModule(source)));
    const graphs = compiled.flatMap((graph) => ("errors" in graph ? [] : [graph]));
    expect(graphs.length).toBeGreaterThan(names.length / 2);
    const request = { graphs: graphs.map(({ features }) => features), project: PROJECT };
    const answers = metaxy.ask("load.py", request) as readonly Answer[];
    for (const [index, graph] of graphs.entries()) expect(comparable(graph)).toEqual(comparable(answers[index]));
  });
});

/** Texts where order matters: specs and schemas are stored as they come. */
function comparable(graph: CompiledGraph | Answer | undefined): unknown {
  if (graph === undefined || "errors" in graph || "error" in graph) return "refused";
  const features = Object.entries(graph.features).map(([key, feature]) => ({
    key,
    className: feature.class_name,
    spec: JSON.stringify(feature.spec),
    schema: JSON.stringify(feature.feature_schema),
    versions: [feature.feature_version, feature.code_version, feature.feature_spec_version, feature.definition_version],
    fields: feature.feature_version_by_field,
  }));
  return { project: graph.project_version, features: features.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}
