import { BaseSQLModelFeature, FeatureSpec, ForeignKeyConstraint, UniqueConstraint } from "metaxy-compile/dsl";

export class Place extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "place", idColumns: ["id"] });
  static override readonly tableArgs = [
    new UniqueConstraint("country", "city"),
  ];

  id!: string;
  country!: string;
  city!: string;
}

export class Visit extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "visit", idColumns: ["id"] });
  static override readonly tableArgs = [
    new ForeignKeyConstraint({ columns: ["town", "land"], references: ["place.city", "place.country"] }),
  ];

  id!: string;
  town!: string;
  land!: string;
}
