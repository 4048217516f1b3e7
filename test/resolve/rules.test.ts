// What the pages of grammar/diagnostics do not show: where a rule points, and where it stays silent.

import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { findKeyFault } from "../../src/model/key-fault.ts";
import type { ResolveOptions } from "../../src/resolve/context.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { linkFiles } from "../link/project.ts";
import { key, noHost, resolveOptions } from "./declare.ts";

const path = "src/features.ts";
const header = `import {
  BaseFeature, BaseSQLModelFeature, FeatureDep, FeatureSpec, Field, FieldDep, FieldSpec, FieldsMapping,
  LineageRelationship, SpecialFieldDep
} from "metaxy-compile/dsl";
`;

/** The findings in a source text as `CODE marked text`. */
function check(source: string, options: Partial<ResolveOptions> = {}): string[] {
  const text = header + source;
  const linked = linkFiles({ [path]: text });
  const { diagnostics } = resolve(linked, { ...resolveOptions, ...options }, noHost);
  return [...linked.report.map((line) => line.slice(0, 7)), ...diagnostics.map((found) => show(found, text))];
}

function show({ code, primary }: Diagnostic, text: string): string {
  return primary === null ? code : `${code} ${text.slice(primary.start, primary.end)}`;
}

/** A class without a table. */
function base(name: string, spec: string, columns = "id!: string;"): string {
  return `export class ${name} extends BaseFeature { static readonly spec = new FeatureSpec({ ${spec} }); ${columns} }\n`;
}

/** A class with a table. */
function table(name: string, spec: string, columns = "id!: string;"): string {
  return `export class ${name} extends BaseSQLModelFeature { static readonly table = true; static readonly spec = new FeatureSpec({ ${spec} }); ${columns} }\n`;
}

const up = base("Up", 'key: "up", idColumns: ["id"], fields: ["f", "g"]', "id!: string; path!: string; size!: number;");
const down = (dep: string, rest = "") =>
  base("Down", `key: "down", idColumns: ["id"], deps: [new FeatureDep({ feature: Up, ${dep} })]${rest}`);

describe("a key", () => {
  test.each([
    ["a", null],
    ["_a/0", null],
    ["a-b_c9/-x", "later-part"],
    ["", "empty-part"],
    ["a/", "empty-part"],
    ["/a", "empty-part"],
    ["a//b", "empty-part"],
    ["a__b", "double-underscore"],
    ["0a", "first-part"],
    ["-a", "first-part"],
    ["A", "first-part"],
    ["a.b", "first-part"],
    ["é", "first-part"],
    ["a\n", "first-part"],
    ["a/b\n", "later-part"],
    ["a/B", "later-part"],
    ["a/b c", "later-part"],
  ])("%j has the fault %s", (text, fault) => expect(findKeyFault(key(text))?.kind ?? null).toBe(fault));

  test("has the fault of its first bad part, and a slash comes before two underscores", () => {
    expect(findKeyFault(key(["a__/b", "C"]))?.kind).toBe("slash");
    expect(findKeyFault(key([]))?.kind).toBe("no-parts");
  });

  test("is checked wherever it is written, and its mistake is reported once", () => {
    const fields = 'new FieldSpec({ key: "X", deps: [new FieldDep({ feature: "U p", fields: ["Y"] })] })';
    const mapping = 'fieldsMapping: FieldsMapping.default({ excludeFields: ["Z"] })';
    expect(check(up + down(mapping, `, fields: [${fields}]`))).toEqual([
      "MXC2005 U p",
      "MXC2005 X",
      "MXC2005 Y",
      "MXC2005 Z",
    ]);
  });
});

describe("a dependency", () => {
  test("on a class with mistakes of its own is no second mistake", () => {
    const broken =
      'export class Up extends BaseFeature { static readonly spec = new FeatureSpec({ key: "up", idColumns: [now()] }); }\n';
    expect(check(broken + down(""))).toEqual([expect.stringMatching(/^MXC1/)]);
    expect(check(`${broken}${base("Down", 'key: "down", idColumns: ["id"], deps: ["up"]')}`)).toEqual([
      expect.stringMatching(/^MXC1/),
    ]);
  });

  test("that does not exist silences what follows from it", () => {
    const spec = `key: "down", idColumns: ["id"], deps: [new FeatureDep({ feature: "nope", select: ["x"], filters: ["y = 1"], fieldsMapping: FieldsMapping.none() })], fields: [new FieldSpec({ key: "f", deps: [new FieldDep({ feature: "nope" })] }), "h"]`;
    expect(check(base("Down", spec))).toEqual(['MXC2060 "nope"']);
  });

  test("of a misspelt key suggests the right one", () => {
    const linked = linkFiles({ [path]: header + up + base("Down", 'key: "down", idColumns: ["id"], deps: ["upp"]') });
    const [found] = resolve(linked, resolveOptions, noHost).diagnostics;
    expect(found?.args).toEqual({ key: "upp", suggestion: "did you mean 'up'?" });
  });

  test("may be the feature that a subclass inherits its spec from", () => {
    const sub = "export class Sub extends Up {}\n";
    expect(check(`${up}${sub}${base("Down", 'key: "down", idColumns: ["id"], deps: [Sub]')}`)).toEqual([]);
  });
});

describe("renames and selections", () => {
  test("may swap two columns", () => {
    expect(check(up + down('rename: { path: "size", size: "path" }, select: ["path"]'))).toEqual([]);
  });

  test("may keep the name of an id column that they rename", () => {
    expect(check(up + down('rename: { id: "up_id" }, select: ["up_id"], filters: ["up_id = \'a\'"]'))).toEqual([]);
  });

  test("may select system columns and nothing at all", () => {
    expect(check(up + down('select: ["metaxy_created_at"]'))).toEqual([]);
    expect(check(up + down("select: []"))).toEqual([]);
  });

  test("report an unknown column once, not again under its new name", () => {
    expect(check(up + down('rename: { pth: "p" }, select: ["p"], filters: ["p = \'a\'"]'))).toEqual(["MXC2086 pth"]);
  });

  test("point at the columns of a filter inside its text", () => {
    expect(check(up + down("filters: [\"size > 1 AND pat = 'x' AND pat = 'y'\"]"))).toEqual(["MXC2089 pat"]);
    expect(check(up + down("filters: ['size > 1 AND']"))).toEqual(["MXC2088 '"]);
  });

  test("may repeat id columns in several dependencies, under whatever name", () => {
    const other = base("Other", 'key: "other", idColumns: ["id"]');
    const deps =
      'deps: [new FeatureDep({ feature: Up, select: ["id"] }), new FeatureDep({ feature: Other, select: ["id"] })]';
    expect(check(up + other + base("Down", `key: "down", idColumns: ["id"], ${deps}`))).toEqual([]);
  });

  test("count what a lineage joins on as brought along", () => {
    const other = base("Other", 'key: "other", idColumns: ["oid"]', "oid!: string; path!: string;");
    const deps = `deps: [new FeatureDep({ feature: Up, select: ["path"] }), new FeatureDep({ feature: Other, select: [], lineage: LineageRelationship.expansion({ on: ["path"] }) })]`;
    // `path` identifies the rows of the second, so it may repeat.
    expect(check(up + other + base("Down", `key: "down", idColumns: ["id"], ${deps}`))).toEqual([]);
  });
});

describe("id columns", () => {
  test("may be system columns in no disguise", () => {
    expect(check(table("T", 'key: "t", idColumns: ["id", "metaxy_updated_at", "id"]'))).toEqual([
      'MXC2022 "metaxy_updated_at"',
      'MXC2021 "id"',
    ]);
  });

  test.each([
    ["autoincrement: true", "true"],
    ['defaultSql: "uuid()"', '"uuid()"'],
    ['generatedSql: "1"', '"1"'],
  ])("must not be generated with %s", (option, marked) => {
    expect(check(table("T", 'key: "t", idColumns: ["id"]', `id: number = Field({ ${option} });`))).toEqual([
      `MXC2027 ${marked}`,
    ]);
    expect(check(base("T", 'key: "t", idColumns: ["id"]', `id: number = Field({ ${option} });`))).toEqual([
      `MXC2027 ${marked}`,
    ]);
  });

  test("may have a literal default, and autoincrement switched off", () => {
    expect(check(table("T", 'key: "t", idColumns: ["id"]', "id: number = Field({ autoincrement: false });"))).toEqual(
      [],
    );
    expect(check(table("T", 'key: "t", idColumns: ["id"]', "id: number = 1;"))).toEqual([]);
  });

  test("may be nullable in TypeScript if the column is not", () => {
    const columns = "id: string | null = Field({ nullable: false });";
    expect(check(table("T", 'key: "t", idColumns: ["id"]', columns))).toEqual([]);
    expect(check(table("T", 'key: "t", idColumns: ["id"]', "id: string = Field({ nullable: true });"))).toEqual([
      "MXC2025 true",
    ]);
  });

  test("follow the naming of columns", () => {
    const source = table("T", 'key: "t", idColumns: ["video_id"]', "videoId!: string;");
    expect(check(source, { columnNaming: "snake_case" })).toEqual([]);
    expect(check(source)).toEqual(['MXC2023 "video_id"']);
    const byProperty = table("T", 'key: "t", idColumns: ["videoId"]', "videoId!: string;");
    expect(check(byProperty, { columnNaming: "snake_case" })).toEqual(['MXC2028 "videoId"']);
  });
});

describe("names of tables", () => {
  test("clash across projects, with custom names, but not across schemas", () => {
    const one = table("One", 'key: "one", idColumns: ["id"]', 'static readonly project = "p"; id!: string;');
    const named = (statics: string) =>
      table(
        "Two",
        'key: "two", idColumns: ["id"]',
        `static readonly project = "q"; static readonly tableName = "one"; ${statics} id!: string;`,
      );
    expect(check(one + named(""), { allProjects: true })).toEqual(['MXC2010 "one"']);
    expect(check(one + named('static readonly tableArgs = [{ schema: "s" }];'), { allProjects: true })).toEqual([]);
  });

  test("need not be inferred where they are given", () => {
    const given = table("T", 'key: "t", idColumns: ["id"]', 'static readonly tableName = "t"; id!: string;');
    expect(check(given, { inferTableNames: false })).toEqual([]);
  });
});

describe("the integration", () => {
  const one = table("One", 'key: "one", idColumns: ["id"]');
  const two = table("Two", 'key: "two", idColumns: ["id"]');
  const options = { sqlmodelEnabled: false, configFile: "pyproject.toml" };

  test("is asked for once for all tables", () => expect(check(one + two, options)).toEqual(["MXC2040 One"]));

  test("is not asked for without tables", () => expect(check(up, options)).toEqual([]));

  test("is explained in the words of the configuration file at hand", () => {
    const help = (configFile: string) => catalogue.MXC2040.help?.({ className: "One", others: 1, configFile });
    expect(help("metaxy.toml")).toContain("[ext.sqlmodel]\nenable = true");
    expect(help("conf/pyproject.toml")).toContain("[tool.metaxy.ext.sqlmodel]\nenable = true");
  });
});

describe("fields", () => {
  test("of a feature without dependencies may depend on all of nothing", () => {
    const fields = 'fields: [new FieldSpec({ key: "f", deps: SpecialFieldDep.ALL })]';
    expect(check(base("T", `key: "t", idColumns: ["id"], ${fields}`))).toEqual([]);
  });

  test("that name their parents need none from a mapping", () => {
    const mapping = "fieldsMapping: FieldsMapping.none()";
    const fields = ', fields: [new FieldSpec({ key: "h", deps: [new FieldDep({ feature: Up, fields: [] })] }), "i"]';
    expect(check(up + down(mapping, fields))).toEqual(['MXC2069 "i"']);
  });

  test("that nobody listed are missed where nothing maps to them", () => {
    expect(check(up + down("fieldsMapping: FieldsMapping.none()", ""))).toEqual(["MXC2069 FieldsMapping.none()"]);
  });

  test("name each parent feature once, by whatever name", () => {
    const fields = (deps: string) => `, fields: [new FieldSpec({ key: "h", deps: [${deps}] })]`;
    const both = fields('new FieldDep({ feature: Up }), new FieldDep({ feature: "up" })');
    expect(check(up + down("", both))).toEqual(['MXC2064 "up"']);
    expect(check(up + down("", fields("new FieldDep({ feature: Up })")))).toEqual([]);
  });
});

test("a column is renamed to some name", () => {
  expect(check(up + down('rename: { path: "" }'))).toEqual(['MXC2601 ""']);
});

describe("texts that are not UTF-8", () => {
  const half = String.raw`"\ud83c"`;

  test.each([
    ["a code version", `fields: [new FieldSpec({ key: "f", codeVersion: ${half} })]`],
    ["a text in metadata", `metadata: { a: [${half}] }`],
    ["a key in metadata", `metadata: { a: { [${half}]: 1 } }`],
    ["a description", `description: ${half}`],
  ])("cannot be %s", (_, option) => {
    const found = check(base("T", `key: "t", idColumns: ["id"], ${option}`));
    expect(found).toEqual([expect.stringContaining(`MXC2602 `)]);
    expect(found[0]).toContain(half);
  });

  test("are reported once where they are the comment of a table", () => {
    const both = table("T", `key: "t", idColumns: ["id"], description: ${half}`);
    expect(check(both)).toEqual([]);
  });

  test("are fine as whole characters", () => {
    expect(check(base("T", String.raw`key: "t", idColumns: ["id"], metadata: { a: "\ud83c\udfac" }`))).toEqual([]);
  });
});

describe("metadata", () => {
  test("is JSON all the way down", () => {
    const metadata = "metadata: { a: [1, { b: Up }], c: [FieldsMapping.all()], d: undefined, e: SpecialFieldDep.ALL }";
    expect(check(`${up}${base("T", `key: "t", idColumns: ["id"], ${metadata}`)}`)).toEqual([
      "MXC2012 Up",
      "MXC2012 FieldsMapping.all()",
    ]);
  });
});
