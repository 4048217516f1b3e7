// `METAXY_*` variables → a tree that lies over the configuration file. Prefix, `__` between levels, any letter case;
// names below a level become lower case, so a store that is reached this way has a lower-case name. Strings stay
// strings (validation converts them), except that JSON is accepted for whole tables and lists.

import { compareText } from "../model/text-order.ts";
import type { Environment } from "./interpolate.ts";
import { type ConfigNode, childOf, NOWHERE, type Origin, type Scalar, type TableNode, tableOf } from "./tree.ts";

/** Top-level settings that a variable can reach below the first level. */
const NESTED = new Set(["stores", "ext", "entrypoints", "extra_features"]);

/** `METAXY_EXT__SQLMODEL_ENABLE`: one underscore, as printed in Metaxy's SQLModel page. */
const DOCUMENTED_SQLMODEL =
  /^ext__(sqlmodel|sqlalchemy)_(enable|inject_primary_key|inject_index|infer_db_table_names)$/;

/** `METAXY_EXT__SQLALCHEMY_EXT__SQLALCHEMY__ENABLE`, as printed in Metaxy's SQLAlchemy page. */
const DOCUMENTED_SQLALCHEMY = /^ext__(sqlmodel|sqlalchemy)_ext__\1__(.+)$/;

interface Setting {
  readonly variable: string;
  readonly path: readonly string[];
  readonly text: string;
  /** True for the spellings that only the documentation knows; the regular one wins over them. */
  readonly documented: boolean;
}

/**
 * Reads the settings among the variables. Names that are no setting are left alone, as Metaxy does.
 *
 * @example readEnvironment({ METAXY_STORES__DEV__CONFIG__DATABASE: "x.db" }, ["stores"]) // { stores: { dev: … } }
 */
export function readEnvironment(env: Environment, settings: readonly string[], asked: Set<string>): TableNode {
  const found = Object.keys(env)
    .sort(compareText)
    .flatMap((variable) => readSetting(variable, env[variable], settings))
    .sort((a, b) => Number(b.documented) - Number(a.documented) || a.path.length - b.path.length);
  let tree = tableOf([], NOWHERE);
  for (const { variable, path, text } of found) {
    asked.add(variable);
    tree = overlay(tree, nest(path, readText(text, variable), variable)) as TableNode;
  }
  return tree;
}

/** The upper tree over the lower: tables are merged at every level, anything else is replaced. */
export function overlay(lower: ConfigNode, upper: ConfigNode): ConfigNode {
  if (lower.kind !== "table" || upper.kind !== "table") return upper;
  const entries = new Map(lower.entries);
  for (const [key, child] of upper.entries) {
    const below = childOf(lower, key);
    entries.set(key, below === null ? child : overlay(below, child));
  }
  return tableOf(entries, lower.origin === NOWHERE ? upper.origin : lower.origin);
}

function readSetting(variable: string, text: string | undefined, settings: readonly string[]): readonly Setting[] {
  const lower = variable.toLowerCase();
  if (text === undefined || !lower.startsWith("metaxy_")) return [];
  const name = lower.slice("metaxy_".length);
  const regular = name.replace(DOCUMENTED_SQLMODEL, "ext__$1__$2").replace(DOCUMENTED_SQLALCHEMY, "ext__$1__$2");
  const path = regular.split("__");
  const [first = ""] = path;
  if (!settings.includes(first) || (path.length > 1 && !NESTED.has(first))) return [];
  return [{ variable, path, text, documented: regular !== name }];
}

function nest(path: readonly string[], node: ConfigNode, variable: string): ConfigNode {
  return path.reduceRight((child, key) => tableOf([[key, child]], fromVariable(variable)), node);
}

function readText(text: string, variable: string): ConfigNode {
  const trimmed = text.trim();
  if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
    try {
      return fromJson(JSON.parse(trimmed), variable);
    } catch {
      // Not JSON: an ordinary string that begins with a bracket, or a mistake that validation will name.
    }
  }
  return scalar(text, variable);
}

function fromJson(value: unknown, variable: string): ConfigNode {
  const origin = fromVariable(variable);
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => fromJson(item, variable)), origin };
  if (typeof value === "object" && value !== null) {
    return tableOf(
      Object.entries(value).map(([key, child]) => [key, fromJson(child, variable)]),
      origin,
    );
  }
  return scalar(value as Scalar, variable);
}

function scalar(value: Scalar, variable: string): ConfigNode {
  return { kind: "scalar", value, written: `\${${variable}}`, origin: fromVariable(variable) };
}

function fromVariable(variable: string): Origin {
  return { variable, key: null, value: null };
}
