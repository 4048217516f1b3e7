import { BaseSQLModelFeature, Field } from "metaxy-compile/dsl";

/** Not a feature: it has no spec. */
export abstract class Media extends BaseSQLModelFeature {
  /** Set at upload. */
  uploaded_at!: Date;
  owner!: string;
  size: number = Field({ default: 0 });
}
