import {
  BaseSQLModelFeature,
  type DateOnly,
  type Decimal,
  FeatureSpec,
  Field,
  type Float64,
  float,
  Index,
  type Int32,
  type Int64,
  type Json,
  type Uuid,
  type Varchar,
} from "metaxy-compile/dsl";
import type { Severity } from "./vocabulary.ts";

const GREETING = "it's \"fine\"";

/** Every kind of default. */
export class Defaults extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "options/defaults", idColumns: ["id"] });

  id!: string;

  a_string: string = Field({ default: GREETING });
  an_empty_string: string = Field({ default: "" });
  a_unicode_string: string = Field({ default: "naïve ✓ 🎬 \\ back" });
  an_integer: Int32 = Field({ default: -7 });
  a_large_integer: Int64 = Field({ default: 9_007_199_254_740_993n });
  a_fraction: number = Field({ default: 0.25 });
  a_whole_float: Float64 = Field({ default: float(1) });
  a_decimal: Decimal<10, 2> = Field({ default: "19.99" });
  a_boolean: boolean = Field({ default: false });
  a_null: string | null = Field({ default: null });
  a_date: DateOnly = Field({ default: "2024-02-29" });
  an_enum: Severity = Field({ default: "low" });
  a_list: string[] = Field({ default: ["a", "it's"] });
  a_json: Json<{ theme: string; sizes: number[] }> = Field({ default: { theme: "dark", sizes: [1, 2] } });

  from_initializer: string = "as written";
  number_from_initializer: number = 0.5;
  flag_from_initializer: boolean = true;

  from_database: Date = Field({ defaultSql: "CURRENT_TIMESTAMP" });
  random_key: Uuid = Field({ defaultSql: "gen_random_uuid()" });
}

/** Every other option of a column. */
export class Options extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly tableName = "column_options";
  static override readonly spec = new FeatureSpec({ key: "options/columns", idColumns: ["id"] });
  static override readonly tableArgs = [
    new Index({ name: "ix_recent", columns: [{ column: "score", descending: true }], where: "score > 0" }),
    new Index({ name: "ix_lower_title", columns: [{ expression: "lower(title)" }] }),
    new Index({ name: "ix_tags", columns: ["tags"], using: "gin" }),
    new Index({ name: "ix_covering", columns: ["title"], include: ["score"], unique: true }),
  ];

  id: string = Field({ primaryKey: true });
  sequence: Int64 = Field({ autoincrement: true, unique: true });
  title: string = Field({ maxLength: 200, index: true });
  code: Varchar<12> = Field({ unique: true });
  price: number = Field({ precision: 12, scale: 3 });
  camelCase: string = Field({ name: "snake_case" });
  score: number = Field({ renamedFrom: "rating" });
  maybe: string = Field({ nullable: true });
  title_length: Int32 = Field({ generatedSql: "length(title)" });
  address: string = Field({ type: { postgresql: "inet", duckdb: "VARCHAR" } });
  tags!: string[];
  parent_id: string | null = Field({ foreignKey: [Options, "id"], onDelete: "SET NULL", onUpdate: "CASCADE" });
}
