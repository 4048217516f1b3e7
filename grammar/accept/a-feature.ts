// Illustrates: Module, Statement, Import, ImportClause, NamedImports, ImportedName, Class, ClassTail, Heritage,
// Base, QualifiedName, ClassBody, ClassMember, FeatureStatic, StaticModifier, Spec, NewFeatureSpec, SpecOptions, SpecOption,
// Column, ColumnModifier, NAME, WORD, STRING
import { BaseSQLModelFeature, FeatureSpec, type Int64 } from "metaxy-compile/dsl";

/** One row per video. */
export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "video",
    idColumns: ["video_id"],
    fields: ["frames"],
  });

  /** Assigned at upload. */
  declare readonly video_id: string;
  path!: string;
  size?: Int64;
}
