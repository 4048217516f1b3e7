// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to the environment are the subject
import { describe, expect, it } from "vitest";
import { DUCKDB, load, storeToml } from "./load.ts";

/** The example of the documentation, with every table the compiler reads. */
const FULL = `
project = "my_package"
store = "dev"

[stores.dev]
type = "metaxy.ext.metadata_stores.duckdb.DuckDBMetadataStore"
config = { database = "dev_metadata.duckdb", table_prefix = "dev_" }

[stores.prod]
type = "metaxy.ext.postgresql.PostgreSQLMetadataStore"
config = { connection_string = "postgresql://app:\${PGPASSWORD}@db/prod", table_prefix = "prod_" }

[ext.sqlmodel]
enable = true
inject_primary_key = false
inject_index = false
infer_db_table_names = true

[ext.sqlalchemy]
enable = true
inject_primary_key = false
inject_index = false

[ext.compile]
sources = ["src/features"]
out_dir = "out"
emit = ["sql", "json"]
compat = "native"
key_layout = "data_version"
column_naming = "preserve"
if_not_exists = false
naming_convention = { pk = "pk_%(table_name)s", ix = "ix_%(column_0_label)s" }
style = { keyword_case = "lower", indent = 4 }

[ext.compile.clickhouse]
cluster = "main"
`;

describe("settings", () => {
  it("reads everything that is documented", () => {
    const { config, codes } = load(FULL, { env: { PGPASSWORD: "x" } });
    expect(codes).toEqual([]);
    expect(config).toMatchObject({
      project: "my_package",
      store: "dev",
      sqlmodel: { enable: true, injectPrimaryKey: false, injectIndex: false, inferTableNames: true },
      sqlalchemy: { injectPrimaryKey: false, injectIndex: false },
      compile: {
        sources: ["src/features"],
        outDir: "out",
        emit: ["sql", "json"],
        compat: "native",
        keyLayout: "data_version",
        columnNaming: "preserve",
        ifNotExists: false,
        style: { keywordCase: "lower", indentWidth: 4 },
        dialects: { clickhouse: { cluster: "main" } },
      },
    });
  });

  it("accepts every other setting of Metaxy", () => {
    const { codes } = load(`
      entrypoints = ["a.b"]
      theme = "dark"
      hash_truncation_length = 16
      auto_create_tables = true
      locked = false
      sync = true
      migrations_dir = ".metaxy/migrations"
      enable_map_datatype = true
      [[extra_features]]
      projects = ["other"]
      [[extra_features]]
      keys = ["a/b", ["c", "d"]]
      [[extra_features]]
      all = true
      [ext.dagster]
      enable = true
      anything = { goes = [1, 2.5, 1979-05-27] }
    `);
    expect(codes).toEqual([]);
  });

  it("has Metaxy's defaults", () => {
    const { config } = load("");
    expect(config).toMatchObject({
      project: null,
      store: "dev",
      hashTruncationLength: 8,
      autoCreateTables: false,
      enableMapDatatype: false,
      lockFile: null,
      lockPath: "metaxy.lock",
    });
  });

  it("has the compiler's defaults", () => {
    expect(load("").config.compile).toEqual({
      sources: [],
      outDir: "out",
      emit: ["sql", "json"],
      compat: "native",
      keyLayout: "data_version",
      columnNaming: "preserve",
      ifNotExists: false,
      namingConvention: {
        pk: "pk_%(table_name)s",
        ix: "ix_%(column_0_label)s",
        uq: "uq_%(table_name)s_%(column_0_name)s",
        ck: "ck_%(table_name)s_%(constraint_name)s",
        fk: "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
      },
      style: { keywordCase: null, indentWidth: null },
      dialects: {},
    });
  });

  it("replaces the naming convention kind by kind", () => {
    const { config } = load('[ext.compile]\nnaming_convention = { pk = "%(table_name)s_pkey", ck = "" }');
    expect(config.compile.namingConvention).toEqual({
      pk: "%(table_name)s_pkey",
      ix: "ix_%(column_0_label)s",
      uq: "uq_%(table_name)s_%(column_0_name)s",
      fk: "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    });
  });

  it("has SQLAlchemy's naming convention beside Python, which a configured one replaces as a whole", () => {
    const { config: silent } = load('[ext.compile]\ncompat = "sqlmodel"');
    expect(silent.compile.namingConvention).toEqual({ ix: "ix_%(column_0_label)s" });
    const { config } = load('[ext.compile]\ncompat = "sqlmodel"\nnaming_convention = { pk = "x", uq = "" }');
    expect(config.compile.namingConvention).toEqual({ pk: "x" });
  });

  it("leaves the SQLModel integration off where a file does not enable it", () => {
    expect(load("").config.sqlmodel.enable).toBe(false);
  });

  it("turns the SQLModel integration on where there is no file", () => {
    expect(load({}).config.sqlmodel.enable).toBe(true);
  });

  it("lets the environment turn the integration off where there is no file", () => {
    expect(load({}, { env: { METAXY_EXT__SQLMODEL__ENABLE: "false" } }).config.sqlmodel.enable).toBe(false);
  });

  it("finds metaxy.lock beside the file", () => {
    expect(load({ "/repo/metaxy.toml": "", "/repo/metaxy.lock": "" }).config.lockFile).toBe("metaxy.lock");
  });

  it("finds the lock file relative to the configuration file", () => {
    const files = { "/a/metaxy.toml": 'metaxy_lock_path = "../l.lock"', "/l.lock": "" };
    expect(load(files, { cwd: "/a/b" }).config.lockFile).toBe("../l.lock");
  });

  it("warns of a lock file that was asked for and is not there", () => {
    const { report, config } = load('metaxy_lock_path = "gone.lock"');
    expect(report).toContain("metaxy.toml:1:20 MXC0105 the lock file 'gone.lock' does not exist");
    expect(config.lockFile).toBeNull();
  });
});

describe("keys", () => {
  it.each([
    ["at the top", 'stroe = "x"', "1:1 MXC0110 unknown key 'stroe' in the configuration", "did you mean 'store'?"],
    [
      "of a store",
      "[stores.dev]\ntyp = 1\ntype = 'x'",
      "2:1 MXC0110 unknown key 'typ' in [stores.dev]",
      "did you mean 'type'?",
    ],
    [
      "of a store's config",
      storeToml(DUCKDB, 'database = "x"\ntable_prefx = "y"'),
      "5:1 MXC0110 unknown key 'table_prefx' in [stores.dev.config]",
      "did you mean 'table_prefix'?",
    ],
    [
      "of ext.sqlmodel",
      "[ext.sqlmodel]\nenabled = true",
      "2:1 MXC0110 unknown key 'enabled' in [ext.sqlmodel]",
      "did you mean 'enable'?",
    ],
    [
      "of ext.sqlalchemy",
      "[ext.sqlalchemy]\ninject_indx = true",
      "2:1 MXC0110 unknown key 'inject_indx'",
      "did you mean 'inject_index'?",
    ],
    [
      "of ext.compile",
      "[ext.compile]\noutdir = 'x'",
      "2:1 MXC0110 unknown key 'outdir' in [ext.compile]",
      "did you mean 'out_dir'?",
    ],
    [
      "of the style",
      "[ext.compile]\nstyle = { case = 'x' }",
      "2:11 MXC0110 unknown key 'case' in [ext.compile.style]",
      "settings here: keyword_case, indent",
    ],
    [
      "of the naming convention",
      "[ext.compile.naming_convention]\nuk = 'x'",
      "2:1 MXC0110 unknown key 'uk'",
      "did you mean 'ck'?",
    ],
    [
      "of extra_features",
      "[[extra_features]]\nall = true\nproject = 'x'",
      "3:1 MXC0110 unknown key 'project' in [extra_features[0]]",
      "did you mean 'projects'?",
    ],
    [
      "that ends a dotted key",
      "ext.sqlmodel.enabel = true",
      "1:14 MXC0110 unknown key 'enabel' in [ext.sqlmodel]",
      "did you mean 'enable'?",
    ],
  ])("are reported with a suggestion: an unknown one %s", (_, toml, found, help) => {
    const { report } = load(toml);
    expect(report).toContain(found);
    expect(report.endsWith(help)).toBe(true);
  });

  it.each([
    ["root_path in [stores.dev]", "[stores.dev]\ntype = 'x'\nroot_path = 'y'", "move it to [stores.dev.config]"],
    ["out_dir at the top", "out_dir = 'x'", "move it to [ext.compile]"],
    ["[sqlmodel] at the top", "[sqlmodel]\nenable = true", "move it to [ext.sqlmodel]"],
    ["store in [ext.compile]", "[ext.compile]\nstore = 'x'", "move it to the top level of the file"],
  ])("know where they belong: %s", (_, toml, help) => {
    expect(load(toml).report).toContain(help);
  });

  it.each(["__proto__", "constructor", "toString"])("may not be %s", (key) => {
    expect(load(`${key} = 1\n[ext.compile]\n${key} = 1`).codes).toEqual(["MXC0110", "MXC0110"]);
  });

  it("of an extension that is not ours may be anything", () => {
    expect(load("[ext.ray]\nwhatever = 1").codes).toEqual([]);
  });

  it("that look like one of our extensions get a warning", () => {
    expect(load("[ext.sqlmodle]\nenable = true").report).toContain(
      "1:6 MXC0115 [ext.sqlmodle] is no extension that this compiler reads | ignored | did you mean 'sqlmodel'?",
    );
  });

  it("that are unknown are no second mistake where they leave nothing", () => {
    expect(load("[[extra_features]]\nproject = 'x'").codes).toEqual(["MXC0110"]);
  });

  it("that are required and do not fit are reported once", () => {
    expect(load("[stores.dev]\ntype = 5").codes).toEqual(["MXC0111"]);
  });

  it("that are required and misspelt are one mistake", () => {
    expect(load('[stores.dev]\ntyp = "x"').codes).toEqual(["MXC0110"]);
    expect(load(`[stores.dev]\ntype = "${DUCKDB}"\nconfig = { databse = "x" }`).codes).toEqual(["MXC0110"]);
    expect(load('[stores.dev]\ntyp = "x"\ntype = 5').codes.toSorted()).toEqual(["MXC0110", "MXC0111"]);
    expect(load(`[stores.dev]\ntype = "${DUCKDB}"\nconfig = { colour = "x" }`).codes).toEqual(["MXC0110", "MXC0114"]);
  });

  it("that are required are reported at their table", () => {
    expect(load("[stores.dev]\nconfig = {}").report).toContain("metaxy.toml:1:9 MXC0114 [stores.dev] has no 'type'");
  });

  it("that are wrong do not hide other mistakes", () => {
    expect(load("stroe = 1\nproject = 'a/b'\n[ext.compile]\ncompat = 'x'\nemit = ['y']").codes.toSorted()).toEqual([
      "MXC0110",
      "MXC0111",
      "MXC0111",
      "MXC0111",
    ]);
  });

  it("that are wrong leave the settings around them", () => {
    const { config } = load(
      "stroe = 1\nproject = 'p'\n[ext.compile]\ncompat = 'x'\nout_dir = 'o'\nemit = ['y', 'sql']",
    );
    expect([config.project, config.compile.compat, config.compile.outDir, config.compile.emit]).toEqual([
      "p",
      "native",
      "o",
      ["sql"],
    ]);
  });
});

describe("values", () => {
  it.each([
    ["project", 'project = ""', "1:11 MXC0111 'project' must be a project name, which cannot be empty, found ''"],
    ["project", 'project = "a/b"', "MXC0111 'project' must be a project name without `/`, found 'a/b'"],
    ["project", 'project = "a__b"', "MXC0111 'project' must be a project name without `__`, found 'a__b'"],
    ["project", 'project = "a.b"', "MXC0111 'project' must be a project name of letters, digits, `_` and `-` only"],
    ["project", 'project = "a\\n"', "MXC0111 'project' must be a project name of letters, digits, `_` and `-` only"],
    ["project", "project = 5", "MXC0111 'project' must be a string, found the number 5"],
    ["store", "store = true", "MXC0111 'store' must be a string, found true"],
    ["store", "[store.dev]\nx = 1", "the stores themselves are tables `[stores.<name>]`"],
    ["stores", "stores = 1", "MXC0111 'stores' must be a table, found the number 1"],
    ["stores", "[[stores]]\nx = 1", "MXC0111 'stores' must be a table, found a list"],
    ["a store", "stores.dev = 'x'", "MXC0111 'stores.dev' must be a table, found a string"],
    ["entrypoints", "entrypoints = 'a'", "MXC0111 'entrypoints' must be a list of strings, found 'a'"],
    ["extra_features", "extra_features = [{}]", "MXC0111 'extra_features[0]' must be a table with at least one of"],
    [
      "hash_truncation_length",
      "hash_truncation_length = 7",
      "must be a whole number of at least 8, found the number 7",
    ],
    [
      "hash_truncation_length",
      "hash_truncation_length = 8.5",
      "must be a whole number of at least 8, found the number 8.5",
    ],
    ["hash_truncation_length", "hash_truncation_length = 'x'", "must be a whole number of at least 8, found 'x'"],
    [
      "enable",
      "[ext.sqlmodel]\nenable = 'maybe'",
      "2:10 MXC0111 'ext.sqlmodel.enable' must be true or false, found 'maybe'",
    ],
    ["enable", "[ext.sqlmodel]\nenable = 2", "must be true or false, found the number 2"],
    ["enable of any extension", "[ext.ray]\nenable = 'x'", "'ext.ray.enable' must be true or false"],
    ["an extension", "[ext]\nray = 1", "'ext.ray' must be a table, found the number 1"],
    ["a date", "theme = 1979-05-27", "'theme' must be a string, found a date"],
    [
      "compat",
      "[ext.compile]\ncompat = 'nativ'",
      "2:10 MXC0111 'ext.compile.compat' must be one of 'native', 'sqlmodel', found 'nativ'",
    ],
    ["key_layout", "[ext.compile]\nkey_layout = 'x'", "must be one of 'data_version', 'feature_version'"],
    ["column_naming", "[ext.compile]\ncolumn_naming = 'camel'", "must be one of 'preserve', 'snake_case'"],
    ["emit", "[ext.compile]\nemit = 'sql'", "'ext.compile.emit' must be a list, found 'sql'"],
    [
      "emit",
      "[ext.compile]\nemit = ['sql', 'jsn']",
      "2:16 MXC0111 'ext.compile.emit[1]' must be one of 'sql', 'json', 'lock', 'push', found 'jsn'",
    ],
    ["sources", "[ext.compile]\nsources = 'src'", "'ext.compile.sources' must be a list of strings, found 'src'"],
    ["indent", "[ext.compile]\nstyle = { indent = 17 }", "must be a whole number from 0 to 16, found the number 17"],
    ["a dialect's table", "[ext.compile]\nclickhouse = 'x'", "'ext.compile.clickhouse' must be a table, found 'x'"],
  ])("that do not fit are reported: %s, %j", (_, toml, found) => {
    const { report, codes } = load(toml);
    expect(codes).toHaveLength(1);
    expect(report).toContain(found);
  });

  it("come with a suggestion where there is a choice", () => {
    expect(load("[ext.compile]\ncompat = 'nativ'").report).toContain("did you mean 'native'?");
  });

  it.each(["1", "true", "True", "YES", "on", "t", "y"])("of a boolean may be the text %j", (text) => {
    expect(load(`[ext.sqlmodel]\nenable = "${text}"`).config.sqlmodel.enable).toBe(true);
  });

  it.each(["0", "false", "No", "OFF", "f", "n"])("of a boolean may be the text %j", (text) => {
    expect(load(`auto_create_tables = "${text}"\n`).config.autoCreateTables).toBe(false);
    expect(load(`auto_create_tables = "${text}"\n`).codes).toEqual([]);
  });

  it("of a boolean may be 0 and 1", () => {
    expect(load("auto_create_tables = 1\n[ext.sqlmodel]\nenable = 0").config).toMatchObject({
      autoCreateTables: true,
      sqlmodel: { enable: false },
    });
  });

  it.each(["16", " 16 ", "+16", "1_6", "16.0"])("of a whole number may be the text %j", (text) => {
    expect(load(`hash_truncation_length = "${text}"`).config.hashTruncationLength).toBe(16);
  });

  it("beyond the exact numbers do not break reading", () => {
    const { report } = load("hash_truncation_length = 9007199254740993");
    expect(report).toContain("must be a whole number of at least 8, found the number 9007199254740993");
  });

  it("of the text of a store are never shown", () => {
    const { report } = load(storeToml(DUCKDB, 'database = "x"\nconnection_params = "hunter2"'));
    expect(report).toContain("'stores.dev.config.connection_params' must be a table, found a string");
  });

  it("that were interpolated are never shown", () => {
    const { report } = load('hash_truncation_length = "${SECRET}"', { env: { SECRET: "hunter2" } });
    expect(report).toContain("found a string");
  });
});

describe("TOML", () => {
  it.each([
    [
      "an open string",
      'project = "x',
      "1:13 MXC0101 the configuration is not valid TOML: unterminated string constant",
    ],
    [
      "a repeated key",
      "a = 1\na = 2",
      "2:1 MXC0101 the configuration is not valid TOML: defining a key multiple times is invalid",
    ],
    ["a missing value", "project =", "MXC0101 the configuration is not valid TOML"],
  ])("that is broken is reported where it breaks: %s", (_, toml, found) => {
    expect(load(toml).report).toContain(found);
  });

  it("of version 1.1 is refused, as Python's reader refuses it", () => {
    expect(load('[stores.dev]\ntype = "x"\nconfig = {\n database = "y" }').codes).toEqual(["MXC0101"]);
  });

  it("that is nested without end is refused, not overflowed on", () => {
    expect(load(`x = ${"[".repeat(100_000)}`).codes).toEqual(["MXC0101"]);
  });

  it.each([
    ["a dotted key", 'ext.compile.out_dir = "o"'],
    ["an inline table", 'ext = { compile = { out_dir = "o" } }'],
    ["a quoted key", '["ext"."compile"]\n"out_dir" = "o"'],
    ["a table after its subtable", '[ext.compile.style]\n[ext.compile]\nout_dir = "o"'],
    ["carriage returns", '[ext.compile]\r\nout_dir = "o"\r\n'],
  ])("says the same in any spelling: %s", (_, toml) => {
    const { config, codes } = load(toml);
    expect([config.compile.outDir, codes]).toEqual(["o", []]);
  });
});
