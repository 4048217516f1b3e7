// Every golden graph loads, and each spec's JSON is what Python Metaxy wrote for the same spec.

import { readdirSync, readFileSync } from "node:fs";
import { BaseFeature, FeatureSpec, type FeatureSpecJson } from "metaxy-compile/dsl";
import { describe, expect, it } from "vitest";

const folder = new URL("../python-golden/", import.meta.url);

interface Expected {
  readonly features: Readonly<Record<string, { readonly class_name: string; readonly spec: FeatureSpecJson }>>;
}

/** Class name and spec of every feature that a module exports. */
async function loadSpecs(path: string): Promise<ReadonlyMap<string, FeatureSpecJson>> {
  const exports: Record<string, unknown> = await import(path);
  const classes = Object.values(exports).filter((value) => typeof value === "function" && isFeature(value));
  return new Map((classes as (typeof BaseFeature)[]).map(({ name, spec }) => [name, specJson(spec)]));
}

function isFeature(value: object): boolean {
  return Object.prototype.isPrototypeOf.call(BaseFeature, value);
}

function specJson(spec: typeof BaseFeature.spec): FeatureSpecJson {
  if (spec === undefined) throw new Error("a golden feature without a spec");
  return new FeatureSpec(spec).toJSON();
}

describe.each(readdirSync(folder).sort())("%s", (name) => {
  const expected: Expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), "utf8"));

  it("gives the JSON of Python's specs, property by property in the same order", async () => {
    const specs = await loadSpecs(new URL(`${name}/features.ts`, folder).pathname);
    expect(specs.size).toBe(Object.keys(expected.features).length);
    for (const feature of Object.values(expected.features)) {
      const spec = specs.get(feature.class_name);
      // Python takes a missing description from the docstring, which does not exist when TypeScript runs.
      const description = spec?.description ?? feature.spec.description;
      expect(JSON.stringify({ ...spec, description })).toBe(JSON.stringify(feature.spec));
    }
  });
});
