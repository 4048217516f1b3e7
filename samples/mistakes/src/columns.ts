import { BaseSQLModelFeature, FeatureSpec, Field, Index, type Int64 } from "metaxy-compile/dsl";
import { Document } from "./document.ts";

/** The id column is not a column. */
export class MissingId extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "missing-id", idColumns: ["sample_id"] });

  sampleid!: string;
}

/** An id that may be empty identifies nothing. */
export class NullableId extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "nullable-id", idColumns: ["id"] });

  id?: string;
}

/** An id that the database makes up is different in every store. */
export class NumberedId extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "numbered-id", idColumns: ["id"] });

  id: Int64 = Field({ primaryKey: true, autoincrement: true });
}

/** Metaxy adds this column itself. */
export class OwnCreatedAt extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "own-created-at", idColumns: ["id"] });

  id!: string;
  metaxy_created_at!: Date;
}

/** No database has a type for a function. */
export class StoredFunction extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "stored-function", idColumns: ["id"] });

  id!: string;
  onChange!: () => void;
}

/** Document has no column `id`. */
export class UnknownTarget extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "unknown-target", idColumns: ["id"] });

  id!: string;
  document: string = Field({ foreignKey: [Document, "id"] });
}

/** The index is over a column of another spelling. */
export class MisspeltIndex extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "misspelt-index", idColumns: ["id"] });
  static override readonly tableArgs = [new Index({ columns: ["createdAt"] })];

  id!: string;
  created_at!: Date;
}
