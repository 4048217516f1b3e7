// JSON text, over which hashes are taken, is that of Python's own writer.

import fc from "fast-check";
import { expect, it } from "vitest";
import { type Json, PythonFloat } from "../../src/model/json.ts";
import { printJson, printSortedJson } from "../../src/versions/canonical-json.ts";
import { encode } from "./encoded.ts";
import { describeMetaxy } from "./python.ts";

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', "\\", "/", "\n", "\0", "\u007f", "\u2028", "😀"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 6,
});
/** Every double there is, those near the borders of Python's two notations more often. */
const double = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, 1e15, 1e16, 1e17, 1e-4, 1e-5, 1e21, 1e22, 5e-324, 2 ** 53, 2 ** 63),
  fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -12, max: 24 })).map(([a, b]) => a * 10 ** b),
);
const { value: document } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    fc.constantFrom(null, true, false),
    text,
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
    fc.maxSafeInteger(),
    // An int that JavaScript holds as a double is printed with all its digits.
    fc.constantFrom(2 ** 53, 2 ** 64, 1e22, -1e40, 0.1),
    double.map((value) => new PythonFloat(value)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(text, tie("value")), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
}));

describeMetaxy("hashes JSON", "newest", (metaxy) => {
  it("that the compiler writes as Python does", () => {
    const documents = fc.sample(document, { seed: 3, numRuns: 5000 });
    const answers = metaxy.ask("dumps.py", documents.map(encode)) as readonly (readonly [string, string])[];
    for (const [index, each] of documents.entries()) {
      expect([printSortedJson(each), printJson(each)]).toEqual(answers[index]);
    }
  });
});
