// 01xx. The configuration file, the environment, stores and their URLs.

import { error, warning } from "../message.ts";
import { didYouMean } from "../suggest.ts";

/** What a setting may be. */
const EXPECTED = {
  string: "a string",
  boolean: "true or false",
  "whole number": "a whole number",
  "indent width": "a whole number from 0 to 16",
  "hash length": "a whole number of at least 8",
  list: "a list",
  strings: "a list of strings",
  table: "a table",
  choice: "one of the known values",
  selection: "a table with at least one of `projects`, `keys` and `all = true`",
  "project name": "a project name, which cannot be empty",
  "project name without slash": "a project name without `/`",
  "project name without double underscore": "a project name without `__`",
  "project name of plain characters": "a project name of letters, digits, `_` and `-` only",
} as const;

/** A key of the table of expectations. */
export type Expected = keyof typeof EXPECTED;

/** A value that does not fit its setting. */
export interface WrongValue {
  /** Dotted, e.g. `ext.compile.emit`. */
  readonly key: string;
  readonly expected: string;
  /** The values to choose from; empty when the expectation is no choice. */
  readonly choices: readonly string[];
  /** What stands there, without anything that may be secret. */
  readonly found: string;
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(", ");

function expectation({ expected, choices }: WrongValue): string {
  if (choices.length > 0) return `one of ${quoted(choices)}`;
  return Object.hasOwn(EXPECTED, expected) ? EXPECTED[expected as Expected] : expected;
}

const REQUIRED_EXAMPLES: Readonly<Record<string, string>> = {
  type: 'type = "metaxy.ext.duckdb.DuckDBMetadataStore"',
  database: 'database = "metadata.duckdb"',
  root_path: 'root_path = "metadata"',
  uri: 'uri = "metadata"',
  warehouse: 'warehouse = "metadata"',
};

const references = (variables: readonly string[]): string => variables.map((name) => `\${${name}}`).join(", ");

const areNotSet = (variables: readonly string[]): string => (variables.length === 1 ? "is not set" : "are not set");

const UNAVAILABLE = {
  "no connection string": "it has no `connection_string`",
  bigquery: "BigQuery stores connect with credentials, not with a URL",
  "file store": "it is not a SQL store",
  "unknown type": "the compiler does not know its type",
  "not a url": "its `connection_string` is no URL of the form `driver://user:password@host:port/database`",
  empty: "its `connection_string` is empty",
} as const;

/** Why a store has no SQLAlchemy URL. */
export type UrlProblem = keyof typeof UNAVAILABLE;

export const configMessages = {
  // Finding and reading.

  MXC0100: error<{ path: string; origin: "--config" | "METAXY_CONFIG" }>({
    message: (a) => `there is no file '${a.path}', which ${a.origin} names as the configuration`,
    help: (a) =>
      a.origin === "METAXY_CONFIG"
        ? "correct or unset the environment variable METAXY_CONFIG; it wins over --config"
        : "correct the path, or leave --config out to search from the working directory upwards",
  }),
  MXC0101: error<{ reason: string }>({
    message: (a) => `the configuration is not valid TOML: ${a.reason}`,
    label: () => "here",
    help: () => 'write `key = value` lines below `[table]` headers, strings in double quotes: `store = "dev"`',
  }),
  MXC0102: error<{ path: string }>({
    message: (a) => `the file '${a.path}' named by \`extend\` does not exist`,
    label: () => "no such file",
    help: () => "name a file relative to this one; environment variables are not replaced in `extend`",
  }),
  MXC0103: error<{ cycle: readonly string[] }>({
    message: (a) => `configuration files extend each other in a circle: ${a.cycle.join(" → ")}`,
    label: () => "closes the circle",
    help: () => "remove one `extend`",
  }),
  MXC0104: error<{ path: string }>({
    message: (a) => `'${a.path}' has no [tool.metaxy] table`,
    help: () => "add the table `[tool.metaxy]`, or name a metaxy.toml",
  }),

  MXC0105: warning<{ path: string }>({
    message: (a) => `the lock file '${a.path}' does not exist`,
    label: () => "no such file",
    help: () => "write it with Metaxy's `lock` command, or remove `metaxy_lock_path`",
  }),

  // Keys and values.

  MXC0110: error<{ key: string; table: string; known: readonly string[]; home: string | null }>({
    message: (a) => `unknown key '${a.key}' in ${a.table}`,
    label: () => "not a setting here",
    help: (a) =>
      a.home === null
        ? didYouMean(a.key, a.known) || (a.known.length === 0 ? "remove it" : `settings here: ${a.known.join(", ")}`)
        : `move it to ${a.home}`,
  }),
  MXC0111: error<WrongValue>({
    message: (a) => `'${a.key}' must be ${expectation(a)}, found ${a.found}`,
    label: (a) => `expected ${expectation(a)}`,
    help: (a) =>
      a.key === "store" && a.found === "a table"
        ? "`store` names the default store; the stores themselves are tables `[stores.<name>]`"
        : didYouMean(a.found.replace(/^'|'$/g, ""), a.choices),
  }),
  MXC0112: error<WrongValue & { variable: string }>({
    message: (a) =>
      `the environment variable ${a.variable} sets '${a.key}', which must be ${expectation(a)}, to ${a.found}`,
    help: (a) =>
      /list|table/.test(expectation(a))
        ? "lists and tables are written as JSON in the environment"
        : didYouMean(a.found.replace(/^'|'$/g, ""), a.choices),
  }),
  MXC0113: error<{ variable: string; key: string; table: string; known: readonly string[] }>({
    message: (a) => `the environment variable ${a.variable} sets the unknown key '${a.key}' in ${a.table}`,
    help: (a) => didYouMean(a.key, a.known) || `settings there: ${a.known.join(", ")}`,
  }),
  MXC0114: error<{ key: string; table: string; variable: string | null; sameName: string | null }>({
    message: (a) =>
      a.variable === null
        ? `${a.table} has no '${a.key}'`
        : `${a.table}, set by the environment variable ${a.variable}, has no '${a.key}'`,
    label: (a) => `needs '${a.key}'`,
    help: (a) =>
      a.sameName === null
        ? `add \`${REQUIRED_EXAMPLES[a.key] ?? `${a.key} = …`}\``
        : `the environment reaches only stores with lower-case names; rename '${a.sameName}'`,
  }),
  MXC0115: warning<{ name: string; suggestion: string }>({
    message: (a) => `[ext.${a.name}] is no extension that this compiler reads`,
    label: () => "ignored",
    help: (a) => a.suggestion,
  }),

  // Stores.

  MXC0120: error<{ store: string; type: string; known: readonly string[] }>({
    message: (a) => `store '${a.store}' has the unknown type '${a.type}'`,
    label: () => "not one of Metaxy's SQL stores",
    help: (a) =>
      didYouMean(a.type, a.known) ||
      "the compiler knows Metaxy's DuckDB, PostgreSQL, ClickHouse and BigQuery stores; --dialect needs no store",
  }),
  MXC0121: error<{ store: string; kind: string }>({
    message: (a) => `store '${a.store}' is a ${a.kind} store, which has no SQL tables`,
    label: () => "keeps files, not tables",
    help: () =>
      "write what needs no tables with `--emit json` or `--emit lock`, or choose a SQL store with --store, a database with --dialect",
  }),
  MXC0122: warning<{ store: string; kind: string }>({
    message: (a) => `store '${a.store}' is left out: a ${a.kind} store has no SQL tables`,
    label: () => "keeps files, not tables",
    help: () => "name the stores to compile with --store instead of --all-stores",
  }),
  MXC0123: error<{ store: string; available: readonly string[] }>({
    message: (a) =>
      a.available.length === 0
        ? `there is no store '${a.store}': no stores are configured`
        : `there is no store '${a.store}'; configured are ${quoted(a.available)}`,
    help: (a) =>
      didYouMean(a.store, a.available) ||
      `add a table \`[stores.${a.store}]\`, or choose another store with --store or \`store = …\``,
  }),
  MXC0124: error<{ store: string; fallback: string; available: readonly string[] }>({
    message: (a) => `store '${a.store}' falls back to '${a.fallback}', which is not configured`,
    label: () => "no such store",
    help: (a) => didYouMean(a.fallback, a.available) || `add a table \`[stores.${a.fallback}]\`, or remove the name`,
  }),
  MXC0125: warning<{ store: string; fallbacks: readonly string[] }>({
    message: (a) =>
      `store '${a.store}' falls back to ${quoted(a.fallbacks)} only for tables that do not exist; creating them switches that off`,
    label: () => "never read once the tables exist",
    help: () => "write SQL for stores without fallback_stores, or copy the data before creating the tables",
  }),
  MXC0126: error<{ dialect: string; known: readonly string[] }>({
    message: (a) => `unknown dialect '${a.dialect}'`,
    help: (a) => didYouMean(a.dialect, a.known) || `--dialect takes ${a.known.join(", ")}`,
  }),
  MXC0127: error<{ store: string; problem: UrlProblem }>({
    message: (a) => `store '${a.store}' has no SQLAlchemy URL: ${UNAVAILABLE[a.problem]}`,
    help: (a) =>
      a.problem === "bigquery"
        ? "compile for it with --store; only `url` needs a URL"
        : "set `connection_string` in the store's config",
  }),
  MXC0128: error<{ store: string }>({
    message: (a) => `the URL of store '${a.store}' cannot be taken apart to replace its protocol or port`,
    help: () => "write it as `driver://user:password@host:port/database`, with special characters percent-encoded",
  }),
  MXC0129: warning<{ store: string; variable: string }>({
    message: (a) =>
      `store '${a.store}' has no table_prefix, so Python Metaxy takes the environment variable ${a.variable} for it; this compiler does not`,
    label: () => "no table_prefix",
    help: (a) => `set \`table_prefix\` in [stores.${a.store}.config], to "" for none, or unset ${a.variable}`,
  }),
  MXC0130: warning<{ store: string; table: string; lacks: string; variable: string | null }>({
    message: (a) =>
      `store '${a.store}' is left out: ${a.table}${a.variable === null ? "" : `, set by the environment variable ${a.variable},`} has no '${a.lacks}'`,
    label: (a) => `needs '${a.lacks}' to be used`,
    help: (a) =>
      a.variable === null
        ? `add \`${REQUIRED_EXAMPLES[a.lacks] ?? `${a.lacks} = …`}\`, or remove the store`
        : `unset ${a.variable}, or give ${a.table} its \`${a.lacks}\``,
  }),
  MXC0131: error<{ key: string; variables: readonly string[] }>({
    message: (a) => `'${a.key}' refers to ${references(a.variables)}, which ${areNotSet(a.variables)}`,
    label: () => "would be replaced by nothing",
    help: (a) =>
      `set ${a.variables.join(", ")}, or write a default: \`\${${a.variables[0]}:-…}\`, with nothing after \`:-\` for none`,
  }),
  MXC0132: warning<{ store: string; variable: string }>({
    message: (a) =>
      `the database of store '${a.store}' is named by \${${a.variable}}, which is not set: the SQL is for DuckDB, whether or not it is MotherDuck`,
    label: () => "would be replaced by nothing",
    help: (a) => `set ${a.variable}, or write a default: \`\${${a.variable}:-metadata.duckdb}\``,
  }),
  MXC0133: error<{ store: string; variables: readonly string[] }>({
    message: (a) =>
      `the URL of store '${a.store}' refers to ${references(a.variables)}, which ${areNotSet(a.variables)}`,
    help: (a) =>
      `set ${a.variables.join(", ")} in the environment or in \`.env\`, or write a default: \`\${${a.variables[0]}:-}\``,
  }),
  MXC0134: warning<{ line: number }>({
    message: (a) => `line ${a.line} of \`.env\` is no statement that Metaxy can read, and is left out`,
    help: () => "write `NAME=value`, texts with blanks or `#` in quotes, and close every quote",
  }),
  MXC0135: warning<{ store: string; type: string; known: readonly string[] }>({
    message: (a) => `store '${a.store}' is left out: it has the unknown type '${a.type}'`,
    label: () => "not one of Metaxy's stores",
    help: (a) => didYouMean(a.type, a.known) || "name the class as it is imported: `package.module.Class`",
  }),
} as const;
