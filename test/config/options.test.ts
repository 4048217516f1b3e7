import { describe, expect, it } from "vitest";
import { type CompileFlags, compileOptions } from "../../src/config/options.ts";
import { load, type Surroundings } from "./load.ts";

const SILENT: CompileFlags = {
  project: null,
  allProjects: false,
  injectPrimaryKey: null,
  injectIndex: null,
  emit: null,
};

function options(toml: string, flags: Partial<CompileFlags> = {}, surroundings: Surroundings = {}) {
  return compileOptions(load(toml, surroundings).config, { ...SILENT, ...flags }, []);
}

describe("compile options", () => {
  it("carry the configuration over", () => {
    const toml = `
      project = "p"
      hash_truncation_length = 12
      [ext.sqlmodel]
      enable = true
      infer_db_table_names = false
      [ext.compile]
      compat = "sqlmodel"
      key_layout = "feature_version"
      column_naming = "snake_case"
      if_not_exists = true
      emit = ["json"]
      naming_convention = { pk = "x" }
      style = { keyword_case = "lower", indent = 4 }
    `;
    expect(options(toml)).toEqual({
      project: "p",
      defaultProject: "p",
      allProjects: false,
      sqlmodelEnabled: true,
      configFile: "metaxy.toml",
      inferTableNames: false,
      injectPrimaryKey: { forced: null, configured: false },
      injectPrimaryKeySpan: null,
      injectIndex: { forced: null, configured: false },
      compat: "sqlmodel",
      keyLayout: "feature_version",
      columnNaming: "snake_case",
      ifNotExists: true,
      namingConvention: { pk: "x" },
      hashTruncationLength: 12,
      style: { keywordCase: "lower", indentWidth: 4 },
      emit: ["json"],
      targets: [],
      fileStores: [],
      lockFile: null,
      lockPath: "metaxy.lock",
      extraFeatures: { all: false, projects: [], keys: [] },
    });
  });

  it("let the command line win over environment and file", () => {
    const { project, defaultProject } = options(
      'project = "file"',
      { project: "flag" },
      { env: { METAXY_PROJECT: "env" } },
    );
    expect(project).toBe("flag");
    // What is filtered for owns nothing.
    expect(defaultProject).toBe("env");
  });

  it("let the environment win over the file", () => {
    expect(options('project = "file"', {}, { env: { METAXY_PROJECT: "env" } }).project).toBe("env");
  });

  it("keep what the command line forces apart from what is configured", () => {
    const { injectPrimaryKey } = options("[ext.sqlmodel]\ninject_primary_key = true", { injectPrimaryKey: false });
    expect(injectPrimaryKey).toEqual({ forced: false, configured: true });
  });

  it.each([
    ["nothing", "", false],
    ["ext.sqlalchemy alone", "[ext.sqlalchemy]\ninject_index = true", true],
    [
      "ext.sqlmodel over ext.sqlalchemy",
      "[ext.sqlalchemy]\ninject_index = true\n[ext.sqlmodel]\ninject_index = false",
      false,
    ],
    ["ext.sqlmodel alone", "[ext.sqlmodel]\ninject_index = true", true],
  ])("take injection from %s", (_, toml, configured) => {
    expect(options(toml).injectIndex).toEqual({ forced: null, configured });
  });

  it("let --emit win", () => {
    expect(options('[ext.compile]\nemit = ["json"]', { emit: ["sql"] }).emit).toEqual(["sql"]);
  });

  it("emit each kind once", () => {
    expect(options('[ext.compile]\nemit = ["json", "json"]').emit).toEqual(["json"]);
  });

  it("name no configuration file where there is none", () => {
    const { config } = load({});
    expect(compileOptions(config, SILENT, [])).toMatchObject({ configFile: null, sqlmodelEnabled: true });
  });
});
