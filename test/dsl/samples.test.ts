// The samples are programs too: they type-check, and all but the one about mistakes load and construct.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const samples = readdirSync(new URL("samples/", root)).sort();

/** Feature classes of every module of a sample. */
async function loadFeatures(sample: string): Promise<readonly (typeof BaseFeature)[]> {
  const folder = new URL(`samples/${sample}/`, root);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = files.filter((file) => file.endsWith(".ts") && !file.includes("node_modules")).sort();
  const modules = await Promise.all(
    paths.map((path): Promise<Record<string, unknown>> => import(new URL(path, folder).pathname)),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isFeature);
}

function isFeature(value: unknown): value is typeof BaseFeature {
  return typeof value === "function" && value.prototype instanceof BaseFeature;
}

describe.each(samples)("samples/%s", (sample) => {
  it("has a configuration and says what it shows and what to run", () => {
    expect(existsSync(new URL(`samples/${sample}/metaxy.toml`, root))).toBe(true);
    const readme = readFileSync(new URL(`samples/${sample}/README.md`, root), "utf8");
    expect(readme.split("\n")[0]).toBe(`# ${sample}`);
    expect(readme).toContain("    metaxy-compile");
  });
});

it.each(samples.filter((sample) => sample !== "mistakes"))("samples/%s constructs at run time", async (sample) => {
  const features = await loadFeatures(sample);
  const specs = features.flatMap(({ spec }) => (spec === undefined ? [] : [new FeatureSpec(spec)]));
  expect(specs.length).toBeGreaterThan(0);
  for (const Feature of features) expect(new Feature()).toBeInstanceOf(BaseFeature);
});

it.each(["every-type", "mistakes"])("samples/%s, which has options of its own, type-checks", (sample) => {
  const compiler = fileURLToPath(new URL("node_modules/typescript/bin/tsc", root));
  const project = fileURLToPath(new URL(`samples/${sample}`, root));
  expect(execFileSync(process.execPath, [compiler, "-p", project], { encoding: "utf8" })).toBe("");
});
