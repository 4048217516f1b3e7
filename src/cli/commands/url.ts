// `metaxy-compile url`: a store's SQLAlchemy URL on stdout, secrets included.

import { sqlalchemyUrl } from "../../config/store-url.ts";
import { findStore, warnOfOthers } from "../../config/targets.ts";
import type { CommonOptions } from "../arguments.ts";
import { isDocument } from "../format.ts";
import { readConfiguration } from "../project.ts";
import { type ExitCode, fails, printReport } from "../report.ts";
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
  const others = warnOfOthers(config, flags.store ?? config.store);
  const diagnostics = [...configured, ...selected, ...(store?.problems ?? []), ...url.diagnostics, ...others];
  const readText = (file: string) => config.sources.get(file) ?? null;
  const answer = url.value === null || fails(diagnostics, flags) ? {} : { url: url.value };
  const code = printReport({ diagnostics, features: 0, files: [], readText, answer }, flags, world);
  if (answer.url !== undefined && !isDocument(flags.format)) world.stdout.write(`${answer.url}\n`);
  return code;
}
