import fc from "fast-check";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { printToml } from "../../src/lock/toml-text.ts";
import { type Json, PythonFloat } from "../../src/model/json.ts";

const text = fc.string({ unit: "grapheme" });
const { value: json } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.boolean(),
    fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => new PythonFloat(number)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie("value")), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
}));

describe("printToml", () => {
  it("writes what a TOML reader reads back", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, json), { maxLength: 5 }), (entries) => {
        const document = new Map(entries);
        const read = parse(printToml(document), { integersAsBigInt: true });
        expect(plain(read)).toEqual(plain(document));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("puts plain values before tables, and both in the order of their keys", () => {
    expect(printToml({ b: 1, t: { x: 1 }, a: [1, "x"], s: { y: {} } })).toBe(
      'a = [1, "x"]\nb = 1\n\n[s.y]\n\n[t]\nx = 1\n',
    );
  });

  it("gives an array of tables that comes first no blank line, as tomlkit does", () => {
    expect(printToml({ t: { a: [{ x: 1 }, { x: 2 }], b: 1 } })).toBe("[t]\nb = 1\n[[t.a]]\nx = 1\n\n[[t.a]]\nx = 2\n");
  });

  it("sorts the keys of inline tables in the outermost array only", () => {
    const table = new Map([
      ["b", 1],
      ["a", 2],
    ]);
    expect(printToml({ x: [table, 1], y: [[table]] })).toBe("x = [{a = 2, b = 1}, 1]\ny = [[{b = 1, a = 2}]]\n");
  });
});

/** Maps and objects alike as objects without a prototype, floats as their text. */
function plain(value: unknown): unknown {
  if (value instanceof PythonFloat) return plain(value.value);
  if (typeof value === "number") return Object.is(value, -0) ? "float -0" : `float ${value}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const entries: readonly (readonly [string, unknown])[] = value instanceof Map ? [...value] : Object.entries(value);
  return new Map(entries.map(([key, item]) => [key, plain(item)] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}
