import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Document extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "document", idColumns: ["document_id"], fields: ["text"] });

  document_id!: string;
  text!: string;
}
