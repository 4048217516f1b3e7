// Asks git for committed files: one process, no shell, and nothing but what is there. What a repository configures is a
// stranger's, and could name programs to run; what the user and the machine configure holds, e.g. `safe.directory`.
// Loaded only by the command that needs it.

import { execFile } from "node:child_process";
import { delimiter, isAbsolute } from "node:path";

/** What became of a call. */
export type GitAnswer =
  | { readonly kind: "output"; readonly text: string }
  /** `reason` is the first line of what git said. */
  | { readonly kind: "failed"; readonly reason: string }
  /** Git did not end in time. */
  | { readonly kind: "late"; readonly seconds: number }
  /** There is no git. */
  | { readonly kind: "missing" };

/** Runs a command of git's that reads objects, with arguments in a directory. */
export type RunGit = (args: readonly string[], directory: string) => Promise<GitAnswer>;

/** Documents of ten thousand features are tens of megabytes. */
const LARGEST_OUTPUT = 1 << 30;

/** Reading one object takes milliseconds, minutes only where a repository wants it to. */
const SECONDS = 30;

/** Settings that go before those of any file. */
const SETTINGS = [
  // A folder that only looks like a repository may have come along with one. Since git 2.38.
  "safe.bareRepository=explicit",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "credential.helper=",
  "protocol.allow=never",
  "protocol.ext.allow=never",
];

const ENVIRONMENT = {
  LC_ALL: "C",
  // An object that is not here is not fetched: the repository says from where, and by what program. Since git 2.39.4.
  GIT_NO_LAZY_FETCH: "1",
  // Older versions may fetch, by no protocol.
  GIT_ALLOW_PROTOCOL: ":",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  // Windows looks for programs in the working directory first.
  NoDefaultCurrentDirectoryInExePath: "1",
};

/** Variables of git's that stay: where the user's and the machine's configuration is, and where a search for `.git` ends. */
const KEPT = /^GIT_(?:CONFIG|CEILING_DIRECTORIES$|DISCOVERY_ACROSS_FILESYSTEM$)/;

/** The machine's own git, speaking English. */
export const runGit: RunGit = (args, directory) => runGitWithin(SECONDS, args, directory);

/** The same with a limit of one's own. */
export function runGitWithin(seconds: number, args: readonly string[], directory: string): Promise<GitAnswer> {
  const options = {
    cwd: directory,
    env: gitEnvironment(process.env),
    maxBuffer: LARGEST_OUTPUT,
    encoding: "utf8",
    windowsHide: true,
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
  } as const;
  const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
  return new Promise((resolve) => {
    execFile("git", ["--no-pager", ...settings, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: "output", text: stdout });
      else if (error.code === "ENOENT") resolve({ kind: "missing" });
      else if (error.killed === true && error.signal === "SIGKILL") resolve({ kind: "late", seconds });
      else resolve({ kind: "failed", reason: reasonIn(stderr) || error.message });
    });
  });
}

/**
 * The environment without what steers git, as a hook's does: which repository is asked follows from the directory alone.
 * A relative entry of the `PATH` would look for git in the project.
 */
function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env)
    .filter(([name]) => !name.startsWith("GIT_") || KEPT.test(name))
    .map(([name, value = ""]) => [name, name.toUpperCase() === "PATH" ? absoluteEntries(value) : value]);
  return { ...Object.fromEntries(kept), ...ENVIRONMENT };
}

function absoluteEntries(path: string): string {
  return path
    .split(delimiter)
    .filter((entry) => isAbsolute(entry))
    .join(delimiter);
}

/** What failed; warnings may stand before it. */
function reasonIn(stderr: string): string {
  const lines = stderr.trim().split("\n");
  return (lines.find((line) => line.startsWith("fatal: ")) ?? lines[0] ?? "").replace(/^fatal: /, "");
}
