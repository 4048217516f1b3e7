// Illustrates: Enum, EnumMember
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

enum Kind {
  Photo = "photo",
  "Line art" = "line_art",
}
const enum Level {
  Low = 1 << 1,
  Middle,
  High = Low | Middle,
}

export class Enumerated extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: Kind.Photo, idColumns: ["id"], metadata: { level: Level.High, art: Kind["Line art"] } };

  id!: string;
  kind!: Kind;
  level: Level = Level.Low;
}
