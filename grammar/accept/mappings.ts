// Illustrates: Mapping, DefaultMapping, MappingOptions, MappingOption, SpecificMapping, MappedFields, MappedField, PlainMapping,
// Lineage, Identity, Aggregation, Expansion, ExpansionOption
import { BaseFeature, FeatureDep, FeatureSpec, FieldsMapping, LineageRelationship } from "metaxy-compile/dsl";

export class Chapter extends BaseFeature {
  static override readonly spec = { key: "chapter", idColumns: ["id"], fields: ["text", "audio/french"] };

  id!: string;
}
export class Page extends BaseFeature {
  static override readonly spec = { key: "page", idColumns: ["id"], fields: ["text"] };

  id!: string;
}
export class Line extends BaseFeature {
  static override readonly spec = { key: "line", idColumns: ["id"], fields: ["text"] };

  id!: string;
}
export class Word extends BaseFeature {
  static override readonly spec = { key: "word", idColumns: ["id"], fields: ["text"] };

  id!: string;
}

export class Mapped extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "mapped",
    idColumns: ["id", "part"],
    fields: ["text", "french"],
    deps: [
      new FeatureDep({
        feature: Chapter,
        fieldsMapping: FieldsMapping.default({ matchSuffix: true, excludeFields: ["text"] }),
        lineage: LineageRelationship.expansion({ on: ["id"], idGenerationPattern: "random" }),
      }),
      new FeatureDep({
        feature: Page,
        fieldsMapping: FieldsMapping.specific({ text: ["text"] }),
        lineage: LineageRelationship.identity(),
      }),
      new FeatureDep({ feature: Line, fieldsMapping: FieldsMapping.all(), lineage: LineageRelationship.aggregation({ on: ["id"] }) }),
      new FeatureDep({ feature: Word, fieldsMapping: FieldsMapping.none(), lineage: LineageRelationship.aggregation() }),
    ],
  });

  id!: string;
  part!: string;
}
