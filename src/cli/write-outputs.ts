// Puts outputs on the disk: only what changed, all of it or nothing, each file by atomic rename.

import { basename, dirname, join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { OutputFile } from "../model/output.ts";
import { compareText } from "../model/text-order.ts";
import { encodePieces, sameBytes } from "./bytes.ts";
import type { LayoutRecorder } from "./cache/layout.ts";
import { describeError, errorCode, type FileSystem } from "./file-system.ts";
import { LinkedAway, type OutputPlace, resolveOutputFolder } from "./output-folder.ts";
import { relativePath } from "./project-host.ts";
import { removeAbandoned, temporaryName } from "./temporary.ts";

/** What writing would change below the output folder. Paths are relative to it. */
export interface OutputPlan {
  readonly write: readonly OutputFile[];
  readonly remove: readonly string[];
  /** Files that are already as they should be. */
  readonly unchanged: readonly string[];
}

/** An output that could not be written; nothing was changed. */
class WriteFailure extends Error {
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
    remove: listed.filter((path) => !wanted.has(path) && isFileOrLink(join(directory, path), files)).sort(compareText),
    unchanged: [...wanted].filter((path) => !changed.has(path)).sort(compareText),
  };
}

/** What a run may remove: it never made a directory of that name. */
function isFileOrLink(path: string, files: FileSystem): boolean {
  const kind = files.kindOf(path);
  return kind !== null && kind !== "directory";
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
 * A symbolic link in the place of a file is replaced, never followed.
 *
 * @throws WriteFailure
 * @throws LinkedAway
 */
export function writeOutputs(plan: OutputPlan, place: OutputPlace, files: FileSystem, recorder?: LayoutRecorder): void {
  const resolve = folderResolver(place, files);
  const staged: { temporary: string; path: string; named: string }[] = [];
  const replaced: Replaced[] = [];
  let current = place.directory;
  try {
    for (const output of plan.write) {
      current = join(place.directory, output.path);
      const path = join(resolve(dirname(current), "made"), basename(current));
      const temporary = temporaryName(path, "new");
      staged.push({ temporary, path, named: current });
      files.create(temporary, output.chunks, "shared", recorder?.begin(output.path));
    }
    for (const { temporary, path, named } of staged) {
      current = named;
      replaced.push(keepOld(path, files));
      files.rename(temporary, path);
    }
    for (const removed of plan.remove) {
      current = join(place.directory, removed);
      const path = join(resolve(dirname(current), "there"), basename(current));
      replaced.push(keepOld(path, files));
      files.remove(path);
    }
    for (const { old } of replaced) if (old !== null) quietly(() => files.remove(old));
    tidy(plan, place, files);
  } catch (error) {
    for (const each of replaced.reverse()) quietly(() => putBack(each, files));
    for (const { temporary } of staged) quietly(() => files.remove(temporary));
    // Texts may be made while they are written: a mistake in that is not the disk's.
    throw errorCode(error) === "" ? error : new WriteFailure(current, describeError(error));
  }
}

/** Removes what killed runs left, in the folders of everything that is as it should be now. */
function tidy({ write, unchanged }: OutputPlan, place: OutputPlace, files: FileSystem): void {
  const paths = [...write.map(({ path }) => path), ...unchanged];
  for (const folder of new Set(paths.map((path) => dirname(join(place.directory, path))))) {
    quietly(() => removeAbandoned(resolveOutputFolder(folder, place, files), files));
  }
}

/** Resolves the folders of outputs, each once. What is looked at and what is written into is the same folder. */
function folderResolver(place: OutputPlace, files: FileSystem): (folder: string, state: "there" | "made") => string {
  const known = new Map<string, string>();
  return (folder, state) => {
    let real = known.get(folder);
    if (real === undefined) {
      real = resolveOutputFolder(folder, place, files);
      if (state === "made") files.makeDirectory(real);
      // Somebody may have put a link there in the meantime.
      if (files.realPath(real) !== real) throw new LinkedAway(folder, files.realPath(real));
      known.set(folder, real);
    }
    return real;
  };
}

/** A place that an output is taking, and what was there. */
interface Replaced {
  readonly path: string;
  readonly existed: boolean;
  /** The second name of the old file; null where it has none. */
  readonly old: string | null;
}

/** Gives what stands at a path a second name, so that it can come back. A disk without such names does without. */
function keepOld(path: string, files: FileSystem): Replaced {
  const kind = files.kindOf(path);
  // A directory stays where it is: no file can take its place.
  if (kind === null || kind === "directory") return { path, existed: kind !== null, old: null };
  const old = temporaryName(path, "old");
  try {
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
  } else if (!existed && files.kindOf(path) === "file") files.remove(path);
}

/**
 * What is wrong with the place of the outputs, if that is what was thrown.
 *
 * @throws any other error
 */
export function diagnoseWriting(error: unknown, root: string): Diagnostic {
  if (error instanceof LinkedAway) {
    const target = error.target === null ? null : relativePath(root, error.target);
    return diagnose("MXC0140", { path: relativePath(root, error.path), target }, null);
  }
  if (!(error instanceof WriteFailure)) throw error;
  return diagnose("MXC0004", { path: relativePath(root, error.path), reason: error.reason }, null);
}

function quietly(operation: () => void): void {
  try {
    operation();
  } catch {
    // The first failure is the one to report.
  }
}
