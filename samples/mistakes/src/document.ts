import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";

/** The one class here without a mistake; the others refer to it. */
export class Document extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "document",
    idColumns: ["document_id"],
    fields: ["text", "layout"],
  });

  document_id!: string;
  title!: string;
}
