// Illustrates: Type, Intersection, TypeOperator, PostfixType, TypeSuffix, ArraySuffix, PrimaryType, KeywordType, BuiltinType
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

export class Plain extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "plain_types", idColumns: ["id"] };

  id!: string;
  ratio!: number;
  count!: bigint;
  active!: boolean;
  at!: Date;
  bytes!: Uint8Array;
  buffer!: Buffer | null;
  tags!: string[];
  more!: readonly string[];
  lists!: Array<ReadonlyArray<number>>;
  byName!: Record<string, number>;
  byId!: Map<string, boolean> | undefined;
  maybe!: (string | null)[];
  never_text!: string | never;
}
