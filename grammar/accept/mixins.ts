// Illustrates: Mixin, MixinHead, MixinBody, MixinClass, MixinCall, Base
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

type Constructor = new (...args: any[]) => object;

export const WithTimes = <T extends Constructor>(Base: T) => class extends Base { seen_at!: Date };
const WithMoreTimes = <T extends Constructor>(Base: T) => class extends WithTimes(Base) { left_at!: Date };
function WithOwner<T extends Constructor>(Base: T) {
  return class extends Base {
    owner!: string;
  };
}
export const WithSize = function <T extends Constructor>(Base: T) {
  class Sized extends Base {
    size!: number;
  }
  return Sized;
};

export class Mixed extends (WithMoreTimes(WithOwner(WithSize(BaseSQLModelFeature))) as typeof BaseSQLModelFeature) {
  static override readonly table = true;
  static override readonly spec = { key: "mixed", idColumns: ["id"] };

  id!: string;
}
