// Every touch of the disk goes through this interface: tests wrap it to reverse listings or to fill the disk, and the
// run record wraps it to learn what a run looked at. The only file that imports node:fs.

import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Chunk } from "../model/output.ts";
import { encodePieces, type Measure, PIECE } from "./bytes.ts";

/** A name in a directory. Symbolic links are followed. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "other";
}

/** What a path is, and what tells that it may have changed. */
interface FileStatus {
  readonly kind: "file" | "directory" | "other";
  readonly size: number;
  /** Changes whenever the content or the inode does; cannot be set by a program. */
  readonly changed: string;
}

/** The disk. Paths are absolute. Methods that can fail throw Node's own errors (`code` such as `EACCES`). */
export interface FileSystem {
  /** The content, or null when there is no such file. */
  read(path: string): Uint8Array | null;
  /** Entries in no particular order, or null when there is no such directory. */
  list(path: string): readonly DirectoryEntry[] | null;
  status(path: string): FileStatus | null;
  /** The path with symbolic links resolved; the path itself when it does not exist. */
  realPath(path: string): string;
  /** Creates a directory and its parents. */
  makeDirectory(path: string): void;
  /** The content piece by piece, each good until the next one is asked for; null when there is no such file. */
  readPieces(path: string): Iterable<Uint8Array> | null;
  /** Writes a file and waits until it is on the disk. */
  write(path: string, content: string | Uint8Array): void;
  /** The same for a text that comes in pieces; `measure` is told of each. What making a piece throws is thrown. */
  writeChunks(path: string, chunks: Iterable<Chunk>, measure?: Measure): void;
  /** Adds to the end of a file without waiting for the disk. No write ends within a chunk: processes may share the file. */
  append(path: string, chunks: Iterable<string>): void;
  rename(from: string, to: string): void;
  /** Gives a file a second name. */
  link(path: string, other: string): void;
  /** Removes a file; missing is fine. */
  remove(path: string): void;
}

/** The machine's own disk. */
export const diskFileSystem: FileSystem = {
  read: (path) => orNull(() => readFileSync(path)),
  list: (path) =>
    orNull(() =>
      readdirSync(path, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: entry.isSymbolicLink()
          ? (diskFileSystem.status(`${path}/${entry.name}`)?.kind ?? "other")
          : kindOf(entry),
      })),
    ),
  status: (path) =>
    orNull(() => {
      const found = statSync(path, { bigint: true });
      return {
        kind: kindOf(found),
        size: Number(found.size),
        changed: `${found.ino}.${found.ctimeNs}.${found.mtimeNs}`,
      };
    }),
  realPath: (path) => orNull(() => realpathSync(path)) ?? path,
  makeDirectory,
  readPieces: (path) => (diskFileSystem.status(path)?.kind === "file" ? readPieces(path) : null),
  write: (path, content) => writeDurably(path, [typeof content === "string" ? Buffer.from(content) : content]),
  writeChunks: (path, chunks, measure) => writeDurably(path, encodePieces(chunks, measure)),
  append: (path, chunks) => {
    const file = openSync(path, "a");
    try {
      writePieces(file, encodePieces(chunks));
    } finally {
      closeSync(file);
    }
  },
  rename: renameSync,
  link: linkSync,
  remove: (path) => rmSync(path, { force: true }),
};

/** Node's own recursion never ends where a parent takes no directories, as `/proc` (seen on Node 20.20). */
function makeDirectory(path: string): void {
  try {
    makeLastDirectory(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT" || dirname(path) === path) throw error;
    makeDirectory(dirname(path));
    makeLastDirectory(path);
  }
}

/** Makes a directory whose parent is there. Another process may have been quicker. */
function makeLastDirectory(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST" || diskFileSystem.status(path)?.kind !== "directory") throw error;
  }
}

function* readPieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(PIECE);
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function writeDurably(path: string, pieces: Iterable<Uint8Array>): void {
  const file = openSync(path, "w");
  try {
    writePieces(file, pieces);
    waitForDisk(file);
  } finally {
    closeSync(file);
  }
}

/** Some file systems cannot wait, and under Node's permission model nobody may. */
function waitForDisk(file: number): void {
  try {
    fsyncSync(file);
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "ERR_ACCESS_DENIED"].includes(errorCode(error))) throw error;
  }
}

function writePieces(file: number, pieces: Iterable<Uint8Array>): void {
  for (const piece of pieces) {
    for (let written = 0; written < piece.length; ) written += writeSync(file, piece, written);
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): DirectoryEntry["kind"] {
  return entry.isFile() ? "file" : entry.isDirectory() ? "directory" : "other";
}

/** Runs an operation; null when the path, or a directory on the way to it, is missing or of another kind. */
function orNull<T>(operation: () => T): T | null {
  try {
    return operation();
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EISDIR", "ELOOP"].includes(errorCode(error))) return null;
    throw error;
  }
}

/** The system's name of an error, e.g. `ENOSPC`; empty for other errors. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The reason of a failed system call in words. */
export function describeError(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    ERR_ACCESS_DENIED: "permission denied",
    EPERM: "operation not permitted",
    EROFS: "the file system is read-only",
    ENOENT: "no such file or directory",
    ENOSPC: "no space left on the device",
    EDQUOT: "disk quota exceeded",
    EISDIR: "it is a directory",
    ENOTDIR: "a part of the path is not a directory",
    EEXIST: "a file stands where a directory is needed",
    EMFILE: "too many open files",
    ENAMETOOLONG: "the name is too long",
  };
  const code = errorCode(error);
  return reasons[code] ?? (code || (error instanceof Error ? error.message : String(error)));
}
