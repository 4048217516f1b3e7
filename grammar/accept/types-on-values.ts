// Illustrates: TypeNote, ConstNote, Cast, Parentheses, Freeze, Call
import { BaseFeature, type FeatureSpecOptions } from "metaxy-compile/dsl";

const KEY = ["typed", "values"] as const;
const IDS = <const>["id"];
const OPTIONS = Object.freeze({ key: KEY, idColumns: IDS }) satisfies FeatureSpecOptions;
const FIELDS = Object.freeze<string[]>([<string>"a"]);

export class TypedValues extends BaseFeature {
  static override readonly spec = { ...(OPTIONS as FeatureSpecOptions), fields: FIELDS! };

  id!: string;
}
