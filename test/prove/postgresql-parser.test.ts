// The PostgreSQL grammar, whose parser breaks when one instance reads too much.

import { describe, expect, it } from "vitest";
import { parsePostgresql } from "../../src/prove/postgresql-parser.ts";

describe("parsePostgresql", () => {
  it("accepts one statement and nothing else", async () => {
    const kinds = (await parsePostgresql(["SELECT 1", "SELEC 1", "", "-- nothing", "SELECT 1; SELECT 2"])).map(
      (v) => v.kind,
    );
    expect(kinds).toEqual(["statement", "error", "error", "error", "error"]);
  });

  it("says what is wrong", async () => {
    expect(await parsePostgresql(["CREATE TABLE a (b text,)"])).toEqual([
      { kind: "error", message: 'syntax error at or near ")"' },
    ]);
  });

  it("reads far more SQL than one instance survives", async () => {
    const table = `CREATE TABLE "t" (${Array.from({ length: 40 }, (_, n) => `"column_${n}" TEXT NOT NULL`).join(", ")})`;
    const verdicts = await parsePostgresql(Array.from({ length: 150 }, (_, n) => (n % 50 === 49 ? "broken" : table)));
    expect(verdicts.filter(({ kind }) => kind === "statement")).toHaveLength(147);
    expect(verdicts.filter(({ kind }) => kind === "error")).toHaveLength(3);
  });

  it("reads a statement of 35 KB and leaves one of 50 KB alone", async () => {
    const selectOf = (bytes: number) => `SELECT '${"x".repeat(bytes)}'`;
    const kinds = (await parsePostgresql([selectOf(35_000), selectOf(50_000), "SELECT 1"])).map(({ kind }) => kind);
    expect(kinds).toEqual(["statement", "unchecked", "statement"]);
  });
});
