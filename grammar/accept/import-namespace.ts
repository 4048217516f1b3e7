// Illustrates: Import, ImportClause, NamespaceImport, Member, Index
import * as dsl from "metaxy-compile/dsl";
import ignored, * as shared from "./shared/constants.js";

export class Namespaced extends dsl.BaseFeature {
  static override readonly spec = new dsl.FeatureSpec({ key: "namespaced", idColumns: [shared.ID], fields: [shared["default"]] });

  id!: dsl.Uuid;
  stage!: shared.Stage;
}
