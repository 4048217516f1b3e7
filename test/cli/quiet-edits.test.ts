// A committed file changes only when what it says changes: edits that declare nothing leave every byte, and a new feature
// leaves every byte about the others.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { ts } from "ts-morph";
import { expect, it } from "vitest";
import { fuzz, fuzzTimeout } from "../fuzz/amount.ts";
import { type GoldenCase, readGoldenCases, readTexts } from "../golden-cases.ts";
import { runInMemory } from "../memory-world.ts";

type Texts = ReadonlyMap<string, string>;

const samples = fileURLToPath(new URL("../../samples", import.meta.url));

/** The samples, and the cases that write a document about features. */
const cases: readonly Pick<GoldenCase, "name" | "input" | "runs" | "env">[] = [
  ...readdirSync(samples).map((name) => {
    return { name, input: readTexts(join(samples, name)), runs: [{ name: null, argv: ["--all-stores"] }], env: {} };
  }),
  ...readGoldenCases().filter(({ expected }) =>
    [...expected].some(([path, text]) => path.endsWith("metadata.json") && !text.includes('"features": {},')),
  ),
];

/** What a case compiles to. */
async function outputsOf({ runs, env }: (typeof cases)[number], input: Texts): Promise<ReadonlyMap<string, string>> {
  const outputs = new Map<string, string>();
  for (const { argv } of runs) {
    const { written } = await runInMemory(argv, input, { env });
    for (const [path, text] of written) outputs.set(path, text);
  }
  return outputs;
}

/** A choice from 0 to below a number. */
type Choose = (below: number) => number;

/** What a source becomes that says the same. */
type Edit = (source: string, path: string, choose: Choose) => string;

const NOTHING = [
  "\n",
  "\n\n  \n",
  "\n// A note.\n",
  "\n/* A longer\n   note. */\n",
  "\n\t\n// eslint-disable-next-line\n",
];

const edits: Readonly<Record<string, Edit>> = {
  "blank lines and comments": (source, path, choose) => {
    const gaps = listGaps(parse(source, path));
    const chosen = gaps.filter(() => choose(3) === 0).reverse();
    return chosen.reduce((text, at) => text.slice(0, at) + NOTHING[choose(NOTHING.length)] + text.slice(at), source);
  },
  "a comment before everything": (source) => `// Copyright.\n${source}`,
  "a comment behind everything": (source) => `${source}\n// The end.`,
  "other orders": (source, path, choose) => {
    const file = parse(source, path);
    const pairs = file.statements.flatMap((statement, place) => {
      const next = file.statements[place + 1];
      return next !== undefined && maySwap(statement, next) ? [[statement, next] as const] : [];
    });
    const [first, second] = pairs[choose(Math.max(1, pairs.length))] ?? [];
    if (first === undefined || second === undefined) return source;
    const [start, middle, end] = [first.getFullStart(), first.end, second.end];
    return `${source.slice(0, start)}${source.slice(middle, end)}\n${source.slice(start, middle)}${source.slice(end)}`;
  },
  "line ends": (source) => source.replaceAll(/\r?\n/g, "\r\n"),
};

function parse(source: string, path: string): ts.SourceFile {
  return ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
}

/** Where a line may be put in: at the ends of lines before statements and members of classes. */
function listGaps(file: ts.SourceFile): readonly number[] {
  const members = file.statements.flatMap((each) => (ts.isClassDeclaration(each) ? [...each.members] : []));
  const starts = [...file.statements, ...members].map((node) => node.getFullStart());
  const ends = starts.map((start) => file.text.indexOf("\n", start)).filter((end) => end >= 0);
  // Not into what stands on the line, nor between an ignore comment and what it is about.
  const safe = ends.filter((end, place) => file.text.slice(starts[place], end).trim() === "");
  return [...new Set(safe)].sort((a, b) => a - b);
}

/** Neighbours whose order nobody sees: imports, and classes that do not speak of each other. */
function maySwap(first: ts.Statement, second: ts.Statement): boolean {
  if (ts.isImportDeclaration(first) && ts.isImportDeclaration(second)) return true;
  if (!ts.isClassDeclaration(first) || !ts.isClassDeclaration(second)) return false;
  const speaksOf = (text: string, { name }: ts.ClassDeclaration) =>
    name === undefined || new RegExp(`\\b${name.text}\\b`).test(text);
  return !speaksOf(first.getText(), second) && !speaksOf(second.getText(), first);
}

/** The sources of a case after some edits. */
function edited(input: Texts, names: readonly string[], choices: readonly number[]): Texts {
  let next = 0;
  const choose: Choose = (below) => (choices[next++ % choices.length] ?? 0) % below;
  return new Map(
    [...input].map(([path, text]) => {
      if (!/(?<!\.d)\.(?:ts|tsx|mts|cts)$/.test(path) || path.includes("node_modules")) return [path, text];
      return [path, names.reduce((source, name) => edits[name]?.(source, path, choose) ?? source, text)];
    }),
  );
}

const someCase = fc.constantFrom(...cases.map(({ name }) => name));
const byName = (name: string) => cases.find((golden) => golden.name === name) as (typeof cases)[number];
const someEdits = fc.array(fc.constantFrom(...Object.keys(edits)), { minLength: 1, maxLength: 4 });
const someChoices = fc.array(fc.nat(1000), { minLength: 7, maxLength: 30 });

it("edits that declare nothing change no byte", { timeout: fuzzTimeout(120_000) }, async () => {
  const law = fc.asyncProperty(someCase, someEdits, someChoices, async (name, names, choices) => {
    const golden = byName(name);
    const after = await outputsOf(golden, edited(golden.input, names, choices));
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(await outputsOf(golden, golden.input)));
  });
  await fc.assert(law, fuzz(40));
});

const NEWCOMER = (
  key: string,
  project: string,
) => `import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Newcomer extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly project = ${JSON.stringify(project)};
  static override readonly tableName = "newcomer";
  static override readonly spec = new FeatureSpec({ key: "new/comer", idColumns: ["own_id"], deps: [${JSON.stringify(key)}] });
  own_id!: string;
}
`;

/** The parts of a document, and the paragraphs of a script. */
function partsOf(path: string, text: string): readonly string[] {
  if (!path.endsWith(".json")) return text.split("\n\n").map((part) => part.trim());
  const { features, tables, system_columns } = JSON.parse(text);
  return [...Object.values(features), ...tables, ...system_columns].map((part) => JSON.stringify(part));
}

it("a feature that depends on others changes nothing about them", { timeout: fuzzTimeout(120_000) }, async () => {
  const law = fc.asyncProperty(someCase, fc.nat(100), async (name, choice) => {
    const golden = byName(name);
    const before = await outputsOf(golden, golden.input);
    const document = [...before].find(([path]) => path.endsWith("metadata.json"))?.[1] ?? '{ "features": {} }';
    const features = Object.entries<{ project: string }>(JSON.parse(document).features);
    const [key, feature] = features[choice % Math.max(1, features.length)] ?? [];
    const folder = [...golden.input.keys()].find((path) => path.endsWith(".ts"))?.replace(/[^/]*$/, "") ?? "src/";
    fc.pre(key !== undefined && feature !== undefined);
    const files = new Map([...golden.input, [`${folder}newcomer.ts`, NEWCOMER(key ?? "", feature?.project ?? "")]]);
    const after = await outputsOf(golden, files);
    // Where a dialect refuses the new feature there is nothing to compare.
    fc.pre([...after.values()].some((text) => text.includes("new/comer")));
    for (const [path, text] of before) {
      const changed = after.get(path);
      if (changed === undefined || path.endsWith(".lock") || path.endsWith("push.sql")) continue;
      const now = new Set(partsOf(path, changed));
      expect(
        partsOf(path, text).filter((part) => !now.has(part)),
        path,
      ).toEqual([]);
    }
  });
  await fc.assert(law, { ...fuzz(20), maxSkipsPerRun: 20 });
});
