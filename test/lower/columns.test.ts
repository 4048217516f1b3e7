import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNameProblem } from "../../src/lower/identifier.ts";
import { SYSTEM_COLUMNS } from "../../src/model/system-columns.ts";
import {
  at,
  column,
  columnOf,
  feature,
  index,
  literal,
  lowerOne,
  messagesOf,
  ON,
  options,
  pythonOptions,
  reportOf,
  somewhere,
  target,
  userColumns,
} from "./builders.ts";

const int32 = "int32" as const;

describe("system columns", () => {
  it("come first, in Metaxy's order", () => {
    const table = lowerOne(feature("video"));
    expect(table.columns.map(({ name }) => name)).toEqual([...SYSTEM_COLUMNS, "id"]);
  });

  it("admit null in two places only", () => {
    const { columns } = lowerOne(feature("video"));
    expect(columns.filter(({ nullable }) => nullable).map(({ name }) => name)).toEqual([
      "metaxy_materialization_id",
      "metaxy_deleted_at",
    ]);
  });

  it.each([
    ["duckdb", false, "struct"],
    ["duckdb", true, "map"],
    ["ducklake", true, "map"],
    ["motherduck", false, "struct"],
    // Where the store then fails, the table stays as it is by default.
    ["bigquery", true, "struct"],
    ["postgresql", true, "map"],
    ["clickhouse", false, "map"],
    ["sqlite", true, "map"],
  ] as const)("hold versions by field on %s, with enable_map_datatype = %s, in a %s", (dialect, mapDatatype, kind) => {
    const table = lowerOne(feature("video"), options(), target({ dialect, mapDatatype }));
    expect(columnOf(table, "metaxy_provenance_by_field").type.kind).toBe(kind);
  });

  it("name the members of a struct as Metaxy does, in the order of the fields", () => {
    const video = feature("video", { fields: ["frames", "audio/french"] });
    const { type } = columnOf(lowerOne(video), "metaxy_data_version_by_field");
    expect(type.kind === "struct" && type.fields.map(({ name }) => name)).toEqual(["frames", "audio_french"]);
  });

  it("hold versions by field as JSON where Python's tables are wanted", () => {
    const table = lowerOne(feature("video"), pythonOptions());
    expect(columnOf(table, "metaxy_provenance_by_field").type).toEqual({ kind: "json" });
  });

  it("are the same objects in every table, but for those that follow the fields", () => {
    const columns = lowerOne(feature("video")).columns.filter(({ type }) => type.kind !== "struct");
    const others = lowerOne(feature("audio")).columns;
    expect(columns.filter((each) => !others.includes(each)).map(({ name }) => name)).toEqual(["id"]);
  });

  it("give way to no column of the class", () => {
    const video = feature("video", { columns: [column("id"), column("metaxy_created_at", "int64")] });
    expect(columnOf(lowerOne(video), "metaxy_created_at").type).toEqual({ kind: "timestamptz" });
  });
});

describe("column names", () => {
  it("are the properties' names by default", () => {
    expect(userColumns(lowerOne(feature("video", { columns: [column("id"), column("sourceUrl")] })))).toEqual([
      "id",
      "sourceUrl",
    ]);
  });

  it("are split at humps with column_naming = snake_case, unless Field says otherwise", () => {
    const columns = [column("id"), column("sourceURL2"), column("x", "string", { name: at("KeepMe") })];
    expect(userColumns(lowerOne(feature("video", { columns }), options({ columnNaming: "snake_case" })))).toEqual([
      "id",
      "source_url2",
      "KeepMe",
    ]);
  });

  it("find id columns by SQL name first, then by property", () => {
    const columns = [column("id", "string", { name: at("key") }), column("other", "string", { name: at("id") })];
    const { columns: lowered } = lowerOne(feature("video", { ids: ["id"], columns }));
    expect(lowered.filter(({ id }) => id).map(({ name }) => name)).toEqual(["id"]);
    const byProperty = lowerOne(feature("video", { ids: ["id"], columns: columns.slice(0, 1) }));
    expect(byProperty.columns.filter(({ id }) => id).map(({ name }) => name)).toEqual(["key"]);
  });

  it("may not meet, also not in another case", () => {
    const columns = [column("id"), column("Name"), column("name")];
    expect(messagesOf(reportOf([feature("video", { columns })]))).toEqual([
      "MXC2603 columns 'name' and 'Name' differ only in case, which most databases ignore",
    ]);
  });

  it("may not meet after snake_case, and the report points at both", () => {
    const [first, second] = [column("aB"), column("a_b")];
    const [report] = reportOf(
      [feature("video", { columns: [column("id"), first, second] })],
      options({ columnNaming: "snake_case" }),
    );
    expect(report).toMatchObject({ code: "MXC2603", primary: second.span, related: [{ span: first.span }] });
  });

  it("may not become a system column's", () => {
    const columns = [column("id"), column("metaxyCreatedAt")];
    expect(messagesOf(reportOf([feature("video", { columns })], options({ columnNaming: "snake_case" })))).toEqual([
      "MXC2603 column 'metaxy_created_at' takes the name of the system column 'metaxy_created_at'",
    ]);
  });

  it.each([
    ["", "no character at all"],
    ["a\0", "a NUL character"],
    ["a\u200bb", "an invisible character"],
    ["a\u202eb", "a bidirectional control character"],
    ["a\nb", "a control character or line separator"],
    [" a", "a blank at its start or end"],
    ["a\u00a0", "a blank at its start or end"],
    ["\ud800", "half of a surrogate pair"],
    ["e\u0301", "a decomposed character"],
  ])("may not be %j", (name, problem) => {
    expect(findNameProblem(name)).toBe(problem);
  });

  it.each(["a", "été", "order by", 'qu"ote', "日本", "a-b", "😀"])("may be %s", (name) => {
    expect(findNameProblem(name)).toBeNull();
  });

  it("survive UTF-8 whenever they are accepted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        if (findNameProblem(name) !== null) return;
        expect(new TextDecoder().decode(new TextEncoder().encode(name))).toBe(name);
        expect(name).toMatch(/^\P{Control}+$/u);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe("options of Field", () => {
  const typed = (type: Parameters<typeof column>[1], given: Parameters<typeof column>[2]) =>
    columnOf(lowerOne(feature("video", { columns: [column("id"), column("x", type, given)] })), "x");
  const complaints = (type: Parameters<typeof column>[1], given: Parameters<typeof column>[2]) =>
    messagesOf(reportOf([feature("video", { columns: [column("id"), column("x", type, given)] })]));

  it("make a varchar of a string with maxLength", () => {
    expect(typed("string", { maxLength: at(80) }).type).toEqual({ kind: "varchar", length: 80 });
  });

  it("make a decimal of a number with precision and scale", () => {
    expect(typed("float64", { precision: at(10), scale: at(2) }).type).toEqual({
      kind: "decimal",
      precision: 10,
      scale: 2,
    });
  });

  it("change one of a decimal's two numbers", () => {
    const decimal = { kind: "decimal", precision: 12, scale: 4 } as const;
    expect(typed(decimal, { scale: at(2) }).type).toEqual({ kind: "decimal", precision: 12, scale: 2 });
  });

  it.each([
    ["boolean", { maxLength: at(3) }, "MXC2630 'maxLength' applies to strings, not to boolean"],
    ["string", { scale: at(3) }, "MXC2630 'scale' applies to `number` and `Decimal`, not to string"],
    ["float64", { scale: at(39) }, "MXC2631 a decimal of 38 digits cannot have 39 of them after the point"],
    [
      "int64",
      { default: literal(1), autoincrement: at(true) },
      "MXC2632 'default' and 'autoincrement' exclude each other",
    ],
    ["string", { type: at("TEXT"), maxLength: at(5) }, "MXC2632 'type' and 'maxLength' exclude each other"],
    [
      "string",
      { description: at("a\0b") },
      "MXC2602 the comment contains a NUL character, which no database can store",
    ],
    [
      "string",
      { defaultSql: at("\ud800") },
      "MXC2602 defaultSql contains half of a surrogate pair, which no database can store",
    ],
    [
      "string",
      { type: at({ sqlite: at("\0") }) },
      "MXC2602 the SQL type contains a NUL character, which no database can store",
    ],
    ["string", { default: literal("\0") }, "MXC2602 the default contains a NUL character, which no database can store"],
  ] as const)("are refused on %s: %j", (type, given, message) => {
    expect(complaints(type, given)).toEqual([message]);
  });

  it("may state a type for one dialect and a length for the others", () => {
    expect(typed("string", { type: at({ postgresql: at("CITEXT") }), maxLength: at(5) })).toMatchObject({
      type: { kind: "varchar", length: 5 },
      sqlType: { value: { postgresql: { value: "CITEXT" } } },
    });
  });

  it("say nullable where the type does not", () => {
    expect(typed("string", { nullable: at(true) }).nullable).toBe(true);
  });

  it("become DEFAULT, as literal or as SQL, but not for null, which a column has anyway", () => {
    const value = literal("new");
    expect(typed("string", { default: value }).default).toEqual({ kind: "literal", value });
    const sql = at("now()");
    expect(typed("timestamptz", { defaultSql: sql }).default).toEqual({ kind: "sql", sql });
    expect(typed("string", { nullable: at(true), default: literal(null) }).default).toBeNull();
  });

  it("drop the mark of a Python float from defaults", () => {
    const number = { kind: "number", value: 1, span: somewhere() } as const;
    const value = { kind: "dsl", name: "float", args: [number], span: somewhere() } as const;
    expect(typed("float64", { default: value }).default).toEqual({
      kind: "literal",
      value: { ...number, span: value.span },
    });
  });

  it("keep generated columns, numbering and raw types for the dialect", () => {
    const generated = at("id || 'x'");
    expect(typed("string", { generatedSql: generated }).generated).toEqual(generated);
    expect(typed(int32, { autoincrement: at(true) }).autoincrement).toBe(true);
    const type = at({ postgresql: at("CITEXT") });
    expect(typed("string", { type }).sqlType).toEqual(type);
  });
});

describe("comments", () => {
  const documented = { doc: "From JSDoc.", description: "From the spec." };

  it("of tables come from tableArgs, else the spec, else the JSDoc", () => {
    expect(lowerOne(feature("video", { doc: "From JSDoc." })).comment).toBe("From JSDoc.");
    expect(lowerOne(feature("video", documented)).comment).toBe("From the spec.");
    const tableOptions = { comment: at("From tableArgs."), dialects: {} };
    expect(lowerOne(feature("video", { ...documented, tableOptions })).comment).toBe("From tableArgs.");
  });

  it("are switched off by an empty text", () => {
    expect(
      lowerOne(feature("video", { ...documented, tableOptions: { comment: at(""), dialects: {} } })).comment,
    ).toBeNull();
  });

  it("of columns come from Field, else the JSDoc", () => {
    const columns = [
      column("id", "string", {}, { doc: "From JSDoc." }),
      column("b", "string", { description: at("From Field.") }, { doc: "From JSDoc." }),
    ];
    const table = lowerOne(feature("video", { columns }));
    expect([columnOf(table, "id").comment, columnOf(table, "b").comment]).toEqual(["From JSDoc.", "From Field."]);
  });

  it("are the table's own only where Python's tables are wanted, and literal defaults stay in Python", () => {
    const columns = [column("id"), column("b", "string", { description: at("text"), default: literal("x") })];
    const table = lowerOne(feature("video", { ...documented, columns }), pythonOptions());
    expect([table.comment, columnOf(table, "b").comment, columnOf(table, "b").default]).toEqual([null, null, null]);
  });
});

describe("the mark for key columns", () => {
  it("is on members of keys, indexes and unique constraints, and on no other", () => {
    const columns = [
      column("id"),
      column("a", "string", { index: at(true) }),
      column("b", "string", { unique: at(true) }),
      column("c"),
      column("d"),
    ];
    const video = feature("video", { columns, tableArgs: [index(["d"])] });
    const table = lowerOne(video, options({ injectPrimaryKey: ON }));
    expect(table.columns.filter(({ key }) => key).map(({ name }) => name)).toEqual([
      "metaxy_data_version",
      "metaxy_created_at",
      "id",
      "a",
      "b",
      "d",
    ]);
  });
});
