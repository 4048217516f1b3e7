import { BaseFeature, FeatureDep, FeatureSpec, FieldDep, FieldSpec, FieldsMapping, LineageRelationship, SpecialFieldDep } from "metaxy-compile/dsl";

export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "video",
    idColumns: ["video_id"],
    fields: [new FieldSpec({ key: "frames", codeVersion: "2" }), "audio/french", "audio/english"],
  });

  video_id!: string;
  path!: string;
}

export class ByName extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "by-name", idColumns: ["video_id"], deps: [Video], fields: ["frames", "other"] });

  video_id!: string;
}

export class BySuffix extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "by-suffix",
    idColumns: ["video_id"],
    deps: [new FeatureDep({ feature: "video", fieldsMapping: FieldsMapping.default({ matchSuffix: true, excludeFields: ["frames"] }) })],
    fields: ["french"],
  });

  video_id!: string;
}

export class Specific extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "specific",
    idColumns: ["video_id"],
    deps: [
      new FeatureDep({
        feature: ["video"],
        select: ["uri"],
        rename: { path: "uri" },
        fieldsMapping: FieldsMapping.specific({ mix: ["audio/french", "audio/english"] }),
        filters: ["uri IS NOT NULL"],
        lineage: LineageRelationship.identity(),
      }),
      new FeatureDep({ feature: ByName, fieldsMapping: FieldsMapping.none(), optional: true }),
    ],
    fields: ["mix"],
  });

  video_id!: string;
  uri!: string;
}

export class Explicit extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "explicit",
    idColumns: ["video_id"],
    deps: [Video, new FeatureDep({ feature: Specific, fieldsMapping: FieldsMapping.all() })],
    fields: [
      new FieldSpec({ key: "one", deps: [new FieldDep({ feature: Video, fields: ["frames"] })] }),
      new FieldSpec({ key: "all", deps: SpecialFieldDep.ALL }),
    ],
  });

  video_id!: string;
}
