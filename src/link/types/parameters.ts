// Type parameters and the arguments that stand for them.

import type { Range } from "../../model/span.ts";
import type { TypeNode, TypeParameter } from "../../model/summary.ts";
import { NO_PARAMETERS } from "../modules/scope.ts";
import { type OpenType, type TypeArgument, type TypeEnv, typeEnv } from "./shape.ts";

/** A parameter that merely passes an argument on stands for that argument. */
export function chase(node: TypeNode, env: TypeEnv): TypeArgument {
  const known =
    node.kind === "reference" && node.name.length === 1 ? env.parameters.get(node.name[0] ?? "") : undefined;
  return known ?? { node, env };
}

/** Whether two arguments are the same type in the same place. */
export function isSameArgument(a: TypeArgument, b: TypeArgument | undefined): boolean {
  return a.node === b?.node && a.env.parameters === b.env.parameters;
}

/**
 * Binds parameters to arguments and defaults.
 *
 * @param missing what stands for a parameter without either; where there is no such thing, the result is null
 */
export function bindParameters(
  parameters: readonly TypeParameter[],
  args: readonly TypeArgument[],
  { scope }: { readonly scope: TypeEnv["scope"] },
  open: OpenType | null,
  missing: ((name: string) => TypeArgument) | null = null,
): ReadonlyMap<string, TypeArgument> | null {
  if (parameters.length === 0) return NO_PARAMETERS;
  const bound = new Map<string, TypeArgument>();
  for (const [index, parameter] of parameters.entries()) {
    const given = args[index];
    const fallback = parameter.default;
    if (given !== undefined) bound.set(parameter.name, given);
    else if (fallback !== null)
      bound.set(parameter.name, { node: fallback, env: { scope, parameters: new Map(bound), open } });
    else if (missing === null) return null;
    else bound.set(parameter.name, missing(parameter.name));
  }
  return bound;
}

/** Binds the parameters of a class or a mixin; one without an argument is a failure where it is used. */
export function bindKnownParameters(
  parameters: readonly TypeParameter[],
  args: readonly TypeArgument[],
  scope: TypeEnv["scope"],
  place: { readonly scope: TypeEnv["scope"]; readonly range: Range },
): ReadonlyMap<string, TypeArgument> {
  const missing = (name: string): TypeArgument => ({
    node: { kind: "unsupported", syntax: `the type parameter \`${name}\` without a type for it`, range: place.range },
    env: typeEnv(place.scope),
  });
  return bindParameters(parameters, args, { scope }, null, missing) ?? NO_PARAMETERS;
}

/**
 * Where the types of a class's members are looked up, given the arguments its subclass passes.
 *
 * @param place where an argument would stand that is missing
 */
export function bindClassParameters(
  parameters: readonly TypeParameter[],
  args: readonly TypeArgument[],
  scope: TypeEnv["scope"],
  place: { readonly scope: TypeEnv["scope"]; readonly range: Range },
): TypeEnv {
  const env = typeEnv(scope);
  if (parameters.length === 0) return env;
  const own = bindKnownParameters(parameters, args, scope, place);
  return { ...env, parameters: new Map([...env.parameters, ...own]) };
}
