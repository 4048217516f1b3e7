// Paths on the command line or in the configuration → source files.

import { resolve } from "node:path";
import type { Checked } from "../diagnostics/diagnostic.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { compareText } from "../model/text-order.ts";
import { describeError, type FileSystem } from "./file-system.ts";
import { relativePath } from "./project-host.ts";

const SOURCE_FILE = /\.(?:ts|tsx|mts|cts)$/;
const DECLARATION_FILE = /\.d\.(?:ts|mts|cts)$/;

/**
 * Lists the source files below the given absolute paths, relative to `root`, sorted, without repeats. A file that is
 * named is taken whatever its name; below a directory, `node_modules`, names that start with a dot and `.d.ts` files
 * are left out.
 */
export function findSources(paths: readonly string[], root: string, files: FileSystem): Checked<readonly string[]> {
  const found = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const visited = new Set<string>();

  function visit(directory: string): void {
    // A symbolic link may lead back up: each real directory is listed once.
    const real = files.realPath(directory);
    if (visited.has(real)) return;
    visited.add(real);
    for (const entry of listOrReport(directory)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = `${directory}/${entry.name}`;
      if (entry.kind === "directory") visit(path);
      else if (entry.kind === "file" && SOURCE_FILE.test(entry.name) && !DECLARATION_FILE.test(entry.name)) {
        found.add(relativePath(root, path));
      }
    }
  }

  function listOrReport(directory: string) {
    try {
      return files.list(directory) ?? [];
    } catch (error) {
      diagnostics.push(unreadable(directory, error));
      return [];
    }
  }

  /** Undefined after a diagnostic. */
  function statusOrReport(path: string) {
    try {
      return files.status(path);
    } catch (error) {
      diagnostics.push(unreadable(path, error));
      return undefined;
    }
  }

  function unreadable(path: string, error: unknown): Diagnostic {
    return diagnose("MXC0003", { path: relativePath(root, path), reason: describeError(error) }, null);
  }

  for (const path of paths) {
    const absolute = resolve(root, path);
    const status = statusOrReport(absolute);
    if (status === undefined) continue;
    if (status === null) diagnostics.push(diagnose("MXC0002", { path: relativePath(root, absolute) }, null));
    else if (status.kind === "directory") visit(absolute);
    else found.add(relativePath(root, absolute));
  }
  return { value: [...found].sort(compareText), diagnostics };
}
