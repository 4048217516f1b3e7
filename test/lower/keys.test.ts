import { describe, expect, it } from "vitest";
import type { Feature } from "../../src/model/feature.ts";
import {
  at,
  check,
  column,
  columnOf,
  feature,
  index,
  key,
  lowerOne,
  messagesOf,
  ON,
  options,
  pythonOptions,
  reportOf,
  target,
} from "./builders.ts";

const dev = target({ tablePrefix: "dev_" });
const withKey = options({ injectPrimaryKey: ON });
const withIndex = options({ injectIndex: ON });

describe("injection", () => {
  const answers = [
    { forced: true, own: false, configured: false, injected: true },
    { forced: false, own: true, configured: true, injected: false },
    { forced: null, own: true, configured: false, injected: true },
    { forced: null, own: false, configured: true, injected: false },
    { forced: null, own: null, configured: true, injected: true },
    { forced: null, own: null, configured: false, injected: false },
  ];

  it.each(answers)("obeys the command line, then the class, then the configuration: %j", (answer) => {
    const { forced, own, configured, injected } = answer;
    const asked = own === null ? null : at(own);
    const video = feature("video", { injection: { primaryKey: asked, index: asked } });
    const asking = { forced, configured };
    const table = lowerOne(video, options({ injectPrimaryKey: asking, injectIndex: asking }));
    expect([table.primaryKey !== null, table.indexes.length]).toEqual([injected, injected ? 1 : 0]);
  });

  it("has the documented columns by default", () => {
    const video = feature("video", { ids: ["b", "a"], columns: [column("a"), column("b")] });
    expect(lowerOne(video, withKey).primaryKey?.columns).toEqual([
      "b",
      "a",
      "metaxy_created_at",
      "metaxy_data_version",
    ]);
  });

  it("has the columns Metaxy 0.1 uses with key_layout = feature_version", () => {
    const given = options({ injectIndex: ON, keyLayout: "feature_version" });
    expect(lowerOne(feature("video"), given).indexes[0]?.parts.map((part) => part.column)).toEqual([
      "metaxy_feature_version",
      "id",
      "metaxy_updated_at",
    ]);
  });

  it("names the key by the convention and the index after the table", () => {
    const table = lowerOne(feature("video"), options({ injectPrimaryKey: ON, injectIndex: ON }), dev);
    expect([table.primaryKey?.name, table.indexes[0]?.name]).toEqual(["pk_dev_video", "ix_dev_video__metaxy"]);
  });

  it("uses Python's fixed names where Python's tables are wanted", () => {
    const table = lowerOne(feature("video"), pythonOptions({ injectIndex: ON }), dev);
    expect([table.primaryKey?.name, table.indexes[0]?.name]).toEqual(["metaxy_pk", "metaxy_idx"]);
  });

  it("uses SQL names of id columns and skips those that do not exist", () => {
    const video = feature("video", {
      ids: ["videoId", "gone"],
      columns: [column("videoId", "string", { name: at("vid") })],
    });
    expect(lowerOne(video, withKey).primaryKey?.columns[0]).toBe("vid");
    expect(lowerOne(video, withKey).primaryKey?.columns).toHaveLength(3);
  });

  it("tells where the class asked", () => {
    const asked = at(true);
    const video = feature("video", { injection: { primaryKey: asked, index: null } });
    expect(lowerOne(video).primaryKey?.source).toEqual(asked.span);
    expect(lowerOne(feature("video"), withKey).primaryKey?.source).toBeNull();
  });

  it("still has a name where the convention builds on the constraint's", () => {
    const given = options({ injectPrimaryKey: ON, namingConvention: { pk: "%(constraint_name)s_%(table_name)s" } });
    expect(lowerOne(feature("video"), given).primaryKey?.name).toBe("metaxy_video");
  });
});

describe("the primary key", () => {
  const marked = (name: string) => column(name, "string", { primaryKey: at(true) });

  it("is made of marked properties in their order", () => {
    const video = feature("video", { columns: [marked("b"), column("id"), marked("a")] });
    expect(lowerOne(video).primaryKey).toMatchObject({ name: "pk_video", columns: ["b", "a"] });
  });

  it("is the constraint of tableArgs, which may write properties", () => {
    const columns = [column("id"), column("videoId", "string", { name: at("vid") })];
    const video = feature("video", { columns, tableArgs: [key("primary-key", ["videoId", "id", "id"], "mine")] });
    expect(lowerOne(video).primaryKey).toMatchObject({ name: "mine", columns: ["vid", "id"] });
  });

  it("is the injected one, and the author's is reported", () => {
    const video = feature("video", { columns: [marked("id")] });
    const [report] = reportOf([video], withKey);
    expect(messagesOf(report === undefined ? [] : [report])).toEqual([
      "MXC2621 primary key (id) gives way to (id, metaxy_created_at, metaxy_data_version) from inject_primary_key",
    ]);
    expect(report?.primary).toEqual(video.decl?.columns[0]?.options.primaryKey?.span);
  });

  it("may be asked for twice in the same words", () => {
    const columns = [marked("b"), marked("id")];
    expect(
      lowerOne(feature("video", { columns, tableArgs: [key("primary-key", ["id", "b"])] })).primaryKey?.columns,
    ).toEqual(["id", "b"]);
  });

  it("may be constrained once only", () => {
    const tableArgs = [key("primary-key", ["id"]), key("primary-key", ["id"])];
    expect(messagesOf(reportOf([feature("video", { tableArgs })]))).toEqual([
      "MXC2622 Video has two primary key constraints",
    ]);
  });

  it("makes its columns NOT NULL and says so of those that admit null", () => {
    const columns = [column("id"), column("a", "string", { primaryKey: at(true) }, { nullable: true })];
    const video = feature("video", { columns });
    expect(messagesOf(reportOf([video]))).toEqual([
      "MXC2623 column 'a' admits null but is part of the primary key, so the table says NOT NULL",
    ]);
  });

  it("says nothing of optional numbers that the server fills in", () => {
    const counter = column("n", "int64", { primaryKey: at(true), autoincrement: at(true) }, { nullable: true });
    expect(columnOf(lowerOne(feature("video", { columns: [column("id"), counter] })), "n").nullable).toBe(false);
  });
});

describe("what Python's tables cannot be", () => {
  const python = (video: Feature, given = pythonOptions()) => messagesOf(reportOf([video], given));

  it("is without a primary key", () => {
    expect(python(feature("video"), pythonOptions({ injectPrimaryKey: { forced: null, configured: false } }))).toEqual([
      "MXC2650 Video has no primary key, and Python Metaxy refuses to make a table without one",
    ]);
  });

  it("is named otherwise than the key", () => {
    expect(python(feature("video/raw", { tableName: at("clips") }))).toEqual([
      "MXC2651 Python Metaxy names this table 'video__raw' and refuses any other name, such as 'clips'",
    ]);
  });

  it("is identified by a number that the server would make up", () => {
    const id = column("id", "int64", { primaryKey: at(true) });
    const given = pythonOptions({ injectPrimaryKey: { forced: null, configured: false } });
    expect(python(feature("video", { columns: [id] }), given)).toEqual([
      "MXC2653 id column 'id' is a lone integer primary key, which SQLAlchemy lets the server number",
    ]);
  });

  it("leaves NOT NULL out of key columns that say nullable, as SQLAlchemy does", () => {
    const id = column("id", "string", { primaryKey: at(true), nullable: at(true) });
    const other = column("b", "string", { primaryKey: at(true) }, { nullable: true });
    const given = pythonOptions({ injectPrimaryKey: { forced: null, configured: false } });
    const table = lowerOne(feature("video", { columns: [id, other] }), given);
    expect([columnOf(table, "id").nullable, columnOf(table, "b").nullable]).toEqual([true, false]);
  });
});

describe("indexes", () => {
  it("are named by the convention and sorted by name", () => {
    const columns = [column("id"), column("b", "string", { index: at(true) }), column("a")];
    const tableArgs = [index(["a", "b"]), index(["id"], { name: at("zz") })];
    const table = lowerOne(feature("video", { columns, tableArgs }), withIndex, dev);
    expect(table.indexes.map(({ name }) => name)).toEqual([
      "ix_dev_video__metaxy",
      "ix_dev_video_a",
      "ix_dev_video_b",
      "zz",
    ]);
  });

  it("keep order, condition, method and further columns", () => {
    const parts = [{ column: at("id"), expression: null, descending: true }];
    const more = {
      name: at("i"),
      columns: parts,
      unique: true,
      where: at("id <> ''"),
      using: at("btree"),
      include: [at("id")],
    };
    expect(lowerOne(feature("video", { tableArgs: [index([], more)] })).indexes[0]).toMatchObject({
      parts: [{ column: "id", expression: null, descending: true }],
      unique: true,
      where: { value: "id <> ''" },
      using: "btree",
      include: ["id"],
    });
  });

  it("over a unique property are unique, and stand for the constraint", () => {
    const id = column("id", "string", { index: at(true), unique: at(true) });
    const table = lowerOne(feature("video", { columns: [id] }));
    expect([table.indexes.map(({ unique }) => unique), table.uniqueConstraints]).toEqual([[true], []]);
  });

  it("over expressions alone need a name", () => {
    const columns = [{ column: null, expression: at("lower(id)"), descending: false }];
    expect(messagesOf(reportOf([feature("video", { tableArgs: [index([], { columns })] })]))).toEqual([
      "MXC2610 an index of 'video' has no column to be named after",
    ]);
    const named = feature("video", { tableArgs: [index([], { columns, name: at("i") })] });
    expect(lowerOne(named).indexes[0]?.parts).toMatchObject([
      { column: null, expression: { value: "lower(id)" }, descending: false },
    ]);
  });

  it("keep the name without the prefix where Python made them with the class", () => {
    const columns = [column("id", "string", { index: at(true) })];
    const video = feature("video", { columns, tableArgs: [index(["id", "metaxy_feature_version"])] });
    const given = pythonOptions({ namingConvention: { ix: "%(table_name)s_%(column_0_N_name)s" } });
    expect(lowerOne(video, given, dev).indexes.map(({ name }) => name)).toEqual([
      "ix_dev_video_id",
      "video_id_metaxy_feature_version",
    ]);
  });

  it("are cut as SQLAlchemy cuts them in Python's tables only", () => {
    const name = "c".repeat(70);
    const video = feature("video", { columns: [column("id"), column(name, "string", { index: at(true) })] });
    expect(lowerOne(video).indexes[0]?.name).toBe(`ix_video_${name}`);
    expect(lowerOne(video, pythonOptions()).indexes[0]?.name).toHaveLength(60);
  });
});

describe("unique and check constraints", () => {
  it("are named by the convention, properties before tableArgs", () => {
    const columns = [column("id"), column("a", "string", { unique: at(true) })];
    const tableArgs = [key("unique", ["id", "a"]), key("unique", ["id"], "mine"), check("id <> ''", "filled")];
    const table = lowerOne(feature("video", { columns, tableArgs }), options(), dev);
    expect(table.uniqueConstraints.map(({ name }) => name)).toEqual(["uq_dev_video_a", "uq_dev_video_id", "mine"]);
    expect(table.checkConstraints).toMatchObject([{ name: "ck_dev_video_filled", expression: { value: "id <> ''" } }]);
  });

  it("stay unnamed without a convention", () => {
    const tableArgs = [key("unique", ["id"]), check("id <> ''")];
    const table = lowerOne(feature("video", { tableArgs }), options({ namingConvention: {} }));
    expect([table.uniqueConstraints[0]?.name, table.checkConstraints[0]?.name]).toEqual([null, null]);
  });

  it("need a name in Python's tables where the convention builds on it", () => {
    const video = feature("video", { tableArgs: [check("id <> ''")] });
    const given = pythonOptions({ namingConvention: { ck: "ck_%(constraint_name)s" } });
    expect(messagesOf(reportOf([video], given))).toEqual([
      "MXC2606 this check constraint needs a name for SQLAlchemy, because naming_convention 'ck' uses %(constraint_name)s",
    ]);
  });
});

describe("tableArgs", () => {
  it.each([
    ["the index", index(["nam"])],
    ["the unique constraint", key("unique", ["nam"])],
    ["the primary key", key("primary-key", ["nam"])],
  ])("may not name columns that are not there: %s", (what, arg) => {
    const video = feature("video", { columns: [column("id"), column("name")], tableArgs: [arg] });
    const [report] = reportOf([video]);
    expect(messagesOf(report === undefined ? [] : [report])).toEqual([
      `MXC2620 ${what} names 'nam', which is no column of Video`,
    ]);
    expect(report?.args.suggestion).toBe("did you mean 'name'?");
  });

  it("may not give names that are none", () => {
    const tableArgs = [index(["id"], { name: at("a\u200bb") })];
    expect(messagesOf(reportOf([feature("video", { tableArgs })]))).toEqual([
      "MXC2601 index name 'a\\u200bb' contains an invisible character",
    ]);
  });

  it("put the table into a schema, and labels with it", () => {
    const columns = [column("id", "string", { index: at(true) })];
    const video = feature("video", { columns, tableOptions: { schema: at("media"), dialects: {} } });
    const table = lowerOne(video);
    expect([table.schema, table.indexes[0]?.name]).toEqual(["media", "ix_media_video_id"]);
  });
});
