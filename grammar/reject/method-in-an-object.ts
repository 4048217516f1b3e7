// MXC1016
import { BaseFeature } from "metaxy-compile/dsl";

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: {
      size() {
        return 1;
      },
    } } };

  id!: string;
}
