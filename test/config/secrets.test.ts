// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to the environment are the subject
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectTargets } from "../../src/config/targets.ts";
import { CLICKHOUSE, DUCKDB, load, POSTGRESQL, render, storeToml } from "./load.ts";

const SEED = { seed: 1, numRuns: 1000 };

function displayUrl(
  type: string,
  key: string,
  value: string,
  env: Readonly<Record<string, string>> = {},
): string | null {
  const toml = storeToml(type, `${key} = ${JSON.stringify(value)}`);
  return load(toml, { env }).config.stores[0]?.displayUrl ?? null;
}

const postgresql = (value: string) => displayUrl(POSTGRESQL, "connection_string", value);
const clickhouse = (value: string) => displayUrl(CLICKHOUSE, "connection_string", value, { PORT: "8443", PW: "x" });
const duckdb = (value: string) => displayUrl(DUCKDB, "database", value);

describe("the URL that output files show", () => {
  it.each([
    ["postgresql://app:hunter2@db/prod", "postgresql://app:***@db/prod"],
    ["postgresql://app@db/prod", "postgresql://app@db/prod"],
    ["postgresql://app:${PW}@db/prod", "postgresql://app:${PW}@db/prod"],
    ["postgresql://app:${PW:-hunter2}@db/prod", "postgresql://app:${PW:-***}@db/prod"],
    ["postgresql://app:${PW:-}@db/prod", "postgresql://app:${PW:-}@db/prod"],
    ["postgresql://db/x?password=${PW:-hunter2}&a=${A:-b}", "postgresql://db/x?password=${PW:-***}&a=${A:-b}"],
    ["postgresql://${LOGIN:-app:hunter2}@db/prod", "postgresql://${LOGIN:-***}@db/prod"],
    ["postgresql://${PLACE:-app:hunter2@db}/prod", "postgresql://${PLACE:-***}/prod"],
    ["postgresql://db/${PATH:-prod?password=hunter2}", "postgresql://db/${PATH:-***}"],
    ["postgresql://app:a${PW:-hunter2}@db/prod", "postgresql://app:***@db/prod"],
    ["postgresql://app:${A:-${B:-hunter2}}@db/prod", "postgresql://app:***@db/prod"],
    ["postgresql://app:x${PW}@db/prod", "postgresql://app:***@db/prod"],
    ["postgresql://${USER}:${PW}@${HOST:-h}:${PORT}/${DB}", "postgresql://${USER}:${PW}@${HOST:-h}:${PORT}/${DB}"],
    [
      "postgresql://${U:-app}@${H:-db.local}:${P:-5432}/${D:-a/b}_${E:-dev}",
      "postgresql://${U:-app}@${H:-db.local}:${P:-5432}/${D:-a/b}_${E:-dev}",
    ],
    ["${DATABASE_URL}", "${DATABASE_URL}"],
    ["${DATABASE_URL:-postgresql://u:hunter2@h/d}", "${DATABASE_URL:-postgresql://u:***@h/d}"],
    ["${DATABASE_URL:-host=db password=hunter2}", "${DATABASE_URL:-***}"],
    ["${DATABASE_URL:-}", "${DATABASE_URL:-}"],
    ["${SCHEME}://app:hunter2@db", "${SCHEME}://app:***@db"],
    ["postgresql://app:p@ss@db/prod", "postgresql://app:***@db/prod"],
    ["postgresql://app:p/a?s@s/x@db/prod", "postgresql://app:***@db/prod"],
    ["postgresql://app:@db/prod", "postgresql://app:@db/prod"],
    ["postgresql://app:hunter2", "***"],
    ["host=db password=hunter2", "***"],
    ["postgresql://db/x?password=hunter2&user=app", "postgresql://db/x?password=***&user=app"],
    ["postgresql://db/x?pass%77ord=hunter2", "postgresql://db/x?pass%77ord=***"],
    ["postgresql://db/x?password=${PW}&b=1", "postgresql://db/x?password=${PW}&b=1"],
  ])("hides what is secret in %s", (written, shown) => {
    expect(postgresql(written)).toBe(shown);
  });

  it.each([
    "password",
    "passwd",
    "pwd",
    "token",
    "motherduck_token",
    "secret",
    "client_secret",
    "key",
    "sslkey",
    "apiKey",
    "auth",
    "credentials",
    "signature",
  ])("hides the query parameter %s", (name) => {
    expect(postgresql(`postgresql://db/x?a=1&${name}=hunter2`)).toBe(`postgresql://db/x?a=1&${name}=***`);
  });

  it.each([
    ["clickhouse://u:hunter2@h:8443/db", "clickhouse+native://u:***@h:9440/db?secure=True"],
    ["clickhouse://u:${PW}@h:8123/db", "clickhouse+native://u:${PW}@h:9000/db"],
    ["clickhouse://u:${PW}@h:${PORT}/db", "clickhouse+native://u:${PW}@h:${PORT}/db"],
    ["clickhouse://h/db?password=hunter2", "clickhouse+native://h:9000/db?password=***"],
  ])("is ClickHouse's native one: %s", (written, shown) => {
    expect(clickhouse(written)).toBe(shown);
  });

  it.each([
    ["md:db?motherduck_token=hunter2", "duckdb:///md:db?motherduck_token=***"],
    ["md:db?a=1;motherduck_token=hunter2&b=2", "duckdb:///md:db?a=1;motherduck_token=***&b=2"],
    ["md:db?motherduck_token=${TOKEN}", "duckdb:///md:db?motherduck_token=${TOKEN}"],
    ["ducklake:postgres:host=h password=hunter2", "duckdb:///ducklake:postgres:host=h password=***"],
    ["s3://id:hunter2@bucket/x", "duckdb:///s3://id:***@bucket/x"],
    ["${DATA}/x.duckdb", "duckdb:///${DATA}/x.duckdb"],
    ["${DATA:-data}/${X:-x}.duckdb", "duckdb:///${DATA:-data}/${X:-x}.duckdb"],
    ["${DB:-md:db?motherduck_token=hunter2}", "duckdb:///${DB:-md:db?motherduck_token=***}"],
    ["md:db?motherduck_token=${TOKEN:-hunter2}", "duckdb:///md:db?motherduck_token=${TOKEN:-***}"],
    ["md:${DB:-db?motherduck_token=hunter2}", "duckdb:///md:${DB:-***}"],
  ])("hides what is secret in the database %s", (written, shown) => {
    expect(duckdb(written)).toBe(shown);
  });

  it("shows the variable that set the connection string", () => {
    const variable = "METAXY_STORES__DEV__CONFIG__CONNECTION_STRING";
    const { config } = load(storeToml(POSTGRESQL, ""), { env: { [variable]: "postgresql://u:hunter2@h/d" } });
    expect(config.stores[0]).toMatchObject({
      connectionString: "postgresql://u:hunter2@h/d",
      displayUrl: `\${${variable}}`,
    });
  });

  it("is the same whatever the environment holds", () => {
    const written = "clickhouse://${A}:${B}@${C}:${D}/${E}";
    const show = (value: string) => {
      const env = { A: value, B: value, C: value, D: "9", E: value };
      return displayUrl(CLICKHOUSE, "connection_string", written, env);
    };
    expect(show("x")).toBe(show("y"));
  });

  // A marker at both ends: what is left of a secret would show one of them.
  const secret = fc
    .array(
      fc.constantFrom("@", ":", "/", "?", "#", "%", "&", "=", "[", "]", " ", "+", "'", "$", "{", "}", "a", "é", "%40"),
    )
    .map((pieces) => `ZQ1${pieces.join("")}QZ2`);

  it.each([
    ["PostgreSQL", postgresql],
    ["ClickHouse", clickhouse],
  ])("never holds any part of a password of %s", (_, display) => {
    fc.assert(
      fc.property(secret, (password) => {
        fc.pre(!password.includes("${"));
        expect(display(`postgresql://user:${password}@host:5432/db?x=1`) ?? "").not.toMatch(/ZQ1|QZ2/);
      }),
      SEED,
    );
  });

  it("never holds any part of a token of MotherDuck", () => {
    fc.assert(
      fc.property(secret, (token) => {
        fc.pre(!token.includes("${") && !token.includes("&"));
        expect(duckdb(`md:db?motherduck_token=${token}`)).not.toMatch(/ZQ1|QZ2/);
      }),
      SEED,
    );
  });

  it("never holds any part of a default in the place of a secret", () => {
    fc.assert(
      fc.property(secret, (fallback) => {
        fc.pre(!fallback.includes("}"));
        const reference = `\${PW:-${fallback}}`;
        for (const written of [`pg://u:${reference}@h/d`, `pg://h/d?password=${reference}`, `pg://u:${reference}/d`]) {
          expect(postgresql(written)).not.toMatch(/ZQ1|QZ2/);
        }
        expect(duckdb(`md:d?motherduck_token=${reference}`)).not.toMatch(/ZQ1|QZ2/);
      }),
      SEED,
    );
  });

  it("never holds the value of a variable", () => {
    fc.assert(
      fc.property(secret, (value) => {
        const env = { V: value };
        for (const written of ["pg://u:${V}@h/d", "pg://${V}@h/${V}?a=${V}", "${V}", "pg://u:a${V}b@h"]) {
          expect(displayUrl(POSTGRESQL, "connection_string", written, env)).not.toMatch(/ZQ1|QZ2/);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("diagnostics", () => {
  it("hold no secret, whatever is wrong with a store", () => {
    const config = fc.constantFrom(
      'connection_string = "postgresql://u:HUNTER2@h/d"\nconnection_strin = "HUNTER2"',
      'connection_params = "HUNTER2"',
      'auto_create_tables = "HUNTER2"',
      'table_prefix = ["HUNTER2"]',
      'connection_params = { password = "HUNTER2" }\nfallback_stores = "HUNTER2"',
      'connection_string = ["HUNTER2"]',
    );
    fc.assert(
      fc.property(config, (text) => {
        const { config: loaded, report } = load(storeToml(POSTGRESQL, text));
        const selected = selectTargets(loaded, { store: null, allStores: true, dialect: null, needsTables: true });
        expect(report + render(loaded, selected.diagnostics)).not.toContain("HUNTER2");
      }),
      { seed: 1, numRuns: 30 },
    );
  });
});

describe("the texts that code frames show", () => {
  const shown = (toml: string) => load(toml).config.sources.get("metaxy.toml") ?? "";

  it.each([
    ["a URL", storeToml(POSTGRESQL, 'connection_string = "postgresql://u:HUNTER2@h/d"')],
    ["a URL in single quotes", storeToml(POSTGRESQL, "connection_string = 'postgresql://u:HUNTER2@h/d'")],
    ["a URL of several lines", storeToml(POSTGRESQL, 'connection_string = """\npostgresql://u:\\\n  HUNTER2@h/d"""')],
    ["a token", storeToml(DUCKDB, 'database = "md:x?motherduck_token=HUNTER2"')],
    ["a default", storeToml(POSTGRESQL, 'connection_string = "postgresql://u:${PW:-HUNTER2}@h/d"')],
    ["a key that says so", storeToml(POSTGRESQL, 'connection_params = { password = "HUNTER2" }')],
    ["a table below such a key", storeToml("my.Store", "credentials = { x = ['HUNTER2'] }")],
    ["a comment", "# postgresql://u:HUNTER2@h/d"],
    ["a line that does not end", 'x = "postgresql://u:HUNTER2@h/d'],
    ["a line after it", 'x = "\nHUNTER2'],
    ["a broken line that says so", "password = HUNTER2"],
  ])("hide %s", (_, toml) => {
    const text = shown(toml);
    expect(text).not.toContain("HUNTER2");
    expect(text).toHaveLength(toml.length);
    expect(text.split("\n").map((line) => line.length)).toEqual(toml.split("\n").map((line) => line.length));
  });

  it("show everything else", () => {
    const toml = `project = "p"\n${storeToml(POSTGRESQL, 'connection_string = "postgresql://u:${PW}@h/d"\ntable_prefix = "x_"')}`;
    expect(shown(toml)).toBe(toml);
  });
});
