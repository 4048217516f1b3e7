// Illustrates: NoColumn, Method, Accessor, Constructor, PrivateMember, AutoAccessor, StaticBlock, IndexSignature, MemberModifier,
// MemberName, Parameters, Body, Block, Anything, AnyValue, PRIVATE_NAME, TOKEN, Decorator
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

declare const logged: any;

@logged
export class Behaving extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "behaving", idColumns: ["id"] };

  readonly [name: string]: unknown;
  id!: string;
  @logged path!: string;
  #cache = new Map<string, number>();
  accessor seen = false;
  static {
    console.log("not run");
  }
  constructor(private_: string) {
    super();
    this.#cache.set(private_, 1);
  }
  get label(): string {
    return `${this.id} of ${this.path}`;
  }
  set label(text: string) {
    this.id = text;
  }
  protected async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (const name of [this.id]) yield name;
  }
  static make(this: void): string {
    return "made";
  };
}
