// What a `package.json` says about where its modules are: `exports`, `imports`, `types`, `main`.
// In comes a parsed file, out come paths inside the package, best first; whether they exist is left to the caller.

import { asObject, type Members } from "./json-file.ts";

/** Conditions that hold for a compiler that reads types and sources. */
const CONDITIONS = ["types", "import", "default"];

/**
 * The files a subpath of a package may stand for.
 *
 * @param subpath `.` for the package itself, `./keys` for `package/keys`
 * @param conditions what holds besides the usual conditions
 * @example findPackageTargets({ types: "./dist/index.d.ts" }, ".", []) // ["./dist/index.d.ts", "./index"]
 */
export function findPackageTargets(json: Members, subpath: string, conditions: readonly string[]): readonly string[] {
  if (json.exports !== undefined && json.exports !== null) {
    return findInMap(exportsMap(json.exports), subpath, conditions);
  }
  if (subpath !== ".") return [subpath];
  const named = [json.types, json.typings, json.main].filter((value) => typeof value === "string");
  return [...named, "./index"];
}

/** The places `#name` may stand for: paths when they start with `./`, else specifiers of other packages. */
export function findInternalTargets(
  json: Members,
  specifier: string,
  conditions: readonly string[],
): readonly string[] {
  return findInMap(asObject(json.imports) ?? {}, specifier, conditions);
}

/** `exports` as a map from subpaths, also when it is a string, an array or a set of conditions. */
function exportsMap(exports: unknown): Members {
  const map = asObject(exports);
  const hasSubpaths = map !== null && Object.keys(map).every((key) => key.startsWith("."));
  return map !== null && hasSubpaths ? map : { ".": exports };
}

/** An exact key wins, then the pattern with the longest text before its star. */
function findInMap(map: Members, name: string, conditions: readonly string[]): readonly string[] {
  const holding = new Set([...CONDITIONS, ...conditions]);
  if (Object.hasOwn(map, name) && !name.includes("*")) return selectTargets(map[name], "", holding);
  let best: { key: string; middle: string } | null = null;
  for (const key of Object.keys(map)) {
    const middle = matchPattern(key, name);
    if (middle !== null && key.indexOf("*") > (best?.key.indexOf("*") ?? -1)) best = { key, middle };
  }
  return best === null ? [] : selectTargets(map[best.key], best.middle, holding);
}

function matchPattern(key: string, name: string): string | null {
  const star = key.indexOf("*");
  if (star < 0) return null;
  const [before, after] = [key.slice(0, star), key.slice(star + 1)];
  const fits = name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
  return fits ? name.slice(before.length, name.length - after.length) : null;
}

/** Conditions in one another; more of them lead nowhere. */
const MAX_NESTING = 32;

/** Strings in the order of their conditions; `null` in the file shuts a path off. */
function selectTargets(target: unknown, middle: string, conditions: ReadonlySet<string>, depth = 0): readonly string[] {
  if (typeof target === "string") return [target.replaceAll("*", () => middle)];
  if (depth >= MAX_NESTING) return [];
  if (Array.isArray(target)) return target.flatMap((item) => selectTargets(item, middle, conditions, depth + 1));
  const chosen = Object.entries(asObject(target) ?? {}).filter(([condition]) => conditions.has(condition));
  return chosen.flatMap(([, value]) => selectTargets(value, middle, conditions, depth + 1));
}
