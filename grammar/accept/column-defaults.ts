// Illustrates: Initial, Column
import { BaseSQLModelFeature, float, type Int64 } from "metaxy-compile/dsl";

const LANGUAGE = "en";

export class Defaults extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "defaults", idColumns: ["id"] };

  id!: string;
  language: string = LANGUAGE;
  level: Int64 = -1;
  ratio: number = float(1);
  active: boolean = true;
  note: string | null = null;
  tags: string[] = ["a", "b"];
  late?: string;
  either: "a" | undefined = undefined;
}
