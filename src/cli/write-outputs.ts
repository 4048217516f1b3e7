// Puts outputs on the disk: only what changed, all of it or nothing, each file by atomic rename.

import { dirname, join } from "node:path";
import type { OutputFile } from "../model/output.ts";
import { compareText } from "../model/text-order.ts";
import { encodePieces, sameBytes } from "./bytes.ts";
import type { LayoutRecorder } from "./cache/layout.ts";
import { describeError, errorCode, type FileSystem } from "./file-system.ts";
import { isAbandoned, temporaryName } from "./temporary.ts";

/** What writing would change below the output folder. Paths are relative to it. */
export interface OutputPlan {
  readonly write: readonly OutputFile[];
  readonly remove: readonly string[];
  /** Files that are already as they should be. */
  readonly unchanged: readonly string[];
}

/** An output that could not be written; nothing was changed. */
export class WriteFailure extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`cannot write ${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

/**
 * Compares the outputs with the disk. Besides them, only files that a manifest of an earlier run lists
 * (`metadata.json` of the same store) are ever removed.
 */
export function planOutputs(
  outputs: readonly OutputFile[],
  directory: string,
  files: FileSystem,
  recorder?: LayoutRecorder,
): OutputPlan {
  const wanted = new Set(outputs.map((output) => output.path));
  const stores = new Set(outputs.map((output) => dirname(output.path)).filter(isStoreFolder));
  const listed = [...stores].flatMap((store) => listedFiles(store, directory, files));
  const write = outputs.filter((output) => !isOnDisk(output, directory, files, recorder));
  const changed = new Set(write.map((output) => output.path));
  return {
    write,
    remove: listed
      .filter((path) => !wanted.has(path) && files.status(join(directory, path)) !== null)
      .sort(compareText),
    unchanged: [...wanted].filter((path) => !changed.has(path)).sort(compareText),
  };
}

function isOnDisk(
  { path, chunks }: OutputFile,
  directory: string,
  files: FileSystem,
  recorder: LayoutRecorder | undefined,
): boolean {
  try {
    const pieces = files.readPieces(join(directory, path));
    return pieces !== null && sameBytes(pieces, encodePieces(chunks, recorder?.begin(path)));
  } catch (error) {
    // What cannot be read is not as it should be; whether it can be written will be seen.
    if (errorCode(error) === "") throw error;
    return false;
  }
}

/** A lock file lies elsewhere, and what lies beside it is nobody's output. */
function isStoreFolder(folder: string): boolean {
  return /^\w[\w.-]*$/.test(folder);
}

/** The files an earlier run wrote for a store, its manifest included. */
function listedFiles(store: string, directory: string, files: FileSystem): readonly string[] {
  const manifest = readManifest(join(directory, store, "metadata.json"), files);
  if (!isManifest(manifest)) return [];
  return [...manifest.files, "metadata.json"].map((name) => `${store}/${name}`);
}

/** What stands before the features of a document: there may be a hundred megabytes of them. */
function readManifest(path: string, files: FileSystem): unknown {
  for (const piece of files.readPieces(path) ?? []) {
    const [head = "", features] = new TextDecoder().decode(piece).split(',\n  "features": ', 2);
    return parseJson(features === undefined ? (readText(path, files) ?? "") : `${head}}`);
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readText(path: string, files: FileSystem): string | null {
  const bytes = files.read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** Whether a document was written by us and lists plain file names: a hostile one must not make us remove others. */
function isManifest(document: unknown): document is { readonly files: readonly string[] } {
  if (typeof document !== "object" || document === null) return false;
  const { generator, files } = document as { generator?: unknown; files?: unknown };
  return (
    generator === "metaxy-compile" &&
    Array.isArray(files) &&
    files.every((name) => typeof name === "string" && /^[\w][\w.-]*$/.test(name))
  );
}

/**
 * Carries out a plan. Every file is first written beside its place under a temporary name; only when all are on the disk do
 * they take their places, and the old ones keep a second name until all have. A failure puts everything back as it was.
 *
 * @throws WriteFailure
 */
export function writeOutputs(
  plan: Pick<OutputPlan, "write" | "remove">,
  directory: string,
  files: FileSystem,
  recorder?: LayoutRecorder,
): void {
  const staged: { temporary: string; path: string }[] = [];
  const replaced: Replaced[] = [];
  let current = directory;
  try {
    for (const output of plan.write) {
      current = join(directory, output.path);
      files.makeDirectory(dirname(current));
      const temporary = temporaryName(current, "new");
      staged.push({ temporary, path: current });
      files.writeChunks(temporary, output.chunks, recorder?.begin(output.path));
    }
    for (const { temporary, path } of staged) {
      current = path;
      replaced.push(keepOld(path, files));
      files.rename(temporary, path);
    }
    for (const path of plan.remove) {
      current = join(directory, path);
      replaced.push(keepOld(current, files));
      files.remove(current);
    }
    for (const { old } of replaced) if (old !== null) quietly(() => files.remove(old));
    for (const folder of new Set(staged.map(({ path }) => dirname(path)))) quietly(() => cleanUp(folder, files));
  } catch (error) {
    for (const each of replaced.reverse()) quietly(() => putBack(each, files));
    for (const { temporary } of staged) quietly(() => files.remove(temporary));
    // Texts may be made while they are written: a mistake in that is not the disk's.
    throw errorCode(error) === "" ? error : new WriteFailure(current, describeError(error));
  }
}

/** Removes what runs that were killed left in a folder. */
function cleanUp(folder: string, files: FileSystem): void {
  for (const { name } of files.list(folder) ?? []) if (isAbandoned(name)) files.remove(join(folder, name));
}

/** A place that an output is taking, and what was there. */
interface Replaced {
  readonly path: string;
  readonly existed: boolean;
  /** The second name of the old file; null where it has none. */
  readonly old: string | null;
}

/** Gives the file at a path a second name, so that it can come back. A disk without such names does without. */
function keepOld(path: string, files: FileSystem): Replaced {
  if (files.status(path)?.kind !== "file") return { path, existed: false, old: null };
  const old = temporaryName(path, "old");
  try {
    files.remove(old);
    files.link(path, old);
    return { path, existed: true, old };
  } catch {
    return { path, existed: true, old: null };
  }
}

function putBack({ path, existed, old }: Replaced, files: FileSystem): void {
  if (old !== null) {
    files.rename(old, path);
    // Two names of one file stay when one is renamed to the other.
    files.remove(old);
  } else if (!existed && files.status(path)?.kind === "file") files.remove(path);
}

function quietly(operation: () => void): void {
  try {
    operation();
  } catch {
    // The first failure is the one to report.
  }
}
