// How a dependency names its feature: by key, or by the class that declares it.

import { FeatureKey, type FeatureKeyLike } from "./key.ts";
import { at, describe, refuse } from "./validation-error.ts";

/** A class with a feature spec. */
export type FeatureClass = (abstract new (
  ...args: never
) => object) & {
  readonly spec: { readonly key: FeatureKeyLike };
};

/** A feature class, or the key of a feature. */
export type FeatureRef = FeatureKeyLike | FeatureClass;

/**
 * The key of the feature that is referred to. A class that is still `undefined` comes from modules that import each
 * other: name the feature by its key there.
 */
export function readFeatureRef(where: string, feature: FeatureRef | undefined): FeatureKey {
  if (feature === undefined) {
    return refuse(where, "is undefined; if it is a class of a module that imports this one, write its key instead");
  }
  return at(where, () => new FeatureKey(typeof feature === "function" ? keyOfClass(feature) : feature));
}

function keyOfClass(feature: FeatureClass): FeatureKeyLike {
  const spec: unknown = feature.spec;
  if (typeof spec === "object" && spec !== null) return feature.spec.key;
  return refuse(describe(feature), "is not a feature class with a spec");
}
