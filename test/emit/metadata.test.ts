import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type MetadataInput, printMetadata } from "../../src/emit/metadata.ts";
import type { MetadataColumns, MetadataTable } from "../../src/emit/metadata-tables.ts";
import { sharedSystemColumns } from "../../src/lower/system-columns.ts";
import { lowerSystemTables } from "../../src/lower/system-tables.ts";
import { readDocument } from "../../src/metadata/read.ts";
import { metadataSchema } from "../../src/metadata/schema.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { Feature } from "../../src/model/feature.ts";
import { PythonFloat } from "../../src/model/json.ts";
import { textOfChunk } from "../../src/model/output.ts";
import type { Table, TableColumn } from "../../src/model/table.ts";
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

/** Versions that are not true but look it. */
function versionsOf(): FeatureVersions {
  return {
    featureVersion: "0a1b2c3d",
    fieldVersions: new Map([
      ["b", "11111111"],
      ["a", "22222222"],
    ]),
    codeVersion: "33333333",
    featureSpecVersion: "44444444",
    definitionVersion: "55555555",
  };
}

function asColumns(columns: readonly TableColumn[]): MetadataColumns {
  return {
    columns,
    columnTypes: columns.map(({ type }) => type.kind.toUpperCase()),
    columnDefaults: columns.map((each) => (each.default === null ? null : "'x'")),
  };
}

function asPrinted(table: Table): MetadataTable {
  return {
    table,
    ...asColumns(table.columns),
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
    versions: { features: new Map(features.map((each) => [each.key, versionsOf()])), projectVersion: "66666666" },
    store: { name: store.name, dialect: store.dialect, tablePrefix: store.tablePrefix, displayUrl: store.displayUrl },
    tables: tables.map(asPrinted),
    files: ["features.sql", "system.sql"],
    systemColumns: asColumns(sharedSystemColumns("struct", "native")),
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
    foreignKey(["id"], [toClass("Owner", "id")], { name: at("fk"), onDelete: "CASCADE" }),
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
function reference({ graph, versions, store: to, tables, files, systemColumns }: MetadataInput): unknown {
  const sorted = [...graph.features].sort((a, b) => (a.key < b.key ? -1 : 1));
  const columnsOf = ({ columns, columnTypes, columnDefaults }: MetadataColumns) =>
    columns.map((each, at) => ({
      name: each.name,
      type: withoutDefaults(typeOf(each.type)),
      sql_type: columnTypes[at],
      nullable: each.nullable,
      default: columnDefaults[at],
      comment: each.comment,
      id: each.id,
      generated: each.generated?.value ?? null,
      autoincrement: each.autoincrement,
    }));
  return {
    schema_version: 2,
    generator: "metaxy-compile",
    project: graph.project,
    project_version: versions.projectVersion,
    store: { name: to.name, dialect: to.dialect, table_prefix: to.tablePrefix, sqlalchemy_url: to.displayUrl },
    files,
    features: Object.fromEntries(
      sorted.map((each) => {
        const its = versionsOf();
        return [
          each.key,
          {
            project: each.project,
            class_name: each.decl?.className,
            module: each.decl?.id.module,
            table: tables.find(({ table }) => table.feature === each.key)?.table.name ?? null,
            spec: JSON.parse(JSON.stringify(each.spec), (_, value) => (value?.value === 1 ? 1 : value)),
            feature_version: its.featureVersion,
            feature_version_by_field: Object.fromEntries(its.fieldVersions),
            code_version: its.codeVersion,
            feature_spec_version: its.featureSpecVersion,
            definition_version: its.definitionVersion,
            upstream: each.upstream,
          },
        ];
      }),
    ),
    system_columns: columnsOf(systemColumns).map(withoutDefaults),
    tables: tables.map((printed) => {
      const { table, omitted } = printed;
      const columns = columnsOf({ ...printed, columns: table.columns });
      return withoutDefaults({
        name: table.name,
        schema: table.schema,
        feature: table.feature,
        kind: table.kind === "feature" ? null : table.kind,
        comment: table.comment,
        columns: columns
          .map((each, at) => ({ ...each, system: table.kind === "feature" && table.columns[at]?.system }))
          .filter(({ name, system }) => !system || name.endsWith("_by_field"))
          .map(({ name, type, sql_type, nullable, default: value, comment, system, ...rest }) =>
            withoutDefaults({ name, type, sql_type, nullable, default: value, comment, system, ...rest }),
          ),
        primary_key:
          table.primaryKey && withoutDefaults({ name: table.primaryKey.name, columns: table.primaryKey.columns }),
        indexes: table.indexes.map((each) =>
          withoutDefaults({
            name: each.name,
            columns: each.parts.map((part) => part.column).filter((name) => name !== null),
            unique: each.unique,
            where: each.where?.value ?? null,
            parts: each.parts.some((part) => part.column === null || part.descending)
              ? each.parts.map((part) => withoutDefaults({ ...part, expression: part.expression?.value ?? null }))
              : [],
            using: each.using,
            include: each.include,
          }),
        ),
        unique_constraints: table.uniqueConstraints.map(({ name, columns }) => withoutDefaults({ name, columns })),
        check_constraints: table.checkConstraints.map(({ name, expression }) =>
          withoutDefaults({ name, expression: expression.value }),
        ),
        foreign_keys: table.foreignKeys.map((each) =>
          withoutDefaults({
            name: each.name,
            columns: each.columns,
            referred_schema: each.referredSchema,
            referred_table: each.referredTable,
            referred_columns: each.referredColumns,
            on_delete: each.onDelete,
            on_update: each.onUpdate,
          }),
        ),
        omitted,
      });
    }),
  };
}

/** What says something. */
function withoutDefaults(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const says = (item: unknown) => item !== null && item !== false && !(Array.isArray(item) && item.length === 0);
  return Object.fromEntries(Object.entries(value).filter(([, item]) => says(item)));
}

function typeOf(type: ColumnType): unknown {
  switch (type.kind) {
    case "list":
      return { ...type, element: typeOf(type.element) };
    case "map":
      return { ...type, key: typeOf(type.key), value: typeOf(type.value) };
    case "struct":
      return { ...type, fields: type.fields.map((each) => withoutDefaults({ ...each, type: typeOf(each.type) })) };
    default:
      return Object.keys(type).length === 1 ? type.kind : type;
  }
}

describe("metadata.json", () => {
  it("is JSON with the documented keys in the documented order", () => {
    // Compared as text, since equality of objects does not see the order of keys.
    expect(JSON.stringify(JSON.parse(text), null, 1)).toBe(JSON.stringify(reference(input), null, 1));
  });

  it("has the shape its schema states", () => {
    expect(metadataSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  it("is read back with the system columns in every feature table", () => {
    const read = readDocument(text);
    const columns =
      "document" in read ? read.document.tables.map((table) => table.columns.map(({ name }) => name)) : [];
    expect(columns).toEqual(input.tables.map(({ table }) => table.columns.map(({ name }) => name)));
  });

  it("has a schema under grammar/ that follows from the code", () => {
    const committed = readFileSync(new URL("../../grammar/metadata.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(committed)).toEqual(z.toJSONSchema(metadataSchema, { io: "input" }));
  });

  it("gives every column a line of its own", () => {
    const lines = text.split("\n").map((line) => line.trim());
    const written = input.tables.flatMap(({ table: { kind, columns } }) =>
      columns.filter(({ name, system }) => kind === "system" || !system || name.endsWith("_by_field")),
    );
    const columns = [...input.systemColumns.columns, ...written];
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
