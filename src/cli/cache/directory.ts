// Where caches live: beside the project's other caches, else the user's cache directory, else nowhere.

import { homedir } from "node:os";
import { join } from "node:path";
import type { FileSystem } from "../file-system.ts";
import { digest } from "./trace.ts";

/** The directory for a project's caches, absolute. */
export function cacheDirectory(root: string, env: Readonly<Record<string, string | undefined>>, files: FileSystem): string {
  const modules = join(root, "node_modules");
  if (files.status(modules)?.kind === "directory") return join(modules, ".cache/metaxy-compile");
  const base = env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(base, "metaxy-compile", digest(root).slice(0, 16));
}
