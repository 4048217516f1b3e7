// Illustrates: Class, Heritage, Implements, TypeParameters, TypeParameter, TypeArguments
import { BaseSQLModelFeature, Field, type Int32, type Int64 } from "metaxy-compile/dsl";

interface Sized {
  size: number;
}

abstract class Identified<Id extends string | number | bigint = string> extends BaseSQLModelFeature {
  id!: Id;
  abstract readonly size: number;
  rank: number = Field({ index: true });
}

export class Inherited extends Identified<Int64> implements Sized {
  static override readonly table = true;
  static override readonly spec = { key: "inherited", idColumns: ["id"] };

  override size!: number;
  declare rank: Int32;
}
