// Illustrates: TypeAlias, TypeReference, TypeParameters, TypeParameter, TypeArguments, ImportType, BuiltinType
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

type Maybe<T = string> = T | null;
export type List<T, Inner extends readonly T[] = T[]> = Inner;
interface Shape {
  name: string;
  area: number;
  color?: "red" | "green";
}

export class ByName extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "named_types", idColumns: ["id"] };

  id!: string;
  note!: Maybe;
  count!: Maybe<bigint>;
  names!: List<string>;
  label!: import("./shared/constants.js").Label;
  shape!: Required<Shape>;
  part!: Pick<Shape, "name" | "area">;
  rest!: Omit<Shape, "name">;
  partial!: Partial<Shape>;
  frozen!: Readonly<Shape>;
  color!: NonNullable<Shape["color"]>;
  other!: Exclude<"a" | "b" | "c", "a">;
  same!: Extract<"a" | "b", "a" | "d">;
  measures!: Record<"width" | "height", number>;
}
