import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

abstract class Shared extends BaseFeature {
  id!: string;
}

/** Neither is read: nobody knows how often this is called. */
export function makeFeatures(key: string) {
  class Declared extends Shared {
    static override readonly spec = new FeatureSpec({ key, idColumns: ["id"] });
  }
  return [
    Declared,
    class extends BaseFeature {
      static override readonly spec = new FeatureSpec({ key: "anonymous", idColumns: ["id"] });
    },
  ];
}

/** Extends nothing of the library: no warning. */
export const other = () => class Other extends Error { static spec = "RFC 9457" };

// metaxy-ignore MXC1047: only ever made in tests
export const ignored = () => [class extends Shared { static override readonly spec = { key: "x", idColumns: ["id"] } }];
