// Dependencies must not lead back to where they started.

import type { Diagnostic, Related } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { compareText } from "../../model/text-order.ts";
import type { Context } from "../context.ts";
import { findFeature } from "../context.ts";
import { findCycles } from "../cycles.ts";

/** Reports one shortest cycle among each group of features that reach each other, with every step of the way. */
export function* checkDependencyCycles(context: Context): Iterable<Diagnostic> {
  const graph = new Map([...context.known.keys()].sort(compareText).map((key) => [key, upstreamOf(context, key)]));
  for (const found of findCycles(graph)) {
    const cycle = fromSmallest(found);
    const steps = cycle.map((key, index) => step(context, key, cycle[(index + 1) % cycle.length] ?? key));
    yield diagnose("MXC2063", { cycle }, steps[0]?.span ?? null, steps.slice(1));
  }
}

function upstreamOf(context: Context, key: string): string[] {
  const deps = context.known.get(key)?.decl?.spec.deps ?? [];
  return deps.flatMap((dep) => findFeature(context, dep.feature)?.key ?? []);
}

/** The dependency that leads from one member of the cycle to the next. */
function step(context: Context, from: string, to: string): Related {
  const decl = context.known.get(from)?.decl;
  const dep = decl?.spec.deps.find((candidate) => findFeature(context, candidate.feature)?.key === to);
  const span = dep?.feature.span ?? decl?.span ?? { file: "", start: 0, end: 0 };
  return { message: `'${from}' depends on '${to}'`, span };
}

/** The same cycle for the same features, whichever of them the search met first. */
function fromSmallest(cycle: readonly string[]): readonly string[] {
  const smallest = [...cycle].sort(compareText)[0] ?? "";
  const start = cycle.indexOf(smallest);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}
