// Loads a configuration from texts in memory and renders what was reported, for the tests of this folder.

import { posix } from "node:path";
import { type Config, loadConfig } from "../../src/config/config.ts";
import type { PathRules } from "../../src/config/paths.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { findingsOf } from "../../src/diagnostics/finding.ts";

/** What may differ from an empty world with the working directory `/repo`. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** `--config`. */
  readonly config?: string;
  readonly cwd?: string;
  readonly paths?: PathRules;
}

/** A loaded configuration with its diagnostics as data and as text. */
export interface Loaded {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
  /** Codes in the order they were found, of stores as if each were selected. */
  readonly codes: readonly string[];
  /** `metaxy.toml:3:5 MXC0110 unknown key … | help`, one line per diagnostic. */
  readonly report: string;
}

/** Loads from files by absolute path; a single text is `/repo/metaxy.toml`. */
export function load(files: string | Readonly<Record<string, string>>, surroundings: Surroundings = {}): Loaded {
  const byPath = typeof files === "string" ? { "/repo/metaxy.toml": files } : files;
  const { value, diagnostics } = loadConfig({
    env: surroundings.env ?? {},
    explicitPath: surroundings.config ?? null,
    workingDirectory: surroundings.cwd ?? "/repo",
    readFile: (path) => byPath[path] ?? null,
    paths: surroundings.paths ?? posix,
  });
  const ofStores = [...value.stores.flatMap(({ problems }) => problems), ...value.incompleteStores.flatMap(said)];
  const all = [...diagnostics, ...ofStores];
  return { config: value, diagnostics, codes: all.map(({ code }) => code), report: render(value, all) };
}

function said({ diagnostics }: Config["incompleteStores"][number]): readonly Diagnostic[] {
  return diagnostics;
}

/** The wording and the places of diagnostics about a configuration. */
export function render(config: Config, diagnostics: readonly Diagnostic[]): string {
  return findingsOf(diagnostics, (path) => config.sources.get(path) ?? null)
    .map(({ code, message, label, help, location }) => {
      const place = location === null ? "" : `${location.path}:${location.start.line}:${location.start.column} `;
      return `${place}${code} ${message} | ${label ?? ""} | ${help ?? ""}`;
    })
    .join("\n");
}

/** A `[stores.dev]` table with the given lines in its config. */
export function storeToml(type: string, config: string): string {
  return `[stores.dev]\ntype = "${type}"\n[stores.dev.config]\n${config}\n`;
}

/** Current import paths of Metaxy's SQL stores. */
export const DUCKDB = "metaxy.ext.duckdb.DuckDBMetadataStore";
export const POSTGRESQL = "metaxy.ext.postgresql.PostgreSQLMetadataStore";
export const CLICKHOUSE = "metaxy.ext.clickhouse.ClickHouseMetadataStore";
export const BIGQUERY = "metaxy.ext.bigquery.BigQueryMetadataStore";
