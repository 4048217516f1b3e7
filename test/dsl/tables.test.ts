// Field(…) and the entries of tableArgs: both argument forms, and what contradicts itself.

import {
  BaseSQLModelFeature,
  CheckConstraint,
  Field,
  FieldInfo,
  type FieldOptions,
  ForeignKeyConstraint,
  Index,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from "metaxy-compile/dsl";
import { describe, expect, it } from "vitest";

class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
}

const optionsOf = (options?: FieldOptions) => Field<FieldInfo>(options).options;

describe("Field", () => {
  it("keeps the options that are given, and none that are not", () => {
    const options: FieldOptions = {
      primaryKey: true,
      default: ["a", { b: 1 }],
      maxLength: 1,
      scale: 0,
      type: { duckdb: "HUGEINT" },
      foreignKey: [Owner, "id"],
      onDelete: "SET NULL",
    };
    expect(Field(options)).toBeInstanceOf(FieldInfo);
    expect(optionsOf({ ...options, name: undefined })).toEqual(options);
    expect(optionsOf()).toEqual({});
  });

  it("takes null as a default value", () => {
    expect(optionsOf({ default: null })).toEqual({ default: null });
  });

  it.each([
    [{ primary_key: true }, "Field: unknown option 'primary_key'; did you mean 'primaryKey'?"],
    [{ index: "yes" }, "Field.index: expected true or false, found the string 'yes'"],
    [{ default: new Date(0) }, "Field.default: expected JSON data"],
    [{ defaultSql: "" }, "Field.defaultSql: must not be empty"],
    [{ default: 1, defaultSql: "1" }, "Field: 'default' and 'defaultSql' exclude each other"],
    [{ defaultSql: "1", generatedSql: "1" }, "Field: 'defaultSql' and 'generatedSql' exclude each other"],
    [{ maxLength: 0 }, "Field.maxLength: expected an integer from 1, found the number 0"],
    [{ precision: 2.5 }, "Field.precision: expected an integer from 1"],
    [{ scale: -1 }, "Field.scale: expected an integer from 0"],
    [{ precision: 2, scale: 3 }, "Field.scale: 3 is more than the precision 2"],
    [{ name: "" }, "Field.name: must not be empty"],
    [{ type: 1 }, "Field.type: expected SQL or an object of it by dialect"],
    [{ type: { postgres: "text" } }, "Field.type: unknown option 'postgres'; did you mean 'postgresql'?"],
    [{ foreignKey: "owner" }, "Field.foreignKey: expected \"table.column\", found 'owner'"],
    [{ foreignKey: [class {}, "id"] }, "Field.foreignKey: expected a class with a table"],
    [{ foreignKey: [Owner] }, 'Field.foreignKey: expected "table.column" or [Class, "column"], found an array'],
    [{ onDelete: "CASCADE" }, "Field.onDelete: needs 'foreignKey'"],
    [{ foreignKey: "a.b", onDelete: "cascade" }, "found 'cascade'; did you mean 'CASCADE'?"],
  ])("refuses %j", (options, reason) => {
    expect(() => Field(options as FieldOptions)).toThrow(reason);
  });
});

describe("Index", () => {
  it("is the same in both argument forms", () => {
    const columns = ["a", { column: "b", descending: true }, { expression: "lower(c)" }] as const;
    expect(new Index("ix", ...columns)).toEqual(new Index({ name: "ix", columns }));
    expect(new Index(null, "a")).toEqual(new Index({ columns: ["a"] }));
  });

  it("is neither unique nor partial unless it says so", () => {
    expect(new Index({ columns: ["a"] })).toEqual({
      name: null,
      columns: ["a"],
      unique: false,
      where: null,
      using: null,
      include: [],
    });
  });

  it.each([
    [() => new Index("ix"), "Index.columns: needs at least one column"],
    [() => new Index({} as never), "Index.columns: is required"],
    [() => new Index(null, "a", { column: "a" }), "Index.columns: column 'a' is given twice"],
    [() => new Index(null, ""), "Index.columns[0]: must not be empty"],
    [() => new Index(null, 1 as never), 'Index.columns[0]: expected "column", { column }'],
    [() => new Index(null, { column: "a", desc: true } as never), "unknown option 'desc'"],
    [() => new Index(null, { column: "a", expression: "b" } as never), "unknown option 'column'"],
    [() => new Index({ columns: ["a"], uniqe: true } as never), "did you mean 'unique'?"],
    [() => new Index({ columns: ["a"], include: "b" as never }), "Index.include: expected an array"],
  ])("%# refuses nonsense", (make, reason) => {
    expect(make).toThrow(reason);
  });
});

describe.each([
  ["UniqueConstraint", UniqueConstraint],
  ["PrimaryKeyConstraint", PrimaryKeyConstraint],
] as const)("%s", (name, constraint) => {
  it("is the same in both argument forms", () => {
    expect(new constraint("a", "b")).toEqual(new constraint({ columns: ["a", "b"] }));
    expect(new constraint({ name: "mine", columns: ["a"] })).toMatchObject({ name: "mine", columns: ["a"] });
  });

  it("refuses nonsense", () => {
    expect(() => new constraint()).toThrow(`${name}.columns: needs at least one column`);
    expect(() => new constraint("a", "a")).toThrow(`${name}.columns: column 'a' is given twice`);
    expect(() => new constraint("a", 1 as never)).toThrow(`${name}.columns[1]: expected a string`);
    expect(() => new constraint({ column: ["a"] } as never)).toThrow("did you mean 'columns'?");
  });
});

describe("CheckConstraint", () => {
  it("is the same in both argument forms", () => {
    expect(new CheckConstraint("a > 0")).toEqual(new CheckConstraint({ expression: "a > 0", name: null }));
  });

  it("refuses an empty condition", () => {
    expect(() => new CheckConstraint(" ")).toThrow("CheckConstraint.expression: must not be empty");
  });
});

describe("ForeignKeyConstraint", () => {
  it("refers to columns by table or by class", () => {
    const columns = ["a", "b"];
    expect(new ForeignKeyConstraint({ columns, references: ["t.a", "t.b"] })).toMatchObject({ onDelete: null });
    const references = [[Owner, "a"] as const, [Owner, "b"] as const];
    expect(new ForeignKeyConstraint({ columns, references, onUpdate: "RESTRICT" })).toEqual({
      name: null,
      columns,
      references,
      onDelete: null,
      onUpdate: "RESTRICT",
    });
  });

  it("refuses another number of references than columns", () => {
    expect(() => new ForeignKeyConstraint({ columns: ["a", "b"], references: ["t.a"] })).toThrow(
      "ForeignKeyConstraint.references: expected as many as columns (2), found 1",
    );
  });

  it("refuses an unknown action", () => {
    const options = { columns: ["a"], references: ["t.a"], onDelete: "DROP" as never };
    expect(() => new ForeignKeyConstraint(options)).toThrow("ForeignKeyConstraint.onDelete: expected CASCADE");
  });
});
