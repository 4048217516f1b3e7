// Where caches live: beside the project's other caches, else in the user's cache directory.

import { join } from "node:path";
import type { World } from "../world.ts";
import { digest } from "./trace.ts";

/** The directory for a project's caches, absolute; null when nothing is kept between runs. */
export function cacheDirectory(root: string, world: World): string | null {
  if (world.cacheHome === null) return null;
  const modules = join(root, "node_modules");
  if (world.files.status(modules)?.kind === "directory") return join(modules, ".cache/metaxy-compile");
  return join(world.cacheHome, "metaxy-compile", digest(root).slice(0, 16));
}
