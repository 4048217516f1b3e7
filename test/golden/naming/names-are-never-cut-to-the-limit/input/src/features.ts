import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

/** The table fits with 60 bytes, the names derived from it do not. */
export class Fits extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "a-key-of-exactly-fifty-six-characters-that-fits-narrowly",
    idColumns: ["id"],
  });

  id: string = Field({ index: true });
}

export class TooLong extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "a-key-of-sixty-characters-that-does-not-fit-with-its-prefix1",
    idColumns: ["id"],
  });

  id!: string;
}
