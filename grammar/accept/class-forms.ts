// Illustrates: Class, ClassConstant, ClassExpression
import { BaseFeature } from "metaxy-compile/dsl";

export const Named = class Inner extends BaseFeature {
  static override readonly spec = { key: "class_constant", idColumns: ["id"] };

  id!: string;
};

class NotExported extends (BaseFeature as typeof BaseFeature) {
  static override readonly spec = { key: "not_exported", idColumns: ["id"], deps: [Named] };

  id!: string;
}

export default class extends BaseFeature {
  static override readonly spec = { key: "default_class", idColumns: ["id"], deps: [NotExported] };

  id!: string;
}
