// Every touch of the disk goes through this interface: tests wrap it to reverse listings or to fill the disk, and the
// run record wraps it to learn what a run looked at. The only file that imports node:fs.

import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  symlinkSync,
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

/** Whom a file or directory that is created is for: `shared` is what the user's own setting (umask) says. */
type Access = "shared" | "private";

const FILE_MODE: Readonly<Record<Access, number>> = { shared: 0o666, private: 0o600 };
const DIRECTORY_MODE: Readonly<Record<Access, number>> = { shared: 0o777, private: 0o700 };

/** Windows has no such flag, and opens no link that it was not told to make. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/** The disk. Paths are absolute. Methods that can fail throw Node's own errors (`code` such as `EACCES`). */
export interface FileSystem {
  /** The content, or null when there is no such file. */
  read(path: string): Uint8Array | null;
  /** Entries in no particular order, or null when there is no such directory. */
  list(path: string): readonly DirectoryEntry[] | null;
  status(path: string): FileStatus | null;
  /** What stands at the path itself, which may be a symbolic link; null when nothing does. */
  kindOf(path: string): DirectoryEntry["kind"] | "link" | null;
  /** Whether a directory, no link to one, belongs to this user and nobody else can change it. */
  isPrivate(path: string): boolean;
  /** The path with symbolic links resolved; the path itself when it does not exist. */
  realPath(path: string): string;
  /** Creates a directory and its parents; for this user alone if asked to. */
  makeDirectory(path: string, access?: Access): void;
  /** The content piece by piece, each good until the next one is asked for; null when there is no such file. */
  readPieces(path: string): Iterable<Uint8Array> | null;
  /**
   * Creates a file from pieces and waits until it is on the disk. Whatever stands at the path, be it a link to nothing, is
   * an error (`EEXIST`). `measure` is told of each piece. What making one throws is thrown.
   */
  create(path: string, chunks: Iterable<Chunk>, access?: Access, measure?: Measure): void;
  /**
   * Adds to the end of a file for this user alone, without waiting for the disk. A link is an error. No write ends within a
   * chunk: processes may share the file.
   */
  append(path: string, chunks: Iterable<string>): void;
  rename(from: string, to: string): void;
  /** Gives a file, or a symbolic link itself, a second name that is not taken. */
  link(path: string, other: string): void;
  /** Removes a file; missing is fine. */
  remove(path: string): void;
}

/** The machine's own disk. */
export const diskFileSystem: FileSystem = {
  read: (path) => orNull(() => readWhole(path)),
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
  kindOf: (path) =>
    orNull(() => {
      const found = lstatSync(path);
      return found.isSymbolicLink() ? "link" : kindOf(found);
    }),
  isPrivate: (path) => orNull(() => isOwn(lstatSync(path))) ?? false,
  realPath: (path) => orNull(() => realpathSync(path)) ?? path,
  makeDirectory,
  readPieces: (path) => (diskFileSystem.status(path)?.kind === "file" ? readPieces(path) : null),
  create(path, chunks, access = "shared", measure) {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_LINK;
    withFile(openSync(path, flags, FILE_MODE[access]), (file) => {
      writePieces(file, encodePieces(chunks, measure));
      waitForDisk(file);
    });
  },
  append(path, chunks) {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | NO_LINK;
    withFile(openSync(path, flags, FILE_MODE.private), (file) => writePieces(file, encodePieces(chunks)));
  },
  rename: renameSync,
  // Some systems would give the second name to what the link leads to.
  link: (path, other) =>
    diskFileSystem.kindOf(path) === "link" ? symlinkSync(readlinkSync(path), other) : linkSync(path, other),
  remove: (path) => rmSync(path, { force: true }),
};

/** A device may be a link of a repository's, and never end. It holds no text. */
function readWhole(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    return fstatSync(file).isCharacterDevice() ? new Uint8Array() : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows keeps the folders of a user from others by itself, and has no such numbers. */
function isOwn(found: Stats): boolean {
  return (
    found.isDirectory() &&
    (process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0))
  );
}

/** Node's own recursion never ends where a parent takes no directories, as `/proc` (seen on Node 20.20). */
function makeDirectory(path: string, access: Access = "shared"): void {
  try {
    makeLastDirectory(path, access);
  } catch (error) {
    if (errorCode(error) !== "ENOENT" || dirname(path) === path) throw error;
    makeDirectory(dirname(path), access);
    makeLastDirectory(path, access);
  }
}

/** Makes a directory whose parent is there. Another process may have been quicker. */
function makeLastDirectory(path: string, access: Access): void {
  try {
    mkdirSync(path, DIRECTORY_MODE[access]);
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

function withFile(file: number, use: (file: number) => void): void {
  try {
    use(file);
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
