// Illustrates: Constant, Array, Freeze, Unread
import { BaseFeature } from "metaxy-compile/dsl";

const IDS = ["id"];
const OPTIONS = Object.freeze({ owner: "me" });

for (const id of IDS) console.log(id, OPTIONS);
const copy = [...IDS];
copy.push("of the copy");
export const labels = IDS.map((id) => id.toUpperCase());
export const owner = (): string => OPTIONS.owner;

export class Trusting extends BaseFeature {
  static override readonly spec = { key: "trusting", idColumns: IDS, metadata: OPTIONS };

  id!: string;
}
