// Illustrates: Mixin, MixinHead, MixinBody, MixinClass, MixinCall, Base, TypeArguments
import { BaseSQLModelFeature, type Int64 } from "metaxy-compile/dsl";

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

const WithRank = <T extends Constructor, Rank = string>(Base: T) => class extends Base { rank!: Rank };
class Numbered<Id = string> extends BaseSQLModelFeature {
  id!: Id;
}

export class MixedGenerics extends WithOwner(Numbered<Int64>) {
  static override readonly table = true;
  static override readonly spec = { key: "mixed_generics", idColumns: ["id"] };
}

export class MixedByGenerics extends WithRank<typeof BaseSQLModelFeature, Int64>(BaseSQLModelFeature) {
  static override readonly table = true;
  static override readonly spec = { key: "mixed_by_generics", idColumns: ["id"] };

  id!: string;
}
