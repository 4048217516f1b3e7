// Graphs that Python Metaxy computed, random ones and those of its example projects: the same classes in our DSL, read as
// text, must give the same of everything.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Feature, FeatureGraph } from "../../src/model/feature.ts";
import type { Json } from "../../src/model/json.ts";
import { tableNameOf } from "../../src/model/names.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { printJson } from "../../src/versions/canonical-json.ts";
import { schemaOf } from "../../src/versions/feature-schema.ts";
import { versionFeatures } from "../../src/versions/versions.ts";
import { linkFiles } from "../link/project.ts";
import { noHost, resolveOptions } from "../resolve/declare.ts";

interface Expected {
  readonly project_version: string;
  readonly features: Readonly<Record<string, ExpectedFeature>>;
}

interface ExpectedFeature {
  readonly class_name: string;
  readonly table: string | null;
  readonly spec: Json;
  readonly feature_schema: Json;
  readonly code_version: string;
  readonly feature_spec_version: string;
  readonly definition_version: string;
  /** Absent where Python refuses. */
  readonly feature_version?: string;
  readonly feature_version_by_field?: Readonly<Record<string, string>>;
  readonly error?: "no-upstream-fields";
}

const folder = join(dirname(fileURLToPath(import.meta.url)), "../python-golden");
const cases = readdirSync(folder).sort();

describe.each(cases)("%s", (name) => {
  const text = readFileSync(join(folder, name, "features.ts"), "utf8");
  const expected = JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8")) as Expected;
  const linked = linkFiles({ "features.ts": text });
  const { value: graph, diagnostics } = resolve(linked, resolveOptions, noHost);
  // The example projects leave their id columns out, which is only worth a warning.
  const errors = diagnostics.filter(({ code }) => code !== "MXC2024");
  const versions = versionFeatures(graph, { hashTruncationLength: 8 }).value;

  test("is read without complaints", () => expect(linked.report).toEqual([]));

  test("has the features", () => {
    expect(graph.features.map(({ key }) => key).sort()).toEqual(Object.keys(expected.features).sort());
  });

  test("has the project version", () => expect(versions.projectVersion).toBe(expected.project_version));

  test("gets errors where Python refuses, and nothing else", () => {
    const fields = graph.features.flatMap((feature) => feature.fields.map(({ span }) => ({ span, feature })));
    const refused = new Set(errors.map((diagnostic) => fields.find(({ span }) => isAt(diagnostic, span))?.feature.key));
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(refused.size === 0 ? [] : ["MXC2069"]));
    const failing = graph.features.filter((feature) => failsBelow(feature, refused, graph)).map(({ key }) => key);
    const failed = Object.keys(expected.features).filter((key) => expected.features[key]?.error !== undefined);
    expect(failing.sort()).toEqual(failed.sort());
  });

  test.each(Object.entries(expected.features))("%s is what Python computed", (key, feature) => {
    const found = versions.features.get(key);
    const resolved = graph.byKey.get(key);
    expect({
      class_name: resolved?.decl?.className,
      table: resolved?.decl?.table ? tableNameOf(resolved.parts) : null,
      spec: printJson(resolved?.spec ?? null),
      feature_schema: printJson(resolved === undefined ? null : schemaOf(resolved)),
      code_version: found?.codeVersion,
      feature_spec_version: found?.featureSpecVersion,
      definition_version: found?.definitionVersion,
    }).toEqual({
      class_name: feature.class_name,
      table: feature.table,
      spec: printJson(feature.spec),
      feature_schema: printJson(feature.feature_schema),
      code_version: feature.code_version,
      feature_spec_version: feature.feature_spec_version,
      definition_version: feature.definition_version,
    });
    if (feature.error !== undefined) return;
    expect(found?.featureVersion).toBe(feature.feature_version);
    expect(Object.fromEntries(found?.fieldVersions ?? [])).toEqual(feature.feature_version_by_field);
  });
});

function isAt({ primary }: Diagnostic, span: Feature["fields"][number]["span"]): boolean {
  return primary !== null && primary.start >= span.start && primary.end <= span.end;
}

/** Python refuses a feature whose field has no parents, and every feature that needs a version of it. */
function failsBelow(feature: Feature, refused: ReadonlySet<string | undefined>, graph: FeatureGraph): boolean {
  if (refused.has(feature.key)) return true;
  const parents = new Set(feature.fields.flatMap((field) => field.parents.map((parent) => parent.feature)));
  return [...parents].some((key) => {
    const parent = graph.byKey.get(key);
    return parent !== undefined && failsBelow(parent, refused, graph);
  });
}
