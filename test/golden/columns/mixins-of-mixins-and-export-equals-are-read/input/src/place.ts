import { BaseFeature } from "metaxy-compile/dsl";
import Visit = require("./visit.cjs");

export class Place extends BaseFeature {
  static override readonly spec = { key: "place", idColumns: ["id"], deps: [Visit] };

  id!: string;
}
