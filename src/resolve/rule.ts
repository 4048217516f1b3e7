// The shape of a rule: everything there is in, what is wrong with it out.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Context } from "./context.ts";

/** One thing that is forbidden, or at least suspicious. */
export type Rule = (context: Context) => Iterable<Diagnostic>;
