// 9xxx. Mistakes of ours.

import { error } from "../message.ts";

export const internalMessages = {
  MXC9001: error<{ stage: string; message: string }>({
    message: (a) => `internal error in ${a.stage}: ${a.message}`,
    help: () => "this is a bug in metaxy-compile, not in your code; please report it with the file it happened on",
  }),
} as const;
