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
}

/** What may vary without changing any output. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** List directories backwards. */
  readonly reversed?: boolean;
  /** The working directory, relative to the project. */
  readonly cwd?: string;
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
  { env = {}, reversed = false, cwd = ".", git = noGit }: RunOptions = {},
): Promise<RunResult> {
  const texts = new Map([...project].map(([path, text]) => [posix.join(ROOT, path), text]));
  const before = new Map(texts);
  const stdout: string[] = [];
  const stderr: string[] = [];
  const world: World = {
    cwd: posix.join(ROOT, cwd),
    env,
    files: memoryFiles(texts, reversed),
    cacheHome: null,
    git,
    stdout: { write: (text) => void stdout.push(text), isTerminal: false },
    stderr: { write: (text) => void stderr.push(text), isTerminal: false },
  };
  const exitCode = await run(argv, world);
  const written = [...texts].filter(([path, text]) => before.get(path) !== text);
  return {
    exitCode,
    stdout: stdout.join(""),
    stderr: stderr.join(""),
    written: new Map(written.map(([path, text]) => [posix.relative(ROOT, path), text])),
  };
}

/** A file system over a map of texts by absolute path; directories exist where files lie below them. */
export function memoryFiles(texts: Map<string, string>, reversed = false): FileSystem {
  const isDirectory = (path: string) => [...texts.keys()].some((file) => file.startsWith(`${path}/`));
  return {
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? null : new TextEncoder().encode(text);
    },
    list: (path) => {
      if (!isDirectory(path)) return null;
      const below = [...texts.keys()].filter((file) => file.startsWith(`${path}/`));
      const names = [...new Set(below.map((file) => file.slice(path.length + 1).split("/")[0] ?? ""))].sort();
      const entries = names.map((name) => ({
        name,
        kind: texts.has(`${path}/${name}`) ? ("file" as const) : ("directory" as const),
      }));
      return reversed ? entries.reverse() : entries;
    },
    status: (path) => {
      const text = texts.get(path);
      if (text !== undefined) return { kind: "file", size: text.length, changed: text };
      return isDirectory(path) ? { kind: "directory", size: 0, changed: "" } : null;
    },
    realPath: (path) => path,
    makeDirectory: () => {},
    readPieces: (path) => {
      const text = texts.get(path);
      return text === undefined ? null : [new TextEncoder().encode(text)];
    },
    writeChunks: (path, chunks) => void texts.set(path, Array.from(chunks, textOfChunk).join("")),
    write: (path, content) =>
      void texts.set(path, typeof content === "string" ? content : new TextDecoder().decode(content)),
    append: (path, chunks) => void texts.set(path, [texts.get(path) ?? "", ...chunks].join("")),
    rename: (from, to) => {
      const text = texts.get(from);
      if (text === undefined) throw Object.assign(new Error(`no such file: ${from}`), { code: "ENOENT" });
      texts.set(to, text);
      texts.delete(from);
    },
    link: (path, other) => void texts.set(other, texts.get(path) ?? ""),
    remove: (path) => void texts.delete(path),
  };
}
