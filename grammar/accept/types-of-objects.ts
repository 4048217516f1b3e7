// Illustrates: ObjectType, TypeMember, Interface, InterfaceBases, Tuple, TupleElement, Intersection
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

interface Point {
  readonly x: number;
  y: number;
}
interface Named {
  "full name"?: string;
}
interface Named {
  nickname?: string;
}
export interface Place extends Point, Named {
  z: number;
}
type Path = string & { readonly brand: unique symbol };

export class OfObjects extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "object_types", idColumns: ["id"] };

  id!: string;
  place!: Place;
  box!: { from: Point; to?: Point | null };
  both!: Point & Named;
  counts!: { [name: string]: number };
  pair!: [number, number];
  range!: readonly [from: Date, to: Date];
  path!: Path;
}
