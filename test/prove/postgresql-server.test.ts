// A proof on a server that others use: it leaves nothing behind and touches nothing that was there.

import { describe, expect, it } from "vitest";
import { postgresql } from "../../src/dialects/postgresql.ts";
import type { Engine } from "../../src/prove/engine.ts";
import { prove } from "../../src/prove/prove.ts";
import { openPostgresql } from "../engines/engine.ts";
import { makeColumn, makeTable, video, videoSql, withSql } from "./tables.ts";

describe("a proof on a PostgreSQL server", () => {
  it("leaves no schema behind", async () => {
    const [engine, witness] = [await openPostgresql(), await openPostgresql()];
    if (engine === null || witness === null) return;
    const before = await schemasSeenBy(witness);
    const { diagnostics } = await prove({ dialect: postgresql, tables: [withSql(video, videoSql)], engine });
    expect(diagnostics).toEqual([]);
    expect(await schemasSeenBy(witness)).toEqual(before);
    await engine.close();
    await witness.close();
  });

  it("does not work in a schema that is there already", async () => {
    const engine = await openPostgresql();
    if (engine === null) return;
    const table = makeTable("a", [makeColumn("x", "INTEGER")], { schema: "public" });
    const { diagnostics } = await prove({
      dialect: postgresql,
      tables: [withSql(table, ['CREATE TABLE "public"."a" ("x" INTEGER)'])],
      engine,
    });
    expect(diagnostics.map(({ code, args }) => [code, args.reason])).toEqual([
      ["MXC3905", 'schema "public" already exists'],
    ]);
    await engine.close();
  });
});

/** The names of all schemas but those of the session's own. */
async function schemasSeenBy(engine: Engine): Promise<unknown> {
  await engine.begin([]);
  const names =
    "(SELECT array_agg(nspname::text ORDER BY nspname) FROM pg_namespace WHERE nspname !~ 'metaxy_prove_.*')";
  const others = "(SELECT count(*) FROM pg_namespace WHERE nspname ~ '^metaxy_prove_')";
  const answers = [await engine.evaluate(names), await engine.evaluate(others)];
  await engine.end();
  return answers;
}
