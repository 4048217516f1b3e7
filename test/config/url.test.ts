import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlalchemyUrl } from "../../src/config/store-url.ts";
import type { StoreConfig } from "../../src/config/stores.ts";
import { findStore } from "../../src/config/targets.ts";
import { overrideUrl, parseUrl, printUrl, type Url } from "../../src/config/url.ts";
import { BIGQUERY, CLICKHOUSE, DUCKDB, load, POSTGRESQL, render, storeToml } from "./load.ts";

const SEED = { seed: 1, numRuns: 2000 };

/** Reads and prints a URL. */
function normal(text: string): string | null {
  const url = parseUrl(text);
  return url === null ? null : printUrl(url);
}

describe("reading and printing a URL", () => {
  // Every expectation was made by `make_url(…).render_as_string(hide_password=False)` of SQLAlchemy 2.0.54.
  it.each([
    ["postgresql://db", "postgresql://db"],
    ["postgresql://app:pw@db:5432/prod", "postgresql://app:pw@db:5432/prod"],
    ["postgresql+psycopg://app@db/prod?sslmode=require", "postgresql+psycopg://app@db/prod?sslmode=require"],
    ["postgresql:///prod", "postgresql:///prod"],
    ["postgresql://:pw@db/prod", "postgresql://:pw@db/prod"],
    ["postgresql://@db", "postgresql://@db"],
    ["postgresql://a%40b:p%3Aw%2Fx@db", "postgresql://a%40b:p%3Aw%2Fx@db"],
    ["postgresql://a+b c:p+w d@db", "postgresql://a+b c:p+w d@db"],
    ["postgresql://u:pä$s@db", "postgresql://u:p%C3%A4%24s@db"],
    ["postgresql://u:a/b?c:d@db/x", "postgresql://u:a%2Fb%3Fc%3Ad@db/x"],
    ["postgresql://u:%zz%4@db", "postgresql://u:%25zz%254@db"],
    ["postgresql://u:%ff@db", "postgresql://u:%EF%BF%BD@db"],
    ["postgresql://u@v@db", "postgresql://u%40v@db"],
    ["postgresql://u:p@v@db", "postgresql://u:p@v@db"],
    ["postgresql://u:p@[::1]:5432/x", "postgresql://u:p@[::1]:5432/x"],
    ["postgresql://[::1]", "postgresql://[::1]"],
    ["postgresql://db/a%20b", "postgresql://db/a%20b"],
    ["postgresql://db/?x=1", "postgresql://db/?x=1"],
    ["postgresql://db/x?b=2&a=1&b=1", "postgresql://db/x?a=1&b=2&b=1"],
    ["postgresql://db/x?a=&b&=c&d=e", "postgresql://db/x?=c&d=e"],
    ["postgresql://db/x?a=b+c%20d/e", "postgresql://db/x?a=b+c+d%2Fe"],
    ["postgresql://db/x?", "postgresql://db/x"],
    ["postgresql://db:0080/x", "postgresql://db:80/x"],
    ["duckdb:///:memory:", "duckdb:///:memory:"],
    ["duckdb:////abs/x.duckdb", "duckdb:////abs/x.duckdb"],
    ["duckdb:///md:my_db?motherduck_token=x", "duckdb:///md:my_db?motherduck_token=x"],
  ])("does to %s what SQLAlchemy does", (text, expected) => {
    expect(normal(text)).toBe(expected);
  });

  it.each([
    "",
    "postgresql",
    "postgresql:/db",
    "://db",
    "post-gresql://db",
    "postgresql://db:/x",
    "postgresql://db:x",
    "postgresql://u:p",
  ])("refuses %j, as SQLAlchemy does", (text) => {
    expect(parseUrl(text)).toBeNull();
  });

  it("gives back every URL that was printed", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    const host = fc.oneof(fc.constant("::1"), fc.stringMatching(/^[a-z0-9.-]+$/));
    const url: fc.Arbitrary<Url> = fc.record({
      driver: fc.stringMatching(/^[a-z0-9_+]+$/),
      username: text,
      password: fc.option(text),
      host: fc.option(host),
      port: fc.option(fc.integer({ min: 0, max: 65535 }).map(String)),
      // SQLAlchemy takes an `@` in a database name for the end of a password.
      database: fc.option(fc.stringMatching(/^[^?@\n]*$/)),
      query: fc.constant([]),
    });
    fc.assert(
      fc.property(url, (each) => {
        expect(parseUrl(printUrl(each))).toEqual(each);
      }),
      SEED,
    );
  });

  it("gives back every query, sorted by key", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (query) => {
        const printed = printUrl({
          driver: "x",
          username: null,
          password: null,
          host: "h",
          port: null,
          database: null,
          query,
        });
        const read = parseUrl(printed)?.query ?? [];
        expect(new Map(read.map(([key]) => [key, read.filter(([other]) => other === key)]))).toEqual(
          new Map(query.map(([key]) => [key, query.filter(([other]) => other === key)])),
        );
        expect(printUrl({ ...(parseUrl(printed) as Url) })).toBe(printed);
      }),
      SEED,
    );
  });

  it("settles after one round, whatever the text", () => {
    const text = fc.array(fc.constantFrom("a", ":", "/", "@", "?", "[", "]", "&", "=", "+", "%41", "%", " ", "é", "8"));
    fc.assert(
      fc.property(text, (pieces) => {
        const once = normal(`pg://${pieces.join("")}`);
        fc.pre(once !== null && parseUrl(once) !== null);
        expect(normal(once ?? "")).toBe(once);
      }),
      SEED,
    );
  });
});

describe("replacing parts of a URL", () => {
  const url = parseUrl("clickhouse://u:p@h:8443/db?b=1&a=2") as Url;

  it("replaces the driver and the port", () => {
    expect(printUrl(overrideUrl(url, { protocol: "clickhouse+native", port: 9000 }))).toBe(
      "clickhouse+native://u:p@h:9000/db?a=2&b=1",
    );
  });

  it("keeps what is not replaced", () => {
    expect(printUrl(overrideUrl(url, { protocol: null, port: null }))).toBe("clickhouse://u:p@h:8443/db?a=2&b=1");
  });
});

function storeOf(type: string, config: string): StoreConfig {
  return findStore(load(storeToml(type, config)).config, "dev").value as StoreConfig;
}

function urlOf(
  type: string,
  config: string,
  protocol: string | null = null,
  port: number | null = null,
): string | null {
  return sqlalchemyUrl(storeOf(type, config), { protocol, port }).value;
}

describe("a store's SQLAlchemy URL", () => {
  it.each([
    [":memory:", "duckdb:///:memory:"],
    ["a/b.duckdb", "duckdb:///a/b.duckdb"],
    ["/abs/b.duckdb", "duckdb:////abs/b.duckdb"],
    ["md:mydb", "duckdb:///md:mydb"],
    ["md:mydb?motherduck_token=x", "duckdb:///md:mydb?motherduck_token=x"],
    ["", "duckdb:///"],
  ])("is the database of DuckDB, verbatim: %j", (database, url) => {
    expect(urlOf(DUCKDB, `database = "${database}"`)).toBe(url);
  });

  it("leaves DuckLake's own settings out", () => {
    expect(urlOf(DUCKDB, 'database = "x.db"\nducklake = { alias = "lake" }')).toBe("duckdb:///x.db");
  });

  it("is the connection string of PostgreSQL, verbatim", () => {
    expect(urlOf(POSTGRESQL, 'connection_string = "postgresql://u:p w@h/d?b=1&a=%20"')).toBe(
      "postgresql://u:p w@h/d?b=1&a=%20",
    );
  });

  it.each([
    ["clickhouse://localhost:8443/default", "clickhouse+native://localhost:9440/default?secure=True"],
    ["clickhouse://u:p@h:8123/db", "clickhouse+native://u:p@h:9000/db"],
    ["clickhouse://h/db", "clickhouse+native://h:9000/db"],
    ["clickhouse://h/db?secure=True", "clickhouse+native://h:9440/db?secure=True"],
    ["clickhouse://h:18123/db?secure=True", "clickhouse+native://h:9440/db?secure=True"],
    ["clickhouse://h:18123/db?secure=true", "clickhouse+native://h:9000/db?secure=true"],
    ["clickhouse://h:8123/db?secure=True", "clickhouse+native://h:9000/db?secure=True"],
    ["clickhouse://h:8443/db?protocol=https&x=1&a=2", "clickhouse+native://h:9440/db?a=2&secure=True&x=1"],
    ["clickhouse://h/db?protocol=https", "clickhouse+native://h:9000/db?protocol=https"],
  ])("speaks ClickHouse's native protocol: %s", (connection, url) => {
    expect(urlOf(CLICKHOUSE, `connection_string = "${connection}"`)).toBe(url);
  });

  it("takes another protocol and port, with the password visible", () => {
    expect(urlOf(POSTGRESQL, 'connection_string = "postgresql://u:p@h/d"', "postgresql+psycopg", 6432)).toBe(
      "postgresql+psycopg://u:p@h:6432/d",
    );
  });

  it.each([
    ["BigQuery, always", BIGQUERY, 'connection_string = "bigquery://p/d"', "BigQuery stores connect with credentials"],
    ["connection_params alone", POSTGRESQL, "connection_params = {}", "it has no `connection_string`"],
    ["an empty connection string", POSTGRESQL, 'connection_string = ""', "its `connection_string` is empty"],
    [
      "a connection string that is no URL",
      CLICKHOUSE,
      'connection_string = "h:8123"',
      "its `connection_string` is no URL",
    ],
    ["a store of files", "metaxy.ext.lancedb.LanceDBMetadataStore", 'uri = "x"', "it is not a SQL store"],
    ["a store of unknown type", "my.Store", "", "the compiler does not know its type"],
  ])("is missing for %s", (_, type, config, reason) => {
    const loaded = load(storeToml(type, config));
    const { value, diagnostics } = sqlalchemyUrl(storeOf(type, config), { protocol: null, port: null });
    expect(value).toBeNull();
    expect(render(loaded.config, diagnostics)).toContain(
      `metaxy.toml:1:9 MXC0127 store 'dev' has no SQLAlchemy URL: ${reason}`,
    );
  });

  it("that is missing is no mistake until it is asked for", () => {
    expect(load(storeToml(BIGQUERY, 'project_id = "p"')).codes).toEqual([]);
  });

  it("that cannot be taken apart is a mistake only where parts are replaced", () => {
    const store = storeOf(POSTGRESQL, 'connection_string = "host=h dbname=d"');
    expect(sqlalchemyUrl(store, { protocol: null, port: null }).value).toBe("host=h dbname=d");
    expect(sqlalchemyUrl(store, { protocol: "x", port: null }).diagnostics.map(({ code }) => code)).toEqual([
      "MXC0128",
    ]);
  });
});
