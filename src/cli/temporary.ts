// Names beside a file while it is being written. Nobody can guess one, so nobody can stand in its place beforehand. The
// machine and the process in them tell a later run which ones nobody will come back for.

import { hash, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { errorCode, type FileSystem } from "./file-system.ts";

/** Containers that share a disk number their processes alike, and have names of their own. */
const machine = hash("sha256", hostname(), "hex").slice(0, 8);

/** The name beside `path` for what is about to take its place, or for what was there. No two are the same. */
export function temporaryName(path: string, content: "new" | "old"): string {
  return `${path}.metaxy-${content}-${machine}-${process.pid}-${randomBytes(8).toString("hex")}`;
}

/** Removes what runs that were killed left in a folder. */
export function removeAbandoned(folder: string, files: FileSystem): void {
  for (const { name } of files.list(folder) ?? []) if (isAbandoned(name)) files.remove(join(folder, name));
}

/** Whether a name is a temporary one whose process is gone: it was killed while it wrote. */
function isAbandoned(name: string): boolean {
  const [, host, id] = /\.metaxy-(?:new|old)-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}$/.exec(name) ?? [];
  return host === machine && !isRunning(Number(id));
}

/** Signal 0 asks without disturbing; a process of somebody else may not be asked, and so is there. */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
