// MXC1047
import { BaseFeature } from "metaxy-compile/dsl";

export function rejected() {
  return class Rejected extends BaseFeature {
    static override readonly spec = { key: "rejected", idColumns: ["id"] };

    id!: string;
  };
}
