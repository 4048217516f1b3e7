// Illustrates: TypeQuery, TypeOperator, TypeSuffix, IndexSuffix
import { BaseSQLModelFeature } from "metaxy-compile/dsl";
import type { FIELDS } from "./shared/constants.js";

const COLORS = ["red", "green"] as const;
const SIZES = { small: 1, large: 2 } as const;
interface Shape {
  color: string;
}

export class OfValues extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "value_types", idColumns: ["id"] };

  id!: string;
  color!: (typeof COLORS)[number];
  size!: keyof typeof SIZES;
  number_of!: (typeof SIZES)[keyof typeof SIZES];
  shape!: Shape["color"];
  field!: (typeof FIELDS)[number];
}
