// 28xx. The lock file against itself, against what is declared here, and writing one.

import { error, warning } from "../message.ts";

const LOCK_AGAIN = "write the file again with `metaxy lock`";
const REMOVE = "write the file again with `metaxy lock` or `metaxy-compile --emit lock`";

export const lockMessages = {
  MXC2800: error<{ key: string; what: string; stated: string | null; computed: string | null }>({
    message: (a) =>
      `the lock file states ${a.stated === null ? `no ${a.what}` : `${a.what} '${a.stated}'`} for '${a.key}', but what it says of the feature makes ${a.computed === null ? "none" : `'${a.computed}'`}`,
    label: (a) => `${a.what} is ${a.computed === null ? "none" : `'${a.computed}'`}`,
    help: (a) =>
      a.stated === null || a.computed === null || a.stated.length === a.computed.length
        ? LOCK_AGAIN
        : `set \`hash_truncation_length = ${a.stated.length}\` as in the code base that wrote the file, or ${LOCK_AGAIN}`,
  }),
  MXC2801: error<{ key: string }>({
    message: (a) => `the metadata of '${a.key}' contains null, which a lock file cannot hold`,
    label: () => "null is in its metadata",
    help: () => "leave the entry out of `metadata`, or write an empty string; TOML has no null",
  }),
  MXC2802: error<{ key: string; upstream: string }>({
    message: (a) => `the locked feature '${a.key}' depends on '${a.upstream}', which is neither locked nor declared`,
    label: (a) => `needs '${a.upstream}'`,
    help: () => LOCK_AGAIN,
  }),
  MXC2803: warning<{ key: string; locked: string; declared: string }>({
    message: (a) =>
      `the lock file gives '${a.key}' to project '${a.locked}', but it is declared here for project '${a.declared}'`,
    label: () => "the declaration counts",
    help: () => REMOVE,
  }),
  MXC2804: warning<{ key: string; project: string }>({
    message: (a) => `the lock file holds '${a.key}' of this project, '${a.project}', which declares no such feature`,
    label: () => "no class has this key",
    help: () => `declare the feature if it was removed by mistake, else ${REMOVE}`,
  }),
  MXC2805: error<{ key: string; suggestion: string }>({
    message: (a) => `\`extra_features\` asks for '${a.key}', which is neither declared nor in the lock file`,
    label: () => "no such feature",
    help: (a) => a.suggestion || "lock it once with `metaxy lock`, which reads it from the store, or correct the key",
  }),
  MXC2806: warning<{ project: string; suggestion: string }>({
    message: (a) => `\`extra_features\` asks for project '${a.project}', of which no feature is declared or locked`,
    label: () => "selects nothing",
    help: (a) =>
      a.suggestion || "lock its features once with `metaxy lock`, which reads them from the store, or correct the name",
  }),
  MXC2807: warning<{ key: string; what: string; stated: string; computed: string }>({
    message: (a) =>
      `'${a.key}' depends on features declared here, which make '${a.computed}' of its ${a.what}; it was locked with '${a.stated}'`,
    label: () => "of before they changed",
    help: () => "push this project; once the other one is pushed with the new versions too, lock it again",
  }),
  MXC2810: warning<{ key: string | null; problem: string }>({
    message: (a) =>
      a.key === null
        ? `the lock file cannot be read and is written anew: ${a.problem}`
        : `the lock file's entry for '${a.key}' cannot be read and is left out of the new one: ${a.problem}`,
    label: (a) => a.problem,
    help: () => "compare the new file with the last good one: features that only the old one knew are gone",
  }),
} as const;
