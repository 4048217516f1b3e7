// Illustrates: TableArgs, TableOptions, TableOption, DIALECT
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

export class Placed extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "placed", idColumns: ["id"] };
  static override readonly tableName = "placed_by_name";
  static override readonly tableArgs = [{ comment: "placed", schema: "media", clickhouse: { partitionBy: "id" } }];

  id!: string;
}
