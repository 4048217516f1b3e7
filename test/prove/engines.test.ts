// Starting engines: what is there starts, what is not says what to do.

import { describe, expect, it } from "vitest";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import { openEngine } from "../../src/prove/engines.ts";
import { loadPackage } from "../../src/prove/load-package.ts";

const messagesOf = (diagnostics: Parameters<typeof findingsOf>[0]) =>
  findingsOf(diagnostics, () => null).map(({ code, message, help }) => `${code} ${message} | ${help}`);

describe("openEngine", () => {
  it("proves MotherDuck's and DuckLake's SQL on DuckDB", async () => {
    for (const dialect of ["motherduck", "ducklake"] as const) {
      const { value } = await openEngine(dialect, null);
      expect(value?.name).toMatch(/^(DuckLake on )?DuckDB \d/);
      await value?.close();
    }
  });

  it("says which dialects can be proved when one cannot", async () => {
    const { value, diagnostics } = await openEngine("bigquery", null);
    expect(value).toBeNull();
    expect(messagesOf(diagnostics)[0]).toMatch(/^MXC3902 no embedded engine can prove SQL for 'bigquery' \| .*duckdb/);
  });

  it("says which dialects can be proved on a server", async () => {
    const { diagnostics } = await openEngine("duckdb", "postgresql://127.0.0.1/x");
    expect(messagesOf(diagnostics)[0]).toMatch(/^MXC3902 no server can prove SQL for 'duckdb' \| .*postgresql/);
  });

  it.each([
    ["postgresql", "postgresql", "PostgreSQL"],
    ["mysql", "mysql", "MySQL"],
    ["mariadb", "mariadb", "MySQL"],
  ] as const)(
    "reports a server of %s that does not answer without showing the password",
    async (dialect, scheme, title) => {
      const { value, diagnostics } = await openEngine(dialect, `${scheme}://app:hunter2@127.0.0.1:1/x`);
      expect(value).toBeNull();
      expect(messagesOf(diagnostics)[0]).toMatch(new RegExp(`^MXC3901 ${title} did not start: `));
      expect(JSON.stringify(diagnostics)).not.toContain("hunter2");
    },
  );

  it("says what a server's address looks like where there is no embedded engine", async () => {
    const { diagnostics } = await openEngine("mariadb", null);
    expect(messagesOf(diagnostics)).toEqual([
      "MXC3902 no embedded engine can prove SQL for 'mariadb' | prove on a server: '--url mysql://user@host:3306'",
    ]);
  });

  it("does not send MySQL's protocol to another kind of server", async () => {
    const { diagnostics } = await openEngine("mysql", "postgresql://app:hunter2@127.0.0.1/x");
    expect(messagesOf(diagnostics)[0]).toContain("did not start: its address has to start with 'mysql://'");
    expect(JSON.stringify(diagnostics)).not.toContain("hunter2");
  });
});

describe("loadPackage", () => {
  it("names the command that installs a missing package", async () => {
    const name = "@metaxy-compile/no-such-engine";
    const { value, diagnostics } = await loadPackage(name, () => import(name));
    expect(value).toBeNull();
    expect(messagesOf(diagnostics)).toEqual([
      `MXC3900 this proof needs the package '${name}', which is not installed | run 'npm install --save-dev ${name}'`,
    ]);
  });

  it("tells a package that is there and broken from a missing one", async () => {
    const { diagnostics } = await loadPackage("engine", async () => {
      throw new Error("wrong ELF class");
    });
    expect(messagesOf(diagnostics)[0]).toContain("MXC3901 engine did not start: wrong ELF class");
  });
});
