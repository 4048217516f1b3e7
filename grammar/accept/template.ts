// Illustrates: Template, TEMPLATE_HEAD, TEMPLATE_MIDDLE, TEMPLATE_TAIL
import { BaseFeature } from "metaxy-compile/dsl";

const STEM = "template";

export class Templates extends BaseFeature {
  static override readonly spec = { key: `${STEM}_${1}/v${2n}`, idColumns: [`${"id"}`] };

  id!: string;
}
