import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

/** Written above the class. */
export class Described extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "described", idColumns: ["id"], description: "Written in the spec." });

  /** Written above the property. */
  id: string = Field({ description: "Written in the field." });
}

/**
 * Written above the class,
 * over two lines.
 *
 *     And indented.
 *
 * @see nothing
 */
export class Documented extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "documented", idColumns: ["id"] });

  /** Written above the property. */
  id!: string;

  // Not a JSDoc comment.
  plain!: string;
}
