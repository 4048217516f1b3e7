// Illustrates: TableArgs, TableArg, TableOptions, TableOption, NewIndex, IndexOptions, IndexOption, IndexColumn,
// IndexColumnOption, NewUnique, NewPrimaryKey, KeyOptions, KeyOption, NewCheck, CheckOptions, CheckOption
import { BaseSQLModelFeature, CheckConstraint, Index, PrimaryKeyConstraint, UniqueConstraint } from "metaxy-compile/dsl";

export class Arguments extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "arguments", idColumns: ["id", "part"] };
  static override readonly tableArgs = [
    new Index(null, "path"),
    new Index("ix_size", "size", { column: "path", descending: false }),
    new Index({ name: "ix_lower", columns: [{ expression: "lower(path)" }], unique: true }),
    new Index({ name: "ix_path", columns: [{ column: "path", nulls: "first" }] }),
    new PrimaryKeyConstraint("id", "part"),
    new UniqueConstraint({ name: "uq_path", columns: ["path", "part"] }),
    new UniqueConstraint("size", "part"),
    new CheckConstraint({ name: "ck_path", expression: "path <> ''" }),
    { comment: "one row per part" },
  ];

  id!: string;
  part!: string;
  path!: string;
  size!: number;
}
