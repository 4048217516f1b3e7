// Path arithmetic without a disk. `node:path` has this shape; tests pass its posix or win32 half.

/** The part of `node:path` that the configuration needs. */
export interface PathRules {
  dirname(path: string): string;
  basename(path: string): string;
  resolve(...paths: string[]): string;
  relative(from: string, to: string): string;
}

/** A path relative to the project's root, with `/`; `.` for the root itself. */
export function relativeToRoot(rules: PathRules, root: string, path: string): string {
  return rules.relative(root, path).replaceAll("\\", "/") || ".";
}

/** The directory and its parents, nearest first. */
export function ancestors(rules: PathRules, directory: string): readonly string[] {
  const found = [directory];
  for (let current = directory; rules.dirname(current) !== current; ) {
    current = rules.dirname(current);
    found.push(current);
  }
  return found;
}
