// Where caches live: beside the project's other caches, else in the user's cache directory.

import { join } from "node:path";
import type { FileSystem } from "../file-system.ts";
import type { World } from "../world.ts";
import { BUILD } from "./build.ts";
import { digest } from "./digest.ts";

/** The directory for the caches of a project or a working directory, absolute; null when nothing is kept between runs. */
export function cacheDirectory(directory: string, world: World): string | null {
  if (world.cacheHome === null) return null;
  const modules = join(directory, "node_modules");
  if (isDirectory(modules, world.files)) return join(modules, ".cache/metaxy-compile", BUILD);
  return join(world.cacheHome, "metaxy-compile", BUILD, digest(directory).slice(0, 16));
}

/** Whether a directory is there and may be looked into: the caches of another user, as with `sudo`, may not. */
export function isDirectory(directory: string, files: FileSystem): boolean {
  try {
    return files.status(directory)?.kind === "directory";
  } catch {
    return false;
  }
}
