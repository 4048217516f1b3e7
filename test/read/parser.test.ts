// The build cuts the parser out of TypeScript (scripts/typescript-parser.mjs). Cut too short, it would read something differently.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ts as typescript } from "@ts-morph/common";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSyntax, type Syntax, type ts } from "../../src/read/typescript.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Sources of every kind: good ones, mistaken ones, and our own. */
const sources: readonly { readonly path: string; readonly text: string }[] = ["samples", "grammar", "src", "test"]
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  )
  .filter((path) => /\.(?:[cm]?[jt]s|[jt]sx|json)$/.test(path) && !path.includes("node_modules"))
  .sort()
  .map((path) => ({ path, text: readFileSync(root + path, "utf8") }));

describe("the parser that is shipped", () => {
  it("reads every source as TypeScript does", () => {
    expect(sources.length).toBeGreaterThan(500);
    for (const { path, text } of sources)
      expect(describeTree(path, text, loadSyntax())).toEqual(describeTree(path, text, typescript));
  });

  it("reads what is left of a source after a cut, and what stands there instead, as TypeScript does", () => {
    const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.nat(), fc.nat(30), piece, ({ path, text }, at, length, other) => {
        const start = at % (text.length + 1);
        const changed = text.slice(0, start) + other + text.slice(start + length);
        expect(describeTree(path, changed, loadSyntax())).toEqual(describeTree(path, changed, typescript));
      }),
      { numRuns: 300 },
    );
  });
});

/** What a parser recovers from, each in its own way. */
const PIECES = [
  "",
  "<",
  "`${",
  "/*",
  "'",
  "@",
  "#x",
  "\\u{",
  "0x",
  "1_",
  "(",
  "=> ",
  "?.",
  "enum ",
  "import ",
  "\uFEFF",
  "<<<<<<<",
  "/[",
  "\0",
];

/** Everything that reading looks at: each node's kind, place and text, and the messages. */
function describeTree(
  path: string,
  text: string,
  { createSourceFile, forEachChild, ScriptTarget, JSDocParsingMode }: Syntax,
): unknown {
  const file = createSourceFile(path, text, {
    languageVersion: ScriptTarget.ESNext,
    jsDocParsingMode: JSDocParsingMode.ParseNone,
  });
  const nodes: unknown[] = [];
  const visit = (node: ts.Node & { readonly text?: string }): void => {
    nodes.push([node.kind, node.pos, node.end, node.flags, node === file ? "" : node.text]);
    forEachChild(node, visit);
  };
  visit(file);
  const { parseDiagnostics } = file as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  };
  return [nodes, parseDiagnostics.map(({ code, start, length, messageText }) => [code, start, length, messageText])];
}
