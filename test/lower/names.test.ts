import { describe, expect, it } from "vitest";
import { lowerFeatures } from "../../src/lower/features.ts";
import type { NameRules } from "../../src/lower/name-rules.ts";
import { checkNames } from "../../src/lower/names.ts";
import { lowerSystemTables } from "../../src/lower/system-tables.ts";
import type { Feature } from "../../src/model/feature.ts";
import {
  at,
  check,
  column,
  feature,
  foreignKey,
  graphOf,
  index,
  key,
  messagesOf,
  ON,
  options,
  pythonOptions,
  somewhere,
  target,
  toTable,
} from "./builders.ts";

/** Names as DuckDB keeps them: no limit, indexes apart from tables, constraints nameless. */
const loose: NameRules = {
  identifierLimit: null,
  tableLimit: null,
  limitUnit: "characters",
  indexScope: "schema",
  indexesShareNamespaceWithTables: false,
  keyScope: null,
  keysShareNamespaceWithIndexes: false,
  foreignKeysShareNamespaceWithIndexes: false,
  foreignKeyScope: null,
  checkScope: null,
  caseInsensitiveTables: true,
  reservedTablePrefixes: [],
  reservedColumnPrefixes: [],
  caseInsensitiveColumns: false,
  reservedColumns: [],
  reservedIndexes: [],
  forbiddenInTables: null,
  forbiddenInColumns: null,
};

/** Names as PostgreSQL keeps them. */
const strict: NameRules = {
  ...loose,
  identifierLimit: 63,
  tableLimit: 63,
  limitUnit: "bytes",
  indexesShareNamespaceWithTables: true,
  keyScope: "schema",
  keysShareNamespaceWithIndexes: true,
  foreignKeyScope: "table",
  checkScope: "table",
  caseInsensitiveTables: false,
};

function complaints(rules: Partial<NameRules>, features: readonly Feature[], given = options(), store = target()) {
  const tables = lowerFeatures(graphOf(...features), store, given).value;
  return messagesOf(checkNames(tables, { title: "SomeSQL", names: { ...loose, ...rules } }, store, given.compat));
}

const named = (tableName: string, name: string, more = {}) => feature(name, { tableName: at(tableName), ...more });

describe("lengths", () => {
  it("are counted with the prefix", () => {
    const store = target({ tablePrefix: "staging_" });
    expect(complaints({ tableLimit: 12 }, [feature("video")], options(), store)).toEqual([
      "MXC2607 table name 'staging_video' has 13 characters, SomeSQL takes at most 12",
    ]);
  });

  it("are counted in bytes where the dialect counts bytes", () => {
    const video = feature("video", { columns: [column("id"), column("é".repeat(40))] });
    expect(complaints({ identifierLimit: 63 }, [video])).toEqual([]);
    expect(complaints({ identifierLimit: 63, limitUnit: "bytes" }, [video])).toEqual([
      `MXC2607 column name '${"é".repeat(40)}' has 80 bytes, SomeSQL takes at most 63`,
    ]);
  });

  it("count an emoji as one character", () => {
    const video = feature("video", { columns: [column("id"), column("😀".repeat(30))] });
    expect(complaints({ identifierLimit: 30 }, [video])).toEqual([]);
  });

  it("hold for indexes and constraints", () => {
    const name = "n".repeat(64);
    const tableArgs = [
      index(["id"], { name: at(name) }),
      key("unique", ["id"], `u${name}`),
      check("true", `c${name}`),
      foreignKey(["id"], [toTable("owner", "id")], { name: at(`f${name}`) }),
    ];
    const given = options({ namingConvention: {} });
    expect(
      complaints(strict, [feature("owner"), feature("video", { tableArgs })], given).map((text) => text.slice(8, 24)),
    ).toEqual(["unique constrain", "check constraint", "foreign key name", "index name 'nnnn"]);
  });

  it("of system tables are blamed on the prefix, once", () => {
    const prefixSpan = somewhere();
    const store = target({ tablePrefix: "p".repeat(40), prefixSpan });
    const tables = lowerSystemTables(store, options(), strict);
    const found = checkNames(tables, { title: "SomeSQL", names: strict }, store, "native");
    expect(found.map(({ code, primary }) => [code, primary])).toEqual([["MXC2613", prefixSpan]]);
    expect(messagesOf(found)).toEqual([
      `MXC2613 table_prefix '${"p".repeat(40)}' makes names longer than SomeSQL takes, in bytes: ` +
        `'${"p".repeat(40)}metaxy_system__feature_versions' (71 of 63)`,
    ]);
    expect(found[0]?.args.room).toBe(32);
  });

  it("of a few tables are reported one by one, of many at the prefix", () => {
    const store = target({ tablePrefix: "dev_", prefixSpan: somewhere() });
    const features = ["a", "b", "c", "d"].map((letter) => feature(letter.repeat(62)));
    expect(complaints(strict, features.slice(0, 3), options(), store)).toHaveLength(3);
    expect(complaints(strict, features, options(), store)).toEqual([
      "MXC2613 table_prefix 'dev_' makes names longer than SomeSQL takes, in bytes: " +
        `${["a", "b", "c"].map((letter) => `'dev_${letter.repeat(62)}' (66 of 63)`).join(", ")} and 1 more`,
    ]);
  });

  it("of tables that fit with no prefix are not the prefix's doing", () => {
    const store = target({ tablePrefix: "dev_" });
    const features = ["a", "b", "c", "d"].map((letter) => feature(letter.repeat(64)));
    expect(complaints(strict, features, options(), store)).toHaveLength(4);
  });

  it("of a table that is too long say nothing of the names made of it", () => {
    const long = feature("v".repeat(64), { tableArgs: [index(["id"]), index(["id"], { name: at("x".repeat(70)) })] });
    const both = options({ injectPrimaryKey: ON, injectIndex: ON });
    expect(complaints(strict, [long], both).map((text) => text.slice(8, 20))).toEqual(["table name '", "index name '"]);
  });

  it("of a column are reported where its name is written", () => {
    const name = at("n".repeat(64));
    const video = feature("video", { columns: [column("id"), column("short", "string", { name })] });
    const tables = lowerFeatures(graphOf(video), target(), options()).value;
    const [found] = checkNames(tables, { title: "SomeSQL", names: strict }, target(), "native");
    expect(found?.primary).toBe(name.span);
  });
});

describe("reserved names", () => {
  it("are refused by how they start, whatever the case", () => {
    expect(complaints({ reservedTablePrefixes: ["sqlite_"] }, [named("SQLite_x", "a")])).toEqual([
      "MXC2611 table name 'SQLite_x' starts with 'sqlite_', which SomeSQL keeps for itself",
    ]);
  });

  it("are refused by what they contain", () => {
    const video = feature("video", { columns: [column("id"), column("a.b")] });
    expect(complaints({ forbiddenInColumns: /[.]/ }, [video])).toEqual([
      "MXC2612 column name 'a.b' contains '.', which SomeSQL does not take there",
    ]);
  });
});

describe("tables", () => {
  it("may differ in case only where case counts", () => {
    const features = [named("Video", "a"), named("video", "b")];
    expect(complaints({ caseInsensitiveTables: false }, features)).toEqual([]);
    expect(complaints({}, features)).toEqual([
      "MXC2608 table name 'video' is already taken by table 'Video'; SomeSQL wants it unique in the schema",
    ]);
  });

  it("are reported at the later class with the earlier beside it", () => {
    const [first, second] = [named("Video", "a"), named("video", "b")];
    const tables = lowerFeatures(graphOf(first, second), target(), options()).value;
    const [found] = checkNames(tables, { title: "SomeSQL", names: loose }, target(), "native");
    expect(found).toMatchObject({ primary: second.decl?.span, related: [{ span: first.decl?.span }] });
  });

  it("of one name to the letter were reported with their keys, and so were all their parts", () => {
    const features = [named("v", "a"), named("v", "b")];
    expect(complaints(strict, features, options({ injectPrimaryKey: ON, injectIndex: ON }))).toEqual([]);
  });

  it("whose name is taken do not hide what is wrong with their parts", () => {
    const parts = (name: string) => ({ tableArgs: [index(["id"]), index(["id"], { name: at(name) })] });
    const features = [named("v", "a", parts("x")), named("V", "b", parts("x"))];
    expect(complaints({}, features)).toEqual([
      "MXC2608 table name 'v' is already taken by table 'V'; SomeSQL wants it unique in the schema",
      "MXC2608 index name 'x' is already taken by index 'x' of table 'V'; SomeSQL wants it unique in the schema",
    ]);
  });

  it("of Metaxy's own name were reported with their keys", () => {
    const feature = named("metaxy_system__events", "a");
    const features = lowerFeatures(graphOf(feature), target(), options()).value;
    const tables = [...lowerSystemTables(target(), options(), strict), ...features];
    expect(checkNames(tables, { title: "SomeSQL", names: strict }, target(), "native")).toEqual([]);
  });

  it("may have one name in two schemas", () => {
    const schema = (name: string) => ({ tableOptions: { schema: at(name), dialects: {} } });
    expect(complaints({}, [named("v", "a", schema("s")), named("V", "b", schema("t"))])).toEqual([]);
  });
});

describe("indexes and constraints", () => {
  const twice = (make: (name: string) => Parameters<typeof feature>[1]) => [
    feature("a", make("x")),
    feature("b", make("x")),
  ];
  const indexes = twice((name) => ({ tableArgs: [index(["id"], { name: at(name) })] }));

  it("meet across tables where the schema is their scope", () => {
    expect(complaints({}, indexes)).toEqual([
      "MXC2608 index name 'x' is already taken by index 'x' of table 'a'; SomeSQL wants it unique in the schema",
    ]);
    expect(complaints({ indexScope: "table" }, indexes)).toEqual([]);
    expect(complaints({ indexScope: null }, indexes)).toEqual([]);
  });

  it("meet tables where they share their names", () => {
    const features = [feature("a", { tableArgs: [index(["id"], { name: at("b") })] }), feature("b")];
    expect(complaints({}, features)).toEqual([]);
    expect(complaints({ indexesShareNamespaceWithTables: true }, features)).toEqual([
      "MXC2608 table name 'b' is already taken by index 'b' of table 'a'; SomeSQL wants it unique in the schema",
    ]);
  });

  it("meet across schemas where the database is their scope", () => {
    const schema = (name: string) => ({ schema: at(name), dialects: {} });
    const features = [
      feature("a", { tableOptions: schema("s"), tableArgs: [index(["id"], { name: at("x") })] }),
      feature("b", { tableOptions: schema("t"), tableArgs: [index(["id"], { name: at("x") })] }),
    ];
    expect(complaints({}, features)).toEqual([]);
    expect(complaints({ indexScope: "database" }, features)).toHaveLength(1);
  });

  it("meet where a key takes a name among the indexes", () => {
    const tableArgs = [index(["id"], { name: at("x") }), key("unique", ["id"], "x")];
    expect(complaints({ keyScope: "schema" }, [feature("a", { tableArgs })])).toEqual([]);
    expect(
      complaints({ keyScope: "schema", keysShareNamespaceWithIndexes: true }, [feature("a", { tableArgs })]),
    ).toEqual([
      "MXC2608 index name 'x' is already taken by unique constraint 'x' of table 'a'; SomeSQL wants it unique in the schema",
    ]);
  });

  it("meet where an index is made for a foreign key", () => {
    const tableArgs = [
      index(["id"], { name: at("x") }),
      foreignKey(["id"], [toTable("owner", "id")], { name: at("x") }),
    ];
    const features = [feature("owner"), feature("a", { tableArgs })];
    expect(complaints({ indexScope: "table" }, features)).toEqual([]);
    expect(complaints({ indexScope: "table", foreignKeysShareNamespaceWithIndexes: true }, features)).toEqual([
      "MXC2608 index name 'x' is already taken by foreign key 'x' of table 'a'; SomeSQL wants it unique in the table",
    ]);
  });

  it("meet inside one table where the table is their scope", () => {
    const tableArgs = [key("unique", ["id"], "x"), check("true", "x")];
    const given = options({ namingConvention: {} });
    expect(complaints(strict, [feature("a", { tableArgs })], given)).toEqual([
      "MXC2608 check constraint name 'x' is already taken by unique constraint 'x' of table 'a'; SomeSQL wants it unique in the table",
    ]);
    expect(complaints({ checkScope: "table" }, [feature("a", { tableArgs })], given)).toEqual([]);
  });

  it("made by the convention can meet although their columns differ", () => {
    const flagged = (name: string) => ({ columns: [column("id"), column(name, "string", { index: at(true) })] });
    expect(complaints({}, [feature("a", flagged("b_c")), named("a_b", "d", flagged("c"))])).toEqual([
      "MXC2608 index name 'ix_a_b_c' is already taken by index 'ix_a_b_c' of table 'a'; SomeSQL wants it unique in the schema",
    ]);
  });

  it("injected under Python's fixed names are reported once, at the second table", () => {
    const features = [feature("a"), feature("b"), feature("c")];
    const both = pythonOptions({ injectIndex: ON });
    expect(complaints(strict, features, both)).toEqual([
      "MXC2609 Python Metaxy names every table's injected key 'metaxy_idx' and 'metaxy_pk', and SomeSQL has room for one in a schema",
    ]);
    expect(complaints(strict, features.slice(0, 1), both)).toEqual([]);
    expect(complaints({ indexScope: "table" }, features, both)).toEqual([]);
  });

  it("injected under our own names never meet", () => {
    const both = options({ injectPrimaryKey: ON, injectIndex: ON });
    expect(complaints(strict, [feature("a"), feature("b"), feature("a/b")], both)).toEqual([]);
  });
});
