// The stages' view of the disk: texts by path relative to the project's root, each file read once.

import { createHash } from "node:crypto";
import { relative, resolve, sep } from "node:path";
import type { Host } from "../model/host.ts";
import { errorCode, type FileSystem } from "./file-system.ts";

/** A host that also knows the hash of what it read, and what it could not read. */
export interface ProjectHost extends Host {
  /** SHA-256 of the file's bytes, hex; null when there is no such file. */
  hash(path: string): string | null;
  /** Files that exist but could not be read, with the system's error code. */
  readonly unreadable: ReadonlyMap<string, string>;
}

interface ReadFile {
  readonly bytes: Uint8Array;
  text: string | null;
  hash: string | null;
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
      return bytes === null ? null : { bytes, text: null, hash: null };
    } catch (error) {
      unreadable.set(path, errorCode(error));
      return null;
    }
  }

  return {
    unreadable,
    readFile(path) {
      const file = find(path);
      if (file === null) return null;
      file.text ??= decode(file.bytes);
      return file.text;
    },
    hash(path) {
      const file = find(path);
      if (file === null) return null;
      file.hash ??= createHash("sha256").update(file.bytes).digest("hex");
      return file.hash;
    },
    realPath: (path) => relativePath(root, files.realPath(resolve(root, path))),
  };
}

/** A path relative to the root, with `/`; `.` for the root itself. */
export function relativePath(root: string, path: string): string {
  const result = relative(root, path);
  return result === "" ? "." : sep === "/" ? result : result.replaceAll(sep, "/");
}

/** UTF-8 (or UTF-16 with its byte order mark) to text; bytes that are neither become U+FFFD. */
function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
