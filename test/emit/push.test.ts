// push.sql on engines: it records every feature, records it once, and records it again after another version was pushed.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import { parseBigquery } from "../engines/bigquery.ts";
import { openTestEngine, type TestEngine } from "../engines/engine.ts";
import { runInMemory } from "../memory-world.ts";

const TABLE = "metaxy_system__feature_versions";

/** Two features, one with every character that a literal could stumble over. */
function sourceOf(codeVersion: string): string {
  return `
    import { BaseFeature, FeatureSpec, FieldSpec } from "metaxy-compile/dsl";
    /** It's "quoted" \\\\ back\`ticked\`; -- no comment, é 🎬 */
    export class Video extends BaseFeature {
      static override readonly project = "it";
      static override readonly spec = new FeatureSpec({
        key: "video",
        idColumns: ["id"],
        fields: [new FieldSpec({ key: "frames", codeVersion: ${JSON.stringify(codeVersion)} })],
        metadata: { note: "it's \\\\ \\"x\\" ; \\n \\u2028 🎬 \${}" },
      });
      id!: string;
    }
    export class Crop extends BaseFeature {
      static override readonly project = "it";
      static override readonly spec = new FeatureSpec({ key: "crop", idColumns: ["id"], deps: [Video] });
      id!: string;
    }
  `;
}

/** The statements of system.sql and push.sql, and what metadata.json says. */
async function compileFor(dialect: DialectName, codeVersion = "1") {
  const files = new Map([["src/it's.ts", sourceOf(codeVersion)]]);
  const argv = ["src", "--dialect", dialect, "--emit", "sql,json,push"];
  const { written, stderr } = await runInMemory(argv, files);
  expect(stderr).toBe("");
  const read = (name: string) => written.get(`out/${dialect}/${name}`) ?? "";
  const metadata = JSON.parse(read("metadata.json")) as {
    readonly project_version: string;
    readonly files: readonly string[];
    readonly features: Readonly<Record<string, { readonly spec: unknown; readonly class_name: string }>>;
  };
  return { system: statementsOf(read("system.sql")), push: statementsOf(read("push.sql")), metadata };
}

function statementsOf(script: string): readonly string[] {
  return script
    .replace(/^(?:--.*\n)+/, "")
    .split(/;\n+/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

describe.each(["duckdb", "postgresql", "sqlite", "mariadb", "clickhouse"] as const)("%s", (dialect) => {
  let engine: TestEngine | null = null;
  beforeAll(async () => {
    engine = await openTestEngine(dialect);
  });
  afterAll(async () => engine?.close());
  beforeEach(async () => {
    await engine?.end();
    await engine?.begin([]);
  });

  async function runAll(statements: readonly string[]): Promise<void> {
    for (const statement of statements) expect(await engine?.execute(statement), statement).toMatchObject({ ok: true });
  }

  async function ask(expression: string): Promise<unknown> {
    const answer = await engine?.evaluate(expression);
    expect(answer, expression).toMatchObject({ ok: true });
    return JSON.parse((answer?.ok ? answer.value : null) ?? "null");
  }

  const count = async (condition: string) => Number(await ask(`(SELECT COUNT(*) FROM ${TABLE} WHERE ${condition})`));

  /** The script as it would have run at another time. */
  const at = (time: string, statements: readonly string[]) =>
    statements.map((sql) => sql.replace(dialects[dialect].utcNow, () => `CAST('${time}' AS ${castType(dialect)})`));

  it("records specs and schemas as Python's json.dumps writes them", async () => {
    if (engine === null) return;
    const { system, push, metadata } = await compileFor(dialect);
    expect(metadata.files).toContain("push.sql");
    await runAll([...system, ...push]);
    for (const [key, { spec, class_name: title }] of Object.entries(metadata.features)) {
      const read = async (column: string) =>
        String(await ask(`(SELECT ${column} FROM ${TABLE} WHERE feature_key = '${key}')`));
      expect(JSON.parse(await read("feature_spec"))).toEqual(spec);
      expect(JSON.parse(await read("feature_schema"))).toMatchObject({ properties: { id: { title: "Id" } }, title });
      expect(await read("feature_class_path")).toBe(`src/it's.ts:${key === "video" ? "Video" : "Crop"}`);
      expect(await read("project")).toBe("it");
      expect(JSON.parse(await read("tags"))).toMatchObject({ generator: "metaxy-compile" });
    }
  });

  it("records the time in UTC", async () => {
    if (engine === null) return;
    const { system, push } = await compileFor(dialect);
    await runAll([...system, ...push]);
    const before = new Date(Date.now() - 300_000).toISOString().slice(0, 19).replace("T", " ");
    const after = new Date(Date.now() + 300_000).toISOString().slice(0, 19).replace("T", " ");
    expect(await count(`recorded_at > '${before}' AND recorded_at < '${after}'`)).toBe(2);
  });

  it("adds nothing when it runs again", async () => {
    if (engine === null) return;
    const { system, push } = await compileFor(dialect);
    await runAll([...system, ...at("2026-01-01 00:00:00", push), ...at("2026-01-02 00:00:00", push)]);
    expect(await count("1 = 1")).toBe(2);
  });

  it("records all features of a new version, and those of an old one that comes back", async () => {
    if (engine === null) return;
    const first = await compileFor(dialect, "1");
    const second = await compileFor(dialect, "2");
    await runAll([
      ...first.system,
      ...at("2026-01-01 00:00:00", first.push),
      ...at("2026-01-02 00:00:00", second.push),
    ]);
    expect(await count("1 = 1")).toBe(4);
    await runAll([...at("2026-01-03 00:00:00", first.push), ...at("2026-01-04 00:00:00", first.push)]);
    expect(await count(`metaxy_project_version = '${first.metadata.project_version}'`)).toBe(4);
    expect(await count(`metaxy_project_version = '${second.metadata.project_version}'`)).toBe(2);
  });

  it("repeats the class paths that Python recorded of a version that comes back", async () => {
    if (engine === null) return;
    const first = await compileFor(dialect, "1");
    const second = await compileFor(dialect, "2");
    const python = first.push.map((sql) => sql.replaceAll(/src\/it.{1,2}s\.ts:/g, "media.features."));
    await runAll([
      ...first.system,
      ...at("2026-01-01 00:00:00", python),
      ...at("2026-01-02 00:00:00", second.push),
      ...at("2026-01-03 00:00:00", first.push),
    ]);
    const version = `metaxy_project_version = '${first.metadata.project_version}'`;
    expect(await count(version)).toBe(4);
    expect(await count(`${version} AND feature_class_path LIKE 'media.features.%'`)).toBe(4);
  });

  it("finishes a push that stopped half way", async () => {
    if (engine === null) return;
    const { system, push } = await compileFor(dialect);
    await runAll([...system, ...at("2026-01-01 00:00:00", push.slice(0, 1)), ...at("2026-01-02 00:00:00", push)]);
    expect(await count("1 = 1")).toBe(2);
  });
});

it("is BigQuery to its parsers", async () => {
  const { push } = await compileFor("bigquery");
  for (const statement of push) expect(await parseBigquery(statement)).toEqual([]);
});

it("is refused for several projects at once", async () => {
  const files = new Map([
    ["a.ts", sourceOf("1")],
    ["b.ts", sourceOf("1").replaceAll('"it"', '"other"').replaceAll('key: "', 'key: "b/')],
  ]);
  const { stdout } = await runInMemory([".", "--all-projects", "--emit", "push", "--format", "json"], files);
  expect(stdout).toContain('"MXC2096"');
});

function castType(dialect: DialectName): string {
  if (dialect === "mariadb") return "DATETIME(6)";
  if (dialect === "clickhouse") return "DateTime64(6)";
  return dialect === "sqlite" ? "TEXT" : "TIMESTAMP";
}
