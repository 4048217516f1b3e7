// 0xxx. The command line, the configuration file, the environment, reading and writing files.

import { error } from "../message.ts";

export const commandMessages = {
  // The command line.

  MXC0001: error<{ problem: string }>({
    message: (a) => a.problem,
    help: () => "run `metaxy-compile --help` for the commands and options",
  }),
  MXC0002: error<{ path: string }>({
    message: (a) => `no such file or directory: ${a.path}`,
    help: (a) =>
      a.path.includes("*")
        ? `patterns are not expanded here: name a folder, e.g. '${a.path.replace(/[^/]*\*.*$/, "") || "."}', and all source files in it are read`
        : "name a source file or a folder of them, or set `sources` under [ext.compile] in metaxy.toml",
  }),
  MXC0003: error<{ path: string; reason: string }>({
    message: (a) => `cannot read ${a.path}: ${a.reason}`,
    help: () => "check the permissions of the file and of the folders above it",
  }),
  MXC0004: error<{ path: string; reason: string }>({
    message: (a) => `cannot write ${a.path}: ${a.reason}`,
    help: () => "nothing was changed; free the place or choose another with --out-dir, then run again",
  }),
  MXC0005: error<{ paths: readonly string[] }>({
    message: (a) =>
      a.paths.length === 0 ? "no sources to compile" : `no TypeScript files under ${a.paths.join(", ")}`,
    help: () => "name a folder (`metaxy-compile src/features`), or set `sources` under [ext.compile] in metaxy.toml",
  }),
  MXC0006: error<{ path: string; first: string; second: string }>({
    message: (a) => `stores '${a.first}' and '${a.second}' would both write ${a.path}`,
    help: () => "rename one of the stores; on many disks names that differ only in case are the same file",
  }),
  MXC0007: error<{ name: string }>({
    message: (a) => `store name '${a.name}' cannot name an output folder`,
    help: () => "use letters, digits, `.`, `-` and `_`, and begin with a letter, a digit or `_`",
  }),
  MXC0008: error<{ path: string }>({
    message: (a) => `${a.path} is out of date`,
    help: () => "run `metaxy-compile` and commit the result",
  }),
  MXC0009: error<{ path: string }>({
    message: (a) => `${a.path} is missing`,
    help: () => "run `metaxy-compile` and commit the result",
  }),
  MXC0010: error<{ path: string }>({
    message: (a) => `${a.path} is no longer produced`,
    help: () => "run `metaxy-compile` to remove it, and commit that",
  }),
  MXC0011: error<{ code: string; suggestion: string }>({
    message: (a) => `there is no diagnostic ${a.code}`,
    help: (a) => a.suggestion || "codes look like MXC2001; they stand in brackets at the head of each diagnostic",
  }),
  MXC0012: error<{ path: string }>({
    message: (a) => `${a.path} exists already`,
    help: () => "`init` never overwrites a file; remove it first, or run `init` in another folder",
  }),
  MXC0140: error<{ path: string; target: string | null }>({
    message: (a) =>
      a.target === null
        ? `a symbolic link leads '${a.path}' to nothing, and outputs would lie there`
        : `a symbolic link leads '${a.path}' out of the project, to '${a.target}', and outputs would lie there`,
    help: (a) =>
      a.target === null
        ? "remove the link; nothing was changed"
        : "remove the link, or name the folder it leads to with `out_dir` or --out-dir; nothing was changed",
  }),
  MXC0013: error<{ path: string }>({
    message: (a) => `${a.path} was written by a newer version of metaxy-compile`,
    help: () => "update metaxy-compile to that version, or remove the file to have it written in this one's layout",
  }),
} as const;
