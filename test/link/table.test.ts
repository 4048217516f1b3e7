import { describe, expect, it } from "vitest";
import type { FeatureDecl, FieldOptions } from "../../src/model/feature.ts";
import { linkFiles } from "./project.ts";

const file = (
  body: string,
) => `import { BaseSQLModelFeature, CheckConstraint, Field, float, ForeignKeyConstraint, Index, PrimaryKeyConstraint, UniqueConstraint } from "metaxy-compile/dsl";
class Up extends BaseSQLModelFeature { static table = true; static spec = { key: "up", idColumns: ["id"] }; id!: string; }
class Up2 extends Up {}
export class V extends BaseSQLModelFeature {
  static table = true; static spec = { key: "v", idColumns: ["id"] };
  id!: string;
  ${body}
}`;

function declared(body: string): FeatureDecl {
  const { features, report } = linkFiles({ "src/v.ts": file(body) });
  if (report.length > 0) throw new Error(report.join("\n"));
  const found = features.find(({ className }) => className === "V");
  if (found === undefined) throw new Error("no feature");
  return found;
}

function refused(body: string): string {
  const { report, broken } = linkFiles({ "src/v.ts": file(body) });
  expect(broken.map(({ name }) => name)).toEqual(["V"]);
  expect(report).toHaveLength(1);
  return report[0]?.split("\n")[0] ?? "";
}

/** Options without their places. */
function plain(options: FieldOptions | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(options ?? {}).map(([name, option]) => [
      name,
      "span" in option && "value" in option ? option.value : option,
    ]),
  );
}

describe("Field", () => {
  const optionsOf = (options: string) => plain(declared(`x: string = Field(${options});`).columns[1]?.options);

  it.each([
    ["", {}],
    ["{}", {}],
    [
      "{ primaryKey: true, index: true, unique: false, nullable: true, autoincrement: false }",
      { primaryKey: true, index: true, unique: false, nullable: true, autoincrement: false },
    ],
    ['{ defaultSql: "now()" }', { defaultSql: "now()" }],
    ['{ generatedSql: "a + b" }', { generatedSql: "a + b" }],
    ["{ maxLength: 10, precision: 5, scale: 5 }", { maxLength: 10, precision: 5, scale: 5 }],
    ['{ name: "n", description: "", renamedFrom: "m" }', { name: "n", description: "", renamedFrom: "m" }],
    ['{ type: "CITEXT" }', { type: "CITEXT" }],
    [
      '{ type: { postgresql: "CITEXT", duckdb: "VARCHAR" } }',
      {
        type: {
          postgresql: expect.objectContaining({ value: "CITEXT" }),
          duckdb: expect.objectContaining({ value: "VARCHAR" }),
        },
      },
    ],
    ["{ index: undefined }", {}],
  ])("(%s) is read", (options, expected) => {
    expect(optionsOf(options)).toEqual(expected);
  });

  it("has a default without the properties that are undefined", () => {
    const found = declared("x: string = Field({ default: { a: undefined, b: [{ c: undefined }] } }) as any;")
      .columns[1];
    const value = found?.options.default;
    expect(value?.kind === "object" && value.entries.map(({ key }) => key)).toEqual(["b"]);
    expect(JSON.stringify(value)).not.toContain("undefined");
  });

  it.each(["null", "true", "1.5", "-2n", '"a"', "float(1)", '["a", { b: null }]'])("has a default %s", (value) => {
    expect(declared(`x: string = Field({ default: ${value} }) as any;`).columns[1]?.options.default).toBeDefined();
  });

  it("refers to a column of a table or of a class", () => {
    const target = (key: string) =>
      declared(`x: string = Field({ foreignKey: ${key}, onDelete: "SET NULL" });`).columns[1]?.options;
    expect(target('"up.id"')?.foreignKey).toMatchObject({ kind: "table", table: "up", column: "id" });
    expect(target('"other.up.id"')?.foreignKey).toMatchObject({ kind: "table", table: "other.up", column: "id" });
    expect(target('[Up, "id"]')?.foreignKey).toMatchObject({ kind: "class", id: { name: "Up" }, column: "id" });
    expect(target('[Up2, "id"]')?.foreignKey).toMatchObject({ kind: "class", id: { name: "Up" } });
    expect(target('"up.id"')?.onDelete?.value).toBe("SET NULL");
  });

  it.each([
    ["{ primarykey: true }", "MXC1024 src/v.ts:7:23 Field has no option `primarykey`"],
    ["{ index: 1 }", "MXC1023 src/v.ts:7:30 `x.index` must be true or false, found the number 1"],
    ["{ index: null }", "MXC1023 src/v.ts:7:30 `x.index` must be true or false, found null"],
    ["{ maxLength: 0 }", "MXC1023 src/v.ts:7:34 `x.maxLength` must be an integer from 1, found the number 0"],
    ["{ precision: 2.5 }", "`x.precision` must be an integer from 1, found the number 2.5"],
    ["{ precision: 2, scale: 3 }", "`x.scale` must be at most the precision, 2, found 3"],
    ['{ name: "" }', '`x.name` must be a non-empty string, found the string ""'],
    ['{ type: { postgres: "TEXT" } }', "MXC1024 src/v.ts:7:31 an object of SQL by dialect has no option `postgres`"],
    ["{ type: 1 }", "`x.type` must be SQL in a string, or an object with one per dialect"],
    ["{ default: Up }", "`x.default` must be a literal, found the class Up"],
    ['{ default: 1, defaultSql: "1" }', "MXC1027 src/v.ts:7:35 `default` and `defaultSql` exclude each other"],
    ['{ onDelete: "CASCADE" }', "MXC1028 src/v.ts:7:23 `onDelete` means nothing without `foreignKey`"],
    ['{ foreignKey: "up.id", onDelete: "cascade" }', '`x.onDelete` must be one of "CASCADE", "SET NULL"'],
    ['{ foreignKey: "up" }', '`x.foreignKey` must be "table.column" or [Class, "column"], found the string "up"'],
    ["{ foreignKey: [Up] }", '`x.foreignKey` must be "table.column" or [Class, "column"], found an array'],
    ['{ foreignKey: [Error, "id"] }', "MXC1018 src/v.ts:7:36"],
    ["1", "MXC1023 src/v.ts:7:21 `x` must be an object with options, found the number 1"],
    ["{}, {}", "MXC1026 src/v.ts:7:15 `Field` takes one object or nothing, found 2"],
  ])("(%s) is refused", (options, message) => {
    expect(refused(`x: string = Field(${options});`)).toContain(message);
  });
});

describe("tableArgs", () => {
  const argsOf = (args: string) => declared(`static tableArgs = ${args};`).tableArgs;

  it.each([
    [
      '[new Index("ix", "a", "b")]',
      {
        kind: "index",
        name: { value: "ix" },
        columns: [{ column: { value: "a" }, expression: null, descending: false }, { column: { value: "b" } }],
        unique: false,
        where: null,
        using: null,
        include: [],
      },
    ],
    [
      '[new Index(null, { column: "a", descending: true }, { expression: "lower(b)" })]',
      {
        kind: "index",
        name: null,
        columns: [
          { column: { value: "a" }, descending: true },
          { column: null, expression: { value: "lower(b)" } },
        ],
      },
    ],
    [
      '[new Index({ columns: ["a"], name: "n", unique: true, where: "a > 0", using: "gin", include: ["b"] })]',
      {
        kind: "index",
        name: { value: "n" },
        unique: true,
        where: { value: "a > 0" },
        using: { value: "gin" },
        include: [{ value: "b" }],
      },
    ],
    ['[new UniqueConstraint("a", "b")]', { kind: "unique", name: null, columns: [{ value: "a" }, { value: "b" }] }],
    ['[new UniqueConstraint({ columns: ["a"], name: "u" })]', { kind: "unique", name: { value: "u" } }],
    ['[new PrimaryKeyConstraint("a")]', { kind: "primary-key", columns: [{ value: "a" }] }],
    ['[new CheckConstraint("a > 0")]', { kind: "check", name: null, expression: { value: "a > 0" } }],
    ['[new CheckConstraint({ expression: "a > 0", name: "c" })]', { kind: "check", name: { value: "c" } }],
    [
      '[new ForeignKeyConstraint({ columns: ["a", "b"], references: ["up.id", [Up, "id"]], onDelete: "CASCADE", name: "f" })]',
      {
        kind: "foreign-key",
        name: { value: "f" },
        columns: [{ value: "a" }, { value: "b" }],
        targets: [{ kind: "table" }, { kind: "class" }],
        onDelete: "CASCADE",
        onUpdate: null,
      },
    ],
  ])("%s is read", (args, expected) => {
    expect(argsOf(args)).toMatchObject([expected]);
  });

  it("end with options, or are only options", () => {
    const options = (args: string) => declared(`static tableArgs = ${args};`).tableOptions;
    expect(
      options('[new CheckConstraint("a"), { comment: "c", schema: "s", clickhouse: { engine: "Log" } }]'),
    ).toMatchObject({ comment: { value: "c" }, schema: { value: "s" }, dialects: { clickhouse: { kind: "object" } } });
    expect(options('{ comment: "c" }')).toMatchObject({ comment: { value: "c" }, dialects: {} });
    expect(options("[]")).toEqual({ dialects: {} });
  });

  it.each([
    ['"x"', "MXC1023 src/v.ts:7:22 `tableArgs` must be an array such as"],
    ["[1]", "`tableArgs[0]` must be an Index or a constraint, found the number 1"],
    [
      '[{ comment: "c" }, new CheckConstraint("a")]',
      "`tableArgs[0]` must be a constraint; options stand last, found an object",
    ],
    ['[{ coment: "c" }]', "MXC1024 src/v.ts:7:25 tableArgs has no option `coment`"],
    ['[new Index("ix")]', "MXC1026 src/v.ts:7:23 `Index` takes a name or null and at least one column, found 1"],
    ['[new Index("ix", 1)]', '`tableArgs[0][0]` must be a column, { column: "a", descending: true }'],
    ['[new Index("ix", { colum: "a" })]', "MXC1024 "],
    ['[new Index({ name: "ix" })]', "MXC1025 src/v.ts:7:23 an Index needs `columns`"],
    ["[new Index({ columns: [] })]", "`tableArgs[0].columns` must be at least one column"],
    ['[new Index("ix", "a", "a")]', "MXC1015 src/v.ts:7:44 `a` is given twice"],
    ['[new Index("ix", { column: "a", expression: "b" })]', "MXC1027 "],
    ['[new Index("ix", {})]', "MXC1025 "],
    ["[new UniqueConstraint()]", "MXC1026 src/v.ts:7:23 `UniqueConstraint` takes at least one column, found 0"],
    ['[new CheckConstraint("")]', "`tableArgs[0]` must be SQL in a string"],
    [
      '[new ForeignKeyConstraint({ columns: ["a"], references: ["up.id", "up.x"] })]',
      "`tableArgs[0].references` must be as many entries as there are columns (1)",
    ],
    ["[{ clickhouse: 1 }]", "`tableArgs[0].clickhouse` must be an object with options"],
  ])("%s is refused", (args, message) => {
    const { report } = linkFiles({ "src/v.ts": file(`static tableArgs = ${args};`) });
    expect(report[0]).toContain(message);
  });
});

describe("the other statics", () => {
  it.each([
    ["static tableName = 1;", "`tableName` must be a non-empty string, found the number 1"],
    ["static project = true;", "`project` must be a non-empty string, found true"],
    ["static featureConfig = [];", "`featureConfig` must be an object with options"],
    ["static featureConfig = { extra: {} };", "MXC1024 src/v.ts:7:28 featureConfig has no option `extra`"],
    ["static featureConfig = { ext: 1 };", "`featureConfig.ext` must be an object"],
    [
      "static featureConfig = { ext: { sqlmodel: { injectPrimarykey: true } } };",
      "MXC1024 src/v.ts:7:47 featureConfig.ext.sqlmodel has no option `injectPrimarykey`",
    ],
    [
      "static featureConfig = { ext: { sqlmodel: { injectIndex: 1 } } };",
      "`featureConfig.ext.sqlmodel.injectIndex` must be true or false",
    ],
  ])("%s is refused", (body, message) => {
    expect(refused(body)).toContain(message);
  });

  it("leave other extensions alone", () => {
    expect(declared("static featureConfig = { ext: { dagster: { x: 1 } } };").injection).toEqual({
      primaryKey: null,
      index: null,
    });
  });
});
