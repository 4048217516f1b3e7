// Each file of grammar/accept is a sentence of the grammar, illustrates the productions that it says it does, and
// compiles; together they illustrate all of it.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { diagnosticsOf as allDiagnosticsOf } from "./compiling.ts";
import { isToken } from "./ebnf.ts";
import { createRecognizer } from "./recognize.ts";
import { isShared, readSamples, START, subset } from "./subset.ts";
import { tokensOf, withLibraryNames } from "./tokens.ts";

const all = readSamples("accept");
const samples = all.filter((sample) => !isShared(sample));
const project = new Map(all.map(({ path, text }) => [path, text]));
const recognize = createRecognizer(subset, START);

/** What is wrong, besides what Metaxy's stores cannot use: the grammar knows no store. */
async function diagnosticsOf(...args: Parameters<typeof allDiagnosticsOf>): Promise<readonly unknown[]> {
  return (await allDiagnosticsOf(...args)).filter(({ code }) => !code.startsWith("MXC27"));
}

/** The productions that a file's first comment names. */
function illustratedBy(text: string): readonly string[] {
  const [comment = ""] = /^\/\/ Illustrates:.*\n(?:\/\/.*\n)*/.exec(text) ?? [];
  return comment.replace(/^\/\/( Illustrates:)?/gm, "").match(/\w+/g) ?? [];
}

describe.each(samples.map(({ path, text }) => [path, text] as const))("grammar/%s", (path, text) => {
  it("is a sentence in which the productions it illustrates are used", () => {
    const tokens = withLibraryNames(tokensOf(text));
    const found = recognize(tokens);
    if (found.kind === "other") throw new Error(`no sentence from ${tokens.slice(found.at, found.at + 5).join(" ")}`);
    expect(illustratedBy(text).filter((name) => !found.productions.has(name))).toEqual([]);
    expect(illustratedBy(text)).not.toEqual([]);
  });

  it("compiles without a diagnostic", async () => {
    expect(await diagnosticsOf(project, [path])).toEqual([]);
  });
});

describe("grammar/accept", () => {
  it("illustrates every production", () => {
    const illustrated = new Set(all.flatMap(({ text }) => illustratedBy(text)));
    const parts = new Set(PARTS_OF_TOKENS);
    expect([...subset.keys()].filter((name) => !illustrated.has(name) && !parts.has(name))).toEqual([]);
    expect(PARTS_OF_TOKENS.filter((name) => !subset.has(name) || !isToken(name))).toEqual([]);
  });

  it("compiles as one project", async () => {
    expect(await diagnosticsOf(project, ["accept"])).toEqual([]);
  });

  it("type-checks", () => {
    const root = new URL("../../", import.meta.url);
    const compiler = fileURLToPath(new URL("node_modules/typescript/bin/tsc", root));
    const folder = fileURLToPath(new URL("grammar/accept", root));
    expect(execFileSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" })).toBe("");
  });
});

/** Tokens are tested one by one; these are never a token of their own. */
const PARTS_OF_TOKENS = [
  ..."WORD_START WORD_PART RESERVED TEMPLATE_TEXT ESCAPE DECIMAL EXPONENT RADIX DIGITS HEX BRACKET ANY".split(" "),
];
