import type { Int32, Int64, Varchar } from "metaxy-compile/dsl";
import { Identified, WithDeletion, WithRank, WithRanks } from "./columns.js";

export class GivenInTheCall extends WithDeletion(Identified<Int64>) {
  static readonly table = true;
  static readonly spec = { key: "given_in_the_call", idColumns: ["id"] };
}

export class GivenAfterTheCall extends WithDeletion(Identified)<Int64> {
  static readonly table = true;
  static readonly spec = { key: "given_after_the_call", idColumns: ["id"] };
}

export class NotGiven extends WithDeletion(Identified) {
  static readonly table = true;
  static readonly spec = { key: "not_given", idColumns: ["id"] };
}

export class GivenToTheMixin extends WithRank<typeof Identified, Int32>(Identified) {
  static readonly table = true;
  static readonly spec = { key: "given_to_the_mixin", idColumns: ["id"] };
}

export class GivenToAMixinOfAMixin extends WithRanks<typeof Identified, Varchar<8>>(Identified<Int64>) {
  static readonly table = true;
  static readonly spec = { key: "given_to_a_mixin_of_a_mixin", idColumns: ["id"] };
}

export class Defaults extends WithRanks(WithDeletion(Identified)) {
  static readonly table = true;
  static readonly spec = { key: "defaults", idColumns: ["id"] };
}

const Numbered = Identified<Int64>;

export class GivenInAConstant extends WithDeletion(Numbered) {
  static readonly table = true;
  static readonly spec = { key: "given_in_a_constant", idColumns: ["id"] };
}

export class GivenInParentheses extends (Identified<Int64>) {
  static readonly table = true;
  static readonly spec = { key: "given_in_parentheses", idColumns: ["id"] };
}
