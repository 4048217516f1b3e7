// Summaries by content hash, kept between runs in one file: a line per summary, its key and its JSON. Lines are only
// appended until the file is full, so that runs can share it; a broken line is a summary that is not there. Safe to delete.

import { type ModuleSummary, SUMMARY_VERSION } from "../../model/summary.ts";
import type { FileSystem } from "../file-system.ts";
import { makeCache, putIntoCache } from "./directory.ts";

/**
 * The file grows to this many bytes, about two thousand modules. Reading a summary back takes a quarter of the time of
 * reading its module, but the run that writes it pays in time and in memory, and every edit for reading the file.
 */
const MAX_BYTES = 1 << 24;
const LINE_FEED = 10;
const KEY_LENGTH = 64;

/** Summaries of earlier runs, and a place for those of this one. */
export interface SummaryCache {
  find(key: string): ModuleSummary | null;
  /** Takes a summary in while there is room. */
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
  const used = new Map<string, LineRange>();
  const added: string[] = [];
  /** Length of the lines used and added. */
  let live = 0;
  const open = () => {
    stored ??= readLines(path, files);
    return stored;
  };
  return {
    find(key) {
      const range = open().ranges.get(key);
      const summary = range === undefined ? null : parseLine(open(), range);
      if (range !== undefined && !used.has(key)) live += range.end - range.start;
      if (range !== undefined) used.set(key, range);
      return summary;
    },
    add(key, summary) {
      if (live >= MAX_BYTES) return;
      const line = `${key}${JSON.stringify(summary)}\n`;
      live += line.length;
      added.push(line);
    },
    save() {
      if (added.length > 0) tryWriting(open());
      stored = null;
      used.clear();
      added.length = 0;
      live = 0;
    },
  };

  function tryWriting(before: StoredLines): void {
    try {
      makeCache(directory, files);
      const room = MAX_BYTES - before.bytes.length;
      const isFull = added.reduce((sum, line) => sum + line.length, 0) > room;
      if (isFull) putIntoCache(path, [...linesAt(before, used.values()), ...added], files);
      else files.append(path, added);
    } catch {
      // A read-only or full disk only makes the next run slower.
    }
  }
}

/** A line in the file, its line feed included. */
interface LineRange {
  readonly start: number;
  readonly end: number;
}

interface StoredLines {
  readonly bytes: Buffer;
  /** The last line of each key. */
  readonly ranges: ReadonlyMap<string, LineRange>;
}

function readLines(path: string, files: FileSystem): StoredLines {
  const bytes = readOrNothing(path, files);
  const ranges = new Map<string, LineRange>();
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    if (feed === -1) break;
    ranges.set(bytes.toString("latin1", start, start + KEY_LENGTH), { start, end: feed + 1 });
    start = feed + 1;
  }
  return { bytes, ranges };
}

function readOrNothing(path: string, files: FileSystem): Buffer {
  try {
    const bytes = files.read(path) ?? new Uint8Array();
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch {
    return Buffer.alloc(0);
  }
}

function parseLine({ bytes }: StoredLines, { start, end }: LineRange): ModuleSummary | null {
  try {
    return JSON.parse(bytes.toString("utf8", start + KEY_LENGTH, end)) as ModuleSummary;
  } catch {
    return null;
  }
}

function* linesAt({ bytes }: StoredLines, ranges: Iterable<LineRange>): Generator<string> {
  for (const { start, end } of ranges) yield bytes.toString("utf8", start, end);
}
