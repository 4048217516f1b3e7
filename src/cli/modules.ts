// The modules a compilation sees: summaries from the cache where the text is known, freshly read ones elsewhere.

import type { ModuleSource } from "../link/link.ts";
import type { ModuleSummary } from "../model/summary.ts";
import { readModule } from "../read/module.ts";
import { digest } from "./cache/digest.ts";
import type { SummaryCache } from "./cache/summary-cache.ts";
import type { ProjectHost } from "./project-host.ts";

const EXTENSION = /(?:\.d)?\.[^./]+$/;

/** Makes a module source. `hash` is the SHA-256 of a file that `host` has read. */
export function moduleSource(
  host: ProjectHost,
  cache: SummaryCache,
  hash: (path: string) => string | null,
): ModuleSource {
  const known = new Map<string, ModuleSummary | null>();
  return {
    get(path) {
      let summary = known.get(path);
      if (summary === undefined) {
        summary = host.has(path) ? summarise(path) : null;
        known.set(path, summary);
      }
      return summary;
    },
  };

  function summarise(path: string): ModuleSummary {
    // The extension decides how a text is read, so it is part of the key.
    const key = digest(`${EXTENSION.exec(path)?.[0] ?? ""}\0${hash(path)}`);
    const cached = cache.find(key);
    if (cached !== null) return cached;
    const summary = readModule(host.readFile(path) ?? "", path);
    cache.add(key, summary);
    return summary;
  }
}
