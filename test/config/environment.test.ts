// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to the environment are the subject
import { describe, expect, it } from "vitest";
import { selectTargets } from "../../src/config/targets.ts";
import { DUCKDB, load, POSTGRESQL, render, type Surroundings, storeToml } from "./load.ts";

const DEV = storeToml(DUCKDB, 'database = "file.db"');

describe("environment variables", () => {
  it("win over the file", () => {
    expect(load('project = "file"', { env: { METAXY_PROJECT: "env" } }).config.project).toBe("env");
  });

  it("set the default store", () => {
    expect(load("", { env: { METAXY_STORE: "prod" } }).config.store).toBe("prod");
  });

  it("reach one leaf of a store and leave the others", () => {
    const { config } = load(storeToml(DUCKDB, 'database = "a"\ntable_prefix = "p_"'), {
      env: { METAXY_STORES__DEV__CONFIG__DATABASE: "b" },
    });
    expect(config.stores[0]).toMatchObject({ database: "b", tablePrefix: "p_" });
  });

  it("work in any letter case", () => {
    expect(load("", { env: { metaxy_Project: "p" } }).config.project).toBe("p");
  });

  it("make store names lower case", () => {
    const { config } = load("", { env: { METAXY_STORES__EU__TYPE: DUCKDB, METAXY_STORES__EU__CONFIG__DATABASE: "x" } });
    expect(config.stores.map(({ name }) => name)).toEqual(["eu"]);
  });

  it("cannot reach a store with capitals, and say so", () => {
    const toml = DEV.replaceAll("stores.dev", "stores.Dev");
    const { report } = load(toml, { env: { METAXY_STORES__DEV__CONFIG__DATABASE: "x" } });
    expect(report).toContain(
      "MXC0114 [stores.dev], set by the environment variable METAXY_STORES__DEV__CONFIG__DATABASE, has no 'type'",
    );
    expect(report).toContain("rename 'Dev'");
  });

  it.each([
    ["METAXY_STORES", `{"dev": {"type": "${DUCKDB}", "config": {"database": "json.db"}}}`],
    ["METAXY_STORES__DEV", `{"type": "${DUCKDB}", "config": {"database": "json.db"}}`],
    ["METAXY_STORES__DEV__CONFIG", '{"database": "json.db"}'],
  ])("take JSON for a table: %s", (variable, json) => {
    expect(load(DEV, { env: { [variable]: json } }).config.stores[0]?.database).toBe("json.db");
  });

  it("take JSON for a list", () => {
    const { config } = load("", { env: { METAXY_EXT__COMPILE__SOURCES: '["a", "b"]' } });
    expect(config.compile.sources).toEqual(["a", "b"]);
  });

  it("let the deeper variable win over JSON for its table", () => {
    const env = { METAXY_STORES__DEV__CONFIG: '{"database": "a"}', METAXY_STORES__DEV__CONFIG__DATABASE: "b" };
    expect(load(DEV, { env }).config.stores[0]?.database).toBe("b");
  });

  it.each([
    ["METAXY_EXT__SQLMODEL__ENABLE"],
    ["METAXY_EXT__SQLMODEL_ENABLE"],
    ["METAXY_EXT__SQLMODEL_EXT__SQLMODEL__ENABLE"],
  ])("enable the integration as %s", (variable) => {
    const { config, codes } = load("", { env: { [variable]: "1" } });
    expect([config.sqlmodel.enable, codes]).toEqual([true, []]);
  });

  it.each([["METAXY_EXT__SQLMODEL__INJECT_PRIMARY_KEY"], ["METAXY_EXT__SQLMODEL_INJECT_PRIMARY_KEY"]])(
    "inject the primary key as %s",
    (variable) => {
      expect(load("", { env: { [variable]: "true" } }).config.sqlmodel.injectPrimaryKey).toBe(true);
    },
  );

  it("inject the index as METAXY_EXT__SQLMODEL_INJECT_INDEX", () => {
    expect(load("", { env: { METAXY_EXT__SQLMODEL_INJECT_INDEX: "on" } }).config.sqlmodel.injectIndex).toBe(true);
  });

  it.each([
    ["METAXY_EXT__SQLALCHEMY__INJECT_INDEX"],
    ["METAXY_EXT__SQLALCHEMY_INJECT_INDEX"],
    ["METAXY_EXT__SQLALCHEMY_EXT__SQLALCHEMY__INJECT_INDEX"],
  ])("set ext.sqlalchemy as %s", (variable) => {
    expect(load("", { env: { [variable]: "y" } }).config.sqlalchemy.injectIndex).toBe(true);
  });

  it("accept METAXY_EXT__SQLALCHEMY_EXT__SQLALCHEMY__ENABLE", () => {
    expect(load("", { env: { METAXY_EXT__SQLALCHEMY_EXT__SQLALCHEMY__ENABLE: "true" } }).codes).toEqual([]);
  });

  it("prefer the regular spelling to the documented one", () => {
    const env = { METAXY_EXT__SQLMODEL_ENABLE: "true", METAXY_EXT__SQLMODEL__ENABLE: "false" };
    expect(load("", { env }).config.sqlmodel.enable).toBe(false);
  });

  it("reach the compiler's own settings", () => {
    const env = { METAXY_EXT__COMPILE__COMPAT: "sqlmodel", METAXY_EXT__COMPILE__CLICKHOUSE__CLUSTER: "c" };
    const { compile } = load("", { env }).config;
    expect([compile.compat, compile.dialects]).toEqual(["sqlmodel", { clickhouse: { cluster: "c" } }]);
  });

  it("convert text to numbers", () => {
    expect(load("", { env: { METAXY_HASH_TRUNCATION_LENGTH: "16" } }).config.hashTruncationLength).toBe(16);
  });

  it("are not interpolated", () => {
    const env = { METAXY_STORES__DEV__CONFIG__DATABASE: "${HOME}", HOME: "/root" };
    expect(load(DEV, { env }).config.stores[0]?.database).toBe("${HOME}");
  });

  it.each(["METAXY_FOO", "METAXY_ENTRYPOINT", "METAXY_PROJECT__X", "METAXY_", "PROJECT", "METAXYPROJECT"])(
    "are left alone when they are no setting: %s",
    (variable) => {
      const { config, codes } = load("", { env: { [variable]: "x" } });
      expect([codes, config.environment]).toEqual([[], []]);
    },
  );

  it("are named when their value does not fit", () => {
    expect(load("", { env: { METAXY_EXT__SQLMODEL_ENABLE: "maybe" } }).report).toContain(
      "MXC0112 the environment variable METAXY_EXT__SQLMODEL_ENABLE sets 'ext.sqlmodel.enable', which must be true or false, to 'maybe'",
    );
  });

  it("are named when they need JSON and have none", () => {
    const { report } = load("", { env: { METAXY_ENTRYPOINTS: "a.b" } });
    expect(report).toContain("METAXY_ENTRYPOINTS sets 'entrypoints', which must be a list of strings, to 'a.b'");
    expect(report).toContain("lists and tables are written as JSON in the environment");
  });

  it("cannot reach a place in a list", () => {
    expect(load("", { env: { METAXY_ENTRYPOINTS__0: "a" } }).codes).toEqual(["MXC0112"]);
  });

  it("are named when they set an unknown key", () => {
    const { report } = load(DEV, { env: { METAXY_STORES__DEV__CONFIG__DATABSE: "x" } });
    expect(report).toContain(
      "METAXY_STORES__DEV__CONFIG__DATABSE sets the unknown key 'databse' in [stores.dev.config]",
    );
    expect(report).toContain("did you mean 'database'?");
  });

  it("never show what they hold when it is about a store", () => {
    const { report } = load(DEV, { env: { METAXY_STORES__DEV__CONFIG__AUTO_CREATE_TABLES: "hunter2" } });
    expect(report).not.toContain("hunter2");
  });

  it("that were asked for are listed, references included, set or not", () => {
    const toml = `${DEV}\n[ext.compile]\nout_dir = "\${OUT:-o}/\${UNSET:-x}"`;
    const { config } = load(toml, { env: { METAXY_STORE: "dev", OUT: "y", OTHER: "z" } });
    expect(config.environment).toEqual(["METAXY_STORE", "OUT", "TABLE_PREFIX", "UNSET"]);
  });

  it("without a file make stores of their own, and no default one", () => {
    const env = { METAXY_STORES__X__TYPE: DUCKDB, METAXY_STORES__X__CONFIG__DATABASE: "x.db" };
    expect(load({}, { env }).config.stores.map(({ name }) => name)).toEqual(["x"]);
  });
});

describe("references", () => {
  const dirOf = (text: string, env: Readonly<Record<string, string>> = {}) =>
    load(`[ext.compile]\nout_dir = '${text}'`, { env }).config.compile.outDir;

  it.each([
    ["a set variable", "${A}", { A: "x" }, "x"],
    ["a variable inside text", "a/${A}/b", { A: "x" }, "a/x/b"],
    ["several variables", "${A}${B}", { A: "x", B: "y" }, "xy"],
    ["the default of an unset one", "${A:-d}", {}, "d"],
    ["an empty default", "${A:-}", {}, ""],
    ["a set variable over its default", "${A:-d}", { A: "x" }, "x"],
    ["an empty variable over its default", "${A:-d}", { A: "" }, ""],
    ["nothing for an unset one", "[${A}]", {}, "[]"],
    ["a default with any sign but }", "${A:-a:b$c/d}", {}, "a:b$c/d"],
    ["the names that objects inherit as unset", "${constructor}", {}, ""],
  ] as const)("become %s", (_, text, env, result) => {
    expect(dirOf(text, env)).toBe(result);
  });

  it.each(["$A", "${A:b}", "${}", "${A", "{A}"])("leave %j alone", (text) => {
    expect(dirOf(text, { A: "x" })).toBe(text);
  });

  it("are replaced once: what a variable holds is text", () => {
    expect(dirOf("${A}", { A: "${B}", B: "x" })).toBe("${B}");
  });

  it("are replaced in lists and tables at any depth", () => {
    const toml = '[ext.compile]\nsources = ["${A}"]\nclickhouse = { cluster = "${A}" }';
    const { compile } = load(toml, { env: { A: "x" } }).config;
    expect([compile.sources, compile.dialects.clickhouse]).toEqual([["x"], { cluster: "x" }]);
  });

  it("are not replaced in keys", () => {
    expect(load('[stores."${A}"]\ntype = "x"', { env: { A: "b" } }).config.stores[0]?.name).toBe("${A}");
  });

  it("give text that is converted to the type of the setting", () => {
    const toml = 'hash_truncation_length = "${N}"\nauto_create_tables = "${B}"';
    expect(load(toml, { env: { N: "16", B: "yes" } }).config).toMatchObject({
      hashTruncationLength: 16,
      autoCreateTables: true,
    });
  });

  it("are replaced after extend", () => {
    const files = { "/repo/metaxy.toml": 'extend = "b.toml"', "/repo/b.toml": 'project = "${P}"' };
    expect(load(files, { env: { P: "p" } }).config.project).toBe("p");
  });

  it("make the connection string", () => {
    const toml = storeToml(POSTGRESQL, 'connection_string = "postgresql://app:${PW}@db/x"');
    expect(load(toml, { env: { PW: "s3cret" } }).config.stores[0]?.connectionString).toBe(
      "postgresql://app:s3cret@db/x",
    );
  });
});

describe("variables that are not set", () => {
  const store = (config: string) =>
    `${storeToml(DUCKDB, config)}[stores.prod]\ntype = "${DUCKDB}"\nconfig = { database = "x" }\n`;
  const say = (toml: string, env: Readonly<Record<string, string>> = {}, name: string | null = null) => {
    const { config, diagnostics } = load(toml, { env });
    return render(config, [
      ...diagnostics,
      ...selectTargets(config, { store: name, allStores: false, dialect: null, needsTables: true }).diagnostics,
    ]);
  };

  it.each([
    [
      "a prefix",
      store('database = "x"\ntable_prefix = "${BR}"'),
      "5:16 MXC0131 'stores.dev.config.table_prefix' refers to ${BR}, which is not set",
    ],
    [
      "a part of it",
      store('database = "x"\ntable_prefix = "a_${A}_${B}_${A}"'),
      "refers to ${A}, ${B}, which are not set",
    ],
    [
      "a fallback",
      store('database = "x"\nfallback_stores = ["prod", "${F}"]'),
      "'stores.dev.config.fallback_stores[1]' refers to ${F}",
    ],
    ["a type", '[stores.dev]\ntype = "${T}"', "2:8 MXC0131 'stores.dev.type' refers to ${T}"],
    ["the project", `project = "\${P}"\n${DEV}`, "1:11 MXC0131 'project' refers to ${P}"],
    ["the default store", `store = "\${S}"\n${DEV}`, "1:9 MXC0131 'store' refers to ${S}"],
    ["a list", `[ext.compile]\nsources = ["a", "\${DIR}/b"]\n${DEV}`, "'ext.compile.sources[1]' refers to ${DIR}"],
    [
      "a dialect's option",
      `[ext.compile.clickhouse]\ncluster = "\${C}"\n${DEV}`,
      "'ext.compile.clickhouse.cluster' refers to ${C}",
    ],
    [
      "a name that is made",
      `[ext.compile.naming_convention]\npk = "\${C}pk"\n${DEV}`,
      "'ext.compile.naming_convention.pk' refers to ${C}",
    ],
    ["a number", `hash_truncation_length = "\${N}"\n${DEV}`, "'hash_truncation_length' refers to ${N}"],
    ["a truth value", `[ext.sqlmodel]\nenable = "\${E}"\n${DEV}`, "'ext.sqlmodel.enable' refers to ${E}"],
    [
      "a database",
      store('database = "${DB}"'),
      "MXC0132 the database of store 'dev' is named by ${DB}, which is not set",
    ],
  ])("are reported where they stand in %s, once", (_, toml, said) => {
    expect(say(toml)).toContain(said);
    expect(say(toml).split("\n")).toHaveLength(1);
  });

  it.each([
    ["have a default", store('database = "x"\ntable_prefix = "${BR:-}"')],
    ["are set to nothing", store('database = "x"\ntable_prefix = "${EMPTY}"')],
    [
      "belong to a store that is not selected",
      `${store('database = "x"')}[stores.other]\ntype = "${DUCKDB}"\nconfig = { database = "x", table_prefix = "\${BR}" }`,
    ],
    ["are of an address", storeToml(POSTGRESQL, 'connection_string = "postgresql://app:${PW}@${HOST}/x"')],
    ["are part of a file's path", store('database = "data/${STAGE}.db"')],
    ["are of another tool", `${DEV}[ext.ray]\naddress = "\${RAY}"`],
    ["are no references", store('database = "x"\ntable_prefix = "$BR${BR:x}"')],
  ])("are not reported when they %s", (_, toml) => expect(say(toml, { EMPTY: "" })).toBe(""));

  it("do no harm where another store is named", () => {
    expect(say(`store = "\${S}"\n${DEV}`, {}, "dev")).toBe("");
  });
});

describe("a .env file", () => {
  const toml = storeToml(DUCKDB, 'database = "x"\ntable_prefix = "${BRANCH}_"');
  const prefixOf = (dotenv: string, surroundings: Surroundings = {}) =>
    load({ "/repo/metaxy.toml": toml, "/repo/.env": dotenv, "/repo/sub/.env": "BRANCH=sub" }, surroundings).config
      .stores[0]?.tablePrefix;

  it("sets variables for references", () => expect(prefixOf("BRANCH=main # comment")).toBe("main_"));
  it("sets settings", () => {
    const { config } = load({
      "/repo/metaxy.toml": toml,
      "/repo/.env": "export METAXY_PROJECT='env'\nMETAXY_STORE=prod",
    });
    expect(config).toMatchObject({ project: "env", store: "prod" });
  });
  it("yields to the environment", () => expect(prefixOf("BRANCH=main", { env: { BRANCH: "set" } })).toBe("set_"));
  it("is the one of the working directory", () => expect(prefixOf("BRANCH=main", { cwd: "/repo/sub" })).toBe("sub_"));
  it("may name the configuration", () => {
    const files = { "/repo/.env": "METAXY_CONFIG=other.toml", "/repo/other.toml": 'project = "other"' };
    expect(load(files).config.project).toBe("other");
  });
  it("is not read when python-dotenv is told not to", () => {
    expect(prefixOf("BRANCH=main", { env: { PYTHON_DOTENV_DISABLED: "True" } })).toBe("_");
  });
  it("is read line by line, whatever other lines hold", () => {
    const { config, report } = load({ "/repo/metaxy.toml": toml, "/repo/.env": "A='HUNTER2\nBRANCH=main\nx y z" });
    expect(config.stores[0]?.tablePrefix).toBe("main_");
    expect(report.split("\n")).toEqual([
      expect.stringContaining("MXC0134 line 1 of `.env` is no statement"),
      expect.stringContaining("MXC0134 line 3 of `.env` is no statement"),
    ]);
  });
  it("leaves references in URLs as they are", () => {
    const written = storeToml(POSTGRESQL, 'connection_string = "postgresql://app:${PW}@db/x"');
    const { config } = load({ "/repo/metaxy.toml": written, "/repo/.env": "PW=hunter2" });
    expect(config.stores[0]).toMatchObject({
      connectionString: "postgresql://app:hunter2@db/x",
      displayUrl: "postgresql://app:${PW}@db/x",
    });
  });
});
