// The cases under test/golden/: `<theme>/<case>/input` is a little project, `<theme>/<case>/expected` what becomes of it.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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
  /** Arguments besides the defaults, from `input/cli.json`. */
  readonly argv: readonly string[];
  /** Environment variables, from `input/env.json`. */
  readonly env: Readonly<Record<string, string>>;
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
  const argv = JSON.parse(files.get("cli.json") ?? "[]") as readonly string[];
  const env = JSON.parse(files.get("env.json") ?? "{}") as Readonly<Record<string, string>>;
  const input = new Map([...files].filter(([path]) => path !== "cli.json" && path !== "env.json"));
  return { name, input, expected: readTexts(join(goldenRoot, name, "expected")), argv, env };
}

/** Compiles a case: the files below `out/`, what was printed, and the exit code unless it is 0. */
export async function compileCase(golden: GoldenCase, variant: Variant): Promise<Texts> {
  const input = new Map(
    [...golden.input].map(([path, text]) => [path, isSource(path) ? text.replaceAll("\n", variant.lineEnd) : text]),
  );
  const { exitCode, stdout, stderr, written } = await runInMemory(golden.argv, input, {
    env: golden.env,
    reversed: variant.reversed,
  });
  const outputs = new Map([...written].map(([path, text]) => [path.replace(/^out\//, ""), text]));
  if (exitCode !== 0) outputs.set("exit-code.txt", `${exitCode}\n`);
  if (stderr !== "") outputs.set("diagnostics.txt", stderr);
  if (stdout !== "") outputs.set("stdout.txt", stdout);
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
