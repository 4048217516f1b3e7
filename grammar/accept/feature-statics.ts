// Illustrates: FeatureStatic, StaticModifier, FeatureConfig, Injection, InjectionOption, OtherStatic
import { BaseSQLModelFeature, type FeatureConfig } from "metaxy-compile/dsl";

export class Statics extends BaseSQLModelFeature {
  static readonly KEY = "statics";
  private static readonly IDS: readonly string[] = ["id"];
  static cached = new Map<string, number>();
  static late?: string;

  static override readonly table: boolean = true;
  static override readonly spec = { key: Statics.KEY, idColumns: Statics.IDS };
  static override readonly tableName = `${Statics.KEY}_table`;
  static override readonly featureConfig: FeatureConfig = { ext: { sqlmodel: { injectPrimaryKey: true, injectIndex: false } } };

  id!: string;
}
