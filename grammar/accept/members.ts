// Illustrates: Access, Primary, Suffix, Member, Index, Concat
import { BaseFeature } from "metaxy-compile/dsl";

const KEYS = { video: { raw: ["members", "raw"] }, none: null as { key: string } | null };

export class Members extends BaseFeature {
  static override readonly spec = {
    key: KEYS.video["raw"],
    idColumns: ["id"].concat("part", ["more"]),
    metadata: { first: KEYS.video.raw[0]!, size: KEYS.video.raw.length, letter: "abc"[1]!, none: KEYS.none?.key ?? KEYS?.["none"] },
  };

  id!: string;
  part!: string;
  more!: string;
}
