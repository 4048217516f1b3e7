// The ways a type can fail to be a column's, each with what to write instead.

import type { TypeNode } from "../../model/summary.ts";
import type { Outcome } from "../fold/outcome.ts";
import { fail } from "../fold/outcome.ts";
import { spanOfType, type TypeEnv } from "./shape.ts";

/** Advice for a type that says too little. */
export const SAY_JSON = "say what it is, or store it as JSON: `Json<…>`";

/** A type without a column type. `type` names it, e.g. "a conditional type". */
export function noColumnType(node: TypeNode, env: TypeEnv, type: string, help: string = SAY_JSON): Outcome<never> {
  return fail("MXC1040", { type, help }, spanOfType(node, env), type);
}

/** A type argument of the wrong kind. */
export function badArgument(
  node: TypeNode,
  env: TypeEnv,
  type: string,
  expected: string,
  found: string,
): Outcome<never> {
  return fail("MXC1044", { type, expected, found }, spanOfType(node, env), type);
}
