import { BaseSQLModelFeature, FeatureDep, FeatureSpec, FieldDep, FieldSpec, type Float32 } from "metaxy-compile/dsl";
import { Article } from "../../a/src/article.ts";

/** The words that an article is found by. */
export class ArticleTerms extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "search/article-terms",
    idColumns: ["article_id"],
    deps: [new FeatureDep({ feature: Article, select: ["published_at"] })],
    fields: [
      new FieldSpec({ key: "terms", deps: [new FieldDep({ feature: Article, fields: ["headline", "body"] })] }),
    ],
  });

  article_id!: string;
  /** Each word and how much it says about the article. */
  terms!: Record<string, Float32>;
  published_at!: Date;
}
