import { BaseFeature, FeatureSpec, FieldSpec } from "metaxy-compile/dsl";

/** Parent feature that generates embeddings from raw data. */
export class ParentFeature extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: "examples/parent",
    idColumns: ["sample_uid"],
    fields: [new FieldSpec({ key: "embeddings", codeVersion: "1" })],
  });
}

/** Child feature that uses parent embeddings to generate predictions. */
export class ChildFeature extends BaseFeature {
  static override readonly project = "oracle";
  static override readonly spec = new FeatureSpec({
    key: "examples/child",
    idColumns: ["sample_uid"],
    deps: [ParentFeature],
    fields: ["predictions"],
  });
}
