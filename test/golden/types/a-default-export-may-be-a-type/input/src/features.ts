import { BaseSQLModelFeature, FeatureSpec, type Int64 } from "metaxy-compile/dsl";
import { Status, type Point } from "./index.js";
import type PointOf from "./point.js";

export class Visit extends BaseSQLModelFeature {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "visit", idColumns: ["id"], metadata: { first: Status.New } });
  id!: string;
  status: Status = Status.New;
  done?: Status.Done;
  at!: Point;
  pixel!: PointOf<Int64>;
}
