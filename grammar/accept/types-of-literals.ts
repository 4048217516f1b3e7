// Illustrates: LiteralType, TemplateType, Type
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

type Side = "left" | "right";

export class OfLiterals extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "literal_types", idColumns: ["id"] };

  id!: string;
  color!: | "red" | `green` | null;
  level!: 1 | -2;
  large!: 1n | -1n;
  on!: true | false;
  corner!: `${"top" | "bottom"}-${Side}`;
  file!: `${string}.png`;
}
