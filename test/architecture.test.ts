// The table in ARCHITECTURE.md against every import under src/. Whoever needs a new arrow writes it there first.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

interface Rule {
  readonly folders: ReadonlySet<string>;
  readonly packages: readonly string[];
}

/** One import as written: the file below src/ and the module it names. */
interface Import {
  readonly file: string;
  readonly specifier: string;
}

const rules = readRules(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"));
const imports = listSources().flatMap(readImports);

describe("ARCHITECTURE.md", () => {
  it("has a row for everything that stands in src/", () => {
    const places = new Set(listSources().map(placeOf));
    expect([...places].filter((place) => !rules.has(place))).toEqual([]);
  });

  it("allows every import between folders", () => {
    const broken = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith(".")) return false;
      const from = placeOf(file);
      const to = placeOf(posix.join(posix.dirname(file), specifier));
      return from !== to && rules.get(from)?.folders.has(to) !== true;
    });
    expect(broken).toEqual([]);
  });

  it("allows every import of a package", () => {
    const broken = imports.filter(({ file, specifier }) => {
      if (specifier.startsWith(".")) return false;
      const allowed = rules.get(placeOf(file))?.packages ?? [];
      return !allowed.some((name) => (name === "node:" ? specifier.startsWith(name) : packageOf(specifier) === name));
    });
    expect(broken).toEqual([]);
  });

  it.each([
    ["ts-morph", /^read\//],
    ["yargs", /^cli\//],
    ["node:fs", /^cli\//],
    ["zod", /^(config\/schema|metadata\/schema)/],
  ])("keeps %s where it belongs", (name, place) => {
    const users = imports.filter(({ specifier }) => packageOf(specifier) === name).map(({ file }) => file);
    expect(users.filter((file) => !place.test(file))).toEqual([]);
  });

  it("lets imports inside src/ end in .ts and stay inside", () => {
    const broken = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith(".")) return false;
      return !specifier.endsWith(".ts") || posix.join(posix.dirname(file), specifier).startsWith("..");
    });
    expect(broken).toEqual([]);
  });
});

/** The rows of the table headed `| folder | may import | packages |`. */
function readRules(markdown: string): ReadonlyMap<string, Rule> {
  const table = markdown.split("| folder | may import | packages |\n")[1]?.split("\n\n")[0] ?? "";
  const rows = table
    .split("\n")
    .slice(1)
    .map((line) =>
      line
        .split("|")
        .slice(1, 4)
        .map((cell) => cell.trim()),
    );
  const names = rows.map(([folder = ""]) => folder);
  return new Map(
    rows.map(([folder = "", mayImport = "", packages = ""]) => [
      folder,
      { folders: new Set(expandFolders(mayImport, names)), packages: splitList(packages) },
    ]),
  );
}

/** `model, diagnostics`, or `everything but dsl`. */
function expandFolders(cell: string, all: readonly string[]): readonly string[] {
  const exceptions = cell.match(/^everything but (.*)$/)?.[1];
  if (exceptions === undefined) return splitList(cell);
  return all.filter((name) => !splitList(exceptions).includes(name));
}

function splitList(cell: string): readonly string[] {
  return cell
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Paths below src/, with `/`. */
function listSources(): readonly string[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort();
}

/** Static, type-only, re-exporting and dynamic imports alike. */
function readImports(file: string): readonly Import[] {
  const text = readFileSync(join(root, "src", file), "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({ file, specifier: fileName }));
}

/** The row a path belongs to: its folder, or its own name directly under src/. */
function placeOf(path: string): string {
  return path.split("/")[0] ?? path;
}

/** `@scope/name/deep` is `@scope/name`; `node:fs/promises` is `node:fs`. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
