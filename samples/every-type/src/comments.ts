import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

/**
 * It's "quoted" — `back-ticked`, back\slashed, and 100 % literal; -- not a comment.
 *
 * Second paragraph, with ünïcödé, 日本語 and an emoji: 🎬
 */
export class Comments extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "comments/from-doc", idColumns: ["id"] });

  id!: string;

  /** The café's "daily" list; it's short. */
  from_doc!: string;
  from_option: string = Field({ description: "O'Neill said: \"naïve\" \\ 東京 🗼" });
  /** The option wins over this. */
  from_both: string = Field({ description: "from the option" });
  /**
   * First line,
   *   indented line,
   * last line.
   */
  from_lines!: string;
  without!: string;
}

/** The description of the spec wins over this. */
export class DescribedComments extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "comments/from-spec",
    idColumns: ["id"],
    description: "What the spec says: 'single', \"double\", ¿qué?",
  });

  id!: string;
}
