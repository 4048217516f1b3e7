// A store as lowering sees it: with what Metaxy's store writes, and what the dialect's record says about names and about checks.

import type { ColumnType } from "../model/column-type.ts";
import type { Target } from "../model/project.ts";
import type { SqlText } from "../model/sql-text.ts";
import type { TableColumn } from "../model/table.ts";
import type { NameRules } from "./name-rules.ts";

/** What is known elsewhere that decides about tables, not about their spelling. */
interface LoweringRules extends Pick<NameRules, "identifierLimit" | "limitUnit"> {
  /**
   * What Metaxy's store reads and writes in the `*_by_field` columns. A map takes any field, so a change of the fields changes
   * no table.
   */
  readonly byField: "map" | "struct";
  /** What a column is kept as, where Metaxy's store cannot use its type and the author spells none for the dialect. */
  readonly storedType: (type: ColumnType, own: SqlText | null) => ColumnType;
  /** The longest name that SQLAlchemy leaves whole, in characters; null where it has no tables like Python's. */
  readonly sqlalchemyNameLimit: number | null;
  /** Whether a check constraint may go without a name. */
  readonly namelessChecks: boolean;
  /** Conditions that make the engine keep what the column's type alone does not; printed as CHECK constraints. */
  readonly typeChecks: (column: TableColumn) => readonly string[];
}

/** A store to lower features for. */
export interface LoweringTarget extends Target, LoweringRules {}
