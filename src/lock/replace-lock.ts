// A lock file that this run writes anew: what is wrong with the old one matters only where something needs what it held.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Lock } from "./read-lock.ts";

/**
 * Turns mistakes in a lock file into warnings where nothing is lost by them.
 *
 * @param missing keys of features that others depend on and that are neither declared nor readably locked
 */
export function replaceLock({ value, diagnostics }: Checked<Lock>, missing: ReadonlySet<string>): Checked<Lock> {
  const { features, brokenKeys } = value;
  const isUnreadable = brokenKeys === null;
  const isNeeded = ({ code, args }: Diagnostic) =>
    isUnreadable ? missing.size > 0 : code === "MXC2101" && missing.has(String(args.key));
  return {
    value: { features, brokenKeys: isUnreadable && missing.size === 0 ? [] : brokenKeys },
    diagnostics: diagnostics.map((each) => (isNeeded(each) ? each : warnOf(each))),
  };
}

function warnOf({ code, args, primary }: Diagnostic): Diagnostic {
  const key = code === "MXC2101" ? String(args.key) : null;
  return diagnose("MXC2810", { key, problem: String(args.problem) }, primary);
}
