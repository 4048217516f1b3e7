// A world in memory for running the program: a project's files go in, what it wrote and printed comes out.

import { posix } from "node:path";
import type { FileSystem } from "../src/cli/file-system.ts";
import { run } from "../src/cli/run.ts";
import type { World } from "../src/cli/world.ts";
import { textOfChunk } from "../src/model/output.ts";

/** Where the project lies in memory. */
const ROOT = "/project";

/** What a run did. */
export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Every file after the run, relative to the project, that was not there before or has another text. */
  readonly written: ReadonlyMap<string, string>;
  /** Files that were there before and are gone, sorted. */
  readonly removed: readonly string[];
}

/** What may vary without changing any output. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** List directories backwards. */
  readonly reversed?: boolean;
  /** The working directory, relative to the project. */
  readonly cwd?: string;
  /** Whether somebody watches stderr. */
  readonly terminal?: boolean;
  readonly now?: () => number;
  /** Answers for git; without it there is none. */
  readonly git?: World["git"];
}

const noGit: World["git"] = async () => ({ kind: "missing" });

/**
 * Runs the program on a project.
 *
 * @param project texts by path relative to the project, with `/`
 */
export async function runInMemory(
  argv: readonly string[],
  project: ReadonlyMap<string, string>,
  options: RunOptions = {},
): Promise<RunResult> {
  const { world, outcome } = openMemoryWorld(project, options);
  return outcome(await run(argv, world));
}

/** A file's content. */
export type Content = string | Uint8Array;

/** A world, and what has become of it once a run has ended. */
export interface MemoryWorld {
  readonly world: World;
  readonly outcome: (exitCode: number) => RunResult;
}

/** Puts a project into a world. */
export function openMemoryWorld(
  project: ReadonlyMap<string, Content>,
  { env = {}, reversed = false, cwd = ".", terminal = false, now = () => 0, git = noGit }: RunOptions = {},
): MemoryWorld {
  const files = new Map([...project].map(([path, content]) => [posix.join(ROOT, path), content]));
  const before = new Map(files);
  const stdout: string[] = [];
  const stderr: string[] = [];
  const world: World = {
    cwd: posix.join(ROOT, cwd),
    env,
    files: memoryFiles(files, reversed),
    cacheHome: null,
    now,
    git,
    stdout: { write: (text) => void stdout.push(text), isTerminal: false },
    stderr: { write: (text) => void stderr.push(text), isTerminal: terminal },
  };
  const outcome = (exitCode: number) => {
    const written = [...files].filter(([path, content]) => before.get(path) !== content);
    return {
      exitCode,
      stdout: stdout.join(""),
      stderr: stderr.join(""),
      written: new Map(written.map(([path, content]) => [posix.relative(ROOT, path), textOfContent(content)])),
      removed: [...before.keys()].flatMap((path) => (files.has(path) ? [] : posix.relative(ROOT, path))).sort(),
    };
  };
  return { world, outcome };
}

function textOfContent(content: Content): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

function bytesOfContent(content: Content): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** A file system over a map of contents by absolute path; directories exist where files lie below them. */
export function memoryFiles(contents: Map<string, Content>, reversed = false): FileSystem {
  const isDirectory = (path: string) => [...contents.keys()].some((file) => file.startsWith(`${path}/`));
  return {
    read: (path) => {
      const content = contents.get(path);
      return content === undefined ? null : bytesOfContent(content);
    },
    list: (path) => {
      if (!isDirectory(path)) return null;
      const below = [...contents.keys()].filter((file) => file.startsWith(`${path}/`));
      const names = [...new Set(below.map((file) => file.slice(path.length + 1).split("/")[0] ?? ""))].sort();
      const entries = names.map((name) => ({
        name,
        kind: contents.has(`${path}/${name}`) ? ("file" as const) : ("directory" as const),
      }));
      return reversed ? entries.reverse() : entries;
    },
    status: (path) => {
      const content = contents.get(path);
      if (content !== undefined) return { kind: "file", size: content.length, changed: textOfContent(content) };
      return isDirectory(path) ? { kind: "directory", size: 0, changed: "" } : null;
    },
    kindOf: (path) => (contents.has(path) ? "file" : isDirectory(path) ? "directory" : null),
    isPrivate: isDirectory,
    realPath: (path) => path,
    makeDirectory: () => {},
    readPieces: (path) => {
      const content = contents.get(path);
      return content === undefined ? null : [bytesOfContent(content)];
    },
    create: (path, chunks) => void contents.set(path, Array.from(chunks, textOfChunk).join("")),
    append: (path, chunks) => void contents.set(path, [textOfContent(contents.get(path) ?? ""), ...chunks].join("")),
    rename: (from, to) => {
      const content = contents.get(from);
      if (content === undefined) throw Object.assign(new Error(`no such file: ${from}`), { code: "ENOENT" });
      contents.set(to, content);
      contents.delete(from);
    },
    link: (path, other) => void contents.set(other, contents.get(path) ?? ""),
    remove: (path) => void contents.delete(path),
  };
}
