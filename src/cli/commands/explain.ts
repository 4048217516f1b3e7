// `metaxy-compile explain CODE`: prints the page of a diagnostic.

import { catalogue } from "../../diagnostics/catalogue.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { CommonOptions } from "../arguments.ts";
import { packageFile } from "../package-files.ts";
import { type ExitCode, printReport } from "../report.ts";
import type { World } from "../world.ts";

/** Prints the page on stdout. `1003`, `mxc1003` and `TS771003` name MXC1003 too. */
export function explain(code: string, options: CommonOptions, world: World): ExitCode {
  const known = code.toUpperCase().replace(/^(?:TS77|MXC)?(?=\d{4}$)/, "MXC");
  const page = known in catalogue ? world.files.read(packageFile(`grammar/diagnostics/${known}.md`)) : null;
  if (page !== null) {
    world.stdout.write(new TextDecoder().decode(page));
    return 0;
  }
  const suggestion = didYouMean(known, Object.keys(catalogue));
  const diagnostics = [diagnose("MXC0011", { code, suggestion }, null)];
  return printReport({ diagnostics, features: 0, files: [], readText: () => null }, options, world);
}
