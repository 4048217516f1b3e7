// Illustrates: SpecOption, LibraryValue, Float, Number
import { BaseFeature, float } from "metaxy-compile/dsl";

const threshold = float(1);

export class Described extends BaseFeature {
  static override readonly spec = {
    key: "described",
    idColumns: ["id"],
    description: null,
    metadata: { threshold, absent: undefined, nested: { list: [1, 1n, "one", null, float(0.5)] } },
  };

  id!: string;
}
