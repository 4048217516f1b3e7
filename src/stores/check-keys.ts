// Keys of feature tables against the way Metaxy writes. Tables as the engine will have them come in, warnings go out.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { dialects } from "../dialects/index.ts";
import type { Target } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import { type SqlText, settledSql } from "../model/sql-text.ts";
import type { Index, Table } from "../model/table.ts";
import { metaxyStore } from "./index.ts";
import { stoppedWrites } from "./writes.ts";

/** Something of which a table may hold one row only. */
interface Key {
  /** As diagnostics name it. */
  readonly what: string;
  readonly columns: readonly string[];
  /** Columns that its expressions and its condition speak of. */
  readonly mentioned: readonly string[];
  readonly span: Span | null;
}

/** Names of columns in the author's SQL. */
const SYSTEM_NAMES = /\bmetaxy_\w+/g;

/** Reports every key of a target that its engine enforces and that some write of Metaxy violates. */
export function checkStoreKeys(tables: readonly Table[], { dialect }: Target): readonly Diagnostic[] {
  if (metaxyStore(dialect) === null) return [];
  const { constraints, indexes } = dialects[dialect];
  const found: Diagnostic[] = [];
  for (const table of tables) {
    if (table.kind !== "feature") continue;
    for (const key of keysOf(table, constraints, indexes)) {
      const stopped = stoppedWrites(key.columns, key.mentioned);
      if (stopped.length === 0) continue;
      const args = { what: key.what, table: table.name, stopped, partial: indexes.partial };
      found.push(diagnose("MXC2720", args, key.span ?? table.source));
    }
  }
  return found;
}

function keysOf(
  { primaryKey, uniqueConstraints, indexes }: Table,
  constraints: Dialect["constraints"],
  rules: Dialect["indexes"],
): readonly Key[] {
  const keys: Key[] = [];
  // One without a place was injected into all tables, which is said of the setting that asked for it.
  if (constraints.primaryKey === "enforced" && primaryKey !== null && primaryKey.source !== null) {
    const { columns, source } = primaryKey;
    keys.push({ what: `primary key (${columns.join(", ")})`, columns, mentioned: [], span: source });
  }
  if (constraints.unique === "enforced") {
    for (const { columns, source } of uniqueConstraints) {
      keys.push({ what: `unique constraint (${columns.join(", ")})`, columns, mentioned: [], span: source });
    }
  }
  if (rules.unique) keys.push(...indexes.filter(({ unique }) => unique).map(uniqueIndex));
  return keys;
}

function uniqueIndex({ name, parts, where, source }: Index): Key {
  const mentioned = [...parts.flatMap(({ expression }) => namesIn(expression)), ...namesIn(where)];
  return {
    what: `unique index '${name}'`,
    columns: parts.flatMap(({ column }) => column ?? []),
    mentioned,
    span: source,
  };
}

function namesIn(sql: SqlText | null): readonly string[] {
  return sql === null ? [] : (settledSql(sql).match(SYSTEM_NAMES) ?? []);
}
