// Illustrates: Initial, Field, Call, FieldOptions, FieldOption, Sql, Flag, Number, DIALECT
import { BaseSQLModelFeature, type Decimal, Field } from "metaxy-compile/dsl";

const indexed = { index: true };

export class Options extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "options", idColumns: ["id"] };

  id: string = Field({ primaryKey: true, description: "assigned at upload" });
  path: string = Field<string>({ unique: true, maxLength: 200, renamedFrom: "file" });
  price: number | null = Field({ precision: 10, scale: 2, default: 0 });
  made: Date = Field({ defaultSql: "now()", nullable: false });
  upper: string = Field({ generatedSql: "upper(path)" });
  raw: string = Field({ type: "VARCHAR(3)" });
  places: string = Field({ type: { duckdb: "JSON", postgresql: "JSONB" } });
  fast: string = Field(indexed);
  exact: Decimal<10, 2> = Field({ ...indexed, name: "exact_price" });
  plain: string = Field();
}
