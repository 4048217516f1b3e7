import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanDocComment } from "../../src/read/doc-comment.ts";
import { declarationIn } from "./reading.ts";

const docsOf = (source: string) => {
  const { class: read } = declarationIn("class", source);
  return [read.doc, ...read.properties.map(({ doc }) => doc)];
};

describe("a doc comment is cleaned", () => {
  it.each<[comment: string, text: string | null]>([
    ["/** One line. */", "One line."],
    ["/**One line.*/", "One line."],
    ["/*** Many stars. ***/", "Many stars."],
    ["/**\n * One line.\n */", "One line."],
    ["/** First.\n * Second. */", "First.\nSecond."],
    ["/**\n * Two lines.\n *\n * Second — paragraph.\n */", "Two lines.\n\nSecond — paragraph."],
    ["/**\n   * - a\n   *   - b\n   * - c\n   */", "- a\n  - b\n- c"],
    ["/**\n *   all\n *     indented\n */", "all\n  indented"],
    ["/**\n   no stars\n     at all\n */", "no stars\n  at all"],
    ["/**\n *\n *\n * late\n *\n *\n */", "late"],
    ["/**\n * **bold**\n */", "**bold**"],
    ["/**\n * \ta\n * b\n */", "        a\nb"],
    ["/**\n * é\tb\n * c\n */", "é       b\nc"],
    ["/**\r\n * a\r\n * b\r\n */", "a\nb"],
    ["/**\r * a\r * b\r */", "a\nb"],
    ["/** */", null],
    ["/**\n *\n */", null],
    ["/** unclosed", "unclosed"],
  ])("%j", (comment, text) => {
    expect(cleanDocComment(comment)).toBe(text);
  });
});

describe("tags", () => {
  it.each<[comment: string, text: string | null]>([
    ["/**\n * Text.\n *\n * @param a x\n * more\n * @internal\n */", "Text."],
    ["/** @internal */", null],
    ["/** Text. @notATag */", "Text. @notATag"],
    ["/** Text.\n * @deprecated */", "Text.\nDeprecated"],
    ["/**\n * Text.\n *\n * @deprecated use\n *   B\n * @internal\n */", "Text.\n\nDeprecated: use B"],
    ["/** @deprecated use {@link B} */", "Deprecated: use B"],
    ["/** @internal\n * @deprecated why */", "Deprecated: why"],
    ["/** @deprecatedly */", null],
    ["/** @inheritDoc */", null],
    ["/** {@inheritDoc} */", null],
    ["/** {@inheritdoc Base.x} */", null],
    ["/** See {@link Video}s. */", "See Videos."],
    [
      "/** {@link Video.id | the id}, {@linkcode Video the video} and {@linkplain Video|it} */",
      "the id, the video and it",
    ],
    ["/** {@link unclosed */", "{@link unclosed"],
  ])("%j", (comment, text) => {
    expect(cleanDocComment(comment)).toBe(text);
  });
});

describe("a doc comment belongs to what it stands directly before", () => {
  it.each<[source: string, docs: readonly (string | null)[]]>([
    ["/** A */ class A { /** x */ x = 1; /** y */ y = 1 }", ["A", "x", "y"]],
    ["/** A */ @dec() export default abstract class A { /** x */ @dec() declare readonly x: 1 }", ["A", "x"]],
    ["/** no */ /** A */ class A {}", ["A"]],
    ["/** A */ // but\n/* still */\nclass A {}", ["A"]],
    ["@dec /** inside */ class A {}", [null]],
    ["/* plain */ class A { // line\n x = 1; /**/ y = 1; /***/ z = 1 }", [null, null, null, null]],
    ["class A {\n  x = 1; /** of x */\n  y = 1;\n}", [null, null, null]],
    ["class A { /** of the class\n */\n  x = 1;\n}", [null, null]],
    ["class A {\n  /** x */\n\n  x = 1;\n}", [null, "x"]],
    ["#!/usr/bin/env node\n/** A */ class A {}", ["A"]],
    ["/** A */ const A = class { /** x */ x = 1 }", ["A", "x"]],
    ["/** A */ export const A = class {}", ["A"]],
  ])("%j", (source, docs) => {
    expect(docsOf(source)).toEqual(docs);
  });
});

describe("cleaning", () => {
  const line = fc.string({ unit: fc.constantFrom("a", "b", " ", "\t", "é") }).map((text) => `x${text}`.trimEnd());

  it("keeps plain lines as they are written", () => {
    const law = (lines: readonly string[]) => {
      const flat = lines.map((text) => text.replaceAll("\t", " "));
      const comment = `/**\n${flat.map((text) => ` * ${text}`).join("\n")}\n */`;
      expect(cleanDocComment(comment)).toBe(flat.join("\n"));
    };
    fc.assert(fc.property(fc.array(line, { minLength: 1 }), law), { seed: 1, numRuns: 200 });
  });

  it("is done after once", () => {
    const law = (lines: readonly string[]) => {
      const once = cleanDocComment(`/**\n${lines.join("\n")}\n*/`);
      if (once !== null) expect(cleanDocComment(`/**\n${once}\n*/`)).toBe(once);
    };
    fc.assert(fc.property(fc.array(line.map((text) => text.replaceAll("*", ""))), law), { seed: 1, numRuns: 200 });
  });
});
