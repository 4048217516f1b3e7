// `metaxy-compile url`: a store's SQLAlchemy URL on stdout, secrets included.

import { sqlalchemyUrl } from "../../config/store-url.ts";
import { findStore } from "../../config/targets.ts";
import { hasErrors } from "../../diagnostics/finding.ts";
import type { CommonOptions } from "../arguments.ts";
import { readConfiguration } from "../project.ts";
import { type ExitCode, printReport } from "../report.ts";
import type { World } from "../world.ts";

/** What `url` takes. */
export interface UrlFlags extends CommonOptions {
  readonly store: string | null;
  readonly protocol: string | null;
  readonly port: number | null;
}

/** Prints the URL, with driver and port replaced where asked; as JSON, the one document on stdout holds it. */
export function printUrl(flags: UrlFlags, world: World): ExitCode {
  const { value: config, diagnostics: configured } = readConfiguration(flags, world);
  const { value: store, diagnostics: selected } = findStore(config, flags.store);
  const url = store === null ? { value: null, diagnostics: [] } : sqlalchemyUrl(store, flags);
  const diagnostics = [...configured, ...selected, ...url.diagnostics];
  if (flags.format === "json" && url.value !== null && !hasErrors(diagnostics)) {
    world.stdout.write(`${JSON.stringify({ url: url.value }, null, 2)}\n`);
    return 0;
  }
  const readText = (file: string) => config.sources.get(file) ?? null;
  const code = printReport({ diagnostics, features: 0, files: [], readText }, flags, world);
  if (code === 0 && url.value !== null) world.stdout.write(`${url.value}\n`);
  return code;
}
