// `compat = "sqlmodel"`: an engine cannot tell the compiler's tables from those SQLAlchemy makes of the Python classes.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runInMemory } from "../memory-world.ts";
import { statementsOf } from "./compiled.ts";
import { describeMetaxy } from "./python.ts";

const read = (name: string) => readFileSync(new URL(`tables/${name}`, import.meta.url), "utf8");
const typescript = read("features.ts");
const python = read("features.py");

const urls = {
  duckdb: "duckdb:///:memory:",
  postgresql: (process.env.METAXY_TEST_POSTGRES ?? "postgresql://postgres@127.0.0.1:5432/postgres").replace(
    /^postgres(?:ql)?:/,
    "postgresql+psycopg:",
  ),
  sqlite: "sqlite://",
} as const;

/** One feature alone: the names Metaxy injects do for one table in a schema. */
const alone = {
  typescript: `
    import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
    export class Alone extends BaseSQLModelFeature {
      static override readonly project = "oracle";
      static override readonly table = true;
      static override readonly spec = new FeatureSpec({ key: "a/lone-1", idColumns: ["id", "part"] });
      id!: string;
      part!: string;
    }`,
  python: `
from metaxy import FeatureSpec
from metaxy.ext.sqlmodel import BaseSQLModelFeature
from sqlmodel import Field

class Alone(BaseSQLModelFeature, table=True, spec=FeatureSpec(key="a/lone-1", id_columns=["id", "part"])):
    __metaxy_project__ = "oracle"
    id: str = Field(primary_key=True)
    part: str = Field(primary_key=True)
`,
};

/** What tables.py says. */
interface Answer {
  readonly ours: unknown;
  readonly theirs: { readonly columns: readonly unknown[] };
}

const configuration = `
[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb", table_prefix = "pre_" }
[ext.sqlmodel]
enable = true
[ext.compile]
sources = ["src"]
compat = "sqlmodel"
key_layout = "feature_version"
`;

/** The statements that make the tables in a dialect. */
async function compileTables(dialect: string, source: string, argv: readonly string[]): Promise<readonly string[]> {
  const files = new Map([
    ["metaxy.toml", configuration],
    ["src/features.ts", source],
  ]);
  const { written, stdout } = await runInMemory(
    ["--dialect", dialect, "--emit", "sql", "--format", "json", ...argv],
    files,
  );
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly { readonly severity: string }[] };
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return statementsOf(written.get(`out/${dialect}/features.sql`) ?? "");
}

describeMetaxy("makes tables", "every", (metaxy) => {
  it.each(["duckdb", "postgresql", "sqlite"] as const)("on %s that are the compiler's", async (dialect) => {
    const statements = await compileTables(dialect, typescript, []);
    const request = { url: urls[dialect], module: python, statements, prefix: null };
    const answer = metaxy.ask("tables.py", request) as Answer | null;
    if (answer === null) return skip(dialect);
    const { ours, theirs } = answer;
    expect(theirs.columns.length).toBeGreaterThan(40);
    expect(ours).toEqual(theirs);
  });

  it("with a prefix, injected keys and system tables that are the compiler's", async () => {
    const files = new Map([
      ["metaxy.toml", configuration],
      ["src/features.ts", alone.typescript],
    ]);
    const argv = ["--emit", "sql", "--inject-primary-key", "--inject-index"];
    const { written } = await runInMemory(argv, files);
    const statements = ["features.sql", "system.sql"].flatMap((name) =>
      statementsOf(written.get(`out/dev/${name}`) ?? ""),
    );
    const request = { url: urls.duckdb, module: alone.python, statements, prefix: "pre_" };
    const { ours, theirs } = metaxy.ask("tables.py", request) as Answer;
    expect(theirs.columns.length).toBe(29);
    expect(ours).toEqual(theirs);
  });
});

/** Without a server there is nothing to compare; on a build server there has to be one. */
function skip(dialect: string): void {
  if (process.env.CI === "true") throw new Error(`no server of ${dialect} answers at ${urls.postgresql}`);
  console.warn(`skipped: no server of ${dialect} answers`);
}
