import type { Declaration, Hazard, ImportBinding } from "../../model/summary.ts";
import type { Reader } from "../reader.ts";
import type { ts } from "../typescript.ts";
export function readHazards(
  _s: readonly ts.Statement[],
  _d: readonly Declaration[],
  _i: readonly ImportBinding[],
  _r: Reader,
): readonly Hazard[] {
  return [];
}
