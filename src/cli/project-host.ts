// The stages' view of the disk: texts by path relative to the project's root, each file read once.

import { dirname, relative, resolve, sep } from "node:path";
import type { Host } from "../model/host.ts";
import { describeError, type FileSystem } from "./file-system.ts";

/** A host that also knows what it could not read. */
export interface ProjectHost extends Host {
  /** Whether there is such a readable file; does not decode it. */
  has(path: string): boolean;
  /** Files that exist but could not be read and folders that could not be entered, and why. */
  readonly unreadable: ReadonlyMap<string, string>;
}

interface ReadFile {
  readonly bytes: Uint8Array;
  text: string | null;
}

/** Makes a host for the project at `root` (absolute). */
export function projectHost(root: string, files: FileSystem): ProjectHost {
  const known = new Map<string, ReadFile | null>();
  const unreadable = new Map<string, string>();

  function find(path: string): ReadFile | null {
    let found = known.get(path);
    if (found === undefined) {
      found = readOrRemember(path);
      known.set(path, found);
    }
    return found;
  }

  function readOrRemember(path: string): ReadFile | null {
    try {
      const bytes = files.read(resolve(root, path));
      return bytes === null ? null : { bytes, text: null };
    } catch (error) {
      unreadable.set(relativePath(root, findClosed(resolve(root, path), files)), describeError(error));
      return null;
    }
  }

  return {
    unreadable,
    readFile(path) {
      const file = find(path);
      if (file === null) return null;
      file.text ??= decodeText(file.bytes);
      return file.text;
    },
    has: (path) => find(path) !== null,
    realPath: (path) => relativePath(root, files.realPath(resolve(root, path))),
  };
}

/** What keeps a file from being read: itself, or the folder above it that lets nobody in. */
function findClosed(path: string, files: FileSystem): string {
  try {
    files.status(path);
    return path;
  } catch {
    const folder = dirname(path);
    return folder === path ? path : findClosed(folder, files);
  }
}

/** A path relative to the root, with `/`; `.` for the root itself. */
export function relativePath(root: string, path: string): string {
  const result = relative(root, path);
  return result === "" ? "." : sep === "/" ? result : result.replaceAll(sep, "/");
}

/** UTF-8 (or UTF-16 with its byte order mark) to text; bytes that are neither become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
