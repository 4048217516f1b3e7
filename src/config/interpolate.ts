// `${VAR}` and `${VAR:-default}` in the strings of configuration files, as Metaxy replaces them: a variable that is set
// wins even when it is empty, an unset one without default becomes nothing, `$VAR` and `${VAR:other}` stay as they are.

import { type ConfigNode, tableOf } from "./tree.ts";

/** One reference. The name runs to the first `:` or `}`. */
export const REFERENCE = /\$\{([^}:]+)(?::-([^}]*))?\}/g;

/** The variables of the process, and of `.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Replaces references in every string value (never in keys); `written` keeps them. Names of
 * the variables go to `asked`, set or not.
 */
export function interpolate(node: ConfigNode, env: Environment, asked: Set<string>): ConfigNode {
  if (node.kind === "list") return { ...node, items: node.items.map((item) => interpolate(item, env, asked)) };
  if (node.kind === "table") {
    return tableOf(
      [...node.entries].map(([key, child]) => [key, interpolate(child, env, asked)]),
      node.origin,
    );
  }
  if (typeof node.value !== "string" || !node.value.includes("${")) return node;
  return { ...node, value: replaceReferences(node.value, env, asked) };
}

/** The variables that a text refers to without a default while they are not set: Metaxy makes nothing of them. */
export function findUnset(written: string, env: Environment): readonly string[] {
  const references = [...written.matchAll(REFERENCE)];
  const unset = references.filter(([, name = "", fallback]) => fallback === undefined && !Object.hasOwn(env, name));
  return [...new Set(unset.map(([, name = ""]) => name))];
}

function replaceReferences(text: string, env: Environment, asked: Set<string>): string {
  return text.replace(REFERENCE, (_, name: string, fallback: string | undefined) => {
    asked.add(name);
    return (Object.hasOwn(env, name) ? env[name] : undefined) ?? fallback ?? "";
  });
}
