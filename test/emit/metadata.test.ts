import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type MetadataInput, printMetadata } from "../../src/emit/metadata.ts";
import { metadataSchema } from "../../src/emit/metadata-schema.ts";
import type { MetadataTable } from "../../src/emit/metadata-tables.ts";
import { lowerSystemTables } from "../../src/lower/system-tables.ts";
import type { Feature } from "../../src/model/feature.ts";
import { PythonFloat } from "../../src/model/json.ts";
import { textOfChunk } from "../../src/model/output.ts";
import type { Table } from "../../src/model/table.ts";
import type { FeatureVersions } from "../../src/model/versions.ts";
import {
  at,
  check,
  column,
  feature,
  foreignKey,
  graphOf,
  index,
  key,
  literal,
  lowerCleanly,
  ON,
  options,
  target,
  toClass,
} from "../lower/builders.ts";

const store = target({ tablePrefix: "dev_", displayUrl: "duckdb:///dev.duckdb" });

const shared = { anyOf: [{ type: "string" }, { type: "null" }], default: null, title: "Metaxy Provenance" };

/** Versions that are not true but look it. */
function versionsOf({ key: name }: Feature): FeatureVersions {
  return {
    featureVersion: "0a1b2c3d",
    fieldVersions: new Map([
      ["b", "11111111"],
      ["a", "22222222"],
    ]),
    codeVersion: "33333333",
    featureSpecVersion: "44444444",
    definitionVersion: "55555555",
    featureSchema: {
      additionalProperties: false,
      properties: { metaxy_provenance: shared, id: { title: "Id", type: "string" } },
      required: ["id"],
      title: name,
      type: "object",
    },
  };
}

function asPrinted(table: Table): MetadataTable {
  return {
    table,
    columnTypes: table.columns.map(({ type }) => type.kind.toUpperCase()),
    columnDefaults: table.columns.map((each) => (each.default === null ? null : "'x'")),
    omitted: table.name === "dev_clip" ? ["index 'i'"] : [],
  };
}

function inputOf(...features: readonly Feature[]): MetadataInput {
  const graph = graphOf(...features);
  const tables = [
    ...lowerCleanly(features, options({ injectPrimaryKey: ON }), store),
    ...lowerSystemTables(store, options(), { identifierLimit: null, limitUnit: "characters" }),
  ];
  return {
    graph,
    versions: { features: new Map(features.map((each) => [each.key, versionsOf(each)])), projectVersion: "66666666" },
    target: store,
    tables: tables.map(asPrinted),
    files: ["features.sql", "system.sql"],
    position: ({ file, start }) => ({ path: file, line: start, column: 1 }),
  };
}

const id = column("id", "string", { unique: at(true) });
const everything = feature("clip", {
  description: 'Says "hello".\nTwice, in Ünïcode 😀.',
  columns: [
    id,
    column("status", { kind: "enum", labels: ["new", "old"] }, { default: literal("x") }, { doc: "How it stands." }),
    column("size", { kind: "decimal", precision: 10, scale: 2 }, {}, { nullable: true }),
    column("tags", { kind: "list", element: { kind: "varchar", length: 8 }, nullable: true }),
    column("meta", {
      kind: "struct",
      fields: [{ name: "a", type: { kind: "vector", dimensions: 3 }, nullable: false }],
    }),
    column("upper", "string", { generatedSql: at("upper(id)") }),
    column("n", "int64", { autoincrement: at(true) }),
    column("ref", "string", { foreignKey: toClass("Owner", "id") }),
  ],
  tableArgs: [
    index(["status"], { name: at("plain") }),
    index([], {
      name: at("odd"),
      columns: [
        { column: at("id"), expression: null, descending: true },
        { column: null, expression: at("lower(status)"), descending: false },
      ],
      unique: true,
      where: at("size > 0"),
      using: at("btree"),
      include: [at("size")],
    }),
    key("unique", ["id", "status"], "together"),
    check("size > 0", "positive"),
    foreignKey(["ref"], [toClass("Owner", "id")], { name: at("fk"), onDelete: "CASCADE" }),
  ],
});
const owner = feature("owner", { columns: [id], tableOptions: { schema: at("media"), dialects: {} } });
const bare = { ...feature("bare", { table: false }), upstream: ["clip"], spec: { key: "bare", x: new PythonFloat(1) } };

const input = inputOf(everything, owner, bare);
const text = print(input);

function print(of: MetadataInput): string {
  return Array.from(printMetadata(of), textOfChunk).join("");
}

/** The document put together as data, by what its contract says. */
function reference({ graph, versions, target: to, tables, files, position }: MetadataInput): unknown {
  const place = (span: Parameters<typeof position>[0] | null) => (span === null ? null : position(span));
  const sorted = [...graph.features].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    schema_version: 1,
    generator: "metaxy-compile",
    project: graph.project,
    project_version: versions.projectVersion,
    store: { name: to.name, dialect: to.dialect, table_prefix: to.tablePrefix, sqlalchemy_url: to.displayUrl },
    files,
    features: Object.fromEntries(
      sorted.map((each) => {
        const its = versionsOf(each);
        return [
          each.key,
          {
            project: each.project,
            class_name: each.decl?.className,
            table: tables.find(({ table }) => table.feature === each.key)?.table.name ?? null,
            source: place(each.decl?.span ?? null),
            spec: JSON.parse(JSON.stringify(each.spec), (_, value) => (value?.value === 1 ? 1 : value)),
            feature_version: its.featureVersion,
            feature_version_by_field: Object.fromEntries(its.fieldVersions),
            code_version: its.codeVersion,
            feature_spec_version: its.featureSpecVersion,
            definition_version: its.definitionVersion,
            feature_schema: its.featureSchema,
            upstream: each.upstream,
            downstream: each.downstream,
          },
        ];
      }),
    ),
    tables: tables.map(({ table, columnTypes, columnDefaults, omitted }) => ({
      name: table.name,
      schema: table.schema,
      feature: table.feature,
      kind: table.kind,
      comment: table.comment,
      columns: table.columns.map((each, at) => ({
        name: each.name,
        type: each.type,
        sql_type: columnTypes[at],
        nullable: each.nullable,
        default: columnDefaults[at],
        comment: each.comment,
        system: each.system,
        id: each.id,
        source: place(each.source),
        ...(each.generated === null ? {} : { generated: each.generated.value }),
        ...(each.autoincrement ? { autoincrement: true } : {}),
      })),
      primary_key: table.primaryKey && { name: table.primaryKey.name, columns: table.primaryKey.columns },
      indexes: table.indexes.map((each) => ({
        name: each.name,
        columns: each.parts.map((part) => part.column).filter((name) => name !== null),
        unique: each.unique,
        where: each.where?.value ?? null,
        ...(each.parts.some((part) => part.column === null || part.descending)
          ? { parts: each.parts.map((part) => ({ ...part, expression: part.expression?.value ?? null })) }
          : {}),
        ...(each.using === null ? {} : { using: each.using }),
        ...(each.include.length > 0 ? { include: each.include } : {}),
      })),
      unique_constraints: table.uniqueConstraints.map(({ name, columns }) => ({ name, columns })),
      check_constraints: table.checkConstraints.map(({ name, expression }) => ({ name, expression: expression.value })),
      foreign_keys: table.foreignKeys.map((each) => ({
        name: each.name,
        columns: each.columns,
        referred_schema: each.referredSchema,
        referred_table: each.referredTable,
        referred_columns: each.referredColumns,
        on_delete: each.onDelete,
        on_update: each.onUpdate,
      })),
      ...(omitted.length > 0 ? { omitted } : {}),
    })),
  };
}

describe("metadata.json", () => {
  it("is JSON with the documented keys in the documented order", () => {
    // Compared as text, since equality of objects does not see the order of keys.
    expect(JSON.stringify(JSON.parse(text), null, 1)).toBe(JSON.stringify(reference(input), null, 1));
  });

  it("has the shape its schema states", () => {
    expect(metadataSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  it("has a schema under grammar/ that follows from the code", () => {
    const committed = readFileSync(new URL("../../grammar/metadata.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(committed)).toEqual(z.toJSONSchema(metadataSchema));
  });

  it("gives every column a line of its own", () => {
    const lines = text.split("\n").map((line) => line.trim());
    const columns = input.tables.flatMap(({ table }) => table.columns);
    expect(lines.filter((line) => line.startsWith('{ "name": ') && line.includes('"sql_type": '))).toHaveLength(
      columns.length,
    );
  });

  it("ends with one line feed and has no other line ends than those", () => {
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toContain("\r");
  });

  it("keeps text beyond ASCII and a float's point", () => {
    expect(text).toContain("in Ünïcode 😀.");
    expect(text).toContain('"x": 1.0');
  });

  it("does not depend on the order of the features", () => {
    const turned = { ...input, graph: graphOf(bare, owner, everything) };
    expect(print(turned)).toBe(text);
  });

  it("sorts features by code point", () => {
    const keys = Object.keys(JSON.parse(print(inputOf(feature("b/a"), feature("b-a"), feature("a")))).features);
    expect(keys).toEqual(["a", "b-a", "b/a"]);
  });

  it("leaves out features of other projects", () => {
    const theirs = feature("theirs", { selected: false });
    expect(Object.keys(JSON.parse(print(inputOf(feature("ours"), theirs))).features)).toEqual(["ours"]);
  });

  it("has no name for the project when all are compiled", () => {
    const all = {
      ...input,
      graph: { ...input.graph, project: null },
      versions: { ...input.versions, projectVersion: null },
    };
    expect(JSON.parse(print(all))).toMatchObject({ project: null, project_version: null });
  });
});
