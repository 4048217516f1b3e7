// Illustrates: Import, Attributes
import { BaseFeature } from "metaxy-compile/dsl";
import labels from "./shared/labels.json" with { type: "json" };

export class FromJson extends BaseFeature {
  static override readonly spec = { key: "from_json", idColumns: ["id"], metadata: { all: labels, one: labels.labels["a b"] } };

  id!: string;
}
