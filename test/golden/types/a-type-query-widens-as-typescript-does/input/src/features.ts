import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
import * as values from "./values.js";
import { ASSERTED, ASSERTED_LIST, ASSERTED_NUMBER, first, Level, LITERALS, PARTLY, SAME, SAME_LITERALS } from "./values.js";
import { second, TYPED, WIDENED, WITH_TYPED, WITH_WIDENED } from "./values.js";

export class Widened extends BaseSQLModelFeature {
  static readonly table = true;
  static readonly spec = new FeatureSpec({ key: "widened", idColumns: ["id"] });
  id!: string;
  literals!: (typeof LITERALS)[number];
  widened!: (typeof WIDENED)[number];
  with_widened!: (typeof WITH_WIDENED)[number];
  with_typed!: (typeof WITH_TYPED)[number];
  asserted!: typeof ASSERTED;
  asserted_number!: typeof ASSERTED_NUMBER;
  asserted_list!: (typeof ASSERTED_LIST)[number];
  partly!: typeof PARTLY.size;
  typed_text!: typeof TYPED.text;
  typed_size!: typeof TYPED.size;
  same!: (typeof SAME)[number];
  same_literals!: (typeof SAME_LITERALS)[number];
  first!: typeof first;
  second!: typeof second;
  of_a_module!: (typeof values.WIDENED)[number];
  literals_of_a_module!: (typeof values.LITERALS)[number];
  level_names!: keyof typeof Level;
  levels!: (typeof Level)[keyof typeof Level];
}
