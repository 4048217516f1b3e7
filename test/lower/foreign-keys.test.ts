import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerFeatures } from "../../src/lower/features.ts";
import type { Feature } from "../../src/model/feature.ts";
import {
  at,
  column,
  feature,
  foreignKey,
  graphOf,
  lowerCleanly,
  messagesOf,
  options,
  pythonOptions,
  reportOf,
  somewhere,
  target,
  toClass,
  toTable,
} from "./builders.ts";

const dev = target({ tablePrefix: "dev_" });
const unique = { unique: at(true) };
const id = column("id", "string", unique);
const owner = feature("owner", { columns: [id] });

/** A feature `name` whose column `ref` points somewhere. */
function pointing(name: string, foreign: ReturnType<typeof toTable>, type: "string" | "int64" = "string"): Feature {
  return feature(name, { columns: [id, column("ref", type, { foreignKey: foreign })] });
}

describe("foreign keys", () => {
  it("to a feature class point at its prefixed table", () => {
    const [, clip] = lowerCleanly([owner, pointing("clip", toClass("Owner", "id"))], options(), dev);
    expect(clip?.foreignKeys).toMatchObject([
      {
        name: "fk_dev_clip_ref_dev_owner",
        columns: ["ref"],
        referredSchema: null,
        referredTable: "dev_owner",
        referredColumns: ["id"],
      },
    ]);
  });

  it("to an unprefixed name of a feature's table get the prefix too", () => {
    const [, clip] = lowerCleanly([owner, pointing("clip", toTable("owner", "id"))], options(), dev);
    expect(clip?.foreignKeys[0]?.referredTable).toBe("dev_owner");
  });

  it("to a system table get the prefix", () => {
    const [clip] = lowerCleanly([pointing("clip", toTable("metaxy_system__events", "project"))], options(), dev);
    expect(clip?.foreignKeys[0]?.referredTable).toBe("dev_metaxy_system__events");
  });

  it("to a table Metaxy knows nothing of stay as written, schema apart, with a warning", () => {
    const graph = graphOf(pointing("clip", toTable("auth.users", "id")));
    const { value, diagnostics } = lowerFeatures(graph, dev, options());
    expect(value[0]?.foreignKeys[0]).toMatchObject({ referredSchema: "auth", referredTable: "users" });
    expect(messagesOf(diagnostics)).toEqual([
      "MXC2646 foreign key points at table 'auth.users', which no feature of this project makes",
    ]);
  });

  it("to a misspelt table suggest the table that is there", () => {
    const graph = graphOf(feature("owner", { columns: [id] }), pointing("clip", toTable("ownr", "id")));
    const [found] = lowerFeatures(graph, dev, options()).diagnostics;
    expect(found?.args.suggestion).toBe("did you mean 'owner'?");
  });

  it("reach features of other projects", () => {
    const theirs = feature("owner", { columns: [id], selected: false });
    const [clip, ...others] = lowerCleanly([theirs, pointing("clip", toClass("Owner", "id"))], options(), dev);
    expect([clip?.foreignKeys[0]?.referredTable, others]).toEqual(["dev_owner", []]);
  });

  it("name the target's column by property or SQL name", () => {
    const named = feature("owner", {
      columns: [column("ownerId", "string", { ...unique, name: at("oid") })],
      ids: ["oid"],
    });
    const [, clip] = lowerCleanly([named, pointing("clip", toClass("Owner", "ownerId"))]);
    expect(clip?.foreignKeys[0]?.referredColumns).toEqual(["oid"]);
  });

  it("of tableArgs may have several columns, a name and actions", () => {
    const targets = [toClass("Owner", "metaxy_feature_version"), toClass("Owner", "id")];
    const arg = foreignKey(["metaxy_feature_version", "id"], targets, {
      name: at("mine"),
      onDelete: "CASCADE",
      onUpdate: "RESTRICT",
    });
    const [, clip] = lowerCleanly([owner, feature("clip", { tableArgs: [arg] })]);
    expect(clip?.foreignKeys[0]).toMatchObject({
      name: "mine",
      columns: ["metaxy_feature_version", "id"],
      referredColumns: ["metaxy_feature_version", "id"],
      onDelete: "CASCADE",
      onUpdate: "RESTRICT",
    });
  });

  it.each([
    [
      "a class that is no feature",
      pointing("clip", toClass("Nobody", "id")),
      "MXC2640 foreign key points at Nobody, which is not a feature class",
    ],
    [
      "an unknown column",
      pointing("clip", toClass("Owner", "idd")),
      "MXC2641 foreign key points at column 'idd', which 'owner' does not have",
    ],
    [
      "a column of another type",
      pointing("clip", toClass("Owner", "id"), "int64"),
      "MXC2643 foreign key column 'ref' is int64, but 'owner.id' is string",
    ],
    [
      "two tables at once",
      feature("clip", {
        columns: [id, column("b")],
        tableArgs: [foreignKey(["id", "b"], [toClass("Owner", "id"), toTable("users", "id")])],
      }),
      "MXC2642 one foreign key points at several tables: 'owner' and 'users'",
    ],
    [
      "SET NULL on a column without null",
      feature("clip", {
        columns: [id, column("ref", "string", { foreignKey: toClass("Owner", "id"), onDelete: at("SET NULL") })],
      }),
      "MXC2645 'onDelete' sets column 'ref' to null, which it does not admit",
    ],
  ])("may not have %s", (_, clip, message) => {
    expect(messagesOf(reportOf([owner, clip]))).toEqual([message]);
  });

  it("may not point at a feature without a table", () => {
    const bare = feature("owner", { table: false });
    expect(messagesOf(reportOf([bare, pointing("clip", toClass("Owner", "id"))]))).toEqual([
      "MXC2640 foreign key points at Owner, which has no table",
    ]);
  });

  it("stay unprefixed in Python, which is reported, except where a table points at itself", () => {
    const toOther = pointing("clip", toClass("Owner", "id"));
    expect(messagesOf(reportOf([owner, toOther], pythonOptions(), dev))).toEqual([
      "MXC2652 Python Metaxy leaves this foreign key pointing at 'owner', while the table is named 'dev_owner'",
    ]);
    expect(reportOf([owner, toOther], pythonOptions())).toEqual([]);
    expect(reportOf([pointing("clip", toClass("Clip", "id"))], pythonOptions(), dev)).toEqual([]);
  });
});

describe("the order of tables", () => {
  it("is by chain of references, then by name", () => {
    const c = feature("c", { columns: [id] });
    const tables = lowerCleanly([
      pointing("a", toClass("B", "id")),
      feature("d"),
      pointing("b", toClass("C", "id")),
      c,
    ]);
    expect(tables.map(({ name }) => name)).toEqual(["c", "d", "b", "a"]);
  });

  it("does not depend on the order of the features", () => {
    const links = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 });
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
    fc.assert(
      fc.property(links, order, (pairs, shuffled) => {
        const features = shuffled.map((number) => linked(number, pairs));
        const names = lowerFeatures(graphOf(...features), target(), options()).value.map(({ name }) => name);
        const sorted = [...features].sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(names).toEqual(lowerCleanly(sorted).map(({ name }) => name));
        for (const [from, to] of pairs) {
          if (to < from) expect(names.indexOf(`t${to}`)).toBeLessThan(names.indexOf(`t${from}`));
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("copes with a chain of ten thousand references", () => {
    const numbers = Array.from({ length: 10_000 }, (_, number) => number);
    const tables = lowerCleanly(numbers.map((number) => linked(number, number > 0 ? [[number, number - 1]] : [])));
    expect(tables.map(({ name }) => name)).toEqual(numbers.map((number) => `t${number}`));
  });

  it("leads to a later table as seldom as the best of all orders, in circles of every shape", () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 14, selector: String });
    fc.assert(
      fc.property(pairs, (links) => {
        const found = lowerCleanly(range(6).map((number) => linkedFreely(number, links))).map(({ name }) => name);
        const forward = (order: readonly string[]) =>
          links.filter(([from, to]) => from !== to && order.indexOf(`t${to}`) > order.indexOf(`t${from}`)).length;
        const best = Math.min(...permutations(range(6)).map((order) => forward(order.map((number) => `t${number}`))));
        expect(forward(found)).toBe(best);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("counts the keys of a pair of tables, and goes by name where orders are equally good", () => {
    const twice = feature("a", {
      columns: [id, ...["x", "y"].map((name) => column(name, "string", { foreignKey: toClass("B", "id") }))],
    });
    const orderOf = (...features: readonly Feature[]) => lowerCleanly(features).map(({ name }) => name);
    expect(orderOf(twice, pointing("b", toClass("A", "id")))).toEqual(["b", "a"]);
    expect(orderOf(pointing("b", toClass("A", "id")), pointing("a", toClass("B", "id")))).toEqual(["a", "b"]);
  });

  it("breaks a circle of ten thousand tables in one place", () => {
    const ring = range(10_000).map((number) => linkedFreely(number, [[number, (number + 1) % 10_000]]));
    const names = lowerCleanly(ring).map(({ name }) => name);
    const place = new Map(names.map((name, index) => [name, index]));
    const forward = range(10_000).filter(
      (number) => (place.get(`t${(number + 1) % 10_000}`) ?? 0) > (place.get(`t${number}`) ?? 0),
    );
    expect(forward).toHaveLength(1);
  });

  it("lets a table point at itself", () => {
    expect(lowerCleanly([pointing("clip", toClass("Clip", "id"))])).toHaveLength(1);
  });
});

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((each) => each !== item)).map((rest) => [item, ...rest]));
}

/** Table `t<number>` with a reference to every number it is linked to, itself included. */
function linkedFreely(number: number, pairs: readonly (readonly [number, number])[]): Feature {
  const targets = pairs.filter(([from]) => from === number).map(([, to]) => to);
  const columns = targets.map((to, place) => column(`r${place}`, "string", { foreignKey: toTable(`t${to}`, "id") }));
  return feature(`t${number}`, { columns: [column("id", "string", unique), ...columns], span: somewhere() });
}

/** Table `t<number>` with a reference to every smaller number it is linked to. */
function linked(number: number, pairs: readonly (readonly [number, number])[]): Feature {
  const targets = pairs.filter(([from, to]) => from === number && to < from).map(([, to]) => to);
  const columns = targets.map((to, place) => column(`r${place}`, "string", { foreignKey: toTable(`t${to}`, "id") }));
  return feature(`t${number}`, { columns: [column("id", "string", unique), ...columns], span: somewhere() });
}
