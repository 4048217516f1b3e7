import { BaseSQLModelFeature, Field, type Json, type Vector } from "metaxy-compile/dsl";

interface Box {
  x: number;
}

export class Video extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "video", idColumns: ["id"] };

  id!: string;
  tags!: string[];
  extra!: Record<string, string> | null;
  document!: Json;
  state!: "new" | "done";
  box!: Box;
  embedding!: Vector<3>;
  named: string[] = Field({ type: "JSON" });
  level!: 1 | 2;
}
