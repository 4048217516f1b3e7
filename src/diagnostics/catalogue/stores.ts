// 27xx. Tables that the database takes and Metaxy's own store for it cannot use, wholly or for some operations. `store` is
// the store's title.

import { warning } from "../message.ts";

/** `a, b and c`. */
function enumerate(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

const QUOTES = "its hard delete writes names without quotes";

export const storeMessages = {
  // Settings and names

  MXC2700: warning<{ store: string; fails: string }>({
    message: (a) => `with enable_map_datatype, ${a.store} ${a.fails}`,
    label: (a) => `not with ${a.store}`,
    help: () => "turn it off, or keep these features in a store that has maps, such as DuckDB or ClickHouse",
  }),
  MXC2701: warning<{ store: string; prefix: string }>({
    message: (a) => `${a.store} cannot delete rows of tables whose names start with '${a.prefix}': ${QUOTES}`,
    label: () => "has to be quoted",
    help: () => "start the prefix with a lower-case letter, and go on with lower-case letters, digits and '_'",
  }),
  MXC2702: warning<{ store: string; name: string; expected: string }>({
    message: (a) =>
      `${a.store} looks for table '${a.expected}', so nothing that it reads or writes reaches '${a.name}'`,
    label: (a) => `Metaxy looks for '${a.expected}'`,
    help: () => "leave `tableName` out, or give the feature the key that makes this name",
  }),
  MXC2703: warning<{ store: string; schema: string; expected: string }>({
    message: (a) =>
      `${a.store} looks for its tables in schema '${a.expected}', so nothing that it reads or writes reaches schema '${a.schema}'`,
    label: (a) => `Metaxy looks in '${a.expected}'`,
    help: () => "leave `schema` out, or have the store's connection start in that schema",
  }),
  MXC2704: warning<{ store: string; name: string }>({
    message: (a) => `${a.store} cannot delete rows of table '${a.name}', which is a keyword: ${QUOTES}`,
    label: () => "a keyword of SQL",
    help: () => "give the key another part, e.g. `shop/order`, or the store a table_prefix",
  }),

  // Columns

  MXC2710: warning<{ store: string; column: string; type: string; fails: string; help: string }>({
    message: (a) => `column '${a.column}' is ${a.type}, and ${a.store} ${a.fails}`,
    label: () => "fails in Metaxy",
    help: (a) => a.help,
  }),

  // Keys

  MXC2720: warning<{ what: string; table: string; stopped: readonly string[]; partial: boolean }>({
    message: (a) =>
      `${a.what} of '${a.table}' stops ${enumerate(a.stopped)}: Metaxy writes each as one more row that repeats it`,
    label: () => "repeated by the rows Metaxy adds",
    help: (a) =>
      a.partial
        ? 'leave it out, or make it a unique index over metaxy_feature_version, the id columns and metaxy_updated_at `where: "metaxy_deleted_at IS NULL"`'
        : "leave it out: rows are identified by Metaxy, not by the database",
  }),
  MXC2721: warning<{ columns: string; layout: string; stopped: readonly string[] }>({
    message: (a) =>
      `inject_primary_key makes keys over (${a.columns}), which stop ${enumerate(a.stopped)}: Metaxy writes each as one more row that repeats them`,
    label: () => "repeated by the rows Metaxy adds",
    help: (a) =>
      a.layout === "data_version"
        ? 'use inject_index instead; `key_layout = "feature_version"` stops soft delete alone'
        : "use inject_index instead",
  }),
};
