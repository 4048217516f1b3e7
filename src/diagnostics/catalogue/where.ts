// 0055 to 0059. What `where` is asked for.

import { error } from "../message.ts";

export const whereMessages = {
  MXC0055: error<{ name: string; suggestion: string }>({
    message: (a) => `nothing is called '${a.name}'`,
    help: (a) =>
      a.suggestion ||
      "name a table, a column, an index, a constraint, a key, a field or a class; a column of one table is written `table.column`",
  }),
  MXC0056: error<{ name: string }>({
    message: (a) => `'${a.name}' is one of the columns that Metaxy adds to every table; no source declares it`,
    help: () => "name the table, or one of the columns that its class declares",
  }),
  MXC0057: error<{ path: string }>({
    message: (a) => `${a.path} is not one of the files that the sources compile to`,
    help: () => "name a file below the output folder, e.g. `out/dev/features.sql:17`; choose its store with --store",
  }),
  MXC0058: error<{ path: string; line: number }>({
    message: (a) => `line ${a.line} of ${a.path} is not what the sources say now`,
    help: () => "run `metaxy-compile` to bring the file up to date, then ask again",
  }),
  MXC0059: error<{ path: string; line: number }>({
    message: (a) => `no source declares what stands on line ${a.line} of ${a.path}`,
    help: () => "headers, blank lines and Metaxy's system tables are made by the compiler",
  }),
} as const;
