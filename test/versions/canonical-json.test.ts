import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, PythonFloat } from "../../src/model/json.ts";
import { printFloat, printJson, printSortedJson } from "../../src/versions/canonical-json.ts";
import { hashText } from "../../src/versions/hash.ts";
import { pythonTitle } from "../../src/versions/python-title.ts";

describe("printFloat writes what Python's repr writes", () => {
  test.each([
    [1, "1.0"],
    [-1, "-1.0"],
    [0, "0.0"],
    [-0, "-0.0"],
    [0.1, "0.1"],
    [1.5e-4, "0.00015"],
    [1e-4, "0.0001"],
    [1e-5, "1e-05"],
    [1.25e-5, "1.25e-05"],
    [1e-7, "1e-07"],
    [1e15, "1000000000000000.0"],
    [9007199254740992, "9007199254740992.0"],
    [1e16, "1e+16"],
    [123456789012345680, "1.2345678901234568e+17"],
    [1e20, "1e+20"],
    [1e22, "1e+22"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [5e-324, "5e-324"],
    [2 / 3, "0.6666666666666666"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [Number.NaN, "NaN"],
  ])("%d is %s", (value, text) => expect(printFloat(value)).toBe(text));
});

describe("printSortedJson", () => {
  test("tells ints from floats", () => {
    const value = { a: 1, b: new PythonFloat(1), c: 1.5, d: 12345678901234567890n, e: 1e21, f: -0 };
    expect(printSortedJson(value)).toBe(
      '{"a": 1, "b": 1.0, "c": 1.5, "d": 12345678901234567890, "e": 1000000000000000000000, "f": 0}',
    );
  });

  test("escapes everything outside printable ASCII by UTF-16 unit", () => {
    expect(printSortedJson('é✓😀\u007f\u0000\b\f\n\r\t"\\/')).toBe(
      '"\\u00e9\\u2713\\ud83d\\ude00\\u007f\\u0000\\b\\f\\n\\r\\t\\"\\\\/"',
    );
  });

  test("sorts keys by code point, not by UTF-16 unit", () => {
    const keys = new Map([
      ["\u{1f600}", 1],
      ["\uff5e", 2],
      ["b", 3],
      ["B", 4],
      ["", 5],
    ]);
    expect(printSortedJson(keys)).toBe('{"": 5, "B": 4, "b": 3, "\\uff5e": 2, "\\ud83d\\ude00": 1}');
  });

  test("keeps the order of arrays and prints empty containers without spaces", () => {
    expect(printSortedJson([[], {}, [null, true, false]])).toBe("[[], {}, [null, true, false]]");
  });

  test("puts a known object's text where the object stands", () => {
    const known = { z: 1 };
    expect(printSortedJson({ b: known, a: [known] }, new Map([[known, "<text>"]]))).toBe(
      '{"a": [<text>], "b": <text>}',
    );
  });
});

test("printJson keeps the order of keys, also of those that look like integers", () => {
  expect(
    printJson(
      new Map<string, string>([
        ["b", "x"],
        ["10", "y"],
        ["9", "z"],
      ]),
    ),
  ).toBe('{"b": "x", "10": "y", "9": "z"}');
});

test("hashText hashes UTF-8 and keeps as many digits as asked for", () => {
  expect(hashText("", 8)).toBe("e3b0c442");
  expect(hashText("é", 64)).toBe("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
});

describe("pythonTitle equals Python's str.title() with underscores as spaces", () => {
  test.each([
    ["metaxy_created_at", "Metaxy Created At"],
    ["camelCase", "Camelcase"],
    ["http_URL2x", "Http Url2X"],
    ["a__b", "A  B"],
    ["x_", "X"],
    ["_x", "X"],
    ["O_neil", "O Neil"],
    ["A1_b2C", "A1 B2C"],
    ["größe", "Größe"],
    ["ßtraße", "Sstraße"],
    ["ﬁeld", "Field"],
    ["ǆep", "ǅep"],
    ["ŉa", "ʼNa"],
    ["中a", "中A"],
    ["x٣y", "X٣Y"],
    ["a\u0310b", "A\u0310B"],
    ["ΑΣ_ΣΑ", "Ας Σα"],
    ["ᾳx", "ᾼx"],
    ["აბ", "აბ"],
    ["ⅷa", "Ⅷa"],
    ["$id", "$Id"],
  ])("%s is %s", (name, title) => expect(pythonTitle(name)).toBe(title));
});

describe("a second implementation", () => {
  /** `repr`: the fewest digits that read back, by trying; then the layout that CPython chooses. */
  function repr(value: number): string {
    if (value < 0 || Object.is(value, -0)) return `-${repr(-value)}`;
    if (!Number.isFinite(value)) return "Infinity";
    let digits = 1;
    while (Number(value.toPrecision(digits)) !== value) digits++;
    const [mantissa = "", power = ""] = value.toExponential(digits - 1).split("e");
    const bare = mantissa.replace(".", "").replace(/(?<=.)0+$/, "");
    const point = Number(power) + 1;
    if (point > 16 || point < -3) {
      const rest = bare.length > 1 ? `.${bare.slice(1)}` : "";
      return `${bare[0]}${rest}e${point > 0 ? "+" : "-"}${String(Math.abs(point - 1)).padStart(2, "0")}`;
    }
    if (point <= 0) return `0.${"0".repeat(-point)}${bare}`;
    return `${bare.slice(0, point).padEnd(point, "0")}.${bare.slice(point) || "0"}`;
  }

  function dumps(value: Json): string {
    if (value instanceof PythonFloat) return Number.isNaN(value.value) ? "NaN" : repr(value.value);
    if (value instanceof Map) {
      const points = (text: string) =>
        [...text].map((point) => (point.codePointAt(0) ?? 0).toString(16).padStart(6, "0"));
      const name = (text: string) => points(text).join("");
      const sorted = [...(value as ReadonlyMap<string, Json>)].sort(([a], [b]) => (name(a) < name(b) ? -1 : 1));
      return `{${sorted.map(([key, item]) => `${dumps(key)}: ${dumps(item)}`).join(", ")}}`;
    }
    if (Array.isArray(value)) return `[${value.map(dumps).join(", ")}]`;
    if (typeof value !== "string") return String(value);
    return JSON.stringify(value).replace(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${`000${unit.charCodeAt(0).toString(16)}`.slice(-4)}`,
    );
  }

  const text = fc.string({ unit: "binary", maxLength: 5 });
  const { value: document } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: "medium" },
      fc.constantFrom(null, true, false),
      text,
      fc.bigInt(),
      fc.maxSafeInteger(),
      fc.double().map((value) => new PythonFloat(value)),
      fc.double({ min: 1e-6, max: 1e18 }).map((value) => new PythonFloat(Math.round(value))),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(text, tie("value"), { maxKeys: 4 }).map((object) => new Map(Object.entries(object))),
    ),
  }));

  test("writes the same", () => {
    fc.assert(
      fc.property(document, (value) => {
        expect(printSortedJson(value)).toBe(dumps(value));
      }),
      { seed: 4, numRuns: 3000 },
    );
  });
});
