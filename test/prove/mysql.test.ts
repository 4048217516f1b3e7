// Proofs on a MariaDB server: what the engine ignores, cuts or replaces is found, and nothing of a proof stays behind.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mariadb } from "../../src/dialects/mariadb.ts";
import { printTables } from "../../src/emit/print-tables.ts";
import { prove } from "../../src/prove/prove.ts";
import { column, folded, index, literal, printOptions, sqlDefault, table } from "../emit/tables.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { proveInstead } from "./prove-instead.ts";
import { makeColumn, makeTable, withSql } from "./tables.ts";

const _span = { file: "a.ts", start: 0, end: 1 };

/** One of everything; the second refers to the first. */
const tables = [
  table("asset", [column("id", "int64", { key: true, autoincrement: true })], {
    primaryKey: { name: "pk_asset", columns: ["id"], source: null },
  }),
  table(
    "video",
    [
      column("id", "string", { key: true, comment: "The video's \\ `id`" }),
      column("asset", "int64", { key: true, nullable: true }),
      column("size", "int64"),
      column("path", "string", { default: literal("it's \\ here"), nullable: true }),
      column("slug", { kind: "varchar", length: 50 }, { key: true }),
      column("tags", { kind: "list", element: { kind: "string" }, nullable: false }),
      column("state", { kind: "enum", labels: ["new", "don't"] }, { default: literal("don't") }),
      column("seen", "timestamptz", { default: sqlDefault("CURRENT_TIMESTAMP(6)") }),
      column("double", "int64", { generated: { value: "size * 2", span: null } }),
    ],
    {
      comment: "One row\nper `video`",
      primaryKey: { name: "pk_video", columns: ["id"], source: null },
      indexes: [index("ix_slug", ["slug", "id"]), index("ux_slug", ["slug"], { unique: true })],
      uniqueConstraints: [{ name: "uq_both", columns: ["slug", "asset"], source: null }],
      checkConstraints: [
        { name: "ck_slug", expression: { value: "slug <> ')' AND asset > 0", span: null }, source: null },
      ],
      foreignKeys: [
        {
          name: "fk_asset",
          columns: ["asset"],
          referredSchema: null,
          referredTable: "asset",
          referredColumns: ["id"],
          onDelete: "CASCADE",
          onUpdate: "RESTRICT",
          source: null,
        },
      ],
    },
  ),
];

describe("a proof on MariaDB", () => {
  let engine: TestEngine | null;
  const check = async (from: string | RegExp, to: string) => {
    if (engine === null) return [];
    const [asset, video] = printTables(tables, mariadb, printOptions).value;
    return proveInstead(video, from, to, mariadb, engine, asset);
  };

  beforeAll(async () => {
    engine = await openTestEngine("mariadb");
  });
  afterAll(() => engine?.close());

  it("passes tables with one of everything", async () => {
    expect(await check("", "")).toEqual([]);
  });

  it.each<readonly [string, string | RegExp, string, string]>([
    ["another engine", "ENGINE = InnoDB", "ENGINE = Aria", "another ENGINE of 'video': found aria, expected innodb"],
    ["another collation", /COLLATE = \w+/, "COLLATE = utf8mb4_general_ci", "another COLLATE of 'video'"],
    [
      "another collation of a column",
      /COLLATE utf8mb4_\w+/,
      "COLLATE utf8mb4_general_ci",
      "another type of 'video.id': found varchar(255) collate utf8mb4_general_ci, expected varchar(255) collate utf8mb4_nopad_bin",
    ],
    [
      "a key that is cut",
      "(`slug`, `id`)",
      "(`path`)",
      "did not do all that the statement for 'ix_slug' says: Specified key was too long",
    ],
    ["a key whose name is ignored", "PRIMARY KEY", "CONSTRAINT `pk` PRIMARY KEY", "Name 'pk' ignored for PRIMARY key"],
    [
      "a method that is not kept",
      "CREATE INDEX `ix_slug`",
      "CREATE INDEX `ix_slug` USING BTREE COMMENT 'x'",
      "MXC3903",
    ],
    [
      "a text that is no document",
      "`tags` JSON",
      "`tags` LONGTEXT",
      "another type of 'video.tags': found longtext collate utf8mb4_nopad_bin, expected json",
    ],
    ["another nullability", "`path` LONGTEXT", "`path` LONGTEXT NOT NULL", "another nullability of 'video.path'"],
    ["another default", "it''s", "its", "another default of 'video.path': found \"its \\\\ here\""],
    ["another moment", "DEFAULT (CURRENT_TIMESTAMP(6))", "DEFAULT '2024-01-01'", "another default of 'video.seen'"],
    ["another label", "'new', 'don''t'", "'old', 'don''t'", "another type of 'video.state'"],
    [
      "another expression",
      "`size` * 2",
      "size * 3",
      "another expression of 'video.double': found `size` * 3, expected `size` * 2",
    ],
    ["another comment", "COMMENT = 'One", "COMMENT = 'Two", "another comment on table 'video'"],
    ["another comment on a column", "The video", "A video", "another comment on column 'video.id'"],
    [
      "another key",
      "PRIMARY KEY (`id`)",
      "PRIMARY KEY (`id`, `slug`)",
      "another primary key of 'video': found (id, slug), expected (id)",
    ],
    [
      "an index that is not unique",
      "CREATE UNIQUE INDEX",
      "CREATE INDEX",
      "another uniqueness of index 'ux_slug': found not unique, expected unique",
    ],
    [
      "an index on another column",
      "`ix_slug` ON `video` (`slug`, `id`)",
      "`ix_slug` ON `video` (`slug`, `asset`)",
      "another list of parts of index 'ix_slug'",
    ],
    [
      "an index the other way round",
      "`ix_slug` ON `video` (`slug`, `id`)",
      "`ix_slug` ON `video` (`slug`, `id` DESC)",
      "another direction of index 'ix_slug': found ascending, descending",
    ],
    [
      "a unique constraint that is not there",
      /,\n.*`uq_both`.*\)/,
      "",
      "does not have a unique constraint 'uq_both' (slug, asset) on 'video'",
    ],
    [
      "a check that is not there",
      /,\n.*`ck_slug`.*\)/,
      "",
      "does not have a check (`slug` <> ')' and `asset` > 0) on 'video'",
    ],
    [
      "a foreign key that is not there",
      /,\n.*`fk_asset`.*/,
      "",
      "does not have a foreign key 'fk_asset' (asset) to asset (id) ON DELETE CASCADE ON UPDATE NO ACTION on 'video'",
    ],
    [
      "a foreign key without an action",
      "ON DELETE CASCADE",
      "",
      "has a foreign key 'fk_asset' (asset) to asset (id) ON DELETE NO ACTION",
    ],
  ])("finds %s", async (_claim, from, to, expected) => {
    const messages = await check(from, to);
    if (engine !== null) expect(messages.join("\n")).toContain(expected);
  });

  it("finds a row format that is not kept", async () => {
    if (engine === null) return;
    const options = folded({ rowFormat: "COMPACT" });
    const given = table("a", [column("x", "int64")], {
      dialectOptions: options.kind === "object" ? { mariadb: options } : {},
    });
    const [printed] = printTables([given], mariadb, printOptions).value;
    expect(await proveInstead(printed, "", "", mariadb, engine)).toEqual([]);
    expect(await proveInstead(printed, "ROW_FORMAT = COMPACT", "", mariadb, engine)).toEqual([
      expect.stringContaining("another ROW_FORMAT of 'a': found dynamic, expected compact"),
    ]);
  });

  it("leaves no database behind", async () => {
    const witness = await openTestEngine("mariadb");
    if (engine === null || witness === null) return;
    const count = "(SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name LIKE 'metaxy\\\\_%')";
    const before = await witness.evaluate(count);
    const given = makeTable("a", [makeColumn("x", "int")], { schema: `metaxy_lab_${process.pid}` });
    const sql = `CREATE TABLE \`metaxy_lab_${process.pid}\`.\`a\` (\`x\` int)`;
    const { diagnostics } = await prove({ dialect: mariadb, tables: [withSql(given, [sql])], engine });
    expect(diagnostics).toEqual([]);
    expect(await witness.evaluate(count)).toEqual(before);
    await witness.close();
  });

  it("does not work in a database that is there already", async () => {
    if (engine === null) return;
    const given = makeTable("a", [makeColumn("x", "int")], { schema: "mysql" });
    const tables = [withSql(given, ["CREATE TABLE `mysql`.`a` (`x` int)"])];
    const { diagnostics } = await prove({ dialect: mariadb, tables, engine });
    expect(diagnostics.map(({ code, args }) => [code, args.reason])).toEqual([
      ["MXC3905", "Can't create database 'mysql'; database exists"],
    ]);
  });
});
