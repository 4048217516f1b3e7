// A project in memory: files by path, linked as the command line would link them.

import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import { type LinkResult, link, type ModuleSource } from "../../src/link/link.ts";
import type { FeatureDecl } from "../../src/model/feature.ts";
import type { Host } from "../../src/model/host.ts";
import type { ModuleSummary } from "../../src/model/summary.ts";
import { readModule } from "../../src/read/module.ts";

/** Text by path. */
export type Files = Readonly<Record<string, string>>;

/** A host over files; `links` maps folders to the folders they are symbolic links to. */
export function memoryHost(files: Files, links: Files = {}): Host {
  const realPath = (path: string) => {
    const link = Object.keys(links).find((folder) => path.startsWith(`${folder}/`));
    return link === undefined ? path : (links[link] ?? "") + path.slice(link.length);
  };
  return { readFile: (path) => files[realPath(path)] ?? null, realPath };
}

/** Summaries of files, read when asked for. */
function memoryModules(host: Host): ModuleSource {
  const summaries = new Map<string, ModuleSummary | null>();
  return {
    get(path) {
      const known = summaries.get(path);
      if (known !== undefined) return known;
      const text = host.readFile(path);
      const summary = text === null ? null : readModule(text, path);
      summaries.set(path, summary);
      return summary;
    },
  };
}

/** What linking gave, with diagnostics as people see them. */
export interface Linked extends LinkResult {
  readonly diagnostics: readonly Diagnostic[];
  /** `MXC1003 src/a.ts:3:8 found a call …` with the chain indented below. */
  readonly report: readonly string[];
}

/** Links files; all of them are entries unless said otherwise. */
export function linkFiles(files: Files, entries: readonly string[] = Object.keys(files), links: Files = {}): Linked {
  const host = memoryHost(files, links);
  const { value, diagnostics } = link(entries, memoryModules(host), host);
  const report = findingsOf(diagnostics, host.readFile).map((finding) => {
    const at = (location: (typeof finding)["location"]) =>
      location === null ? "" : `${location.path}:${location.start.line}:${location.start.column}`;
    const related = finding.related.map((each) => `  ${at(each.location)} ${each.message}`);
    return [`${finding.code} ${at(finding.location)} ${finding.message}`, ...related].join("\n");
  });
  return { ...value, diagnostics, report };
}

/** The only feature of files that link without a complaint. */
export function onlyFeature(files: Files, entries?: readonly string[]): FeatureDecl {
  const { features, report } = linkFiles(files, entries);
  if (report.length > 0) throw new Error(report.join("\n"));
  const [feature] = features;
  if (feature === undefined || features.length > 1) throw new Error(`found ${features.length} features`);
  return feature;
}
