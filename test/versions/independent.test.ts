// Versions computed a second time, in another way: by recursion over what the tests wrote, with nothing shared but the
// input. And laws that hold for every graph.

import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { GraphVersions } from "../../src/model/versions.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { versionFeatures } from "../../src/versions/versions.ts";
import {
  type DepInput,
  type FeatureInput,
  type FieldInput,
  feature,
  noHost,
  resolveOptions,
  span,
} from "../resolve/declare.ts";

interface Field extends FieldInput {
  readonly codeVersion: string;
}

interface Input extends FeatureInput {
  readonly key: string;
  readonly deps: readonly DepInput[];
  readonly fields: readonly Field[];
}

type Graph = readonly Input[];

const fieldKeys = ["a", "b", "x/a", "x/b", "y/x/a", "a-b"];
const codeVersions = ["1", "2", "", "é✓", "😀"];

const mapping = (keys: readonly string[]): fc.Arbitrary<NonNullable<DepInput["mapping"]>> => {
  const key = fc.constantFrom(...keys).map((text) => ({
    parts: text.split("/").map((value) => ({ value, span: span() })),
    span: span(),
  }));
  return fc.oneof(
    fc.record({
      kind: fc.constant("default" as const),
      matchSuffix: fc.boolean(),
      excludeFields: fc.array(key, { maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant("all" as const) }),
    fc.record({ kind: fc.constant("none" as const) }),
    fc.record({
      kind: fc.constant("specific" as const),
      mapping: fc.array(fc.record({ field: key, upstream: fc.array(key, { maxLength: 3 }) }), { maxLength: 3 }),
    }),
  );
};

const fieldOf = (upstream: readonly string[]): fc.Arbitrary<Field> =>
  fc.record({
    key: fc.constantFrom(...fieldKeys),
    codeVersion: fc.constantFrom(...codeVersions),
    deps: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.constant("all" as const),
      upstream.length === 0
        ? fc.constant([])
        : fc.array(fc.record({ feature: fc.constantFrom(...upstream), fields: fc.constant("all" as const) }), {
            maxLength: 2,
          }),
    ),
  });

const inputOf = (index: number): fc.Arbitrary<Input> => {
  const below = Array.from({ length: index }, (_, earlier) => `f/${earlier}`);
  const names = below.length === 0 ? fc.constant([]) : fc.subarray(below, { maxLength: Math.min(below.length, 3) });
  return names.chain((upstream) =>
    fc.record({
      key: fc.constant(`f/${index}`),
      deps: fc.tuple(...upstream.map((name) => fc.record({ feature: fc.constant(name), mapping: mapping(fieldKeys) }))),
      fields: fc.uniqueArray(fieldOf(upstream), { selector: (field) => field.key, maxLength: 4 }),
    }),
  );
};

const graphs: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 6 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => inputOf(index))));

function compute(graph: Graph, hashTruncationLength = 8): GraphVersions {
  const resolved = resolve(
    { features: graph.map((input) => feature(input)), broken: [], brokenKeys: [] },
    resolveOptions,
    noHost,
  );
  return versionFeatures(resolved.value, { hashTruncationLength }).value;
}

function sha(texts: readonly string[], length: number): string {
  const hasher = createHash("sha256");
  for (const text of texts) hasher.update(Buffer.from(text, "utf8"));
  return hasher.digest().toString("hex").substring(0, length);
}

/** `feature.field` names of the parents of a field, straight from the rules. */
function parents(graph: Graph, input: Input, field: Field): string[] {
  const fieldsOf = (name: string) => graph.find(({ key }) => key === name)?.fields.map(({ key }) => key) ?? [];
  const names = new Set<string>();
  const add = (name: string, keys: readonly string[]) => {
    for (const key of keys) names.add(`${name}.${key}`);
  };
  for (const dep of input.deps) {
    const all = fieldsOf(dep.feature);
    if (field.deps === "all") add(dep.feature, all);
    else if (field.deps === undefined || field.deps.length === 0) add(dep.feature, mapped(field.key, dep, all));
  }
  if (input.deps.length > 0 && Array.isArray(field.deps)) {
    for (const { feature: name } of field.deps) add(name, fieldsOf(name));
  }
  return [...names];
}

function mapped(field: string, { mapping: rule }: DepInput, upstream: readonly string[]): readonly string[] {
  const text = (key: { readonly parts: readonly { readonly value: string }[] }) =>
    key.parts.map(({ value }) => value).join("/");
  if (rule?.kind === "all") return upstream;
  if (rule?.kind === "specific") {
    const entries = Object.fromEntries(
      (rule.mapping ?? []).map((entry) => [text(entry.field), entry.upstream.map(text)]),
    );
    return (entries[field] ?? []).filter((key) => upstream.includes(key));
  }
  if (rule?.kind !== "default") return [];
  const allowed = upstream.filter((key) => !rule.excludeFields?.some((excluded) => text(excluded) === key));
  const equal = allowed.filter((key) => key === field || (rule.matchSuffix && `/${key}`.endsWith(`/${field}`)));
  return equal.length === 0 ? allowed : equal;
}

function fieldVersion(graph: Graph, name: string, length: number): string {
  const [key = "", fieldKey = ""] = name.split(".");
  const input = graph.find((candidate) => candidate.key === key);
  const field = input?.fields.find((candidate) => candidate.key === fieldKey);
  if (input === undefined || field === undefined) throw new Error(`no field ${name}`);
  // All names here are ASCII, so the default order is that of code points.
  const versions = parents(graph, input, field)
    .sort()
    .map((parent) => fieldVersion(graph, parent, length));
  return sha([name, field.codeVersion, ...versions], length);
}

function allFields(graph: Graph): string[] {
  return graph.flatMap((input) => input.fields.map((field) => `${input.key}.${field.key}`));
}

function fieldVersionsOf(found: GraphVersions): Record<string, string> {
  return Object.fromEntries(
    [...found.features].flatMap(([key, versions]) =>
      [...versions.fieldVersions].map(([field, version]) => [`${key}.${field}`, version] as const),
    ),
  );
}

test("field and feature versions are those of the recursive definition", () => {
  fc.assert(
    fc.property(graphs, fc.constantFrom(8, 11, 64), (graph, length) => {
      const found = compute(graph, length);
      const expected = Object.fromEntries(allFields(graph).map((name) => [name, fieldVersion(graph, name, length)]));
      expect(fieldVersionsOf(found)).toEqual(expected);
      for (const { key, fields } of graph) {
        const sorted = fields.map((field) => field.key).sort();
        const texts = sorted.flatMap((field) => [field, expected[`${key}.${field}`] ?? ""]);
        expect(found.features.get(key)?.featureVersion).toBe(sha(texts, length));
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("the order of declarations changes nothing", () => {
  fc.assert(
    fc.property(
      graphs.chain((graph) =>
        fc.tuple(fc.constant(graph), fc.shuffledSubarray([...graph], { minLength: graph.length })),
      ),
      ([graph, shuffled]) => {
        const [one, other] = [compute(graph), compute(shuffled)];
        expect(other.projectVersion).toBe(one.projectVersion);
        expect([...other.features.keys()]).toEqual([...one.features.keys()]);
        expect(fieldVersionsOf(other)).toEqual(fieldVersionsOf(one));
      },
    ),
    { seed: 2, numRuns: 100 },
  );
});

test("a new code version reaches the fields below it and no others", () => {
  fc.assert(
    fc.property(graphs, fc.nat(), (graph, choice) => {
      const names = allFields(graph);
      const changed = names[choice % Math.max(names.length, 1)];
      if (changed === undefined) return;
      const after = graph.map((input) => ({
        ...input,
        fields: input.fields.map((field) =>
          `${input.key}.${field.key}` === changed ? { ...field, codeVersion: "changed" } : field,
        ),
      }));
      const [old, now] = [fieldVersionsOf(compute(graph)), fieldVersionsOf(compute(after))];
      expect(names.filter((name) => old[name] !== now[name])).toEqual(
        names.filter((name) => reaches(graph, name, changed)),
      );
    }),
    { seed: 3, numRuns: 200 },
  );
});

function reaches(graph: Graph, name: string, target: string): boolean {
  if (name === target) return true;
  const [key, fieldKey] = name.split(".");
  const input = graph.find((candidate) => candidate.key === key);
  const field = input?.fields.find((candidate) => candidate.key === fieldKey);
  if (input === undefined || field === undefined) return false;
  return parents(graph, input, field).some((parent) => reaches(graph, parent, target));
}
