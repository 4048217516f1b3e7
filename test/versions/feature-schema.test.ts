// Schemas that pydantic 2.13 writes for the Python type nearest to each column.

import { describe, expect, test } from "vitest";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { FieldOptions } from "../../src/model/feature.ts";
import type { Json } from "../../src/model/json.ts";
import type { StaticValue } from "../../src/model/value.ts";
import { printJson } from "../../src/versions/canonical-json.ts";
import { featureSchema } from "../../src/versions/feature-schema.ts";
import { column, feature, located, span } from "../resolve/declare.ts";

type Rest = Parameters<typeof column>[2];

/** The schema of a class with the one column `x`, as text. */
function schemaOf(type: ColumnType, rest: Rest = {}): { readonly property: string; readonly required: Json } {
  const schema = featureSchema(feature({ key: "a", columns: [column("x", type, rest)] })) as Record<string, Json>;
  const property = (schema.properties as ReadonlyMap<string, Json>).get("x") ?? null;
  return { property: printJson(property), required: schema.required ?? [] };
}

const string: ColumnType = { kind: "string" };
const pattern = "^(?!^[-+.]*$)[+-]?0*(?:\\\\d{0,8}|(?=[\\\\d.]{1,11}0*$)\\\\d{0,8}\\\\.\\\\d{0,2}0*$)";

describe("a column's schema", () => {
  test.each<[ColumnType, string]>([
    [string, '"title": "X", "type": "string"'],
    [{ kind: "text" }, '"title": "X", "type": "string"'],
    [{ kind: "varchar", length: 7 }, '"maxLength": 7, "title": "X", "type": "string"'],
    [{ kind: "boolean" }, '"title": "X", "type": "boolean"'],
    [{ kind: "int8" }, '"title": "X", "type": "integer"'],
    [{ kind: "uint64" }, '"title": "X", "type": "integer"'],
    [{ kind: "float32" }, '"title": "X", "type": "number"'],
    [{ kind: "date" }, '"format": "date", "title": "X", "type": "string"'],
    [{ kind: "time" }, '"format": "time", "title": "X", "type": "string"'],
    [{ kind: "timestamp" }, '"format": "date-time", "title": "X", "type": "string"'],
    [{ kind: "interval" }, '"format": "duration", "title": "X", "type": "string"'],
    [{ kind: "uuid" }, '"format": "uuid", "title": "X", "type": "string"'],
    [{ kind: "binary" }, '"format": "binary", "title": "X", "type": "string"'],
    [{ kind: "json" }, '"title": "X"'],
    [{ kind: "enum", labels: ["a"] }, '"const": "a", "title": "X", "type": "string"'],
    [{ kind: "enum", labels: ["b", "a"] }, '"enum": ["b", "a"], "title": "X", "type": "string"'],
    [
      { kind: "decimal", precision: 10, scale: 2 },
      `"anyOf": [{"type": "number"}, {"pattern": "${pattern}", "type": "string"}], "title": "X"`,
    ],
    [{ kind: "list", element: string, nullable: false }, '"items": {"type": "string"}, "title": "X", "type": "array"'],
    [
      { kind: "list", element: string, nullable: true },
      '"items": {"anyOf": [{"type": "string"}, {"type": "null"}]}, "title": "X", "type": "array"',
    ],
    [
      { kind: "vector", dimensions: 3 },
      '"items": {"type": "number"}, "maxItems": 3, "minItems": 3, "title": "X", "type": "array"',
    ],
    [
      { kind: "map", key: string, value: { kind: "json" }, nullable: false },
      '"additionalProperties": true, "title": "X", "type": "object"',
    ],
    [
      { kind: "map", key: { kind: "uuid" }, value: { kind: "int64" }, nullable: false },
      '"additionalProperties": {"type": "integer"}, "propertyNames": {"format": "uuid"}, "title": "X", "type": "object"',
    ],
    [
      { kind: "map", key: { kind: "int32" }, value: string, nullable: false },
      '"additionalProperties": {"type": "string"}, "title": "X", "type": "object"',
    ],
    [
      { kind: "struct", fields: [{ name: "lat_deg", type: { kind: "float64" }, nullable: true }] },
      '"properties": {"lat_deg": {"anyOf": [{"type": "number"}, {"type": "null"}], "title": "Lat Deg"}}, "required": ["lat_deg"], "title": "X", "type": "object"',
    ],
  ])("of %j", (type, expected) => {
    expect(schemaOf(type)).toEqual({ property: `{${expected}}`, required: ["x"] });
  });

  const point: ColumnType = {
    kind: "struct",
    model: "Pünkt",
    fields: [
      { name: "x", type: { kind: "float64" }, nullable: false },
      { name: "label", type: string, nullable: true, optional: true },
    ],
  };
  const definition =
    '{"properties": {"x": {"title": "X", "type": "number"}, "label": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": null, "title": "Label"}}, "required": ["x"], "title": "P\\u00fcnkt", "type": "object"}';
  const reference = '{"$ref": "#/$defs/P_nkt"}';

  test.each<[string, ColumnType, Rest, string]>([
    ["a struct", point, {}, reference],
    ["a struct or null", point, { nullable: true }, `{"anyOf": [${reference}, {"type": "null"}]}`],
    ["a described struct", point, { doc: "Doc." }, '{"$ref": "#/$defs/P_nkt", "description": "Doc."}'],
    [
      "a list of structs",
      { kind: "list", element: point, nullable: false },
      {},
      `{"items": ${reference}, "title": "X", "type": "array"}`,
    ],
  ])("of %s that has a name refers to its definition", (_, type, rest, expected) => {
    const columns = [column("x", type, rest), column("y", type)];
    const schema = featureSchema(feature({ key: "a", columns })) as Record<string, Json>;
    expect(Object.keys(schema)[0]).toBe("$defs");
    expect(printJson(schema.$defs ?? null)).toBe(`{"P_nkt": ${definition}}`);
    expect(printJson((schema.properties as ReadonlyMap<string, Json>).get("x") ?? null)).toBe(expected);
  });

  test("of a second struct with the name of another stands in place", () => {
    const other: ColumnType = { ...point, fields: [{ name: "x", type: string, nullable: false }] };
    const columns = [column("x", point), column("y", other)];
    const schema = featureSchema(feature({ key: "a", columns })) as Record<string, Json>;
    expect(printJson(schema.$defs ?? null)).toBe(`{"P_nkt": ${definition}}`);
    expect(printJson((schema.properties as ReadonlyMap<string, Json>).get("y") ?? null)).toBe(
      '{"properties": {"x": {"title": "X", "type": "string"}}, "required": ["x"], "title": "Y", "type": "object"}',
    );
  });

  test("that admits null is required, unless it may be left out", () => {
    const nullable = '"anyOf": [{"type": "string"}, {"type": "null"}]';
    expect(schemaOf(string, { nullable: true })).toEqual({ property: `{${nullable}, "title": "X"}`, required: ["x"] });
    expect(schemaOf(string, { optional: true })).toEqual({
      property: `{${nullable}, "default": null, "title": "X"}`,
      required: [],
    });
  });

  test("of a decimal that admits null is one union", () => {
    const { property } = schemaOf({ kind: "decimal", precision: 10, scale: 2 }, { nullable: true });
    expect(property).toBe(
      `{"anyOf": [{"type": "number"}, {"pattern": "${pattern}", "type": "string"}, {"type": "null"}], "title": "X"}`,
    );
  });
});

describe("options of Field", () => {
  const withOptions = (type: ColumnType, options: FieldOptions, rest: Rest = {}) =>
    schemaOf(type, { ...rest, options });
  const number = (value: number): StaticValue => ({ kind: "number", value, span: span() });

  test("bound the length of a text, inside the union if it admits null", () => {
    expect(withOptions(string, { maxLength: located(9) }).property).toBe(
      '{"maxLength": 9, "title": "X", "type": "string"}',
    );
    expect(withOptions(string, { maxLength: located(9) }, { nullable: true }).property).toBe(
      '{"anyOf": [{"maxLength": 9, "type": "string"}, {"type": "null"}], "title": "X"}',
    );
  });

  test("make a decimal of a number", () => {
    expect(withOptions({ kind: "float64" }, { precision: located(10), scale: located(2) })).toEqual(
      schemaOf({ kind: "decimal", precision: 10, scale: 2 }),
    );
  });

  test("give a default, which makes the column optional", () => {
    expect(withOptions({ kind: "int64" }, { default: number(3) })).toEqual({
      property: '{"default": 3, "title": "X", "type": "integer"}',
      required: [],
    });
    const float: StaticValue = { kind: "dsl", name: "float", args: [number(1)], span: span() };
    expect(withOptions({ kind: "float64" }, { default: float }).property).toContain('"default": 1.0');
    const nothing: StaticValue = { kind: "null", span: span() };
    expect(withOptions(string, { default: nothing }, { nullable: true }).property).toContain('"default": null');
  });

  test("that concern the database alone leave no trace", () => {
    const options = {
      primaryKey: located(true),
      unique: located(true),
      name: located("y"),
      defaultSql: located("now()"),
    };
    expect(withOptions(string, options)).toEqual(schemaOf(string));
  });

  test("describe the column before its JSDoc does", () => {
    expect(schemaOf(string, { doc: "Doc." }).property).toBe('{"description": "Doc.", "title": "X", "type": "string"}');
    expect(withOptions(string, { description: located("Given.") }, { doc: "Doc." }).property).toContain("Given.");
    expect(schemaOf(string, { doc: "" }).property).toBe('{"title": "X", "type": "string"}');
  });
});

test("a class without required columns has no list of them", () => {
  const keys = (decl: Parameters<typeof featureSchema>[0]) => Object.keys(featureSchema(decl));
  expect(keys(feature({ key: "a" }))).toEqual(["additionalProperties", "properties", "title", "type"]);
  expect(keys(feature({ key: "a", doc: "Doc.", columns: [column("x", string)] }))).toEqual([
    "additionalProperties",
    "description",
    "properties",
    "required",
    "title",
    "type",
  ]);
});
