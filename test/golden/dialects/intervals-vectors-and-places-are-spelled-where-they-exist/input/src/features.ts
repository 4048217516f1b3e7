import { BaseSQLModelFeature, FeatureSpec, type Geography, type Interval, type Vector } from "metaxy-compile/dsl";

export class Place extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "place", idColumns: ["id"] });

  id!: string;
  where!: Geography;
  during!: Interval;
  embedding!: Vector<3>;
}
