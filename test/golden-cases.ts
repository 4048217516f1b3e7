// The cases under test/golden/: `<theme>/<case>/input` is a little project, `<theme>/<case>/expected` what becomes of it.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIALECT_NAMES, type DialectName } from "../src/model/dialect-name.ts";
import { runInMemory } from "./memory-world.ts";

const goldenRoot = join(dirname(fileURLToPath(import.meta.url)), "golden");

/** Text by path with `/`. */
export type Texts = ReadonlyMap<string, string>;

/** One case. */
export interface GoldenCase {
  /** `<theme>/<case>`; the case is a claim. */
  readonly name: string;
  readonly input: Texts;
  readonly expected: Texts;
  /**
   * From `input/cli.json`: `[argument, …]` for one run, `{ "every dialect": [argument, …] }` for one with each `--dialect`,
   * `{ "duckdb mysql": [argument, …] }` for one with each of those; without it, one run without arguments.
   */
  readonly runs: readonly GoldenRun[];
  /** Environment variables, from `input/env.json`. */
  readonly env: Readonly<Record<string, string>>;
}

/** One run of the program. */
interface GoldenRun {
  /** The dialect's name; null for the only run. */
  readonly name: DialectName | null;
  readonly argv: readonly string[];
}

/** What may vary between two runs of a case without changing a byte. */
export interface Variant {
  readonly reversed: boolean;
  readonly lineEnd: "\n" | "\r\n";
}

/** Reads every case, sorted by name. */
export function readGoldenCases(): readonly GoldenCase[] {
  const themes = readdirSync(goldenRoot, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = themes.flatMap(({ name }) => readdirSync(join(goldenRoot, name)).map((each) => `${name}/${each}`));
  return names
    .filter((name) => existsSync(join(goldenRoot, name, "input")))
    .sort()
    .map(readCase);
}

function readCase(name: string): GoldenCase {
  const files = readTexts(join(goldenRoot, name, "input"));
  const runs = readRuns(JSON.parse(files.get("cli.json") ?? "[]") as Cli);
  const env = JSON.parse(files.get("env.json") ?? "{}") as Readonly<Record<string, string>>;
  const input = new Map([...files].filter(([path]) => path !== "cli.json" && path !== "env.json"));
  return { name, input, expected: readTexts(join(goldenRoot, name, "expected")), runs, env };
}

/** What `cli.json` may hold. */
type Cli = readonly string[] | Readonly<Record<string, readonly string[]>>;

function readRuns(cli: Cli): readonly GoldenRun[] {
  if (isList(cli)) return [{ name: null, argv: cli }];
  return Object.entries(cli).flatMap(([words, argv]) => {
    const names = words === "every dialect" ? DIALECT_NAMES : words.split(" ").map(readDialect);
    return names.map((name) => ({ name, argv: ["--dialect", name, ...argv] }));
  });
}

function readDialect(word: string): DialectName {
  const name = DIALECT_NAMES.find((each) => each === word);
  if (name === undefined) throw new Error(`no dialect is called ${word}`);
  return name;
}

function isList(cli: Cli): cli is readonly string[] {
  return Array.isArray(cli);
}

/** Compiles a case, run after run: the files below `out/`, what was printed, and the exit code unless it is 0. */
export async function compileCase(golden: GoldenCase, variant: Variant): Promise<Texts> {
  const input = new Map(
    [...golden.input].map(([path, text]) => [path, isSource(path) ? text.replaceAll("\n", variant.lineEnd) : text]),
  );
  const outputs = new Map<string, string>();
  for (const { name, argv } of golden.runs) {
    const options = { env: golden.env, reversed: variant.reversed };
    const { exitCode, stdout, stderr, written } = await runInMemory(argv, input, options);
    for (const [path, text] of written) outputs.set(path.replace(/^out\//, ""), text);
    const place = name === null ? "" : `${name}/`;
    if (exitCode !== 0) outputs.set(`${place}exit-code.txt`, `${exitCode}\n`);
    if (stderr !== "") outputs.set(`${place}diagnostics.txt`, stderr);
    if (stdout !== "") outputs.set(`${place}stdout.txt`, stdout);
  }
  return outputs;
}

/** Replaces what a case expects. */
export function writeExpected({ name }: GoldenCase, texts: Texts): void {
  const folder = join(goldenRoot, name, "expected");
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function isSource(path: string): boolean {
  return !path.startsWith("out/") && /\.(?:ts|tsx|mts|cts|toml|json)$/.test(path);
}

/** Every file below a folder; none when there is no such folder. */
export function readTexts(folder: string): Texts {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}
