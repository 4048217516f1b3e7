// Illustrates: Import, ImportClause, NamedImports, ImportedName, EffectImport
import "./shared/constants.js";
import { BaseFeature as Base, FeatureSpec as Spec } from "metaxy-compile/dsl";
import fallback, { FIELDS, ID as KEY, type Label } from "./shared/constants.js";
import type { Box } from "./shared/constants.ts";

export class Imported extends Base {
  static override readonly spec = new Spec({ key: ["imported", fallback], idColumns: [KEY], fields: FIELDS });

  id!: string;
  label!: Label;
  box!: Box;
}
