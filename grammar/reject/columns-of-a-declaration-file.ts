// MXC1050
import { Declared } from "./shared/declared.js";

export class Rejected extends Declared {
  static override readonly spec = { key: "rejected", idColumns: ["id"] };

  id!: string;
}
