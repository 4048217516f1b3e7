// Summaries by content hash, kept between runs in one file: a line per summary, its key and its JSON. Lines are only ever
// appended, so that runs can share the file; a broken line is a summary that is not there. Safe to delete.

import { type ModuleSummary, SUMMARY_VERSION } from "../../model/summary.ts";
import type { FileSystem } from "../file-system.ts";

/** Rewritten without its dead lines when it has this many times the live ones. */
const COMPACT_AT = 3;
const LINE_FEED = 10;
const KEY_LENGTH = 64;

/** Summaries of earlier runs, and a place for those of this one. */
export interface SummaryCache {
  find(key: string): ModuleSummary | null;
  add(key: string, summary: ModuleSummary): void;
  /** Writes what was added, and lets go of it. Failing to write a cache is no failure. */
  save(): void;
}

const NO_CACHE: SummaryCache = { find: () => null, add: () => {}, save: () => {} };

/** Opens the cache in a directory, which need not exist; null keeps nothing. */
export function openSummaryCache(directory: string | null, files: FileSystem): SummaryCache {
  return directory === null ? NO_CACHE : openIn(directory, files);
}

function openIn(directory: string, files: FileSystem): SummaryCache {
  const path = `${directory}/summaries-${SUMMARY_VERSION}.jsonl`;
  let stored: StoredLines | null = null;
  const used = new Map<string, ModuleSummary>();
  const added = new Map<string, ModuleSummary>();
  let isSaved = false;
  const open = () => {
    stored ??= readLines(path, files);
    return stored;
  };
  return {
    find(key) {
      const summary = parseLine(open(), key);
      if (summary !== null) used.set(key, summary);
      return summary;
    },
    add: (key, summary) => void added.set(key, summary),
    save() {
      if (added.size > 0) tryWriting();
      isSaved = true;
      stored = null;
      used.clear();
      added.clear();
    },
  };

  function tryWriting(): void {
    try {
      files.makeDirectory(directory);
      const live = used.size + added.size;
      // After the first time it is not known any more which lines are live.
      if (!isSaved && open().count > COMPACT_AT * live) files.writeChunks(path, formatLines([...used, ...added]));
      else files.append(path, formatLines(added));
    } catch {
      // A read-only or full disk only makes the next run slower.
    }
  }
}

interface StoredLines {
  readonly bytes: Buffer;
  /** Start and end of each summary's JSON. */
  readonly ranges: ReadonlyMap<string, readonly [number, number]>;
  /** Lines in the file, dead ones included. */
  readonly count: number;
}

function readLines(path: string, files: FileSystem): StoredLines {
  const bytes = Buffer.from(readOrNothing(path, files));
  const ranges = new Map<string, readonly [number, number]>();
  let count = 0;
  for (let start = 0; start < bytes.length; count++) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end === -1) break;
    ranges.set(bytes.toString("latin1", start, start + KEY_LENGTH), [start + KEY_LENGTH, end]);
    start = end + 1;
  }
  return { bytes, ranges, count };
}

function readOrNothing(path: string, files: FileSystem): Uint8Array {
  try {
    return files.read(path) ?? new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}

function parseLine({ bytes, ranges }: StoredLines, key: string): ModuleSummary | null {
  const range = ranges.get(key);
  if (range === undefined) return null;
  try {
    return JSON.parse(bytes.toString("utf8", range[0], range[1])) as ModuleSummary;
  } catch {
    return null;
  }
}

function* formatLines(summaries: Iterable<readonly [string, ModuleSummary]>): Generator<string> {
  for (const [key, summary] of summaries) yield `${key}${JSON.stringify(summary)}\n`;
}
