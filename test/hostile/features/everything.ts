import { BaseSQLModelFeature, FeatureSpec } from "metaxy-compile/dsl";
import { fire } from "../fire.mjs";
import loaded = require("../fire.mjs");

enum Level {
  low = fire("enum-initialiser").length,
  high = `${fire("enum-template")}`.length,
}

namespace Inner {
  export const value = fire("namespace");
  export namespace Deeper {
    fire("inner-namespace");
  }
}

const trap = {
  get key() {
    return fire("getter");
  },
  set key(_: string) {
    fire("setter");
  },
  [fire("computed-key")]: 1,
  toString: () => fire("to-string"),
  valueOf: () => fire("value-of"),
  toJSON: () => fire("to-json"),
  [Symbol.toPrimitive]: () => fire("to-primitive"),
  [Symbol.iterator]: function* () {
    yield fire("iterator");
  },
  then: () => fire("then"),
};

const tagged = fire`tagged`;
const printed = `${trap}` + trap + String(trap) + JSON.stringify(trap) + [...trap];
const { key, missing = fire("pattern-default") } = trap as typeof trap & { missing?: string };
const called = ((argument = fire("argument-default")) => argument)();
const awaited = await trap;
const compared = trap == "x" || trap > 1 || !trap.key;
const made = new (class {
  static field = fire("static-field");
  field = fire("field");
  static {
    fire("static-block");
  }
  constructor(public given = fire("parameter-property")) {}
})();
const later = (async () => import("../fire.mjs"))();
using held = { [Symbol.dispose]: () => void fire("dispose") };
for (const item of trap) fire(`loop-${item}`);
label: while (fire("loop")) break label;
trap.key = "x";
export = fire("export");
export default fire("default-export");

function decorate(..._: unknown[]): never {
  throw fire("decorator");
}

@decorate
@fire("decorator-factory")
export class Everything extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "everything", idColumns: ["id"] });
  static readonly traces = [Level.low, Inner.value, tagged, printed, key, missing, called, awaited, compared, made, later];

  id!: string;

  @decorate
  method(@decorate _argument = fire("method-default")) {
    return loaded;
  }
}
