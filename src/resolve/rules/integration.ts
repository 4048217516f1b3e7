// Table features need the SQLModel integration, which a configuration file has to enable.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Context } from "../context.ts";

/** How many of the other classes are pointed at. */
const SHOWN = 5;

/** Reports the first table feature, once for the whole run: the mistake is in the configuration. */
export function* checkIntegration({ decls, options }: Context): Iterable<Diagnostic> {
  if (options.sqlmodelEnabled) return;
  const [first, ...others] = decls.filter((decl) => decl.table);
  if (first === undefined) return;
  const args = { className: first.className, others: others.length, configFile: options.configFile ?? "metaxy.toml" };
  const related = others.slice(0, SHOWN).map((decl) => ({ message: `${decl.className} is one too`, span: decl.span }));
  yield diagnose("MXC2040", args, first.span, related);
}
