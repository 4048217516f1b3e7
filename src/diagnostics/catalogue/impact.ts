// 005x, 014x. Finding what `impact` compares with.

import { error, warning } from "../message.ts";

export const impactMessages = {
  MXC0050: error<{ against: string }>({
    message: (a) => `'${a.against}' is no file, so it has to be a git revision, and git was not found`,
    help: () => "install git, correct the path, or name a metadata.json of an earlier run",
  }),
  MXC0051: error<{ revision: string; path: string; reason: string }>({
    message: (a) => `git has no ${a.path} of '${a.revision}': ${a.reason}`,
    help: () => "name a revision in which the output folder is committed with its metadata.json",
  }),
  MXC0052: error<{ place: string; problem: string }>({
    message: (a) => `${a.place} cannot be compared: ${a.problem}`,
    help: () => "name a metadata.json that metaxy-compile wrote, or a git revision that holds one",
  }),
  MXC0053: error<{ path: string; stores: readonly string[] }>({
    message: (a) => `${a.path} describes one store and cannot be compared with ${a.stores.join(", ")}`,
    help: () => "choose one with --store, or name the output folder that holds a metadata.json for each of them",
  }),
  MXC0054: error<{ path: string }>({
    message: (a) => `there is no ${a.path} to compare with`,
    help: () => "name a metadata.json, an output folder with one for each store, or a git revision",
  }),
  MXC0141: error<{ seconds: number }>({
    message: (a) => `git did not answer within ${a.seconds} seconds and was stopped`,
    help: () => "try `git cat-file` there yourself, or name a metadata.json or an output folder instead of a revision",
  }),
  MXC0142: warning<{ name: string }>({
    message: (a) => `'${a.name}' is a git revision and also a file or folder here, and the revision was taken`,
    help: (a) => `write './${a.name}' for the file or folder`,
  }),
  MXC0143: error<{ revision: string; path: string; object: string }>({
    message: (a) => `git knows ${a.path} of '${a.revision}' but does not have its content here`,
    help: (a) => `fetch it first, e.g. with \`git cat-file -e '${a.object}'\`; nothing is fetched from here`,
  }),
} as const;
