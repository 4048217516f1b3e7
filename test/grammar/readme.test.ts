// grammar/README.md tells the truth: its tables list every file of accept/ and reject/ with its verdict and its code, what they
// show stands in these files, which together hold every kind of syntax there is, and its examples do what it says.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadSyntax } from "../../src/read/typescript.ts";
import { runInMemory } from "../memory-world.ts";
import { kindsIn } from "../read/reading.ts";
import { codeOf, isShared, readSamples, type Sample } from "./subset.ts";

const folder = new URL("../../grammar/", import.meta.url);
const readme = readFileSync(new URL("README.md", folder), "utf8");
const samples = [...readSamples("accept"), ...readSamples("reject")].filter((sample) => !isShared(sample));

interface Row {
  readonly what: string;
  readonly example: string;
  readonly verdict: string;
}

const ROW =
  /^\| (?<what>.+) \| (?<tick>`+) ?(?<example>.+?) ?\k<tick> \| (?<verdict>\[(?:accepted|rejected)\].*) \|$/gm;
const rows = [...readme.matchAll(ROW)].map(({ groups }) => groups as unknown as Row);

/** The verdict on a file, as a row has it. */
function verdictOn({ path, text }: Sample): string {
  const code = codeOf(text);
  return path.startsWith("accept/") ? `[accepted](${path})` : `[rejected](${path}), [${code}](diagnostics/${code}.md)`;
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");

describe("the tables of grammar/README.md", () => {
  const byVerdict = new Map(samples.map((sample) => [verdictOn(sample), sample]));

  it.each(rows.map(({ what, example, verdict }) => [what, example, verdict] as const))(
    "%s: %s",
    (_, example, verdict) => {
      const sample = byVerdict.get(verdict);
      expect(sample, `no file has the verdict ${verdict}`).toBeDefined();
      expect(oneLine(sample?.text ?? "")).toContain(oneLine(example.replaceAll("\\|", "|")));
    },
  );

  it("say each thing once, and leave no file out", () => {
    const keys = rows.map(({ what, verdict }) => `${what} ${verdict}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    const listed = new Set(rows.map(({ verdict }) => verdict));
    expect([...byVerdict.keys()].filter((verdict) => !listed.has(verdict))).toEqual([]);
  });

  it("have a row for every line that looks like one", () => {
    const lines = readme
      .split("\n")
      .filter((line) => /\((?:accept|reject)\/.+\) *\|/.test(line) || /\]\(diagnostics\/MXC/.test(line));
    expect(rows).toHaveLength(lines.length);
  });
});

describe("accept/ and reject/ together", () => {
  const kinds = new Set(samples.flatMap(({ path, text }) => [...kindsIn(text, path)]));
  const { SyntaxKind } = loadSyntax();

  it.each([
    ["type", SyntaxKind.FirstTypeNode, SyntaxKind.LastTypeNode],
    ["member", SyntaxKind.PropertySignature, SyntaxKind.IndexSignature],
    ["expression", SyntaxKind.ArrayLiteralExpression, SyntaxKind.SatisfiesExpression],
    ["statement", SyntaxKind.Block, SyntaxKind.DebuggerStatement],
    ["declaration", SyntaxKind.VariableDeclaration, SyntaxKind.ExternalModuleReference],
  ])("hold every kind of %s", (_, first, last) => {
    const missing: string[] = [];
    for (let kind = first; kind <= last; kind++) if (!kinds.has(kind)) missing.push(SyntaxKind[kind]);
    expect(missing.filter((name) => !OF_NO_MODULE.has(name))).toEqual([]);
  });
});

/** What the checker makes, what strict mode forbids, what only declaration files have, and what the parser makes up. */
const OF_NO_MODULE = new Set([
  "SyntheticExpression",
  "WithStatement",
  "NamespaceExportDeclaration",
  "MissingDeclaration",
]);

describe("an example of grammar/README.md", () => {
  const sections = readme.split(/^## /m);
  const inSection = (title: string) => {
    const text = sections.find((section) => section.startsWith(`${title}\n`)) ?? "";
    const fences = [...text.matchAll(/^```\w+ ?(\S*)\n([\s\S]*?)^```$/gm)];
    return new Map(fences.map(([, path = "", body = ""]) => [path, body]));
  };

  it("compiles", async () => {
    const { exitCode, stderr } = await runInMemory(["src"], inSection("In short"));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  });

  it("is refused as it says", async () => {
    const files = inSection("What a refusal says");
    const expected = files.get("");
    files.delete("");
    const { stderr } = await runInMemory(["src"], files);
    expect(stderr).toBe(expected);
  });
});

it("grammar/README.md names everything in the folder", () => {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !/schema\.json$|^README/.test(name),
  );
  const links = entries.map((entry) => `](${entry.name}${entry.isDirectory() ? "/" : ""})`);
  expect(links.filter((link) => !readme.includes(link))).toEqual([]);
});
