// What a dialect makes of foreign keys: which columns they may join, which tables they may lead to, what their actions may
// change, and how two tables refer to each other. Data of the records, asked by emit/.

/** Referential actions in the words of SQL. */
type ActionClause =
  | "ON DELETE CASCADE"
  | "ON DELETE SET NULL"
  | "ON DELETE SET DEFAULT"
  | "ON UPDATE CASCADE"
  | "ON UPDATE SET NULL"
  | "ON UPDATE SET DEFAULT";

/** Foreign keys of a dialect that has some. */
export interface ReferenceRules {
  /**
   * Keys of tables that refer to each other: `alter` adds them when all tables are there, `forward` lets a key name a table
   * that comes later, `refused` can do neither.
   */
  readonly circular: "alter" | "forward" | "refused";
  /** What makes the columns referred to a target. */
  readonly target: "primary key" | "constraint" | "index";
  /** Whether the columns referred to have to stand in the order of the key. */
  readonly keyOrder: boolean;
  /** Whether a key may lead into another schema. */
  readonly acrossSchemas: boolean;
  /** Whether a key of a table in a named schema may lead to one in the schema without a name. */
  readonly reachesHome: boolean;
  /** What the engine calls a schema. */
  readonly schemaWord: string;
  /** Whether REFERENCES may say the schema. */
  readonly namesSchema: boolean;
  /** The schema of tables that name none, where everybody's has one name. */
  readonly homeSchema: string | null;
  /** Whether a table may refer to itself. */
  readonly ownTable: boolean;
  /** Most foreign keys of a table. */
  readonly maxKeys: number | null;
  /**
   * What a spelled type compares as, given the options of its table: columns of equal classes may refer to each other. The engine
   * may allow more where it compares bytes that mean something else.
   */
  readonly typeClass: (sqlType: string, options: Readonly<Record<string, unknown>>) => string;
  /** Classes that a column of a class may refer to besides its own. */
  readonly widens: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Actions that are refused, or fail when they are carried out, because of what else the column is. */
  readonly refusedActions: {
    readonly generated: readonly ActionClause[];
    /** A generated column is computed from it. */
    readonly computedFrom: readonly ActionClause[];
    /** A check speaks of it. */
    readonly checked: readonly ActionClause[];
  };
  /** What about a table keeps it from having or being the target of foreign keys, given its options; null if nothing does. */
  readonly hindrance: (options: Readonly<Record<string, unknown>>) => string | null;
  /** What follows ALTER TABLE where the key may be there already; null where there is no way to say so. */
  readonly addAgain: ((name: string, columns: string, references: string) => string) | null;
}

/** Everything that changes the referring column. */
export const CHANGES: readonly ActionClause[] = [
  "ON DELETE SET NULL",
  "ON DELETE SET DEFAULT",
  "ON UPDATE CASCADE",
  "ON UPDATE SET NULL",
  "ON UPDATE SET DEFAULT",
];

/** For engines without tables that foreign keys shun. */
export const noHindrance: ReferenceRules["hindrance"] = () => null;

/** The type without its parameters: `NUMERIC(10, 2)` is `NUMERIC`. */
export function withoutParameters(sqlType: string): string {
  return sqlType.replace(/\s*\(.*\)/, "");
}
