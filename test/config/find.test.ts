// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to the environment are the subject
import { win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "./load.ts";

describe("finding the configuration", () => {
  it("takes the nearest metaxy.toml upwards", () => {
    const { config } = load(
      { "/metaxy.toml": 'project = "far"', "/a/metaxy.toml": 'project = "near"' },
      { cwd: "/a/b/c" },
    );
    expect([config.project, config.configFile, config.root, config.file]).toEqual([
      "near",
      "/a/metaxy.toml",
      "/a",
      "metaxy.toml",
    ]);
  });

  it("takes a pyproject.toml with a [tool.metaxy] table", () => {
    expect(load({ "/repo/pyproject.toml": '[tool.metaxy]\nproject = "p"' }).config.project).toBe("p");
  });

  it("reads nothing of a pyproject.toml but [tool.metaxy]", () => {
    const { codes } = load({
      "/repo/pyproject.toml": '[project]\nname = "x"\n[tool.metaxy.ext.sqlmodel]\nenable = true',
    });
    expect(codes).toEqual([]);
  });

  it("prefers metaxy.toml to a pyproject.toml beside it", () => {
    const files = {
      "/repo/metaxy.toml": 'project = "own"',
      "/repo/pyproject.toml": '[tool.metaxy]\nproject = "shared"',
    };
    expect(load(files).config.project).toBe("own");
  });

  it.each([
    ["without the table", '[project]\nname = "x"'],
    ["with an empty table", "[tool.metaxy]"],
    ["that only mentions metaxy", '[project]\ndependencies = ["metaxy"]'],
    ["that is broken and not about Metaxy", '[project]\nname = "metaxy'],
  ])("walks past a pyproject.toml %s", (_, text) => {
    const files = { "/a/b/pyproject.toml": text, "/a/metaxy.toml": 'project = "parent"' };
    expect(load(files, { cwd: "/a/b" }).config.project).toBe("parent");
  });

  it("reports a broken pyproject.toml that has Metaxy's table", () => {
    expect(load({ "/repo/pyproject.toml": '[tool.metaxy]\nproject = "x' }).codes).toEqual(["MXC0101"]);
  });

  it("takes the file named by --config, relative to the working directory", () => {
    const files = { "/repo/metaxy.toml": 'project = "found"', "/repo/etc/other.toml": 'project = "named"' };
    const { config } = load(files, { config: "etc/other.toml" });
    expect([config.project, config.root, config.file]).toEqual(["named", "/repo/etc", "other.toml"]);
  });

  it("lets METAXY_CONFIG win over --config", () => {
    const files = { "/a.toml": 'project = "a"', "/b.toml": 'project = "b"' };
    const { config } = load(files, { config: "/b.toml", env: { METAXY_CONFIG: "/a.toml" } });
    expect(config.project).toBe("a");
    expect(config.environment).toEqual(["METAXY_CONFIG"]);
  });

  it("ignores an empty METAXY_CONFIG", () => {
    const { config } = load({ "/b.toml": 'project = "b"' }, { config: "/b.toml", env: { METAXY_CONFIG: "" } });
    expect(config.project).toBe("b");
  });

  it("reports a missing file named by --config", () => {
    expect(load({}, { config: "etc/x.toml" }).report).toContain(
      "MXC0100 there is no file 'etc/x.toml', which --config names as the configuration",
    );
  });

  it("reports a missing file named by METAXY_CONFIG, whatever --config says", () => {
    const { report } = load({ "/b.toml": "" }, { config: "/b.toml", env: { METAXY_CONFIG: "gone.toml" } });
    expect(report).toContain("MXC0100 there is no file 'gone.toml', which METAXY_CONFIG names as the configuration");
  });

  it("reports a pyproject.toml named by --config that has no [tool.metaxy]", () => {
    expect(load({ "/repo/pyproject.toml": "" }, { config: "pyproject.toml" }).codes).toEqual(["MXC0104"]);
  });

  it("goes without any file", () => {
    const { config, codes } = load({});
    expect([codes, config.configFile, config.file, config.root]).toEqual([[], null, null, "/repo"]);
  });

  it("reads a file that begins with a byte order mark", () => {
    expect(load('\uFEFFproject = "p"').config.project).toBe("p");
  });

  it("finds files on Windows drives", () => {
    const { config } = load({ "C:\\a\\metaxy.toml": 'project = "p"' }, { cwd: "C:\\a\\b", paths: win32 });
    expect([config.project, config.root, config.file]).toEqual(["p", "C:\\a", "metaxy.toml"]);
  });
});

describe("extend", () => {
  const parent = '[stores.dev]\ntype = "a"\n[stores.base]\ntype = "b"\n';

  it("lets the child's values win over the parent's", () => {
    const files = {
      "/repo/metaxy.toml": 'extend = "base.toml"\nproject = "child"',
      "/repo/base.toml": 'project = "base"\nstore = "s"',
    };
    const { config, codes } = load(files);
    expect([codes, config.project, config.store]).toEqual([[], "child", "s"]);
  });

  it("is relative to the file that says so", () => {
    const files = {
      "/repo/metaxy.toml": 'extend = "conf/a.toml"',
      "/repo/conf/a.toml": 'extend = "b.toml"',
      "/repo/conf/b.toml": 'project = "grandparent"',
    };
    expect(load(files).config.project).toBe("grandparent");
  });

  it("takes an absolute path", () => {
    expect(load({ "/repo/metaxy.toml": 'extend = "/etc/m.toml"', "/etc/m.toml": 'project = "p"' }).config.project).toBe(
      "p",
    );
  });

  it("reads [tool.metaxy] of a pyproject.toml", () => {
    const files = {
      "/repo/metaxy.toml": 'extend = "pyproject.toml"',
      "/repo/pyproject.toml": '[tool.metaxy]\nproject = "p"',
    };
    expect(load(files).config.project).toBe("p");
  });

  it("merges tables one level deep: a store in both files is the child's alone", () => {
    const child = 'extend = "base.toml"\n[stores.dev]\ntype = "c"';
    const { config } = load({ "/repo/metaxy.toml": child, "/repo/base.toml": parent });
    expect(config.stores.map(({ name, type }) => [name, type])).toEqual([
      ["dev", "c"],
      ["base", "b"],
    ]);
  });

  it("replaces an extension's table as a whole", () => {
    const files = {
      "/repo/metaxy.toml": 'extend = "base.toml"\n[ext.compile]\ncompat = "sqlmodel"',
      "/repo/base.toml": '[ext.compile]\nout_dir = "elsewhere"\n[ext.sqlmodel]\nenable = true',
    };
    const { config } = load(files);
    expect([config.compile.compat, config.compile.outDir, config.sqlmodel.enable]).toEqual(["sqlmodel", "out", true]);
  });

  it("appends lists to the parent's, and still points at the right element", () => {
    const files = {
      "/repo/metaxy.toml": 'extend = "base.toml"\nentrypoints = [1]',
      "/repo/base.toml": 'entrypoints = ["a"]',
    };
    const { report } = load(files);
    expect(report).toContain("metaxy.toml:2:16 MXC0111 'entrypoints[1]' must be a string, found the number 1");
  });

  it("keeps the child as the configuration file", () => {
    const files = { "/repo/metaxy.toml": 'extend = "../base.toml"', "/base.toml": "" };
    expect(load(files).config.configFile).toBe("/repo/metaxy.toml");
  });

  it("places mistakes in the parent's own file", () => {
    const files = { "/repo/metaxy.toml": 'extend = "../base.toml"', "/base.toml": "stor = 1" };
    expect(load(files).report).toContain("../base.toml:1:1 MXC0110 unknown key 'stor'");
  });

  it("is not interpolated", () => {
    const files = { "/repo/metaxy.toml": 'extend = "${BASE}.toml"', "/repo/x.toml": "" };
    expect(load(files, { env: { BASE: "x" } }).codes).toEqual(["MXC0102"]);
  });

  it("reports a file that does not exist where it is named", () => {
    expect(load('\nextend = "gone.toml"').report).toContain(
      "metaxy.toml:2:10 MXC0102 the file 'gone.toml' named by `extend` does not exist",
    );
  });

  it("reports a circle with its files", () => {
    const files = { "/repo/metaxy.toml": 'extend = "b.toml"\nproject = "p"', "/repo/b.toml": 'extend = "metaxy.toml"' };
    const { report, config } = load(files);
    expect(report).toContain(
      "b.toml:1:10 MXC0103 configuration files extend each other in a circle: metaxy.toml → b.toml → metaxy.toml",
    );
    expect(config.project).toBe("p");
  });

  it("reports a file that extends itself", () => {
    expect(load('extend = "./metaxy.toml"').codes).toEqual(["MXC0103"]);
  });
});
