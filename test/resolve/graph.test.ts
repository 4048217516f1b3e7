import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCycles } from "../../src/resolve/cycles.ts";
import { orderFeatures } from "../../src/resolve/order.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { type DepInput, type FeatureInput, feature, key, noHost, resolveOptions } from "./declare.ts";

function graphOf(...inputs: readonly FeatureInput[]) {
  const features = inputs.map((input) => feature(input));
  return resolve({ features, broken: [], brokenKeys: [] }, resolveOptions, noHost).value;
}

describe("the order of features", () => {
  const node = (name: string, ...upstream: string[]) => ({ key: name, parts: name.split("/"), upstream });

  test("puts parents first and sorts equals part by part, as Python sorts keys", () => {
    const order = orderFeatures([
      node("child", "a_b", "a/b"),
      ...["a_b", "a0", "a-b", "a/b", "a/0", "a"].map((name) => node(name)),
    ]);
    expect(order.map((feature) => feature.key)).toEqual(["a", "a/0", "a/b", "a-b", "a0", "a_b", "child"]);
  });

  test("puts members of a cycle last", () => {
    const order = orderFeatures([node("a", "b"), node("b", "a"), node("c", "a"), node("d")]);
    expect(order.map((feature) => feature.key)).toEqual(["d", "a", "b", "c"]);
  });

  test("takes a chain of any length", () => {
    const chain = Array.from({ length: 50_000 }, (_, index) =>
      node(`f${index}`, ...(index === 0 ? [] : [`f${index - 1}`])),
    );
    expect(orderFeatures(chain.toReversed()).map((feature) => feature.key)).toEqual(
      chain.map((feature) => feature.key),
    );
  });
});

describe("cycles", () => {
  const cyclesOf = (edges: Readonly<Record<string, readonly string[]>>) => findCycles(new Map(Object.entries(edges)));

  test("are found once for each group of nodes that reach each other", () => {
    expect(cyclesOf({ a: ["b"], b: ["a"], c: ["d"], d: ["c", "a"], e: ["a"] })).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("are as short as the group allows", () => {
    expect(cyclesOf({ a: ["b"], b: ["c"], c: ["d", "a"], d: ["a"] })).toEqual([["a", "b", "c"]]);
    expect(cyclesOf({ a: ["b"], b: ["c"], c: ["a", "d"], d: ["c"] })).toEqual([["c", "d"]]);
  });

  test("of one node do not count, nor do targets that are no nodes", () => {
    expect(cyclesOf({ a: ["a", "x"], b: ["a"] })).toEqual([]);
  });

  test("are found however long they are", () => {
    const ring = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`n${at}`, [`n${(at + 1) % 20_000}`]]));
    expect(cyclesOf(ring)[0]).toHaveLength(20_000);
  });

  test("exist exactly where nodes reach themselves, and every step of them is an edge", () => {
    const graphs = fc.array(fc.array(fc.nat(6), { maxLength: 3 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(graphs, (targets) => {
        const graph = new Map(targets.map((to, from) => [`${from}`, to.map(String)]));
        const cycles = findCycles(graph);
        for (const cycle of cycles) {
          for (const [at, node] of cycle.entries()) {
            expect(graph.get(node)).toContain(cycle[(at + 1) % cycle.length]);
          }
        }
        const looping = [...graph.keys()].filter((node) => reachesItself(graph, node));
        expect(cycles.length > 0).toBe(looping.length > 0);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  function reachesItself(graph: ReadonlyMap<string, readonly string[]>, start: string): boolean {
    const reached = new Set<string>();
    const waiting = [...(graph.get(start) ?? [])].filter((node) => node !== start);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node === start) return true;
      if (reached.has(node)) continue;
      reached.add(node);
      waiting.push(...(graph.get(node) ?? []));
    }
    return false;
  }
});

describe("parents of a field", () => {
  const upstream = { key: "up", fields: ["audio/french", "audio/english", "french", "video"] };
  const exclude = (...keys: string[]) => ({ kind: "default" as const, excludeFields: keys.map((text) => key(text)) });

  function parentsOf(field: string, mapping: DepInput["mapping"], source: FeatureInput = upstream) {
    const down = { key: "down", fields: [field], deps: [{ feature: "up", ...(mapping ? { mapping } : {}) }] };
    return graphOf(source, down)
      .byKey.get("down")
      ?.fields[0]?.parents.map((parent) => parent.field);
  }

  test("are the fields of the same key", () => expect(parentsOf("french", undefined)).toEqual(["french"]));

  test("are all fields where no key is the same", () => {
    expect(parentsOf("german", undefined)).toEqual(upstream.fields);
  });

  test("with matchSuffix are also the fields that end with the key", () => {
    expect(parentsOf("french", { kind: "default", matchSuffix: true })).toEqual(["audio/french", "french"]);
    const deep = { key: "up", fields: ["x/audio/french", "audio/french", "french"] };
    expect(parentsOf("audio/french", { kind: "default", matchSuffix: true }, deep)).toEqual([
      "x/audio/french",
      "audio/french",
    ]);
  });

  test("are never excluded fields", () => {
    expect(parentsOf("french", exclude("french"))).toEqual(["audio/french", "audio/english", "video"]);
    expect(parentsOf("french", exclude(...upstream.fields))).toEqual([]);
  });

  test("of a specific mapping are what it lists, as far as it exists", () => {
    const mapping = {
      kind: "specific" as const,
      mapping: [{ field: key("a"), upstream: [key("video"), key("nope")] }],
    };
    expect(parentsOf("a", mapping)).toEqual(["video"]);
    expect(parentsOf("b", mapping)).toEqual([]);
  });

  test("come once, also when two dependencies lead to one feature", () => {
    const graph = graphOf(upstream, { key: "down", fields: ["video"], deps: ["up", "up"] });
    expect(graph.byKey.get("down")?.fields[0]?.parents).toEqual([{ feature: "up", field: "video" }]);
    expect(graph.byKey.get("down")?.upstream).toEqual(["up"]);
  });
});

describe("the graph", () => {
  test("knows who depends on whom, in both directions", () => {
    const graph = graphOf({ key: "b", deps: ["a"] }, { key: "c/d", deps: ["b", "a"] }, { key: "a" });
    expect(graph.features.map(({ key: name, upstream, downstream }) => [name, upstream, downstream])).toEqual([
      ["a", [], ["b", "c/d"]],
      ["b", ["a"], ["c/d"]],
      ["c/d", ["b", "a"], []],
    ]);
  });

  test("does not depend on the order of declarations", () => {
    const inputs = [{ key: "b", deps: ["a"] }, { key: "a" }, { key: "c" }];
    expect(graphOf(...inputs).features.map((one) => one.key)).toEqual(
      graphOf(...inputs.toReversed()).features.map((one) => one.key),
    );
  });

  test("gives a feature its JSDoc as description, unless the spec has one", () => {
    expect(graphOf({ key: "a", doc: "Doc." }).byKey.get("a")?.spec).toMatchObject({ description: "Doc." });
    expect(graphOf({ key: "a", doc: "" }).byKey.get("a")?.spec).toMatchObject({ description: null });
  });
});
