// Every diagnostic has a page under grammar/diagnostics/, and the page tells the truth: its wrong example gets exactly that
// diagnostic, its right example none at all. `cli.json` and `env.json` in an example are arguments and environment.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogue } from "../src/diagnostics/catalogue.ts";
import { runInMemory } from "./memory-world.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../grammar/diagnostics");

interface Page {
  readonly code: string;
  readonly title: string;
  /** Text by path; empty where no file can show it. */
  readonly wrong: ReadonlyMap<string, string>;
  readonly right: ReadonlyMap<string, string>;
}

const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => readPage(name.slice(0, -3), readFileSync(join(folder, name), "utf8")));

describe("grammar/diagnostics", () => {
  it("has one page per code and no other", () => {
    expect(pages.map(({ code }) => code)).toEqual(Object.keys(catalogue).sort());
  });

  it("shows the wrong and the right of everything that files can show", () => {
    const lopsided = pages.filter(({ wrong, right }) => (wrong.size === 0) !== (right.size === 0));
    expect(lopsided.map(({ code }) => code)).toEqual([]);
  });

  describe.each(pages.map((page) => [page.code, page] as const))("%s", (code, page) => {
    it("is headed by its code and a title", () => {
      expect(page.title).toMatch(new RegExp(`^${code}: \\S`));
    });

    if (page.wrong.size === 0) return;

    it("gets exactly that diagnostic from what is wrong", async () => {
      expect(new Set(await codesOf(page.wrong))).toEqual(new Set([code]));
    });

    it("gets no diagnostic from what is right", async () => {
      expect(await codesOf(page.right)).toEqual([]);
    });
  });
});

function readPage(code: string, markdown: string): Page {
  const [, title = ""] = /^# (.*)\n/.exec(markdown) ?? [];
  return { code, title, wrong: readFences(markdown, "Wrong"), right: readFences(markdown, "Right") };
}

/** The fences of a section that name a file: ```` ```ts src/features.ts ````. */
function readFences(markdown: string, section: string): ReadonlyMap<string, string> {
  const [, body = ""] = new RegExp(`^## ${section}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, "m").exec(markdown) ?? [];
  const fences = body.matchAll(/^(`{3,})\w+ (\S+)\n([\s\S]*?)^\1$/gm);
  return new Map([...fences].map(([, , path = "", text = ""]) => [path, text]));
}

async function codesOf(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const argv = JSON.parse(files.get("cli.json") ?? "[]") as readonly string[];
  const env = JSON.parse(files.get("env.json") ?? "{}") as Readonly<Record<string, string>>;
  const project = new Map([...files].filter(([path]) => path !== "cli.json" && path !== "env.json"));
  // Where the configuration does not say what to read, everything is.
  const paths = /^sources\s*=/m.test(files.get("metaxy.toml") ?? "") || argv.length > 0 ? [] : ["."];
  const { stdout } = await runInMemory([...paths, ...argv, "--format", "json"], project, { env });
  const report = JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string }[] };
  return report.diagnostics.map((diagnostic) => diagnostic.code);
}
