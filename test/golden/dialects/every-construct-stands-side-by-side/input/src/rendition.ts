import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";
import { Asset } from "./asset.ts";

export class Rendition extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "rendition", idColumns: ["rendition_id"], deps: [Asset] });

  rendition_id: string = Field({ primaryKey: true });
  asset_id: string = Field({ foreignKey: [Asset, "asset_id"], onDelete: "CASCADE" });
}
