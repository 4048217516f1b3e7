import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonLine, jsonString, writeJson } from "../../src/emit/json-text.ts";
import { type Json, PythonFloat } from "../../src/model/json.ts";

const anyJson = fc.jsonValue({ stringUnit: "binary" });

describe("jsonLine", () => {
  it("reads back as JSON.stringify does", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(JSON.parse(jsonLine(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("has no line end", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(jsonLine(value as Json)).not.toMatch(/[\r\n]/);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  const prints: readonly (readonly [text: string, value: Json])[] = [
    ['{ "kind": "string" }', { kind: "string" }],
    ['{ "a": [], "b": {} }', { a: [], b: {} }],
    ['["a", null, true, 1]', ["a", null, true, 1]],
    ["1.0", new PythonFloat(1)],
    ["1e+16", new PythonFloat(1e16)],
    ["0.1", 0.1],
    ["1000000000000000000000", 1e21],
    ["123456789012345678901234567890", 123456789012345678901234567890n],
    ["null", new PythonFloat(Number.NaN)],
    [
      '{ "2": "b", "1": "a" }',
      new Map([
        ["2", "b"],
        ["1", "a"],
      ]),
    ],
  ];

  it.each(prints)("prints %s", (text, value) => {
    expect(jsonLine(value)).toBe(text);
  });
});

describe("jsonString", () => {
  it("leaves what is not ASCII as it is, and escapes half a surrogate pair", () => {
    expect(jsonString("é😀\u2028")).toBe('"é😀\u2028"');
    expect(jsonString("\ud800")).toBe('"\\ud800"');
  });
});

/** A value over several lines. */
function block(value: Json, depth: number, indent: string): string {
  const out: string[] = [];
  writeJson(out, value, depth, indent);
  return out.join("");
}

describe("writeJson", () => {
  it("reads back the same at every depth", () => {
    fc.assert(
      fc.property(anyJson, fc.nat(4), (value, depth) => {
        expect(JSON.parse(block(value as Json, depth, ""))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("opens values down to the depth, but never an array of scalars", () => {
    expect(block({ a: { b: { c: 1 } }, d: ["x", "y"], e: [{ f: 1 }], g: {} }, 2, "  ")).toBe(
      [
        "{",
        '    "a": {',
        '      "b": { "c": 1 }',
        "    },",
        '    "d": ["x", "y"],',
        '    "e": [',
        '      { "f": 1 }',
        "    ],",
        '    "g": {}',
        "  }",
      ].join("\n"),
    );
  });
});
