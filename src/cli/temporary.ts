// Names beside an output while it is being written. The process's number in them keeps two runs at once out of each
// other's way, and tells a later run which ones nobody will come back for.

import { errorCode } from "./file-system.ts";

/** The name beside `path` for what is about to take its place, or for what was there. */
export function temporaryName(path: string, content: "new" | "old"): string {
  return `${path}.metaxy-${content}-${process.pid}`;
}

/** Whether a name is a temporary one whose process is gone: it was killed while it wrote. */
export function isAbandoned(name: string): boolean {
  const id = /\.metaxy-(?:new|old)-(\d+)$/.exec(name)?.[1];
  return id !== undefined && !isRunning(Number(id));
}

/** Signal 0 asks without disturbing; a process of somebody else may not be asked, and so is there. */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
