import { BaseSQLModelFeature, FeatureSpec, Field, Index, PrimaryKeyConstraint } from "metaxy-compile/dsl";

abstract class Row extends BaseSQLModelFeature {
  id!: string;
  size!: number;
  updated!: Date;
}

export class Plain extends Row {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "plain", idColumns: ["id"], fields: ["size"] });
  static readonly tableArgs = [
    new PrimaryKeyConstraint("id"),
    new Index({ columns: ["size"] }),
    { clickhouse: { engine: "Memory", settings: { max_rows_to_keep: 1000 } } },
  ];
}

export class Logged extends Row {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "logged", idColumns: ["id"], fields: ["size"] });
  static readonly tableArgs = [{ clickhouse: { engine: "StripeLog" } }];
}

export class Keyed extends Row {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "keyed", idColumns: ["id"], fields: ["size"] });
  static readonly tableArgs = [new PrimaryKeyConstraint("id"), { clickhouse: { engine: "EmbeddedRocksDB" } }];
}

export class Newest extends Row {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "newest", idColumns: ["id"], fields: ["size"] });
  static readonly tableArgs = [
    new Index({ columns: ["size"] }),
    {
      clickhouse: {
        engine: "ReplacingMergeTree(updated)",
        orderBy: ["id", "nickname"],
        partitionBy: "toYYYYMM(updated)",
        ttl: "toDateTime(updated) + INTERVAL 1 YEAR",
        settings: { allow_nullable_key: 1 },
      },
    },
  ];

  nickname: string | null = Field({ index: true });
}
