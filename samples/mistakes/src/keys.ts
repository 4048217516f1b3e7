import { BaseSQLModelFeature, FeatureKey, FeatureSpec } from "metaxy-compile/dsl";

/** A key's parts are lower case. */
export class UpperCaseKey extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: new FeatureKey(["scan", "RawPage"]), idColumns: ["id"] });

  id!: string;
}

/** Another class has this key. */
export class SecondDocument extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "document", idColumns: ["id"] });

  id!: string;
}

/** This key and the next one make the same table name. */
export class PageImage extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "page-image/raw", idColumns: ["id"] });

  id!: string;
}

export class PageImageAgain extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "page_image/raw", idColumns: ["id"] });

  id!: string;
}

/** A field is listed twice. */
export class RepeatedField extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "repeated-field",
    idColumns: ["id"],
    fields: ["text", "layout", "text"],
  });

  id!: string;
}
