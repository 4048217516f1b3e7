// Every diagnostic the compiler can give: code, severity, wording. Each range is a file of its own.
//
//   0xxx command line and configuration     2xxx keys, projects, dependencies, columns
//   1xxx not in the static subset           3xxx dialect limits          9xxx our own bugs

import { commandMessages } from "./catalogue/command.ts";
import { configMessages } from "./catalogue/config.ts";
import { dialectMessages } from "./catalogue/dialects.ts";
import { featureMessages } from "./catalogue/features.ts";
import { impactMessages } from "./catalogue/impact.ts";
import { internalMessages } from "./catalogue/internal.ts";
import { lockMessages } from "./catalogue/lock.ts";
import { lowerMessages } from "./catalogue/lower.ts";
import { proveMessages } from "./catalogue/prove.ts";
import { storeMessages } from "./catalogue/stores.ts";
import { subsetMessages } from "./catalogue/subset.ts";
import { whereMessages } from "./catalogue/where.ts";

export const catalogue = {
  ...commandMessages,
  ...impactMessages,
  ...whereMessages,
  ...configMessages,
  ...subsetMessages,
  ...featureMessages,
  ...lockMessages,
  ...lowerMessages,
  ...storeMessages,
  ...dialectMessages,
  ...proveMessages,
  ...internalMessages,
} as const;

/** `MXC` and four digits. */
export type Code = keyof typeof catalogue;

/** The arguments of a code's message. */
export type ArgsOf<C extends Code> = Parameters<(typeof catalogue)[C]["message"]>[0];
