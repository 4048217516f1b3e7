// Illustrates: Literal, Signed, STRING, TEMPLATE, NUMBER, BIGINT, WORD, Pair, PropertyName
import { BaseFeature } from "metaxy-compile/dsl";

export class Literals extends BaseFeature {
  static override readonly spec = {
    key: 'literals',
    idColumns: [`id`],
    metadata: {
      texts: ["\u{1F600}\x41\n\"", 'it\'s', "\0", `\``],
      numbers: [1_000, 0.5, .5, 5., 1e3, 0xff, 0o17, 0b11, -1],
      integers: [9007199254740993n, -0x1fn],
      "other things": [true, false, null],
      1: "one",
      ["written out"]: 2,
      default: 3,
    },
  };

  id!: string;
}
