import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

const document = {
  duckdb: "JSON",
  postgresql: "JSONB",
  sqlite: "TEXT",
  clickhouse: "String",
  bigquery: "JSON",
  mysql: "JSON",
} as const;
const small = { duckdb: "SMALLINT", postgresql: "SMALLINT", sqlite: "INTEGER", clickhouse: "Int16", bigquery: "INT64", mysql: "SMALLINT" } as const;
const texts = { duckdb: "TEXT", postgresql: "VARCHAR(40)", sqlite: "TEXT", clickhouse: "LowCardinality(String)", bigquery: "STRING", mysql: "VARCHAR(40)" } as const;
const exact = { duckdb: "DECIMAL(10, 2)", postgresql: "NUMERIC(10, 2)", sqlite: "NUMERIC", clickhouse: "Decimal(10, 2)", bigquery: "NUMERIC", mysql: "DECIMAL(10, 2)" } as const;

export class Raw extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "raw", idColumns: ["id"] });
  id!: string;
  list: string[] = Field({ type: document, default: ["a", "it's"] });
  object: { a: number } = Field({ type: document, default: { a: 1 } });
  text_in_document: string = Field({ type: document, default: "plain" });
  flag: boolean = Field({ type: small, default: true });
  flag_as_text: boolean = Field({ type: texts, default: false });
  moment: Date = Field({ type: texts, default: "2024-01-31T12:30:00Z" });
  state: "new" | "old" = Field({ type: texts, default: "new" });
  count: bigint = Field({ type: texts, default: 5n });
  price: number = Field({ type: exact, default: 0.29 });
}
