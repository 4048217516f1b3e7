// Illustrates: BitwiseOr, BitwiseXor, BitwiseAnd, Equality, Relation, Shift, Sum, Product, Power, Unary, Signed, Parentheses
import { BaseFeature } from "metaxy-compile/dsl";

const SIZE: number = 8;

export class Operators extends BaseFeature {
  static override readonly spec = {
    key: "opera" + "tors_" + SIZE,
    idColumns: ["id"],
    metadata: {
      sum: 1 + 2 - 3,
      product: (2 * SIZE) / 4 % 3,
      power: SIZE ** 2 ** -1,
      bits: (SIZE & 12) | 3 ^ 1,
      shifted: [1 << 4, -16 >> 2, -1 >>> 28],
      compared: [SIZE < 9, SIZE > 9, SIZE <= 8, "a" >= "b"],
      same: [SIZE === 8, SIZE !== 8],
      signs: [-SIZE, +SIZE, ~SIZE, !SIZE],
      integers: 2n ** 64n - 1n,
    },
  };

  id!: string;
}
