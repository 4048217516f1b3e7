import { BaseSQLModelFeature, FeatureDep, FeatureSpec, FieldDep, FieldSpec } from "metaxy-compile/dsl";
import { Document } from "./document.ts";

/** There is no feature with this key. */
export class Misspelt extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "misspelt", idColumns: ["id"], deps: ["documents"] });

  id!: string;
}

/** Summary needs Outline, and Outline needs Summary. */
export class Summary extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "summary", idColumns: ["id"], deps: ["outline"] });

  id!: string;
}

export class Outline extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "outline", idColumns: ["id"], deps: ["summary"] });

  id!: string;
}

/** Document has no field of this name. */
export class UnknownField extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "unknown-field",
    idColumns: ["document_id"],
    deps: [Document],
    fields: [new FieldSpec({ key: "words", deps: [new FieldDep({ feature: Document, fields: ["texts"] })] })],
  });

  document_id!: string;
}

/** Document has no column of this name. */
export class UnknownColumn extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "unknown-column",
    idColumns: ["document_id"],
    deps: [new FeatureDep({ feature: Document, rename: { titel: "document_title" } })],
  });

  document_id!: string;
}
