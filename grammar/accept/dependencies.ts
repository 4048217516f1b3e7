// Illustrates: Deps, Dep, FeatureRef, ClassName, NewFeatureDep, DepOptions, DepOption, Rename
import { BaseFeature, FeatureDep, FeatureKey, FeatureSpec } from "metaxy-compile/dsl";

export class Document extends BaseFeature {
  static override readonly spec = { key: "document", idColumns: ["id"] };

  id!: string;
  title!: string;
  pages!: number;
}
export class Author extends BaseFeature {
  static override readonly spec = { key: "author", idColumns: ["id"] };

  id!: string;
}
export class Reader extends BaseFeature {
  static override readonly spec = { key: "reader", idColumns: ["id"] };

  id!: string;
}

export class Dependencies extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "dependencies",
    idColumns: ["id"],
    deps: [
      new FeatureDep({
        feature: Document,
        rename: { title: "document_title" },
        select: ["document_title"],
        filters: ["pages > 10"],
        optional: true,
      }),
      { feature: new FeatureKey("author") },
      "reader",
    ],
  });

  id!: string;
}
