// The commands beside compiling: explain, init, url, and what the command line refuses.

import { describe, expect, it } from "vitest";
import { runInMemory } from "../memory-world.ts";

const CONFIG = `project = "p"
store = "dev"

[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb" }

[stores.prod]
type = "metaxy.ext.postgresql.PostgreSQLMetadataStore"
config = { connection_string = "postgresql://app:\${PGPASSWORD}@db:5432/prod" }

[ext.sqlmodel]
enable = true
`;
const project = new Map([["metaxy.toml", CONFIG]]);

describe("url", () => {
  it("prints the default store's URL and nothing else", async () => {
    const { exitCode, stdout, stderr } = await runInMemory(["url"], project);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: "duckdb:///dev.duckdb\n", stderr: "" });
  });

  it("replaces driver and port and shows the secret", async () => {
    const argv = ["url", "--store", "prod", "--protocol", "postgresql+psycopg", "--port", "6432"];
    const { stdout } = await runInMemory(argv, project, { env: { PGPASSWORD: "s3cret" } });
    expect(stdout).toBe("postgresql+psycopg://app:s3cret@db:6432/prod\n");
  });

  describe("with an extension that nobody reads", () => {
    const warns = new Map([["metaxy.toml", `${CONFIG}\n[ext.sqlmodels]\nenable = true\n`]]);
    const printUrl = (...argv: string[]) => runInMemory(["url", ...argv], warns);
    const url = "duckdb:///dev.duckdb";

    it("warns beside the URL", async () => {
      const { exitCode, stdout, stderr } = await printUrl();
      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${url}\n` });
      expect(stderr).toContain("warning[MXC0115]");
    });

    it("warns in the one document, which keeps its key", async () => {
      const { exitCode, stdout, stderr } = await printUrl("--format", "json");
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      expect(JSON.parse(stdout)).toMatchObject({
        url,
        diagnostics: [{ code: "MXC0115", severity: "warning" }],
        summary: { errors: 0, warnings: 1 },
      });
    });

    it("leaves stdout to a document that has no room for a URL", async () => {
      const { stdout } = await printUrl("--format", "sarif");
      expect(JSON.parse(stdout).runs[0].results).toMatchObject([{ ruleId: "MXC0115" }]);
    });

    it.each([["pretty"], ["json"]])("prints no URL as %s with --strict", async (format) => {
      const { exitCode, stdout } = await printUrl("--strict", "--format", format);
      expect(exitCode).toBe(2);
      expect(stdout).not.toContain(url);
    });
  });

  it("suggests a store for a misspelt one and exits with 2", async () => {
    const { exitCode, stdout, stderr } = await runInMemory(["url", "--store", "prdo"], project);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("prod");
  });
});

describe("explain", () => {
  it.each(["MXC9001", "mxc9001", "9001", "TS779001"])("prints the page of %s", async (code) => {
    const page = "# MXC9001: internal error\n";
    const { exitCode, stdout } = await runInMemory(["explain", code], new Map([[pagePath("MXC9001"), page]]));
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: page });
  });

  it("refuses a code that does not exist", async () => {
    const { exitCode, stderr } = await runInMemory(["explain", "MXC9999"], new Map());
    expect(exitCode).toBe(2);
    expect(stderr).toContain("there is no diagnostic MXC9999");
  });
});

describe("init", () => {
  it("writes a configuration, a feature and package scripts", async () => {
    const before = new Map([["package.json", '{\n  "name": "@acme/videos"\n}\n']]);
    const { exitCode, written } = await runInMemory(["init"], before);
    expect(exitCode).toBe(0);
    expect([...written.keys()].sort()).toEqual([
      ".gitattributes",
      "metaxy.toml",
      "package.json",
      "src/features/video.ts",
    ]);
    expect(written.get(".gitattributes")).toBe("/out/** text eol=lf\n");
    expect(written.get("metaxy.toml")).toContain('project = "videos"');
    expect(JSON.parse(written.get("package.json") ?? "").scripts).toEqual({
      metaxy: "metaxy-compile",
      "metaxy:check": "metaxy-compile --check",
    });
  });

  it.each([
    ["*.png binary", "*.png binary\n/out/** text eol=lf\n"],
    ["*.png binary\n", "*.png binary\n/out/** text eol=lf\n"],
    ["/out/** text eol=lf\r\n", undefined],
  ])("adds its line to a .gitattributes that says %j", async (before, after) => {
    const { written } = await runInMemory(["init"], new Map([[".gitattributes", before]]));
    expect(written.get(".gitattributes")).toBe(after);
  });

  it("never overwrites", async () => {
    const { exitCode, written, stderr } = await runInMemory(["init"], project);
    expect({ exitCode, written: written.size }).toEqual({ exitCode: 2, written: 0 });
    expect(stderr).toContain("metaxy.toml exists already");
  });
});

describe("the command line", () => {
  it.each([
    [["--nonsense"], "nonsense"],
    [["--format", "xml"], "format"],
    [["--emit", "sql,xml"], "found 'xml'"],
    [["--store", "a", "--all-stores"], "mutually exclusive"],
    [["--config"], "config"],
    [["--out-dir", ""], "--out-dir has an empty value"],
    [["src", ""], "one of the paths is empty"],
    [["--max-diagnostics", "few"], "--max-diagnostics takes a whole number from 0"],
    [["--max-diagnostics=-1"], "--max-diagnostics takes a whole number from 0"],
    [["url", "--port", "99999"], "--port takes a whole number from 1 to 65535"],
  ])("refuses %j with exit code 2 and one diagnostic", async (argv, fragment) => {
    const { exitCode, stderr } = await runInMemory(argv, project);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("error[MXC0001]");
    expect(stderr).toContain(fragment);
  });

  it.each([["--nonsense"], ["--stdout"]])("answers the misuse of %s as JSON where JSON was asked for", async (flag) => {
    const { exitCode, stdout, stderr } = await runInMemory(["--format", "json", flag], project);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    expect(JSON.parse(stdout).diagnostics[0].code).toBe("MXC0001");
  });

  it("prints help on stdout with every command", async () => {
    const { exitCode, stdout } = await runInMemory(["--help"], project);
    expect(exitCode).toBe(0);
    for (const word of ["check", "explain", "url", "prove", "init", "completion"]) expect(stdout).toContain(word);
  });

  it("prints a completion script", async () => {
    const { exitCode, stdout } = await runInMemory(["completion"], project);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("metaxy-compile");
  });
});

/** Where the memory world finds a page of the package: relative to its project. */
function pagePath(code: string): string {
  return `..${new URL(`../../grammar/diagnostics/${code}.md`, import.meta.url).pathname}`;
}
