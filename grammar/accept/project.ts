// Illustrates: FeatureStatic
import { BaseFeature } from "metaxy-compile/dsl";

export class Owned extends BaseFeature {
  static override readonly project = "media_team";
  static override readonly spec = { key: "team", idColumns: ["id"] };

  id!: string;
}
