// What an earlier run says it wrote: the head of a store's metadata.json. Only what it lists is ever removed, so a document
// that is not surely ours lists nothing.

import { join } from "node:path";
import type { FileSystem } from "./file-system.ts";

/** The newest layout of metadata.json that this version reads. */
const NEWEST = 2;

/** A store's earlier outputs. */
export interface Manifest {
  /** Null where the document does not say. */
  readonly store: string | null;
  /** Whether `--dialect` made it, without a store of the configuration. */
  readonly madeByDialect: boolean;
  /** Names of files beside the document, the document's own among them. */
  readonly files: readonly string[];
  /** Written by a later version of the program, whose layout is not known here. */
  readonly isNewer: boolean;
}

/** The manifest in a store's folder; null when there is none, or none that can be believed. */
export function readManifest(folder: string, files: FileSystem): Manifest | null {
  const document = parseJson(readText(join(folder, "metadata.json"), files));
  if (!isRecord(document) || document.generator !== "metaxy-compile") return null;
  const { schema_version: version, store, files: listed } = document;
  const isNewer = typeof version === "number" && version > NEWEST;
  const { name, dialect, sqlalchemy_url: url } = isRecord(store) ? store : {};
  const isListed = Array.isArray(listed) && listed.every(isFileName);
  if (!isNewer && !isListed) return null;
  return {
    store: typeof name === "string" ? name : null,
    madeByDialect: name === dialect && url === null,
    files: isListed ? [...listed, "metadata.json"] : [],
    isNewer,
  };
}

function readText(path: string, files: FileSystem): string {
  const decoder = new TextDecoder();
  return Array.from(files.readPieces(path) ?? [], (piece) => decoder.decode(piece, { stream: true })).join("");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A plain name: a hostile document must not make us remove files elsewhere. */
function isFileName(name: unknown): name is string {
  return typeof name === "string" && /^\w[\w.-]*$/.test(name);
}
