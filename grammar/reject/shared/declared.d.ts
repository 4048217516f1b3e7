import { BaseFeature } from "metaxy-compile/dsl";

export declare abstract class Declared extends BaseFeature {
  seen_at: Date;
}
