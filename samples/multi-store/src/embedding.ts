import { BaseSQLModelFeature, FeatureDep, FeatureSpec, Field, FieldSpec, type Int32, type Vector } from "metaxy-compile/dsl";
import { Page } from "./document.ts";

/** The meaning of a page as a point in space. */
export class PageEmbedding extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "document/page-embedding",
    idColumns: ["document_id", "page"],
    deps: [new FeatureDep({ feature: Page, select: ["text"], filters: ["text IS NOT NULL"] })],
    fields: [new FieldSpec({ key: "text", codeVersion: "2024-11" })],
  });

  document_id!: string;
  page!: Int32;
  embedding!: Vector<384>;
  /** The model that made the embedding. */
  model: string = Field({ default: "mini", index: true });
}
