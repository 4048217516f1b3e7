// What a run looked at: enough to tell, without running again, that it would see the same.

import { compareText } from "../../model/text-order.ts";
import type { DirectoryEntry, FileSystem } from "../file-system.ts";
import { digest } from "./digest.ts";

/** Each question a run asked the disk, with the answer's digest; null where there was nothing. Paths are absolute. */
export interface Trace {
  readonly lists: readonly Observation[];
  readonly statuses: readonly Observation[];
  readonly realPaths: readonly Observation[];
  readonly reads: readonly Observation[];
}

type Observation = readonly [path: string, answer: string | null];

/** A file system that remembers what it was asked. */
export interface TracedFileSystem {
  readonly files: FileSystem;
  /** SHA-256 of a file that was read, hex. */
  readonly hash: (path: string) => string | null;
  /** Everything asked so far, except about paths below `outputs` (those are the run's own). */
  readonly trace: (isOutput: (path: string) => boolean) => Trace;
}

/** Wraps a file system. */
export function traceFileSystem(files: FileSystem): TracedFileSystem {
  const lists = new Map<string, string | null>();
  const statuses = new Map<string, string | null>();
  const realPaths = new Map<string, string | null>();
  const reads = new Map<string, string | null>();
  return {
    files: {
      ...files,
      read(path) {
        const bytes = files.read(path);
        reads.set(path, bytes === null ? null : digest(bytes));
        return bytes;
      },
      list(path) {
        const entries = files.list(path);
        lists.set(path, entries === null ? null : describeEntries(entries));
        return entries;
      },
      status(path) {
        const status = files.status(path);
        statuses.set(path, status?.kind ?? null);
        return status;
      },
      realPath(path) {
        const real = files.realPath(path);
        realPaths.set(path, real);
        return real;
      },
    },
    hash: (path) => reads.get(path) ?? null,
    trace: (isOutput) => {
      const ours = (observations: ReadonlyMap<string, string | null>) =>
        [...observations].filter(([path]) => !isOutput(path));
      return { lists: ours(lists), statuses: ours(statuses), realPaths: ours(realPaths), reads: ours(reads) };
    },
  };
}

/** A trace with the answers of a later one in place of its own. */
export function mergeTraces(trace: Trace, later: Trace): Trace {
  const merge = (kind: keyof Trace) => [...new Map([...trace[kind], ...later[kind]])];
  return { lists: merge("lists"), statuses: merge("statuses"), realPaths: merge("realPaths"), reads: merge("reads") };
}

/** How the disk differs from a trace. */
export interface TraceCheck {
  /** False when anything but the content of files differs: another set of files, a link, a directory. */
  readonly sameLayout: boolean;
  /** Files whose content differs. */
  readonly changed: readonly string[];
}

/** Asks the disk the questions of a trace again. Stops early when the layout differs, or cannot be read any more. */
export function checkTrace(trace: Trace, files: FileSystem): TraceCheck {
  try {
    return compareWithDisk(trace, files);
  } catch {
    return { sameLayout: false, changed: [] };
  }
}

function compareWithDisk(trace: Trace, files: FileSystem): TraceCheck {
  const sameLayout =
    trace.lists.every(([path, answer]) => describeList(files.list(path)) === answer) &&
    trace.statuses.every(([path, answer]) => (files.status(path)?.kind ?? null) === answer) &&
    trace.realPaths.every(([path, answer]) => files.realPath(path) === answer);
  if (!sameLayout) return { sameLayout, changed: [] };
  const changed = trace.reads.filter(([path, answer]) => hashFile(path, files) !== answer).map(([path]) => path);
  return { sameLayout, changed };
}

function hashFile(path: string, files: FileSystem): string | null {
  const bytes = files.read(path);
  return bytes === null ? null : digest(bytes);
}

function describeList(entries: readonly DirectoryEntry[] | null): string | null {
  return entries === null ? null : describeEntries(entries);
}

/** Kinds matter as well as names: a file that became a directory is another layout. */
function describeEntries(entries: readonly DirectoryEntry[]): string {
  return digest(
    entries
      .map((entry) => `${entry.kind[0]}${entry.name}`)
      .sort(compareText)
      .join("\0"),
  );
}
