import { BaseSQLModelFeature, FeatureSpec, Field, type Int64 } from "metaxy-compile/dsl";

export class Nullable extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "nullable", idColumns: ["id"] });

  id!: string | null;
}

export class Numbered extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "numbered", idColumns: ["id"] });

  id: Int64 = Field({ autoincrement: true });
}

export class Defaulted extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "defaulted", idColumns: ["id"] });

  id: string = Field({ defaultSql: "uuid()" });
}

export class Generated extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "generated", idColumns: ["id"] });

  path!: string;
  id: string = Field({ generatedSql: "lower(path)" });
}

export class Twice extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "twice", idColumns: ["id", "id"] });

  id!: string;
}

export class System extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "system", idColumns: ["metaxy_created_at"] });

  id!: string;
}

export class None extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "none", idColumns: [] });

  id!: string;
}

export class Text extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "text", idColumns: "id" });

  id!: string;
}
