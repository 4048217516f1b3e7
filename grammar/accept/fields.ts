// Illustrates: Fields, FieldSpec, NewFieldSpec, FieldSpecOptions, FieldSpecOption, FieldDeps, FieldDep, NewFieldDep,
// FieldDepOptions, FieldDepOption, AllFields, FieldKeys, FieldKeyList
import { BaseFeature, FeatureSpec, FieldDep, FieldSpec, SpecialFieldDep } from "metaxy-compile/dsl";

export class Upstream extends BaseFeature {
  static override readonly spec = { key: "upstream", idColumns: ["id"], fields: ["audio", "frames"] };

  id!: string;
}

export class Sidestream extends BaseFeature {
  static override readonly spec = { key: "sidestream", idColumns: ["id"], fields: ["frames"] };

  id!: string;
}

export class Fields extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "fields",
    idColumns: ["id"],
    deps: [Upstream, Sidestream],
    fields: [
      "plain",
      new FieldSpec({ key: "versioned", codeVersion: "2" }),
      { key: "all", deps: SpecialFieldDep.ALL },
      { key: "some", deps: [new FieldDep({ feature: Upstream, fields: ["audio"] }), { feature: "sidestream", fields: [["frames"]] }] },
      { key: "every", deps: [{ feature: Upstream, fields: SpecialFieldDep.ALL }] },
    ],
  });

  id!: string;
}
