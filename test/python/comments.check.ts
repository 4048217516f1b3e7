// A doc comment is cleaned as Python cleans a docstring: random texts, without what only JSDoc has (stars and tags).

import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanDocComment } from "../../src/read/doc-comment.ts";
import { describeMetaxy } from "./python.ts";

const UNITS = ["a", "é", "𝒳", "-", " ", "  ", "\t", "\u00a0", "\u3000", "\f"];
const line = fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 8 });
const texts = fc.sample(fc.array(line, { maxLength: 6 }), { seed: 1, numRuns: 5000 }).map((lines) => lines.join("\n"));

describeMetaxy("and its Python", "every", ({ ask }) => {
  it("clean docstrings as doc comments are cleaned", () => {
    // A comment ends with blanks before its last marker, which are not part of it.
    const cleaned = ask("cleandoc.py", texts) as readonly string[];
    const found = texts.map((text) => cleanDocComment(`/**${text} */`) ?? "");
    expect(texts.filter((_, index) => found[index] !== cleaned[index]?.trimEnd())).toEqual([]);
  });
});
