// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to the environment are the subject
import { describe, expect, it } from "vitest";
import { STORE_TYPES } from "../../src/config/store-types.ts";
import { findStore, selectTargets, type TargetSelection } from "../../src/config/targets.ts";
import { hasErrors } from "../../src/diagnostics/finding.ts";
import { BIGQUERY, CLICKHOUSE, DUCKDB, load, POSTGRESQL, render, type Surroundings, storeToml } from "./load.ts";

const NOTHING: TargetSelection = { store: null, allStores: false, dialect: null, needsTables: true };

function select(toml: string, selection: Partial<TargetSelection> = {}, surroundings: Surroundings = {}) {
  const { config, codes } = load(toml, surroundings);
  const { value, diagnostics } = selectTargets(config, { ...NOTHING, ...selection });
  return {
    loading: codes,
    targets: value,
    names: value.map(({ name }) => name),
    codes: diagnostics.map(({ code }) => code),
    report: render(config, diagnostics),
  };
}

function dialectOf(type: string, config = 'database = "x"'): string | undefined {
  return load(storeToml(type, config)).config.stores[0]?.dialect;
}

const TWO = `
[stores.dev]
type = "${DUCKDB}"
config = { database = "dev.db", table_prefix = "dev_" }
[stores.prod]
type = "${POSTGRESQL}"
config = { connection_string = "postgresql://app@db/prod" }
`;

describe("a store's type", () => {
  it.each([
    ["metaxy.ext.duckdb.DuckDBMetadataStore", "duckdb"],
    ["metaxy.ext.metadata_stores.duckdb.DuckDBMetadataStore", "duckdb"],
    ["metaxy.metadata_store.duckdb.DuckDBMetadataStore", "duckdb"],
    ["metaxy.ext.duckdb:DuckDBMetadataStore", "duckdb"],
    ["metaxy.ext.clickhouse.ClickHouseMetadataStore", "clickhouse"],
    ["metaxy.ext.metadata_stores.clickhouse.ClickHouseMetadataStore", "clickhouse"],
    ["metaxy.metadata_store.clickhouse.ClickHouseMetadataStore", "clickhouse"],
    ["metaxy.ext.bigquery.BigQueryMetadataStore", "bigquery"],
    ["metaxy.ext.metadata_stores.bigquery.BigQueryMetadataStore", "bigquery"],
    ["metaxy.ext.postgresql.PostgreSQLMetadataStore", "postgresql"],
    ["metaxy.metadata_store.postgresql.PostgreSQLMetadataStore", "postgresql"],
    ["metaxy.ext.metadata_stores.postgresql.PostgreSQLMetadataStore", "postgresql"],
    ["metaxy.ext.polars.handlers.delta.DeltaMetadataStore", "not-sql"],
    ["metaxy.ext.metadata_stores.delta.DeltaMetadataStore", "not-sql"],
    ["metaxy.ext.polars.handlers.iceberg.IcebergMetadataStore", "not-sql"],
    ["metaxy.ext.metadata_stores.iceberg.IcebergMetadataStore", "not-sql"],
    ["metaxy.ext.lancedb.LanceDBMetadataStore", "not-sql"],
    ["metaxy.ext.metadata_stores.lancedb.LanceDBMetadataStore", "not-sql"],
    ["metaxy.ext.duckdb.ClickHouseMetadataStore", "unknown"],
    ["my.own.Store", "unknown"],
    ["constructor", "unknown"],
  ])("%s means %s", (type, dialect) => {
    expect(dialectOf(type)).toBe(dialect);
  });

  it.each([
    ["md:", 'database = "md:analytics"'],
    ["motherduck:", 'database = "motherduck:analytics"'],
  ])("of DuckDB with a database at %s means MotherDuck", (_, config) => {
    expect(dialectOf(DUCKDB, config)).toBe("motherduck");
  });

  it("of DuckDB with a ducklake table means DuckLake", () => {
    const config = 'database = ":memory:"\nducklake = { catalog = { type = "duckdb", uri = "c.db" }, alias = "lake" }';
    expect(dialectOf(DUCKDB, config)).toBe("ducklake");
  });

  it("may come from the environment", () => {
    const { config } = load(storeToml("${TYPE}", 'database = "x"'), { env: { TYPE: DUCKDB } });
    expect(config.stores[0]?.dialect).toBe("duckdb");
  });

  it("that is unknown is an error when the store is selected", () => {
    expect(select(storeToml("metaxy.ext.duckdb.DuckDBMetdataStore", 'anything = "goes"')).report).toContain(
      "metaxy.toml:2:8 MXC0120 store 'dev' has the unknown type 'metaxy.ext.duckdb.DuckDBMetdataStore'",
    );
  });

  it("that is unknown comes with the nearest known one", () => {
    const { report } = select(storeToml("metaxy.ext.duckdb.DuckDBMetdataStore", ""));
    expect(report).toContain("did you mean 'metaxy.ext.duckdb.DuckDBMetadataStore'?");
  });

  it("that is unknown does not matter while another store is selected", () => {
    expect(select(`${TWO}[stores.own]\ntype = "my.Store"\nconfig = { x = 1 }`)).toMatchObject({
      loading: [],
      codes: [],
    });
  });

  it("has known spellings for all of Metaxy's stores", () => {
    expect(new Set(STORE_TYPES.map((type) => type.split(".").at(-1))).size).toBe(7);
  });
});

describe("a store's config", () => {
  it.each([
    [
      "DuckDB",
      DUCKDB,
      'database = "x"\nconfig = { threads = "4" }\nextensions = ["json", { name = "h", repository = "community", init_sql = ["x"] }]',
    ],
    ["PostgreSQL", POSTGRESQL, 'connection_params = { host = "h", port = 5432 }\nauto_cast_struct_for_jsonb = false'],
    ["ClickHouse", CLICKHOUSE, 'connection_string = "clickhouse://h/d"\nauto_cast_struct_for_map = "no"'],
    ["BigQuery", BIGQUERY, 'project_id = "p"\ndataset_id = "d"\ncredentials_path = "c.json"\nlocation = "EU"'],
    [
      "Delta",
      "metaxy.ext.polars.handlers.delta.DeltaMetadataStore",
      'root_path = "s3://b"\nstorage_options = { a = 1 }\nlayout = "flat"\ndelta_write_options = {}',
    ],
    [
      "Iceberg",
      "metaxy.ext.polars.handlers.iceberg.IcebergMetadataStore",
      'warehouse = "w"\nnamespace = "n"\ncatalog_name = "c"\ncatalog_properties = {}\nauto_create_namespace = true',
    ],
    ["LanceDB", "metaxy.ext.lancedb.LanceDBMetadataStore", 'uri = "u"\nconnect_kwargs = {}'],
  ])("takes everything that a %s store has", (_, type, config) => {
    expect(load(storeToml(type, config)).codes).toEqual([]);
  });

  it("takes what all SQL stores share", () => {
    const shared = [
      'fallback_stores = ["prod"]',
      'hash_algorithm = "md5"',
      'versioning_engine = "native"',
      'backend = "x"',
      'table_prefix = "p"',
      "auto_create_tables = true",
    ];
    expect(load(storeToml(POSTGRESQL, shared.join("\n"))).codes).toEqual([]);
  });

  it("does not take another kind's keys", () => {
    expect(load(storeToml(POSTGRESQL, 'database = "x"')).codes).toEqual(["MXC0110"]);
  });

  it("takes no table_prefix in a store without tables", () => {
    const config = 'root_path = "x"\ntable_prefix = "p_"';
    expect(load(storeToml("metaxy.ext.metadata_stores.delta.DeltaMetadataStore", config)).codes).toEqual(["MXC0110"]);
  });

  it("is checked for stores that are not selected too", () => {
    expect(load(`${TWO}[stores.x]\ntype = "${DUCKDB}"\nconfig = { databse = "x", database = "y" }`).codes).toEqual([
      "MXC0110",
    ]);
  });

  it("must have the values that Metaxy knows", () => {
    expect(load(storeToml(DUCKDB, 'database = "x"\nhash_algorithm = "xxhash23"')).report).toContain(
      "did you mean 'xxhash32'?",
    );
  });

  it("needs a database for DuckDB", () => {
    expect(load(`[stores.dev]\ntype = "${DUCKDB}"`).report).toContain(
      "1:9 MXC0114 [stores.dev.config] has no 'database'",
    );
  });

  it("needs a root_path for Delta", () => {
    const { report } = load(storeToml("metaxy.ext.polars.handlers.delta.DeltaMetadataStore", ""));
    expect(report).toContain("MXC0114 [stores.dev.config] has no 'root_path'");
  });
});

describe("selecting stores", () => {
  it("takes the store named dev by default", () => {
    expect(select(TWO).targets).toEqual([
      {
        name: "dev",
        dialect: "duckdb",
        isStore: true,
        tablePrefix: "dev_",
        displayUrl: "duckdb:///dev.db",
        mapDatatype: false,
        mapDatatypeSpan: null,
        dialectOptions: {},
        hasFallbackStores: false,
        prefixSpan: { file: "metaxy.toml", start: TWO.indexOf('"dev_"'), end: TWO.indexOf('"dev_"') + 6 },
      },
    ]);
  });

  it("takes the configured default", () => {
    expect(select(`store = "prod"\n${TWO}`).names).toEqual(["prod"]);
  });

  it("takes the one of --store over the configured default", () => {
    expect(select(`store = "dev"\n${TWO}`, { store: "prod" }).names).toEqual(["prod"]);
  });

  it("takes all with --all-stores, in the order of the file", () => {
    expect(select(TWO, { allStores: true }).names).toEqual(["dev", "prod"]);
  });

  it("takes an in-memory DuckDB named dev where nothing is configured", () => {
    const { config } = load({});
    expect(selectTargets(config, NOTHING)).toMatchObject({
      value: [{ name: "dev", dialect: "duckdb", tablePrefix: "", displayUrl: "duckdb:///:memory:" }],
      diagnostics: [],
    });
  });

  it("reports an unknown --store with those that exist", () => {
    const { report, targets } = select(TWO, { store: "prd" });
    expect(report).toBe("MXC0123 there is no store 'prd'; configured are 'dev', 'prod' |  | did you mean 'prod'?");
    expect(targets).toEqual([]);
  });

  it("reports an unknown default where it is written", () => {
    expect(select(`store = "prd"\n${TWO}`).report).toContain("metaxy.toml:1:9 MXC0123 there is no store 'prd'");
  });

  it.each([{ allStores: false }, { allStores: true }])("reports a file without stores (%j)", (selection) => {
    expect(select("", selection).report).toContain("MXC0123 there is no store 'dev': no stores are configured");
  });

  it.each([
    ["its file is missing", {}, { config: "gone.toml" }],
    ["its file is broken", { "/repo/metaxy.toml": "[stores.dev" }, {}],
    ["its table goes by another name", { "/repo/metaxy.toml": "[store.prod]\ntype = 'x'" }, {}],
    ["there is no table of stores", { "/repo/metaxy.toml": "stores = 'prod'" }, {}],
  ])("says nothing more of a store that was not read because %s", (_, files, surroundings) => {
    const { config, codes } = load(files, surroundings);
    expect(codes).toHaveLength(1);
    expect(selectTargets(config, { ...NOTHING, store: "prod" })).toEqual({ value: [], diagnostics: [] });
  });

  it.each([
    ["has no type", "[stores.prod]\nconfig = { database = 'x' }", "1:9 MXC0114 [stores.prod] has no 'type'"],
    ["has a misspelt type", "[stores.prod]\ntyp = 'x'", "2:1 MXC0110 unknown key 'typ' in [stores.prod]"],
    ["has a key of its own and no type", "[stores.prod]\nfoo = 1", "MXC0110 unknown key 'foo' in [stores.prod]"],
    ["is empty", "[stores.prod]", "1:9 MXC0114 [stores.prod] has no 'type'"],
    ["is no table", "stores.prod = 'x'", "MXC0111 'stores.prod' must be a table, found a string"],
    ["has no database", `[stores.prod]\ntype = "${DUCKDB}"`, "1:9 MXC0114 [stores.prod.config] has no 'database'"],
    [
      "has no class for a type",
      "[stores.prod]\ntype = 'duckdb'",
      "2:8 MXC0120 store 'prod' has the unknown type 'duckdb'",
    ],
  ])("warns of another store that %s, and refuses it once it is selected", (_, prod, problem) => {
    const toml = `${prod}\n[stores.dev]\ntype = "${DUCKDB}"\nconfig = { database = "x" }`;
    const { config, diagnostics } = load(toml);
    expect(diagnostics).toEqual([]);
    const dev = selectTargets(config, NOTHING);
    expect(dev.value.map(({ name }) => name)).toEqual(["dev"]);
    expect(render(config, dev.diagnostics)).toMatch(/MXC01(?:30|35) store 'prod' is left out: [^\n]*$/);
    expect(selectTargets(config, { ...NOTHING, dialect: "sqlite" }).diagnostics).toEqual(dev.diagnostics);
    for (const selection of [{ store: "prod" }, { allStores: true }]) {
      const { diagnostics: refused } = selectTargets(config, { ...NOTHING, ...selection });
      expect(render(config, refused)).toContain(problem);
      expect(hasErrors(refused)).toBe(true);
    }
  });

  it("warns of a store that a variable made", () => {
    const variable = "METAXY_STORES__PROD__CONFIG__CONNECTION_STRING";
    const { report, names } = select(TWO.replace("prod", "live"), {}, { env: { [variable]: "x" } });
    expect(names).toEqual(["dev"]);
    expect(report).toContain(
      `MXC0130 store 'prod' is left out: [stores.prod], set by the environment variable ${variable}, has no 'type'`,
    );
  });

  it("takes no notice of a class of one's own that is not selected", () => {
    expect(select(`${TWO}[stores.own]\ntype = "our.stores.Store"`).codes).toEqual([]);
  });

  it("gives each store the options of its dialect", () => {
    const toml = `${storeToml(CLICKHOUSE, 'connection_string = "clickhouse://h/d"')}[ext.compile.clickhouse]\ncluster = "main"`;
    expect(select(toml).targets[0]?.dialectOptions).toEqual({ cluster: "main" });
  });

  it.each([
    ["delta", "metaxy.ext.polars.handlers.delta.DeltaMetadataStore", 'root_path = "x"'],
    ["iceberg", "metaxy.ext.polars.handlers.iceberg.IcebergMetadataStore", 'warehouse = "x"'],
    ["lancedb", "metaxy.ext.lancedb.LanceDBMetadataStore", 'uri = "x"'],
  ])("refuses a %s store", (kind, type, config) => {
    const { report } = select(storeToml(type, config));
    expect(report).toContain(`2:8 MXC0121 store 'dev' is a ${kind} store, which has no SQL tables`);
  });

  it("leaves file stores out of --all-stores, and says so", () => {
    const { names, codes } = select(
      `${TWO}[stores.lake]\ntype = "metaxy.ext.lancedb.LanceDBMetadataStore"\nconfig = { uri = "x" }`,
      {
        allStores: true,
      },
    );
    expect([names, codes]).toEqual([["dev", "prod"], ["MXC0122"]]);
  });

  it("refuses --all-stores where all are file stores", () => {
    const toml = storeToml("metaxy.ext.lancedb.LanceDBMetadataStore", 'uri = "x"');
    expect(select(toml, { allStores: true }).codes).toEqual(["MXC0121"]);
  });

  it("warns that created tables switch fallback stores off", () => {
    const toml = `${TWO}[stores.x]\ntype = "${DUCKDB}"\nconfig = { database = "x", fallback_stores = ["dev"] }`;
    const { report, targets } = select(toml, { store: "x" });
    expect(report).toContain("MXC0125 store 'x' falls back to 'dev' only for tables that do not exist");
    expect(targets[0]?.hasFallbackStores).toBe(true);
  });

  it("says nothing of fallback stores of a store that is not selected", () => {
    const toml = `${TWO}[stores.x]\ntype = "${DUCKDB}"\nconfig = { database = "x", fallback_stores = ["dev"] }`;
    expect(select(toml).codes).toEqual([]);
  });

  it("reports a fallback store that does not exist", () => {
    const toml = storeToml(DUCKDB, 'database = "x"\nfallback_stores = ["dv"]');
    expect(select(toml).report).toContain(
      "5:19 MXC0124 store 'dev' falls back to 'dv', which is not configured | no such store | did you mean 'dev'?",
    );
  });

  it("warns of a TABLE_PREFIX in the environment, which Metaxy would take", () => {
    const { report, targets } = select(storeToml(DUCKDB, 'database = "x"'), {}, { env: { TABLE_PREFIX: "leak_" } });
    expect(report).toContain(
      "MXC0129 store 'dev' has no table_prefix, so Python Metaxy takes the environment variable TABLE_PREFIX",
    );
    expect(targets[0]?.tablePrefix).toBe("");
  });

  it("does not warn of it where a prefix is configured, be it empty", () => {
    const toml = storeToml(DUCKDB, 'database = "x"\ntable_prefix = ""');
    expect(select(toml, {}, { env: { TABLE_PREFIX: "leak_" } }).codes).toEqual([]);
  });
});

describe("selecting a dialect", () => {
  it.each(["sqlite", "mysql", "mariadb", "postgresql"])("needs no store: %s", (dialect) => {
    expect(select("", { dialect }).targets).toEqual([
      {
        name: dialect,
        dialect,
        isStore: false,
        tablePrefix: "",
        displayUrl: null,
        mapDatatype: false,
        mapDatatypeSpan: null,
        dialectOptions: {},
        hasFallbackStores: false,
        prefixSpan: null,
      },
    ]);
  });

  it("takes the options of the dialect", () => {
    const toml = "[ext.compile.mysql]\nengine = 'x'";
    expect(select(toml, { dialect: "mysql" }).targets[0]?.dialectOptions).toEqual({ engine: "x" });
  });

  it("reports an unknown one with a suggestion", () => {
    expect(select("", { dialect: "postgres" }).report).toBe(
      "MXC0126 unknown dialect 'postgres' |  | did you mean 'postgresql'?",
    );
  });
});

describe("finding one store", () => {
  it("takes file stores too", () => {
    const { config } = load(storeToml("metaxy.ext.lancedb.LanceDBMetadataStore", 'uri = "x"'));
    expect(findStore(config, null).value?.kind).toBe("lancedb");
  });
});
