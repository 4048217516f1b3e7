import { BaseSQLModelFeature, FeatureSpec, type Text } from "metaxy-compile/dsl";

/** One row per article that a publisher sent. */
export class Article extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "article",
    idColumns: ["article_id"],
    fields: ["headline", "body"],
  });

  article_id!: string;
  headline!: string;
  body!: Text;
  published_at!: Date;
}
