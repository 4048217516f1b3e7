import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerSystemTables } from "../../src/lower/system-tables.ts";
import { options, pythonOptions, target } from "./builders.ts";

const unlimited = { identifierLimit: null, limitUnit: "characters" } as const;
const postgresql = { identifierLimit: 63, limitUnit: "bytes" } as const;

const [events, versions] = lowerSystemTables(target({ tablePrefix: "dev_" }), options(), unlimited);
const python = lowerSystemTables(target(), pythonOptions(), unlimited);

describe("system tables", () => {
  it("are named as Python names them, with the prefix", () => {
    expect([events?.name, versions?.name]).toEqual([
      "dev_metaxy_system__events",
      "dev_metaxy_system__feature_versions",
    ]);
  });

  it("hold what a push writes", () => {
    expect(
      versions?.columns.map(({ name, type, nullable }) => `${name} ${type.kind}${nullable ? "" : " NOT NULL"}`),
    ).toEqual([
      "project string NOT NULL",
      "feature_key string NOT NULL",
      "metaxy_definition_version string NOT NULL",
      "metaxy_feature_version string",
      "metaxy_project_version string",
      "recorded_at timestamp NOT NULL",
      "feature_spec string",
      "feature_schema string",
      "feature_class_path string",
      "tags string",
      "deleted_at timestamp",
    ]);
  });

  it("hold what a materialisation writes", () => {
    expect(
      events?.columns.map(({ name, type, nullable }) => `${name} ${type.kind}${nullable ? "" : " NOT NULL"}`),
    ).toEqual([
      "project string NOT NULL",
      "execution_id string NOT NULL",
      "timestamp timestamp NOT NULL",
      "event_type string",
      "feature_key string",
      "payload string",
    ]);
  });

  it("take repeated pushes, because the time of a push is part of the key", () => {
    expect(versions?.primaryKey).toEqual({
      name: "pk_dev_metaxy_system__feature_versions",
      columns: ["project", "feature_key", "metaxy_definition_version", "recorded_at"],
      source: null,
    });
  });

  it("have Python's indexes, sorted by name", () => {
    expect(versions?.indexes.map(({ name }) => name)).toEqual([
      "idx_dev_metaxy_system__feature_versions_lookup",
      "ix_dev_metaxy_system__feature_versions_feature_key",
      "ix_dev_metaxy_system__feature_versions_metaxy_feature_version",
      "ix_dev_metaxy_system__feature_versions_metaxy_project_version",
      "ix_dev_metaxy_system__feature_versions_project",
      "ix_dev_metaxy_system__feature_versions_recorded_at",
    ]);
    expect(events?.indexes[0]?.parts.map(({ column }) => column)).toEqual(["project", "execution_id", "event_type"]);
  });

  it("mark all columns of keys and indexes", () => {
    expect(events?.columns.filter(({ key }) => key).map(({ name }) => name)).toEqual([
      "project",
      "execution_id",
      "timestamp",
      "event_type",
      "feature_key",
    ]);
  });

  it("have Python's unnamed key where Python's tables are wanted, and nullable times outside of it", () => {
    expect(python[1]?.primaryKey).toEqual({
      name: null,
      columns: ["project", "feature_key", "metaxy_definition_version"],
      source: null,
    });
    expect(python[1]?.columns.find(({ name }) => name === "recorded_at")?.nullable).toBe(true);
  });

  it("have names cut as SQLAlchemy cuts them where Python's tables are wanted", () => {
    const [, staged] = lowerSystemTables(target({ tablePrefix: "staging_" }), pythonOptions(), unlimited);
    expect(staged?.indexes.map(({ name }) => name)).toContain(
      "ix_staging_metaxy_system__feature_versions_metaxy_featu_cb2f",
    );
  });

  it("have names cut the same way where a dialect has a limit", () => {
    const [, staged] = lowerSystemTables(target({ tablePrefix: "staging_" }), options(), postgresql);
    const [, free] = lowerSystemTables(target({ tablePrefix: "staging_" }), options(), unlimited);
    expect(staged?.indexes.map(({ name }) => name)).toEqual([
      "idx_staging_metaxy_system__feature_versions_lookup",
      "ix_staging_metaxy_system__feature_versions_feature_key",
      "ix_staging_metaxy_system__feature_versions_metaxy_featu_cb2f",
      "ix_staging_metaxy_system__feature_versions_metaxy_proje_ede0",
      "ix_staging_metaxy_system__feature_versions_project",
      "ix_staging_metaxy_system__feature_versions_recorded_at",
    ]);
    expect(free?.indexes[2]?.name).toBe("ix_staging_metaxy_system__feature_versions_metaxy_feature_version");
  });

  it("have names that fit whatever the prefix, and that differ from each other", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (tablePrefix) => {
        const names = lowerSystemTables(target({ tablePrefix }), options(), postgresql).flatMap(
          ({ indexes, primaryKey }) => [...indexes.map(({ name }) => name), primaryKey?.name ?? ""],
        );
        expect(names.filter((name) => Buffer.byteLength(name) > 63)).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("keep index names where the project's convention cannot be used", () => {
    const given = options({ namingConvention: { ix: "%(nonsense)s", pk: "%(constraint_name)s" } });
    const [table] = lowerSystemTables(target(), given, unlimited);
    expect([table?.primaryKey?.name, table?.indexes[1]?.name]).toEqual([
      "project_execution_id_timestamp",
      "ix_metaxy_system__events_event_type",
    ]);
  });
});
