// Which folder on the disk an output lies in. A path that is written down is meant as it is written, wherever it leads; a
// symbolic link may come with a repository, and must not lead an output out of the place that the path names.

import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import type { FileSystem } from "./file-system.ts";

/** Where outputs go. Both are absolute. */
export interface OutputPlace {
  /** The output folder, as the user named it. */
  readonly directory: string;
  /** The project's folder. */
  readonly root: string;
}

/** A folder of outputs that is, or lies below, a link leading elsewhere. */
export class LinkedAway extends Error {
  /** The folder as the user named it. */
  readonly path: string;
  /** Where it leads; null for a link to nothing. */
  readonly target: string | null;
  constructor(path: string, target: string | null) {
    super(`${path} leads to ${target}`);
    this.path = path;
    this.target = target;
  }
}

/**
 * The folder itself, without links on the way to it. It need not exist.
 *
 * @throws LinkedAway
 */
export function resolveOutputFolder(folder: string, { directory, root }: OutputPlace, files: FileSystem): string {
  const real = resolveFolder(folder, files);
  if (real === null) throw new LinkedAway(folder, null);
  const bounds = [root, directory].find((each) => isWithin(folder, each));
  // Elsewhere the configuration names the file itself.
  const limit = bounds === undefined ? real : resolveFolder(bounds, files);
  if (limit === null || !isWithin(real, limit)) throw new LinkedAway(folder, real);
  return real;
}

/**
 * Makes sure of the folders of all outputs before any of them is looked at.
 *
 * @throws LinkedAway
 */
export function checkOutputFolders(paths: readonly string[], place: OutputPlace, files: FileSystem): void {
  for (const folder of new Set(paths.map((path) => dirname(join(place.directory, path))))) {
    resolveOutputFolder(folder, place, files);
  }
}

/** Resolves the links of what is there of a path; null where one of them leads to nothing. */
function resolveFolder(path: string, files: FileSystem): string | null {
  if (files.kindOf(path) !== null) return files.status(path) === null ? null : files.realPath(path);
  if (dirname(path) === path) return path;
  const parent = resolveFolder(dirname(path), files);
  return parent === null ? null : join(parent, basename(path));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
