import fc from "fast-check";
import { stringify, type TomlTable } from "smol-toml";
import { describe, expect, it } from "vitest";
import { readToml } from "../../src/config/toml.ts";
import { findNode, plainValue } from "../../src/config/tree.ts";

/** The text that a span of the root document marks, at a path. */
function marked(text: string, path: readonly string[], part: "key" | "value"): string {
  const document = readToml(text, "f.toml");
  const span = document.kind === "document" ? findNode(document.root, path)?.origin[part] : null;
  return span ? text.slice(span.start, span.end) : "";
}

describe("reading TOML", () => {
  it("gives what another writer put in", () => {
    const { table } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: "grapheme" }),
        fc.integer(),
        fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
        fc.double({ noNaN: true }).filter((value) => !Number.isInteger(value)),
        fc.boolean(),
        tie("table"),
        fc.array(fc.string()),
        fc.array(tie("table"), { minLength: 1 }),
      ),
      table: fc.dictionary(fc.string({ unit: "grapheme" }), tie("value"), { noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(table, (data) => {
        const document = readToml(stringify(data as TomlTable), "f.toml");
        expect(document.kind === "document" && plainValue(document.root)).toEqual(data);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("never throws", () => {
    const piece = fc.constantFrom(
      "a",
      "=",
      ".",
      "[",
      "]",
      "{",
      "}",
      '"',
      "'",
      '"""',
      "\n",
      " ",
      "1",
      "_",
      "#",
      "\\",
      ",",
      "-",
      ":",
      "T",
      "\u0000",
      "\uD800",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const document = readToml(text, "f.toml");
        expect(document.kind === "document" || document.span.end <= text.length).toBe(true);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  const quotes = `a = ["[", '[', """[\\"[""", '''['['''] # [\nb = `;

  it.each([
    ["lists", "a = ", "[", "]", 100, 99],
    ["so many lists that the parser gives up", "a = ", "[", "]", 50_000, 99],
    ["lists after brackets that are none", quotes, "[", "]", 50_000, 99],
    ["objects", "a = {", "b = {", "}", 100, 99],
    ["so many objects that the parser gives up", "a = {", "b = {", "}", 15_000, 98],
    ["keys", "b.", "b.", "", 99, 99],
    ["keys below a table", "[a]\n", "b.", "", 99, 99],
  ])("blames the place where %s are nested too deeply", (_what, start, opening, closing, count, expected) => {
    const read = (times: number) => {
      const end = closing === "" ? "b = 1" : "";
      const text = start + opening.repeat(times) + end + closing.repeat(times);
      return readToml(start.endsWith("{") ? `${text}}` : text, "f.toml");
    };
    expect(read(98)).toMatchObject({ kind: "document" });
    const document = read(count);
    expect(document).toMatchObject({ kind: "invalid", reason: "values are nested too deeply" });
    const place = document.kind === "invalid" ? document.span.start - start.length : 0;
    expect(Math.floor(place / opening.length)).toBe(expected);
  });

  it.each([
    ["a value", "a = 'x'", ["a"], "a", "'x'"],
    ["a quoted key", '"a b" = 1', ["a b"], '"a b"', "1"],
    ["a dotted key", "a.b . c = 1", ["a", "b", "c"], "c", "1"],
    ["the table a dotted key implies", "a.b = 1", ["a"], "a", "a"],
    ["a table", "[a.b]\nc = 1", ["a", "b"], "b", "b"],
    ["an inline table", "a = { b = { c = 1 } }", ["a", "b"], "b", "{ c = 1 }"],
    ["an element of a list", "a = [1, 'y']", ["a", "1"], "a", "'y'"],
    ["a table of an array", "[[a]]\nb = 1\n[[a]]\nb = 22", ["a", "1", "b"], "b", "22"],
    ["a table below an array", "[[a]]\n[a.b]\nc = 1", ["a", "0", "b", "c"], "c", "1"],
  ])("knows the places of %s", (_, text, path, key, value) => {
    expect([marked(text, path, "key"), marked(text, path, "value")]).toEqual([key, value]);
  });
});
