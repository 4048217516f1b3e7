// Where caches live: in the user's own cache directory. A repository can bring files along anywhere below its folder, and a
// cache that says what a run found must not be one of them.

import { dirname, join } from "node:path";
import type { FileSystem } from "../file-system.ts";
import { removeAbandoned, temporaryName } from "../temporary.ts";
import type { World } from "../world.ts";
import { BUILD } from "./build.ts";
import { digest } from "./digest.ts";

/** The directory for the caches of a project or a working directory, absolute; null when nothing is kept between runs. */
export function cacheDirectory(directory: string, world: World): string | null {
  if (world.cacheHome === null) return null;
  return join(world.cacheHome, "metaxy-compile", BUILD, digest(directory).slice(0, 16));
}

/** Whether a cache is there and is this user's alone: with a directory that somebody else can change, runs do without. */
export function isUsable(directory: string, files: FileSystem): boolean {
  try {
    return files.isPrivate(directory);
  } catch {
    return false;
  }
}

/**
 * Makes a cache directory, readable for this user alone.
 *
 * @throws when somebody else can change what is there
 */
export function makeCache(directory: string, files: FileSystem): void {
  files.makeDirectory(directory, "private");
  if (!files.isPrivate(directory)) throw new Error(`${directory} is not private`);
}

/** Puts a file into a cache, whole or not at all. */
export function putIntoCache(path: string, chunks: Iterable<string>, files: FileSystem): void {
  const temporary = temporaryName(path, "new");
  try {
    files.create(temporary, chunks, "private");
    files.rename(temporary, path);
  } catch (error) {
    files.remove(temporary);
    throw error;
  }
  removeAbandoned(dirname(path), files);
}
