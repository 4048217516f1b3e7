// The command line clients that people give scripts to. Each cuts a script into statements by itself and has commands of its
// own, some of which run programs: whatever SQL is taken, the statement after it is run, and nothing else is.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DialectName } from "../../src/model/dialect-name.ts";
import { fragments, taken } from "./fragments.ts";

/** A client, and how it is told to go on after a mistake. */
interface Client {
  readonly dialect: DialectName;
  readonly program: string;
  /** Whether it comes along with the server that CI has. */
  readonly required: boolean;
  /** Runs a script in a place that is gone afterwards; returns what it wrote. */
  readonly run: (script: string) => string;
}

const clients: readonly Client[] = [
  { dialect: "postgresql", program: "psql", required: true, run: (script) => inDatabase(script, runPsql) },
  { dialect: "mariadb", program: "mariadb", required: true, run: (script) => inDatabase(script, runMariadb) },
  { dialect: "sqlite", program: "sqlite3", required: false, run: (script) => start("sqlite3", [":memory:"], script) },
];

/** Fragments that try to reach the client. `PWNED` is a file. */
const attacks = [
  "1 \\! touch PWNED",
  "1\n\\! touch PWNED\n",
  "'a' \\g | touch PWNED",
  "$a$ ' $a$ \\! touch PWNED",
  '"\\" = \') \\! touch PWNED',
  "'\\' = ') \\! touch PWNED --",
  "E'\\' = ') \\! touch PWNED --",
  "1e'\\' = ') \\! touch PWNED --",
  "`\\! touch PWNED`",
  "[\n.shell touch PWNED\n]",
  "(\n.shell touch PWNED\n)",
  "1\n.shell touch PWNED",
  "1\nsystem touch PWNED",
  "1\nsource PWNED",
  "1\nDELIMITER //\n",
  "1 = :'x' \\! touch PWNED",
];

describe.each(clients)("$program", ({ dialect, program, required, run }) => {
  it("runs what follows, and no command", { timeout: 180_000 }, ({ skip }) => {
    if (!isThere(program)) {
      if (process.env.CI && required) throw new Error(`${program} is not installed`);
      console.warn(`skipped: ${program} is not installed`);
      skip();
    }
    const folder = mkdtempSync(join(tmpdir(), "metaxy_prove_client_"));
    try {
      const mark = join(folder, "pwned");
      const random = fc.sample(fragments, { seed: 5, numRuns: 900 });
      const texts = [...attacks, ...random].flatMap((text) => taken(text.replaceAll("PWNED", mark), dialect));
      expect(texts.length).toBeGreaterThan(200);
      const lines = texts.flatMap((sql, place) => [
        `CREATE TABLE t${place} (a INT, b INT, CHECK (${sql}));`,
        `SELECT 'after ${place}.';`,
      ]);
      const written = run(`${lines.join("\n")}\n`);
      expect(texts.filter((_, place) => !written.includes(`after ${place}.`))).toEqual([]);
      expect(existsSync(mark)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function isThere(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const database = "metaxy_prove_client";

function inDatabase(script: string, client: (on: string | null, input: string) => string): string {
  client(
    null,
    `CREATE DATABASE ${database};
`,
  );
  try {
    return client(database, script);
  } finally {
    client(
      null,
      `DROP DATABASE ${database};
`,
    );
  }
}

function runPsql(on: string | null, input: string): string {
  const url = new URL(
    process.env.METAXY_TEST_POSTGRES ?? `postgresql://${userInfo().username}@127.0.0.1:5432/postgres`,
  );
  if (on !== null) url.pathname = `/${on}`;
  return start("psql", ["--no-psqlrc", "--quiet", "--tuples-only", "--file=-", url.href], input);
}

function runMariadb(on: string | null, input: string): string {
  const url = new URL(process.env.METAXY_TEST_MARIADB ?? "mysql://root@127.0.0.1:3306");
  const place = [`--host=${url.hostname}`, `--port=${url.port || "3306"}`, `--user=${url.username}`];
  const login = url.password === "" ? [] : [`--password=${url.password}`];
  return start("mariadb", [...place, ...login, "--force", "--skip-column-names", ...(on === null ? [] : [on])], input);
}

/** What a program writes; that statements failed is no matter. */
function start(program: string, args: readonly string[], input: string): string {
  try {
    return execFileSync(program, args, {
      input,
      encoding: "utf8",
      stdio: ["pipe", "pipe", "ignore"],
      maxBuffer: 1 << 26,
    });
  } catch (cause) {
    return (cause as { readonly stdout?: string }).stdout ?? "";
  }
}
