import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
import { Document } from "./document.ts";

export class Embedding extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "embedding",
    idColumns: ["document_id", "chunk"],
    fields: ["values"],
    deps: [Document],
  });

  document_id!: string;
  chunk!: bigint;
  values!: number[];
}
