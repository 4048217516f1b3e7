import { BaseFeature, FeatureKey, FeatureSpec, FieldSpec } from "metaxy-compile/dsl";
import fallback, * as constants from "./constants.js";
import { Constants, Part } from "./constants.js";

const { deep: [first, second] } = constants.nested;
const isRaw = true;
const missing: string | null = null;

export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    ...constants.shared,
    key: new FeatureKey([`${constants.base}-${fallback}`, isRaw ? Part.Raw : Part.Crop, "x" + 1]),
    fields: [
      new FieldSpec({ key: first, codeVersion: Constants.version }),
      (second satisfies string) as "b",
      missing ?? constants["nested"].deep[0]! + "2",
    ],
    metadata: { negative: -1, big: 12345678901234567890n, list: [true, null], ["computed"]: 1.5 },
  });

  video_id!: string;
  frame!: number;
}
