import { BaseSQLModelFeature, FeatureSpec, type Json } from "metaxy-compile/dsl";

abstract class Row extends BaseSQLModelFeature {
  id!: string;
  note!: string | null;
  tags!: (string | null)[];
  payload!: Json;
}

export class Misspelt extends Row {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "misspelt", idColumns: ["id"], fields: ["a"] });
  static readonly tableArgs = [{ clickhouse: { engine: "ReplacingMergetree" } }];
}

export class Unsorted extends Row {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "unsorted", idColumns: ["id"], fields: ["a"] });
  static readonly tableArgs = [
    { clickhouse: { engine: "Null", orderBy: ["id"], partitionBy: "id", ttl: "now()", settings: { a: 1 } } },
  ];
}

export class Keyless extends Row {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "keyless", idColumns: ["id"], fields: ["a"] });
  static readonly tableArgs = [{ clickhouse: { engine: "EmbeddedRocksDB" } }];
}

export class Sorted extends Row {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "sorted", idColumns: ["id"], fields: ["a"] });
  static readonly tableArgs = [{ clickhouse: { orderBy: ["id", "note", "tags", "payload"] } }];
}
