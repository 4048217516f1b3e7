// The refusal of what may have changed.

import type { Danger } from "./hazards.ts";
import { type Folded, failAt, type Hop } from "./outcome.ts";

/** The failure of relying on something that may have changed. */
export function unsafe(danger: Danger, reference: Hop): Folded {
  const { text: name, kind, callee, span } = danger;
  return failAt("MXC1011", { name, kind, callee }, span, reference);
}
