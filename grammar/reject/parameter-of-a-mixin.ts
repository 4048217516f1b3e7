// MXC1020
import { BaseFeature } from "metaxy-compile/dsl";

type Constructor = new (...args: any[]) => object;

const name = "module";
const WithOwner = <T extends Constructor>(Base: T, name: string) => class extends Base { owner: string = name };

export class Rejected extends WithOwner(BaseFeature, name) {
  static readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}
