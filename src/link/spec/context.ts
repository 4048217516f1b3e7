// What reading a class's options needs besides the folded value: where to report, and what a class used as a value is.

import type { ClassId, StaticValue } from "../../model/value.ts";
import type { ClassReport } from "../report.ts";

/** See the head of the file. */
export interface SpecContext {
  readonly report: ClassReport;
  /** The feature that a class stands for, itself or the one it inherits its spec from; reports when there is none. */
  readonly featureOf: (value: StaticValue & { readonly kind: "class" }, path: string) => ClassId | null;
}
