// The corpus as drizzle-kit would have it: the same tables, columns, keys and indexes for PostgreSQL, one file each. Its packages
// stand in bench/peers, apart from the project's own: `npm ci --prefix bench/peers`.

import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("peers/node_modules", import.meta.url));

/** Where its program stands; null where it is not installed. */
export const drizzleKit = existsSync(packages) ? join(packages, "drizzle-kit/bin.cjs") : null;

/** The arguments that make it write the SQL of all tables. */
export const generateArguments = [
  "generate",
  "--dialect=postgresql",
  "--schema=./schema/*.ts",
  "--out=./drizzle",
  "--name=all",
];

/** Source of table `index`: the ten columns that every feature table begins with, and the twelve of the corpus. */
function tableSource(index) {
  return `import { bigint, doublePrecision, index, jsonb, pgTable, primaryKey, text, timestamp, uuid, varchar } from "drizzle-orm/pg-core";

/**
 * Feature ${index} of the benchmark.
 */
export const feature${index} = pgTable(
  "bench__feature_${index}",
  {
    metaxy_provenance_by_field: jsonb().notNull(),
    metaxy_provenance: text().notNull(),
    metaxy_feature_version: text().notNull(),
    metaxy_project_version: text().notNull(),
    metaxy_data_version_by_field: jsonb().notNull(),
    metaxy_data_version: text().notNull(),
    metaxy_created_at: timestamp({ withTimezone: true }).notNull(),
    metaxy_materialization_id: text(),
    metaxy_updated_at: timestamp({ withTimezone: true }).notNull(),
    metaxy_deleted_at: timestamp({ withTimezone: true }),
    sample_id: uuid().notNull(),
    revision: bigint({ mode: "bigint" }).notNull(),
    path: varchar({ length: 512 }).notNull(),
    duration: doublePrecision().notNull(),
    width: bigint({ mode: "bigint" }),
    height: bigint({ mode: "bigint" }),
    title: text().notNull(),
    published: timestamp({ withTimezone: true }).notNull(),
    stage: text({ enum: ["raw", "clean", "final"] }).notNull(),
    labels: text().array().notNull(),
    box: jsonb(),
    extra: jsonb().notNull(),
  },
  (table) => [
    primaryKey({
      name: "pk_bench__feature_${index}",
      columns: [table.sample_id, table.revision, table.metaxy_created_at, table.metaxy_data_version],
    }),
    index("ix_bench__feature_${index}_path").on(table.path),
  ],
);
`;
}

/** Writes a project of so many tables to `directory`, replacing what was there. */
export function writeDrizzleProject(directory, count) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, "schema"), { recursive: true });
  symlinkSync(packages, join(directory, "node_modules"), "dir");
  for (let index = 0; index < count; index++) {
    writeFileSync(join(directory, `schema/feature_${index}.ts`), tableSource(index));
  }
}
