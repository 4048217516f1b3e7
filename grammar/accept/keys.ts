// Illustrates: FeatureKey, KeyParts, NewFeatureKey, FieldKey, NewFieldKey
import { BaseFeature, FeatureKey, FeatureSpec, FieldKey, FieldSpec } from "metaxy-compile/dsl";

export class Keys extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: new FeatureKey(["keys", "of", "parts"]),
    idColumns: ["id"],
    fields: [
      new FieldSpec({ key: "audio/french" }),
      new FieldSpec({ key: ["audio", "english"] }),
      new FieldSpec({ key: new FieldKey("audio/german") }),
    ],
  });

  id!: string;
}
