// Illustrates: Spec, SpecOptions, SpecOption, Texts, TextList, Text
import { BaseFeature } from "metaxy-compile/dsl";

export class Thumbnail extends BaseFeature {
  static readonly spec = { key: "thumbnail", idColumns: ["id"], description: "small pictures", metadata: { owner: "me" } };

  id!: string;
}
