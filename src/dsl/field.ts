// Field(…): what a column is beyond its type. It stands where a property's initial value stands.

import { checkBoolean, checkInteger, checkOneOf, checkOptions, checkString, checkText } from "./checks.ts";
import { type ColumnReference, checkReference, type ReferentialAction, referentialActions } from "./foreign-key.ts";
import { copyJson, type JsonValue } from "./json-value.ts";
import { checkSql, type Sql } from "./sql.ts";
import { refuse } from "./validation-error.ts";

/** Options of {@link Field}. An option that is absent is decided by the property's type and the configuration. */
export interface FieldOptions {
  /** Part of the primary key. */
  readonly primaryKey?: boolean | undefined;
  /** An index on this column alone. */
  readonly index?: boolean | undefined;
  /** A unique constraint on this column alone. */
  readonly unique?: boolean | undefined;
  /** Overrides what the type says. */
  readonly nullable?: boolean | undefined;
  /** A literal, written as SQL `DEFAULT`. */
  readonly default?: JsonValue | undefined;
  /** A raw SQL expression for `DEFAULT`. */
  readonly defaultSql?: Sql | undefined;
  /** The raw SQL expression of a stored generated column. */
  readonly generatedSql?: Sql | undefined;
  /** Numbered by the database. Never for id columns. */
  readonly autoincrement?: boolean | undefined;
  /** Longest text, in characters. */
  readonly maxLength?: number | undefined;
  /** Digits of a decimal number. */
  readonly precision?: number | undefined;
  /** Digits after the decimal point. */
  readonly scale?: number | undefined;
  /** The column's name where it differs from the property's. */
  readonly name?: string | undefined;
  /** A raw SQL type instead of the one that the property's type gives. */
  readonly type?: Sql | undefined;
  /** The column that this one refers to: `"table.column"` or `[Class, "column"]`. */
  readonly foreignKey?: ColumnReference | undefined;
  /** With `foreignKey`: when the row referred to is deleted. */
  readonly onDelete?: ReferentialAction | undefined;
  /** With `foreignKey`: when the column referred to changes. */
  readonly onUpdate?: ReferentialAction | undefined;
  /** The column's comment; without it the property's JSDoc is. */
  readonly description?: string | undefined;
  /** The name the column had before, for tools that write migrations. */
  readonly renamedFrom?: string | undefined;
}

type Check = (where: string, value: unknown) => unknown;

const CHECKS: Readonly<Record<keyof FieldOptions, Check>> = {
  primaryKey: checkBoolean,
  index: checkBoolean,
  unique: checkBoolean,
  nullable: checkBoolean,
  default: copyJson,
  defaultSql: checkSql,
  generatedSql: checkSql,
  autoincrement: checkBoolean,
  maxLength: (where, value) => checkInteger(where, value, 1),
  precision: (where, value) => checkInteger(where, value, 1),
  scale: (where, value) => checkInteger(where, value, 0),
  name: checkText,
  type: checkSql,
  foreignKey: checkReference,
  onDelete: (where, value) => checkOneOf(where, value, referentialActions),
  onUpdate: (where, value) => checkOneOf(where, value, referentialActions),
  description: checkString,
  renamedFrom: checkText,
};

/**
 * What stands in an instance's property after construction: the options, checked. Only tools that inspect a class at
 * run time meet it.
 */
export class FieldInfo {
  readonly options: FieldOptions;

  constructor(options: FieldOptions) {
    checkOptions("Field", options, Object.keys(CHECKS));
    const given = (Object.keys(CHECKS) as (keyof FieldOptions)[]).filter((name) => options[name] !== undefined);
    const checked = given.map((name) => [name, CHECKS[name](`Field.${name}`, options[name])]);
    this.options = Object.freeze(Object.fromEntries(checked));
    checkTogether(this.options);
    Object.freeze(this);
  }
}

/**
 * Declares a column and says more about it than its type does. Can be assigned to a property of any type.
 *
 * @example
 * video_id: string = Field({ primaryKey: true, description: "assigned at upload" });
 * language: Varchar<8> = Field({ default: "en" });
 * owner: string = Field({ foreignKey: [User, "user_id"], onDelete: "CASCADE" });
 */
export function Field<T>(options: FieldOptions = {}): T {
  const info: unknown = new FieldInfo(options);
  return info as T;
}

/** Options that contradict each other. */
function checkTogether(options: FieldOptions): void {
  const values = (["default", "defaultSql", "generatedSql"] as const).filter((name) => options[name] !== undefined);
  if (values.length > 1) refuse("Field", `'${values[0]}' and '${values[1]}' exclude each other`);
  const { precision, scale } = options;
  if (precision !== undefined && scale !== undefined && scale > precision) {
    refuse("Field.scale", `${scale} is more than the precision ${precision}`);
  }
  const action = (["onDelete", "onUpdate"] as const).find((name) => options[name] !== undefined);
  if (action !== undefined && options.foreignKey === undefined) refuse(`Field.${action}`, "needs 'foreignKey'");
}
