import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

const TEN = "0123456789";
const HUNDRED = `${TEN}${TEN}${TEN}${TEN}${TEN}${TEN}${TEN}${TEN}${TEN}${TEN}`;
const LONG = `${HUNDRED}${HUNDRED}${HUNDRED}${HUNDRED}${HUNDRED}${HUNDRED}${HUNDRED}${HUNDRED}${HUNDRED}${HUNDRED}${HUNDRED}`;

/** it's a \ "note": $$ -- /* 😀 é */
export class Note extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "note", idColumns: ["id"] });

  id!: string;
  lines: string = Field({ description: "one\ntwo\r\nthree\t'" });
  long: string = Field({ description: LONG });
}
