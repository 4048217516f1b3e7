// Puts outputs on the disk: only what changed, all of it or nothing, each file by atomic rename.

import { basename, dirname, join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { OutputFile } from "../model/output.ts";
import { compareText } from "../model/text-order.ts";
import { encodePieces, sameBytes, withLineFeeds } from "./bytes.ts";
import type { LayoutRecorder } from "./cache/layout.ts";
import { describeError, errorCode, type FileSystem } from "./file-system.ts";
import { type Manifest, readManifest } from "./manifest.ts";
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

/** How outputs are compared with the disk. */
export interface PlanOptions {
  readonly recorder?: LayoutRecorder;
  /** Whether CR LF stands for LF: git may have checked the files out like that. */
  readonly anyLineEnd?: boolean;
  /** Stores of the configuration, where the outputs of others are to be removed; null leaves those alone. */
  readonly configured?: readonly string[] | null;
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
 * (`metadata.json` of the same store, or of one that is gone) are ever removed.
 */
export function planOutputs(
  outputs: readonly OutputFile[],
  directory: string,
  files: FileSystem,
  options: PlanOptions = {},
): OutputPlan {
  const wanted = new Set(outputs.map((output) => output.path));
  const listed = [
    ...storeFolders(outputs).flatMap((folder) => listedFiles(folder, readManifest(join(directory, folder), files))),
    ...(options.configured == null ? [] : findOrphans(options.configured, directory, files)),
  ];
  const write = outputs.filter((output) => !isOnDisk(output, directory, files, options));
  const changed = new Set(write.map((output) => output.path));
  return {
    write,
    remove: listed.filter((path) => !wanted.has(path) && isFileOrLink(join(directory, path), files)).sort(compareText),
    unchanged: [...wanted].filter((path) => !changed.has(path)).sort(compareText),
  };
}

/** Documents in the way of the outputs that a later version of the program wrote: it would not understand what replaces them. */
export function findNewer(outputs: readonly OutputFile[], directory: string, files: FileSystem): readonly string[] {
  return storeFolders(outputs)
    .filter((folder) => readManifest(join(directory, folder), files)?.isNewer)
    .map((folder) => `${folder}/metadata.json`);
}

/** Folders of stores. A lock file lies elsewhere, and what lies beside it is nobody's output. */
function storeFolders(outputs: readonly OutputFile[]): readonly string[] {
  return [...new Set(outputs.map(({ path }) => dirname(path)))].filter((folder) => /^\w[\w.-]*$/.test(folder));
}

function listedFiles(folder: string, manifest: Manifest | null): readonly string[] {
  return manifest === null ? [] : manifest.files.map((name) => `${folder}/${name}`);
}

/** Outputs of stores that the configuration no longer has. What `--dialect` made was never one of its stores. */
function findOrphans(configured: readonly string[], directory: string, files: FileSystem): readonly string[] {
  return (files.list(directory) ?? []).flatMap(({ name: folder, kind }) => {
    if (kind !== "directory" || configured.includes(folder)) return [];
    const manifest = readManifest(join(directory, folder), files);
    return manifest?.store === folder && !manifest.madeByDialect && !manifest.isNewer
      ? listedFiles(folder, manifest)
      : [];
  });
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
  { recorder, anyLineEnd }: PlanOptions,
): boolean {
  try {
    const there = files.readPieces(join(directory, path));
    if (there === null) return false;
    const made = encodePieces(chunks, recorder?.begin(path));
    return anyLineEnd === true ? sameBytes(withLineFeeds(there), withLineFeeds(made)) : sameBytes(there, made);
  } catch (error) {
    // What cannot be read is not as it should be; whether it can be written will be seen.
    if (errorCode(error) === "") throw error;
    return false;
  }
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
