import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";

export class Wide extends BaseFeature {
	static override readonly spec = new FeatureSpec({ /* 日本🎬 */ key: "Wide", idColumns: ["id"] });

	id!: string;
}
