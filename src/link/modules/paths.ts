// Paths relative to the project's root, with `/`. The root itself is the empty path; `..` leads out of it.

/** How far above the root a search for `tsconfig.json`, `package.json` and `node_modules` climbs. */
const MAX_CLIMB = 12;

/** The folder of a file; the root is `""`. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/**
 * Joins a folder and a relative path and takes out `.` and `..` where that is possible.
 *
 * @example joinPath("src/a", "../b.ts") // "src/b.ts"
 */
export function joinPath(directory: string, relative: string): string {
  const steps: string[] = [];
  for (const step of `${directory}/${relative}`.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}

/** The folder above, or null where the search for configuration ends. */
export function parentDirectory(directory: string): string | null {
  if (directory === "") return "..";
  if (directory.endsWith("..")) return directory.length >= MAX_CLIMB * 3 - 1 ? null : `${directory}/..`;
  return directoryOf(directory);
}

/** A folder and every folder above it, nearest first. */
export function ancestorsOf(directory: string): readonly string[] {
  const found = [];
  for (let at: string | null = directory; at !== null; at = parentDirectory(at)) found.push(at);
  return found;
}
