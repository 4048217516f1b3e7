// What a run may touch besides its arguments. The process has one world; tests make their own.

import type { FileSystem } from "./file-system.ts";
import type { RunGit } from "./git.ts";

/** Where text goes. */
export interface Output {
  write(text: string): void;
  /** True when a person is watching: decides colour and progress. */
  readonly isTerminal: boolean;
}

/** The surroundings of a run. */
export interface World {
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
  /** Where caches live, absolute; null keeps nothing between runs. */
  readonly cacheHome: string | null;
  /** Milliseconds since some moment, for what is shown while a run goes on. */
  readonly now: () => number;
  /** Reads what is committed; nothing else runs another program. */
  readonly git: RunGit;
  /** Data: SQL, JSON, a URL, a diff. */
  readonly stdout: Output;
  /** Everything for people. */
  readonly stderr: Output;
}
