import { describe, expect, it } from "vitest";
import { namesIn, readGrammar, tokenPattern } from "./ebnf.ts";
import { START, subset } from "./subset.ts";

describe("static-subset.ebnf", () => {
  it("defines every name that it uses", () => {
    const used = [...subset.values()].flatMap(namesIn);
    expect([...new Set(used)].filter((name) => !subset.has(name))).toEqual([]);
  });

  it("uses every name that it defines, beginning with a module", () => {
    const reached = new Set([START]);
    for (const name of reached) for (const next of namesIn(subset.get(name) ?? SILENCE)) reached.add(next);
    expect([...subset.keys()].filter((name) => !reached.has(name))).toEqual([]);
  });

  it.each([
    ["NAME", ["a", "$", "_1", "é", "𝒳", "type"], ["1a", "class", "a-b", ""]],
    ["WORD", ["a", "class"], ["1a", "a b"]],
    [
      "STRING",
      ['""', "'a\"'", '"\\n\\u{1F600}\\x41\\\n"', '"\u2028"', '"\\\\"'],
      ['"', "\"'", '"\n"', '"\\"', '"\\1"'],
    ],
    ["NUMBER", ["0", "1_000.5e-3", ".5", "5.", "0xFf", "0b1_0", "0O7"], ["1__0", "_1", "0x", "1n", "1e"]],
    ["BIGINT", ["1n", "0x1Fn", "1_0n"], ["1", "1.5n"]],
    ["TEMPLATE", ["``", "`a$`", "`$$a{`", "`\\${`", "`\\``"], ["`", "`${`", "`$${a`"]],
    ["TEMPLATE_HEAD", ["`${", "`a$${"], ["`$${a${", "${"]],
    ["TOKEN", ["+", "=>", "a", '"("', "#a"], ["(", "}", "`${", "}a`", ";"]],
  ])("%s is what TypeScript takes for one", (name, some, others) => {
    const pattern = tokenPattern(subset, name);
    expect(some.filter((text) => !pattern.test(text))).toEqual([]);
    expect(others.filter((text) => pattern.test(text))).toEqual([]);
  });
});

const SILENCE = { kind: "sequence", parts: [] } as const;

describe("a grammar", () => {
  it("is read with the precedence of its operators", () => {
    expect(readGrammar('A ::= "a" B* | C - D  /* x */ B ::= [a-z#xD\\]').get("A")).toEqual({
      kind: "choice",
      options: [
        {
          kind: "sequence",
          parts: [
            { kind: "text", text: "a" },
            { kind: "repeat", rule: { kind: "name", name: "B" }, operator: "*" },
          ],
        },
        { kind: "except", rule: { kind: "name", name: "C" }, not: { kind: "name", name: "D" } },
      ],
    });
  });

  it.each(["A ::= (", "A B", "A ::= %", "A ::= B A ::= C", "::= A"])("is refused: %s", (text) => {
    expect(() => readGrammar(text)).toThrow();
  });
});
