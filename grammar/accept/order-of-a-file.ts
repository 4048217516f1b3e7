// Illustrates: Initial, Column, Class, Constant, Enum
import { BaseSQLModelFeature, Field } from "metaxy-compile/dsl";

/** What a property starts with is made with each instance, when all of the file has run. */
export class Crop extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "order_of_a_file", idColumns: ["id"] };

  id: string = Field({ maxLength: LONGEST });
  language: string = Field({ default: Language.English, foreignKey: [Languages, "code"] });
  stage: string = Languages.STAGE;
}

export class Languages extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "languages", idColumns: ["code"] };

  code: string = Field({ primaryKey: true });
  static readonly STAGE = "raw";
}

const LONGEST = 30;
enum Language {
  English = "en",
}
