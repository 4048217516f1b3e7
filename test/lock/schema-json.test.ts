import { describe, expect, test } from "vitest";
import { printSchemaText, readSchemaText } from "../../src/lock/schema-json.ts";

describe("a schema read and printed again keeps every byte", () => {
  test.each([
    "{}",
    '{"b":1,"a":1.0,"10":[],"9":{"x":null}}',
    '{"default":12345678901234567890123,"minimum":-0.0}',
    '{"small":1e-7,"fixed":0.00001,"large":1e+20,"edge":1000000000000000.0,"fraction":0.1}',
    '{"title":"É 🎬 \\"\\\\ \\n\\u0001","items":[true,false,null]}',
  ])("%s", (text) => expect(printSchemaText(readSchemaText(text))).toBe(text));
});

test.each(["", "[]", "1", '{"a":}', "{} {}", "// comment\n{}"])("%j is no schema", (text) => {
  expect(readSchemaText(text)).toBeNull();
});
