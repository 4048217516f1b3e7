// A little project in a temporary folder: written, compiled in this process or by the built program, and looked at.

import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { diskFileSystem, type FileSystem } from "../../src/cli/file-system.ts";
import type { RunGit } from "../../src/cli/git.ts";
import { run } from "../../src/cli/run.ts";

const program = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a run printed and how it ended. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Surroundings of a run in this process. */
interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The disk; wrapped to fail or to answer in another order. */
  readonly files?: FileSystem;
  /** Without it there is none. */
  readonly git?: RunGit;
  /** Caches are kept in the project's own `cache` folder; not at all by default. */
  readonly caches?: boolean;
}

/** Surroundings of a process. */
interface SpawnOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node's. */
  readonly node?: readonly string[];
  /** Relative to the project. */
  readonly cwd?: string;
  /** Milliseconds after which it is stopped, with exit code -1. */
  readonly timeout?: number;
}

/** A project on the disk. */
export interface DiskProject {
  /** Absolute, without symbolic links. */
  readonly root: string;
  write(path: string, text: string | Uint8Array): void;
  read(path: string): string;
  remove(path: string): void;
  /** Every file below a folder, by path relative to it; nothing where there is no such folder. */
  list(folder: string): ReadonlyMap<string, string>;
  run(argv: readonly string[], options?: RunOptions): Promise<Outcome>;
  /** Runs the built program. */
  spawn(argv: readonly string[], options?: SpawnOptions): Promise<Outcome>;
}

const folders: string[] = [];

/** Makes a project from texts or bytes by path. */
export function makeProject(texts: Readonly<Record<string, string | Uint8Array>>): DiskProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "metaxy-compile-")));
  folders.push(root);
  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(texts)) write(path, text);
  return {
    root,
    write,
    read: (path) => readFileSync(join(root, path), "utf8"),
    remove: (path) => rmSync(join(root, path), { recursive: true, force: true }),
    list: (folder) => listFiles(join(root, folder)),
    run: (argv, options) => runHere(root, argv, options),
    spawn: (argv, options) => spawnProgram(root, argv, options),
  };
}

/** Removes every project; for `afterAll`. */
export function removeProjects(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

function listFiles(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

async function runHere(root: string, argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const printed = { stdout: "", stderr: "" };
  const exitCode = await run(argv, {
    cwd: root,
    env: options.env ?? {},
    files: options.files ?? diskFileSystem,
    cacheHome: options.caches === true ? join(root, "cache") : null,
    now: () => 0,
    git: options.git ?? (async () => ({ kind: "missing" })),
    stdout: outputTo("stdout"),
    stderr: outputTo("stderr"),
  });
  return { exitCode, ...printed };

  function outputTo(stream: keyof typeof printed) {
    const write = (text: string) => {
      printed[stream] += text;
    };
    return { write, isTerminal: false };
  }
}

function spawnProgram(
  root: string,
  argv: readonly string[],
  { env = {}, node = [], cwd = ".", timeout }: SpawnOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [...node, program, ...argv], {
    cwd: join(root, cwd),
    ...(timeout === undefined ? {} : { timeout, killSignal: "SIGKILL" }),
    env: { PATH: process.env.PATH, HOME: join(root, "home"), ...env },
  });
  const printed = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      printed[stream] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (status) => resolve({ exitCode: status ?? -1, ...printed }));
  });
}
