// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to the environment are the subject
// A `.env` file sets here what it sets for Metaxy's command line.

import fc from "fast-check";
import { expect, it } from "vitest";
import { readDotenv } from "../../src/config/dotenv.ts";
import { describeMetaxy } from "./python.ts";

const piece = fc.constantFrom(
  ..."AB#='\"\\ n".split(""),
  ...["\n", "\r\n", "\r", "\t", "\u00a0", "\u0085", "\ufeff", "`", "$", "{", "}", ":-", "é", "export ", "A=", "SET="],
  ...["${A}", "${SET}", "${B:-x}", "${}", "\\n", "\\'", '\\"', " #", "'x y'", '"x y"'],
);
const soup = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
const value = fc.oneof(
  soup,
  soup.map((text) => `"${text}"`),
  soup.map((text) => `'${text}'`),
);
const lines = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "export ", " ", "\texport\t"),
      fc.constantFrom("A", "B", "'C D'", "SET"),
      fc.constantFrom("=", " = ", "= "),
      value,
    ),
    { maxLength: 4 },
  )
  .map((all) => all.map((parts) => parts.join("")).join("\n"));

const texts = [...fc.sample(soup, { seed: 1, numRuns: 4000 }), ...fc.sample(lines, { seed: 2, numRuns: 4000 })];

describeMetaxy("and its python-dotenv", "every", (metaxy) => {
  it("set the variables that are set here", () => {
    const answers = metaxy.ask("dotenv_values.py", texts) as readonly (Readonly<Record<string, string>> | null)[];
    const wrong = texts.flatMap((text, index) => {
      const { SET: _, ...ours } = readDotenv(text, { SET: "given" }).variables;
      const theirs = answers[index] ?? ours;
      const sorted = (of: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(of).sort());
      return sorted(ours) === sorted(theirs)
        ? []
        : [`${JSON.stringify(text)}: ${sorted(theirs)}, here ${sorted(ours)}`];
    });
    expect(wrong).toEqual([]);
  });
});
