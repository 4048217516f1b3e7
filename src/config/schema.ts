// The settings Metaxy and this compiler know, as zod schemas. Only this file and schema-stores.ts know zod. Messages of
// the schemas are keys of the catalogue's table of expectations; text from the environment is converted as pydantic does.

import * as z from "zod/mini";
import type { Expected } from "../diagnostics/catalogue/config.ts";

/** A schema whose accepted values have type T. */
export type Schema<T> = z.ZodMiniType<T>;

/** One thing that is wrong with a value. */
export interface SchemaIssue {
  readonly kind: "unknown" | "invalid";
  readonly path: readonly PropertyKey[];
  /** Unknown keys of the table at `path`. */
  readonly keys: readonly string[];
  /** Keys that the table at `path` knows. */
  readonly known: readonly string[];
  readonly expected: string;
  readonly choices: readonly string[];
}

/** A value that fits, or what is wrong with it. */
export type SchemaResult<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly issues: readonly SchemaIssue[] };

/** Checks plain data. */
export function checkSchema<T>(schema: Schema<T>, value: unknown): SchemaResult<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, data: result.data };
  return { ok: false, issues: result.error.issues.map(readIssue) };
}

function readIssue(issue: z.core.$ZodIssue): SchemaIssue {
  const unknown = issue.code === "unrecognized_keys";
  return {
    kind: unknown ? "unknown" : "invalid",
    path: issue.path,
    keys: unknown ? issue.keys : [],
    known: unknown ? issue.message.split(" ") : [],
    expected: issue.message,
    choices: issue.code === "invalid_value" ? issue.values.map(String) : [],
  };
}

function expected(value: Expected): { error: Expected } {
  return { error: value };
}

/** A table with a closed set of keys. zod tells the unknown ones only; the message carries the known ones. */
export function table<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodMiniObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(" ");
  return z.strictObject(shape, { error: (issue) => (issue.code === "unrecognized_keys" ? known : "table") });
}

export const text = z.string(expected("string"));
export const texts = z.array(text, expected("strings"));
export const anyTable = z.record(z.string(), z.unknown(), expected("table"));
export const textTable = z.record(z.string(), text, expected("table"));

/** Booleans, and what pydantic takes for one. */
export const flag = z.union(
  [
    z.boolean(),
    z.stringbool({ truthy: ["1", "true", "t", "yes", "y", "on"], falsy: ["0", "false", "f", "no", "n", "off"] }),
    z.pipe(
      z.literal([0, 1]),
      z.transform((value) => value === 1),
    ),
  ],
  expected("boolean"),
);

/** Whole numbers, and text that Python's `int()` takes. */
export function whole(least: number, most: number, expectation: Expected): Schema<number> {
  return z.pipe(
    z.union(
      [
        z.number(),
        z.pipe(
          z.string().check(z.regex(/^\s*[+-]?\d+(?:_\d+)*(?:\.0*)?\s*$/)),
          z.transform((value) => Number(value.replaceAll("_", ""))),
        ),
      ],
      expected(expectation),
    ),
    z.int(expected(expectation)).check(z.gte(least, expected(expectation)), z.lte(most, expected(expectation))),
  );
}

export function oneOf<const Values extends readonly string[]>(values: Values): Schema<Values[number]> {
  return z.enum(values, expected("choice")) as unknown as Schema<Values[number]>;
}

/** Metaxy's four rules for the name of a project; the first broken one is reported. */
const projectName = text.check(
  z.refine((name) => name !== "", { ...expected("project name"), abort: true }),
  z.refine((name) => !name.includes("/"), { ...expected("project name without slash"), abort: true }),
  z.refine((name) => !name.includes("__"), { ...expected("project name without double underscore"), abort: true }),
  z.refine((name) => /^[a-zA-Z0-9_-]+$/.test(name), expected("project name of plain characters")),
);

const injection = { enable: z.optional(flag), inject_primary_key: z.optional(flag), inject_index: z.optional(flag) };
const sqlmodel = table({ ...injection, infer_db_table_names: z.optional(flag) });
const sqlalchemy = table(injection);

/** `[ext.compile]`. The tables per dialect are checked by the dialects themselves. */
const compileSchema = table({
  enable: z.optional(flag),
  sources: z.optional(texts),
  out_dir: z.optional(text),
  emit: z.optional(z.array(oneOf(["sql", "json", "lock", "push"]), expected("list"))),
  compat: z.optional(oneOf(["native", "sqlmodel"])),
  key_layout: z.optional(oneOf(["data_version", "feature_version"])),
  column_naming: z.optional(oneOf(["preserve", "snake_case"])),
  if_not_exists: z.optional(flag),
  naming_convention: z.optional(
    table({
      pk: z.optional(text),
      ix: z.optional(text),
      uq: z.optional(text),
      ck: z.optional(text),
      fk: z.optional(text),
    }),
  ),
  style: z.optional(
    table({
      keyword_case: z.optional(oneOf(["upper", "lower", "preserve"])),
      indent: z.optional(whole(0, 16, "indent width")),
    }),
  ),
  duckdb: z.optional(anyTable),
  motherduck: z.optional(anyTable),
  ducklake: z.optional(anyTable),
  postgresql: z.optional(anyTable),
  sqlite: z.optional(anyTable),
  clickhouse: z.optional(anyTable),
  bigquery: z.optional(anyTable),
  mysql: z.optional(anyTable),
  mariadb: z.optional(anyTable),
});

const extraFeatures = table({
  projects: z.optional(texts),
  keys: z.optional(z.array(z.union([text, texts], expected("strings")), expected("list"))),
  all: z.optional(flag),
}).check(
  z.refine(({ projects = [], keys = [], all }) => projects.length + keys.length > 0 || all === true, {
    ...expected("selection"),
  }),
);

/** The whole file. Other extensions than the three may hold anything, as in Metaxy. */
export const configSchema = table({
  project: z.optional(projectName),
  store: z.optional(text),
  stores: z.optional(z.record(z.string(), table({ type: text, config: z.optional(anyTable) }), expected("table"))),
  entrypoints: z.optional(texts),
  theme: z.optional(text),
  ext: z.optional(
    z.catchall(
      z.object(
        {
          sqlmodel: z.optional(sqlmodel),
          sqlalchemy: z.optional(sqlalchemy),
          compile: z.optional(compileSchema),
        },
        expected("table"),
      ),
      z.looseObject({ enable: z.optional(flag) }, expected("table")),
    ),
  ),
  hash_truncation_length: z.optional(whole(8, Number.MAX_SAFE_INTEGER, "hash length")),
  auto_create_tables: z.optional(flag),
  locked: z.optional(flag),
  sync: z.optional(flag),
  extra_features: z.optional(z.array(extraFeatures, expected("list"))),
  metaxy_lock_path: z.optional(text),
  migrations_dir: z.optional(text),
  extend: z.optional(text),
  enable_map_datatype: z.optional(flag),
});

/** A validated file. */
export type ConfigData = z.output<typeof configSchema>;
/** A validated `[ext.compile]`. */
export type CompileData = z.output<typeof compileSchema>;

/** The names of the top-level settings. */
export const SETTINGS: readonly string[] = Object.keys(configSchema.shape);

/** Extensions that the compiler reads. */
export const EXTENSIONS = ["sqlmodel", "sqlalchemy", "compile"] as const;

/** The table that a misplaced key belongs to, e.g. `[ext.compile]` for `out_dir`; null for a key known nowhere. */
export function homeOfKey(key: string): string | null {
  if (Object.hasOwn(compileSchema.shape, key) && key !== "enable") return "[ext.compile]";
  if (Object.hasOwn(sqlmodel.shape, key) && key !== "enable") return "[ext.sqlmodel]";
  if (EXTENSIONS.some((name) => name === key)) return `[ext.${key}]`;
  return SETTINGS.includes(key) ? "the top level of the file" : null;
}
