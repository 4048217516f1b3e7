// Asks git for committed files: one process, no shell. Loaded only by the command that needs it.

import { execFile } from "node:child_process";

/** What became of a call. */
export type GitAnswer =
  | { readonly kind: "output"; readonly text: string }
  /** `reason` is the first line of what git said. */
  | { readonly kind: "failed"; readonly reason: string }
  /** There is no git. */
  | { readonly kind: "missing" };

/** Runs git with arguments in a directory. */
export type RunGit = (args: readonly string[], directory: string) => Promise<GitAnswer>;

/** Documents of ten thousand features are tens of megabytes. */
const LARGEST_OUTPUT = 1 << 30;

/** The machine's own git, speaking English. */
export const runGit: RunGit = (args, directory) =>
  new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" };
    const options = { cwd: directory, env, maxBuffer: LARGEST_OUTPUT, encoding: "utf8", windowsHide: true } as const;
    execFile("git", ["--no-pager", ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: "output", text: stdout });
      else if (error.code === "ENOENT") resolve({ kind: "missing" });
      else resolve({ kind: "failed", reason: firstLine(stderr) || error.message });
    });
  });

function firstLine(text: string): string {
  return (
    text
      .trim()
      .split("\n", 1)[0]
      ?.replace(/^fatal: /, "") ?? ""
  );
}
