// The modules a compilation sees: summaries from the cache where the text is known, freshly read ones elsewhere.

import { join } from "node:path";
import type { ModuleSource } from "../link/link.ts";
import type { ModuleSummary } from "../model/summary.ts";
import { readModule } from "../read/module.ts";
import { digest } from "./cache/digest.ts";
import { cacheDirectory, isUsable } from "./cache/directory.ts";
import { openSummaryCache, type SummaryCache } from "./cache/summary-cache.ts";
import type { TracedFileSystem } from "./cache/trace.ts";
import type { ProjectHost } from "./project-host.ts";
import type { World } from "./world.ts";

/** Modules, and a way to keep what reading them cost. */
export interface OpenModules {
  readonly modules: ModuleSource;
  /** Keeps summaries for later runs. */
  readonly save: () => void;
}

/** Opens the modules of the project at `root` (absolute), with the caches of earlier runs. */
export function openModules(root: string, host: ProjectHost, traced: TracedFileSystem, world: World): OpenModules {
  const directory = cacheDirectory(root, world);
  // A first run, as in CI, is often the only one.
  const isFirst = directory === null || !isUsable(directory, world.files);
  const cache = openSummaryCache(isFirst ? null : directory, world.files);
  return {
    modules: moduleSource(host, cache, (file) => traced.hash(join(root, file))),
    save: cache.save,
  };
}

const EXTENSION = /(?:\.d)?\.[^./]+$/;

/** `hash` is the SHA-256 of a file that `host` has read. */
function moduleSource(host: ProjectHost, cache: SummaryCache, hash: (path: string) => string | null): ModuleSource {
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
    settle() {
      cache.save();
      for (const [path, summary] of known) if (summary !== null) known.set(path, placesOf(summary));
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

/** What later stages need of a module: where its lines start, and what its comments ignore. */
function placesOf({ lineStarts, ignores }: ModuleSummary): ModuleSummary {
  return { ...NOTHING, lineStarts, ignores };
}

const NOTHING: ModuleSummary = {
  lineStarts: [],
  syntaxErrors: [],
  imports: [],
  exports: [],
  starExports: [],
  scope: { declarations: [] },
  hazards: [],
  hiddenClasses: [],
  ignores: [],
};
